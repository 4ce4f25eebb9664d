import Diagnostics
import Findings
import Policies
import YAMLTree

/// Holds one expectation against the findings.
struct ExpectationCheck {
  /// What was wanted and what came; nil where the expectation holds.
  let failure: LocalizedText?

  /// Compares every field that the expectation gives.
  init(_ expectation: PolicyTest.Expectation, findings: FindingIndex) {
    let matching = findings.matching(expectation)
    guard !matching.isEmpty else {
      failure = Self.noFinding(expectation, findings)
      return
    }
    var differences: [LocalizedText] = []
    for finding in matching {
      let found = Self.differences(expectation, finding)
      differences += matching.count == 1 ? found : found.map { Self.named(finding.id, $0) }
    }
    failure = differences.isEmpty ? nil : LocalizedText.joined(differences, separator: "; ")
  }

  private static func named(_ id: String, _ text: LocalizedText) -> LocalizedText {
    LocalizedText(ko: "\(id) \(text.ko)", en: "\(id) \(text.en)")
  }

  private static func noFinding(
    _ expectation: PolicyTest.Expectation, _ findings: FindingIndex
  ) -> LocalizedText {
    let wanted = expectation.outcome?.rawValue ?? "finding"
    let siblings = findings.siblings(of: expectation).prefix(8).map { "\($0.id): \($0.outcome.rawValue)" }
    guard !siblings.isEmpty else {
      return LocalizedText(
        ko: "기대: `\(wanted)`, 결과: 그런 항목이 없음", en: "wanted `\(wanted)`, got no such finding")
    }
    let list = siblings.joined(separator: ", ")
    return LocalizedText(
      ko: "기대: `\(wanted)`, 결과: 그런 점검 결과가 없음(있는 것: \(list))",
      en: "wanted `\(wanted)`, got no such finding (there are \(list))")
  }

  private static func differences(
    _ expectation: PolicyTest.Expectation, _ finding: Finding
  ) -> [LocalizedText] {
    var differences: [LocalizedText] = []
    func compare(_ name: String?, _ wanted: String?, _ got: String?) {
      guard let wanted, wanted != got else { return }
      differences.append(difference(name, wanted: wanted, got: got))
    }
    compare(nil, expectation.outcome?.rawValue, finding.outcome.rawValue)
    compare("exception", expectation.exception, finding.exception?.id)
    compare("waiver", expectation.waiver, finding.waiver?.id)
    for (name, node, value) in [
      ("actual", expectation.actual, finding.actual), ("expected", expectation.expected, finding.expected),
    ] {
      guard let node, !ExpectedValue(node).matches(value) else { continue }
      differences.append(difference(name, wanted: ExpectedValue(node).text, got: value.map(text)))
    }
    differences += unnamed("missing", expectation.missing, finding.missing.map(\.path))
    differences += unnamed("assumed", expectation.assumed, finding.assumed.map(\.path))
    return differences
  }

  private static func text(_ value: ReportValue) -> String {
    switch value.type {
    case .unknown: "unknown"
    case .none: "none"
    case .list: "[\(value.text)]"
    default: value.text
    }
  }

  private static func unnamed(_ name: String, _ wanted: [String]?, _ got: [String]) -> [LocalizedText] {
    guard let wanted else { return [] }
    let stated = Set(got.map(PathText.comparable))
    let absent = wanted.filter { !stated.contains(PathText.comparable($0)) }
    guard !absent.isEmpty else { return [] }
    return [
      difference(
        name, wanted: absent.joined(separator: ", "), got: got.isEmpty ? nil : got.joined(separator: ", "))
    ]
  }

  private static func difference(_ name: String?, wanted: String, got: String?) -> LocalizedText {
    let label = name.map { $0 + " " } ?? ""
    return LocalizedText(
      ko: "기대: \(label)`\(wanted)`, 결과: \(got.map { "`\($0)`" } ?? "없음")",
      en: "wanted \(label)`\(wanted)`, got \(got.map { "`\($0)`" } ?? "nothing")")
  }
}
