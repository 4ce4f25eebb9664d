import Diagnostics
import Expressions
import Findings
import Policies
import Schemes
import Synchronization

/// Audits one scheme against a plan's policies, on all cores.
struct SchemeAudit: Sendable {
  private let plan: AuditPlan
  private let scheme: Scheme
  private let bodies: BodyNames
  private let missedInputs = TextPool()
  let facts: FactWriter
  /// The steps that one rule may take.
  private let budget: Int

  /// An audit of a scheme of the plan's vocabulary.
  init(_ scheme: Scheme, plan: AuditPlan) {
    self.plan = plan
    self.scheme = scheme
    budget = Evaluation.stepBudget(for: scheme.facts)
    bodies = BodyNames(registers: plan.registers, policies: plan.policies)
    let values = ValueWriter(
      facts: scheme.facts, environment: scheme.facts.environment, utcOffset: plan.utcOffset)
    facts = FactWriter(
      facts: scheme.facts, values: values, sources: FactSources(scheme),
      confidentiality: Confidentiality(scheme.facts, over: scheme.companyFacts))
  }

  /// The words that the scheme is written in.
  var vocabulary: Vocabulary { plan.vocabulary }

  /// One rule or measure.
  private struct Job: Sendable {
    /// The policy's place in the plan.
    var policy: Int
    var matter: RuleOfPolicy
    var isMeasure: Bool

    var rule: Rule { matter.rule }
  }

  /// Every rule and measure, in the order of the policies.
  private var jobs: [Job] {
    plan.policies.enumerated().flatMap { place, policy in
      policy.rules.map { Job(policy: place, matter: RuleOfPolicy($0, of: policy), isMeasure: false) }
        + policy.measures.map {
          Job(policy: place, matter: RuleOfPolicy($0.asRule(of: policy), of: policy), isMeasure: true)
        }
    }
  }

  /// The findings of every rule and measure, in the order of the policies, rules and subjects.
  ///
  /// First every rule finds its subjects and decides them if they are few, then all cores share the subjects of all
  /// other rules: rules take times that differ a hundredfold.
  func findings() -> [Finding] {
    let jobs = self.jobs
    let (begun, firstEfforts) = onAllCores(Array(jobs.indices), sections: jobs.indices.map { $0..<$0 + 1 }) {
      begin($0, jobs[$0], at: &$1)
    }
    let pieces = begun.indices.flatMap { Self.pieces(of: $0, begun[$0].opening?.subjects.count ?? 0) }
    let (decided, moreEfforts) = onAllCores(
      pieces, sections: Self.sections(of: pieces)
    ) { decide($0, of: jobs, begun, at: &$1) }

    var efforts = Array(repeating: Effort(), count: jobs.count)
    for (job, effort) in firstEfforts + moreEfforts { efforts[job].add(effort) }
    var findings: [Finding] = []
    var piece = 0
    for job in jobs.indices {
      let first = piece
      while piece < pieces.count, pieces[piece].job == job { piece += 1 }
      if efforts[job].isWithin(budget) {
        findings += begun[job].findings
        for place in first..<piece { findings += decided[place] }
      } else {
        findings += whole(job, jobs[job])
      }
    }
    return findings
  }

  // ── one rule ───────────────────────────────────────────────────────────────

  /// What a rule has come to before its subjects are looked at.
  private struct Beginning: Sendable {
    var findings: [Finding] = []
    /// Subjects that all cores share; nil where the findings are all there are.
    var opening: RuleAudit.Opening?
  }

  private func begin(_ place: Int, _ job: Job, at desk: inout Desk) -> Beginning {
    var beginning = Beginning()
    guard let visit = visit(place, job, at: &desk) else {
      beginning.findings = [notSelected(job, at: &desk)]
      return beginning
    }
    let write = { (decision: Decision, place: RuleAudit.Place, date: KnownDate) in
      beginning.findings.append(visit.writer.write(decision, place, on: date))
    }
    guard let opening = visit.audit.open(write) else { return beginning }
    if opening.subjects.count <= Self.smallestPiece {
      // Nothing could be shared; another core would have to take the rule up anew.
      visit.audit.decide(opening.subjects.indices, of: opening, write)
    } else {
      beginning.opening = opening
    }
    return beginning
  }

  /// Decides all subjects of a rule one after the other, so that its limits are those of the whole rule.
  private func whole(_ place: Int, _ job: Job) -> [Finding] {
    var desk = desk()
    guard let visit = visit(place, job, at: &desk) else { return [notSelected(job, at: &desk)] }
    var findings: [Finding] = []
    let write = { (decision: Decision, place: RuleAudit.Place, date: KnownDate) in
      findings.append(visit.writer.write(decision, place, on: date))
    }
    if let opening = visit.audit.open(write) {
      visit.audit.decide(opening.subjects.indices, of: opening, write)
    }
    return findings
  }

  /// A finding while the evaluation still stands at its subject.
  struct Sight {
    /// What was written.
    var finding: Finding
    /// What was decided.
    var decision: Decision
    /// Where it belongs.
    var place: RuleAudit.Place
    /// The rule's date.
    var date: KnownDate
    /// The rule, with the evaluation.
    var audit: RuleAudit
  }

  /// Decides some rules, one after the other on this thread, and looks at each finding; there is nothing to look at
  /// where the profile leaves a rule out.
  func findings<Seen>(
    of isWanted: (Rule) -> Bool, seeing look: (Sight) -> Seen
  ) -> [(finding: Finding, seen: Seen?)] {
    var desk = desk()
    var findings: [(finding: Finding, seen: Seen?)] = []
    for (place, job) in jobs.enumerated() where isWanted(job.rule) {
      guard let visit = visit(place, job, at: &desk) else {
        findings.append((notSelected(job, at: &desk), nil))
        continue
      }
      let write = { (decision: Decision, place: RuleAudit.Place, date: KnownDate) in
        let finding = visit.writer.write(decision, place, on: date)
        let sight = Sight(finding: finding, decision: decision, place: place, date: date, audit: visit.audit)
        findings.append((finding, look(sight)))
      }
      if let opening = visit.audit.open(write) {
        visit.audit.decide(opening.subjects.indices, of: opening, write)
      }
    }
    return findings
  }

  /// Some neighbouring subjects of one rule.
  private struct Piece: Sendable {
    var job: Int
    var subjects: Range<Int>
  }

  /// Fewest subjects that are worth sharing out.
  private static let smallestPiece = 4

  private static func pieces(of job: Int, _ count: Int) -> [Piece] {
    // Small enough to share evenly, and few enough to put together quickly.
    let size = max(smallestPiece, count / 64)
    return stride(from: 0, to: count, by: size).map { start in
      Piece(job: job, subjects: start..<min(start + size, count))
    }
  }

  /// The places of each rule's pieces, the rule with the most first.
  private static func sections(of pieces: [Piece]) -> [Range<Int>] {
    var sections: [Range<Int>] = []
    var start = 0
    for place in pieces.indices where place + 1 == pieces.count || pieces[place + 1].job != pieces[place].job
    {
      sections.append(start..<place + 1)
      start = place + 1
    }
    return sections.sorted { ($1.count, $0.lowerBound) < ($0.count, $1.lowerBound) }
  }

  private func decide(
    _ piece: Piece, of jobs: [Job], _ begun: [Beginning], at desk: inout Desk
  ) -> [Finding] {
    if desk.visit?.job != piece.job {
      visit(piece.job, jobs[piece.job], at: &desk)?.audit.start()
    }
    guard let visit = desk.visit, let opening = begun[piece.job].opening else { return [] }
    var findings: [Finding] = []
    visit.audit.decide(piece.subjects, of: opening) { decision, place, date in
      findings.append(visit.writer.write(decision, place, on: date))
    }
    return findings
  }

  // ── many rules on many cores ───────────────────────────────────────────────

  /// What one core keeps from rule to rule: what it has found out about the scheme's facts.
  private struct Desk {
    /// By the policies' places in the plan.
    var evaluations: [Evaluation?]
    /// The rule being decided.
    private(set) var visit: Visit?
    /// What the rules before it took.
    private(set) var efforts: [(job: Int, effort: Effort)] = []

    init(evaluations: [Evaluation?]) {
      self.evaluations = evaluations
    }

    /// Leaves the rule being decided.
    mutating func leave() {
      if let visit { efforts.append((visit.job, visit.effort)) }
      visit = nil
    }

    /// Takes up a rule.
    mutating func take(_ new: Visit) {
      visit = new
    }
  }

  /// A rule while it is being decided at a desk.
  private final class Visit {
    let job: Int
    let audit: RuleAudit
    private let makeWriter: () -> FindingWriter
    /// Made when there is something to write: many rules are only opened here and decided elsewhere.
    private(set) lazy var writer = makeWriter()

    init(job: Int, audit: RuleAudit, writer: @escaping () -> FindingWriter) {
      self.job = job
      self.audit = audit
      makeWriter = writer
    }

    /// The effort since the rule was started at this desk.
    var effort: Effort {
      Effort(
        deciding: audit.evaluation.stepsUsed, showing: writer.shownSteps,
        hasMetLimit: audit.evaluation.hasMetLimit)
    }
  }

  /// Applies `body` to every item. Every core takes a section nobody has begun and does its items; once all are begun
  /// it helps with those that are not done. Cores that work on different rules do not share their terms and texts, and
  /// so need not wait for one another to count the references to them.
  private func onAllCores<Item: Sendable, Result: Sendable>(
    _ items: [Item], sections: [Range<Int>], _ body: @Sendable (Item, inout Desk) -> Result
  ) -> (results: [Result], efforts: [(job: Int, effort: Effort)]) {
    let turns = Turns(sections)
    let shares = Parallel.map(sections) { _ in
      var done: [(place: Int, result: Result)] = []
      var turn = turns.first()
      // Those that come when all items are taken need no desk.
      guard turn != nil else { return (done: done, efforts: [(job: Int, effort: Effort)]()) }
      var desk = desk()
      while let now = turn {
        done.append((now.place, body(items[now.place], &desk)))
        turn = turns.next(after: now)
      }
      desk.leave()
      return (done: done, efforts: desk.efforts)
    }
    var results: [Result?] = Array(repeating: nil, count: items.count)
    for share in shares {
      for (place, result) in share.done { results[place] = result }
    }
    return (results.compactMap { $0 }, shares.flatMap(\.efforts))
  }

  /// What deciding a rule and showing its values has taken, in all places where that was done.
  private struct Effort: Sendable {
    var deciding = 0
    var showing = 0
    var hasMetLimit = false

    mutating func add(_ more: Effort) {
      deciding += min(more.deciding, .max - deciding)
      showing += min(more.showing, .max - showing)
      hasMetLimit = hasMetLimit || more.hasMetLimit
    }

    /// Whether no limit of a rule can have made a difference, however its subjects were shared.
    func isWithin(_ budget: Int) -> Bool {
      !hasMetLimit && deciding <= budget && showing <= budget
    }
  }

  private func desk() -> Desk {
    Desk(evaluations: Array(repeating: nil, count: plan.policies.count))
  }

  /// Takes a rule to a desk, not yet started; nil for one that the profile leaves out.
  private func visit(_ place: Int, _ job: Job, at desk: inout Desk) -> Visit? {
    desk.leave()
    let matter = job.matter
    if let profile = plan.profile, !profile.selects(rule: matter.rule.id, of: matter.policy.id) { return nil }
    let evaluation = evaluation(of: job, at: &desk)
    let audit = RuleAudit(
      matter, evaluation: evaluation, waivers: waivers(for: matter.rule, in: evaluation),
      isMeasure: job.isMeasure)
    let visit = Visit(job: place, audit: audit) { writer(for: job, evaluation) }
    desk.take(visit)
    return visit
  }

  private func notSelected(_ job: Job, at desk: inout Desk) -> Finding {
    writer(for: job, evaluation(of: job, at: &desk)).notSelected()
  }

  private func evaluation(of job: Job, at desk: inout Desk) -> Evaluation {
    if let evaluation = desk.evaluations[job.policy] { return evaluation }
    let evaluation = Evaluation(
      facts: scheme.facts, program: plan.policies[job.policy].program, asOf: plan.day,
      missedInputs: missedInputs)
    desk.evaluations[job.policy] = evaluation
    return evaluation
  }

  private func writer(for job: Job, _ evaluation: Evaluation) -> FindingWriter {
    FindingWriter(
      job.matter, evaluation: evaluation, facts: facts, bodies: bodies, isOverridden: plan.day != nil,
      digestsFacts: plan.digestsFacts)
  }

  // ── waivers ────────────────────────────────────────────────────────────────

  private func waivers(for rule: Rule, in evaluation: Evaluation) -> WaiverRelief {
    guard let waivers = plan.waivers[rule.id], let waivable = rule.waivable else { return .none }
    let reaching = waivers.filter { waivable.by.contains($0.grantedBy) }
    guard !reaching.isEmpty else { return .none }
    let filed = plan.vocabulary.filedFact.map {
      KnownDate(evaluation.evaluate(rootFact: $0), in: evaluation)
    }
    return WaiverRelief(
      waivers: reaching, filed: filed, schemeID: scheme.idSlot.map { evaluation.evaluate(rootFact: $0) })
  }
}

extension Evaluation {
  /// The value of a fact of the whole scheme.
  fileprivate func evaluate(rootFact slot: Int) -> Evaluated {
    let field = program.environment.records[TypeEnvironment.root].fields[slot]
    return evaluate(
      CheckedExpression(
        source: ExpressionSource(text: field.name), term: .root(slot: slot), type: field.type, localCount: 0,
        usedLocals: []))
  }
}

extension Measure {
  /// The measure as a rule that informs.
  func asRule(of policy: Policy) -> Rule {
    var rule = Rule(
      id: id, title: title, cite: Dated(always: cite ?? policy.title), severity: .note, legal: policy.legal,
      span: span)
    rule.subjects = subjects
    rule.steps = steps
    rule.check = .info
    rule.isMeasure = true
    var requirement = Requirement(id: nil, span: span)
    requirement.actual = value
    rule.requirements = [requirement]
    return rule
  }
}
