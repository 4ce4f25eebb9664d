import Diagnostics

/// Text of a report as every format but JSON writes it: nothing in it can move a cursor, reorder a line or hide.
///
/// Line breaks, tabs and runs of them become single spaces, since a folded text of a policy is one paragraph; the
/// other characters that could deceive are written out as `Printable` does. JSON has escapes of its own for them.
enum InertText {
  /// The text on one line; with `keepingLines`, line breaks stay as line feeds.
  static func of(_ text: String, keepingLines: Bool = false) -> String {
    var text = text
    if text.withUTF8({ isPlain($0) }) { return text }
    return written(text, keepingLines: keepingLines)
  }

  /// The text where a look at its bytes does not show it to be plain.
  static func written(_ text: String, keepingLines: Bool) -> String {
    var text = text
    if text.utf8.contains(where: { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) {
      text = unfolded(text, keepingLines: keepingLines)
    }
    return Printable.escaped(text, keepingLines: keepingLines)
  }

  /// Whether no character of the text needs a look: all are ordinary by their first byte, or by their number.
  static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if isOrdinary(byte) {
        index += 1
      } else {
        guard let length = lengthOfHarmless(text, at: index) else { return false }
        index += length
      }
    }
    return true
  }

  /// Whether a byte is an ordinary ASCII character, begins a Hangul syllable or a common Han character, or goes on
  /// with one that began before.
  @inline(__always)
  static func isOrdinary(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20...0x7E, 0x80...0xBF, 0xE4...0xED: true
    default: false
    }
  }

  /// The length in bytes of the character at an index that is not ordinary by its first byte; nil where it is a
  /// hazard.
  static func lengthOfHarmless(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    let (value, length) = UTF8Scalar.read(text, at: index)
    guard let scalar = Unicode.Scalar(value), scalar.hazard == nil else { return nil }
    return max(1, length)
  }

  /// Line breaks and tabs, with the spaces around them, as one space or one line feed; none at either end.
  private static func unfolded(_ text: String, keepingLines: Bool) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var gap: UInt8?
    for byte in text.utf8 {
      switch byte {
      case 0x0A, 0x0D: gap = keepingLines ? 0x0A : 0x20
      case 0x09: gap = gap ?? 0x20
      case 0x20 where gap != nil: break
      default:
        if let space = gap {
          while bytes.last == 0x20 { bytes.removeLast() }
          if !bytes.isEmpty { bytes.append(space) }
          gap = nil
        }
        bytes.append(byte)
      }
    }
    if gap != nil { while bytes.last == 0x20 { bytes.removeLast() } }
    return String(decoding: bytes, as: UTF8.self)
  }
}
