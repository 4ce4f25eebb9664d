import Diagnostics

/// A document as one HTML file that needs no other: style, script and drawings stand in it, and its own policy of
/// content forbids every request.
struct HTMLDocument: DocumentWriter, TableHolding {
  /// What the document says of itself.
  let info: DocumentInfo
  /// Which document it is.
  let template: ReportTemplate
  /// What was written so far.
  var writer = HTMLWriter()
  /// Names that places have already.
  var anchors = AnchorNames()
  /// Headings that the table of contents leads to.
  var contents: [HTMLContents.Entry] = []
  /// What readers can choose from.
  var facets = HTMLFacets()
  /// Shares of tables' widths in percent, which the style names one by one.
  var widths: Set<Int> = []
  /// Where the table of contents goes, in pieces of the writer.
  var contentsPlace: Int?
  /// Where the choice of entries goes, in pieces of the writer.
  var filterPlace: Int?
  /// Behind the last heading of the first level, where a choice of what follows could stand.
  var sectionPlace = 0
  /// Levels of the sections that are open, outermost first.
  var sections: [Int] = []
  /// Levels of the lists that are open, outermost first; each has an open item.
  var lists: [Int] = []
  /// The level of the last heading, from 1.
  var level = 1
  /// The entry that is open.
  var group: FindingGroup?
  /// The table that is open, as long as its columns' widths are.
  var held: HeldTable?
  /// The names of columns of tables that are laid out anew where the screen is narrow.
  var columnLabels: [[String]] = []
  /// The table that is open, with the first of its rows.
  var table: HeldTable?
  /// Whether that table scrolls sideways where the screen is narrow.
  var isScrolling = false
  /// How many tables that scroll have had a caption.
  var captions: [String: Int] = [:]
  /// How many charts there are.
  var charts = 0
  /// Paper does not act: nothing to choose, and addresses that lead from file to file stand as text.
  var isForPaper = false
  /// Which part of a long document it is.
  var part = HTMLPart()

  /// Begins a page.
  init(_ info: DocumentInfo, _ options: RenderOptions) {
    self.info = info
    template = options.template
    writer.markup("<header>\n")
  }

  /// A text in the document's language.
  func say(_ text: LocalizedText) -> String { text[info.language] }

  /// Writes the next block.
  mutating func put(_ block: Block) {
    if !continuesList(block) { closeLists(above: 0) }
    switch block {
    case .title(let text): putTitle(text)
    case .heading(let runs, let level, let anchor): putHeading(runs, level: level, anchor: anchor)
    case .paragraph(let runs, let style): putParagraph(runs, style)
    case .item(let runs, let label, let level): putItem(runs, label: label, level: level)
    case .rows(let rows): putRows(rows)
    case .tableStart(let head): held = HeldTable(head)
    case .tableRow(let cells): row(cells)
    case .tableEnd: putTableEnd()
    case .source(let line): putSource(line)
    case .chart(let chart): putChart(chart)
    case .groupStart(let group): putGroupStart(group)
    case .groupEnd: putGroupEnd()
    case .pageBreak: writer.markup("<div class=\"break\"></div>\n")
    }
    writer.close()
  }

  /// Whether a block stands below a point of a list and belongs to it.
  private func continuesList(_ block: Block) -> Bool {
    switch block {
    case .item, .paragraph(_, .inset), .source: true
    case .rows: group != nil
    case .title, .heading, .paragraph, .tableStart, .tableRow, .tableEnd, .chart, .groupStart,
      .groupEnd, .pageBreak:
      false
    }
  }
}
