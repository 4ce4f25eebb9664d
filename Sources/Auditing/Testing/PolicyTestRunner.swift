import Diagnostics
import Expressions
import Findings
import Policies
import Schemes
import YAMLTree

/// Runs the cases of test files against a policy set.
package struct PolicyTestRunner {
  private let set: PolicySet
  /// The day of the audit, for cases and profiles that ask for today's law.
  private let today: Day?
  private var result = PolicyTestResult()
  private var log = DiagnosticLog()
  private var bases: [String: YAMLTree?] = [:]

  private init(_ set: PolicySet, today: Day?) {
    self.set = set
    self.today = today
  }

  /// Runs the tests that were found with the policies, or only some files.
  ///
  /// - Parameter today: `YYYY-MM-DD`, for cases that ask for today's law.
  package static func run(
    _ set: PolicySet, files: [String] = [], today: String? = nil
  ) -> PolicyTestResult {
    var runner = PolicyTestRunner(set, today: today.flatMap { Day(iso: $0) })
    let found = set.companions.filter { $0.kind == .test }.map(\.path)
    for path in files.isEmpty ? found : files { runner.run(path) }
    if runner.result.cases == 0, !runner.log.hasErrors {
      runner.log.error(
        "test.none", at: nil, ko: "실행할 시험이 없습니다", en: "there are no tests to run",
        help: LocalizedText(
          ko: "첫 줄이 `format: guideline_test/1`인 파일을 두십시오",
          en: "add a file that begins with `format: guideline_test/1`"))
    }
    runner.result.diagnostics = runner.log.sorted
    return runner.result
  }

  private mutating func run(_ path: String) {
    guard let test = set.readTest(path, diagnostics: &log) else { return }
    guard let policy = set.policies.first(where: { $0.id == test.policy }) else {
      unknownPolicy(test)
      return
    }
    guard let vocabulary = set.vocabularies[policy.vocabulary] else { return }
    for `case` in test.cases { run(`case`, of: test, policy, vocabulary) }
  }

  private mutating func unknownPolicy(_ test: PolicyTest) {
    log.error(
      "test.unknown-policy", at: test.policySpan, ko: "기준 `\(test.policy)`이(가) 없습니다",
      en: "there is no policy `\(test.policy)`",
      help: Suggestion.nearest(to: test.policy, among: set.policies.map(\.id)).map(Suggestion.question))
  }

  private mutating func run(
    _ testCase: PolicyTest.Case, of test: PolicyTest, _ policy: Policy, _ vocabulary: Vocabulary
  ) {
    result.cases += 1
    var problems = DiagnosticLog()
    defer { log.append(contentsOf: problems) }
    guard let scheme = scheme(testCase, of: test, vocabulary, &problems), !problems.hasErrors else { return }
    var choice = AuditPlan.Choice()
    choice.folder = FileName.folder(of: test.file.path)
    choice.profile = testCase.profile.map { AuditPlan.Name(text: $0.text, span: $0.span) }
    choice.waivers = testCase.waivers.map { AuditPlan.Name(text: $0.text, span: $0.span) }
    choice.asOf = testCase.asOf
    choice.today = today
    choice.policy = policy.id
    guard let plan = AuditPlan(set, vocabulary: vocabulary, choice: choice, diagnostics: &problems),
      !problems.hasErrors
    else { return }
    let findings = SchemeAudit(scheme, plan: plan).findings()
    judge(testCase, FindingIndex(findings))
  }

  /// The base scheme with the case's changes.
  private mutating func scheme(
    _ testCase: PolicyTest.Case, of test: PolicyTest, _ vocabulary: Vocabulary,
    _ problems: inout DiagnosticLog
  ) -> Scheme? {
    guard let base = testCase.base ?? test.base else {
      problems.error(
        "test.no-base", at: testCase.span, ko: "이 사례에 바탕이 되는 보상안(`base`)이 없습니다",
        en: "the case has no `base` scheme",
        help: LocalizedText(ko: "`base: 경로`를 적으십시오", en: "write `base: PATH`"))
      return nil
    }
    guard let tree = tree(of: base, folder: FileName.folder(of: test.file.path), &problems) else {
      return nil
    }
    let edited =
      testCase.set.isEmpty
      ? tree
      : SchemeEdit.applying(
        testCase.set.map { (path: $0.path, node: $0.value) }, to: tree, vocabulary: vocabulary,
        diagnostics: &problems)
    if problems.hasErrors { return nil }
    return set.readScheme(edited, diagnostics: &problems)
  }

  private mutating func tree(
    of base: PolicyTest.Path, folder: String, _ problems: inout DiagnosticLog
  ) -> YAMLTree? {
    let path = base.text.hasPrefix("/") ? base.text : FileName.normalized(folder + base.text)
    if let known = bases[path] { return known }
    var own = DiagnosticLog()
    let tree = FileReading.read(path, diagnostics: &own).flatMap { YAMLTree.parse($0, into: &own) }
    // Without a place a diagnostic would not tell which test asks for the file.
    for var problem in own.entries {
      if problem.location == nil {
        problem.location = base.span.location
        problem.excerpt = base.span.file.lineText(base.span.location.line)
      }
      problems.append(problem)
    }
    bases[path] = .some(tree)
    return tree
  }

  // ── expectations ───────────────────────────────────────────────────────────

  private mutating func judge(_ testCase: PolicyTest.Case, _ findings: FindingIndex) {
    var expected: Set<String> = []
    for expectation in testCase.expect {
      let matched = findings.matching(expectation)
      expected.formUnion(matched.map(\.id))
      let check = ExpectationCheck(expectation, findings: findings)
      if let message = check.failure {
        fail(testCase, at: expectation.span, finding: expectation.finding, message)
      } else {
        result.passed += 1
      }
    }
    guard testCase.only else { return }
    for finding in findings.all where finding.outcome == .fail && !expected.contains(finding.id) {
      fail(
        testCase, at: testCase.span, finding: finding.id,
        LocalizedText(
          ko: "기대: 그 밖의 `fail` 없음(`only: true`), 결과: `fail`",
          en: "wanted no other `fail` (`only: true`), got `fail`"))
    }
  }

  private mutating func fail(
    _ testCase: PolicyTest.Case, at span: SourceSpan, finding: String, _ message: LocalizedText
  ) {
    result.failures.append(
      PolicyTestResult.Failure(
        location: span.location, name: testCase.name, finding: finding, message: message))
  }
}
