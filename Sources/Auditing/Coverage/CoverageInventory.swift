import Diagnostics
import Expressions
import Findings
import Policies

/// Everything of one policy that tests should exercise.
struct CoverageInventory {
  /// In the order of the file.
  private(set) var items: [CoverageItem] = []
  /// The conditions inside the policy's expressions, for watching them.
  private(set) var conditions = PolicyConditions()
  private let policy: Policy
  private let use: PolicyUse

  /// Lists what a policy has.
  init(_ policy: Policy) {
    self.policy = policy
    use = PolicyUse(policy)
    addDays(policy.inForce, at: head, owner: policy.id, of: nil) { .inForce(rule: nil, $0) }
    addVersions(of: policy.authority, "authority", owner: policy.id, policy.rules.map(\.id))
    addParameters()
    addTables()
    for cell in policy.definitions where use.cells[cell.index] != nil { addStep(cell, owner: policy.id) }
    for rule in policy.rules { add(rule) }
    for measure in policy.measures {
      add(
        .outcome(rule: measure.id, part: nil, .info), measure.id, measure.span,
        ko: "`info`을(를) 기대하는 사례가 없습니다",
        en: "no case expects `info`")
    }
    items = items.enumerated().sorted {
      ($0.element.span.start, $0.offset) < ($1.element.span.start, $1.offset)
    }
    .map(\.element)
  }

  private var head: SourceSpan { SourceSpan(file: policy.file, start: 0, end: 0) }

  private mutating func add(
    _ thing: CoveredThing, _ owner: String, _ span: SourceSpan?, ko: String, en: String
  ) {
    items.append(
      CoverageItem(ways: [[thing]], owner: owner, span: span ?? head, gap: LocalizedText(ko: ko, en: en)))
  }

  // ── rules ──────────────────────────────────────────────────────────────────

  private mutating func add(_ rule: Rule) {
    addDays(rule.inForce, at: rule.span, owner: rule.id, of: nil) { .inForce(rule: rule.id, $0) }
    addOutcomes(of: rule)
    addVersions(of: rule.cite, "cite", owner: rule.id, [rule.id])
    if let text = rule.text { addVersions(of: text, "text", owner: rule.id, [rule.id]) }
    if let applies = rule.appliesWhen {
      add(
        .gate(rule: rule.id), rule.id, applies.source.span(0..<applies.source.text.utf8.count),
        ko: "`applies_when`이 거짓인 사례가 없습니다", en: "`applies_when` is never false")
      addConditions(applies, owner: rule.id)
    }
    for (place, list) in rule.subjects.enumerated() where place == 0 || list.ifNone != nil {
      guard !list.list.term.facts(in: policy.program).isEmpty else { continue }
      add(
        .noSubject(rule: rule.id, list: place), rule.id,
        list.list.source.span(0..<list.list.source.text.utf8.count),
        ko: "`\(list.name)`의 목록이 빈 사례가 없습니다(`if_none`)",
        en: "the list of `\(list.name)` is never empty (`if_none`)")
    }
    for cell in rule.steps { addStep(cell, owner: rule.id) }
    for requirement in rule.requirements {
      if let cites = requirement.cites { addVersions(of: cites, "cite", owner: rule.id, [rule.id]) }
      for cell in requirement.steps { addStep(cell, owner: rule.id) }
      if let condition = requirement.condition { addConditions(condition, owner: rule.id) }
    }
    for place in rule.exceptions.indices { addException(place, of: rule) }
    if let manual = rule.manualWhen { addConditions(manual, owner: rule.id) }
  }

  private mutating func addOutcomes(of rule: Rule) {
    func expect(_ outcome: Outcome, part: Requirement? = nil) {
      let name = part?.id.map { (ko: "호 `\($0)`: ", en: "part `\($0)`: ") } ?? (ko: "", en: "")
      add(
        .outcome(rule: rule.id, part: part?.id, outcome), rule.id, part?.span ?? rule.span,
        ko: "\(name.ko)`\(outcome.rawValue)`을(를) 기대하는 사례가 없습니다",
        en: "\(name.en)no case expects `\(outcome.rawValue)`")
    }
    switch rule.check {
    case .info: expect(.info)
    case .manual: expect(.manual)
    case .requirements:
      let parts = rule.requirements.filter { $0.id != nil }
      for part in parts.isEmpty ? [nil] : parts.map({ $0 }) {
        for outcome in rule.outcomesIfMet { expect(outcome, part: part) }
        expect(.fail, part: part)
      }
      expect(.unknown)
    }
  }

  private mutating func addException(_ place: Int, of rule: Rule) {
    let exception = rule.exceptions[place]
    let words: [(CoveredThing.Standing, ko: String, en: String)] = [
      (.refused, "해당하지 않는", "refused"), (.granted, "인정되는", "granted"), (.open, "정해지지 않는", "open"),
    ]
    for (standing, ko, en) in words where standing != .open || canBeOpen(exception, of: rule) {
      add(
        .exception(rule: rule.id, place, standing), rule.id, exception.span,
        ko: "예외 `\(exception.id)`이(가) \(ko) 사례가 없습니다", en: "exception `\(exception.id)` is never \(en)")
    }
    addDays(exception.inForce, at: exception.span, owner: rule.id, of: [rule.id]) {
      .exceptionDay(rule: rule.id, place, $0)
    }
    addConditions(exception.when, owner: rule.id)
    if case .replace(let steps) = exception.relief {
      for cell in steps.values.sorted(by: { $0.index < $1.index }) { addStep(cell, owner: rule.id) }
    }
  }

  /// Whether an exception can be open: not where it asks for no proof and for nothing but what the date that counts
  /// rests on, which is known wherever the rule is decided.
  private func canBeOpen(_ exception: RuleException, of rule: Rule) -> Bool {
    guard exception.proof == nil else { return true }
    let dated = Term.cell(rule.asOf ?? policy.asOf).facts(in: policy.program)
    return !exception.when.term.facts(in: policy.program).isSubset(of: dated)
  }

  // ── conditions ─────────────────────────────────────────────────────────────

  private mutating func addStep(_ cell: CellID, owner: String) {
    let expression = policy.program.cells[cell.index].expression
    guard let tree = ConditionTree(expression) else { return }
    conditions.steps[cell.index] = tree
    add(tree, owner)
  }

  private mutating func addConditions(_ expression: CheckedExpression, owner: String) {
    guard let tree = ConditionTree(expression) else { return }
    conditions.add(tree, of: expression, owner: owner)
    add(tree, owner)
  }

  private mutating func add(_ tree: ConditionTree, _ owner: String) {
    for leaf in tree.leaves {
      let answers: [Bool?: CoveredThing] = Dictionary(
        uniqueKeysWithValues: [true, false, nil].map {
          ($0, .condition(start: leaf.span.start, end: leaf.span.end, $0))
        })
      guard !leaf.isStated else {
        // Whoever asks whether something is stated may mean any two of the three answers.
        let pairs: [(Bool?, Bool?)] = [(true, false), (true, nil), (false, nil)]
        items.append(
          CoverageItem(
            ways: pairs.map { Set([answers[$0.0], answers[$0.1]].compactMap { $0 }) }, owner: owner,
            span: leaf.span,
            gap: LocalizedText(
              ko: "`\(leaf.text)`의 답이 어느 사례에서나 같습니다", en: "`\(leaf.text)` has the same answer in every case"))
        )
        continue
      }
      for answer in [true, false] {
        guard let thing = answers[answer] else { continue }
        add(
          thing, owner, leaf.span, ko: "`\(leaf.text)`이(가) \(answer ? "참" : "거짓")인 사례가 없습니다",
          en: "`\(leaf.text)` is never \(answer)")
      }
    }
  }

  // ── days and versions ──────────────────────────────────────────────────────

  /// Both sides of the first and the last day of something; those that no day on which the rules are in force has are
  /// no side.
  ///
  /// - Parameter rules: Nil: any day counts.
  private mutating func addDays(
    _ period: Period, at span: SourceSpan, owner: String, of rules: Set<String>?,
    _ thing: (CoveredThing.Side) -> CoveredThing
  ) {
    if let from = period.from {
      if use.isAny(of: rules, inForceOn: Period(to: from.adding(days: -1))) {
        add(
          thing(.before), owner, span, ko: "\(from.iso) 전의 사례가 없습니다(`in_force`)",
          en: "no case before \(from.iso) (`in_force`)")
      }
      add(
        thing(.from), owner, span, ko: "\(from.iso)부터의 사례가 없습니다(`in_force`)",
        en: "no case from \(from.iso) on (`in_force`)")
    }
    if let to = period.to {
      add(
        thing(.until), owner, span, ko: "\(to.iso)까지의 사례가 없습니다(`in_force`)",
        en: "no case until \(to.iso) (`in_force`)")
      if use.isAny(of: rules, inForceOn: Period(from: to.adding(days: 1))) {
        add(
          thing(.after), owner, span, ko: "\(to.iso) 뒤의 사례가 없습니다(`in_force`)",
          en: "no case after \(to.iso) (`in_force`)")
      }
    }
  }

  /// The versions of what is only shown with a finding, where there are several and some rule is in force on their days.
  private mutating func addVersions<T>(of history: Dated<T>, _ key: String, owner: String, _ rules: [String])
  {
    guard history.versions.count > 1 else { return }
    for (place, version) in history.versions.enumerated() {
      guard let span = version.provenance.span, span.file === policy.file,
        use.isAny(of: Set(rules), inForceOn: Period(from: version.from, to: history.lastDay(of: place)))
      else { continue }
      let which = Self.words(version.from, of: history.versions.count)
      add(
        .version(start: span.start), owner, span, ko: "`\(key)`\(which.ko): 이 시점의 사례가 없습니다",
        en: "`\(key)`\(which.en): no case on its days")
    }
  }

  private mutating func addParameters() {
    for (index, parameter) in policy.program.parameters.enumerated() {
      let name = "p.\(parameter.name)"
      guard let users = use.parameters[index] else {
        addUnused(name, at: parameter.span)
        continue
      }
      for (version, entry) in parameter.history.versions.enumerated() {
        let which = Self.words(entry.from, of: parameter.history.versions.count)
        add(
          .parameter(index, version: version), policy.id, entry.provenance.span ?? parameter.span,
          ko: "`\(name)`\(which.ko): 쓰인 사례가 없습니다", en: "`\(name)`\(which.en) is never used")
      }
      addGaps(of: parameter.history, name, parameter.span, hasOwnDate: parameter.asOf != nil, users) {
        .noParameter(index, after: $0)
      }
    }
  }

  private mutating func addTables() {
    for (index, table) in policy.program.tables.enumerated() {
      let name = "table.\(table.name)"
      guard let users = use.tables[index] else {
        addUnused(name, at: table.span)
        continue
      }
      for (version, entry) in table.history.versions.enumerated() {
        let which = Self.words(entry.from, of: table.history.versions.count)
        for (number, row) in entry.value.enumerated() {
          add(
            .row(table: index, version: version, number), policy.id, row.span ?? table.span,
            ko: "`\(name)`\(which.ko)의 \(number + 1)행: 쓰인 사례가 없습니다",
            en: "row \(number + 1) of `\(name)`\(which.en) is never used")
        }
      }
      addGaps(of: table.history, name, table.span, hasOwnDate: table.asOf != nil, users) {
        .noTable(index, after: $0)
      }
    }
  }

  private static func words(_ from: Day?, of versions: Int) -> (ko: String, en: String) {
    guard let from, versions > 1 else { return ("", "") }
    return ("(\(from.iso)부터)", " (from \(from.iso))")
  }

  private mutating func addUnused(_ name: String, at span: SourceSpan?) {
    add(
      .unused(name), policy.id, span, ko: "`\(name)`을(를) 쓰는 규칙이 없습니다", en: "no rule uses `\(name)`")
  }

  /// Days on which a rule that uses the history is in force and no version holds.
  private mutating func addGaps<T>(
    of history: Dated<T>, _ name: String, _ span: SourceSpan?, hasOwnDate: Bool, _ users: Set<String>,
    _ thing: (Int) -> CoveredThing
  ) {
    // A date of its own may be any day.
    func isNeeded(_ days: Period) -> Bool { use.isAny(of: hasOwnDate ? nil : users, inForceOn: days) }
    if let first = history.versions.first?.from, isNeeded(Period(to: first.adding(days: -1))) {
      add(
        thing(-1), policy.id, span, ko: "`\(name)`: 첫 시점 \(first.iso) 전의 사례가 없습니다",
        en: "`\(name)`: no case before its first day, \(first.iso)")
    }
    for (place, version) in history.versions.enumerated() {
      guard let to = version.to else { continue }
      let next = place + 1 < history.versions.count ? history.versions[place + 1].from : nil
      let gap = Period(from: to.adding(days: 1), to: next?.adding(days: -1))
      if let from = gap.from, let last = gap.to, last < from { continue }
      guard isNeeded(gap) else { continue }
      add(
        thing(place), policy.id, version.provenance.span ?? span, ko: "`\(name)`: \(to.iso) 뒤의 사례가 없습니다",
        en: "`\(name)`: no case after \(to.iso), when no version holds")
    }
  }
}

extension Rule {
  /// What can come of a requirement that is met: a person may have to judge always, never, or sometimes.
  fileprivate var outcomesIfMet: [Outcome] {
    guard let manualWhen else { return [.pass] }
    if case .constant(.bool(true)) = manualWhen.term { return [.manual] }
    if case .constant(.bool(false)) = manualWhen.term { return [.pass] }
    // What is judged by a person wherever it is met never passes.
    let isAlways = requirements.contains { $0.condition?.source.text == manualWhen.source.text }
    return isAlways ? [.manual] : [.pass, .manual]
  }
}

extension Term {
  /// The facts that it names, directly or through steps.
  fileprivate func facts(in program: Program) -> Set<FieldID> {
    var facts: Set<FieldID> = []
    var open = [self]
    var seen: Set<Int> = []
    while let term = open.popLast() {
      if case .root(let slot) = term { facts.insert(FieldID(record: TypeEnvironment.root, slot: slot)) }
      if case .field(_, let field) = term { facts.insert(field) }
      if case .has(_, let field) = term { facts.insert(field) }
      if case .opt(_, let field, _) = term { facts.insert(field) }
      if case .stated(_, let field) = term { facts.insert(field) }
      if case .find(_, let field, _, _) = term { facts.insert(field) }
      if case .cell(let cell) = term, seen.insert(cell.index).inserted {
        open.append(program.cells[cell.index].expression.term)
      }
      open += term.children
    }
    return facts
  }
}
