import Diagnostics

@testable import Findings
@testable import Reporting

/// Keeps the blocks of a document, and says what is wrong with their order.
struct DocumentRecorder: DocumentWriter {
  var blocks: [Block] = []

  init(_ info: DocumentInfo, _ options: RenderOptions) {}

  mutating func put(_ block: Block) { blocks.append(block) }

  consuming func finish() throws(RenderFailure) -> [[UInt8]] { [] }

  /// The document that a template makes of reports.
  static func record(_ reports: [AuditReport], _ options: RenderOptions) -> DocumentRecorder {
    var recorder = DocumentRecorder(options.template.info(reports, options), options)
    options.template.write(reports, options, to: &recorder)
    return recorder
  }

  /// The rows of the table whose caption begins with a text, each cell as its paragraphs.
  func rows(ofTable caption: String) -> [[[String]]] {
    guard
      let start = blocks.firstIndex(where: {
        if case .tableStart(let head) = $0 { head.caption.hasPrefix(caption) } else { false }
      })
    else { return [] }
    var rows: [[[String]]] = []
    for block in blocks[(start + 1)...] {
      guard case .tableRow(let cells) = block else { break }
      rows.append(cells.map { $0.text.map(\.text) })
    }
    return rows
  }

  /// What is wrong with the document: nesting, rows of the wrong length, anchors that stand twice or lead nowhere.
  var problems: [String] {
    var problems: [String] = []
    var columns: Int?
    var isInGroup = false
    var anchors: Set<String> = []
    var links: [String] = []
    func follow(_ runs: [Run]) {
      for run in runs { if case .anchor(let anchor) = run.link { links.append(anchor) } }
    }
    func define(_ anchor: String) {
      if !anchors.insert(anchor).inserted { problems.append("the anchor \(anchor) stands twice") }
    }
    for block in blocks {
      switch block {
      case .tableStart(let head):
        if columns != nil { problems.append("a table in a table: \(head.caption)") }
        if head.caption.isEmpty { problems.append("a table without a caption") }
        columns = head.columns.count
      case .tableRow(let cells):
        if columns != cells.count { problems.append("\(cells.count) cells of \(columns ?? 0)") }
        for cell in cells { cell.text.forEach(follow) }
      case .tableEnd:
        if columns == nil { problems.append("the end of no table") }
        columns = nil
      case .groupStart(let group):
        if isInGroup { problems.append("a group in a group: \(group.rule)") }
        isInGroup = true
        define(group.anchor)
      case .groupEnd:
        if !isInGroup { problems.append("the end of no group") }
        isInGroup = false
      case .heading(let runs, let level, let anchor):
        if !(1...3).contains(level) { problems.append("a heading of level \(level)") }
        if let anchor { define(anchor) }
        follow(runs)
      case .paragraph(let runs, _), .item(let runs, _, _): follow(runs)
      case .rows(let rows):
        if rows.isEmpty { problems.append("no rows") }
        for row in rows { row.text.forEach(follow) }
      case .title, .source, .chart, .pageBreak: break
      }
    }
    if columns != nil || isInGroup { problems.append("something is not ended") }
    problems += links.filter { !anchors.contains($0) }.map { "nothing is called \($0)" }
    return problems
  }
}
