import Diagnostics

/// A document as one table of comma-separated values: the columns of all its tables side by side, a line for each row
/// and for each text, with the section it is of.
struct CommaSeparatedDocument: DocumentWriter {
  private var blocks = SheetBlocks()
  private let language: Language

  init(_ info: DocumentInfo, _ options: RenderOptions) { language = info.language }

  mutating func put(_ block: Block) { blocks.put(block) }

  consuming func finish() throws(RenderFailure) -> [[UInt8]] {
    var titles = [
      LocalizedText(ko: "구분", en: "Section"), LocalizedText(ko: "이름", en: "Label"),
      LocalizedText(ko: "글", en: "Text"),
    ].map { $0[language] }
    let fixed = titles.count
    var places: [String: Int] = [:]
    for title in blocks.tables.lazy.flatMap(\.columns).map(\.title) where places[title] == nil {
      places[title] = titles.count
      titles.append(title)
    }
    var output = CommaSeparatedWriter()
    func line(_ cells: [String]) {
      for cell in cells { output.cell(cell) }
      output.endLine()
    }
    line(titles)
    for text in blocks.lines where text.kind != .heading {
      line([text.section, text.label, text.text] + [String](repeating: "", count: titles.count - fixed))
    }
    for table in blocks.tables {
      for row in table.rows {
        var cells = [String](repeating: "", count: titles.count)
        cells[0] = row.caption
        for (column, cell) in zip(table.columns, row.cells) {
          guard let place = places[column.title] else { continue }
          // Two columns of one table may bear one title.
          cells[place] += cells[place].isEmpty ? cell : "; \(cell)"
        }
        line(cells)
      }
    }
    return output.pieces
  }
}
