import Findings

/// A number of a report as a fraction, to count with it without rounding.
struct ExactNumber: Sendable, Hashable {
  /// Above the line, with the sign.
  let numerator: Int128
  /// Below the line, above zero.
  let denominator: Int128

  /// Reads a number's exact fraction, or its decimal text; nil where either is too long or no number.
  init?(_ value: ReportValue) {
    guard value.type == .number else { return nil }
    if let exact = value.exact {
      let parts = exact.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      guard parts.count == 2, let numerator = Int128(Substring(parts[0])),
        let denominator = Int128(Substring(parts[1])), denominator > 0
      else { return nil }
      self.init(numerator, denominator)
      return
    }
    var digits: Int128 = 0
    var power: Int128 = 1
    var isAfterPoint = false
    var hasDigits = false
    let isNegative = value.text.utf8.first == UInt8(ascii: "-")
    for byte in value.text.utf8.dropFirst(isNegative ? 1 : 0) {
      if byte == UInt8(ascii: "."), !isAfterPoint {
        isAfterPoint = true
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), power < Self.most, digits < Self.most
      else { return nil }
      digits = digits * 10 + Int128(byte - UInt8(ascii: "0"))
      if isAfterPoint { power *= 10 }
      hasDigits = true
    }
    guard hasDigits else { return nil }
    self.init(isNegative ? -digits : digits, power)
  }

  /// Digits of longer numbers are not counted with.
  private static let most: Int128 = 1_000_000_000_000_000_000_000_000_000_000_000

  private init(_ numerator: Int128, _ denominator: Int128) {
    var (a, b) = (numerator.magnitude, denominator.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    let divisor = Int128(max(1, a))
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  /// How much more it is than another; nil where that is too long a number.
  func minus(_ other: ExactNumber) -> ExactNumber? {
    let (left, a) = numerator.multipliedReportingOverflow(by: other.denominator)
    let (right, b) = other.numerator.multipliedReportingOverflow(by: denominator)
    let (below, c) = denominator.multipliedReportingOverflow(by: other.denominator)
    let (above, d) = left.subtractingReportingOverflow(right)
    guard !a, !b, !c, !d, above != .min else { return nil }
    return ExactNumber(above, below)
  }

  /// Below, at or above zero: -1, 0 or 1.
  var sign: Int { numerator == 0 ? 0 : numerator < 0 ? -1 : 1 }

  /// Its size in a unit, exact where the decimal ends and else marked as rounded; nil where it is too long.
  func magnitude(in unit: String?) -> ReportValue? {
    let above = Int128(exactly: numerator.magnitude) ?? .max
    var rest = denominator
    var places = 0
    // A decimal ends where nothing but twos and fives stands below the line.
    var (twos, fives) = (0, 0)
    while rest % 2 == 0 { (rest, twos) = (rest / 2, twos + 1) }
    while rest % 5 == 0 { (rest, fives) = (rest / 5, fives + 1) }
    places = rest == 1 ? max(twos, fives) : 8
    guard places <= 18 else { return nil }
    var power: Int128 = 1
    for _ in 0..<places { power *= 10 }
    let (scaled, overflow) = above.multipliedReportingOverflow(by: power)
    guard !overflow else { return nil }
    // Half a unit of the last place rounds up.
    let rounded = (scaled + (rest == 1 ? 0 : denominator / 2)) / denominator
    let digits = String(rounded)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
    let text = places == 0 ? padded : "\(padded.dropLast(places)).\(padded.suffix(places))"
    return .number(text, exact: rest == 1 ? nil : "\(above)/\(denominator)", unit: unit)
  }
}
