import Diagnostics
import Expressions
import Findings
import Foundation
import NaiveEvaluation
import Policies
import Schemes
import Testing
import YAMLTree

@testable import Auditing

/// Both evaluators on the policies that come with the repository, over their schemes and every case of their tests.
@Suite struct `Two evaluators on the shipped policies` {
  private static let folders = [
    BundledSetTests.root + "/policies", BundledSetTests.small, FixtureSet.folder + "/parcel",
  ]

  @Test(arguments: folders)
  func `both evaluators agree on every expression in every case of a test`(folder: String) throws {
    let set = try #require(PolicySet.load([folder]).set)
    var compared = 0
    var cases = 0
    var differences: [String] = []
    for path in set.companions.filter({ $0.kind == .test }).map(\.path) {
      var log = DiagnosticLog()
      let test = try #require(set.readTest(path, diagnostics: &log))
      for testCase in test.cases {
        guard let (plan, scheme) = Self.prepared(testCase, of: test, set) else {
          Issue.record("\(path): \(testCase.name) cannot be prepared")
          continue
        }
        cases += 1
        let agreement = PolicyAgreement(plan, scheme)
        compared += agreement.compared
        differences += agreement.differences.map { "\(testCase.name): \($0)" }
      }
    }
    for difference in differences.prefix(5) { Issue.record("\(difference)") }
    #expect(differences.count == 0)
    print("\(folder): \(compared) expressions compared in \(cases) cases")
    #expect(cases > 3)
    #expect(compared > 100)
  }

  /// What a case is audited against, and its scheme.
  private static func prepared(
    _ testCase: PolicyTest.Case, of test: PolicyTest, _ set: PolicySet
  ) -> (AuditPlan, Scheme)? {
    var log = DiagnosticLog()
    let folder = FileName.folder(of: test.file.path)
    guard let policy = set.policies.first(where: { $0.id == test.policy }),
      let vocabulary = set.vocabularies[policy.vocabulary], let base = testCase.base ?? test.base,
      let file = FileReading.read(
        base.text.hasPrefix("/") ? base.text : FileName.normalized(folder + base.text), diagnostics: &log),
      let tree = YAMLTree.parse(file, into: &log)
    else { return nil }
    let edited = SchemeEdit.applying(
      testCase.set.map { (path: $0.path, node: $0.value) }, to: tree, vocabulary: vocabulary,
      diagnostics: &log)
    var choice = AuditPlan.Choice()
    choice.folder = folder
    choice.profile = testCase.profile.map { AuditPlan.Name(text: $0.text, span: $0.span) }
    choice.asOf = testCase.asOf
    choice.policy = policy.id
    guard let scheme = set.readScheme(edited, diagnostics: &log),
      let plan = AuditPlan(set, vocabulary: vocabulary, choice: choice, diagnostics: &log)
    else { return nil }
    return (plan, scheme)
  }
}
