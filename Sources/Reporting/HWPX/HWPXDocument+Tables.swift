extension HWPXDocument {
  /// Writes the head of a table whose first rows are known.
  mutating func writeHead(of held: HeldTable) {
    var table = HWPXTable(held, page)
    addHead(held.head, to: &table)
    self.table = table
  }

  /// Writes a row; where the table is too long, it goes on in another with the same head.
  mutating func write(_ cells: [TableCell]) {
    guard var table, let head = table.head else { return }
    self.table = nil
    if table.count >= HWPXTable.greatestLength {
      write(table)
      table = table.next
      addHead(head, to: &table)
    }
    var written = zip(cells, head.columns).map { cell, column in
      HWPXTable.Cell(
        paragraphs: cell.isHeader ? cell.text.map { $0.map(\.emphasized) } : cell.text,
        style: column.isNumeric && !cell.isHeader ? .number : .cell)
    }
    while written.count < head.columns.count {
      written.append(HWPXTable.Cell(paragraphs: [[]], style: .cell))
    }
    for index in written.indices where written[index].paragraphs.isEmpty { written[index].paragraphs = [[]] }
    // What has no column of its own is not lost.
    for cell in cells.dropFirst(head.columns.count) {
      written[head.columns.count - 1].paragraphs += cell.text
    }
    table.add(written, &styles)
    self.table = table
  }

  /// Writes the table that was begun, if any.
  mutating func endTable() {
    releaseTable()
    guard let table else { return }
    self.table = nil
    write(table)
  }

  /// Labels with texts beside them, as a table of two columns.
  mutating func labelled(_ rows: [LabelledRow]) {
    guard !rows.isEmpty else { return }
    var table = HWPXTable(rows, page)
    for row in rows {
      let text = row.text.isEmpty ? [[]] : row.text
      preview.add([Run(row.label + ": ")] + text.joined(separator: [Run(" ")]))
      table.add(
        [
          HWPXTable.Cell(paragraphs: [[Run(row.label)]], style: .cellHead, border: .head),
          HWPXTable.Cell(paragraphs: text, style: .cell),
        ], &styles)
    }
    write(table)
  }

  private mutating func addHead(_ head: TableHead, to table: inout HWPXTable) {
    table.add(
      head.columns.map {
        HWPXTable.Cell(paragraphs: [[Run($0.title)]], style: .cellHead, border: .head, isRepeated: true)
      }, &styles)
  }

  private mutating func write(_ table: HWPXTable) {
    tables += 1
    let style = HWPXStyle.afterTable
    begin(styles.paragraphID(of: style), style)
    section.start("hp:run")
    section.attribute("charPrIDRef", styles.lettersID(of: style))
    table.write(number: tables, to: &section)
    section.end("hp:run")
    section.end("hp:p")
    // Without a paragraph below it, what follows would touch the table or stand in it, in some readers.
    begin(styles.paragraphID(of: style), style)
    HWPXText.write([], style, to: &section, &styles)
    section.end("hp:p")
  }
}

extension Run {
  /// The same text, heavier.
  var emphasized: Run {
    var run = self
    run.isStrong = true
    return run
  }
}
