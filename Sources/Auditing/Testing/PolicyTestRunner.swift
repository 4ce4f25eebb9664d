import Diagnostics

/// Runs the cases of test files against a policy set.
package enum PolicyTestRunner {
  /// Runs the tests that were found with the policies, or only some files.
  ///
  /// - Parameter today: `YYYY-MM-DD`, for cases that ask for today's law.
  package static func run(
    _ set: PolicySet, files: [String] = [], today: String? = nil
  ) -> PolicyTestResult {
    var reader = CaseReader(set, today: today)
    var result = PolicyTestResult()
    reader.read(files) { read, problems in
      guard let plan = read.plan(set, diagnostics: &problems), !problems.hasErrors else { return }
      result.add(CaseJudgement(read, SchemeAudit(read.scheme, plan: plan).findings()))
    }
    result.cases = reader.count
    result.diagnostics = reader.diagnostics
    return result
  }
}

extension PolicyTestResult {
  /// Counts the expectations of one more case.
  mutating func add(_ judgement: CaseJudgement) {
    passed += judgement.passed
    failures += judgement.failures
  }
}
