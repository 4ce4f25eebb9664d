import Diagnostics
import Expressions
import YAMLTree

/// The types that calls give to input columns, and what follows for the cells.
extension PolicyBuilder {
  /// Reads the input cells of all tables with the types of the arguments at their calls.
  mutating func checkTableCalls() {
    for index in program.tables.indices {
      for column in program.tables[index].inputs.indices
      where program.tables[index].inputs[column].type == nil {
        program.tables[index].inputs[column].type = argumentType(table: index, column: column)
      }
      checkRows(of: index)
    }
  }

  /// The type that all calls of a table agree on for one input; nil if it is never called.
  private mutating func argumentType(table: Int, column: Int) -> ValueType? {
    var agreed: ValueType?
    let calls = tableCalls.filter {
      // An argument with an error has no type that could say anything.
      $0.call.table == table && $0.call.arguments.indices.contains(column)
        && $0.call.arguments[column] != .dyn
    }
    for (call, source) in calls {
      let argument = call.arguments[column]
      guard let type = cellType(argument) else {
        let words = argument.described(in: environment)
        reader.error(
          "table-argument", at: source.span(call.ranges[column]),
          ko: "표의 입력 `\(tableInputs[table].columns[column].text)`에는 값 하나가 필요한데 \(words.ko)입니다",
          en:
            "input `\(tableInputs[table].columns[column].text)` of a table takes a single value, this is \(words.en)",
          help: LocalizedText(
            ko: "수, 날짜, 글, 선택값, 참·거짓을 쓰십시오", en: "pass a number, date, text, choice or truth value"))
        continue
      }
      guard fits(type, table: table, column: column, at: call.ranges[column], of: source) else { continue }
      guard let earlier = agreed, earlier != type else {
        agreed = type
        continue
      }
      if let common = Self.common(earlier, type) {
        agreed = common
      } else {
        let a = earlier.described(in: environment)
        let b = type.described(in: environment)
        reader.error(
          "table-argument", at: source.span(call.ranges[column]),
          ko: "표의 입력 `\(tableInputs[table].columns[column].text)`이(가) 다른 곳에서는 \(a.ko)인데 여기는 \(b.ko)입니다",
          en:
            "input `\(tableInputs[table].columns[column].text)` is \(a.en) in another call and \(b.en) here",
          help: LocalizedText(ko: "같은 형의 값을 쓰십시오", en: "pass values of one type"))
      }
    }
    return agreed
  }

  private func cellType(_ argument: ValueType) -> ValueType? {
    switch argument {
    case .bool, .number, .string, .choice, .date, .timestamp, .duration: argument
    case .reference: .string
    case .list, .record, .group, .pair, .interval, .dyn, .null, .map: nil
    }
  }

  /// A bare number takes a unit, a text is a member of a choice.
  private static func common(_ a: ValueType, _ b: ValueType) -> ValueType? {
    switch (a, b) {
    case (.number(nil), .number), (.string, .choice): b
    case (.number, .number(nil)), (.choice, .string): a
    default: nil
    }
  }

  private mutating func checkRows(of index: Int) {
    var types = program.tables[index].inputs.map(\.type)
    var versions: [[[DecisionTable.Condition]]] = []
    var isWhole = true
    for version in tableInputs[index].versions {
      var rows: [[DecisionTable.Condition]] = []
      for row in version.rows {
        var conditions: [DecisionTable.Condition] = []
        for (column, cell) in row.cells.enumerated() {
          let name = tableInputs[index].columns[column].text
          let what = LocalizedText(ko: "열 `\(name)`", en: "column `\(name)`")
          guard let read = reader.condition(cell, as: types[column], in: environment, what) else { continue }
          if let type = types[column], let found = read.type, type != found {
            reader.typesDiffer(at: cell.span, found, first: type, in: environment, what)
            continue
          }
          types[column] = types[column] ?? read.type
          conditions.append(read.condition)
        }
        if conditions.count != types.count { isWhole = false }
        rows.append(conditions)
      }
      versions.append(rows)
    }
    guard isWhole else { return }
    for (place, rows) in versions.enumerated() {
      for (row, conditions) in rows.enumerated() {
        program.tables[index].history.versions[place].value[row].conditions = conditions
      }
      checkCoverage(of: index, version: place, rows, types.map { $0 ?? .string })
    }
  }
}
