import Policies

/// A rule and the policy it is of, kept once for all who decide it and write about it on any core.
final class RuleOfPolicy: Sendable {
  /// The policy that the rule is of.
  let policy: Policy
  /// The rule, or a measure as a rule that informs.
  let rule: Rule

  /// A rule of a policy.
  init(_ rule: Rule, of policy: Policy) {
    self.rule = rule
    self.policy = policy
  }
}
