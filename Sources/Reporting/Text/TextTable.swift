import Diagnostics

/// A table for a terminal: in columns where there is room for them, else one block for each row.
struct TextTable {
  /// What stands above the rows.
  let head: TableHead
  /// Whether the caption says more than what stands above the table.
  let repeatsCaption: Bool
  /// The cells of each row.
  var rows: [[TableCell]] = []
  /// Cells between columns.
  private static let gap = 2
  /// A column with long texts is not squeezed below this, nor below its longest word.
  private static let narrowest = 16
  /// Texts are measured in so many rows; those below them are wrapped like these.
  private static let measured = 2000

  /// A table without rows.
  init(_ head: TableHead, repeatsCaption: Bool) {
    self.head = head
    self.repeatsCaption = repeatsCaption
  }

  /// Writes the table.
  func write(to page: inout Page) {
    if repeatsCaption, !head.caption.isEmpty { page.paragraph("[\(head.caption)]", style: .faint) }
    if let widths = widths(page.width) {
      writeColumns(widths, to: &page)
    } else {
      writeBlocks(to: &page)
    }
  }

  // ── columns ────────────────────────────────────────────────────────────────

  /// Cells for each column; nil where they would be too narrow to read.
  private func widths(_ room: Int) -> [Int]? {
    let count = head.columns.count
    guard count > 0 else { return nil }
    var natural = head.columns.map { CellWidth.of(Run($0.title).text) }
    var longestWord = natural.map { _ in 0 }
    for row in rows.prefix(Self.measured) {
      for (column, cell) in row.prefix(count).enumerated() {
        for text in cell.text.map(TextDocument.text) {
          natural[column] = max(natural[column], CellWidth.of(text))
          for word in Bytes.words(of: text) where word.utf8.count > longestWord[column] {
            longestWord[column] = max(longestWord[column], CellWidth.of(String(word)))
          }
        }
      }
    }
    let free = room - Self.gap * (count - 1)
    if natural.reduce(0, +) <= free { return natural }
    // Short columns keep their width; the others share the rest by weight.
    var widths = natural
    var long = Array(natural.indices)
    var left = free
    while true {
      let weight = long.reduce(0) { $0 + head.columns[$1].weight }
      guard weight > 0, left > 0 else { return nil }
      let fitting = long.filter { natural[$0] <= left * head.columns[$0].weight / weight }
      if fitting.isEmpty {
        for column in long { widths[column] = left * head.columns[column].weight / weight }
        break
      }
      for column in fitting { left -= natural[column] }
      long.removeAll(where: fitting.contains)
      if long.isEmpty { break }
    }
    let isReadable = long.allSatisfy { widths[$0] >= max(Self.narrowest, longestWord[$0]) }
    return isReadable && long.count <= 3 ? widths : nil
  }

  private func writeColumns(_ widths: [Int], to page: inout Page) {
    writeLine(head.columns.map { [[Run($0.title)]] }, widths, to: &page, style: .strong)
    page.put(widths.map { String(repeating: "-", count: $0) }.joined(separator: "  "), style: .faint)
    for row in rows { writeLine(row.map(\.text), widths, to: &page, style: .plain) }
  }

  /// Writes one row, on as many lines as its longest cell takes.
  private func writeLine(_ cells: [[[Run]]], _ widths: [Int], to page: inout Page, style: Page.Style) {
    let broken = zip(cells, widths).map { cell, width in
      cell.flatMap { text -> [String] in
        let broken = BrokenText(TextDocument.text(of: text), first: width, rest: width)
        return broken.lines.map { String(decoding: broken.bytes[$0], as: UTF8.self) }
      }
    }
    let height = broken.map(\.count).max() ?? 0
    let tone = cells.first?.first.map(TextDocument.style) ?? .plain
    for line in 0..<height {
      var text = ""
      var cells = 0
      var column = 0
      for (place, lines) in broken.enumerated() {
        let part = line < lines.count ? lines[line] : ""
        let width = CellWidth.of(part)
        if !part.isEmpty {
          let start = head.columns[place].isNumeric ? column + max(0, widths[place] - width) : column
          text += String(repeating: " ", count: max(0, start - cells)) + part
          cells = start + width
        }
        column += widths[place] + Self.gap
      }
      page.put(text, style: style == .plain ? tone : style)
    }
  }

  // ── blocks ─────────────────────────────────────────────────────────────────

  private func writeBlocks(to page: inout Page) {
    let widest = head.columns.map { CellWidth.of(Run($0.title).text) }.max() ?? 0
    let column = min(widest + 4, page.width * 2 / 5)
    for (index, row) in rows.enumerated() {
      if index > 0 { page.blank() }
      for (place, cell) in row.prefix(head.columns.count).enumerated() {
        let texts = cell.text.map(TextDocument.text).filter { !$0.isEmpty }
        guard let first = texts.first else { continue }
        if place == 0 {
          page.paragraph("- " + texts.joined(separator: " · "), hanging: 2, style: .strong)
          continue
        }
        page.row(head.columns[place].title, first, indent: 2, column: column)
        for text in texts.dropFirst() { page.paragraph(text, indent: column) }
      }
    }
  }
}
