import Diagnostics

/// A document in GitHub-flavoured Markdown, for wikis, comments and chats.
struct MarkdownDocument: DocumentWriter {
  /// Where a piece is closed.
  private static let pieceLength = 1 << 20

  /// What the last block was: points, labels and rows follow one another without an empty line.
  private enum Kind {
    case none, block, item, rows, table
  }

  private var text = MarkdownText()
  private var pieces: [[UInt8]] = []
  private var anchors = AnchorNames()
  private var last = Kind.none
  /// The name of a group that its first text is to carry.
  private var pending: String?
  /// Levels of the lists that are open, outermost first.
  private var lists: [Int] = []
  private var columns: [TableHead.Column] = []

  /// Begins a document; Markdown has no place for what it says of itself.
  init(_ info: DocumentInfo, _ options: RenderOptions) {}

  /// Writes the next block.
  mutating func put(_ block: Block) {
    switch block {
    case .title(let title):
      begin(.block)
      text.markup("# ")
      text.text(title)
      end()
    case .heading(let runs, let level, let anchor):
      begin(.block)
      text.markup(level <= 1 ? "## " : level == 2 ? "### " : "#### ")
      putPending()
      if let name = anchor.flatMap({ anchors.claim($0) }) { putAnchor(name) }
      putRuns(runs)
      end()
    case .paragraph(let runs, let style): putParagraph(runs, style)
    case .item(let runs, let label, let level): putItem(runs, label: label, level: level)
    case .rows(let rows): putRows(rows)
    case .tableStart(let head): putTableStart(head)
    case .tableRow(let cells): putTableRow(cells)
    case .tableEnd: last = .block
    case .source(let line): putSource(line)
    case .chart(let chart):
      begin(.block)
      text.strong(chart.title) { $0.text(chart.title) }
      end()
      putTable(of: chart)
    case .groupStart(let group): pending = anchors.claim(group.anchor)
    case .groupEnd: pending = nil
    case .pageBreak:
      begin(.block)
      text.markup("---")
      end()
    }
    if text.bytes.count >= Self.pieceLength { pieces.append(text.take()) }
  }

  /// Ends the document.
  consuming func finish() throws(RenderFailure) -> [[UInt8]] {
    pieces.append(text.take())
    return pieces
  }

  // MARK: Blocks

  private mutating func putParagraph(_ runs: [Run], _ style: ParagraphStyle) {
    let isInset = style == .inset && !lists.isEmpty
    begin(isInset ? .item : .block, spaced: true)
    if isInset { indent(lists.count) }
    if style == .banner { text.markup("> ") }
    putPending()
    if style == .banner {
      text.strong(runs.text) { $0.text(runs.text, startsLine: true) }
    } else {
      putRuns(runs, startsLine: true)
    }
    end()
  }

  private mutating func putItem(_ runs: [Run], label: String, level: Int) {
    begin(.item)
    while let last = lists.last, last > level { lists.removeLast() }
    if lists.last != level { lists.append(level) }
    indent(lists.count - 1)
    text.markup("- ")
    putPending()
    // The bullet is Markdown's own.
    if label != "-", !label.isEmpty {
      text.text(label, startsLine: true)
      text.markup(" ")
      putRuns(runs)
    } else {
      putRuns(runs, startsLine: true)
    }
    end()
  }

  private mutating func putRows(_ rows: [LabelledRow]) {
    begin(.rows)
    for row in rows {
      // Another bullet than that of points, which would otherwise go on the same list.
      text.markup("* ")
      putPending()
      if !row.label.isEmpty {
        text.strong(row.label) { $0.text(row.label, startsLine: true) }
        text.markup(": ")
      }
      putParagraphs(row.text)
      end()
    }
  }

  private mutating func putTableStart(_ head: TableHead) {
    begin(.block)
    columns = head.columns
    text.markup("|")
    for column in columns {
      text.markup(" ")
      text.text(column.title)
      text.markup(" |")
    }
    text.markup("\n|")
    for column in columns { text.markup(column.isNumeric ? " ---: |" : " --- |") }
    end()
    last = .table
  }

  private mutating func putTableRow(_ cells: [TableCell]) {
    text.markup("|")
    for index in columns.indices {
      text.markup(" ")
      // Every row has a cell for each column, whatever was given.
      if index < cells.count { putParagraphs(cells[index].text) }
      text.markup(" |")
    }
    end()
  }

  /// The place, and below it the line with carets under the part that is meant.
  private mutating func putSource(_ line: SourceLine) {
    let isInset = !lists.isEmpty
    let depth = isInset ? lists.count : 0
    begin(isInset ? .item : .block, spaced: true)
    indent(depth)
    putPending()
    text.code("\(line.file):\(line.number)")
    text.markup("\n\n")
    let before = Printable.escaped(String(line.before.drop { $0 == " " }))
    let marked = Printable.escaped(line.marked)
    let content = before + marked + Printable.escaped(line.after)
    let fence = String(repeating: "`", count: max(3, longestRunOfBackticks(content) + 1))
    indent(depth)
    text.known("\(fence)text\n")
    indent(depth)
    text.known(content + "\n")
    if !marked.isEmpty {
      indent(depth)
      text.known(String(repeating: " ", count: DisplayWidth.of(before)))
      text.known(String(repeating: "^", count: max(1, DisplayWidth.of(marked))) + "\n")
    }
    indent(depth)
    text.known(fence)
    end()
  }

  private func longestRunOfBackticks(_ text: String) -> Int {
    var (longest, run) = (0, 0)
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  // MARK: Lines

  /// Begins a block, with an empty line before it where Markdown needs one.
  private mutating func begin(_ kind: Kind, spaced: Bool = false) {
    if kind != .item { lists = [] }
    if last != .none, last != kind || kind == .block || spaced { text.markup("\n") }
    last = kind
  }

  private mutating func end() {
    text.markup("\n")
  }

  private mutating func indent(_ depth: Int) {
    for _ in 0..<depth { text.markup("  ") }
  }

  private mutating func putPending() {
    if let name = pending { putAnchor(name) }
    pending = nil
  }

  private mutating func putAnchor(_ name: String) {
    text.markup("<a id=\"")
    text.known(name)
    text.markup("\"></a>")
  }

  // MARK: Texts

  private mutating func putParagraphs(_ paragraphs: [[Run]]) {
    for (index, paragraph) in paragraphs.enumerated() {
      if index > 0 { text.markup("<br>") }
      putRuns(paragraph)
    }
  }

  private mutating func putRuns(_ runs: [Run], startsLine: Bool = false) {
    for (index, run) in runs.enumerated() where !run.text.isEmpty {
      let address = Self.address(run.link)
      if address != nil { text.markup("[") }
      let starts = startsLine && index == 0
      if run.isStrong {
        text.strong(run.isCode ? "" : run.text) { Self.put(run, startsLine: starts, to: &$0) }
      } else {
        Self.put(run, startsLine: starts, to: &text)
      }
      if let address {
        text.markup("](")
        text.known(address)
        text.markup(")")
      }
    }
  }

  private static func put(_ run: Run, startsLine: Bool, to text: inout MarkdownText) {
    if run.isCode { text.code(run.text) } else { text.text(run.text, startsLine: startsLine) }
  }

  private static func address(_ link: Run.Link?) -> String? {
    switch link {
    case .anchor(let anchor): "#" + AnchorNames.name(of: anchor)
    case .address(let address): LinkAddress(address)?.text
    case nil: nil
    }
  }
}
