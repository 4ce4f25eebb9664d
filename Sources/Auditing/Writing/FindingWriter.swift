import Diagnostics
import Expressions
import Findings
import Policies

/// Puts the decisions of one rule into findings, while the evaluation stands at the decision's subject.
final class FindingWriter {
  private let matter: RuleOfPolicy
  private let evaluation: Evaluation
  private let facts: FactWriter
  private let confidentiality: Confidentiality
  private let bodies: BodyNames
  private let values: ValueWriter
  private let numbers: NumberWriter
  private let messages: MessageRenderer
  private let steps: StepWriter
  private let places: PlaceFinder
  private let digest: FactsDigest?
  private var headings: [String: RuleHeading] = [:]
  private lazy var fallbacks = FactFallbacks(matter, in: evaluation.program)
  /// By the facts' slots.
  private var assumptions: [Int: AssumedFact] = [:]
  /// Steps of the evaluation spent on what is only shown.
  private(set) var shownSteps = 0

  /// A writer for one rule.
  ///
  /// - Parameters:
  ///   - isOverridden: the user's date stands in place of the policies' own.
  ///   - digestsFacts: findings carry the digest of the facts that decided them.
  init(
    _ matter: RuleOfPolicy, evaluation: Evaluation, facts: FactWriter, bodies: BodyNames,
    isOverridden: Bool, digestsFacts: Bool
  ) {
    self.matter = matter
    self.evaluation = evaluation
    self.facts = facts
    confidentiality = facts.confidentiality
    self.bodies = bodies
    values = ValueWriter(
      facts: evaluation.facts, environment: evaluation.program.environment,
      utcOffset: evaluation.program.calendar?.utcOffset ?? 0, records: facts.records)
    numbers = NumberWriter(
      policy: matter.policy, rule: matter.rule, evaluation: evaluation, values: values,
      confidentiality: confidentiality, isOverridden: isOverridden)
    messages = MessageRenderer(evaluation: evaluation, values: values, confidentiality: confidentiality)
    steps = StepWriter(
      matter, evaluation: evaluation, values: values, confidentiality: confidentiality)
    places = PlaceFinder(facts: facts.facts, confidentiality: confidentiality)
    digest = digestsFacts ? FactsDigest(facts: facts.facts) : nil
  }

  private var policy: Policy { matter.policy }
  private var rule: Rule { matter.rule }

  /// The finding of a rule that the profile leaves out.
  func notSelected() -> Finding {
    evaluation.startRule(asOf: rule.asOf ?? policy.asOf)
    let date = KnownDate(evaluation.date(nil), in: evaluation)
    return Finding(heading: heading(nil, on: date), outcome: .notSelected)
  }

  /// The finding of a decision; steps are computed as the decision replaced them.
  ///
  /// What is only shown has a step budget of its own, so that it never turns a later outcome into an error.
  func write(_ decision: Decision, _ place: RuleAudit.Place, on date: KnownDate) -> Finding {
    let decidingSteps = evaluation.stepsUsed
    evaluation.stepsUsed = shownSteps
    defer {
      shownSteps = evaluation.stepsUsed
      if shownSteps > evaluation.stepBudget {
        // What was shown last may have been cut short; nothing else may go by it.
        evaluation.startSubject(place.subject?.locals ?? [], grounds: place.subject?.localGrounds ?? [])
      }
      evaluation.stepsUsed = decidingSteps
    }
    guard decision.replaced.isEmpty else {
      return evaluation.replacing(decision.replaced) { written(decision, place, on: date) }
    }
    return written(decision, place, on: date)
  }

  private func written(_ decision: Decision, _ place: RuleAudit.Place, on date: KnownDate) -> Finding {
    let requirement = place.requirement
    var finding = Finding(heading: heading(requirement, on: date), outcome: decision.outcome)
    if let subject = place.subject { describe(subject, in: &finding) }
    var shown: [ExpandedGrounds] = []
    if let requirement, place.isJudged { sides(of: requirement, in: &finding, &shown) }
    var grounds = decision.grounds
    // Where nothing is decided, what is shown is what a reader wants to trace.
    let showsAll = place.isJudged && rule.check != .requirements
    if showsAll { grounds = ExpandedGrounds(union: [grounds] + shown + steps.grounds(of: requirement)) }
    rest(finding: &finding, on: grounds)
    finding.factsDigest = digest?.digest(of: grounds)
    finding.steps = steps.steps(
      used: decision.grounds.cells.map(\.cell), requirement: requirement, all: showsAll,
      replaced: decision.replaced)
    say(decision, requirement, in: &finding)
    finding.exception = exception(decision, on: date)
    finding.proof = proof(of: decision, finding.exception, grounds)
    finding.waiver = decision.waiver.map { use(of: $0, outcome: decision.outcome) }
    if decision.outcome == .fail, place.isJudged { finding.cost = cost() }
    finding.location = places.place(of: place, sides: shown, grounds: grounds, decision.outcome)
    if !confidentiality.isEmpty { withhold(decision, place, grounds, in: &finding) }
    return finding
  }

  // ── what all findings of the rule share ────────────────────────────────────

  private func heading(_ requirement: Requirement?, on date: KnownDate) -> RuleHeading {
    let key = requirement?.id ?? ""
    if let known = headings[key] { return known }
    let writer = HeadingWriter(matter, pages: bodies.pages(of: policy))
    let new = writer.heading(requirement, on: writer.days(of: date))
    headings[key] = new
    return new
  }

  // ── subject and grounds ────────────────────────────────────────────────────

  private func describe(_ subject: Subject, in finding: inout Finding) {
    finding.subject = subject.label
    var names: [LocalizedText?] = []
    for (list, value) in zip(rule.subjects, subject.locals) {
      var path: String?
      var name: LocalizedText?
      if case .record(.fact(let record)) = value {
        let element = facts.records.value(of: record)
        path = element.text
        name = element.label
      } else {
        name = values.write(value, as: list.element).label
      }
      names.append(name)
      finding.bindings.append(SubjectBinding(name: list.name, path: path))
    }
    if names.contains(where: { $0 != nil }) {
      let known = names.compactMap { $0 }
      finding.subjectName = known.count == 1 ? known[0] : LocalizedText.joined(known, separator: " / ")
    }
  }

  private func rest(finding: inout Finding, on grounds: ExpandedGrounds) {
    var evidence: [Evidence] = []
    evidence.reserveCapacity(grounds.plain.count)
    var hasHolidays = false
    var hasGaps = false
    for ground in grounds.plain {
      switch ground {
      case .read(let fact): evidence.append(facts.evidence(fact))
      case .missing(let fact, let kind): finding.missing.append(facts.missing(fact, kind))
      case .assumed(let fact): finding.assumed.append(assumed(fact))
      case .list(let fact): finding.lists.append(facts.list(fact))
      case .further(let list, let count):
        let list = list.map { facts.list($0) }
        finding.further.append(FurtherFailures(path: list?.path, name: list?.name, count: count))
      case .parameter(let index, let version):
        if let use = numbers.parameter(index, version: version, in: grounds) {
          finding.parameters.append(use)
        }
      case .row(let table, let version, let row):
        if let use = numbers.row(table, version: version, row: row, in: grounds) {
          finding.tables.append(use)
        }
      case .uncertainHoliday: hasHolidays = true
      case .noParameterVersion, .noTableVersion, .noRow, .outsideCalendar: hasGaps = true
      case .cell, .partialCell, .date: break
      }
    }
    finding.evidence = evidence
    if hasHolidays { finding.assumed += numbers.assumptions(in: grounds) }
    if hasGaps { finding.missing += numbers.gaps(in: grounds) }
    finding.dates = numbers.dates(in: grounds)
  }

  /// An unstated fact with what the rule takes in its place.
  private func assumed(_ fact: FactID) -> AssumedFact {
    if let known = assumptions[Int(fact.slot)] { return known }
    var assumed = facts.assumed(fact)
    let record = facts.facts.records[facts.facts.owner(of: fact)]
    let field = FieldID(record: record.type, slot: Int(fact.slot) - record.firstSlot)
    if assumed.value == nil,
      let value = fallbacks.value(of: field, as: facts.facts.field(of: fact).type, values)
    {
      assumed = AssumedFact(path: assumed.path, name: assumed.name, value: value, why: assumed.why)
    }
    assumptions[Int(fact.slot)] = assumed
    return assumed
  }

  // ── both sides ─────────────────────────────────────────────────────────────

  private func sides(
    of requirement: Requirement, in finding: inout Finding, _ shown: inout [ExpandedGrounds]
  ) {
    if let actual = requirement.actual {
      let result = evaluation.evaluate(actual)
      finding.actual = written(result, as: actual)
      shown.append(evaluation.expand(result.grounds))
    }
    if let expected = requirement.expected {
      finding.expected = written(evaluation.evaluate(expected), as: expected)
    }
    finding.deadline = requirement.deadline.map { deadline($0, of: requirement) }
    finding.actualText = requirement.actualText
    finding.expectedText = requirement.expectedText
  }

  private func deadline(_ deadline: Deadline, of requirement: Requirement) -> FindingDeadline {
    let title = deadline.title ?? requirement.title ?? rule.title
    switch deadline.end {
    case .last(let cell):
      let end = evaluation.evaluate(cell)
      let standing = numbers.standing(in: evaluation.expand(end.grounds))
      return FindingDeadline(
        title: title, last: written(end, as: cell), isDefault: standing.isDefault,
        verified: standing.isVerified)
    case .words(let text, let from):
      return FindingDeadline(
        title: title, text: text, from: from.map { written(evaluation.evaluate($0), as: $0) })
    }
  }

  private func cost() -> FindingCost? {
    rule.cost.map { cost in
      FindingCost(title: cost.title, value: written(evaluation.evaluate(cost.value), as: cost.value))
    }
  }

  /// What a cell came to, marked where it rests on confidential facts.
  private func written(_ result: Evaluated, as cell: CellID) -> ReportValue {
    let value = values.write(result.value, as: evaluation.program.cells[cell.index].expression.type)
    guard !confidentiality.isEmpty else { return value }
    return confidentiality.marked(value, if: confidentiality.hides(evaluation.expand(result.grounds)))
  }

  // ── what a redacted report withholds ───────────────────────────────────────

  /// Marks what a redacted report withholds of a finding, and says what it says instead.
  private func withhold(
    _ decision: Decision, _ place: RuleAudit.Place, _ grounds: ExpandedGrounds, in finding: inout Finding
  ) {
    let subject = place.subject.map { WithheldSubject(confidentiality: confidentiality, subject: $0) }
    let hidesAll = subject?.hidesEverything ?? false
    if hidesAll { finding.hideEverything() }
    // Which row was used, which day a calendar lacks: they were picked by what the finding rests on.
    if hidesAll || confidentiality.hides(grounds) { finding.hideWhatWasPicked() }
    var words = WithheldWords()
    words.subject = subject?.label
    if finding.subjectName != nil, subject?.hidesName ?? false { words.subjectName = .withheld }
    let (message, remedy) = templates(decision, place.requirement)
    let withholding = { self.messages.renderWithholding($0, hidesAll: hidesAll) }
    if finding.message != nil { words.message = message.flatMap(withholding) }
    if finding.remedy != nil { words.remedy = remedy.flatMap(withholding) }
    if finding.question != nil, !decision.isUnderReview {
      words.question = rule.question.flatMap(withholding)
    }
    // What went wrong in a computation may quote its numbers.
    if decision.outcome == .error { words.message = .withheld }
    if !words.isEmpty { finding.withheld = words }
  }

  private func templates(
    _ decision: Decision, _ requirement: Requirement?
  ) -> (message: Template?, remedy: Template?) {
    if case .noSubject = decision.reason { return (rule.messageIfNone, rule.remedyIfNone) }
    return (requirement?.message, requirement?.remedy)
  }

  // ── words ──────────────────────────────────────────────────────────────────

  private func say(_ decision: Decision, _ requirement: Requirement?, in finding: inout Finding) {
    switch decision.outcome {
    case .fail, .waived: sayWhatFails(decision, requirement, in: &finding)
    case .unknown where decision.waiver != nil: sayWhatFails(decision, requirement, in: &finding)
    case .manual: finding.question = question(decision)
    case .error: finding.message = decision.error?.message
    case .info: finding.message = requirement?.message.map { messages.render($0) }
    case .pass, .unknown, .notApplicable, .notInForce, .notSelected: break
    }
  }

  private func sayWhatFails(
    _ decision: Decision, _ requirement: Requirement?, in finding: inout Finding
  ) {
    if case .noSubject = decision.reason {
      finding.message = rule.messageIfNone.map { messages.render($0) }
      finding.remedy = rule.remedyIfNone.map { messages.render($0) }
    } else {
      finding.message = requirement?.message.map { messages.render($0) }
      finding.remedy = requirement?.remedy.map { messages.render($0) }
    }
  }

  private func question(_ decision: Decision) -> LocalizedText? {
    if case .underReview(let exceptions) = decision.reason, let index = exceptions.first {
      // A question that has no case of its own is about the exceptions.
      if rule.manualWhen == nil, rule.check != .manual, let question = rule.question {
        return messages.render(question)
      }
      let title = rule.exceptions[index].title
      return LocalizedText(
        ko: "예외 ‘\(title.ko)’에 해당하고 입증자료가 이를 뒷받침하는가?",
        en: "Does the exception “\(title.en)” apply, and does the proof bear it out?")
    }
    return rule.question.map { messages.render($0) }
  }

  // ── exceptions and waivers ─────────────────────────────────────────────────

  private func exception(_ decision: Decision, on date: KnownDate) -> ExceptionUse? {
    switch decision.reason {
    case .plain, .noSubject: nil
    case .relieved(let indices), .underReview(let indices):
      indices.first.map { use(of: $0, .granted, on: date) }
    case .open(let indices):
      indices.first.map { index in
        let isClaimed = evaluation.ask(rule.exceptions[index].when).truth.isYes
        return use(of: index, isClaimed ? .claimed : .open, on: date)
      }
    }
  }

  /// Whose word or paper excuses: that of the granted exception's proof, or of the facts that need one.
  private func proof(
    of decision: Decision, _ exception: ExceptionUse?, _ grounds: ExpandedGrounds
  ) -> ProofSource {
    let excusing = facts.proof(of: grounds.reads)
    guard excusing == .none, exception?.state == .granted, exception?.proof != nil else { return excusing }
    return isProvenByAuthority(decision) ? .authority : .company
  }

  private func isProvenByAuthority(_ decision: Decision) -> Bool {
    let granted: [Int] =
      switch decision.reason {
      case .relieved(let indices), .underReview(let indices): indices
      case .plain, .noSubject, .open: []
      }
    guard let proof = granted.first.flatMap({ rule.exceptions[$0].proof }) else { return false }
    let reads = evaluation.expand(evaluation.evaluate(proof).grounds).reads
    return !reads.isEmpty && reads.allSatisfy { facts.isFromAuthority($0) }
  }

  private func use(of index: Int, _ state: ExceptionUse.State, on date: KnownDate) -> ExceptionUse {
    let exception = rule.exceptions[index]
    let effect: ExceptionUse.Relief =
      switch exception.relief {
      case .notRequired: .notRequired
      case .replace: .replace
      }
    let period = ReportPeriod(from: exception.inForce.from?.iso, to: exception.inForce.to?.iso)
    let days = PossibleDays(
      date.value, within: policy.inForce.intersection(rule.inForce).intersection(exception.inForce))
    return ExceptionUse(
      id: exception.id, title: exception.title,
      cite: exception.cites.flatMap { cites in
        HeadingWriter.words(cites.possible(days.places(in: cites)) { $0 })
      }, state: state,
      effect: effect,
      review: exception.needsReview, proof: exception.proof.map { path(ofProof: $0) },
      inForce: period.isOpen ? nil : period)
  }

  private func path(ofProof proof: CheckedExpression) -> String {
    let grounds = evaluation.expand(evaluation.evaluate(proof).grounds)
    let fact = grounds.missing.last?.fact ?? grounds.reads.last
    return fact.map { facts.facts.path(of: $0) } ?? proof.source.text
  }

  private func use(of waiver: Waiver, outcome: Outcome) -> WaiverUse {
    WaiverUse(
      id: waiver.id, state: outcome == .waived ? .applied : .undecided,
      grantedBy: ReportAuthority(
        id: waiver.grantedBy, name: bodies.name(of: waiver.grantedBy, on: waiver.grantedOn)),
      grantedOn: waiver.grantedOn.iso, expires: waiver.expires.iso, basis: waiver.basis,
      reason: waiver.reason, document: waiver.document)
  }
}

extension Decision {
  /// Whether a person is asked about an exception in the program's own words.
  fileprivate var isUnderReview: Bool {
    if case .underReview = reason { true } else { false }
  }
}
