/// The escapes of JSON strings.
enum JSONEscape {
  /// Four hexadecimal digits at the beginning of some bytes as a UTF-16 unit; nil where they are not there.
  static func unit(_ bytes: ArraySlice<UInt8>) -> UInt16? {
    var unit: UInt16 = 0
    var count = 0
    for byte in bytes.prefix(4) {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: return nil
      }
      unit = unit << 4 | UInt16(digit)
      count += 1
    }
    return count == 4 ? unit : nil
  }

  /// The text of a string whose escapes were checked, given without its quotation marks.
  static func resolved(_ bytes: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var rest = bytes
    while let next = rest.firstIndex(of: UInt8(ascii: "\\")) {
      text += rest[..<next]
      rest = rest[next...].dropFirst()
      guard let letter = rest.popFirst() else { break }
      switch letter {
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "f"): text.append(0x0C)
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "u"): text += scalar(from: &rest).utf8
      default: text.append(letter)
      }
    }
    text += rest
    return String(decoding: text, as: UTF8.self)
  }

  /// Takes the digits of one `\u` or of the two of a pair.
  private static func scalar(from rest: inout ArraySlice<UInt8>) -> String {
    guard let unit = unit(rest) else { return "\u{FFFD}" }
    rest = rest.dropFirst(4)
    var units = [unit]
    if UTF16.isLeadSurrogate(unit), let other = self.unit(rest.dropFirst(2)) {
      rest = rest.dropFirst(6)
      units.append(other)
    }
    return String(decoding: units, as: UTF16.self)
  }
}
