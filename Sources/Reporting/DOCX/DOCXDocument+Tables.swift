extension DOCXDocument {
  /// A cell as it is written.
  private struct Cell {
    /// Its paragraphs; never none.
    var paragraphs: [[Run]]
    /// The style of its paragraphs.
    var style: DOCXStyle
    /// On grey ground.
    var isHead = false
  }

  /// Writes the head of a table whose first rows are known.
  mutating func writeHead(of held: HeldTable) {
    let table = DOCXTable(held, width: page.textWidth)
    begin(table, caption: held.head.caption)
    self.table = table
    row(
      held.head.columns.map { Cell(paragraphs: [[Run($0.title)]], style: .cellHead, isHead: true) }, table,
      isRepeated: true)
  }

  /// Writes a row below the head.
  mutating func write(_ cells: [TableCell]) {
    guard let table else { return }
    var written = zip(cells, table.columns).map { cell, column in
      Cell(
        paragraphs: cell.isHeader ? cell.text.map { $0.map(\.emphasized) } : cell.text,
        style: column.isNumeric && !cell.isHeader ? .number : .cell)
    }
    while written.count < table.columns.count { written.append(Cell(paragraphs: [[]], style: .cell)) }
    for index in written.indices where written[index].paragraphs.isEmpty { written[index].paragraphs = [[]] }
    // What has no column of its own is not lost.
    for cell in cells.dropFirst(table.columns.count) {
      written[table.columns.count - 1].paragraphs += cell.text
    }
    row(written, table, isRepeated: false)
  }

  /// Ends the table that was begun, if any.
  mutating func endTable() {
    releaseTable()
    guard table != nil else { return }
    table = nil
    end()
  }

  /// Labels with texts beside them, as a table of two columns.
  mutating func labelled(_ rows: [LabelledRow]) {
    guard !rows.isEmpty else { return }
    let table = DOCXTable(rows, width: page.textWidth)
    begin(table, caption: rows.map(\.label).joined(separator: ", "))
    for (number, row) in rows.enumerated() {
      self.row(
        [
          Cell(paragraphs: [[Run(row.label)]], style: .cellHead, isHead: true),
          Cell(paragraphs: row.text.isEmpty ? [[]] : row.text, style: .cell),
        ], table, isRepeated: false, keepsWithNext: number == 0 && rows.count > 1)
    }
    end()
  }

  private mutating func begin(_ table: DOCXTable, caption: String) {
    body.start("w:tbl")
    body.start("w:tblPr")
    body.markup("<w:tblStyle w:val=\"TableGrid\"/>")
    body.start("w:tblW")
    body.attribute("w:w", page.textWidth)
    body.attribute("w:type", "dxa")
    body.end("w:tblW")
    body.markup("<w:tblLayout w:type=\"fixed\"/><w:tblCellMar>")
    margin("w:top", 40)
    margin("w:left", DOCXTable.sideMargin)
    margin("w:bottom", 40)
    margin("w:right", DOCXTable.sideMargin)
    body.markup("</w:tblCellMar>")
    body.markup(
      """
      <w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" \
      w:noVBand="1"/>
      """)
    if !caption.isEmpty {
      body.start("w:tblCaption")
      body.attribute("w:val", caption)
      body.end("w:tblCaption")
    }
    body.end("w:tblPr")
    body.start("w:tblGrid")
    for width in table.widths {
      body.start("w:gridCol")
      body.attribute("w:w", width)
      body.end("w:gridCol")
    }
    body.end("w:tblGrid")
  }

  private mutating func margin(_ name: StaticString, _ width: Int) {
    body.start(name)
    body.attribute("w:w", width)
    body.attribute("w:type", "dxa")
    body.end(name)
  }

  /// Ends a table; without a paragraph between them, two tables would become one.
  private mutating func end() {
    body.end("w:tbl")
    paragraph([], .afterTable)
  }

  private mutating func row(
    _ cells: [Cell], _ table: DOCXTable, isRepeated: Bool, keepsWithNext: Bool = false
  ) {
    body.start("w:tr")
    // Other rows may go on on the next page: LibreOffice drops lines of some that must not, where a page ends.
    if isRepeated {
      body.start("w:trPr")
      body.element("w:cantSplit")
      body.element("w:tblHeader")
      body.end("w:trPr")
    }
    for (cell, width) in zip(cells, table.widths) {
      body.start("w:tc")
      body.start("w:tcPr")
      body.start("w:tcW")
      body.attribute("w:w", width)
      body.attribute("w:type", "dxa")
      body.end("w:tcW")
      if cell.isHead { body.markup("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E6E6E6\"/>") }
      body.markup("<w:vAlign w:val=\"center\"/>")
      body.end("w:tcPr")
      // The head of a table stays on the page of its first row, and no row of labels stands there alone.
      for runs in cell.paragraphs {
        paragraph(runs, cell.style, keepsWithNext: isRepeated || keepsWithNext)
      }
      body.end("w:tc")
    }
    body.end("w:tr")
  }
}
