/// How far clocks somewhere are ahead of UTC, in seconds, and how that is written.
package enum UTCOffset {
  /// Reads `Z`, `UTC`, `+09:00`, `-02:30`, `02:00` or `Asia/Seoul` (nine hours since October 1988); nil for
  /// any other text. Named zones with summer time have no offset of their own and are not known.
  package static func seconds(_ text: String) -> Int? {
    switch text {
    case "UTC": return 0
    case "Asia/Seoul": return 9 * 3600
    default: break
    }
    var reader = DigitReader(text)
    guard let offset = read(&reader) ?? unsigned(&reader), reader.isAtEnd else { return nil }
    return offset
  }

  /// `Z` for zero, else `+09:00`.
  package static func text(_ seconds: Int) -> String {
    if seconds == 0 { return "Z" }
    let minutes = Int(seconds.magnitude / 60)
    var text = seconds < 0 ? "-" : "+"
    text.append(minutes / 60, padded: 2)
    text += ":"
    text.append(minutes % 60, padded: 2)
    return text
  }

  /// Reads `Z` or `±HH:MM`; reads nothing and gives nil where neither is next.
  static func read(_ reader: inout DigitReader) -> Int? {
    var attempt = reader
    if attempt.take("Z") {
      reader = attempt
      return 0
    }
    let isNegative = attempt.take("-")
    guard isNegative || attempt.take("+"), let offset = unsigned(&attempt) else { return nil }
    reader = attempt
    return isNegative ? -offset : offset
  }

  /// Reads `HH:MM`.
  private static func unsigned(_ reader: inout DigitReader) -> Int? {
    guard let hours = reader.number(digits: 2), hours < 24, reader.take(":"),
      let minutes = reader.number(digits: 2), minutes < 60
    else { return nil }
    return hours * 3600 + minutes * 60
  }
}
