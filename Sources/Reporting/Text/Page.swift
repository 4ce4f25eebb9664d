import Diagnostics

/// Lines of text for a terminal: wrapped by display width, with everything from an input made harmless.
struct Page {
  /// What a piece of text is, for the eye.
  enum Style {
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

  /// An empty page.
  init(width: Int, color: Bool) {
    self.width = width
    self.color = color
  }

  /// Leaves one line empty, unless the last one is.
  mutating func blank() {
    guard !endsBlank else { return }
    bytes.append(UInt8(ascii: "\n"))
    endsBlank = true
  }

  /// Draws a line across the page.
  mutating func rule(_ character: Character) {
    put(String(repeating: character, count: width), style: .faint)
  }

  /// Writes a text, wrapped; lines after the first are indented by `hanging`.
  mutating func paragraph(_ text: String, indent: Int = 0, hanging: Int? = nil, style: Style = .plain) {
    let lines = LineBreaking.lines(
      of: Self.harmless(text), first: width - indent, rest: width - (hanging ?? indent))
    for (index, line) in lines.enumerated() {
      put(line, indent: index == 0 ? indent : hanging ?? indent, style: style)
    }
  }

  /// Writes a text that begins with a word to stand out, such as a verdict.
  mutating func headline(_ lead: String, style: Style, _ text: String, indent: Int = 0, hanging: Int) {
    let whole = Self.harmless("\(lead) \(text)")
    let lines = LineBreaking.lines(of: whole, first: width - indent, rest: width - hanging)
    for (index, line) in lines.enumerated() {
      if index == 0, line.hasPrefix(lead) {
        spaces(indent)
        styled(lead, style)
        styled(String(line.dropFirst(lead.count)), .strong)
        endLine()
      } else {
        put(line, indent: index == 0 ? indent : hanging, style: .strong)
      }
    }
  }

  /// Writes `label  text` with the text in a column of its own.
  mutating func labelled(_ label: String, _ text: String, indent: Int, column: Int, style: Style = .plain) {
    let lines = LineBreaking.lines(of: Self.harmless(text), first: width - column, rest: width - column)
    for (index, line) in lines.enumerated() {
      if index == 0 {
        spaces(indent)
        styled(label, .faint)
        spaces(max(1, column - indent - LineBreaking.cells(label)))
      } else {
        spaces(column)
      }
      styled(line, style)
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
    guard color, let code = style.code else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    code.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: text.utf8)
    bytes.append(contentsOf: "\u{1B}[0m".utf8)
  }

  private mutating func spaces(_ count: Int) {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: max(0, count)))
  }

  private mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    endsBlank = false
  }

  /// The text in one line, without anything that a terminal could act on.
  private static func harmless(_ text: String) -> String {
    text.unicodeScalars.allSatisfy { $0.hazard == nil } ? text : Printable.escaped(oneLine(text))
  }

  /// Line breaks and tabs as single spaces: a folded text of a policy is one paragraph.
  private static func oneLine(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) else { return text }
    return text.split { $0 == "\n" || $0 == "\r\n" || $0 == "\r" || $0 == "\t" }.joined(separator: " ")
  }
}
