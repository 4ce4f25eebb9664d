import Diagnostics
import Findings
import Policies

/// What the tests of a policy say of one rule: names of the cases that are about it alone, by what comes of it.
struct RuleCases: Sendable {
  private var names: [Outcome: [String]] = [:]

  /// Names of the cases with an outcome, in the order of the files.
  subscript(outcome: Outcome) -> [String] { names[outcome] ?? [] }

  private mutating func add(_ name: String, _ outcome: Outcome) {
    if names[outcome]?.contains(name) != true { names[outcome, default: []].append(name) }
  }

  /// The cases of every rule and measure of a set, by its id.
  ///
  /// A case that expects different outcomes for different subjects of the rule names them beside its own name.
  static func read(from set: PolicySet, diagnostics: inout DiagnosticLog) -> [String: RuleCases] {
    var all: [String: RuleCases] = [:]
    for companion in set.companions where companion.kind == .test {
      guard let test = set.readTest(companion.path, diagnostics: &diagnostics),
        let policy = set.policies.first(where: { $0.id == test.policy })
      else { continue }
      for testCase in test.cases {
        let rules = Set(testCase.expect.map { policy.subject(of: $0) ?? "" })
        guard rules.count == 1, let rule = rules.first, !rule.isEmpty else { continue }
        let outcomes = Set(testCase.expect.compactMap(\.outcome))
        for expectation in testCase.expect {
          guard let outcome = expectation.outcome else { continue }
          let name =
            outcomes.count == 1 ? testCase.name : "\(testCase.name) — \(expectation.finding)"
          all[rule, default: RuleCases()].add(name, outcome)
        }
      }
    }
    return all
  }
}
