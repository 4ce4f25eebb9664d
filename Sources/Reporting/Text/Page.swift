import Diagnostics

/// Lines of text for a terminal: wrapped by display width, with everything from an input made harmless.
struct Page: Sendable {
  /// What a piece of text is, for the eye.
  enum Style {
    /// Ordinary, bold, red, yellow, green, grey; plain text where colours are off.
    case plain, strong, bad, open, good, faint

    fileprivate var code: StaticString? {
      switch self {
      case .plain: nil
      case .strong: "\u{1B}[1m"
      case .bad: "\u{1B}[1;31m"
      case .open: "\u{1B}[1;33m"
      case .good: "\u{1B}[32m"
      case .faint: "\u{1B}[2m"
      }
    }
  }

  /// The finished lines.
  private(set) var bytes: [UInt8] = []
  /// Columns of the terminal.
  let width: Int
  private let color: Bool
  private var endsBlank = true
  /// Whether the page is to be set off from what stands before it.
  private var beginsBlank = false

  /// An empty page.
  init(width: Int, color: Bool) {
    self.width = width
    self.color = color
  }

  /// Leaves one line empty, unless the last one is.
  mutating func blank() {
    if bytes.isEmpty { beginsBlank = true }
    guard !endsBlank else { return }
    bytes.append(UInt8(ascii: "\n"))
    endsBlank = true
  }

  /// Makes room for the lines of other pages.
  mutating func reserve(_ pages: [Page]) {
    bytes.reserveCapacity(pages.reduce(bytes.count) { $0 + $1.bytes.count + 1 })
  }

  /// Adds the lines of another page, after a blank one if that page begins with one.
  mutating func append(_ other: Page) {
    guard !other.bytes.isEmpty else { return }
    if other.beginsBlank { blank() }
    bytes.append(contentsOf: other.bytes)
    endsBlank = other.endsBlank
  }

  /// Draws a line across the page.
  mutating func rule(_ character: Unicode.Scalar) {
    put(String(repeating: String(character), count: width), style: .faint)
  }

  /// Writes a text and fills the rest of its last line.
  mutating func banner(_ text: String, fill: Unicode.Scalar) {
    let broken = BrokenText(text, first: width, rest: width - 3)
    for (index, line) in broken.lines.enumerated() {
      let isLast = index == broken.lines.count - 1
      if index > 0 { spaces(3) }
      let shown = String(decoding: broken.bytes[line], as: UTF8.self)
      let rest = isLast ? width - (index > 0 ? 3 : 0) - CellWidth.of(shown) - 1 : 0
      styled(rest > 0 ? shown + " " + String(repeating: String(fill), count: rest) : shown, .strong)
      endLine()
    }
  }

  /// Writes a text, wrapped; lines after the first are indented by `hanging`.
  mutating func paragraph(_ text: String, indent: Int = 0, hanging: Int? = nil, style: Style = .plain) {
    let rest = hanging ?? indent
    let broken = BrokenText(text, first: width - indent, rest: width - rest)
    for (index, line) in broken.lines.enumerated() {
      spaces(index == 0 ? indent : rest)
      styled(broken.bytes[line], style)
      endLine()
    }
  }

  /// Writes a text that begins with a word to stand out, such as a verdict.
  mutating func headline(_ lead: String, style: Style, _ text: String, indent: Int = 0, hanging: Int) {
    let broken = BrokenText("\(lead) \(text)", first: width - indent, rest: width - hanging)
    for (index, line) in broken.lines.enumerated() {
      spaces(index == 0 ? indent : hanging)
      let bytes = broken.bytes[line]
      if index == 0, bytes.starts(with: lead.utf8) {
        let end = bytes.startIndex + lead.utf8.count
        styled(bytes[..<end], style)
        styled(bytes[end...], .strong)
      } else {
        styled(bytes, .strong)
      }
      endLine()
    }
  }

  /// Writes `label  text` with the text in a column of its own; lines after the first are indented by `hanging` more.
  mutating func labelled(
    _ label: String, _ text: String, indent: Int, column: Int, hanging: Int = 0, style: Style = .plain
  ) {
    // A label as wide as its column pushes the first line on.
    let start = max(column, indent + CellWidth.of(label) + 1)
    let broken = BrokenText(text, first: max(1, width - start), rest: width - column - hanging)
    for (index, line) in broken.lines.enumerated() {
      if index == 0 {
        spaces(indent)
        styled(label, .faint)
        spaces(start - indent - CellWidth.of(label))
      } else {
        spaces(column + hanging)
      }
      styled(broken.bytes[line], style)
      endLine()
    }
  }

  /// Writes one line as it is: already short enough and harmless.
  mutating func put(_ line: String, indent: Int = 0, style: Style = .plain) {
    if !line.isEmpty { spaces(indent) }
    styled(line, style)
    endLine()
  }

  private mutating func styled(_ text: String, _ style: Style) {
    start(style)
    bytes.append(contentsOf: text.utf8)
    end(style)
  }

  private mutating func styled(_ text: ArraySlice<UInt8>, _ style: Style) {
    start(style)
    bytes.append(contentsOf: text)
    end(style)
  }

  private mutating func start(_ style: Style) {
    guard color, let code = style.code else { return }
    code.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func end(_ style: Style) {
    guard color, style.code != nil else { return }
    bytes.append(contentsOf: "\u{1B}[0m".utf8)
  }

  private mutating func spaces(_ count: Int) {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: max(0, count)))
  }

  private mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    endsBlank = false
  }
}
