import Diagnostics
import Expressions
import Policies

/// Which rows of a table are new, gone or give something else.
struct TableChanges {
  private let table: DecisionTable
  private let names: NameBook
  /// More rows than so many are only counted.
  private static let mostRows = 40

  /// Changes of one table.
  init(table: DecisionTable, names: NameBook) {
    self.table = table
    self.names = names
  }

  /// A row with what it asks as its key.
  private struct Row {
    var inputs: LocalizedText
    /// What each output gives, in the order of the columns.
    var outputs: [LocalizedText]
  }

  /// `행 2개`.
  func count(of rows: [DecisionTable.Row]) -> LocalizedText {
    LocalizedText(ko: "행 \(rows.count)개", en: rows.count == 1 ? "1 row" : "\(rows.count) rows")
  }

  /// The rows that differ, one line each; from nothing, all of them.
  func words(from old: [DecisionTable.Row]?, to new: [DecisionTable.Row]) -> [LocalizedText] {
    let isFirst = old == nil
    let old = (old ?? []).map(row)
    let new = new.map(row)
    let before = Dictionary(old.map { ($0.inputs, $0.outputs) }) { first, _ in first }
    let after = Set(new.map(\.inputs))
    var lines: [LocalizedText] = []
    for row in new {
      if let past = before[row.inputs] {
        if past != row.outputs { lines.append(line(row.inputs, changes(from: past, to: row.outputs))) }
      } else {
        lines.append(line(row.inputs, outputs(row.outputs), isFirst ? nil : .isNew))
      }
    }
    for row in old where !after.contains(row.inputs) {
      lines.append(line(row.inputs, outputs(row.outputs), .isGone))
    }
    let rest = lines.count - Self.mostRows
    guard rest > 0 else { return lines }
    return lines.prefix(Self.mostRows) + [LocalizedText(ko: "외 \(rest)행", en: "and \(rest) more rows")]
  }

  private func line(
    _ inputs: LocalizedText, _ outputs: LocalizedText, _ mark: LocalizedText? = nil
  ) -> LocalizedText {
    LocalizedText(
      ko: "\(inputs.ko): \(outputs.ko)\(mark?.ko ?? "")", en: "\(inputs.en): \(outputs.en)\(mark?.en ?? "")")
  }

  private func title(of place: Int) -> LocalizedText {
    table.outputs[place].title ?? LocalizedText(table.outputs[place].name)
  }

  private func outputs(_ values: [LocalizedText]) -> LocalizedText {
    .joined(
      values.enumerated().map { place, value in
        LocalizedText(ko: "\(title(of: place).ko) \(value.ko)", en: "\(title(of: place).en) \(value.en)")
      }, separator: ", ")
  }

  /// The outputs that differ: `최장 시간 4시간 → 2시간`.
  private func changes(from old: [LocalizedText], to new: [LocalizedText]) -> LocalizedText {
    let changed = zip(old, new).enumerated().filter { $0.element.0 != $0.element.1 }
    return .joined(
      changed.map { place, values in
        LocalizedText(
          ko: "\(title(of: place).ko) \(values.0.ko) → \(values.1.ko)",
          en: "\(title(of: place).en) \(values.0.en) → \(values.1.en)")
      }, separator: ", ")
  }

  private func row(_ row: DecisionTable.Row) -> Row {
    let words = ConditionWords { names.constants.words(for: $0, as: $1, units: names.units) }
    let inputs = zip(table.inputs, row.conditions).map { column, condition in
      let asked = words.words(condition, column)
      return column.title.map { LocalizedText(ko: "\($0.ko) \(asked.ko)", en: "\($0.en) \(asked.en)") }
        ?? asked
    }
    let outputs = zip(table.outputs, row.outputs).map { column, value in
      names.constants.words(for: value, as: column.type ?? .dyn, units: names.units)
    }
    return Row(inputs: .joined(inputs, separator: ", "), outputs: outputs)
  }
}

extension LocalizedText {
  fileprivate static var isNew: LocalizedText { LocalizedText(ko: " (새로 둠)", en: " (new)") }
  fileprivate static var isGone: LocalizedText { LocalizedText(ko: " (없어짐)", en: " (gone)") }
}
