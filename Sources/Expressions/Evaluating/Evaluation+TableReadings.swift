extension Evaluation {
  /// What the row of a table comes to where an input is disputed or only bounded: one record if the rows that its
  /// readings pick say the same, else one of several; nil where a reading picks no row or that cannot be told.
  func rowOfReadings(_ index: Int, version: Int, _ inputs: [Value]) -> Value? {
    let table = program.tables[index]
    let rows = table.history.versions[version].value
    guard let combinations = combinations(of: inputs, against: rows) else { return nil }
    guard charge(combinations.count * rows.count) else { return budgetError }
    var picked: [Int] = []
    for combination in combinations {
      guard let row = onlyRow(of: rows, for: combination) else { return nil }
      if !picked.contains(row) { picked.append(row) }
    }
    picked.sort()
    for row in picked { log.append(.row(table: index, version: version, row: row)) }
    let records = picked.map { Value.record(.computed(type: table.rowType, fields: rows[$0].outputs)) }
    let fields = table.outputs.indices.map { column in
      Value.alternatives(picked.map { rows[$0].outputs[column] })
    }
    return fields.contains { $0.isPartial || $0.isUnknown }
      ? .either(records) : .record(.computed(type: table.rowType, fields: fields))
  }

  /// The row that matches plain inputs; nil where none does, or an input leaves that open.
  private func onlyRow(of rows: [DecisionTable.Row], for inputs: [Value]) -> Int? {
    var found: Int?
    for (place, row) in rows.enumerated() {
      switch match(row, inputs) {
      case true?: found = found ?? place
      case false?: continue
      case nil: return nil
      }
    }
    return found
  }

  /// Every combination of values that the inputs may have, as far as the rows tell them apart; nil where there are
  /// too many.
  private func combinations(of inputs: [Value], against rows: [DecisionTable.Row]) -> [[Value]]? {
    var combinations: [[Value]] = [[]]
    for (column, input) in inputs.enumerated() {
      var values: [Value] = []
      for reading in input.readings {
        guard case .range(let range) = reading else {
          values.append(reading)
          continue
        }
        guard let points = Self.points(of: range, against: rows.map { $0.conditions[column] }) else {
          return nil
        }
        values += points
      }
      guard values.count <= Value.readingLimit / combinations.count else { return nil }
      combinations = combinations.flatMap { combination in values.map { combination + [$0] } }
    }
    return combinations
  }

  /// Values that stand for all of a range: its ends, the limits in it, and one value between each two neighbours and
  /// beyond the outermost; nil where one cannot be told.
  private static func points(of range: PartialRange, against conditions: [DecisionTable.Condition])
    -> [Value]?
  {
    let limits = conditions.flatMap { condition -> [Value] in
      switch condition {
      case .any: []
      case .oneOf(let values): values
      case .between(let low, let high): [low?.value, high?.value].compactMap { $0 }
      }
    }
    guard limits.count <= Value.readingLimit else { return nil }
    let inside = limits.filter { limit in
      (range.low.map { Value.order($0, limit) == .less } ?? true)
        && (range.high.map { Value.order(limit, $0) == .less } ?? true)
    }
    var ends: [Value] = []
    for value in [range.low].compactMap({ $0 }) + inside + [range.high].compactMap({ $0 })
    where !ends.contains(where: { Value.order($0, value) == .equal }) {
      ends.append(value)
    }
    ends.sort { Value.order($0, $1) == .less }
    guard let first = ends.first, let last = ends.last else { return nil }
    var points: [Value] = []
    if range.low == nil {
      guard let below = first.stepped(by: -1) else { return nil }
      points.append(below)
    }
    for (place, end) in ends.enumerated() {
      points.append(end)
      guard place + 1 < ends.count else { break }
      guard let between = end.between(ends[place + 1]) else { return nil }
      points += between
    }
    if range.high == nil {
      guard let above = last.stepped(by: 1) else { return nil }
      points.append(above)
    }
    return points
  }
}

extension Value {
  /// Whether it is a record that a table or function made.
  var isComputedRecord: Bool {
    if case .record(.computed) = self { true } else { false }
  }

  /// A value one step away: 1, a day, a nanosecond; nil where there is none.
  fileprivate func stepped(by step: Int) -> Value? {
    switch self {
    case .number(let number): (try? number.adding(Rational(step))).map { .number($0) }
    case .date(let day): day.advanced(byDays: step).map { .date($0) }
    case .timestamp(let instant):
      Instant(nanoseconds: instant.nanoseconds + Int128(step)).map { .timestamp($0) }
    default: nil
    }
  }

  /// A value between this and a greater one, if there is any; nil where that cannot be told.
  fileprivate func between(_ greater: Value) -> [Value]? {
    if case .number(let low) = self, case .number(let high) = greater {
      return (try? low.adding(high).divided(by: Rational(2))).map { [.number($0)] }
    }
    guard let next = stepped(by: 1) else { return nil }
    return Value.order(next, greater) == .less ? [next] : []
  }
}
