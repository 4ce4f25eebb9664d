extension Evaluation {
  /// Notes the bounded and disputed facts read since a mark as what left a result open, those of steps too.
  func notePartial(since mark: Int) {
    for index in mark..<log.count {
      if let note = note(on: log[index]) { log.append(note) }
    }
  }

  /// The bounded and disputed facts read since a mark, as what is missing.
  func partialFacts(since mark: Int) -> [Ground] {
    Self.distinct(log[mark...].compactMap(note))
  }

  /// What a ground adds where the result that it belongs to is open.
  private func note(on ground: Ground) -> Ground? {
    switch ground {
    case .read(let fact): partialKind(of: fact).map { .missing(fact, $0) }
    case .cell(let cell, let number) where isPartlyKnown(use: number):
      .partialCell(cell, use: number)
    case .date(let number) where isPartlyKnown(use: number):
      use(number).cell.map { .partialCell($0, use: number) }
    default: nil
    }
  }

  /// Whether something is known of what a step came to, and not everything.
  fileprivate func isPartlyKnown(use number: Int) -> Bool {
    number % 2 == 1 ? subjectUses[number / 2].value.isPartlyKnown : ruleUses[number / 2].value.isPartlyKnown
  }

  /// Cuts out what was missing since a mark: the result was decided all the same.
  func forgetGaps(since mark: Int) {
    guard (mark..<log.count).contains(where: { isGap(log[$0]) }) else { return }
    let kept = log[mark...].filter { !isGap($0) }
    log.replaceSubrange(mark..., with: kept)
  }

  /// Whether a ground says that something is missing, itself or in a step that has no value for it.
  func isGap(_ ground: Ground) -> Bool {
    switch ground {
    case .missing, .partialCell, .noParameterVersion, .noTableVersion, .noRow, .outsideCalendar: true
    case .cell(_, let number), .date(let number): value(ofUse: number).isUnknown
    case .read, .assumed, .list, .further, .parameter, .row, .uncertainHoliday: false
    }
  }

  /// How a stated fact falls short of one plain value, if it does.
  func partialKind(of fact: FactID) -> MissingKind? {
    switch facts.slots[Int(fact.slot)] {
    case .range: .bounds
    case .either: .disputed
    case .missing, .none, .bool, .number, .string, .date, .timestamp, .group, .list: nil
    }
  }

  /// Puts together what a result rests on, with the grounds of the steps it used. Must be called before the
  /// next `startSubject` or `startRule`; results of `replacing` may be expanded after it.
  package func expand(_ grounds: [Ground]) -> ExpandedGrounds {
    if grounds.isEmpty { return ExpandedGrounds() }
    var expansion = Expansion(evaluation: self)
    expansion.result.reserve(grounds.count)
    expansion.add(grounds)
    return expansion.result
  }

  /// The cells that name each cell.
  static func users(in program: Program) -> [[CellID]] {
    var users: [[CellID]] = Array(repeating: [], count: program.cells.count)
    for (index, cell) in program.cells.enumerated() {
      for used in cell.expression.term.cells { users[used.index].append(CellID(index)) }
    }
    return users
  }

  /// The replaced cells, their replacements, and what depends on either, directly or through others.
  func affected(by replaced: [CellID: CellID]) -> Set<CellID> {
    var reached = Set(replaced.keys).union(replaced.values)
    var pending = Array(reached)
    while let cell = pending.popLast() {
      for user in users[cell.index] where reached.insert(user).inserted { pending.append(user) }
    }
    return reached
  }
}

/// Unfolds grounds into an `ExpandedGrounds`.
private struct Expansion {
  let evaluation: Evaluation
  var result = ExpandedGrounds()
  private var seen = GroundSet()

  init(evaluation: Evaluation) {
    self.evaluation = evaluation
  }

  mutating func add(_ grounds: [Ground]) {
    for ground in grounds where seen.insert(ground) { add(ground) }
  }

  private mutating func add(_ ground: Ground) {
    switch ground {
    case .cell(let cell, let number):
      addUse(number)
      result.append(cell, evaluation.value(ofUse: number))
    case .partialCell(_, let number): addPartial(number)
    case .date(let number):
      addUse(number)
      let use = evaluation.use(number)
      result.append(date: use.cell, use.value)
    case .read, .missing, .assumed, .list, .further, .parameter, .noParameterVersion, .row, .noTableVersion,
      .noRow, .outsideCalendar, .uncertainHoliday:
      result.append(ground)
    }
  }

  /// A step's own grounds. What is missing for parts of a partly known value counts only where that left the
  /// result open.
  private mutating func addUse(_ number: Int) {
    let grounds = evaluation.grounds(ofUse: number)
    let isPartlyKnown = evaluation.isPartlyKnown(use: number)
    for ground in grounds where !(isPartlyKnown && evaluation.isGap(ground)) && seen.insert(ground) {
      add(ground)
    }
  }

  /// What of a step left a result open: its bounded and disputed facts, and what is missing for parts of it.
  private mutating func addPartial(_ number: Int) {
    for ground in evaluation.grounds(ofUse: number) {
      switch ground {
      case .read(let fact):
        if let kind = evaluation.partialKind(of: fact) { add([.missing(fact, kind)]) }
      case .cell(let cell, let use) where !evaluation.isGap(ground): add([.partialCell(cell, use: use)])
      default: if evaluation.isGap(ground) { add([ground]) }
      }
    }
  }
}

extension Value {
  /// Whether something of the value is known, and not everything. Lists within lists count as such.
  fileprivate var isPartlyKnown: Bool {
    switch self {
    case .range, .either, .map: true
    case .list(let list):
      !list.isCertain
        || list.elements.contains { element in
          switch element.value {
          case .unknown, .range, .either, .list, .map, .record(.computed): true
          case .bool, .number, .string, .date, .timestamp, .duration, .interval, .error, .null,
            .record(.fact):
            false
          }
        }
    case .bool, .number, .string, .date, .timestamp, .duration, .record, .interval, .unknown, .error, .null:
      false
    }
  }

  /// Whether nothing is known of it.
  var isUnknown: Bool {
    if case .unknown = self { true } else { false }
  }
}
