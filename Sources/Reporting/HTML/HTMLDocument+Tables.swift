import Diagnostics

extension HTMLDocument {
  /// From this many columns on, a table scrolls sideways where the screen is narrow.
  private static let manyColumns = 4

  /// The head of a table.
  mutating func putTableStart(_ head: TableHead) {
    columns = head.columns
    isScrolling = columns.count >= Self.manyColumns
    if isScrolling {
      writer.markup("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
      writer.text(head.caption)
      // Regions are told apart by their names: several schemes have the same tables.
      let count = captions[head.caption, default: 0] + 1
      captions[head.caption] = count
      if count > 1 { writer.text(" \(count)") }
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

  /// A row with a cell for each column.
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

  /// The end of a table.
  mutating func putTableEnd() {
    writer.markup("</tbody></table>\n")
    if isScrolling { writer.markup("</div>\n") }
    columns = []
    isScrolling = false
  }

  /// What each column takes of the width, in percent: its weight's share, yet enough for the longest word of its
  /// title, where all columns together leave room for that.
  private func shares(of columns: [TableHead.Column]) -> [Int] {
    let whole = columns.reduce(0) { $0 + min($1.weight, 100) }
    var shares = columns.map { max(1, min($0.weight, 100) * 100 / max(1, whole)) }
    let needs = columns.map { Self.need(of: $0.title) }
    guard needs.reduce(0, +) <= 100 else { return shares }
    for index in shares.indices where shares[index] < needs[index] {
      // The column with most to spare gives.
      while shares[index] < needs[index],
        let giver = shares.indices.max(by: { shares[$0] - needs[$0] < shares[$1] - needs[$1] }),
        shares[giver] > needs[giver]
      {
        shares[giver] -= 1
        shares[index] += 1
      }
    }
    return shares
  }

  /// The share in percent that a title's longest word takes of a sheet of paper.
  private static func need(of title: String) -> Int {
    let longest = Bytes.words(of: title).map { DisplayWidth.of(String($0)) }.max() ?? 0
    return min(longest, 14) + 3
  }
}
