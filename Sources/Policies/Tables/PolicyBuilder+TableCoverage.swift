import Diagnostics
import Expressions
import YAMLTree

/// Rows of a table that no input meets, inputs that two rows meet, inputs that none does.
extension PolicyBuilder {
  /// Checks the rows of one version of a table once all its cells are read.
  mutating func checkCoverage(
    of index: Int, version: Int, _ rows: [[DecisionTable.Condition]], _ types: [ValueType]
  ) {
    guard !rows.isEmpty else { return }
    let coverage = TableCoverage(rows: rows, types: types, environment: environment)
    for (row, column) in coverage.unreachable {
      reportUnreachable(index, version: version, row: row, column: column)
    }
    let overlaps = coverage.overlaps
    for overlap in overlaps.found { report(overlap, index, version: version) }
    guard overlaps.found.isEmpty else {
      // A row that is reported as unreachable was meant to accept something.
      guard coverage.unreachable.isEmpty else { return }
      reportGaps(coverage.gapsBeside(overlaps.found) ?? [], index, version: version)
      return
    }
    guard overlaps.checkedRows == rows.count, let gaps = try? coverage.gaps() else {
      return reportUnchecked(index, version: version, checkedRows: overlaps.checkedRows)
    }
    reportGaps(gaps, index, version: version)
  }

  private mutating func reportGaps(_ gaps: [[String]], _ index: Int, version: Int) {
    guard !gaps.isEmpty else { return }
    let table = program.tables[index]
    let examples = gaps.map { written($0, table) }.joined(separator: "; ")
    reader.warning(
      "table-gap", at: table.history.versions[version].provenance.span ?? table.span,
      ko: "표 `\(table.name)`에 맞는 행이 없는 입력이 있습니다(예: \(examples))",
      en: "table `\(table.name)` has no row for some inputs, for example \(examples)",
      help: LocalizedText(
        ko: "행을 더하십시오. 행이 없으면 결과는 자료 보완 필요입니다", en: "add rows; without one the outcome is unknown"))
  }

  private mutating func reportUnreachable(_ index: Int, version: Int, row: Int, column: Int) {
    let table = program.tables[index]
    let inputs = tableInputs[index].versions[version].rows[row]
    let cell = inputs.cells[column]
    reader.error(
      "table-unreachable", at: cell.span,
      ko: "표 `\(table.name)`의 \(row + 1)행에 맞는 입력이 없습니다. `\(cell.text)`에 드는 값이 없습니다",
      en: "no input matches row \(row + 1) of table `\(table.name)`, as no value lies in `\(cell.text)`",
      help: LocalizedText(
        ko: "끝 값이 들어가는지 확인하십시오. `[`와 `]`는 끝 값을 넣고 `(`와 `)`는 뺍니다",
        en: "check whether the ends belong to it: `[` and `]` take them in, `(` and `)` leave them out"))
  }

  private mutating func report(_ overlap: TableCoverage.Overlap, _ index: Int, version: Int) {
    let table = program.tables[index]
    let rows = tableInputs[index].versions[version].rows
    let example = written(overlap.example, table)
    var notes = [
      Diagnostic.Note(
        LocalizedText(ko: "겹치는 행", en: "the other row"), at: rows[overlap.first].span.location)
    ]
    if let covered = overlap.covered {
      let other = covered == overlap.first ? overlap.second : overlap.first
      notes.append(
        Diagnostic.Note(
          LocalizedText(
            ko: "\(covered + 1)행에 맞는 입력은 모두 \(other + 1)행에도 맞습니다",
            en: "every input of row \(covered + 1) matches row \(other + 1) too"),
          at: rows[covered].span.location))
    }
    reader.error(
      "table-overlap", at: rows[overlap.second].span,
      ko: "표 `\(table.name)`의 \(overlap.first + 1)행과 \(overlap.second + 1)행이 겹칩니다(예: \(example))",
      en:
        "rows \(overlap.first + 1) and \(overlap.second + 1) of table `\(table.name)` both match, for example \(example)",
      help: LocalizedText(
        ko: "한 입력에는 한 행만 맞도록 구간이나 값을 나누십시오", en: "part the ranges or values so that one row matches"),
      notes: notes)
  }

  private mutating func reportUnchecked(_ index: Int, version: Int, checkedRows: Int) {
    let table = program.tables[index]
    reader.warning(
      "table-unchecked", at: table.history.versions[version].provenance.span ?? table.span,
      ko:
        "표 `\(table.name)`이(가) 너무 커서 다 점검하지 못했습니다. 겹치는 행은 \(checkedRows)행까지만 찾았고, 맞는 행이 없는 입력은 찾지 않았습니다",
      en:
        "table `\(table.name)` is too large to be checked whole: overlaps were looked for up to row \(checkedRows) and gaps not at all",
      help: LocalizedText(
        ko: "표를 나누거나 한 칸에 적은 값의 수를 줄이십시오", en: "split the table, or list fewer values in a cell"))
  }

  private func written(_ example: [String], _ table: DecisionTable) -> String {
    zip(table.inputs, example).map { "\($0.name) = \($1)" }.joined(separator: ", ")
  }
}
