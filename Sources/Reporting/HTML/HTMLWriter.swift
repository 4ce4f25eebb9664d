/// Writes HTML into bytes: what is markup is a literal of the program, and every other text is inert.
struct HTMLWriter {
  /// Where a piece is closed: long enough to be written at once, short enough not to be copied often.
  private static let pieceLength = 1 << 20

  /// What was written and closed, in pieces that follow one another.
  private(set) var pieces: [[UInt8]] = []
  private var bytes: [UInt8] = []
  /// How long the closed pieces are together, in bytes.
  private var closed = 0

  /// How much was written, in bytes.
  var length: Int { closed + bytes.count }

  /// Writes markup as it stands.
  mutating func markup(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Writes markup that was made of literals, numbers and names without any character of markup.
  mutating func known(_ markup: String) {
    bytes.append(contentsOf: markup.utf8)
  }

  /// Writes a text on one line, as content or within the quotes of an attribute.
  mutating func text(_ text: String) {
    var text = InertText.of(text)
    text.withUTF8 { text in
      var start = 0
      for index in 0..<text.count {
        let entity: StaticString
        switch text[index] {
        case UInt8(ascii: "&"): entity = "&amp;"
        case UInt8(ascii: "<"): entity = "&lt;"
        case UInt8(ascii: ">"): entity = "&gt;"
        case UInt8(ascii: "\""): entity = "&quot;"
        case UInt8(ascii: "'"): entity = "&#39;"
        default: continue
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
        markup(entity)
        start = index + 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }
  }

  /// Writes a whole number.
  mutating func number(_ value: Int) {
    bytes.append(contentsOf: String(value).utf8)
  }

  /// Closes a piece that has grown long; between blocks.
  mutating func close() {
    if bytes.count >= Self.pieceLength { cut() }
  }

  /// Closes the piece and gives the place behind it, where something may be put later.
  @discardableResult
  mutating func cut() -> Int {
    if !bytes.isEmpty {
      closed += bytes.count
      pieces.append(bytes)
      bytes = []
    }
    return pieces.count
  }
}
