package import Diagnostics
import Expressions
import Policies

extension PolicySet {
  /// Reads rules and measures aloud: one of them, or all of a policy, measures last.
  ///
  /// - Parameters:
  ///   - id: a rule's, a measure's or a policy's id.
  ///   - date: the day whose versions are shown, as `YYYY-MM-DD`.
  /// - Returns: nil if nothing loaded has the id, or the date is none.
  package func readings(of id: String, on date: String, _ language: Language) -> [RuleReading]? {
    guard let day = Day(iso: date) else { return nil }
    let bodies = BodyNames(registers: registers, policies: policies)
    func readings(in policy: Policy, where isWanted: (String) -> Bool) -> [RuleReading] {
      policy.rules.filter { isWanted($0.id) }.map {
        RuleReading(policy: policy, rule: $0, day: day, language: language, bodies: bodies)
      }
        + policy.measures.filter { isWanted($0.id) }.map {
          RuleReading(policy: policy, measure: $0, day: day, language: language, bodies: bodies)
        }
    }
    if let policy = policies.first(where: { $0.id == id }) { return readings(in: policy) { _ in true } }
    let found = policies.lazy.flatMap { readings(in: $0) { $0 == id } }.first
    return found.map { [$0] }
  }

  /// Ids of all loaded policies, in their order.
  package var policyIDs: [String] { policies.map(\.id) }
}
