package import Diagnostics
package import Findings

/// An expression that somebody wants evaluated over a scheme, and under which policy.
package struct TrialRequest: Sendable {
  /// The expression, as a file of its own.
  package var expression: SourceFile
  /// The policy whose names and calendar it may use.
  package var policy: String?
  /// The rule (`RULE`, or `RULE.part`) whose subjects and steps it may use too.
  package var rule: String?
  /// Whose date picks versions.
  package var law: LawDate

  /// A request; `name` is what the expression is called in places such as `expression:1:7`.
  package init(
    _ expression: String, name: String, policy: String? = nil, rule: String? = nil, law: LawDate = .written
  ) {
    self.expression = SourceFile(path: name, bytes: Array(expression.utf8))
    self.policy = policy
    self.rule = rule
    self.law = law
  }
}
