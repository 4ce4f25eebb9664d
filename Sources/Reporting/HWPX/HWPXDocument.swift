/// A document for Korean offices: OWPML, KS X 6101.
///
/// The text is one section, written as the blocks come; what it refers to is listed at the end.
struct HWPXDocument: IntroducingWriter, TableHolding {
  /// What the document says of itself.
  let info: DocumentInfo
  /// The page that all of it stands on.
  let page: HWPXPage
  /// The text's beginning, for lists of files.
  var preview = HWPXPreview()
  /// What the text refers to.
  var styles = HWPXStyles()
  /// The section.
  var section = XMLWriter(capacity: 1 << 16)
  /// The table that was begun, as long as its columns' widths are open.
  var held: HeldTable?
  /// The table that is being written.
  var table: HWPXTable?
  /// How many tables there are.
  var tables = 0
  /// The next paragraph begins a page.
  private var beginsPage = false
  /// A text that stays on the page of what follows, if it introduces it.
  var waiting: WaitingText?
  /// The block before was a heading.
  var followsHeading = false
  /// The page's properties stand in the first paragraph.
  private var hasProperties = false

  /// Begins a document.
  init(_ info: DocumentInfo, _ options: RenderOptions) {
    self.info = info
    page = HWPXPage(isLandscape: options.template.isLandscape)
    section.declaration()
    section.start("hs:sec")
    HWPXNamespaces.write(to: &section)
  }

  /// Writes a block, which may have to stay on the page of the next.
  mutating func write(_ block: Block, keepsWithNext: Bool) {
    // Nothing but rows stands in a table.
    if case .tableRow = block {} else { endTable() }
    switch block {
    case .title(let text): paragraph([Run(text)], .title)
    case .heading(let runs, let level, anchor: _): paragraph(runs, HWPXStyle(headingLevel: level))
    case .paragraph(let runs, let style): paragraph(runs, HWPXStyle(style), keepsWithNext: keepsWithNext)
    case .item(let runs, let label, let level):
      item(runs, label: label, level: level, keepsWithNext: keepsWithNext)
    case .rows(let rows): labelled(rows)
    case .tableStart(let head): beginTable(head)
    case .tableRow(let cells): row(cells)
    case .tableEnd: endTable()
    case .source(let line): source(line)
    case .chart(let chart):
      paragraph([Run(chart.title)], .caption)
      putTable(of: chart)
    case .groupStart, .groupEnd: break
    case .pageBreak: beginsPage = hasProperties
    }
  }

  /// Ends the document; its bytes.
  consuming func finish() throws(RenderFailure) -> [[UInt8]] {
    writeWaiting(before: nil)
    endTable()
    // A section holds at least a paragraph.
    if !hasProperties { paragraph([], .normal) }
    section.end("hs:sec")
    do {
      return try HWPXPackage(info: info, styles: styles, section: section, preview: preview.text).pieces()
    } catch {
      throw RenderFailure(error.message)
    }
  }

  /// Begins a paragraph and notes its text for the preview.
  mutating func begin(_ shape: Int, _ style: HWPXStyle) {
    section.start("hp:p")
    section.attribute("id", 0)
    section.attribute("paraPrIDRef", shape)
    section.attribute("styleIDRef", style.id)
    section.attribute("pageBreak", beginsPage ? 1 : 0)
    section.attribute("columnBreak", 0)
    section.attribute("merged", 0)
    beginsPage = false
    guard !hasProperties else { return }
    hasProperties = true
    section.start("hp:run")
    section.attribute("charPrIDRef", styles.lettersID(of: style))
    page.writeProperties(to: &section)
    section.end("hp:run")
  }

  /// A paragraph outside tables.
  mutating func paragraph(_ runs: [Run], _ style: HWPXStyle, keepsWithNext: Bool = false) {
    var shape = style.shape
    if keepsWithNext { shape.keepsWithNext = true }
    paragraph(runs, style, shape)
  }

  private mutating func paragraph(_ runs: [Run], _ style: HWPXStyle, _ shape: HWPXParagraphShape) {
    var shape = shape
    if shape.alignment == .justify, TextExtent.leavesGaps(runs) { shape.alignment = .left }
    preview.add(runs)
    begin(styles.paragraphID(of: shape), style)
    let width = page.textWidth - shape.left - shape.right - shape.hanging
    let lines = LongWords.lines(of: runs, room: HWPXPage.room(width, style.letters))
    HWPXText.write(lines, style, to: &section, &styles)
    section.end("hp:p")
  }

  /// A point with its label, whose further lines stand below its text.
  private mutating func item(_ runs: [Run], label: String, level: Int, keepsWithNext: Bool) {
    let style = HWPXStyle.item
    var shape = style.shape
    shape.keepsWithNext = keepsWithNext
    let height = style.letters.height
    // Every level stands in by one letter, as official documents have it.
    shape.left = max(0, min(level, 8) - 1) * height
    shape.hanging = min(TextExtent.of(label + " "), 6000) * height / 1000
    paragraph([Run(label + " ")] + runs, style, shape)
  }

  /// A line of a scheme, after the name of its file.
  private mutating func source(_ line: SourceLine) {
    let runs = [
      Run("\(line.file):\(line.number)  ", tone: .faint), Run(line.before),
      Run(line.marked, strong: true, tone: .bad), Run(line.after),
    ]
    paragraph(runs.filter { !$0.text.isEmpty }, .source)
  }
}
