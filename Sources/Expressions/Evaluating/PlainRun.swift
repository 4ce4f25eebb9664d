/// One use of a `PlainTest` on the elements of a list.
struct PlainRun {
  /// What a value beside the elements came to and what it rests on.
  private enum Beside {
    case notYet
    case known(Value, [Ground])
    /// It is not plainly known: everything is the evaluator's.
    case open
  }

  /// How much was noted at some point.
  struct Mark {
    var grounds: Int
    var used: UInt64
  }

  let facts: Facts
  private let list: ListValue
  /// The scheme's facts.
  let slots: [Facts.Slot]
  /// Steps that looking took.
  var steps = 0
  /// Which of the values beside the elements the answer rests on, a bit for each.
  var used: UInt64 = 0
  /// What the answer rests on, noted only where it is asked for.
  private(set) var grounds: [Ground] = []
  private var isNoting = false
  private let test: PlainTest
  private let evaluation: Evaluation
  /// The facts list that the elements come from; -1 if they come from none.
  private let own: Int
  private var beside: [Beside]
  /// The values beside the elements that some answer of `skip` has rested on.
  private var seen: UInt64 = 0

  /// A run over a list's elements.
  init(_ test: PlainTest, over list: ListValue, in evaluation: Evaluation) {
    self.test = test
    self.evaluation = evaluation
    self.list = list
    facts = evaluation.facts
    slots = evaluation.facts.slots
    if let origin = list.origin, case .list(let index) = evaluation.facts[origin] {
      own = index
    } else {
      own = -1
    }
    beside = Array(repeating: .notYet, count: test.outside.count)
  }

  /// Goes on, from a place among positions, while the answer is as wanted and rests on nothing beside the elements
  /// that has not been logged. Says where it stands then, and whether the evaluator must look at what stands there.
  mutating func skip(_ positions: [Int], from start: Int, while wanted: PlainTest.Answer) -> (
    Int, mustLook: Bool
  ) {
    isNoting = false
    var place = start
    while place < positions.count {
      let first = firstSlot(at: positions[place])
      let before = steps
      used = 0
      guard first >= 0, test.decide(&self, first) == wanted else {
        (steps, used) = (before, 0)
        return (place, true)
      }
      place += 1
      if used & ~seen != 0 {
        seen |= used
        return (place, false)
      }
    }
    used = 0
    return (place, false)
  }

  /// The answer for a sure element that is a record of the list; nil: the evaluator must look.
  mutating func answer(at position: Int) -> Bool? {
    let first = firstSlot(at: position)
    guard first >= 0 else { return nil }
    isNoting = false
    return answer(from: first)
  }

  /// The element as a member of the list that a filter gives, with what its being there rests on.
  mutating func member(at position: Int) -> ListValue.Element {
    let element = list.elements[position]
    isNoting = true
    grounds = []
    grounds.reserveCapacity(4)
    let before = steps
    _ = answer(from: firstSlot(at: position))
    steps = before
    let all = element.grounds.isEmpty ? grounds : Evaluation.distinct(element.grounds + grounds)
    return ListValue.Element(element.value, grounds: all)
  }

  private mutating func answer(from first: Int) -> Bool? {
    used = 0
    let before = steps
    switch test.decide(&self, first) {
    case .yes: return true
    case .no: return false
    case .open:
      steps = before
      return nil
    }
  }

  /// Where the element's facts begin; -1 if it is none of the records that the test is for.
  private func firstSlot(at position: Int) -> Int {
    guard list.elements[position].isCertain, case .record(.fact(let index)) = list.elements[position].value,
      facts.records[index].type == test.record, facts.records[index].list == own
    else { return -1 }
    return facts.records[index].firstSlot
  }

  /// What the values beside the elements rest on that the last answer used.
  func groundsBeside() -> [Ground] {
    beside.indices.flatMap { place -> [Ground] in
      guard used & (1 << UInt64(place)) != 0, case .known(_, let grounds) = beside[place] else { return [] }
      return grounds
    }
  }

  /// The steps since they were last asked for.
  mutating func takeSteps() -> Int {
    defer { steps = 0 }
    return steps
  }

  // ── what the compiled test calls ───────────────────────────────────────────

  var mark: Mark { Mark(grounds: grounds.count, used: used) }

  /// Cuts out what was noted between two marks.
  mutating func forget(from start: Mark, to end: Mark) {
    if isNoting { grounds.removeSubrange(start.grounds..<end.grounds) }
    used |= start.used
  }

  /// Cuts out what has been noted since so many grounds.
  mutating func forget(from start: Int, to end: Int) {
    if isNoting { grounds.removeSubrange(start..<end) }
  }

  /// Notes that a stated fact was read.
  @inline(__always) mutating func note(_ slot: Int) {
    if isNoting { grounds.append(.read(FactID(slot))) }
  }

  /// The plain value in a slot.
  mutating func own(_ slot: Int) -> Value? {
    let value: Value
    switch slots[slot] {
    case .bool(let stated): value = .bool(stated)
    case .number(let stated): value = .number(stated)
    case .string(let stated): value = .string(stated)
    case .date(let stated): value = .date(stated)
    case .timestamp(let stated): value = .timestamp(stated)
    case .missing, .none, .list, .group, .range, .either: return nil
    }
    note(slot)
    return value
  }

  /// An operand's value for the element whose facts begin at a slot.
  mutating func value(_ operand: PlainTest.Operand, _ first: Int) -> Value? {
    switch operand {
    case .own(let slot): return own(first + slot)
    case .constant(let value): return value
    case .outside(let place):
      if case .notYet = beside[place] { beside[place] = look(place) }
      guard case .known(let value, let rests) = beside[place] else { return nil }
      used |= 1 << UInt64(place)
      if isNoting { grounds.append(contentsOf: rests) }
      return value
    }
  }

  private func look(_ place: Int) -> Beside {
    let result = evaluation.logged { evaluation.run(test.outside[place]) }
    return result.value.isScalar ? .known(result.value, result.grounds) : .open
  }
}

extension Value {
  /// Whether it is one plain value that has an order or can be compared for equality at no cost.
  var isScalar: Bool {
    switch self {
    case .bool, .number, .string, .date, .timestamp, .duration: true
    case .list, .record, .interval, .range, .either, .unknown, .error, .null, .map: false
    }
  }
}
