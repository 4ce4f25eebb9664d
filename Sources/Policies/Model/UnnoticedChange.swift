package import Diagnostics

/// A change of a policy that no test notices, with the reason, as a test file lists it.
package struct UnnoticedChange: Sendable {
  /// The rule, measure, parameter (`p.NAME`), table (`table.NAME`) or definition, else the policy.
  package var owner: String
  /// What stands there and what it becomes: `0 → -1`.
  package var change: String
  /// Why no test can notice it.
  package var why: LocalizedText
  /// Place of the change's text.
  package var span: SourceSpan

  /// A change with its reason.
  package init(owner: String, change: String, why: LocalizedText, span: SourceSpan) {
    self.owner = owner
    self.change = change
    self.why = why
    self.span = span
  }
}
