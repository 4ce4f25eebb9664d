extension Evaluation {
  /// Goes through the positions of the elements that a macro must look at, in order.
  struct Candidates {
    /// What testing an element that is passed over would have logged, until that was done once.
    var grounds: [Ground] = []
    /// Steps that testing such an element would have taken.
    var cost = 0
    /// Elements passed over since this was last set to zero.
    var passed = 0
    private let count: Int
    private let positions: [Int]?
    private var visited = 0
    private var end = 0

    /// Every element, or those at some positions.
    init(count: Int, positions: [Int]? = nil) {
      self.count = count
      self.positions = positions
    }

    mutating func next() -> Int? {
      let position = positions.map { visited < $0.count ? $0[visited] : count } ?? end
      passed += min(position, count) - end
      guard position < count else {
        end = count
        return nil
      }
      visited += 1
      end = position + 1
      return position
    }
  }

  /// A list and a field by which its elements are found.
  struct IndexKey: Hashable {
    var list: ObjectIdentifier
    var field: FieldID
  }

  /// Where elements with a value stand; those whose value is not plainly known must always be looked at.
  struct FieldIndex {
    /// Keeps the list alive, so that its identity stays its own.
    var list: ListValue
    var positions: [JoinKey: [Int]] = [:]
    var always: [Int] = []
  }

  /// A value that equality can be decided on by hashing.
  enum JoinKey: Hashable {
    case bool(Bool)
    case number(Rational)
    case string(String)
    case date(Day)
    case timestamp(Instant)

    init?(_ value: Value, in facts: Facts) {
      switch value {
      case .bool(let value): self = .bool(value)
      case .number(let value): self = .number(value)
      case .string(let value): self = .string(value)
      case .date(let value): self = .date(value)
      case .timestamp(let value): self = .timestamp(value)
      case .record(.fact(let record)):
        guard let key = facts.key(ofRecord: record) else { return nil }
        self = .string(key)
      case .record, .duration, .list, .interval, .range, .either, .unknown, .error, .null, .map: return nil
      }
    }
  }

  /// Lists shorter than this are scanned.
  private static let indexedCount = 16

  /// The elements whose field may equal the value that the macro's body begins with; all where no index serves.
  func candidates(of list: ListValue, for macro: Term.Macro) -> Candidates {
    guard let join = macro.join, list.elements.count >= Self.indexedCount, isLasting(macro.list, list)
    else { return Candidates(count: list.elements.count) }
    let (mark, before) = (log.count, stepsUsed)
    let value = run(join.value)
    let grounds = Array(log[mark...])
    log.removeSubrange(mark...)
    guard stepsUsed <= stepBudget else { return Candidates(count: list.elements.count) }
    var cost = 0
    if stepsUsed > before {
      // The first evaluation may have run steps that are not run again: each element costs what a second one does.
      let after = stepsUsed
      _ = run(join.value)
      log.removeSubrange(mark...)
      cost = stepsUsed - after
      stepsUsed = max(after - cost, before)
    }
    guard let key = JoinKey(value, in: facts), let index = index(of: list, by: join.field) else {
      return Candidates(count: list.elements.count)
    }
    var candidates = Candidates(
      count: list.elements.count, positions: merge(index.positions[key] ?? [], index.always))
    candidates.grounds = grounds
    candidates.cost = cost
    return candidates
  }

  /// Whether a list is used again, so that an index pays: one of the scheme, or a step of the whole rule.
  private func isLasting(_ term: Term, _ list: ListValue) -> Bool {
    if list.fact != nil { return true }
    guard case .cell(let cell) = term, list.origin != nil, !changedCells.contains(cell) else { return false }
    return !program.cells[cell.index].dependsOnSubject
  }

  private func index(of list: ListValue, by field: FieldID) -> FieldIndex? {
    let key = IndexKey(list: ObjectIdentifier(list), field: field)
    if let index = indexes[key] { return index }
    guard facts.environment.records.indices.contains(field.record),
      facts.environment.field(field).derived == nil
    else { return nil }
    var index = FieldIndex(list: list)
    let mark = log.count
    for (position, element) in list.elements.enumerated() {
      guard element.isCertain, case .record(.fact(let record)) = element.value,
        facts.records[record].list.map({ facts.lists[$0].fact == list.origin }) ?? false, let key = JoinKey(read(facts.fact(record: record, slot: field.slot)), in: facts),
        !log[mark...].contains(where: \.isAssumption)
      else {
        index.always.append(position)
        log.removeSubrange(mark...)
        continue
      }
      index.positions[key, default: []].append(position)
      log.removeSubrange(mark...)
    }
    indexes[key] = index
    return index
  }

  private func merge(_ a: [Int], _ b: [Int]) -> [Int] {
    b.isEmpty ? a : (a + b).sorted()
  }

  /// `find(list, 'field', value)`: the first element whose field equals the value; unknown past a doubtful one.
  func find(_ list: Term, _ field: FieldID, _ value: Term, at range: Range<Int>) -> Value {
    let start = log.count
    let container = run(list)
    let wanted = run(value)
    if let failed = failure(container, wanted) { return failed }
    guard case .list(let members) = container else { return .error(Value.noOverload("find")) }
    guard charge(members.elements.count + 1) else { return budgetError }
    var visit = Candidates(count: members.elements.count)
    if members.elements.count >= Self.indexedCount, isLasting(list, members),
      let key = JoinKey(wanted, in: facts), let index = index(of: members, by: field)
    {
      visit = Candidates(count: members.elements.count, positions: merge(index.positions[key] ?? [], index.always))
    }
    let afterInputs = log.count
    while let position = visit.next() {
      let element = members.elements[position]
      let mark = log.count
      let value = self.field(field, of: element.value)
      if case .error = value { return settle(value, since: mark, at: range) }
      switch Value.equal(value, wanted, in: facts) {
      case false?: log.removeSubrange(mark...)
      case true? where element.isCertain:
        forgetGaps(since: start)
        return element.value
      case true?, nil:
        log += element.grounds
        notePartial(since: start)
        return .unknown
      }
    }
    log.removeSubrange(afterInputs...)
    if let incomplete = members.incomplete {
      log.append(.missing(incomplete, .incomplete))
    } else if wanted.isPartial {
      notePartial(since: start)
    } else if let origin = members.origin {
      log.append(.missing(origin, .missing))
    }
    return .unknown
  }
}

extension Ground {
  /// Whether a fact that is not stated was given a meaning.
  var isAssumption: Bool {
    if case .assumed = self { true } else { false }
  }
}
