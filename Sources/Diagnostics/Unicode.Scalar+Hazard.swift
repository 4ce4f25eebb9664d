extension Unicode.Scalar {
  /// Why a character could deceive a reader or a terminal.
  package enum Hazard: Sendable {
    /// Controls, line and paragraph separators, noncharacters.
    case control
    /// Overrides, embeddings and isolates that reorder the text after them.
    case bidi
    /// Takes no room, such as a zero-width space or a Hangul filler.
    case invisible
  }

  /// The hazard of this character, nil for ordinary ones; tab and line feed count as controls.
  package var hazard: Hazard? {
    switch value {
    case 0x20...0x7E, 0xAC00...0xD7A3, 0x4E00...0x9FFF: nil
    case 0...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0xFFF9...0xFFFB: .control
    case 0x202A...0x202E, 0x2066...0x2069: .bidi
    case 0xAD, 0x200B...0x200F, 0xFE00...0xFE0F, 0xFEFF, 0x3164, 0xFFA0: .invisible
    case 0xA0...0x2FF, 0x2010...0x2027, 0x3000...0x3163, 0xFF01...0xFF9F: nil
    default:
      properties.isDefaultIgnorableCodePoint
        ? .invisible : properties.isNoncharacterCodePoint ? .control : nil
    }
  }

  /// The character's number as `U+200B`.
  package var codePointName: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
