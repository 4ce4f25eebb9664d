import Diagnostics
import Findings
import Policies

/// What the expectations of one case come to.
struct CaseJudgement: Sendable {
  /// Expectations that hold.
  private(set) var passed = 0
  /// Expectations that do not.
  private(set) var failures: [PolicyTestResult.Failure] = []
  /// Names of the findings that some expectation is about, and whether one says their outcome.
  private(set) var asked: [String: Bool] = [:]

  /// Holds the expectations of a case against its findings.
  ///
  /// - Parameter rules: The rules and measures that the findings are of, where they are not all.
  init(_ read: ReadCase, _ findings: [Finding], of rules: Set<String>? = nil) {
    let index = FindingIndex(findings)
    let expectations = zip(read.test.expect, read.rules).filter { rules?.contains($0.1) ?? true }.map(\.0)
    for expectation in expectations {
      for finding in index.matching(expectation) {
        asked[finding.id] = expectation.outcome != nil || asked[finding.id] ?? false
      }
      if let message = ExpectationCheck(expectation, findings: index).failure {
        fail(read, at: expectation.span, finding: expectation.finding, message)
      } else {
        passed += 1
      }
    }
    guard read.test.only else { return }
    for finding in findings where finding.outcome == .fail && asked[finding.id] == nil {
      fail(
        read, at: read.test.span, finding: finding.id,
        LocalizedText(
          ko: "기대: 그 밖의 `fail` 없음(`only: true`), 결과: `fail`",
          en: "wanted no other `fail` (`only: true`), got `fail`"))
    }
  }

  private mutating func fail(
    _ read: ReadCase, at span: SourceSpan, finding: String, _ message: LocalizedText
  ) {
    failures.append(
      PolicyTestResult.Failure(
        location: span.location, name: read.test.name, finding: finding, message: message))
  }
}
