extension Evaluation {
  /// One evaluation of a step, kept so that results can name what it rested on.
  struct Use {
    /// The step; nil for a date that was given in place of all others.
    var cell: CellID?
    /// What it came to.
    var value: Value
    /// What that rests on.
    var grounds: [Ground]
  }

  /// What is known of a step: nothing (nil), or the use that holds while the stamp does.
  struct CellState {
    /// The rule or subject for which the use holds.
    var stamp: Int
    /// The number of the use.
    var use: Int
  }

  /// A step's value, evaluated at most once per rule, or per subject if it depends on one.
  func value(of cell: CellID) -> Value {
    let cell = replacements.isEmpty ? cell : replacements[cell] ?? cell
    if let state = cellStates[cell.index], state.stamp == stamp(ofUse: state.use) {
      log.append(.cell(cell, use: state.use))
      return value(ofUse: state.use)
    }
    let isLocal = program.cells[cell.index].dependsOnSubject || changedCells.contains(cell)
    let (outerLocals, outerGrounds) = (locals, localGrounds)
    let result = evaluate(program.cells[cell.index].expression)
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

  /// The use with a number.
  func use(_ number: Int) -> Use {
    number % 2 == 1 ? subjectUses[number / 2] : ruleUses[number / 2]
  }

  /// The value of a use, without the rest of it.
  func value(ofUse number: Int) -> Value {
    number % 2 == 1 ? subjectUses[number / 2].value : ruleUses[number / 2].value
  }

  /// What a use rests on.
  func grounds(ofUse number: Int) -> [Ground] {
    number % 2 == 1 ? subjectUses[number / 2].grounds : ruleUses[number / 2].grounds
  }

  private func stamp(ofUse number: Int) -> Int {
    number % 2 == 1 ? subjectStamp : -ruleStamp
  }

  /// The date that picks a version, logged with what it rests on.
  func versionDate(_ asOf: CellID?) -> Value {
    let cell = asOf ?? ruleAsOf
    let isLasting = cell.map { !program.cells[$0.index].dependsOnSubject } ?? true
    if isLasting, let number = dateUses[cell?.index ?? -1] {
      log.append(.date(use: number))
      return value(ofUse: number)
    }
    let result: Evaluated
    if let dateOverride {
      result = Evaluated(value: .date(dateOverride), grounds: [])
    } else if let cell {
      guard pendingDates.insert(cell.index).inserted else { return circularDate }
      // A date that picks versions never depends on what an exception replaces.
      result = logged { running(with: [:]) { value(of: cell) } }
      pendingDates.remove(cell.index)
    } else {
      return .unknown
    }
    let number = remember(
      Use(cell: cell, value: result.value, grounds: result.grounds), forSubject: !isLasting)
    if isLasting { dateUses[cell?.index ?? -1] = number }
    log.append(.date(use: number))
    return result.value
  }

  private var circularDate: Value {
    .error(
      EvaluationError(
        .invalidArgument, ko: "시점을 정하는 날짜가 그 날짜로 정해지는 값을 씁니다",
        en: "a date that picks versions uses a value that it picks itself"))
  }

  /// What of a history is in force: one version, none, or it is open which (or failed).
  private enum InForce {
    case version(Int)
    case none
    case failed(Value)
  }

  /// The version of a history that holds on the date that counts, the same for every reading of that date.
  private func inForce<T>(_ history: Dated<T>, asOf: CellID?) -> InForce {
    if let version = history.lasting { return .version(version) }
    let mark = log.count
    let date = versionDate(asOf)
    if case .error = date { return .failed(date) }
    if case .date(let day) = date { return history.index(on: day).map { .version($0) } ?? .none }
    var answer: Int??
    for reading in date.readings {
      // An end that is open reaches as far as the years that can be told.
      guard case .date(let first) = reading.bounds.low ?? .date(.first),
        case .date(let last) = reading.bounds.high ?? .date(.last),
        let version = history.index(from: first, to: last), answer == nil || answer == .some(version)
      else {
        notePartial(since: mark)
        return .failed(.unknown)
      }
      answer = .some(version)
    }
    guard let version = answer ?? nil else { return .none }
    return .version(version)
  }

  /// `p.NAME`: the value in force on the date that counts.
  func parameter(_ index: Int) -> Value {
    switch inForce(program.parameters[index].history, asOf: program.parameters[index].asOf) {
    case .failed(let value): return value
    case .none:
      log.append(.noParameterVersion(index))
      return .unknown
    case .version(let version):
      log.append(.parameter(index, version: version))
      return program.parameters[index].history.versions[version].value
    }
  }

  /// `table.NAME(inputs…)`: the one row that matches, as a record of the outputs.
  func lookUp(_ index: Int, _ arguments: [Term]) -> Value {
    let table = program.tables[index]
    let mark = log.count
    let inputs = arguments.map(run)
    var failed: Value?
    for input in inputs {
      guard case .error(let error) = input else { continue }
      if error.kind == .limit { return input }
      failed = failed ?? input
    }
    if let failed { return inputs.contains(where: \.isUnknown) ? .unknown : failed }
    let version: Int
    switch inForce(table.history, asOf: table.asOf) {
    case .failed(let value): return value
    case .none:
      log.append(.noTableVersion(index))
      return .unknown
    case .version(let found): version = found
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
      forgetGaps(since: mark)
      let text = inputs.map(\.plainText).joined(separator: ", ")
      log.append(.noRow(table: index, inputs: missedInputs.number(of: text)))
      return .unknown
    }
    guard possible.count == 1, !isOpen else {
      let rowMark = log.count
      guard let result = rowOfReadings(index, version: version, inputs) else {
        notePartial(since: mark)
        return .unknown
      }
      if case .error = result { return result }
      let rows = Array(log[rowMark...])
      log.removeSubrange(rowMark...)
      forgetGaps(since: mark)
      log += rows
      return result
    }
    forgetGaps(since: mark)
    log.append(.row(table: index, version: version, row: possible[0]))
    return .record(.computed(type: table.rowType, fields: rows[possible[0]].outputs))
  }

  /// Whether a row matches; nil: readings of an input differ.
  func match(_ row: DecisionTable.Row, _ inputs: [Value]) -> Bool? {
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
    case .oneOf where input.isUnknown, .between where input.isUnknown: return nil
    case .oneOf(let values):
      let answers = input.readings.map { reading in
        let answers = values.map { Value.equal(reading, $0, in: facts) }
        return answers.contains(true) ? true : answers.contains(nil) ? nil : false
      }
      guard let first = answers.first, answers.allSatisfy({ $0 == first }) else { return nil }
      return first
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
