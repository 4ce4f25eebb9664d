import Diagnostics
import Expressions
import Findings
import Policies

/// Sees what one finding exercises of its policy.
struct CoverageWatch {
  private let sight: SchemeAudit.Sight
  private let conditions: PolicyConditions
  private var seen: Set<CoveredThing> = []

  /// What a finding exercises, apart from its outcome.
  static func things(in sight: SchemeAudit.Sight, _ conditions: PolicyConditions) -> Set<CoveredThing> {
    let evaluation = sight.audit.evaluation
    // Looking costs the rule nothing, and leaves nothing behind that was cut short.
    let steps = evaluation.stepsUsed
    evaluation.stepsUsed = 0
    var watch = CoverageWatch(sight: sight, conditions: conditions)
    watch.look()
    if evaluation.stepsUsed > evaluation.stepBudget { watch.returnToSubject() }
    evaluation.stepsUsed = steps
    return watch.seen
  }

  private init(sight: SchemeAudit.Sight, conditions: PolicyConditions) {
    self.sight = sight
    self.conditions = conditions
  }

  private var rule: Rule { sight.audit.rule }
  private var policy: Policy { sight.audit.policy }
  private var evaluation: Evaluation { sight.audit.evaluation }
  private var decision: Decision { sight.decision }

  private mutating func look() {
    lookAtDays()
    look(at: decision.grounds)
    if case .noSubject = decision.reason {
      seen.insert(.noSubject(rule: rule.id, list: sight.place.subject?.locals.count ?? 0))
    }
    if decision.outcome != .notInForce, isGateAskable, let applies = rule.appliesWhen {
      ask(conditions.tree(of: applies, owner: rule.id))
      if decision.outcome == .notApplicable, evaluation.ask(applies).truth.isNo {
        seen.insert(.gate(rule: rule.id))
      }
    }
    guard sight.place.isJudged else { return lookAtWords() }
    lookAtRequirement()
    if decision.replaced.isEmpty {
      lookAtWords()
    } else {
      var inner = self
      evaluation.replacing(decision.replaced) {
        inner.lookAtRequirement()
        inner.lookAtWords()
      }
      seen.formUnion(inner.seen)
    }
    if hasClaims { for place in rule.exceptions.indices { lookAtException(place) } }
  }

  /// A gate that names a subject can be asked only where there is one.
  private var isGateAskable: Bool {
    let subjects = sight.place.subject?.locals.count ?? 0
    return rule.appliesWhen?.usedLocals.allSatisfy { $0 < subjects } ?? false
  }

  // ── days, versions, rows ───────────────────────────────────────────────────

  private mutating func lookAtDays() {
    guard let day = sight.date.day else { return }
    let isInForce = decision.outcome != .notInForce
    for (owner, period) in [(nil, policy.inForce), (rule.id, rule.inForce)] {
      for side in Self.sides(of: day, in: period) where Self.isInside(side) == isInForce {
        seen.insert(.inForce(rule: owner, side))
      }
    }
    guard isInForce else { return }
    look(at: policy.authority, on: day)
    for history in [rule.cite, rule.text, sight.place.requirement?.cites].compactMap({ $0 }) {
      look(at: history, on: day)
    }
  }

  private mutating func look<T>(at history: Dated<T>, on day: Day) {
    guard let version = history.index(on: day), let span = history.versions[version].provenance.span,
      span.file === policy.file
    else { return }
    seen.insert(.version(start: span.start))
  }

  private static func sides(of day: Day, in period: Period) -> [CoveredThing.Side] {
    [period.from.map { day < $0 ? .before : .from }, period.to.map { day > $0 ? .after : .until }]
      .compactMap { $0 }
  }

  private static func isInside(_ side: CoveredThing.Side) -> Bool {
    switch side {
    case .before, .after: false
    case .from, .until: true
    }
  }

  private mutating func look(at grounds: ExpandedGrounds) {
    for ground in grounds.plain {
      switch ground {
      case .parameter(let index, let version): seen.insert(.parameter(index, version: version))
      case .row(let table, let version, let row): seen.insert(.row(table: table, version: version, row))
      case .noParameterVersion(let index):
        let parameter = evaluation.program.parameters[index]
        if let place = lastBegun(parameter.history, parameter.asOf) {
          seen.insert(.noParameter(index, after: place))
        }
      case .noTableVersion(let index):
        let table = evaluation.program.tables[index]
        if let place = lastBegun(table.history, table.asOf) { seen.insert(.noTable(index, after: place)) }
      case .read, .missing, .assumed, .list, .further, .cell, .partialCell, .date, .noRow, .outsideCalendar,
        .uncertainHoliday:
        break
      }
    }
    askSteps(grounds.cells.map(\.cell))
  }

  /// What is only shown: the two sides, and every step where nothing is decided.
  private mutating func lookAtShown() {
    guard let requirement = sight.place.requirement else { return }
    var cells = [requirement.actual, requirement.expected, requirement.deadline?.cell].compactMap { $0 }
    if rule.check != .requirements { cells += rule.steps + requirement.steps }
    for cell in cells { look(at: evaluation.expand(evaluation.evaluate(cell).grounds)) }
    if rule.check != .requirements { askSteps(cells) }
  }

  /// What the texts put in that the finding says.
  private mutating func lookAtWords() {
    let requirement = sight.place.requirement
    let texts: [Template?]
    switch decision.outcome {
    case .fail, .waived: texts = wordsOfFailure
    case .unknown: texts = decision.waiver == nil ? [] : wordsOfFailure
    case .manual: texts = isAskedForException && rule.manualWhen != nil ? [] : [rule.question]
    case .info: texts = [requirement?.message]
    case .pass, .notApplicable, .notInForce, .notSelected, .error: texts = []
    }
    for value in texts.flatMap({ $0?.values ?? [] }) {
      look(at: evaluation.expand(evaluation.evaluate(value).grounds))
    }
  }

  /// Whether a person is asked because of an exception.
  private var isAskedForException: Bool {
    if case .underReview = decision.reason { true } else { false }
  }

  private var wordsOfFailure: [Template?] {
    if case .noSubject = decision.reason { return [rule.messageIfNone, rule.remedyIfNone] }
    return [sight.place.requirement?.message, sight.place.requirement?.remedy]
  }

  /// The place of the last version that has begun on the day that counts, -1 before the first.
  private func lastBegun<T>(_ history: Dated<T>, _ asOf: CellID?) -> Int? {
    guard let day = asOf == nil ? sight.date.day : KnownDate(evaluation.date(asOf), in: evaluation).day else {
      return nil
    }
    return history.versions.lastIndex { $0.from.map { $0 <= day } ?? true } ?? -1
  }

  // ── conditions and exceptions ──────────────────────────────────────────────

  /// Asks what stands in steps and definitions.
  private mutating func askSteps(_ cells: [CellID]) {
    let trees = cells.compactMap { conditions.steps[$0.index] }
    if trees.isEmpty { return }
    for tree in trees { ask(tree) }
    // A definition knows no subject: the variables of its macros take the places of the subjects.
    returnToSubject()
  }

  /// Puts the finding's subjects back in their places.
  private func returnToSubject() {
    evaluation.startSubject(
      sight.place.subject?.locals ?? [], grounds: sight.place.subject?.localGrounds ?? [])
  }

  private mutating func ask(_ tree: ConditionTree?) {
    guard let tree else { return }
    var found: [CoveredThing] = []
    tree.ask { leaf in
      let truth = evaluation.ask(leaf.condition).truth
      let answer = truth.isYes ? true : truth.isNo ? false : nil
      found.append(.condition(start: leaf.span.start, end: leaf.span.end, answer))
      return answer
    }
    seen.formUnion(found)
  }

  private mutating func lookAtRequirement() {
    if let condition = sight.place.requirement?.condition {
      ask(conditions.tree(of: condition, owner: rule.id))
    }
    if decision.outcome != .fail, let manual = rule.manualWhen {
      ask(conditions.tree(of: manual, owner: rule.id))
    }
    look(at: decision.grounds)
    lookAtShown()
  }

  /// Whether the exceptions can matter: not where a requirement is met that they only excuse.
  private var hasClaims: Bool {
    guard rule.check != .info else { return false }
    let onlyExcuse = rule.exceptions.allSatisfy { exception in
      switch exception.relief {
      case .notRequired: true
      case .replace: false
      }
    }
    return !(onlyExcuse && decision.outcome == .pass)
  }

  private mutating func lookAtException(_ place: Int) {
    let exception = rule.exceptions[place]
    ask(conditions.tree(of: exception.when, owner: rule.id))
    let claim = Claim(place, of: rule, on: sight.date, in: evaluation)
    switch claim.standing {
    case .refused: seen.insert(.exception(rule: rule.id, place, .refused))
    case .granted: seen.insert(.exception(rule: rule.id, place, .granted))
    case .open: seen.insert(.exception(rule: rule.id, place, .open))
    case .failed: break
    }
    guard let day = sight.date.day, evaluation.ask(exception.when).truth.isYes,
      exception.proof.map({ evaluation.ask($0).truth.isYes }) ?? true
    else { return }
    for side in Self.sides(of: day, in: exception.inForce) {
      seen.insert(.exceptionDay(rule: rule.id, place, side))
    }
  }
}
