import Diagnostics
import Findings

/// Writes a workbook of Office Open XML sheet by sheet, row by row. Strings stand in their cells, so that no shared
/// table has to be kept; nothing is a formula.
struct WorkbookWriter {
  /// A sheet that was written.
  struct Sheet {
    /// What stands on its tab.
    let name: String
    /// Its XML, in pieces that follow one another.
    let part: [[UInt8]]
    /// How far its table reaches, the header with it; nil: no filter, no repeated header.
    let filtered: (columns: Int, rows: Int)?
    /// How far what is printed reaches; nil: everything is printed.
    let printed: (columns: Int, rows: Int)?
  }

  /// A column of a table: what stands above it, and its width in characters.
  struct Column {
    /// What stands above it.
    let title: String
    /// Its width in characters.
    let width: Int

    /// A column.
    init(_ title: String, width: Int) { (self.title, self.width) = (title, width) }
  }

  /// What a sheet is printed on, lying.
  enum Paper: Int {
    case a3 = 8
    case a4 = 9
  }

  /// How a table is shown and printed.
  struct Layout {
    /// What it is printed on; it is as wide as one sheet of it.
    var paper = Paper.a4
    /// So many columns, the first ones, are printed; nil: all.
    var printed: Int?
    /// A row shows so many lines; its cells hold the rest of a longer text.
    var mostLines = 15
  }

  /// Rows that a sheet has room for.
  private static let mostRows = 1_048_576
  /// Points that a line of a row takes, and the most that a row can be high.
  private static let linePoints = 14
  private static let highest = 409
  /// UTF-16 units that a cell has room for.
  private static let longestText = 32_767

  /// The sheets that were ended.
  private(set) var sheets: [Sheet] = []
  /// The looks that cells name.
  private(set) var styles: WorkbookStyles
  /// The language.
  let language: Language
  private let formatter: ValueFormatter
  private let rowLimit: Int

  private var writer = XMLWriter()
  private var name = ""
  private var table: [Column] = []
  private var layout = Layout()
  private var links: [(cell: String, sheet: String)] = []
  private var widths: [Int] = []
  private var row = 0
  private var continuation = 1
  private var names: Set<String> = []

  /// An empty workbook.
  ///
  /// - Parameters:
  ///   - units: labels of the units that values use, by their codes.
  ///   - rowLimit: rows of a sheet after which another one goes on; less only in tests.
  init(_ language: Language, units: [String: LocalizedText], rowLimit: Int = mostRows) {
    self.language = language
    formatter = ValueFormatter(language: language, units: units)
    styles = WorkbookStyles(language)
    self.rowLimit = max(2, rowLimit)
  }

  // ── sheets ─────────────────────────────────────────────────────────────────

  /// Begins a sheet that is one table: its header stays in sight and can be filtered by.
  mutating func startTable(_ name: String, _ columns: [Column], _ layout: Layout = Layout()) {
    self.name = name
    self.layout = layout
    table = columns
    continuation = 1
    startSheet()
  }

  /// Begins a sheet without a header, with columns of these widths.
  mutating func startPage(_ name: String, widths: [Int]) {
    self.name = name
    layout = Layout(mostLines: .max)
    table = []
    continuation = 1
    open(widths: widths, isFrozen: false)
  }

  /// Ends the sheet.
  mutating func endSheet() {
    writer.end("sheetData")
    let filtered: (columns: Int, rows: Int)? = table.isEmpty ? nil : (table.count, row)
    if let filtered {
      writer.element("autoFilter") {
        $0.attribute("ref", "A1:\(Self.letters(filtered.columns - 1))\(filtered.rows)")
      }
    }
    if !links.isEmpty {
      writer.element("hyperlinks") { writer in
        for link in links {
          writer.element("hyperlink") {
            $0.attribute("ref", link.cell)
            $0.attribute("location", "'\(link.sheet)'!A1")
            $0.attribute("display", link.sheet)
          }
        }
      }
    }
    writer.markup(
      "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>")
    writer.element("pageSetup") {
      $0.attribute("paperSize", layout.paper.rawValue)
      $0.attribute("orientation", "landscape")
      $0.attribute("fitToWidth", 1)
      $0.attribute("fitToHeight", 0)
    }
    writer.markup("<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>")
    writer.end("worksheet")
    let printed = layout.printed.map { (columns: min($0, table.count), rows: max(1, row)) }
    sheets.append(
      Sheet(
        name: free(name, continuation), part: writer.pieces, filtered: filtered,
        printed: table.isEmpty ? nil : printed))
    names.insert(sheets[sheets.count - 1].name.lowercased())
  }

  private mutating func startSheet() {
    open(widths: table.map(\.width), isFrozen: true)
    startRow(lines: table.map { lines($0.title, width: $0.width) }.max() ?? 1)
    for (index, column) in table.enumerated() { write(column.title, style: .header, at: index) }
    endRow()
  }

  private mutating func open(widths: [Int], isFrozen: Bool) {
    writer = XMLWriter(capacity: 65_536)
    row = 0
    links = []
    self.widths = widths
    writer.declaration()
    writer.start("worksheet")
    writer.attribute("xmlns", "http://schemas.openxmlformats.org/spreadsheetml/2006/main")
    writer.markup("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>")
    let isFirst = sheets.isEmpty
    writer.element("sheetViews") { writer in
      writer.element("sheetView") { writer in
        if isFirst { writer.attribute("tabSelected", 1) }
        writer.attribute("workbookViewId", 0)
        if isFrozen {
          writer.markup("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>")
        }
      }
    }
    writer.markup("<sheetFormatPr defaultRowHeight=\"15\"/>")
    writer.element("cols") { writer in
      for (index, width) in widths.enumerated() {
        writer.element("col") {
          $0.attribute("min", index + 1)
          $0.attribute("max", index + 1)
          $0.attribute("width", width)
          $0.attribute("customWidth", 1)
        }
      }
    }
    writer.start("sheetData")
  }

  /// A name that no other sheet bears, without what names of sheets must not hold.
  private func free(_ name: String, _ number: Int) -> String {
    let plain = InertText.of(name).map { "[]:*?/\\'".contains($0) ? " " : $0 }
    func numbered(_ number: Int) -> String {
      number == 1 ? String(plain.prefix(31)) : String(plain.prefix(25)) + " (\(number))"
    }
    var number = number
    while names.contains(numbered(number).lowercased()) { number += 1 }
    return numbered(number)
  }

  // ── rows ───────────────────────────────────────────────────────────────────

  /// Writes a row of a table; where a sheet is full, another one goes on.
  mutating func put(_ cells: [SheetCell]) {
    if row >= rowLimit, !table.isEmpty {
      endSheet()
      continuation += 1
      startSheet()
    }
    // What is only looked up makes no row higher than what is read.
    let read = zip(cells, widths).prefix(layout.printed ?? cells.count)
    startRow(lines: read.map { lines($0, width: $1) }.max() ?? 1)
    for (index, cell) in cells.enumerated() { write(cell, at: index) }
    endRow()
  }

  /// Writes a row of texts in one look, with a table's cells after it.
  mutating func put(_ texts: [String], _ style: WorkbookStyles.Fixed, _ cells: [SheetCell] = []) {
    let isWrapped = style != .title
    let first = isWrapped ? zip(texts, widths).map { lines($0, width: $1) }.max() ?? 1 : 1
    let others = zip(cells, widths.dropFirst(texts.count)).map { lines($0, width: $1) }.max() ?? 1
    startRow(lines: max(first, others), points: isWrapped ? Self.linePoints : 20)
    for (index, text) in texts.enumerated() { write(text, style: style, at: index) }
    for (index, cell) in cells.enumerated() { write(cell, at: texts.count + index) }
    endRow()
  }

  /// Writes a row that says where something else stands, and leads to that sheet.
  mutating func put(_ label: String, _ text: String, leadingTo sheet: String) {
    put([.text(label), .text(text)])
    links.append(("\(Self.letters(1))\(row)", sheet))
  }

  /// Leaves a row free.
  mutating func space() { row += 1 }

  /// Begins a row with room for so many lines: not every program finds out by itself how high a row has to be.
  private mutating func startRow(lines: Int, points: Int = linePoints) {
    row += 1
    writer.start("row")
    writer.attribute("r", row)
    writer.attribute("ht", min(Self.highest, min(lines, layout.mostLines) * points + 3))
    writer.attribute("customHeight", 1)
  }

  /// How many lines a cell takes in a column of so many characters.
  private func lines(_ cell: SheetCell, width: Int) -> Int {
    switch cell {
    case .empty, .whole: 1
    case .text(let text): lines(text, width: width)
    case .lines(let texts): texts.reduce(0) { $0 + lines($1, width: width) }
    case .value(_, let words), .day(_, let words), .outcome(_, let words): lines(words, width: width)
    }
  }

  private func lines(_ text: String, width: Int) -> Int {
    // A wide character takes two narrow ones, and words are not broken: a line is rarely full.
    guard text.utf8.count >= width else { return 1 }
    return max(1, (CellWidth.of(text) * 10 + width * 9 - 1) / max(1, width * 9))
  }

  private mutating func endRow() { writer.end("row") }

  // ── cells ──────────────────────────────────────────────────────────────────

  private mutating func write(_ cell: SheetCell, at column: Int) {
    switch cell {
    case .empty: write("", style: .wrapped, at: column)
    case .text(let text): write(text, style: .wrapped, at: column)
    case .lines(let lines):
      write(lines.map { InertText.of($0) }.joined(separator: "\n"), style: .wrapped, at: column)
    case .whole(let number): write(number: String(number), WorkbookStyles.Fixed.whole.rawValue, at: column)
    case .value(let value, let words): write(value, words, at: column)
    case .day(let iso, let words): writeDay(iso, words, at: column)
    case .outcome(let outcome, let words): write(words, style: Self.style(of: outcome), at: column)
    }
  }

  private mutating func write(_ value: ReportValue, _ words: String, at column: Int) {
    switch value.type {
    case .number:
      guard value.exact == nil, let decimals = SheetNumber.decimals(value.text),
        let style = styles.number(decimals: decimals, unit: value.unit, formatter)
      else { return write(words, style: .wrapped, at: column) }
      write(number: value.text, style, at: column)
    case .date: writeDay(value.text, words, at: column)
    case .bool, .string, .choice, .timestamp, .duration, .list, .record, .ref, .range, .either, .unknown,
      .none,
      .error:
      write(words, style: .wrapped, at: column)
    }
  }

  private mutating func writeDay(_ iso: String, _ words: String, at column: Int) {
    guard let serial = SheetNumber.serial(iso) else { return write(words, style: .wrapped, at: column) }
    write(number: String(serial), WorkbookStyles.Fixed.day.rawValue, at: column)
  }

  private mutating func write(number: String, _ style: Int, at column: Int) {
    startCell(column, style)
    writer.element("v", text: number)
    writer.end("c")
  }

  private mutating func write(_ text: String, style: WorkbookStyles.Fixed, at column: Int) {
    var text = text
    if text.utf8.count > Self.longestText { text = shortened(text) }
    let isGuarded = style == .wrapped && FormulaGuard.isFormula(text)
    startCell(column, (isGuarded ? .guarded : style).rawValue)
    if !text.isEmpty {
      writer.attribute("t", "inlineStr")
      writer.start("is")
      writer.start("t")
      writer.attribute("xml:space", "preserve")
      writer.text(Self.withoutEscapes(text), keepingLines: true)
      writer.end("t")
      writer.end("is")
    }
    writer.end("c")
  }

  private mutating func startCell(_ column: Int, _ style: Int) {
    writer.start("c")
    writer.attribute("r", Self.letters(column) + String(row))
    writer.attribute("s", style)
  }

  /// A text too long for a cell, cut, with the number of its characters.
  private func shortened(_ text: String) -> String {
    let shown = InertText.of(text, keepingLines: true)
    guard shown.utf16.count > Self.longestText else { return shown }
    let note = language == .ko ? "…(전체 \(shown.count)자)" : "… (\(shown.count) characters in all)"
    var head = String.UnicodeScalarView()
    var room = Self.longestText - note.utf16.count
    for scalar in shown.unicodeScalars {
      room -= scalar.value > 0xFFFF ? 2 : 1
      if room < 0 { break }
      head.append(scalar)
    }
    return String(head) + note
  }

  /// Spreadsheets read `_x000D_` as an escape: an underscore that could begin one is escaped itself.
  private static func withoutEscapes(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")), text.contains("_x") else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "_"), index + 6 < bytes.count, bytes[index + 1] == UInt8(ascii: "x"),
        bytes[index + 6] == UInt8(ascii: "_"), bytes[index + 2..<index + 6].allSatisfy(isHexadecimal)
      {
        result += "_x005F_".utf8
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "F"),
      UInt8(ascii: "a")...UInt8(ascii: "f"):
      true
    default: false
    }
  }

  private static func style(of outcome: Outcome) -> WorkbookStyles.Fixed {
    switch outcome {
    case .error, .fail: .bad
    case .unknown, .manual, .waived: .open
    case .pass: .good
    case .info, .notApplicable, .notInForce, .notSelected: .faint
    }
  }

  /// `A`, `B`, … `Z`, `AA` for columns from 0.
  static func letters(_ column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column + 1
    while rest > 0 {
      letters.insert(UInt8(ascii: "A") + UInt8((rest - 1) % 26), at: 0)
      rest = (rest - 1) / 26
    }
    return String(decoding: letters, as: UTF8.self)
  }
}
