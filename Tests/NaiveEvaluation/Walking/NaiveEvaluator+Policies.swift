import Expressions

extension NaiveEvaluator {
  /// What of a history holds on a date.
  private enum Version {
    case one(Int)
    case none
    case undecided(NaiveValue)
  }

  /// The version that every reading of the date picks.
  private func version<T>(of history: Dated<T>, asOf own: CellID?) -> Version {
    if history.versions.count == 1, history.versions[0].from == nil, history.versions[0].to == nil {
      return .one(0)
    }
    let date = date(own)
    if case .failed = date { return .undecided(date) }
    if date.isUnknown { return .undecided(.unknown) }
    let ends = history.versions.flatMap { version in
      [version.from, version.from?.advanced(byDays: -1), version.to, version.to?.advanced(byDays: 1)]
    }
    var answers: Set<Int?> = []
    for point in date.points(against: ends.compactMap { $0.map { .day($0) } }) {
      guard case .day(let day) = point else { return .undecided(.failed(.mistyped)) }
      answers.insert(index(in: history, on: day))
    }
    guard answers.count == 1, let answer = answers.first else { return .undecided(.unknown) }
    return answer.map { .one($0) } ?? .none
  }

  /// The last version that has begun, unless it has ended.
  private func index<T>(in history: Dated<T>, on day: Day) -> Int? {
    var found: Int?
    for (index, version) in history.versions.enumerated() {
      if let from = version.from, day < from { continue }
      found = index
    }
    guard let found else { return nil }
    if let to = history.versions[found].to, to < day { return nil }
    return found
  }

  /// The date that picks versions: the override, else that of the parameter or table, else the rule's.
  private func date(_ own: CellID?) -> NaiveValue {
    if let dayOverride { return .day(dayOverride) }
    var tree = asOf
    if let own { tree = try? SyntaxTree(parsing: program.cells[own.index].expression.source.text) }
    guard let tree else { return .unknown }
    var names = names
    if let steps = names.unreplacedSteps { names.steps = steps }
    return separately(tree, names)
  }

  /// `p.NAME`.
  func parameter(_ name: String) -> NaiveValue {
    guard let parameter = program.parameters.first(where: { $0.name == name }) else {
      return .failed(.undeclared)
    }
    switch version(of: parameter.history, asOf: parameter.asOf) {
    case .one(let index): return NaiveValue(parameter.history.versions[index].value)
    case .none: return .unknown
    case .undecided(let value): return value
    }
  }

  /// `table.NAME(inputs…)`: the rows that the readings of the inputs pick, if each picks one.
  func row(of name: String, _ inputs: [NaiveValue]) -> NaiveValue {
    guard let table = program.tables.first(where: { $0.name == name }),
      table.inputs.count == inputs.count
    else { return .failed(.undeclared) }
    let failures = inputs.filter { if case .failed = $0 { true } else { false } }
    if let failure = failures.first { return inputs.contains(where: \.isUnknown) ? .unknown : failure }
    let rows: [DecisionTable.Row]
    switch version(of: table.history, asOf: table.asOf) {
    case .one(let index): rows = table.history.versions[index].value
    case .none: return .unknown
    case .undecided(let value): return value
    }
    var picked: Set<Int> = []
    for combination in combinations(of: inputs, rows) {
      let answers = rows.map { answer($0, combination) }
      if answers.contains(nil) { return .unknown }
      guard let index = answers.firstIndex(of: true) else { return .unknown }
      picked.insert(index)
    }
    return .agreed(
      picked.sorted().map { index in
        .row(
          zip(table.outputs, rows[index].outputs).map { NaiveOutput(name: $0.name, value: NaiveValue($1)) })
      })
  }

  /// Every combination of values that the inputs may have, as far as the rows can tell them apart.
  private func combinations(of inputs: [NaiveValue], _ rows: [DecisionTable.Row]) -> [[NaiveValue]] {
    var combinations: [[NaiveValue]] = [[]]
    for (column, input) in inputs.enumerated() {
      let values = input.points(against: rows.flatMap { limits(in: $0.conditions[column]) })
      combinations = combinations.flatMap { combination in values.map { combination + [$0] } }
    }
    return combinations
  }

  private func limits(in condition: DecisionTable.Condition) -> [NaiveValue] {
    switch condition {
    case .any: []
    case .oneOf(let values): values.map { NaiveValue($0) }
    case .between(let low, let high): [low, high].compactMap { $0.map { NaiveValue($0.value) } }
    }
  }

  /// Whether a row matches; nil where an unknown input leaves that open.
  private func answer(_ row: DecisionTable.Row, _ inputs: [NaiveValue]) -> Bool? {
    let answers = zip(row.conditions, inputs).map { answer($0, $1) }
    if answers.contains(false) { return false }
    return answers.contains(nil) ? nil : true
  }

  private func answer(_ condition: DecisionTable.Condition, _ input: NaiveValue) -> Bool? {
    switch condition {
    case .any: return true
    case .oneOf(let values):
      let answers = values.map { NaiveValue.equal(NaiveValue($0), input) }
      return answers.contains(true) ? true : answers.contains(nil) ? nil : false
    case .between(let low, let high):
      if input.isUnknown { return nil }
      let isAbove = low.map { low in
        NaiveValue.order(input, NaiveValue(low.value)).map { $0 > 0 || $0 == 0 && low.isIncluded } ?? false
      }
      let isBelow = high.map { high in
        NaiveValue.order(input, NaiveValue(high.value)).map { $0 < 0 || $0 == 0 && high.isIncluded } ?? false
      }
      return (isAbove ?? true) && (isBelow ?? true)
    }
  }
}
