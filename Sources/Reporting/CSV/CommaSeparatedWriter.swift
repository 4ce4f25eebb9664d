/// Writes comma-separated values (RFC 4180) that Korean spreadsheets open without asking: a byte order mark, CRLF.
struct CommaSeparatedWriter {
  private static let pieceLength = 1 << 20
  private var finished: [[UInt8]] = []
  private var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
  private var isFirst = true

  /// What was written, in pieces that follow one another.
  var pieces: [[UInt8]] { finished + [bytes] }

  /// Writes a text, on one line and inert; quoted where it has to be.
  mutating func cell(_ text: String) {
    separate()
    guard !text.isEmpty else { return }
    let shown = InertText.of(text)
    // A text that has an apostrophe of its own gets another one, so that the two stay apart.
    let guarded = FormulaGuard.isFormula(String(shown.drop { $0 == "'" })) ? "'" + shown : shown
    let needsQuotes = guarded.utf8.contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D
        || $0 == UInt8(ascii: ";")
    }
    guard needsQuotes || guarded.utf8.first == 0x20 || guarded.utf8.last == 0x20 else {
      bytes.append(contentsOf: guarded.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in guarded.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a whole number.
  mutating func cell(_ number: Int) {
    separate()
    bytes.append(contentsOf: String(number).utf8)
  }

  /// Ends the line.
  mutating func endLine() {
    bytes.append(0x0D)
    bytes.append(0x0A)
    isFirst = true
    if bytes.count >= Self.pieceLength {
      finished.append(bytes)
      bytes = []
      bytes.reserveCapacity(Self.pieceLength + Self.pieceLength / 8)
    }
  }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
  }
}
