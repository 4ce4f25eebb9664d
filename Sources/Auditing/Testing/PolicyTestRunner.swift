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
    let cases = reader.read(files)
    var result = PolicyTestResult()
    // Many small cases are shared among the cores better than the rules of each.
    for judgement in Parallel.map(cases, { Self.judgement(of: $0.read, under: $0.plan) }) {
      result.add(judgement)
    }
    result.cases = reader.count
    result.diagnostics = reader.diagnostics
    return result
  }

  private static func judgement(of read: ReadCase, under plan: AuditPlan) -> CaseJudgement {
    let findings = SchemeAudit(read.scheme, plan: plan).findings(of: { _ in true }) { _ in }
    return CaseJudgement(read, findings.map(\.finding))
  }
}

extension PolicyTestResult {
  /// Counts the expectations of one more case.
  mutating func add(_ judgement: CaseJudgement) {
    passed += judgement.passed
    failures += judgement.failures
  }
}
