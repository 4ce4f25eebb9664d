/// A length of time to the nanosecond, of at most about 10,000 years either way.
package struct TimeSpan: Sendable, Hashable {
  /// Nanoseconds; negative for a span that leads back.
  package var nanoseconds: Int128 { words.number }

  private let words: TwoWords

  /// The longest span: 315,576,000,000 seconds.
  static let limit: Int128 = 315_576_000_000 * 1_000_000_000

  /// No time at all.
  package static let zero = TimeSpan(nanoseconds: 0)

  /// A span of so many nanoseconds, brought within the longest span.
  package init(nanoseconds: Int128) {
    words = TwoWords(min(max(nanoseconds, -Self.limit), Self.limit))
  }

  /// Reads one or more numbers with their units (`h m s ms us µs ns`): `1h30m`, `100s`, `-1.5h`, or `0`; nil
  /// for any other text, for parts of a nanosecond and past 315,576,000,000 seconds.
  package init?(text: String) {
    var reader = DigitReader(text)
    let isNegative = reader.take("-")
    if !isNegative { _ = reader.take("+") }
    var total: Int128 = 0
    var parts = 0
    while !reader.isAtEnd {
      guard let part = Self.part(&reader, isAlone: parts == 0) else { return nil }
      total += part
      parts += 1
      guard total <= Self.limit else { return nil }
    }
    guard parts > 0 else { return nil }
    self.init(nanoseconds: isNegative ? -total : total)
  }

  /// One number and its unit, in nanoseconds, at most the limit; a lone `0` needs no unit.
  private static func part(_ reader: inout DigitReader, isAlone: Bool) -> Int128? {
    var digits: Int128 = 0
    var scale: Int128 = 1
    var count = 0
    while let digit = reader.digit() {
      digits = digits * 10 + Int128(digit)
      count += 1
      guard digits <= limit else { return nil }
    }
    if reader.take(".") {
      while let digit = reader.digit() {
        count += 1
        // Zeros past the finest unit add nothing, and stopping there keeps the product within 128 bits.
        if scale == 1_000_000_000_000_000 {
          guard digit == 0 else { return nil }
          continue
        }
        digits = digits * 10 + Int128(digit)
        scale *= 10
      }
    }
    guard count > 0 else { return nil }
    if isAlone, reader.isAtEnd, digits == 0 { return 0 }
    guard let unit = unit(&reader) else { return nil }
    let (product, overflow) = digits.multipliedReportingOverflow(by: unit)
    guard !overflow, product % scale == 0, product / scale <= limit else { return nil }
    return product / scale
  }

  private static func unit(_ reader: inout DigitReader) -> Int128? {
    if reader.take(text: "ns") { return 1 }
    if reader.take(text: "us") || reader.take(text: "µs") || reader.take(text: "μs") { return 1000 }
    if reader.take(text: "ms") { return 1_000_000 }
    if reader.take("s") { return Instant.nanosecondsPerSecond }
    if reader.take("m") { return 60 * Instant.nanosecondsPerSecond }
    if reader.take("h") { return 3600 * Instant.nanosecondsPerSecond }
    return nil
  }

  /// Seconds with a fraction only as long as it needs to be: `1000000s`, `-0.5s`.
  package var text: String {
    let (seconds, fraction) = nanoseconds.magnitude.quotientAndRemainder(dividingBy: 1_000_000_000)
    var text = nanoseconds < 0 ? "-" : ""
    text += String(UInt64(seconds))
    text.appendFraction(nanoseconds: Int(fraction))
    return text + "s"
  }
}

extension TimeSpan: Comparable {
  /// The shorter span is the smaller one; spans that lead back come first.
  package static func < (a: TimeSpan, b: TimeSpan) -> Bool { a.nanoseconds < b.nanoseconds }
}
