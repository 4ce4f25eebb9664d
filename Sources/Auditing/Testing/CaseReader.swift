import Diagnostics
import Expressions
import Policies
import Schemes
import YAMLTree

/// Reads the cases of test files, one after the other, each with its own scheme.
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

  /// Reads the cases of some files, or of all that were found with the policies. Problems of a case keep it from being
  /// handed on; `body` may report more of them.
  mutating func read(_ files: [String], _ body: (ReadCase, inout DiagnosticLog) -> Void) {
    let found = set.companions.filter { $0.kind == .test }.map(\.path)
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
        count += 1
        var problems = DiagnosticLog()
        if let read = read(testCase, of: test, policy, vocabulary, &problems) { body(read, &problems) }
        log.append(contentsOf: problems)
      }
    }
    if count == 0, !log.hasErrors {
      log.error(
        "test.none", at: nil, ko: "실행할 시험이 없습니다", en: "there are no tests to run",
        help: LocalizedText(
          ko: "첫 줄이 `format: guideline_test/1`인 파일을 두십시오",
          en: "add a file that begins with `format: guideline_test/1`"))
    }
  }

  /// Every problem of the files and of what they name.
  var diagnostics: [Diagnostic] { log.sorted }

  private mutating func unknownPolicy(_ test: PolicyTest) {
    log.error(
      "test.unknown-policy", at: test.policySpan, ko: "기준 `\(test.policy)`이(가) 없습니다",
      en: "there is no policy `\(test.policy)`",
      help: Suggestion.nearest(to: test.policy, among: set.policies.map(\.id)).map(Suggestion.question))
  }

  private mutating func read(
    _ testCase: PolicyTest.Case, of test: PolicyTest, _ policy: Policy, _ vocabulary: Vocabulary,
    _ problems: inout DiagnosticLog
  ) -> ReadCase? {
    guard let scheme = scheme(testCase, of: test, vocabulary, &problems), !problems.hasErrors else {
      return nil
    }
    var choice = AuditPlan.Choice()
    choice.folder = FileName.folder(of: test.file.path)
    choice.profile = testCase.profile.map { AuditPlan.Name(text: $0.text, span: $0.span) }
    choice.waivers = testCase.waivers.map { AuditPlan.Name(text: $0.text, span: $0.span) }
    choice.asOf = testCase.asOf
    choice.today = today
    choice.policy = policy.id
    return ReadCase(
      test: testCase, policy: policy.id, vocabulary: vocabulary, scheme: scheme, choice: choice,
      rules: testCase.expect.map { policy.subject(of: $0) ?? "" })
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
        testCase.set.map { (path: $0.key, node: $0.value) }, to: tree, vocabulary: vocabulary,
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
}
