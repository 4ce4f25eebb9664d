/// The spaces that look like an ordinary one and that YAML takes for letters.
enum UnicodeSpace {
  /// Whether the scalar value is one of them.
  static func contains(_ value: UInt32) -> Bool {
    switch value {
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// The one that begins at this byte, nil for anything else.
  static func decode(_ bytes: [UInt8], at index: Int) -> Unicode.Scalar? {
    switch bytes[index] {
    case 0xC2:
      guard index + 1 < bytes.count, bytes[index + 1] == 0xA0 else { return nil }
      return "\u{A0}"
    case 0xE1, 0xE2, 0xE3:
      guard index + 2 < bytes.count else { return nil }
      let value =
        UInt32(bytes[index] & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6
        | UInt32(bytes[index + 2] & 0x3F)
      return contains(value) ? Unicode.Scalar(value) : nil
    default: return nil
    }
  }
}
