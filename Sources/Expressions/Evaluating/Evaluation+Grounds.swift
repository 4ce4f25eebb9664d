extension Evaluation {
  /// Notes the bounded and disputed facts and the incomplete lists read since a mark as what left a result open.
  func notePartial(since mark: Int) {
    var noted: [Ground] = []
    for ground in log[mark...] {
      switch ground {
      case .read(let fact), .list(let fact):
        if let kind = partialKind(of: fact) { noted.append(.missing(fact, kind)) }
      case .cell(let cell, let use): noted.append(.partialCell(cell, use: use))
      case .date(let use):
        if self.use(use).value.isOpen { noted += partialFacts(ofUse: use).map { .missing($0.fact, $0.kind) } }
      default: break
      }
    }
    log += noted
  }

  /// How a stated fact falls short of one plain value, if it does.
  func partialKind(of fact: FactID) -> MissingKind? {
    switch facts[fact] {
    case .range: .bounds
    case .either: .disputed
    case .list(let index): facts.lists[index].isIncomplete ? .incomplete : nil
    case .missing, .none, .bool, .number, .string, .date, .timestamp, .group: nil
    }
  }

  /// The bounded and disputed facts that a step rests on, through other steps too.
  private func partialFacts(ofUse number: Int) -> [(fact: FactID, kind: MissingKind)] {
    use(number).grounds.flatMap { ground -> [(fact: FactID, kind: MissingKind)] in
      switch ground {
      case .read(let fact), .list(let fact): partialKind(of: fact).map { [(fact, $0)] } ?? []
      case .cell(_, let use), .partialCell(_, let use), .date(let use): partialFacts(ofUse: use)
      default: []
      }
    }
  }

  /// Puts together what a result rests on, with the grounds of the steps it used. Must be called before the
  /// next `startSubject` or `startRule`; results of `replacing` may be expanded after it.
  package func expand(_ grounds: [Ground]) -> ExpandedGrounds {
    var expansion = Expansion(evaluation: self)
    expansion.add(grounds)
    return expansion.result
  }

  /// Cells that depend on each cell, directly or through others.
  static func dependents(in program: Program) -> [Set<CellID>] {
    var direct: [Set<CellID>] = program.cells.map { $0.expression.term.cells }
    // Cells only name earlier or replacing ones, so a few rounds reach every indirect dependency.
    var changed = true
    while changed {
      changed = false
      for index in direct.indices {
        let reached = direct[index].reduce(into: direct[index]) { $0.formUnion(direct[$1.index]) }
        if reached.count > direct[index].count {
          direct[index] = reached
          changed = true
        }
      }
    }
    var dependents: [Set<CellID>] = Array(repeating: [], count: direct.count)
    for (index, dependencies) in direct.enumerated() {
      for dependency in dependencies { dependents[dependency.index].insert(CellID(index)) }
    }
    return dependents
  }
}

/// Grounds with every step unfolded, each thing once, in the order of first use.
package struct ExpandedGrounds: Sendable {
  /// Stated facts that were read.
  package var reads: [FactID] = []
  package var missing: [(fact: FactID, kind: MissingKind)] = []
  package var assumed: [FactID] = []
  package var lists: [FactID] = []
  /// Steps and definitions used with their values, the first used first.
  package var cells: [(cell: CellID, value: Value)] = []
  /// The dates that picked versions, the first used first.
  package var dates: [(cell: CellID?, value: Value)] = []
  package var parameters: [(index: Int, version: Int)] = []
  package var rows: [(table: Int, version: Int, row: Int)] = []
  /// Parameters and tables without a version for the date.
  package var withoutVersion: [VersionGap] = []
  /// Tables without a row for the inputs, with the inputs as text.
  package var withoutRow: [(table: Int, inputs: String)] = []
  package var outsideCalendar: [Day] = []
  package var uncertainHolidays: [Day] = []

  package enum VersionGap: Sendable, Hashable {
    case parameter(Int)
    case table(Int)
  }

  package init() {}
}

/// Unfolds grounds into an `ExpandedGrounds`.
private struct Expansion {
  let evaluation: Evaluation
  var result = ExpandedGrounds()
  private var seen: Set<Ground> = []

  init(evaluation: Evaluation) {
    self.evaluation = evaluation
  }

  mutating func add(_ grounds: [Ground]) {
    for ground in grounds where seen.insert(ground).inserted { add(ground) }
  }

  private mutating func add(_ ground: Ground) {
    switch ground {
    case .read(let fact): result.reads.append(fact)
    case .missing(let fact, let kind): result.missing.append((fact, kind))
    case .assumed(let fact): result.assumed.append(fact)
    case .list(let fact): result.lists.append(fact)
    case .cell(let cell, let number):
      let use = evaluation.use(number)
      add(use.grounds)
      result.cells.append((cell, use.value))
    case .partialCell(_, let number): addPartial(number)
    case .date(let number):
      let use = evaluation.use(number)
      add(use.grounds)
      result.dates.append((use.cell, use.value))
      if let cell = use.cell { result.cells.removeAll { $0.cell == cell } }
    case .parameter(let index, let version): result.parameters.append((index, version))
    case .noParameterVersion(let index): result.withoutVersion.append(.parameter(index))
    case .row(let table, let version, let row): result.rows.append((table, version, row))
    case .noTableVersion(let index): result.withoutVersion.append(.table(index))
    case .noRow(let table, let inputs): result.withoutRow.append((table, inputs))
    case .outsideCalendar(let day): result.outsideCalendar.append(day)
    case .uncertainHoliday(let day): result.uncertainHolidays.append(day)
    }
  }

  /// Bounded facts of a step that left a result open.
  private mutating func addPartial(_ number: Int) {
    for ground in evaluation.use(number).grounds {
      switch ground {
      case .read(let fact), .list(let fact):
        if let kind = evaluation.partialKind(of: fact) { add([.missing(fact, kind)]) }
      case .cell(let cell, let use), .partialCell(let cell, let use): add([.partialCell(cell, use: use)])
      default: break
      }
    }
  }
}
