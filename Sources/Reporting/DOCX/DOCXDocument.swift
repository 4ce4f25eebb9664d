import Diagnostics

/// A document for word processors: Office Open XML, as ISO/IEC 29500 has it in its transitional form.
struct DOCXDocument: IntroducingWriter, TableHolding {
  /// What the document says of itself.
  let info: DocumentInfo
  /// The page that all of it stands on.
  let page: DOCXPage
  /// The text.
  var body = XMLWriter(capacity: 1 << 16)
  /// Where links lead.
  var links = DOCXLinks()
  /// The table that was begun, as long as its columns' widths are open.
  var held: HeldTable?
  /// The table that is being written.
  var table: DOCXTable?
  /// Places that the next paragraph marks.
  private var places: [String] = []
  /// The next paragraph begins a page.
  private var beginsPage = false
  /// A text that stays on the page of what follows, if it introduces it.
  var waiting: WaitingText?
  /// The block before was a heading.
  var followsHeading = false
  private var isEmpty = true

  /// Begins a document.
  init(_ info: DocumentInfo, _ options: RenderOptions) {
    self.info = info
    page = DOCXPage(isLandscape: options.template.isLandscape)
    body.declaration()
    body.start("w:document")
    body.attribute("xmlns:w", DOCXPackage.words)
    body.attribute("xmlns:r", DOCXPackage.relationships)
    body.start("w:body")
  }

  /// Writes a block, which may have to stay on the page of the next.
  mutating func write(_ block: Block, keepsWithNext: Bool) {
    // Nothing but rows stands in a table.
    if case .tableRow = block {} else { endTable() }
    switch block {
    case .title(let text): paragraph([Run(text)], .title)
    case .heading(let runs, let level, let anchor):
      if let anchor { places.append(anchor) }
      paragraph(runs, DOCXStyle(headingLevel: level))
    case .paragraph(let runs, let style): paragraph(runs, DOCXStyle(style), keepsWithNext: keepsWithNext)
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
    case .groupStart(let group): places.append(group.anchor)
    case .groupEnd: break
    case .pageBreak: beginsPage = !isEmpty
    }
  }

  /// Ends the document; its bytes.
  consuming func finish() throws(RenderFailure) -> [[UInt8]] {
    writeWaiting(before: nil)
    endTable()
    if isEmpty || !places.isEmpty { paragraph([], .normal) }
    page.write(to: &body)
    body.end("w:body")
    body.end("w:document")
    do {
      return try DOCXPackage(info: info, addresses: links.addresses, body: body).pieces()
    } catch {
      throw RenderFailure(error.message)
    }
  }

  /// How a paragraph's lines stand in, where its style does not say it.
  struct Indent {
    /// The first line.
    var first: Int
    /// How much farther the others.
    var hanging: Int
  }

  /// A paragraph, within a cell or outside tables.
  mutating func paragraph(
    _ runs: [Run], _ style: DOCXStyle, label: String? = nil, indent: Indent? = nil,
    keepsWithNext: Bool = false
  ) {
    isEmpty = false
    body.start("w:p")
    body.start("w:pPr")
    body.start("w:pStyle")
    body.attribute("w:val", style.rawValue)
    body.end("w:pStyle")
    if keepsWithNext { body.element("w:keepNext") }
    if beginsPage { body.element("w:pageBreakBefore") }
    beginsPage = false
    if let indent {
      body.start("w:ind")
      body.attribute("w:left", indent.first + indent.hanging)
      body.attribute("w:hanging", indent.hanging)
      body.end("w:ind")
    }
    if style.look.alignment == "both", TextExtent.leavesGaps(runs) { body.markup("<w:jc w:val=\"left\"/>") }
    body.end("w:pPr")
    for anchor in places {
      guard let place = links.mark(anchor) else { continue }
      body.start("w:bookmarkStart")
      body.attribute("w:id", place.id)
      body.attribute("w:name", place.name)
      body.end("w:bookmarkStart")
      body.start("w:bookmarkEnd")
      body.attribute("w:id", place.id)
      body.end("w:bookmarkEnd")
    }
    places = []
    if let label {
      body.start("w:r")
      text(label)
      body.element("w:tab")
      body.end("w:r")
    }
    for run in runs { linked(run) }
    body.end("w:p")
  }

  /// A point with its label, whose further lines stand below its text.
  private mutating func item(_ runs: [Run], label: String, level: Int, keepsWithNext: Bool) {
    let letter = DOCXStyle.item.look.size * 10
    let hanging = max(letter, min(TextExtent.of(label) + 400, 6000) * letter / 1000)
    let first = max(0, min(level, 8) - 1) * letter
    paragraph(
      runs, .item, label: label, indent: Indent(first: first, hanging: hanging), keepsWithNext: keepsWithNext)
  }

  /// A line of a scheme, after the name of its file.
  private mutating func source(_ line: SourceLine) {
    let runs = [
      Run("\(line.file):\(line.number)  ", tone: .faint), Run(line.before),
      Run(line.marked, strong: true, tone: .bad), Run(line.after),
    ]
    paragraph(runs.filter { !$0.text.isEmpty }, .source)
  }

  private mutating func linked(_ run: Run) {
    switch run.link {
    case .anchor(let anchor):
      body.start("w:hyperlink")
      body.attribute("w:anchor", links.name(of: anchor))
      write(run, isLink: true)
      body.end("w:hyperlink")
    case .address(let address):
      guard let address = LinkAddress(address) else { return write(run, isLink: false) }
      body.start("w:hyperlink")
      body.attribute("r:id", links.id(of: address.text))
      write(run, isLink: true)
      body.end("w:hyperlink")
    case nil: write(run, isLink: false)
    }
  }

  private mutating func write(_ run: Run, isLink: Bool) {
    body.start("w:r")
    let color = run.tone.letterColor
    if isLink || run.isCode || run.isStrong || color != nil {
      body.start("w:rPr")
      if isLink { body.markup("<w:rStyle w:val=\"Hyperlink\"/>") }
      if run.isCode { DOCXStyles.face(isFixed: true, &body) }
      if run.isStrong { body.markup("<w:b/><w:bCs/>") }
      if let color {
        body.start("w:color")
        body.attribute("w:val", color)
        body.end("w:color")
      }
      body.end("w:rPr")
    }
    text(run.text)
    body.end("w:r")
  }

  private mutating func text(_ text: String) {
    body.start("w:t")
    body.attribute("xml:space", "preserve")
    body.text(text)
    body.end("w:t")
  }
}
