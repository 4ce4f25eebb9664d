import Diagnostics
import Findings

/// Any document laid out for a terminal.
struct TextDocument: DocumentWriter {
  /// The lines written so far.
  private var page: Page
  private let language: Language
  /// The table that was begun, with its rows so far: their widths decide how it is laid out.
  private var table: TextTable?
  /// What stands last on the page, as far as what follows is to be set off from it.
  private var last = Last.text
  /// Whether what follows belongs below a point of a list.
  private var isBelowItem = false
  /// The text of the last heading, which a table below it does not repeat.
  private var heading = ""

  private enum Last {
    case text, heading, rows, item, table
  }

  init(_ info: DocumentInfo, _ options: RenderOptions) {
    page = Page(width: options.width, color: options.color)
    language = info.language
  }

  mutating func put(_ block: Block) {
    switch block {
    case .title(let text):
      page.paragraph(text, hanging: 2, style: .strong)
      page.rule("=")
    case .heading(let runs, let level, _): putHeading(runs, level)
    case .paragraph(let runs, let style): putParagraph(runs, style)
    case .item(let runs, let label, let level): putItem(runs, label, level)
    case .rows(let rows): put(rows)
    case .tableStart(let head): table = TextTable(head, repeatsCaption: head.caption != heading)
    case .tableRow(let cells): table?.rows.append(cells)
    case .tableEnd: endTable()
    case .source(let line): put(line)
    case .chart(let chart): putTable(of: chart)
    case .groupStart:
      page.blank()
      isBelowItem = false
    case .groupEnd: isBelowItem = false
    case .pageBreak: page.blank()
    }
  }

  consuming func finish() throws(RenderFailure) -> [[UInt8]] {
    endTable()
    return [page.bytes]
  }

  // ── texts ──────────────────────────────────────────────────────────────────

  private mutating func putHeading(_ runs: [Run], _ level: Int) {
    let text = Self.text(of: runs)
    heading = text
    isBelowItem = false
    page.blank()
    if level == 1 {
      page.banner("== \(text) ", fill: "=")
    } else if let lead = runs.first, lead.tone != .plain, runs.count > 1 {
      page.headline(
        lead.text, style: Self.style(of: lead.tone), Self.text(of: Array(runs.dropFirst())), hanging: 2)
    } else {
      page.paragraph(text, hanging: 2, style: .strong)
    }
    last = .heading
  }

  private mutating func putParagraph(_ runs: [Run], _ style: ParagraphStyle) {
    let text = Self.text(of: runs)
    switch style {
    case .body:
      if last == .table || last == .rows { page.blank() }
      isBelowItem = false
      page.paragraph(text, style: Self.style(of: runs))
    case .inset: page.paragraph(text, indent: 4, style: Self.style(of: runs))
    case .banner: page.paragraph("* \(text)", hanging: 2, style: .strong)
    case .note:
      if last == .table { page.blank() }
      page.paragraph(text, style: .faint)
    case .centered: page.paragraph(text, indent: margin(of: text) / 2, style: Self.style(of: runs))
    case .trailing: page.paragraph(text, indent: margin(of: text), style: Self.style(of: runs))
    }
    last = .text
  }

  /// Cells that a text leaves free on its line; none where it takes several.
  private func margin(of text: String) -> Int { max(0, page.width - CellWidth.of(text)) }

  private mutating func putItem(_ runs: [Run], _ label: String, _ level: Int) {
    if last == .table || last == .rows && !isBelowItem { page.blank() }
    let indent = max(0, level) * 2
    page.paragraph(
      "\(label) \(Self.text(of: runs))", indent: indent, hanging: indent + CellWidth.of(label) + 1,
      style: Self.style(of: runs))
    isBelowItem = true
    last = .item
  }

  private mutating func put(_ rows: [LabelledRow]) {
    if last == .table { page.blank() }
    let indent = isBelowItem ? 4 : 2
    // Blocks of rows that follow one another stand in the same columns.
    let usual = language == .ko ? 8 : 12
    let widest = rows.map { CellWidth.of(Run($0.label).text) + 2 }.max() ?? 0
    let column = indent + min(max(usual, widest), page.width * 2 / 5)
    for row in rows {
      for (index, text) in row.text.enumerated() {
        page.row(
          index == 0 ? row.label : "", Self.text(of: text), indent: indent, column: column,
          style: Self.style(of: text))
      }
    }
    last = .rows
  }

  private mutating func put(_ line: SourceLine) {
    let indent = isBelowItem ? 6 : 4
    let room = page.width - indent - 2
    let trimmed = line.before.drop { $0 == " " }
    let start = trimmed.unicodeScalars.count + 1
    let view = ExcerptView(
      trimmed + line.marked + line.after, column: start, endColumn: start + line.marked.unicodeScalars.count,
      width: room)
    page.put("| \(view.text)", indent: indent)
    page.put(
      "| " + String(repeating: " ", count: view.indent) + String(repeating: "^", count: view.underline),
      indent: indent)
    last = .text
  }

  // ── tables ─────────────────────────────────────────────────────────────────

  private mutating func endTable() {
    guard let table else { return }
    self.table = nil
    if last != .heading { page.blank() }
    table.write(to: &page)
    isBelowItem = false
    last = .table
  }

  // ── runs ───────────────────────────────────────────────────────────────────

  /// What is read, with the addresses of pages that texts lead to.
  static func text(of runs: [Run]) -> String {
    var text = ""
    for run in runs {
      text += run.text
      if case .address(let address) = run.link, address != run.text, Bytes.begins(address, with: "http") {
        text += " (\(address))"
      }
    }
    return text
  }

  /// The style of a text as a whole: that of its first words where they have any.
  static func style(of runs: [Run]) -> Page.Style {
    guard let first = runs.first else { return .plain }
    let style = Self.style(of: first.tone)
    return style == .plain && first.isStrong ? .strong : style
  }

  private static func style(of tone: Run.Tone) -> Page.Style {
    switch tone {
    case .plain: .plain
    case .bad: .bad
    case .open: .open
    case .good: .good
    case .faint: .faint
    }
  }
}
