public import Diagnostics

/// The outcome of one rule (or of one of its parts) for one subject, with what it rests on.
public struct Finding: Sendable {
  /// What it shares with the other findings of its rule.
  public var heading: RuleHeading
  /// The subject's path below its list, such as `A3`, `#2`, `webtoon/#1`, `[*]`; nil: the whole scheme.
  public var subject: String?
  /// What people call the subject.
  @Indirect public var subjectName: LocalizedText?
  /// What came of it.
  public var outcome: Outcome
  /// What is wrong: the rule's message for `fail`, the reason for `error`.
  @Indirect public var message: LocalizedText?
  /// What to change.
  @Indirect public var remedy: LocalizedText?
  /// What a person must decide, with the computed values.
  @Indirect public var question: LocalizedText?
  /// What the scheme says.
  @Indirect public var actual: ReportValue?
  /// The rule's own words for what the scheme says.
  @Indirect public var actualText: LocalizedText?
  /// What the rule asks.
  @Indirect public var expected: ReportValue?
  /// The rule's own words for what it asks, such as `at least 1`.
  @Indirect public var expectedText: LocalizedText?
  /// Stated facts that decided.
  public var evidence: [Evidence]
  /// What was needed and could not be used.
  public var missing: [MissingFact]
  /// Unstated facts that were given a meaning.
  public var assumed: [AssumedFact]
  /// Lists whose completeness mattered.
  public var lists: [ListGround]
  /// Elements that fail too, beyond the twenty whose facts are named.
  public var further: [FurtherFailures]
  /// Parameters used, with the versions picked.
  public var parameters: [ParameterUse]
  /// Table rows used, with the versions picked.
  public var tables: [TableUse]
  /// Dates that picked versions.
  public var dates: [DateUse]
  /// Steps and definitions of the computation, in the order to show.
  public var steps: [StepResult]
  /// What the names of `for_each` stand for: `award` is `scheme.awards[A3]`.
  public var bindings: [SubjectBinding]
  /// The exception that decided or is open.
  @Indirect public var exception: ExceptionUse?
  /// The waiver that holds, or could not be decided.
  @Indirect public var waiver: WaiverUse?
  /// The last recorded judgement or reply of a person.
  @Indirect public var decision: DecisionUse?
  /// The judgements and replies before that one, in the order of their days.
  public var earlierDecisions: [DecisionUse]
  /// Digest of the facts that decided, 32 hexadecimal digits; nil where nobody asked for it.
  @Indirect public var factsDigest: String?
  /// Whose proof supports it.
  public var proof: ProofSource
  /// What it costs to mend.
  @Indirect public var cost: FindingCost?
  /// Until when the requirement can be met, where it has a deadline.
  @Indirect public var deadline: FindingDeadline?
  /// The place in the scheme to look at first.
  @Indirect public var location: ReportLocation?
  /// What a redacted report says in place of words that show confidential facts.
  @Indirect public var withheld: WithheldWords?

  /// A finding; everything beyond heading and outcome may be left out.
  public init(
    heading: RuleHeading, subject: String? = nil, subjectName: LocalizedText? = nil, outcome: Outcome,
    message: LocalizedText? = nil, remedy: LocalizedText? = nil, question: LocalizedText? = nil,
    actual: ReportValue? = nil, actualText: LocalizedText? = nil, expected: ReportValue? = nil,
    expectedText: LocalizedText? = nil, evidence: [Evidence] = [], missing: [MissingFact] = [],
    assumed: [AssumedFact] = [], lists: [ListGround] = [], further: [FurtherFailures] = [],
    parameters: [ParameterUse] = [],
    tables: [TableUse] = [], dates: [DateUse] = [], steps: [StepResult] = [],
    bindings: [SubjectBinding] = [], exception: ExceptionUse? = nil, waiver: WaiverUse? = nil,
    decision: DecisionUse? = nil, earlierDecisions: [DecisionUse] = [], factsDigest: String? = nil,
    proof: ProofSource = .none, cost: FindingCost? = nil, deadline: FindingDeadline? = nil,
    location: ReportLocation? = nil
  ) {
    self.heading = heading
    self.subject = subject
    self.subjectName = subjectName
    self.outcome = outcome
    self.message = message
    self.remedy = remedy
    self.question = question
    self.actual = actual
    self.actualText = actualText
    self.expected = expected
    self.expectedText = expectedText
    self.evidence = evidence
    self.missing = missing
    self.assumed = assumed
    self.lists = lists
    self.further = further
    self.parameters = parameters
    self.tables = tables
    self.dates = dates
    self.steps = steps
    self.bindings = bindings
    self.exception = exception
    self.waiver = waiver
    self.decision = decision
    self.earlierDecisions = earlierDecisions
    self.factsDigest = factsDigest
    self.proof = proof
    self.cost = cost
    self.deadline = deadline
    self.location = location
  }
}

extension Finding {
  /// All decisions on record, the one that counts last.
  public var decisions: [DecisionUse] { earlierDecisions + [decision].compactMap { $0 } }
  /// The policy's id.
  public var policy: String { heading.policy }
  /// The rule's id.
  public var rule: String { heading.rule }
  /// The part's id.
  public var part: String? { heading.part }
  /// The rule's title.
  public var title: LocalizedText { heading.title }
  /// What weight the rule has.
  public var effect: Effect { heading.effect }
  /// How much the rule matters within its effect.
  public var severity: RuleSeverity { heading.severity }
  /// Who issued the rule.
  public var authority: ReportAuthority? { heading.authority }
  /// Where the rule is written.
  public var citations: [Citation] { heading.citations }

  /// `RULE.part[subject]`, as tests, decisions and people name a finding.
  public var id: String {
    var id = heading.rule
    if let part { id += ".\(part)" }
    if let subject { id += subject == "[*]" ? subject : "[\(subject)]" }
    return id
  }

  /// Whether no number it rests on is the tool's own or unverified.
  public var firm: Bool {
    parameters.allSatisfy { !$0.isDefault && $0.verified }
      && tables.allSatisfy { !$0.isDefault && $0.verified }
  }
}
