extension Evaluation {
  /// The elements that a macro must look at, in order: for one that begins with an equality, those whose field may
  /// equal the value.
  struct Candidates {
    /// Their positions.
    var positions: [Int]
    /// Whether there are elements that need not be looked at.
    var isSelection = false
    /// What finding that out rested on.
    var grounds: [Ground] = []

    /// Every element of a list.
    init(all list: ListValue) {
      positions = Array(list.elements.indices)
    }

    /// Some elements of a list, found by a value.
    init(_ positions: [Int], of list: ListValue, grounds: [Ground] = []) {
      self.positions = positions
      isSelection = positions.count < list.elements.count
      self.grounds = grounds
    }
  }

  /// Where elements with a value stand; those whose value is not plainly known must always be looked at.
  struct FieldIndex {
    /// Keeps the list alive, so that its identity stays its own.
    var list: ListValue
    var field: FieldID
    /// By the texts of the keys: a key type of our own would cost the runtime a scan over all conformances.
    private var positions: [String: [Int]] = [:]
    var always: [Int] = []

    init(of list: ListValue, by field: FieldID) {
      self.list = list
      self.field = field
    }

    /// Adds the position of an element with a key.
    mutating func add(_ position: Int, _ key: JoinKey) {
      positions[key.text, default: []].append(position)
    }

    /// Positions of the elements with a key.
    func positions(of key: JoinKey) -> [Int] { positions[key.text] ?? [] }
  }

  /// A value that equality can be decided on by hashing.
  enum JoinKey: Hashable {
    case bool(Bool)
    case number(Rational)
    case string(String)
    case date(Day)
    case timestamp(Instant)

    init?(_ value: Value, in facts: @autoclosure () -> Facts) {
      switch value {
      case .bool(let value): self = .bool(value)
      case .number(let value): self = .number(value)
      case .string(let value): self = .string(value)
      case .date(let value): self = .date(value)
      case .timestamp(let value): self = .timestamp(value)
      case .record(.fact(let record)):
        guard let key = facts().key(ofRecord: record) else { return nil }
        self = .string(key)
      case .record, .duration, .list, .interval, .range, .either, .unknown, .error, .null, .map: return nil
      }
    }

    /// A text that no other key has. Those of texts are the texts themselves, which are most of all; a line break
    /// sets the others apart.
    var text: String {
      switch self {
      case .string(let value): value.utf8.first == UInt8(ascii: "\n") ? "\ns" + value : value
      case .bool(let value): value ? "\nb1" : "\nb0"
      case .number(let value): "\nn" + value.fractionText
      case .date(let value): "\nd" + String(value.number)
      case .timestamp(let value): "\nt" + String(value.nanoseconds)
      }
    }
  }

  /// Lists shorter than this are scanned.
  private static let indexedCount = 16

  /// The elements that a macro must look at. Only these count as steps, whether an index or a scan found them.
  func candidates(of list: ListValue, for macro: Term.Macro) -> Candidates {
    guard let join = macro.join, !list.elements.isEmpty else { return Candidates(all: list) }
    let mark = log.count
    let value = run(join.value)
    let grounds = takeLog(since: mark)
    guard let key = JoinKey(value, in: facts) else { return Candidates(all: list) }
    let positions = positions(of: key, by: join.field, in: list, from: macro.list)
    return Candidates(positions, of: list, grounds: grounds)
  }

  /// Positions of the elements whose field equals a value or may: by an index where the list is used again.
  private func positions(of key: JoinKey, by field: FieldID, in list: ListValue, from term: Term) -> [Int] {
    guard list.elements.count >= Self.indexedCount, isLasting(term, list) else {
      return list.elements.indices.filter { position in
        joinKey(of: list.elements[position], by: field, in: list).map { $0 == key } ?? true
      }
    }
    let index = index(of: list, by: field)
    return merge(index.positions(of: key), index.always)
  }

  /// Whether a list is used again, so that an index pays: one of the scheme, or a step of the whole rule.
  private func isLasting(_ term: Term, _ list: ListValue) -> Bool {
    if list.fact != nil { return true }
    guard case .cell(let cell) = term, list.origin != nil, !changedCells.contains(cell) else { return false }
    return !program.cells[cell.index].dependsOnSubject
  }

  private func index(of list: ListValue, by field: FieldID) -> FieldIndex {
    let identity = Int(bitPattern: ObjectIdentifier(list))
    if let index = indexes[identity]?.first(where: { $0.field == field }) { return index }
    var index = FieldIndex(of: list, by: field)
    for (position, element) in list.elements.enumerated() {
      if let key = joinKey(of: element, by: field, in: list) {
        index.add(position, key)
      } else {
        index.always.append(position)
      }
    }
    indexes[identity, default: []].append(index)
    return index
  }

  /// Forgets the indexes of lists that a rule made.
  func forgetPassingIndexes() {
    guard indexes.values.contains(where: { $0.contains { $0.list.fact == nil } }) else { return }
    indexes = indexes.filter { $0.value.allSatisfy { $0.list.fact != nil } }
  }

  /// What a sure element plainly states in a field; nil where it must be looked at.
  private func joinKey(of element: ListValue.Element, by field: FieldID, in list: ListValue) -> JoinKey? {
    guard element.isCertain, case .record(.fact(let record)) = element.value,
      facts.records[record].list.map({ facts.lists[$0].fact == list.origin }) ?? false,
      facts.environment.field(field).derived == nil
    else { return nil }
    let mark = log.count
    defer { log.removeSubrange(mark...) }
    let key = JoinKey(read(facts.fact(record: record, slot: field.slot)), in: facts)
    return log[mark...].contains(where: \.isAssumption) ? nil : key
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
    let candidates =
      JoinKey(wanted, in: facts).map { positions(of: $0, by: field, in: members, from: list) }
      ?? Array(members.elements.indices)
    guard charge(candidates.count + 1) else { return budgetError }
    let afterInputs = log.count
    // What a list that was put together does not name may stand before what it does.
    let holdsOrder = members.incomplete == nil || members.origin != nil
    for position in candidates {
      let element = members.elements[position]
      let mark = log.count
      let value = self.field(field, of: element.value)
      var answer = Value.equal(value, wanted, in: facts)
      if case .error(let error) = value {
        // An error of a doubtful member is open: perhaps there is no such member.
        guard !element.isCertain, error.kind != .limit else { return settle(value, since: mark, at: range) }
        answer = nil
      }
      switch answer {
      case false?: log.removeSubrange(mark...)
      case true? where element.isCertain && holdsOrder:
        forgetGaps(since: start)
        return element.value
      case true?, nil:
        log += element.grounds
        if !holdsOrder, let incomplete = members.incomplete { log.append(.missing(incomplete, .incomplete)) }
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
