import Findings
import Policies

/// Finds the findings that a test names.
struct FindingIndex {
  /// In the order of the report.
  let all: [Finding]
  private let byID: [String: Int]

  /// An index of a report's findings.
  init(_ findings: [Finding]) {
    all = findings
    byID = Dictionary(
      findings.enumerated().map { (Self.plain($0.element.id), $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The finding of the name; where a rule has parts and the name has none, those of all its parts; where an
  /// outcome holds for the subject or the rule as a whole, that one for each part.
  func matching(_ expectation: PolicyTest.Expectation) -> [Finding] {
    if let exact = byID[Self.plain(expectation.finding)] { return [all[exact]] }
    let subject = expectation.subject.map(Self.plain)
    let parts = all.filter {
      $0.part != nil && $0.rule == expectation.rule && $0.subject.map(Self.plain) == subject
    }
    if !parts.isEmpty { return parts }
    return all.filter { finding in
      finding.part == nil && finding.subject.map(Self.plain) == subject
        && expectation.rule.hasPrefix(finding.rule + ".")
    }
  }

  /// The rest of an incomplete list may be written `[*]` or `*`.
  private static func plain(_ name: String) -> String {
    var text = ""
    var rest = name[...]
    while let place = rest.firstIndex(of: "[") {
      text += rest[..<place]
      rest = rest[place...]
      guard rest.hasPrefix("[*]") else {
        text.append("[")
        rest = rest.dropFirst()
        continue
      }
      // A whole subject `[*]` keeps its brackets, as any other subject has them.
      text += text.hasSuffix("[") || text.hasSuffix("/") || text.isEmpty ? "*" : "[*]"
      rest = rest.dropFirst(3)
    }
    return text + rest
  }

  /// Names of findings of the same rule, to say what there is instead.
  func siblings(of expectation: PolicyTest.Expectation) -> [Finding] {
    all.filter { $0.rule == expectation.rule || expectation.rule.hasPrefix($0.rule + ".") }
  }
}
