extension Evaluation {
  /// A condition's answer.
  enum Truth {
    case known(Bool)
    case unknown
    indirect case error(EvaluationError)
  }

  /// Evaluates a condition; partial knowledge that leaves it open is noted as missing.
  func truth(of term: Term) -> Truth {
    let mark = log.count
    return truth(run(term), since: mark)
  }

  /// A condition's value as a truth; what has been logged since `mark` is what it rests on.
  func truth(_ value: Value, since mark: Int) -> Truth {
    switch value {
    case .bool(let answer): return .known(answer)
    case .unknown: return .unknown
    case .error(let error): return .error(error)
    case .either:
      notePartial(since: mark)
      return .unknown
    case .number, .string, .date, .timestamp, .duration, .list, .record, .interval, .range, .null, .map:
      return .error(Value.noOverload("&& || !"))
    }
  }

  /// `a && b`: a false side decides and is all that counts; unknown beats an error, a limit beats both.
  func and(_ a: Term, _ b: Term) -> Value {
    connect(a, b, deciding: false, failing: nil)
  }

  /// `a || b`: as `&&`, with a true side.
  func or(_ a: Term, _ b: Term) -> Value {
    connect(a, b, deciding: true, failing: nil)
  }

  /// `&&` or `||`.
  ///
  /// - Parameter failing: What counts as failing, where every side that fails on its own is to be named.
  func connect(_ a: Term, _ b: Term, deciding: Bool, failing: Bool?) -> Value {
    let start = log.count
    let left = truth(of: a, failing: failing)
    if case .known(deciding) = left {
      return failing == deciding ? naming(b, deciding: deciding) : .bool(deciding)
    }
    if case .error(let error) = left, error.kind == .limit { return .error(error) }
    let middle = log.count
    let right = truth(of: b, failing: failing)
    if case .known(deciding) = right {
      log.removeSubrange(start..<middle)
      return .bool(deciding)
    }
    if case .error(let error) = right, error.kind == .limit { return .error(error) }
    switch (left, right) {
    case (.unknown, _), (_, .unknown): return .unknown
    case (.error(let error), _), (_, .error(let error)): return .error(error)
    case (.known, .known): return .bool(!deciding)
    }
  }

  /// `!a`.
  func not(_ term: Term) -> Value {
    switch truth(of: term) {
    case .known(let answer): .bool(!answer)
    case .unknown: .unknown
    case .error(let error): .error(error)
    }
  }

  /// `a == b`, or `a != b`: decided where all readings of both sides agree.
  func equals(_ a: Term, _ b: Term, negated: Bool, at range: Range<Int>) -> Value {
    let mark = log.count
    let left = run(a)
    let right = run(b)
    if let failed = failure(left, right) { return failed }
    guard chargeComparing(left), chargeComparing(right) else { return budgetError }
    guard let answer = Value.equal(left, right, in: facts) else {
      noteIncomplete(left)
      noteIncomplete(right)
      notePartial(since: mark)
      return .unknown
    }
    if !left.isPlain || !right.isPlain { forgetGaps(since: mark) }
    return .bool(answer != negated)
  }

  /// A comparison by size: decided where all readings of both sides agree.
  func compare(_ order: Term.Order, _ a: Term, _ b: Term, at range: Range<Int>) -> Value {
    let mark = log.count
    let left = run(a)
    let right = run(b)
    if let failed = failure(left, right) { return failed }
    switch Value.decide(order, left, right) {
    case .decided(let answer):
      if left.isPartial || right.isPartial { forgetGaps(since: mark) }
      return .bool(answer)
    case .open:
      notePartial(since: mark)
      return .unknown
    case .impossible:
      var error = Value.noOverload(order.rawValue)
      error.range = range
      return .error(error)
    }
  }

  /// The unknown or error that two operands force on a strict operator; unknown beats an error.
  func failure(_ a: Value, _ b: Value) -> Value? {
    switch (a, b) {
    case (.error(let error), _) where error.kind == .limit: a
    case (_, .error(let error)) where error.kind == .limit: b
    case (.unknown, _), (_, .unknown): .unknown
    case (.error, _): a
    case (_, .error): b
    default: nil
    }
  }

  /// Counts the elements that a comparison may look at, those of inner lists too; false past the budget.
  private func chargeComparing(_ value: Value) -> Bool {
    guard case .list(let list) = value else { return true }
    guard charge(list.elements.count) else { return false }
    return list.elements.allSatisfy { chargeComparing($0.value) }
  }

  private func noteIncomplete(_ value: Value) {
    if case .list(let list) = value, let incomplete = list.incomplete {
      log.append(.missing(incomplete, .incomplete))
    }
  }

  /// `element in list`, or a key of a map.
  func contains(_ element: Term, _ list: Term, at range: Range<Int>) -> Value {
    let start = log.count
    let value = run(element)
    let afterValue = log.count
    let (container, errors) = elements(of: list)
    if let failed = failure(value, container) { return failed }
    if case .map(let entries) = container {
      return .bool(entries.contains { Value.equal($0.key, value, in: facts) == true })
    }
    guard case .list(let members) = container else { return .error(Value.noOverload("in")) }
    for _ in 0..<value.readingCount { guard charge(members.elements.count) else { return budgetError } }
    var open: [Ground] = []
    var isOpen = false
    var error: EvaluationError?
    for (position, member) in members.elements.enumerated() {
      let answer = Self.answer(whether: value, equals: member.value, in: facts)
      if answer == true, member.isCertain {
        rest(on: member.grounds, of: members, list, since: afterValue, listEnd: log.count)
        forgetGaps(since: start)
        return .bool(true)
      }
      if let problem = errors[position], answer == true || member.value.isError {
        error = error ?? problem
        continue
      }
      if answer == false { continue }
      isOpen = true
      open += member.grounds
    }
    if isOpen, case .either = value, hasEveryReading(of: value, in: members) {
      forgetGaps(since: start)
      return .bool(true)
    }
    if let incomplete = members.incomplete {
      isOpen = true
      open.append(.missing(incomplete, .incomplete))
    }
    guard isOpen else {
      if let error { return .error(error) }
      forgetGaps(since: start)
      return .bool(false)
    }
    log += open
    notePartial(since: start)
    return .unknown
  }

  /// Whether every reading of a value equals another; nil: they differ, or one leaves it open.
  private static func answer(whether value: Value, equals other: Value, in facts: Facts) -> Bool? {
    guard case .either(let readings) = value else { return Value.equal(value, other, in: facts) }
    let answers = readings.map { Value.equal($0, other, in: facts) }
    if answers.allSatisfy({ $0 == true }) { return true }
    return answers.allSatisfy { $0 == false } ? false : nil
  }

  private func hasEveryReading(of value: Value, in list: ListValue) -> Bool {
    value.readings.allSatisfy { reading in
      list.elements.contains { $0.isCertain && Value.equal(reading, $0.value, in: facts) == true }
    }
  }
}

extension Value {
  fileprivate var isError: Bool {
    if case .error = self { true } else { false }
  }

  /// Whether one reading of it is possible and none of its parts is open.
  fileprivate var isPlain: Bool {
    switch self {
    case .bool, .number, .string, .date, .timestamp, .duration, .interval, .null, .record(.fact): true
    case .list, .record(.computed), .range, .either, .unknown, .error, .map: false
    }
  }
}
