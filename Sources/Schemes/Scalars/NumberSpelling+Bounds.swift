import Diagnostics

extension NumberSpelling {
  /// `10~20`, `약 300`, `10 이상` and `<= 20`: what to write where only bounds are known.
  static func bounds(_ text: String, reading: (String) -> String?) -> LocalizedText? {
    for (sign, isLow) in [(">=", true), ("≥", true), ("<=", false), ("≤", false)] where text.hasPrefix(sign) {
      return one(reading(trim(text.dropFirst(sign.count))), isLow: isLow)
    }
    for (word, isLow) in [("이상", true), ("+", true), ("이하", false), ("까지", false)] where text.hasSuffix(word)
    {
      return one(reading(trim(text.dropLast(word.count))), isLow: isLow)
    }
    if text.hasPrefix(">") || text.hasPrefix("<") || text.hasSuffix("초과") || text.hasSuffix("미만") {
      return LocalizedText(
        ko: "범위만 알면 `{at_least: 아래 끝, at_most: 위 끝}`으로 적으십시오. 두 끝은 범위에 듭니다",
        en: "write `{at_least: LOW, at_most: HIGH}` if only bounds are known; both ends belong to the range")
    }
    for word in ["약", "대략", "≈", "~", "about", "approx.", "ca."] where text.hasPrefix(word) {
      guard let number = reading(trim(text.dropFirst(word.count))) else { continue }
      return LocalizedText(
        ko: "어림수는 `{at_least: …, at_most: …}`로 범위를 적으십시오(가운데가 `\(number)`)",
        en: "write an estimate as a range, `{at_least: …, at_most: …}` around `\(number)`")
    }
    for separator in ["~", "–", "—", "..", "-"] {
      guard let (low, high) = halves(text, separator), let from = reading(low), let to = reading(high) else {
        continue
      }
      return LocalizedText(
        ko: "`{at_least: \(from), at_most: \(to)}`로 적으십시오", en: "write `{at_least: \(from), at_most: \(to)}`")
    }
    return nil
  }

  private static func one(_ number: String?, isLow: Bool) -> LocalizedText? {
    guard let number else { return nil }
    let bound = isLow ? "{at_least: \(number)}" : "{at_most: \(number)}"
    return LocalizedText(ko: "`\(bound)`로 적으십시오", en: "write `\(bound)`")
  }

  private static func trim(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// The two sides of the first separator that does not begin the text.
  private static func halves(_ text: String, _ separator: String) -> (String, String)? {
    let bytes = Array(text.utf8)
    let mark = Array(separator.utf8)
    guard bytes.count > mark.count + 1 else { return nil }
    for start in 1..<(bytes.count - mark.count) where Array(bytes[start..<start + mark.count]) == mark {
      let low = trim(Substring(String(decoding: bytes[..<start], as: UTF8.self)))
      let high = trim(Substring(String(decoding: bytes[(start + mark.count)...], as: UTF8.self)))
      return low.isEmpty || high.isEmpty ? nil : (low, high)
    }
    return nil
  }
}
