import Findings

/// Identifiers of OSCAL that the same report always gets.
enum OSCALIdentifier {
  /// A UUID of the shape of version 5 that follows from texts: SHA-256 in place of SHA-1.
  static func uuid(_ parts: String...) -> String {
    var bytes = Array("guideline-audit".utf8)
    for part in parts {
      bytes.append(0)
      bytes.append(contentsOf: part.utf8)
    }
    var digits = Array(Digest.sha256(of: bytes).utf8.prefix(32))
    digits[12] = UInt8(ascii: "5")
    // The variant of RFC 9562: 8, 9, a or b.
    digits[16] = Array("89ab".utf8)[Int(digits[16]) & 3]
    for place in [20, 16, 12, 8] { digits.insert(UInt8(ascii: "-"), at: place) }
    return String(decoding: digits, as: UTF8.self)
  }

  /// A token made of an id: lower-case letters, digits, `.`, `-` and `_`, a letter first. Ids that only differ in
  /// what a token cannot hold are told apart by digits at the end.
  static func token(_ id: String) -> String {
    var bytes: [UInt8] = []
    var isWhole = true
    for byte in id.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        bytes.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
      default:
        isWhole = false
        if bytes.last != UInt8(ascii: "-") { bytes.append(UInt8(ascii: "-")) }
      }
    }
    var token = String(decoding: bytes, as: UTF8.self)
    if bytes.first.map({ !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) ?? true {
      token = "r-" + token
    }
    return isWhole ? token : "\(token)-\(Digest.sha256(of: Array(id.utf8)).prefix(8))"
  }
}

extension JSONWriter {
  /// Writes a member that programs of OSCAL show as Markdown: what would be markup is escaped. Such a text must not
  /// be empty; a dash stands for none.
  mutating func markup(_ name: StaticString, _ text: String) {
    key(name)
    let shown = InertText.of(text)
    string(shown.isEmpty ? "-" : Self.withoutMarkup(shown))
  }

  private static func withoutMarkup(_ text: String) -> String {
    guard text.utf8.contains(where: isMarkup) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
      if isMarkup(byte) { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "#"), UInt8(ascii: "&"),
      UInt8(ascii: "|"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  /// Writes properties under names of this tool's own; those without a value are left out.
  mutating func properties(_ properties: [(name: String, value: String)]) {
    let shown = properties.compactMap { property -> (name: String, value: String)? in
      let value = Self.trimmed(InertText.of(property.value))
      return value.isEmpty ? nil : (property.name, value)
    }
    guard !shown.isEmpty else { return }
    member("props", shown) { writer, property in
      writer.object {
        $0.member("name", property.name)
        $0.member("ns", "urn:guideline-audit:report:1")
        $0.member("value", property.value)
      }
    }
  }

  /// The text without white space at its ends, which values of properties must not have.
  private static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }
}
