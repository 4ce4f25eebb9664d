import Diagnostics
import Expressions
import Policies
import Schemes
import YAMLTree

/// Reads the cases of test files, each with its own scheme.
struct CaseReader {
  private let set: PolicySet
  /// The day of the audit, for cases and profiles that ask for today's law.
  private let today: Day?
  private var bases: [String: YAMLTree?] = [:]
  private var log = DiagnosticLog()
  /// How many cases there were, those that could not be read included.
  private(set) var count = 0
  /// Ids of the policies that the files test, in the order of the files.
  private(set) var policies: [String] = []
  /// Changes of the policies that no test notices, as the files list them, by the policies' ids.
  private(set) var unnoticed: [String: [UnnoticedChange]] = [:]

  /// A reader of tests of the policies of a set.
  ///
  /// - Parameter today: `YYYY-MM-DD`, for cases that ask for today's law.
  init(_ set: PolicySet, today: String?) {
    self.set = set
    self.today = today.flatMap { Day(iso: $0) }
  }

  /// A case whose base is known.
  private struct Job: Sendable {
    var testCase: PolicyTest.Case
    var test: PolicyTest
    var policy: Policy
    var vocabulary: Vocabulary
    /// Nil: it could not be read.
    var base: YAMLTree?
    var problems: DiagnosticLog
  }

  /// The cases of some files, or of all that were found with the policies, with what they are audited against; those
  /// that have a problem are left out.
  mutating func read(_ files: [String]) -> [(read: ReadCase, plan: AuditPlan)] {
    let found = set.companions.filter { $0.kind == .test }.map(\.path)
    var jobs: [Job] = []
    for path in files.isEmpty ? found : files {
      guard let test = set.readTest(path, diagnostics: &log) else { continue }
      guard let policy = set.policies.first(where: { $0.id == test.policy }) else {
        unknownPolicy(test)
        continue
      }
      guard let vocabulary = set.vocabularies[policy.vocabulary] else { continue }
      if !policies.contains(policy.id) { policies.append(policy.id) }
      unnoticed[policy.id, default: []] += test.unnoticed
      for testCase in test.cases {
        var problems = DiagnosticLog()
        let base = base(of: testCase, test, &problems)
        jobs.append(
          Job(
            testCase: testCase, test: test, policy: policy, vocabulary: vocabulary, base: base,
            problems: problems))
      }
    }
    count += jobs.count
    var cases: [(read: ReadCase, plan: AuditPlan)] = []
    for (job, problems) in Parallel.map(jobs, { [set, today] in Self.read($0, in: set, today: today) }) {
      log.append(contentsOf: problems)
      if let job { cases.append(job) }
    }
    if count == 0, !log.hasErrors {
      log.error(
        "test.none", at: nil, ko: "실행할 시험이 없습니다", en: "there are no tests to run",
        help: LocalizedText(
          ko: "첫 줄이 `format: guideline_test/1`인 파일을 두십시오",
          en: "add a file that begins with `format: guideline_test/1`"))
    }
    return cases
  }

  /// Every problem of the files and of what they name.
  var diagnostics: [Diagnostic] { log.sorted }

  private mutating func unknownPolicy(_ test: PolicyTest) {
    log.error(
      "test.unknown-policy", at: test.policySpan, ko: "기준 `\(test.policy)`이(가) 없습니다",
      en: "there is no policy `\(test.policy)`",
      help: Suggestion.nearest(to: test.policy, among: set.policies.map(\.id)).map(Suggestion.question))
  }

  private static func read(
    _ job: Job, in set: PolicySet, today: Day?
  ) -> (read: (read: ReadCase, plan: AuditPlan)?, problems: DiagnosticLog) {
    var problems = job.problems
    guard let base = job.base, !problems.hasErrors,
      let scheme = scheme(job.testCase, from: base, job.vocabulary, in: set, &problems), !problems.hasErrors
    else { return (nil, problems) }
    var choice = AuditPlan.Choice()
    choice.folder = FileName.folder(of: job.test.file.path)
    choice.profile = job.testCase.profile.map { AuditPlan.Name(text: $0.text, span: $0.span) }
    choice.waivers = job.testCase.waivers.map { AuditPlan.Name(text: $0.text, span: $0.span) }
    choice.asOf = job.testCase.asOf
    choice.today = today
    choice.policy = job.policy.id
    let read = ReadCase(
      test: job.testCase, policy: job.policy.id, vocabulary: job.vocabulary, scheme: scheme, choice: choice,
      rules: job.testCase.expect.map { job.policy.subject(of: $0) ?? "" })
    guard let plan = read.plan(set, diagnostics: &problems), !problems.hasErrors else {
      return (nil, problems)
    }
    return ((read, plan), problems)
  }

  /// The base scheme with the case's changes.
  private static func scheme(
    _ testCase: PolicyTest.Case, from base: YAMLTree, _ vocabulary: Vocabulary, in set: PolicySet,
    _ problems: inout DiagnosticLog
  ) -> Scheme? {
    let edited =
      testCase.set.isEmpty
      ? base
      : SchemeEdit.applying(
        testCase.set.map { (path: $0.key, node: $0.value) }, to: base, vocabulary: vocabulary,
        diagnostics: &problems)
    if problems.hasErrors { return nil }
    return set.readScheme(edited, diagnostics: &problems)
  }

  /// The scheme that a case varies; nil where there is none, which is reported.
  private mutating func base(
    of testCase: PolicyTest.Case, _ test: PolicyTest, _ problems: inout DiagnosticLog
  ) -> YAMLTree? {
    guard let base = testCase.base ?? test.base else {
      problems.error(
        "test.no-base", at: testCase.span, ko: "이 사례에 바탕이 되는 보상안(`base`)이 없습니다",
        en: "the case has no `base` scheme",
        help: LocalizedText(ko: "`base: 경로`를 적으십시오", en: "write `base: PATH`"))
      return nil
    }
    return tree(of: base, folder: FileName.folder(of: test.file.path), &problems)
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
}
