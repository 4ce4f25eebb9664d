import Diagnostics
import Policies
import Schemes

/// A case of a test file with its scheme: ready to be run against any version of its policy.
struct ReadCase: Sendable {
  /// What the file says.
  let test: PolicyTest.Case
  /// Id of the policy under test.
  let policy: String
  /// The vocabulary of the policy.
  let vocabulary: Vocabulary
  /// The base scheme with the case's changes.
  let scheme: Scheme
  /// Profile, waivers and date that the case asks for.
  let choice: AuditPlan.Choice
  /// For each expectation the id of the rule or measure that it is about; empty for one that is about none.
  let rules: [String]

  /// What the scheme is audited against with the policies of a set; nil where that cannot be, which is reported.
  func plan(_ set: PolicySet, diagnostics: inout DiagnosticLog) -> AuditPlan? {
    AuditPlan(set, vocabulary: vocabulary, choice: choice, diagnostics: &diagnostics)
  }

  /// Whether it can tell what comes of one of some rules; nil: of any.
  func concerns(_ wanted: Set<String>?) -> Bool {
    guard let wanted else { return true }
    return test.only && !wanted.isEmpty || rules.contains { wanted.contains($0) }
  }
}

extension Policy {
  /// The rule or measure that an expectation is about: of the ids that fit, which may hold dots, the longest.
  func subject(of expectation: PolicyTest.Expectation) -> String? {
    let name = expectation.rule
    return (rules.map(\.id) + measures.map(\.id)).filter { name == $0 || name.hasPrefix($0 + ".") }
      .max { $0.utf8.count < $1.utf8.count }
  }
}
