/// A regular expression as it is written, before it becomes a program.
indirect enum RegexNode: Sendable {
  /// One character out of a set.
  case set(CharacterSet)
  /// A place between characters.
  case anchor(Anchor)
  /// One after the other; empty matches the empty text.
  case sequence([RegexNode])
  /// One of these.
  case alternatives([RegexNode])
  /// Between so many and so many times; nil is without limit.
  case repetition(RegexNode, least: Int, most: Int?)

  /// A place between two characters, or at an end of the text.
  enum Anchor: Sendable, Hashable {
    case textStart, textEnd, lineStart, lineEnd, wordBoundary, noWordBoundary
  }

  /// How many instructions it becomes, at least one; stops counting at a million.
  var size: Int {
    let limit = 1_000_000
    switch self {
    case .set, .anchor: return 1
    case .sequence(let parts): return min(limit, parts.reduce(1) { min(limit, $0 + $1.size) })
    case .alternatives(let parts): return min(limit, parts.reduce(1) { min(limit, $0 + $1.size + 2) })
    case .repetition(let body, let least, let most):
      // Both factors are limited (a count to 1,000), so the product fits.
      return min(limit, (body.size + 1) * max(1, most ?? (least + 1)) + 1)
    }
  }
}

/// A set of characters as ranges of their code points and classes.
struct CharacterSet: Sendable {
  /// What a named class holds.
  enum Class: Sendable, Hashable {
    case digit, word, space
    case letter, uppercase, lowercase, mark, number, decimalDigit, punctuation, symbol, separator, hangul

    /// Whether a character is in the class.
    func contains(_ scalar: Unicode.Scalar) -> Bool {
      switch self {
      case .digit: return ("0"..."9").contains(scalar)
      case .word: return CharacterSet.isWord(scalar)
      case .space: return scalar == " " || ("\t"..."\n").contains(scalar) || ("\u{C}"..."\r").contains(scalar)
      case .hangul: return Self.hangulRanges.contains { $0.contains(scalar.value) }
      case .letter, .uppercase, .lowercase, .mark, .number, .decimalDigit, .punctuation, .symbol, .separator:
        return contains(scalar.properties.generalCategory)
      }
    }

    /// The code points of the Hangul script.
    private static let hangulRanges: [ClosedRange<UInt32>] = [
      0x1100...0x11FF, 0x302E...0x302F, 0x3131...0x318E, 0x3200...0x321E, 0x3260...0x327E, 0xA960...0xA97C,
      0xAC00...0xD7A3, 0xD7B0...0xD7C6, 0xD7CB...0xD7FB, 0xFFA0...0xFFDC,
    ]

    private func contains(_ category: Unicode.GeneralCategory) -> Bool {
      switch category {
      case .uppercaseLetter: self == .letter || self == .uppercase
      case .lowercaseLetter: self == .letter || self == .lowercase
      case .titlecaseLetter, .modifierLetter, .otherLetter: self == .letter
      case .nonspacingMark, .spacingMark, .enclosingMark: self == .mark
      case .decimalNumber: self == .number || self == .decimalDigit
      case .letterNumber, .otherNumber: self == .number
      case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
        .finalPunctuation, .otherPunctuation:
        self == .punctuation
      case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: self == .symbol
      case .spaceSeparator, .lineSeparator, .paragraphSeparator: self == .separator
      case .control, .format, .surrogate, .privateUse, .unassigned: false
      @unknown default: false
      }
    }
  }

  /// Code points, both ends included.
  var ranges: [ClosedRange<UInt32>] = []
  /// Named classes, each perhaps turned into its opposite.
  var classes: [(class: Class, isNegated: Bool)] = []
  /// Whether it holds what is not listed.
  var isNegated = false
  /// Whether upper and lower case count as the same.
  var ignoresCase = false

  /// Whether a character is in the set.
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    if lists(scalar) { return !isNegated }
    if ignoresCase {
      for mapped in [scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping] {
        let scalars = mapped.unicodeScalars
        if let other = scalars.first, scalars.count == 1, other != scalar, lists(other) { return !isNegated }
      }
    }
    return isNegated
  }

  private func lists(_ scalar: Unicode.Scalar) -> Bool {
    for range in ranges where range.contains(scalar.value) { return true }
    for (named, isNegated) in classes where named.contains(scalar) != isNegated { return true }
    return false
  }

  /// Whether a character is a letter of ASCII, a digit or `_`.
  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
      || scalar == "_"
  }
}
