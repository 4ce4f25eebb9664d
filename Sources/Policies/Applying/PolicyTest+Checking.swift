package import Diagnostics
import Expressions

/// The names of a test file held against the policies.
extension PolicyTest {
  /// Reports a policy, rules, parts and exceptions that the loaded policies do not have.
  ///
  /// `lostNames` are those that files with errors declare or may declare.
  package func check(
    against policies: [Policy], lostNames: Set<String> = [], diagnostics: inout DiagnosticLog
  ) {
    var reader = Reader("test")
    reader.lostNames = lostNames
    defer { diagnostics.append(contentsOf: reader.log) }
    guard let policy = policies.first(where: { $0.id == self.policy }) else {
      // One whose id has an error may be the one that is meant.
      if policies.contains(where: \.id.isEmpty) { return }
      reader.unknown(
        "unknown-policy", self.policy, LocalizedText(ko: "기준", en: "policy"), at: policySpan,
        among: policies.map(\.id))
      return
    }
    for expectation in cases.flatMap(\.expect) { policy.check(expectation, &reader) }
  }
}

extension Policy {
  /// Reports an expectation about a rule, part or exception that the policy does not have.
  fileprivate func check(_ expectation: PolicyTest.Expectation, _ reader: inout Reader) {
    let name = expectation.rule
    if measures.contains(where: { $0.id == name }) { return }
    // A rule's id may hold dots: the longest one that fits is meant.
    let rule =
      rules.filter { name == $0.id || name.hasPrefix($0.id + ".") }.max {
        $0.id.utf8.count < $1.id.utf8.count
      }
    guard let rule else {
      reader.unknown(
        "unknown-rule", name, LocalizedText(ko: "규칙", en: "rule"), at: expectation.span, among: findingNames)
      return
    }
    let parts = rule.requirements.compactMap(\.id)
    if name != rule.id, !parts.contains(String(name.dropFirst(rule.id.count + 1))) {
      reader.unknown(
        "unknown-part", name, LocalizedText(ko: "규칙의 호", en: "part"), at: expectation.span,
        among: parts.map { rule.id + "." + $0 })
      return
    }
    let exceptions = rule.exceptions.map(\.id)
    guard let exception = expectation.exception, !exceptions.contains(exception) else { return }
    reader.unknown(
      "unknown-exception", exception, LocalizedText(ko: "예외", en: "exception"),
      at: expectation.exceptionSpan ?? expectation.span, among: exceptions)
  }

  /// Names of everything that a finding may be of.
  private var findingNames: [String] {
    rules.flatMap { rule in [rule.id] + rule.requirements.compactMap(\.id).map { rule.id + "." + $0 } }
      + measures.map(\.id)
  }
}
