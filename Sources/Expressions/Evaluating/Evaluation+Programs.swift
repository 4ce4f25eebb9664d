extension Evaluation {
  /// One evaluation of a step, kept so that results can name what it rested on.
  struct Use {
    var cell: CellID?
    var value: Value
    var grounds: [Ground]
  }

  /// What is known of a step: nothing (nil), or the use that holds while the stamp does.
  struct CellState {
    var stamp: Int
    var use: Int
  }

  /// A step's value, evaluated at most once per rule, or per subject if it depends on one.
  func value(of cell: CellID) -> Value {
    let cell = replacements[cell] ?? cell
    let definition = program.cells[cell.index]
    let isLocal = definition.dependsOnSubject || !replacements.isEmpty
    if let state = cellStates[cell.index], state.stamp == stamp(ofUse: state.use) {
      log.append(.cell(cell, use: state.use))
      return use(state.use).value
    }
    let (outerLocals, outerGrounds) = (locals, localGrounds)
    let result = evaluate(definition.expression)
    (locals, localGrounds) = (outerLocals, outerGrounds)
    let use = remember(Use(cell: cell, value: result.value, grounds: result.grounds), forSubject: isLocal)
    cellStates[cell.index] = CellState(stamp: stamp(ofUse: use), use: use)
    log.append(.cell(cell, use: use))
    return result.value
  }

  /// Uses of the rule have even numbers, those of the subject odd ones.
  private func remember(_ use: Use, forSubject: Bool) -> Int {
    if forSubject {
      subjectUses.append(use)
      return (subjectUses.count - 1) * 2 + 1
    }
    ruleUses.append(use)
    return (ruleUses.count - 1) * 2
  }

  func use(_ number: Int) -> Use {
    number % 2 == 1 ? subjectUses[number / 2] : ruleUses[number / 2]
  }

  private func stamp(ofUse number: Int) -> Int {
    number % 2 == 1 ? subjectStamp : -ruleStamp
  }

  /// The date that picks a version, logged with what it rests on.
  func versionDate(_ asOf: CellID?) -> Value {
    let cell = asOf ?? ruleAsOf
    let isLasting = cell.map { !program.cells[$0.index].dependsOnSubject } ?? true
    if isLasting, let number = dateUses[cell] {
      log.append(.date(use: number))
      return use(number).value
    }
    let result: Evaluated
    if let dateOverride {
      result = Evaluated(value: .date(dateOverride), grounds: [])
    } else if let cell {
      let outer = replacements
      replacements = [:]
      result = logged { value(of: cell) }
      replacements = outer
    } else {
      return .unknown
    }
    let number = remember(Use(cell: cell, value: result.value, grounds: result.grounds), forSubject: !isLasting)
    if isLasting { dateUses[cell] = number }
    log.append(.date(use: number))
    return result.value
  }

  /// Index of the version in force: the same for every reading of the date, or nil.
  private func version<T>(of history: Dated<T>, on date: Value) -> Int?? {
    func index(_ day: Value?) -> Int?? {
      guard case .date(let day)? = day else { return nil }
      return .some(history.index(on: day))
    }
    var answer: Int??
    for reading in date.readings {
      let bounds = reading.bounds
      let low = index(bounds.low)
      let high = index(bounds.high)
      guard let low, let high, low == high else { return nil }
      if let answer, answer != low { return nil }
      answer = .some(low)
    }
    return answer
  }

  /// `p.NAME`: the value in force on the date that counts.
  func parameter(_ index: Int) -> Value {
    let parameter = program.parameters[index]
    let mark = log.count
    if parameter.history.versions.count == 1, parameter.history.versions[0].from == nil {
      log.append(.parameter(index, version: 0))
      return parameter.history.versions[0].value
    }
    let date = versionDate(parameter.asOf)
    switch version(of: parameter.history, on: date) {
    case nil:
      if case .error = date { return date }
      notePartial(since: mark)
      return .unknown
    case .some(nil):
      log.append(.noParameterVersion(index))
      return .unknown
    case .some(let version?):
      log.append(.parameter(index, version: version))
      return parameter.history.versions[version].value
    }
  }

  /// `table.NAME(inputs…)`: the one row that matches, as a record of the outputs.
  func lookUp(_ index: Int, _ arguments: [Term]) -> Value {
    let table = program.tables[index]
    let mark = log.count
    let inputs = arguments.map(run)
    for input in inputs {
      if case .error = input { return input }
    }
    if inputs.contains(where: { if case .unknown = $0 { true } else { false } }) { return .unknown }
    let date = versionDate(table.asOf)
    guard let found = version(of: table.history, on: date) else {
      if case .error = date { return date }
      notePartial(since: mark)
      return .unknown
    }
    guard let version = found else {
      log.append(.noTableVersion(index))
      return .unknown
    }
    let rows = table.history.versions[version].value
    guard charge(rows.count) else { return budgetError }
    var possible: [Int] = []
    var isOpen = false
    for (number, row) in rows.enumerated() {
      switch match(row, inputs) {
      case true?: possible.append(number)
      case false?: continue
      case nil:
        isOpen = true
        possible.append(number)
      }
    }
    if possible.isEmpty {
      log.append(.noRow(table: index, inputs: inputs.map(\.plainText).joined(separator: ", ")))
      return .unknown
    }
    guard possible.count == 1, !isOpen else {
      notePartial(since: mark)
      return .unknown
    }
    log.append(.row(table: index, version: version, row: possible[0]))
    return .record(.computed(type: table.rowType, fields: rows[possible[0]].outputs))
  }

  /// Whether a row matches; nil: readings of an input differ.
  private func match(_ row: DecisionTable.Row, _ inputs: [Value]) -> Bool? {
    var answer: Bool? = true
    for (condition, input) in zip(row.conditions, inputs) {
      switch meets(input, condition) {
      case false?: return false
      case nil: answer = nil
      case true?: break
      }
    }
    return answer
  }

  private func meets(_ input: Value, _ condition: DecisionTable.Condition) -> Bool? {
    switch condition {
    case .any: return true
    case .oneOf(let values):
      let answers = values.map { Value.equal(input, $0, in: facts) }
      if answers.contains(true) { return true }
      return answers.contains(where: { $0 == nil }) ? nil : false
    case .between(let low, let high):
      let answers = [
        low.map { Value.decide($0.isIncluded ? .greaterOrEqual : .greater, input, $0.value) },
        high.map { Value.decide($0.isIncluded ? .lessOrEqual : .less, input, $0.value) },
      ]
      var isOpen = false
      for answer in answers.compactMap({ $0 }) {
        switch answer {
        case .decided(false), .impossible: return false
        case .decided: break
        case .open: isOpen = true
        }
      }
      return isOpen ? nil : true
    }
  }
}
