/// How many cells of a terminal a text takes.
package enum DisplayWidth {
  /// Cells of a text in one line: Hangul, Han and emoji take two, combining characters none.
  package static func of(_ text: String) -> Int { of(text[...]) }

  /// Cells of a part of a text in one line.
  package static func of(_ text: Substring) -> Int {
    let plain = text.utf8.withContiguousStorageIfAvailable { PlainText($0)?.cells }
    return (plain ?? nil) ?? text.reduce(0) { $0 + of($1) }
  }

  /// The longest beginning of a text that takes no more than some cells, in whole characters.
  package static func prefix(_ text: Substring, cells: Int) -> Substring {
    let plain = text.utf8.withContiguousStorageIfAvailable { PlainText($0, most: cells)?.length }
    if let length = plain ?? nil { return text[..<text.utf8.index(text.startIndex, offsetBy: length)] }
    var left = cells
    return text.prefix { character in
      left -= of(character)
      return left >= 0
    }
  }

  /// The longest end of a text that takes no more than some cells, in whole characters.
  package static func suffix(_ text: Substring, cells: Int) -> Substring {
    var left = cells
    var start = text.endIndex
    while start > text.startIndex {
      let before = text.index(before: start)
      left -= of(text[before])
      if left < 0 { break }
      start = before
    }
    return text[start...]
  }

  /// Cells of the scalars outside ASCII that nearly every text is made of, each a character of its own; nil for
  /// the others.
  @inlinable
  package static func ofOrdinary(_ value: UInt32) -> Int? {
    switch value {
    case 0xAC00...0xD7A3, 0x4E00...0x9FFF, 0x3001...0x3029, 0x3041...0x3096, 0x30A1...0x30FA: 2
    case 0xFF01...0xFF60: 2
    case 0xA1...0xAC, 0xAE...0x2FF, 0x2010...0x2027: 1
    default: nil
    }
  }

  /// Cells of one character, however many scalars it is made of.
  package static func of(_ character: Character) -> Int {
    var width = 0
    for scalar in character.unicodeScalars {
      if scalar.value == 0xFE0F { return 2 }
      width = max(width, cells(scalar))
    }
    return width
  }

  private static func cells(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: return 0
    case 0x20..<0x300: return 1
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return 0
    default: break
    }
    if isWide(scalar.value) || scalar.properties.isEmojiPresentation { return 2 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return 1
    }
  }

  /// Whether Unicode's East Asian Width is W or F; emoji are told by their own property.
  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF: true
    case 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F: true
    case 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x1B2FF, 0x1F200...0x1F2FF, 0x20000...0x3FFFD: true
    default: false
    }
  }
}
