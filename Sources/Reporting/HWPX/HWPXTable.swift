/// A table whose rows are being written; its start says how many there are and is written last.
struct HWPXTable {
  /// The most rows of one table: Hancom Office takes no more than 65,535 and is slow long before.
  static let greatestLength = 2000

  /// Room between a cell's line and its text, at the sides and above and below.
  static let sideMargin = 510
  static let topMargin = 200

  /// Words longer than this, in thousandths of the letters' height, do not widen a column.
  private static let longestWord = 11_000

  /// What each page repeats; nil for labels with texts beside them.
  let head: TableHead?
  /// What the table is about.
  let caption: String
  /// The page on which it stands.
  let page: HWPXPage
  /// The columns' widths in HWPUNIT.
  let widths: [Int]
  /// The rows written.
  var rows = XMLWriter(capacity: 1 << 12)
  /// How many there are.
  var count = 0
  /// Their heights together.
  var height = 0
  /// The height of the highest.
  private var highest = 0

  /// A table with a head of columns, as wide as what stands in them.
  init(_ held: HeldTable, _ page: HWPXPage) {
    head = held.head
    caption = held.head.caption
    self.page = page
    let letters = HWPXStyle.cellHead.letters.height
    func width(_ word: Int) -> Int { (word + 120) * letters / 990 + 2 * Self.sideMargin }
    let least = ColumnWidths.least(
      page.textWidth, titles: held.titleWords.map { width(min($0, 9000)) },
      words: held.longestWords(most: Self.longestWord).map(width))
    widths = ColumnWidths.divide(page.textWidth, weights: held.head.columns.map(\.weight), least: least)
  }

  /// Labels with texts beside them.
  init(_ rows: [LabelledRow], _ page: HWPXPage) {
    head = nil
    caption = rows.map(\.label).joined(separator: ", ")
    self.page = page
    let letters = HWPXStyle.cell.letters.height
    let longest = rows.reduce(0) { max($0, TextExtent.of($1.label, strong: true)) }
    let label = min(max(longest + 200, 6000), 14_000) * letters / 1000 + 2 * Self.sideMargin
    widths = [label, page.textWidth - label]
  }

  /// An empty table of the same kind, to go on with.
  var next: HWPXTable {
    var next = self
    next.rows = XMLWriter(capacity: 1 << 12)
    next.count = 0
    next.height = 0
    next.highest = 0
    return next
  }

  /// A cell as it is written.
  struct Cell {
    /// Its paragraphs; never none.
    var paragraphs: [[Run]]
    /// The style of its paragraphs.
    var style: HWPXStyle
    /// What surrounds it.
    var border = HWPXBorder.box
    /// Whether pages repeat it.
    var isRepeated = false
  }

  /// Writes a row of as many cells as there are columns, as high as its text needs.
  mutating func add(_ cells: [Cell], _ styles: inout HWPXStyles) {
    var texts: [[Paragraph]] = []
    var height = 0
    for (cell, width) in zip(cells, widths) {
      let letters = cell.style.letters
      let room = HWPXPage.room(width - 2 * Self.sideMargin, letters)
      var lines = 0
      texts.append(
        cell.paragraphs.map { runs in
          let parts = LongWords.lines(of: runs, room: room)
          lines += parts.reduce(0) { $0 + TextExtent.lines(of: $1, room: room).lines }
          var shape = cell.style.shape
          shape.breaksWords = parts.count > 1
          return Paragraph(shape: styles.paragraphID(of: shape), lines: parts)
        })
      let spacing = cell.style.shape.lineSpacing
      height = max(height, lines * letters.height * spacing / 100 + 2 * Self.topMargin)
    }
    rows.start("hp:tr")
    for (column, cell) in cells.enumerated() where column < widths.count {
      write(cell, column, texts[column], height, &styles)
    }
    rows.end("hp:tr")
    count += 1
    self.height += height
    highest = max(highest, height)
  }

  /// A paragraph of a cell as it is written.
  private struct Paragraph {
    /// The id of its shape.
    var shape: Int
    /// Its text, in parts each of which begins a line.
    var lines: [[Run]]
  }

  /// Rows stay whole where a page ends, unless one of them is higher than a page.
  private var breaksRows: Bool { highest > page.textHeight * 9 / 10 }

  private mutating func write(
    _ cell: Cell, _ column: Int, _ texts: [Paragraph], _ height: Int, _ styles: inout HWPXStyles
  ) {
    rows.start("hp:tc")
    rows.attribute("name", "")
    rows.attribute("header", cell.isRepeated ? 1 : 0)
    rows.attribute("hasMargin", 0)
    rows.attribute("protect", 0)
    rows.attribute("editable", 0)
    rows.attribute("dirty", 0)
    rows.attribute("borderFillIDRef", cell.border.rawValue)
    rows.markup("<hp:subList id=\"\" textDirection=\"HORIZONTAL\" lineWrap=\"BREAK\"")
    // A reader that breaks a row all the same leaves what names it where the row begins. Paragraphs that follow each
    // other from the top are drawn upon each other by some.
    let isTop = !cell.isRepeated && texts.count == 1
    rows.markup(isTop ? " vertAlign=\"TOP\"" : " vertAlign=\"CENTER\"")
    rows.markup(
      """
       linkListIDRef="0" linkListNextIDRef="0" textWidth="0" textHeight="0" hasTextRef="0" hasNumRef="0">
      """)
    for text in texts {
      rows.start("hp:p")
      rows.attribute("id", 0)
      rows.attribute("paraPrIDRef", text.shape)
      rows.attribute("styleIDRef", cell.style.id)
      rows.attribute("pageBreak", 0)
      rows.attribute("columnBreak", 0)
      rows.attribute("merged", 0)
      HWPXText.write(text.lines, cell.style, to: &rows, &styles)
      rows.end("hp:p")
    }
    rows.markup("</hp:subList>")
    rows.start("hp:cellAddr")
    rows.attribute("colAddr", column)
    rows.attribute("rowAddr", count)
    rows.end("hp:cellAddr")
    rows.markup("<hp:cellSpan colSpan=\"1\" rowSpan=\"1\"/>")
    rows.start("hp:cellSz")
    rows.attribute("width", widths[column])
    rows.attribute("height", height)
    rows.end("hp:cellSz")
    margins("hp:cellMargin", side: Self.sideMargin, top: Self.topMargin, &rows)
    rows.end("hp:tc")
  }

  /// Writes the whole table into the run that was opened last.
  func write(number: Int, to writer: inout XMLWriter) {
    writer.start("hp:tbl")
    writer.attribute("id", 1000 + number)
    writer.attribute("zOrder", number - 1)
    writer.attribute("numberingType", "TABLE")
    writer.attribute("textWrap", "TOP_AND_BOTTOM")
    writer.attribute("textFlow", "BOTH_SIDES")
    writer.attribute("lock", 0)
    writer.attribute("dropcapstyle", "None")
    writer.attribute("pageBreak", breaksRows ? "CELL" : "TABLE")
    writer.attribute("repeatHeader", head == nil ? 0 : 1)
    writer.attribute("rowCnt", count)
    writer.attribute("colCnt", widths.count)
    writer.attribute("cellSpacing", 0)
    writer.attribute("borderFillIDRef", HWPXBorder.box.rawValue)
    writer.attribute("noAdjust", 0)
    writer.start("hp:sz")
    writer.attribute("width", page.textWidth)
    writer.attribute("widthRelTo", "ABSOLUTE")
    writer.attribute("height", height)
    writer.attribute("heightRelTo", "ABSOLUTE")
    writer.attribute("protect", 0)
    writer.end("hp:sz")
    // Treated as a letter, a table would not go on on the next page.
    writer.markup(
      """
      <hp:pos treatAsChar="0" affectLSpacing="0" flowWithText="1" allowOverlap="0" holdAnchorAndSO="0" \
      vertRelTo="PARA" horzRelTo="COLUMN" vertAlign="TOP" horzAlign="LEFT" vertOffset="0" horzOffset="0"/>
      """)
    margins("hp:outMargin", side: 0, top: 283, &writer)
    if !caption.isEmpty { writer.element("hp:shapeComment", text: caption) }
    margins("hp:inMargin", side: Self.sideMargin, top: Self.topMargin, &writer)
    writer.append(rows)
    writer.end("hp:tbl")
  }

  private func margins(_ name: StaticString, side: Int, top: Int, _ writer: inout XMLWriter) {
    writer.start(name)
    writer.attribute("left", side)
    writer.attribute("right", side)
    writer.attribute("top", top)
    writer.attribute("bottom", top)
    writer.end(name)
  }
}
