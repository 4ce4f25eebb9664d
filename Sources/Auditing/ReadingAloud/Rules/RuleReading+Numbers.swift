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

  /// Tables with the rows of every version, or with their history alone.
  func tables(_ page: inout Layout, withRows: Bool = true) {
    let tables = meaning.uses.tables.sorted { $0.key < $1.key }
    guard !tables.isEmpty else { return }
    page.section(say("표", "Tables"))
    for (index, headings) in tables {
      let table = policy.program.tables[index]
      page.fill("〈\(names.table(index).text[language])〉", first: "  ", hang: 4)
      addDate(table.asOf, &page)
      let titles =
        headings.map { $0[language] } + table.outputs.map { $0.title?[language] ?? $0.name }
      let lines = history(table.history) {
        say("행 \($0.count)개", $0.count == 1 ? "1 row" : "\($0.count) rows")
      }
      let shown = table.history.index(on: day)
      var above: [[String]] = []
      for (version, line) in lines.enumerated() {
        let isShown = lines.count > 1 && version == shown
        page.fill(
          isShown ? "\(line) \(say("[표시 시점]", "[the day shown]"))" : line, first: "    ", hang: 6)
        guard withRows else { continue }
        let rows = rows(of: table, version: version)
        if rows == above {
          page.add(say("    위와 같은 행", "    the same rows as above"))
        } else if version == shown || rows.count <= Self.mostRowsOfOtherDays {
          page.add(table: [titles] + rows, indent: 4)
        } else {
          page.add(say("    그 기간 안의 날로 볼 것: `--as-of 날짜`", "    shown with `--as-of` a day of that time"))
        }
        above = rows
      }
      if shown == nil {
        page.add(say("    표시 시점에 효력이 있는 행이 없음", "    no rows are in force on the day shown"))
      }
    }
  }

  /// A version that is not in force on the day is shown whole up to this many rows.
  private static let mostRowsOfOtherDays = 30

  /// The rows of one version in words, a text for every column.
  func rows(of table: DecisionTable, version: Int) -> [[String]] {
    table.history.versions[version].value.map { row in
      zip(table.inputs, row.conditions).map { words($1, $0) }
        + zip(table.outputs, row.outputs).map { words($1, $0.type ?? .dyn) }
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
  private func words(_ condition: DecisionTable.Condition, _ column: DecisionTable.Column) -> String {
    let words = ConditionWords { names.constants.words(for: $0, as: $1, units: names.units) }
    return words.words(condition, column)[language]
  }
}
