/// Names of places in a document by which links lead to them: unique, and of characters that every format takes.
struct AnchorNames {
  /// Those that were claimed so far.
  private(set) var taken: Set<String> = []
  /// Those of them that were claimed in the part of the document that is being written.
  private(set) var ofPart: Set<String> = []

  /// The name of a place; nil where the same anchor was put before, so that no name stands twice.
  mutating func claim(_ anchor: String) -> String? {
    let name = Self.name(of: anchor)
    guard taken.insert(name).inserted else { return nil }
    ofPart.insert(name)
    return name
  }

  /// Begins the next part of a document that is written in several.
  mutating func beginPart() { ofPart = [] }

  /// ASCII letters, digits, `.` and `-` as they are, every other byte as `_` and two hexadecimal digits, so that
  /// different anchors have different names. No name begins with `_` and anything but such a digit.
  static func name(of anchor: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(anchor.utf8.count)
    for byte in anchor.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"):
        bytes.append(byte)
      default:
        bytes.append(UInt8(ascii: "_"))
        bytes.append(hexadecimal(byte >> 4))
        bytes.append(hexadecimal(byte & 15))
      }
    }
    return bytes.isEmpty ? "_00" : String(decoding: bytes, as: UTF8.self)
  }

  private static func hexadecimal(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
