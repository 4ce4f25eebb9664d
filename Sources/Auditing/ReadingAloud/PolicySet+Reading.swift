package import Diagnostics
import Expressions
import Policies

extension PolicySet {
  /// Reads rules aloud: all rules of policies and single rules, in the order in which they are asked for.
  ///
  /// - Parameters:
  ///   - id: a rule's or a policy's id.
  ///   - date: the day whose versions are shown, as `YYYY-MM-DD`.
  /// - Returns: nil if nothing loaded has the id, or the date is none.
  package func readings(of id: String, on date: String, _ language: Language) -> [RuleReading]? {
    guard let day = Day(iso: date) else { return nil }
    let bodies = BodyNames(registers: registers, policies: policies)
    if let policy = policies.first(where: { $0.id == id }) {
      return policy.rules.map {
        RuleReading(policy: policy, rule: $0, day: day, language: language, bodies: bodies)
      }
    }
    for policy in policies {
      if let rule = policy.rules.first(where: { $0.id == id }) {
        return [RuleReading(policy: policy, rule: rule, day: day, language: language, bodies: bodies)]
      }
    }
    return nil
  }

  /// Ids of all loaded policies, in their order.
  package var policyIDs: [String] { policies.map(\.id) }
}
