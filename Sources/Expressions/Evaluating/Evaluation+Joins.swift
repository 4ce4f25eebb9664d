extension Evaluation {
  /// Positions of the elements that a macro must look at, in order.
  enum Candidates: Sequence {
    case all(Int)
    case some([Int])

    func makeIterator() -> AnyIterator<Int> {
      switch self {
      case .all(let count):
        var next = 0
        return AnyIterator {
          defer { next += 1 }
          return next < count ? next : nil
        }
      case .some(let positions):
        var iterator = positions.makeIterator()
        return AnyIterator { iterator.next() }
      }
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
    else { return .all(list.elements.count) }
    let mark = log.count
    guard let key = JoinKey(run(join.value), in: facts), let index = index(of: list, by: join.field) else {
      log.removeSubrange(mark...)
      return .all(list.elements.count)
    }
    return .some(merge(index.positions[key] ?? [], index.always))
  }

  /// Whether a list is used again, so that an index pays: one of the scheme, or a step of the whole rule.
  private func isLasting(_ term: Term, _ list: ListValue) -> Bool {
    if list.fact != nil { return true }
    guard case .cell(let cell) = term else { return false }
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
        let key = JoinKey(read(facts.fact(record: record, slot: field.slot)), in: facts),
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
    switch (container, wanted) {
    case (.error, _): return container
    case (_, .error): return wanted
    case (.unknown, _), (_, .unknown): return .unknown
    default: break
    }
    guard case .list(let members) = container else { return .error(Value.noOverload("find")) }
    guard charge(members.elements.count + 1) else { return budgetError }
    var candidates = Candidates.all(members.elements.count)
    if members.elements.count >= Self.indexedCount, isLasting(list, members),
      let key = JoinKey(wanted, in: facts), let index = index(of: members, by: field)
    {
      candidates = .some(merge(index.positions[key] ?? [], index.always))
    }
    let afterInputs = log.count
    for position in candidates {
      let element = members.elements[position]
      let mark = log.count
      switch Value.equal(self.field(field, of: element.value), wanted, in: facts) {
      case false?: log.removeSubrange(mark...)
      case true? where element.isCertain: return element.value
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
