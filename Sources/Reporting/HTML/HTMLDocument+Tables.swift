extension HTMLDocument {
  /// From this many columns on, a table scrolls sideways where the screen is narrow.
  private static let manyColumns = 4

  mutating func putTableStart(_ head: TableHead) {
    columns = head.columns
    isScrolling = columns.count >= Self.manyColumns
    if isScrolling {
      writer.markup("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
      writer.text(head.caption)
      writer.markup("\">\n")
    }
    writer.markup("<table")
    if isScrolling {
      writer.markup(" class=\"c")
      writer.number(min(columns.count, HTMLStyle.mostColumns))
      writer.markup("\"")
    }
    writer.markup("><caption>")
    writer.text(head.caption)
    writer.markup("</caption>\n<colgroup>")
    for share in shares(of: columns) {
      widths.insert(share)
      writer.markup("<col class=\"w")
      writer.number(share)
      writer.markup("\">")
    }
    writer.markup("</colgroup>\n<thead><tr>")
    for column in columns {
      writer.markup(column.isNumeric ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">")
      writer.text(column.title)
      writer.markup("</th>")
    }
    writer.markup("</tr></thead>\n<tbody>\n")
  }

  mutating func putTableRow(_ cells: [TableCell]) {
    writer.markup("<tr>")
    for index in columns.indices {
      let isNumeric = columns[index].isNumeric
      // Every row has a cell for each column, whatever was given.
      let cell = index < cells.count ? cells[index] : TableCell("")
      if cell.isHeader {
        writer.markup(isNumeric ? "<th scope=\"row\" class=\"n\">" : "<th scope=\"row\">")
      } else {
        writer.markup(isNumeric ? "<td class=\"n\">" : "<td>")
      }
      putParagraphs(cell.text)
      writer.markup(cell.isHeader ? "</th>" : "</td>")
    }
    writer.markup("</tr>\n")
  }

  mutating func putTableEnd() {
    writer.markup("</tbody></table>\n")
    if isScrolling { writer.markup("</div>\n") }
    columns = []
    isScrolling = false
  }

  /// What each column takes of the width, in percent.
  private func shares(of columns: [TableHead.Column]) -> [Int] {
    let whole = columns.reduce(0) { $0 + min($1.weight, 100) }
    return columns.map { max(1, min($0.weight, 100) * 100 / max(1, whole)) }
  }
}
