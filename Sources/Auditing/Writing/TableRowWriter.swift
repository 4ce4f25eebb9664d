import Diagnostics
import Expressions
import Findings

/// Writes a row of a decision table: what it asks of the inputs and what it gives.
struct TableRowWriter {
  /// Writes the outputs.
  let values: ValueWriter
  private let words: ConditionWords

  /// A writer for the tables of one policy.
  init(values: ValueWriter) {
    self.values = values
    let both = BilingualValues(units: values.units)
    words = ConditionWords { both.text(values.write($0, as: $1)) }
  }

  /// A row with its place in the table, from 1.
  func write(_ row: DecisionTable.Row, number: Int, of table: DecisionTable) -> TableUse.Row {
    TableUse.Row(
      number: number,
      inputs: zip(table.inputs, row.conditions).map { column, condition in
        NamedValue(
          name: column.name, title: column.title,
          value: ReportValue(.string, text(condition, column), label: words.words(condition, column)))
      },
      outputs: zip(table.outputs, row.outputs).map { column, value in
        NamedValue(
          name: column.name, title: column.title, value: values.write(value, as: column.type ?? .dyn))
      })
  }

  private func text(_ condition: DecisionTable.Condition, _ column: DecisionTable.Column) -> String {
    switch condition {
    case .any: return "-"
    case .oneOf(let choices): return choices.map { text($0, column) }.joined(separator: " | ")
    case .between(let low?, nil): return (low.isIncluded ? ">= " : "> ") + text(low.value, column)
    case .between(nil, let high?): return (high.isIncluded ? "<= " : "< ") + text(high.value, column)
    case .between(let low?, let high?):
      let opening = low.isIncluded ? "[" : "("
      let closing = high.isIncluded ? "]" : ")"
      return opening + text(low.value, column) + ".." + text(high.value, column) + closing
    case .between(nil, nil): return "-"
    }
  }

  private func text(_ value: Value, _ column: DecisionTable.Column) -> String {
    values.write(value, as: column.type ?? .dyn).text
  }
}
