import Diagnostics
import Expressions
import Findings
import Foundation
import NaiveEvaluation
import Policies
import Schemes
import TestSupport
import Testing
import YAMLTree

@testable import Auditing

/// Both evaluators on the policies that come with the repository, over their schemes and every case of their tests.
@Suite struct `Two evaluators on the shipped policies` {
  private static let folders = [
    BundledSetTests.root + "/policies", BundledSetTests.small, FixtureSet.folder + "/parcel",
  ]

  /// Cases of one test file that are compared; `TEST_EFFORT` multiplies them, and each seed takes others.
  private static let casesPerFile = 3 * SeededGenerator.effort

  /// What came of the cases of one test file.
  private struct Outcome: Sendable {
    var compared = 0
    var cases = 0
    var problems: [String] = []
  }

  @Test(arguments: folders)
  func `both evaluators agree on every expression in the cases of a test`(folder: String) throws {
    let set = try #require(PolicySet.load([folder]).set)
    let paths = set.companions.filter { $0.kind == .test }.map(\.path)
    let outcomes = Parallel.map(paths) { Self.outcome(of: $0, set) }
    for problem in outcomes.flatMap(\.problems).prefix(5) {
      Issue.record("\(problem) (\(SeededGenerator.again(SeededGenerator.seed)))")
    }
    let (cases, compared) = outcomes.reduce((0, 0)) { ($0.0 + $1.cases, $0.1 + $1.compared) }
    print("\(folder): \(compared) expressions compared in \(cases) cases")
    #expect(outcomes.flatMap(\.problems).isEmpty)
    #expect(cases >= min(paths.count, 3))
    #expect(compared > 100)
  }

  /// Some cases of a test file, spread over it.
  private static func outcome(of path: String, _ set: PolicySet) -> Outcome {
    var outcome = Outcome()
    var log = DiagnosticLog()
    guard let test = set.readTest(path, diagnostics: &log) else {
      outcome.problems.append("\(path) cannot be read")
      return outcome
    }
    let step = max(1, (test.cases.count + casesPerFile - 1) / casesPerFile)
    let first = Int(SeededGenerator.seed % UInt64(step))
    for place in stride(from: first, to: test.cases.count, by: step) {
      let testCase = test.cases[place]
      guard let (plan, scheme) = prepared(testCase, of: test, set) else {
        outcome.problems.append("\(path): \(testCase.name) cannot be prepared")
        continue
      }
      let agreement = PolicyAgreement(plan, scheme)
      outcome.cases += 1
      outcome.compared += agreement.compared
      outcome.problems += agreement.differences.map { "\(testCase.name): \($0)" }
    }
    return outcome
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
