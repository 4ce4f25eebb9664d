import Diagnostics

/// The blocks of a document as spreadsheets hold them: tables, and rows of text for the rest.
struct SheetBlocks: Sendable {
  /// A row of text outside tables.
  struct Line: Sendable {
    /// What it is, for the eye.
    enum Kind: Sendable, Hashable {
      case title, heading, banner, plain
    }

    /// What it is.
    let kind: Kind
    /// The section that it belongs to.
    let section: String
    /// What stands before it, such as the label of a point; often empty.
    let label: String
    /// What is said.
    let text: String
  }

  /// Tables with the same columns, which become one: a first column says what each row was under.
  struct Table: Sendable {
    /// The caption of the first of them.
    let caption: String
    /// The columns.
    let columns: [TableHead.Column]
    /// The rows, each with the caption that it stood under.
    fileprivate(set) var rows: [(caption: String, cells: [String])] = []
  }

  /// The rows of text.
  private(set) var lines: [Line] = []
  /// The tables, in the order in which the first of each kind came.
  private(set) var tables: [Table] = []
  private var places: [[String]: Int] = [:]
  private var section = ""
  private var open: (place: Int, caption: String)?

  /// Takes the next block.
  mutating func put(_ block: Block) {
    switch block {
    case .title(let title): add(.title, title)
    case .heading(let runs, _, _):
      section = Self.plain(runs.text)
      add(.heading, section)
    case .paragraph(let runs, let style): add(style == .banner ? .banner : .plain, runs.text)
    case .item(let runs, let label, _): add(.plain, runs.text, label: label)
    case .rows(let rows):
      for row in rows {
        add(.plain, row.text.map(\.text).joined(separator: "\n"), label: row.label)
      }
    case .tableStart(let head): start(head)
    case .tableRow(let cells):
      guard let open else { return }
      let texts = cells.map { cell in Self.plain(cell.text.map(\.text).joined(separator: "\n")) }
      tables[open.place].rows.append((open.caption, texts))
    case .tableEnd: open = nil
    case .source(let line):
      add(.plain, line.before + line.marked + line.after, label: "\(line.file):\(line.number)")
    case .chart(let chart): put(chart)
    case .groupStart, .groupEnd, .pageBreak: break
    }
  }

  private mutating func put(_ chart: Chart) {
    var columns = [TableHead.Column(chart.labels)]
    columns += chart.series.map { TableHead.Column($0.name) }
    start(TableHead(chart.title, columns))
    for bar in chart.bars { put(.tableRow([TableCell(bar.label)] + bar.parts.map { TableCell($0.text) })) }
    open = nil
  }

  private mutating func start(_ head: TableHead) {
    let caption = Self.plain(head.caption)
    let key = head.columns.map(\.title)
    let place = places[key] ?? tables.count
    if place == tables.count {
      places[key] = place
      tables.append(Table(caption: caption, columns: head.columns))
    }
    open = (place, caption)
  }

  private mutating func add(_ kind: Line.Kind, _ text: String, label: String = "") {
    lines.append(
      Line(kind: kind, section: section, label: Self.plain(label), text: Self.plain(text)))
  }

  /// A text with ordinary spaces: cells break their lines themselves, and people search in them.
  private static func plain(_ text: String) -> String {
    text.utf8.contains(0xC2) ? text.replacing("\u{A0}", with: " ") : text
  }
}
