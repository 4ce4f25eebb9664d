/// Picks between the two forms of a Korean particle by the sound that the text before it ends with.
public enum KoreanParticle {
  /// How a word ends when it is spoken.
  private enum Ending {
    case vowel
    case rieul
    case consonant
  }

  /// The form that follows a text: the first of the pair after a final consonant, else the second; 으로/로 takes
  /// the second after ㄹ too. A text whose sound is not known gets both, such as `이(가)`.
  public static func pick(after text: String, _ pair: (String, String)) -> String {
    switch ending(of: text) {
    case .vowel: pair.1
    case .rieul: pair.0.hasPrefix("으로") ? pair.1 : pair.0
    case .consonant: pair.0
    case nil: "\(pair.0)(\(pair.1))"
    }
  }

  private static let pairs = [("은", "는"), ("이", "가"), ("을", "를"), ("과", "와"), ("으로", "로")]

  /// Words that follow a text, with the right form of the particle that they begin with; others stay as they are.
  package static func fitting(_ words: String, after text: String) -> String {
    let closing = words.prefix { ")]’”」』〉》'\"".contains($0) }
    guard closing.isEmpty else {
      return closing + fitting(String(words.dropFirst(closing.count)), after: text + closing)
    }
    for pair in pairs {
      for form in [pair.0, pair.1] where words.hasPrefix(form) {
        let rest = words.dropFirst(form.count)
        // 가 of 가능 is no particle.
        guard rest.unicodeScalars.first.map({ !(0xAC00...0xD7A3).contains($0.value) }) ?? true else {
          continue
        }
        return pick(after: text, pair) + rest
      }
    }
    return words
  }

  private static func ending(of text: String) -> Ending? {
    var scalars = Array(text.unicodeScalars.suffix(64))
    if endsWithDate(scalars) { return .rieul }  // 29일
    trim(&scalars)
    guard let last = scalars.last else { return nil }
    switch last.value {
    case 0xAC00...0xD7A3:
      let final = (last.value - 0xAC00) % 28
      return final == 0 ? .vowel : final == 8 ? .rieul : .consonant
    case 0x1161...0x1175, 0x314F...0x3163: return .vowel
    case 0x11AF: return .rieul
    case 0x11A8...0x11C2, 0x3131...0x314E: return .consonant
    case 0x30...0x39: return endingOfNumber(scalars)
    case 0x41...0x5A, 0x61...0x7A: return endingOfLatin(scalars)
    case 0x25: return .vowel  // 퍼센트
    default: return nil
    }
  }

  /// Drops closing punctuation, and a remark in brackets: the particle follows the word before it.
  private static func trim(_ scalars: inout [Unicode.Scalar]) {
    while let last = scalars.last, isClosing(last) {
      if let opening = opening(of: last), let start = scalars.lastIndex(of: opening), start > 0 {
        scalars.removeSubrange(start...)
      } else {
        scalars.removeLast()
      }
    }
  }

  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", ".", ",", "'", "\"", "’", "”", "」", "』", "〉", "》", ")", "]", "）", "}": true
    default: false
    }
  }

  /// The bracket that opens what a bracket closes; nil for all other signs.
  private static func opening(of closing: Unicode.Scalar) -> Unicode.Scalar? {
    switch closing {
    case ")": "("
    case "]": "["
    case "）": "（"
    default: nil
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

  /// `2022. 12. 29.` and `2022-12-29`, which are read with 일 at the end.
  private static func endsWithDate(_ scalars: [Unicode.Scalar]) -> Bool {
    var rest = scalars[...]
    func takeDigits(_ most: Int) -> Int {
      var count = 0
      while count < most, let last = rest.last, isDigit(last) {
        rest.removeLast()
        count += 1
      }
      return count
    }
    func take(_ text: String) -> Bool {
      guard rest.suffix(text.unicodeScalars.count).elementsEqual(text.unicodeScalars) else { return false }
      rest.removeLast(text.unicodeScalars.count)
      return true
    }
    let isDotted = take(".")
    let separator = isDotted ? ". " : "-"
    return takeDigits(2) > 0 && take(separator) && takeDigits(2) > 0 && take(separator) && takeDigits(4) == 4
  }

  private static func endingOfNumber(_ scalars: [Unicode.Scalar]) -> Ending {
    var start = scalars.endIndex
    while start > 0, isDigit(scalars[start - 1]) || [",", ".", ":"].contains(scalars[start - 1]) {
      start -= 1
    }
    let run = scalars[start...]
    if run.contains(":") { return .consonant }  // 분
    let last = run.last.map { $0.value - 0x30 } ?? 0
    if last != 0 || run.contains(".") { return endingOfDigit(last) }
    let digits = run.filter(isDigit)
    let zeros = digits.reversed().prefix { $0 == "0" }.count
    if zeros == digits.count { return .consonant }  // 영
    return (12...15).contains(zeros) ? .vowel : .consonant  // 조; 십 백 천 만 억 경
  }

  private static func endingOfDigit(_ digit: UInt32) -> Ending {
    switch digit {
    case 1, 7, 8: .rieul
    case 0, 3, 6: .consonant
    default: .vowel
    }
  }

  /// Capitals and single letters are read by their names, other words as Korean writes foreign words.
  private static func endingOfLatin(_ scalars: [Unicode.Scalar]) -> Ending {
    let word = Array(scalars.reversed().prefix { $0.properties.isAlphabetic && $0.isASCII }.reversed())
    guard let last = word.last else { return .vowel }
    let isAcronym = word.count == 1 || word.allSatisfy { (0x41...0x5A).contains($0.value) }
    let lower = word.map { $0.value | 0x20 }.compactMap(Unicode.Scalar.init).map(Character.init)
    guard !isAcronym else {
      switch last {
      case "L", "l", "R", "r": return .rieul
      case "M", "m", "N", "n": return .consonant
      default: return .vowel
      }
    }
    let vowels: Set<Character> = ["a", "e", "i", "o", "u"]
    var sound = lower
    if sound.last == "e", sound.count > 2, sound.dropLast().last.map({ "lmn".contains($0) }) == true {
      sound.removeLast()  // a silent e: phone, online
    }
    switch sound.last {
    case "l": return .rieul
    case "m", "n": return .consonant
    case "g" where sound.dropLast().last == "n": return .consonant
    case "b", "c", "k", "p", "t":
      // A stop after one short vowel closes the syllable (봇, 앱, 톡); otherwise ㅡ is added (뱅크).
      let before = sound.dropLast().last
      let beforeThat = sound.dropLast(2).last
      if before == sound.last || before == "l" { return .consonant }
      return before.map(vowels.contains) == true && beforeThat.map(vowels.contains) != true
        ? .consonant : .vowel
    default: return .vowel
    }
  }
}
