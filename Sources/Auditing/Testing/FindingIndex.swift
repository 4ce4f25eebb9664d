import Findings
import Policies

/// Finds the findings that a test names.
struct FindingIndex {
  let all: [Finding]
  private let byID: [String: Int]

  init(_ findings: [Finding]) {
    all = findings
    byID = Dictionary(
      findings.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// The finding of the name; where a rule has parts and the name has none, those of all its parts; where an
  /// outcome holds for the subject or the rule as a whole, that one for each part.
  func matching(_ expectation: PolicyTest.Expectation) -> [Finding] {
    if let exact = byID[expectation.finding] { return [all[exact]] }
    let subject = expectation.subject.map { $0 == "*" ? "[*]" : $0 }
    let parts = all.filter {
      $0.part != nil && $0.rule == expectation.rule && $0.subject == subject
    }
    if !parts.isEmpty { return parts }
    return all.filter { finding in
      finding.part == nil && finding.subject == subject && expectation.rule.hasPrefix(finding.rule + ".")
    }
  }

  /// Names of findings of the same rule, to say what there is instead.
  func siblings(of expectation: PolicyTest.Expectation) -> [Finding] {
    all.filter { $0.rule == expectation.rule || expectation.rule.hasPrefix($0.rule + ".") }
  }
}
