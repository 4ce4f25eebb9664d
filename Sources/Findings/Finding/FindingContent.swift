import Diagnostics

/// What a finding holds, outside the struct that is handed around.
///
/// `Finding` looks whether it is the only holder before every change, so that no two threads ever reach fields that
/// change. The compiler cannot see that, and would have it checked at every access.
final class FindingContent: @unchecked Sendable {
  @exclusivity(unchecked) var fields: FindingFields

  init(_ fields: FindingFields) { self.fields = fields }
}

/// The parts of a finding; `Finding` tells what they mean.
struct FindingFields: Sendable {
  var heading: RuleHeading
  var subject: String?
  @Indirect var subjectName: LocalizedText?
  var outcome: Outcome
  @Indirect var message: LocalizedText?
  @Indirect var remedy: LocalizedText?
  @Indirect var question: LocalizedText?
  @Indirect var actual: ReportValue?
  @Indirect var actualText: LocalizedText?
  @Indirect var expected: ReportValue?
  @Indirect var expectedText: LocalizedText?
  var evidence: [Evidence]
  var missing: [MissingFact]
  var assumed: [AssumedFact]
  var lists: [ListGround]
  var further: [FurtherFailures]
  var parameters: [ParameterUse]
  var tables: [TableUse]
  var dates: [DateUse]
  var steps: [StepResult]
  var bindings: [SubjectBinding]
  @Indirect var exception: ExceptionUse?
  @Indirect var waiver: WaiverUse?
  @Indirect var decision: DecisionUse?
  var earlierDecisions: [DecisionUse]
  @Indirect var factsDigest: String?
  var proof: ProofSource
  @Indirect var cost: FindingCost?
  @Indirect var deadline: FindingDeadline?
  @Indirect var location: ReportLocation?
  @Indirect var withheld: WithheldWords?
}
