/// A moment as a number, so that the time between two can be counted.
struct CivilInstant: Sendable, Hashable, Comparable {
  /// Seconds since the beginning of 1970 in UTC.
  let seconds: Int

  /// Reads `2022-10-15T15:30:00+09:00`, with whole seconds or without; nil for anything else.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 17, bytes.count <= 32, let day = CivilDay(text), bytes[10] == UInt8(ascii: "T"),
      bytes[13] == UInt8(ascii: ":"), let hours = Self.pair(bytes, 11), let minutes = Self.pair(bytes, 14)
    else { return nil }
    var rest = bytes[16...]
    var seconds = 0
    if rest.first == UInt8(ascii: ":") {
      guard let value = Self.pair(bytes, 17) else { return nil }
      seconds = value
      rest = bytes[19...]
    }
    guard let offset = Self.offset(Array(rest)) else { return nil }
    self.seconds = day.number * 86_400 + hours * 3_600 + minutes * 60 + seconds - offset
  }

  /// Two digits; nil where there are none.
  private static func pair(_ bytes: [UInt8], _ index: Int) -> Int? {
    guard index + 1 < bytes.count else { return nil }
    let (tens, ones) = (Int(bytes[index]) - 0x30, Int(bytes[index + 1]) - 0x30)
    return (0...9).contains(tens) && (0...9).contains(ones) ? tens * 10 + ones : nil
  }

  /// Seconds that `Z`, `+09:00` or `-05:30` lies ahead of UTC.
  private static func offset(_ bytes: [UInt8]) -> Int? {
    if bytes == [UInt8(ascii: "Z")] { return 0 }
    guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"), let hours = pair(bytes, 1),
      let minutes = pair(bytes, 4), bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-")
    else { return nil }
    return (bytes[0] == UInt8(ascii: "-") ? -1 : 1) * (hours * 3_600 + minutes * 60)
  }

  /// Whether a moment comes before another.
  static func < (a: CivilInstant, b: CivilInstant) -> Bool { a.seconds < b.seconds }
}
