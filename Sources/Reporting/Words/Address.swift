/// Addresses as programs read them (RFC 3986), made of paths and links of a report.
enum Address {
  /// A path as a relative reference, or as `file:` where it is absolute; every other byte is written as `%E3`.
  static func reference(toPath path: String) -> String {
    (isAbsolute(path) ? "file://" : "") + encoded(path) { isUnreserved($0) || $0 == UInt8(ascii: "/") }
  }

  /// Whether a path begins at the root.
  static func isAbsolute(_ path: String) -> Bool { path.utf8.first == UInt8(ascii: "/") }

  /// An `https:` or `http:` address with every byte that must not stand in one written as `%E3`; nil for any other.
  static func web(_ text: String?) -> String? {
    guard let text, text.hasPrefix("https://") || text.hasPrefix("http://") else { return nil }
    return encoded(text) { byte in
      isUnreserved(byte) || "/:?#@!$&'()*+,;=%".utf8.contains(byte)
    }
  }

  private static func encoded(_ text: String, _ isAllowed: (UInt8) -> Bool) -> String {
    if text.utf8.allSatisfy(isAllowed) { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if isAllowed(byte) {
        bytes.append(byte)
      } else {
        bytes.append(UInt8(ascii: "%"))
        bytes.append(digit(byte >> 4))
        bytes.append(digit(byte & 15))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
