/// A point in time to the nanosecond, in the years 1 to 9999 (UTC).
package struct Instant: Sendable, Hashable {
  /// Nanoseconds since 1970-01-01T00:00:00Z, without leap seconds.
  package var nanoseconds: Int128 { words.number }

  private let words: TwoWords

  /// 0001-01-01T00:00:00Z.
  package static let first = Instant(startOf: .first, utcOffset: 0)
  /// 9999-12-31T23:59:59.999999999Z.
  package static let last = Instant(unchecked: Int128(Day.last.number + 1) * nanosecondsPerDay - 1)

  /// A second.
  static let nanosecondsPerSecond: Int128 = 1_000_000_000
  /// A day of 24 hours.
  static let nanosecondsPerDay: Int128 = 86_400 * nanosecondsPerSecond

  /// The instant so many nanoseconds after 1970-01-01T00:00:00Z; nil outside the years 1 to 9999.
  package init?(nanoseconds: Int128) {
    guard nanoseconds >= Int128(Day.first.number) * Self.nanosecondsPerDay,
      nanoseconds < Int128(Day.last.number + 1) * Self.nanosecondsPerDay
    else { return nil }
    words = TwoWords(nanoseconds)
  }

  private init(unchecked nanoseconds: Int128) {
    words = TwoWords(nanoseconds)
  }

  /// Midnight at the start of a day where clocks are `utcOffset` seconds ahead of UTC; at the ends of the
  /// years 1 to 9999 the nearest instant there is.
  package init(startOf day: Day, utcOffset: Int) {
    let midnight = Int128(day.number) * Self.nanosecondsPerDay - Int128(utcOffset) * Self.nanosecondsPerSecond
    let low = Int128(Day.first.number) * Self.nanosecondsPerDay
    let high = Int128(Day.last.number + 1) * Self.nanosecondsPerDay - 1
    words = TwoWords(min(max(midnight, low), high))
  }

  /// Reads `YYYY-MM-DDTHH:MM[:SS[.fraction]](Z|±HH:MM)` with up to nine digits of fraction; nil for any other
  /// text, for a time that does not exist and outside the years 1 to 9999.
  package init?(iso text: String) {
    var reader = DigitReader(text)
    guard let year = reader.number(digits: 4), reader.take("-"), let month = reader.number(digits: 2),
      reader.take("-"), let dayOfMonth = reader.number(digits: 2), reader.take("T"),
      let day = Day(year: year, month: month, day: dayOfMonth),
      let hour = reader.number(digits: 2), hour < 24, reader.take(":"),
      let minute = reader.number(digits: 2), minute < 60
    else { return nil }
    var second = 0
    var fraction = 0
    if reader.take(":") {
      guard let value = reader.number(digits: 2), value < 60 else { return nil }
      second = value
      if reader.take(".") {
        guard let value = Self.fraction(&reader) else { return nil }
        fraction = value
      }
    }
    guard let offset = UTCOffset.read(&reader), reader.isAtEnd else { return nil }
    let seconds = Int128(day.number) * 86_400 + Int128(hour * 3600 + minute * 60 + second - offset)
    self.init(nanoseconds: seconds * Self.nanosecondsPerSecond + Int128(fraction))
  }

  /// One to nine digits as nanoseconds.
  private static func fraction(_ reader: inout DigitReader) -> Int? {
    var value = 0
    var count = 0
    while let digit = reader.digit() {
      guard count < 9 else { return nil }
      value = value * 10 + digit
      count += 1
    }
    guard count > 0 else { return nil }
    for _ in count..<9 { value *= 10 }
    return value
  }
}

extension Instant: Comparable {
  /// The earlier instant is the smaller one.
  package static func < (a: Instant, b: Instant) -> Bool { a.nanoseconds < b.nanoseconds }
}
