import Diagnostics

/// A document as a workbook: a sheet for its texts, and one for its tables of each kind.
struct WorkbookDocument: DocumentWriter {
  private var blocks = SheetBlocks()
  private let info: DocumentInfo

  init(_ info: DocumentInfo, _ options: RenderOptions) { self.info = info }

  mutating func put(_ block: Block) { blocks.put(block) }

  consuming func finish() throws(RenderFailure) -> [[UInt8]] {
    var output = WorkbookWriter(info.language, units: [:])
    output.startPage(info.title, widths: [32, 110])
    for line in blocks.lines {
      switch line.kind {
      case .title: output.put([line.text], .title)
      case .heading:
        output.space()
        output.put([line.text], .label)
      case .banner: output.put([info.language == .ko ? "알림" : "Notice", line.text], .banner)
      case .plain: output.put([.text(line.label), .lines(line.text.split(separator: "\n").map(String.init))])
      }
    }
    output.endSheet()
    for table in blocks.tables { Self.write(table, info.language, to: &output) }
    return try output.finish(title: info.title, creator: "guideline-audit")
  }

  private static func write(_ table: SheetBlocks.Table, _ language: Language, to output: inout WorkbookWriter)
  {
    let total = table.columns.reduce(0) { $0 + $1.weight }
    let first = WorkbookWriter.Column(language == .ko ? "구분" : "Section", width: 28)
    let columns = table.columns.map { column in
      WorkbookWriter.Column(column.title, width: max(10, min(60, 160 * column.weight / max(1, total))))
    }
    // A caption names its scheme after a dash; one sheet holds those of all.
    let name = table.caption.split(separator: " — ", maxSplits: 1).first.map(String.init) ?? table.caption
    output.startTable(name, [first] + columns)
    for row in table.rows {
      let cells = zip(table.columns, row.cells).map { column, text -> SheetCell in
        if column.isNumeric, let number = Int(text) { return .whole(number) }
        return .lines(text.split(separator: "\n").map(String.init))
      }
      output.put([.text(row.caption)] + cells)
    }
    output.endSheet()
  }
}
