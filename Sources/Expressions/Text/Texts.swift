/// Texts compared and changed scalar by scalar.
enum Texts {
  /// Whether two texts have the same scalars; unlike `==`, which takes composed and decomposed letters for the same.
  static func isSame(_ a: String, _ b: String) -> Bool {
    let (first, second) = (a.utf8.span, b.utf8.span)
    guard first.count == second.count else { return false }
    for index in 0..<first.count where first[index] != second[index] { return false }
    return true
  }

  /// Whether a text holds another.
  static func contains(_ text: String, _ part: String) -> Bool {
    guard !part.isEmpty else { return true }
    guard part.utf8.count <= text.utf8.count else { return false }
    return TextSearch(Array(part.unicodeScalars)).first(in: Array(text.unicodeScalars), from: 0) != nil
  }

  /// The text of scalars.
  static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  /// ASCII letters turned small or capital; all others stay.
  static func ascii(_ text: String, capital: Bool) -> String {
    let (first, last) =
      capital ? (UInt8(ascii: "a"), UInt8(ascii: "z")) : (UInt8(ascii: "A"), UInt8(ascii: "Z"))
    // A byte below 128 is never a part of a longer scalar.
    return String(decoding: text.utf8.map { first <= $0 && $0 <= last ? $0 ^ 0x20 : $0 }, as: UTF8.self)
  }

  /// Without white space at both ends.
  static func trimmed(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return self.text(scalars[first...last])
  }

  /// The pieces between separators, at most `limit` of them, the last with what is left; nil: all. An empty separator
  /// parts all scalars. No pieces if they would be more than `Value.listLimit`.
  static func split(_ text: String, by separator: String, limit: Int?) -> [String]? {
    let most = limit ?? .max
    guard most > 0 else { return [] }
    let scalars = Array(text.unicodeScalars)
    let part = Array(separator.unicodeScalars)
    guard !part.isEmpty else {
      guard min(scalars.count, most) <= Value.listLimit else { return nil }
      guard scalars.count > most else { return scalars.map { String($0) } }
      return scalars[..<(most - 1)].map { String($0) } + [self.text(scalars[(most - 1)...])]
    }
    let places = TextSearch(part).all(in: scalars, limit: most - 1)
    guard places.count < Value.listLimit else { return nil }
    var pieces: [String] = []
    var start = 0
    for place in places {
      pieces.append(self.text(scalars[start..<place]))
      start = place + part.count
    }
    pieces.append(self.text(scalars[start...]))
    return pieces
  }

  /// The text with `old` replaced by `new`, at most `limit` times; nil: everywhere, and no text if it grew past
  /// `Value.textLimit`.
  static func replacing(_ text: String, _ old: String, with new: String, limit: Int?) -> String? {
    guard !isSame(old, new) else { return text }
    let scalars = Array(text.unicodeScalars)
    let part = Array(old.unicodeScalars)
    let places = TextSearch(part).all(in: scalars, limit: limit ?? .max)
    let growth = places.count.multipliedReportingOverflow(by: new.utf8.count)
    guard !growth.overflow, growth.partialValue <= Value.textLimit - min(text.utf8.count, Value.textLimit)
    else {
      return nil
    }
    var result = String.UnicodeScalarView()
    var start = 0
    for place in places {
      result.append(contentsOf: scalars[start..<place])
      result.append(contentsOf: new.unicodeScalars)
      start = place + part.count
    }
    result.append(contentsOf: scalars[start...])
    return String(result)
  }

  /// The text in double quotes, with escapes as literals have them.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{07}": result += "\\a"
      case "\u{08}": result += "\\b"
      case "\u{0C}": result += "\\f"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0B}": result += "\\v"
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
