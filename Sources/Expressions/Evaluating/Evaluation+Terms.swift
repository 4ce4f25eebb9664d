extension Evaluation {
  /// Evaluates a term. The checker bounds the depth of one expression; steps that use steps add up.
  func run(_ term: Term) -> Value {
    guard depth < Self.depthLimit else { return depthError() }
    depth += 1
    defer { depth -= 1 }
    return switch term {
    case .constant(let value): value
    case .local(let slot): local(slot)
    case .cell(let cell): value(of: cell)
    case .parameter(let index): parameter(index)
    case .root(let slot): read(facts.fact(record: 0, slot: slot))
    case .field(let base, let field): self.field(field, of: base)
    case .follow(let base, let reference): follow(base, reference)
    case .and(let a, let b): and(a, b)
    case .or(let a, let b): or(a, b)
    case .not(let a): not(a)
    case .conditional(let condition, let a, let b): conditional(condition, a, b)
    case .equals(let a, let b, let negated, let range): equals(a, b, negated: negated, at: range)
    case .compare(let order, let a, let b, let range): compare(order, a, b, at: range)
    case .arithmetic(let operation, let a, let b, let range): arithmetic(operation, a, b, at: range)
    case .negate(let a, let range): negate(a, at: range)
    case .contains(let element, let list, let range): contains(element, list, at: range)
    case .index(let base, let index, let range): self.index(base, index, at: range)
    case .select(let base, let name, let range): select(name, of: run(base), at: range)
    case .list(let terms): list(terms)
    case .map(let entries, let range): map(entries, at: range)
    case .call(let function, let arguments, let range): call(function, arguments, at: range)
    case .table(let index, let arguments, _): lookUp(index, arguments)
    case .macro(let macro): self.macro(macro)
    case .has(let base, let field): has(base, field)
    case .opt(let base, let field, let fallback): opt(base, field, fallback)
    case .stated(let base, let field): stated(base, field)
    case .hasKey(let base, let name): hasKey(name, of: run(base))
    case .find(let list, let field, let value, let range): find(list, field, value, at: range)
    case .error(let error): .error(error)
    }
  }

  private func local(_ slot: Int) -> Value {
    let value = locals[slot]
    switch value {
    case .unknown, .range, .either: log.append(contentsOf: localGrounds[slot])
    default: break
    }
    return value
  }

  private func list(_ terms: [Term]) -> Value {
    var elements: [ListValue.Element] = []
    elements.reserveCapacity(terms.count)
    for term in terms {
      let mark = log.count
      let value = run(term)
      if case .error = value { return value }
      elements.append(ListValue.Element(value, grounds: Array(log[mark...])))
    }
    return .list(ListValue(elements))
  }

  /// A field of what a term gives. Disputed elements whose lists differ have no list to go through.
  private func field(_ field: FieldID, of base: Term) -> Value {
    let mark = log.count
    let record = run(base)
    let value = self.field(field, of: record)
    guard case .either = record else { return value }
    switch value {
    case .unknown: break
    case .either(let readings) where readings.contains(where: { if case .list = $0 { true } else { false } }):
      break
    default: return value
    }
    notePartial(since: mark)
    return .unknown
  }

  /// `condition ? a : b`; unknown where the condition is.
  func conditional(_ condition: Term, _ a: Term, _ b: Term) -> Value {
    switch truth(of: condition) {
    case .known(true): run(a)
    case .known(false): run(b)
    case .unknown: .unknown
    case .error(let error): .error(error)
    }
  }

  private func negate(_ term: Term, at range: Range<Int>) -> Value {
    let mark = log.count
    return settle(Value.negated(run(term)), since: mark, at: range)
  }

  private func arithmetic(
    _ operation: Term.Arithmetic, _ a: Term, _ b: Term, at range: Range<Int>
  ) -> Value {
    let mark = log.count
    let left = run(a)
    let right = run(b)
    guard chargeJoining(left, right) else { return budgetError }
    return settle(Value.combine(operation, left, right), since: mark, at: range)
  }

  /// Counts what putting two texts or lists together copies.
  private func chargeJoining(_ a: Value, _ b: Value) -> Bool {
    switch (a, b) {
    case (.string(let x), .string(let y)): charge(x.utf8.count / 64 + y.utf8.count / 64)
    case (.list(let x), .list(let y)): charge(x.elements.count) && charge(y.elements.count)
    default: true
    }
  }

  /// Gives an error its place, and names the partial facts that left a result open; where it is not open, what was
  /// missing for parts of it did not matter.
  func settle(_ value: Value, since mark: Int, at range: Range<Int>) -> Value {
    switch value {
    case .error(var error):
      if error.range == nil { error.range = range }
      return .error(error)
    case .unknown:
      notePartial(since: mark)
      return value
    case .bool, .number, .string, .date, .timestamp, .duration, .record, .interval, .null:
      forgetGaps(since: mark)
      return value
    case .list, .range, .either, .map:
      return value
    }
  }

  private func call(_ function: Function, _ arguments: [Term], at range: Range<Int>) -> Value {
    guard charge(1) else { return budgetError }
    let mark = log.count
    var values: [Value] = []
    values.reserveCapacity(arguments.count)
    for argument in arguments {
      let value = run(argument)
      // Long texts take longer to work on.
      if case .string(let text) = value, !charge(text.utf8.count / 256) { return budgetError }
      values.append(value)
    }
    return settle(apply(function, to: values, at: range), since: mark, at: range)
  }

  private func apply(_ function: Function, to values: [Value], at range: Range<Int>) -> Value {
    var isUnknown = false
    var error: Value?
    var isPartial = false
    for value in values {
      switch value {
      case .unknown: isUnknown = true
      case .error(let problem):
        if problem.kind == .limit { return value }
        error = error ?? value
      case .range, .either: isPartial = true
      default: break
      }
    }
    if isUnknown, error != nil || function.lifting != .unknowns { return .unknown }
    if let error { return error }
    switch function.lifting {
    case .none, .unknowns: break
    case .readings, .monotone, .rising:
      if isPartial { return applyPartially(function, to: values, at: range) }
    }
    var call = FunctionCall(arguments: values, range: range, evaluation: self)
    return function.body(&call)
  }

  /// Applies a function to every reading of its arguments, or to the ends of their bounds.
  private func applyPartially(_ function: Function, to values: [Value], at range: Range<Int>) -> Value {
    let exactly = { (arguments: [Value]) -> Value in
      var call = FunctionCall(arguments: arguments, range: range, evaluation: self)
      return function.body(&call)
    }
    return Value.overReadings(of: values) { readings in
      guard readings.contains(where: \.isPartial) else { return exactly(readings) }
      switch function.lifting {
      case .readings, .none, .unknowns: return .unknown
      case .monotone: return corners(of: readings).map { Value.hull($0.map(exactly)) } ?? .unknown
      case .rising(let rises):
        let ends = [true, false].map { wantsLow in
          bound(of: readings, rises: rises, wantsLow: wantsLow).map(exactly)
        }
        for end in ends {
          switch end {
          case .unknown?, .error?: return .unknown
          default: break
          }
        }
        return Value.range(ends[0], ends[1])
      }
    }
  }

  /// Every combination of the arguments' bounds; nil if one is open.
  private func corners(of arguments: [Value]) -> [[Value]]? {
    var corners: [[Value]] = [[]]
    for argument in arguments {
      let bounds = argument.bounds
      guard let low = bounds.low, let high = bounds.high else { return nil }
      let ends = argument.isPartial ? [low, high] : [argument]
      corners = corners.flatMap { corner in ends.map { corner + [$0] } }
    }
    return corners
  }

  /// The arguments that give a function's lowest or highest value; nil if one of them is open.
  private func bound(of arguments: [Value], rises: [Bool], wantsLow: Bool) -> [Value]? {
    var ends: [Value] = []
    for (index, argument) in arguments.enumerated() {
      guard argument.isPartial else {
        ends.append(argument)
        continue
      }
      guard index < rises.count,
        let end = rises[index] == wantsLow ? argument.bounds.low : argument.bounds.high
      else { return nil }
      ends.append(end)
    }
    return ends
  }
}
