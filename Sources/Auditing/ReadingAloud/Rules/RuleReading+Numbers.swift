import Diagnostics
import Expressions
import Findings
import Policies

extension RuleReading {
  /// Parameters with their histories.
  func numbers(_ page: inout Layout) {
    let parameters = meaning.uses.parameters.sorted()
    guard !parameters.isEmpty else { return }
    page.section(say("정해진 값", "Values set by the policy"))
    for index in parameters {
      let parameter = policy.program.parameters[index]
      let name = names.parameter(index)
      var line = "〈\(name.text[language])〉: \(name.value?[language] ?? "")"
      if let stricter = parameter.stricter {
        switch stricter {
        case .lower: line += say(" (작을수록 엄격함)", " (stricter if lower)")
        case .higher: line += say(" (클수록 엄격함)", " (stricter if higher)")
        case .more: line += say(" (많을수록 엄격함)", " (stricter if more)")
        }
      }
      page.fill(line, first: "  ", hang: 4)
      addDate(parameter.asOf, &page)
      let history = history(parameter.history) { value in
        names.constants.words(for: value, as: parameter.type, units: names.units)[language]
      }
      for line in history { page.fill(line, first: "    ", hang: 6) }
    }
  }

  /// Tables with the rows of the day.
  func tables(_ page: inout Layout) {
    let tables = meaning.uses.tables.sorted { $0.key < $1.key }
    guard !tables.isEmpty else { return }
    page.section(say("표", "Tables"))
    for (index, headings) in tables {
      let table = policy.program.tables[index]
      page.fill("〈\(names.table(index).text[language])〉", first: "  ", hang: 4)
      addDate(table.asOf, &page)
      let history = history(table.history) { say("행 \($0.count)개", "\($0.count) rows") }
      for line in history { page.fill(line, first: "    ", hang: 6) }
      guard let version = table.history.index(on: day) else {
        page.add(say("    표시 시점에 효력이 있는 행이 없음", "    no rows are in force on the day shown"))
        continue
      }
      let titles =
        headings.map { $0[language] } + table.outputs.map { $0.title?[language] ?? $0.name }
      let rows = table.history.versions[version].value.map { row in
        zip(table.inputs, row.conditions).map { words($1, $0.type ?? .dyn) }
          + zip(table.outputs, row.outputs).map { words($1, $0.type ?? .dyn) }
      }
      page.add(table: [titles] + rows, indent: 4)
    }
  }

  private func addDate(_ cell: CellID?, _ page: inout Layout) {
    guard let cell, let date = meaning.dates[cell] else { return }
    page.add(
      said("기준일: \(wording.value(date))", "picked by the date: \(wording.value(date))"), language, indent: 4)
  }

  private func words(_ value: Value, _ type: ValueType) -> String {
    names.constants.words(for: value, as: type, units: names.units)[language]
  }

  /// What an input must be for a row to match.
  private func words(_ condition: DecisionTable.Condition, _ type: ValueType) -> String {
    switch condition {
    case .any, .between(nil, nil): say("(무엇이든)", "(any)")
    case .oneOf(let values):
      values.map { words($0, type) }.joined(separator: say(" 또는 ", " or "))
    case .between(let low, let high):
      [low.map { bound($0, isLow: true, type) }, high.map { bound($0, isLow: false, type) }]
        .compactMap { $0 }.joined(separator: say(" ", ", "))
    }
  }

  private func bound(_ limit: DecisionTable.Limit, isLow: Bool, _ type: ValueType) -> String {
    let value = words(limit.value, type)
    let isTime = type == .date || type == .timestamp
    switch (isLow, limit.isIncluded) {
    case (true, true):
      return say("\(value) \(isTime ? "이후" : "이상")", isTime ? "on or after \(value)" : "at least \(value)")
    case (true, false):
      return say("\(value) \(isTime ? "후" : "초과")", isTime ? "after \(value)" : "more than \(value)")
    case (false, true):
      return say("\(value) \(isTime ? "이전" : "이하")", isTime ? "on or before \(value)" : "at most \(value)")
    case (false, false):
      return say("\(value) \(isTime ? "전" : "미만")", isTime ? "before \(value)" : "less than \(value)")
    }
  }
}
