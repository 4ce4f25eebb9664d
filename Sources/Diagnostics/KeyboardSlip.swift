/// Words typed while the keyboard was set to the other script: `tjqltm` for 서비스.
enum KeyboardSlip {
  /// The keys of a two-set Korean keyboard that a word was typed with; letters of the Latin script are their own.
  static func keys(_ text: String) -> [UInt8] {
    var keys: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x21...0x7E: keys.append(UInt8(scalar.value))
      case 0xAC00...0xD7A3:
        let index = Int(scalar.value - 0xAC00)
        keys += Array(initials[index / 588].utf8) + Array(medials[index % 588 / 28].utf8)
        keys += Array(finals[index % 28].utf8)
      case 0x3131...0x3163:
        keys += Array(letters[Int(scalar.value - 0x3131)].utf8)
      default: keys += Array(String(scalar).utf8)
      }
    }
    return keys
  }

  /// Whether a text holds Hangul.
  static func isHangul(_ text: String) -> Bool {
    text.unicodeScalars.contains {
      (0xAC00...0xD7A3).contains($0.value) || (0x3131...0x3163).contains($0.value)
    }
  }

  private static let initials = [
    "r", "R", "s", "e", "E", "f", "a", "q", "Q", "t", "T", "d", "w", "W", "c", "z", "x", "v", "g",
  ]
  private static let medials = [
    "k", "o", "i", "O", "j", "p", "u", "P", "h", "hk", "ho", "hl", "y", "n", "nj", "np", "nl", "b", "m", "ml",
    "l",
  ]
  private static let finals = [
    "", "r", "R", "rt", "s", "sw", "sg", "e", "f", "fr", "fa", "fq", "ft", "fx", "fv", "fg", "a", "q", "qt",
    "t", "T", "d", "w", "c", "z", "x", "v", "g",
  ]
  /// ㄱ to ㅣ, as they stand alone.
  private static let letters = [
    "r", "R", "rt", "s", "sw", "sg", "e", "E", "f", "fr", "fa", "fq", "ft", "fx", "fv", "fg", "a", "q", "Q",
    "qt", "t", "T", "d", "w", "W", "c", "z", "x", "v", "g", "k", "o", "i", "O", "j", "p", "u", "P", "h", "hk",
    "ho", "hl", "y", "n", "nj", "np", "nl", "b", "m", "ml", "l",
  ]
}
