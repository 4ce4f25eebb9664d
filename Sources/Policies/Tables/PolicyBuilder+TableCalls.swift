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
    let calls = tableCalls.filter { $0.call.table == table && $0.call.arguments.indices.contains(column) }
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
      checkCoverage(of: index, version: place, rows, types.map { TableAxis(type: $0 ?? .string) })
    }
  }

  private mutating func checkCoverage(
    of index: Int, version: Int, _ rows: [[DecisionTable.Condition]], _ axes: [TableAxis]
  ) {
    let table = program.tables[index]
    let spans = tableInputs[index].versions[version].rows.map(\.span)
    let coverage = TableCoverage(rows: rows, axes: axes, environment: environment)
    let overlaps = coverage.overlaps
    for overlap in overlaps {
      let example = written(overlap.example, table)
      reader.error(
        "table-overlap", at: spans[overlap.second],
        ko: "표 `\(table.name)`의 \(overlap.first + 1)행과 \(overlap.second + 1)행이 겹칩니다(예: \(example))",
        en:
          "rows \(overlap.first + 1) and \(overlap.second + 1) of table `\(table.name)` both match, for example \(example)",
        help: LocalizedText(
          ko: "한 입력에는 한 행만 맞도록 구간이나 값을 나누십시오", en: "part the ranges or values so that one row matches"),
        notes: [
          Diagnostic.Note(LocalizedText(ko: "겹치는 행", en: "the other row"), at: spans[overlap.first].location)
        ])
    }
    guard overlaps.isEmpty, !rows.isEmpty else { return }
    let gaps = coverage.gaps
    guard !gaps.isEmpty else { return }
    let examples = gaps.map { written($0, table) }.joined(separator: "; ")
    reader.warning(
      "table-gap", at: table.history.versions[version].provenance.span ?? table.span,
      ko: "표 `\(table.name)`에 맞는 행이 없는 입력이 있습니다(예: \(examples))",
      en: "table `\(table.name)` has no row for some inputs, for example \(examples)",
      help: LocalizedText(
        ko: "행을 더하십시오. 행이 없으면 결과는 자료 보완 필요입니다", en: "add rows; without one the outcome is unknown"))
  }

  private func written(_ example: [String], _ table: DecisionTable) -> String {
    zip(table.inputs, example).map { "\($0.name) = \($1)" }.joined(separator: ", ")
  }
}
