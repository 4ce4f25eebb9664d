public import Diagnostics

/// The outcome of one rule (or of one of its parts) for one subject, with what it rests on.
public struct Finding: Sendable {
  /// What it holds. A copy of a finding counts one reference, where a copy of all its parts would count thirty.
  private var content: FindingContent

  /// What it shares with the other findings of its rule.
  public var heading: RuleHeading {
    get { content.fields.heading }
    _modify { yield &own.fields.heading }
  }
  /// The subject's path below its list, such as `A3`, `#2`, `webtoon/#1`, `[*]`; nil: the whole scheme.
  public var subject: String? {
    get { content.fields.subject }
    _modify { yield &own.fields.subject }
  }
  /// What people call the subject.
  public var subjectName: LocalizedText? {
    get { content.fields.subjectName }
    _modify { yield &own.fields.subjectName }
  }
  /// What came of it.
  public var outcome: Outcome {
    get { content.fields.outcome }
    _modify { yield &own.fields.outcome }
  }
  /// What is wrong: the rule's message for `fail`, the reason for `error`.
  public var message: LocalizedText? {
    get { content.fields.message }
    _modify { yield &own.fields.message }
  }
  /// What to change.
  public var remedy: LocalizedText? {
    get { content.fields.remedy }
    _modify { yield &own.fields.remedy }
  }
  /// What a person must decide, with the computed values.
  public var question: LocalizedText? {
    get { content.fields.question }
    _modify { yield &own.fields.question }
  }
  /// What the scheme says.
  public var actual: ReportValue? {
    get { content.fields.actual }
    _modify { yield &own.fields.actual }
  }
  /// The rule's own words for what the scheme says.
  public var actualText: LocalizedText? {
    get { content.fields.actualText }
    _modify { yield &own.fields.actualText }
  }
  /// What the rule asks.
  public var expected: ReportValue? {
    get { content.fields.expected }
    _modify { yield &own.fields.expected }
  }
  /// The rule's own words for what it asks, such as `at least 1`.
  public var expectedText: LocalizedText? {
    get { content.fields.expectedText }
    _modify { yield &own.fields.expectedText }
  }
  /// Stated facts that decided.
  public var evidence: [Evidence] {
    get { content.fields.evidence }
    _modify { yield &own.fields.evidence }
  }
  /// What was needed and could not be used.
  public var missing: [MissingFact] {
    get { content.fields.missing }
    _modify { yield &own.fields.missing }
  }
  /// Unstated facts that were given a meaning.
  public var assumed: [AssumedFact] {
    get { content.fields.assumed }
    _modify { yield &own.fields.assumed }
  }
  /// Lists whose completeness mattered.
  public var lists: [ListGround] {
    get { content.fields.lists }
    _modify { yield &own.fields.lists }
  }
  /// Elements that fail too, beyond the twenty whose facts are named.
  public var further: [FurtherFailures] {
    get { content.fields.further }
    _modify { yield &own.fields.further }
  }
  /// Parameters used, with the versions picked.
  public var parameters: [ParameterUse] {
    get { content.fields.parameters }
    _modify { yield &own.fields.parameters }
  }
  /// Table rows used, with the versions picked.
  public var tables: [TableUse] {
    get { content.fields.tables }
    _modify { yield &own.fields.tables }
  }
  /// Dates that picked versions.
  public var dates: [DateUse] {
    get { content.fields.dates }
    _modify { yield &own.fields.dates }
  }
  /// Steps and definitions of the computation, in the order to show.
  public var steps: [StepResult] {
    get { content.fields.steps }
    _modify { yield &own.fields.steps }
  }
  /// What the names of `for_each` stand for: `award` is `scheme.awards[A3]`.
  public var bindings: [SubjectBinding] {
    get { content.fields.bindings }
    _modify { yield &own.fields.bindings }
  }
  /// The exception that decided or is open.
  public var exception: ExceptionUse? {
    get { content.fields.exception }
    _modify { yield &own.fields.exception }
  }
  /// The waiver that holds, or could not be decided.
  public var waiver: WaiverUse? {
    get { content.fields.waiver }
    _modify { yield &own.fields.waiver }
  }
  /// The last recorded judgement or reply of a person.
  public var decision: DecisionUse? {
    get { content.fields.decision }
    _modify { yield &own.fields.decision }
  }
  /// The judgements and replies before that one, in the order of their days.
  public var earlierDecisions: [DecisionUse] {
    get { content.fields.earlierDecisions }
    _modify { yield &own.fields.earlierDecisions }
  }
  /// Digest of the facts that decided, 32 hexadecimal digits; nil where nobody asked for it.
  public var factsDigest: String? {
    get { content.fields.factsDigest }
    _modify { yield &own.fields.factsDigest }
  }
  /// Whose proof supports it.
  public var proof: ProofSource {
    get { content.fields.proof }
    _modify { yield &own.fields.proof }
  }
  /// What it costs to mend.
  public var cost: FindingCost? {
    get { content.fields.cost }
    _modify { yield &own.fields.cost }
  }
  /// Until when the requirement can be met, where it has a deadline.
  public var deadline: FindingDeadline? {
    get { content.fields.deadline }
    _modify { yield &own.fields.deadline }
  }
  /// The place in the scheme to look at first.
  public var location: ReportLocation? {
    get { content.fields.location }
    _modify { yield &own.fields.location }
  }
  /// What a redacted report says in place of words that show confidential facts.
  public var withheld: WithheldWords? {
    get { content.fields.withheld }
    _modify { yield &own.fields.withheld }
  }

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
    content = FindingContent(
      FindingFields(
        heading: heading,
        subject: subject,
        subjectName: subjectName,
        outcome: outcome,
        message: message,
        remedy: remedy,
        question: question,
        actual: actual,
        actualText: actualText,
        expected: expected,
        expectedText: expectedText,
        evidence: evidence,
        missing: missing,
        assumed: assumed,
        lists: lists,
        further: further,
        parameters: parameters,
        tables: tables,
        dates: dates,
        steps: steps,
        bindings: bindings,
        exception: exception,
        waiver: waiver,
        decision: decision,
        earlierDecisions: earlierDecisions,
        factsDigest: factsDigest,
        proof: proof,
        cost: cost,
        deadline: deadline,
        location: location,
        withheld: nil))
  }

  /// What it holds, held by nothing else.
  private var own: FindingContent {
    mutating get {
      if !isKnownUniquelyReferenced(&content) { content = FindingContent(content.fields) }
      return content
    }
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
