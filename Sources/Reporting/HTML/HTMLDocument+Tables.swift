import Diagnostics

extension HTMLDocument {
  /// From this many columns on, a table scrolls sideways where the screen is narrow.
  private static let manyColumns = 4
  /// Words longer than this, in thousandths of the letters' height, do not widen a column.
  private static let longestWord = 10_000

  /// Writes the head of a table whose first rows are known.
  mutating func writeHead(of held: HeldTable) {
    let head = held.head
    let columns = head.columns
    table = held
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
      writer.markup(" k")
      writer.number(labels(of: columns))
      writer.markup("\"")
    }
    writer.markup("><caption>")
    writer.text(head.caption)
    writer.markup("</caption>\n<colgroup>")
    for share in shares(of: held) {
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

  /// The number of a row of columns' names, by which the style tells tables apart where the screen is narrow.
  private mutating func labels(of columns: [TableHead.Column]) -> Int {
    let titles = columns.map(\.title)
    if let known = columnLabels.firstIndex(of: titles) { return known }
    columnLabels.append(titles)
    return columnLabels.count - 1
  }

  /// Writes a row below the head, with a cell for each column.
  mutating func write(_ cells: [TableCell]) {
    writer.markup("<tr>")
    let columns = table?.head.columns ?? []
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
    releaseTable()
    closeTable()
  }

  /// Ends the markup of the table that is open.
  mutating func closeTable() {
    writer.markup("</tbody></table>\n")
    if isScrolling { writer.markup("</div>\n") }
    table = nil
    isScrolling = false
  }

  /// What each column takes of the width, in percent: its weight's share, yet enough for the longest word of its
  /// title and, as far as there is room, for the words and short texts that stand below it.
  private func shares(of held: HeldTable) -> [Int] {
    let titles = held.head.columns.map { Self.need(of: $0.title) }
    let words = held.longestWords(most: Self.longestWord, keepsWords: true).map { $0 == 0 ? 0 : $0 / 500 + 4 }
    let weights = held.head.columns.map { min($0.weight, 100) }
    guard titles.reduce(0, +) <= 100 else {
      let whole = weights.reduce(0, +)
      return weights.map { max(1, $0 * 100 / max(1, whole)) }
    }
    return ColumnWidths.divide(
      100, weights: weights, least: ColumnWidths.least(100, titles: titles, words: words))
  }

  /// The share in percent that a title's longest word takes of a sheet of paper.
  private static func need(of title: String) -> Int {
    let longest = Bytes.words(of: title).map { DisplayWidth.of(String($0)) }.max() ?? 0
    return min(longest, 14) + 3
  }
}
