/// An address that a document may lead to.
struct LinkAddress {
  /// As it stands in the document, with every character that markup could trip over percent-encoded.
  let text: String
  /// Whether it leads out of the folder of the document, to a page or a mailbox.
  let isAbsolute: Bool

  /// Addresses of web pages and mailboxes and relative ones; nil for all others, such as `javascript:`.
  init?(_ address: String) {
    let head = address.utf8.prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
    if head.contains(UInt8(ascii: ":")) {
      let scheme = Substring(head.prefix { $0 != UInt8(ascii: ":") }).lowercased()
      guard Self.schemes.contains(scheme) else { return nil }
      isAbsolute = true
    } else {
      guard !address.isEmpty, !address.utf8.starts(with: "//".utf8), !address.utf8.contains(0x5C) else {
        return nil
      }
      isAbsolute = false
    }
    var bytes: [UInt8] = []
    for byte in address.utf8 {
      switch byte {
      case 0...0x20, 0x7F..., UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\\"),
        UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "^"),
        UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"):
        bytes.append(UInt8(ascii: "%"))
        bytes += Array(String(byte >> 4, radix: 16, uppercase: true).utf8)
        bytes += Array(String(byte & 15, radix: 16, uppercase: true).utf8)
      default: bytes.append(byte)
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
  }

  private static let schemes: Set<String> = ["http", "https", "mailto"]
}
