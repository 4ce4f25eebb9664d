import Diagnostics

@testable import Reporting

/// Writes down what a document has to say, in order, for what a format says to be compared with.
<<<<<<<< HEAD:Tests/ReportingTests/Documents/DocumentTranscript.swift
struct DocumentTranscript: DocumentWriter {
========
struct SaidText: DocumentWriter {
>>>>>>>> W:Tests/ReportingTests/Documents/SaidText.swift
  /// What is said.
  enum Entry: Hashable {
    /// A paragraph.
    case text(String)
    /// A table with its head, if it has one, as its first row; paragraphs of a cell are joined by line feeds.
    case table([[String]])
  }

  /// What stands between a point's label and its text.
  var separator = " "
  private(set) var entries: [Entry] = []
  private var columns = 0
  private var rows: [[String]]?

  init(_ info: DocumentInfo, _ options: RenderOptions) {}

  mutating func put(_ block: Block) {
    switch block {
    case .title(let text): add(Run(text).text)
    case .heading(let runs, level: _, anchor: _), .paragraph(let runs, _): add(runs.text)
    case .item(let runs, let label, level: _): add(Run(label).text + separator + runs.text)
    case .source(let line):
      let parts = ["\(line.file):\(line.number)  ", line.before, line.marked, line.after]
      add(parts.map { Run($0).text }.joined())
    case .rows(let rows):
      endTable()
      let cells = rows.map { [Run($0.label).text, $0.text.map(\.text).joined(separator: "\n")] }
      if !rows.isEmpty { entries.append(.table(cells)) }
    case .tableStart(let head):
      endTable()
      guard !head.columns.isEmpty else { break }
      columns = head.columns.count
      rows = [head.columns.map { Run($0.title).text }]
    case .tableRow(let cells):
      guard rows != nil else { break }
      var texts = cells.map { $0.text.map(\.text).joined(separator: "\n") }
      while texts.count < columns { texts.append("") }
      let last = texts[(columns - 1)...].joined(separator: "\n")
      rows?.append(texts[..<(columns - 1)] + [last])
    case .tableEnd: endTable()
    case .chart(let chart):
      add(Run(chart.title).text)
      putTable(of: chart)
    case .groupStart, .groupEnd, .pageBreak: break
    }
  }

  consuming func finish() throws(RenderFailure) -> [[UInt8]] { [] }

  private mutating func add(_ text: String) {
    endTable()
    entries.append(.text(text))
  }

  private mutating func endTable() {
    guard let rows else { return }
    self.rows = nil
    entries.append(.table(rows))
  }

  /// What a document of blocks has to say.
  static func entries(of sample: BlockSample, _ language: Language, separator: String) -> [Entry] {
<<<<<<<< HEAD:Tests/ReportingTests/Documents/DocumentTranscript.swift
    var recorder = DocumentTranscript(sample.info(language), RenderOptions(language: language))
========
    var recorder = SaidText(sample.info(language), RenderOptions(language: language))
>>>>>>>> W:Tests/ReportingTests/Documents/SaidText.swift
    recorder.separator = separator
    for block in sample.blocks(language) { recorder.put(block) }
    recorder.endTable()
    return recorder.entries
  }
}
