extension Rational {
  /// Most digits that a decimal which ends can have: a denominator within the limit holds no more twos or fives.
  private static let exactDigits = bitLimit
  /// Most digits that a number within the limit can have, with room for leading zeros.
  private static let digitLimit = 1300

  /// Reads `-?digits[.digits]` in ASCII, exactly; nil for any other text and for more than `bitLimit` bits.
  package init?(decimal text: String) {
    var text = text
    let read = text.withUTF8 { Self.read($0) }
    guard let read else { return nil }
    self = read
  }

  /// The number as a decimal, with a point and without separators: exact if the decimal ends,
  /// otherwise rounded half away from zero to four decimals, or below one to four significant digits,
  /// but never to more than ten decimals.
  package var decimalText: (text: String, isExact: Bool) {
    if case .small(let numerator, 1) = storage { return (String(numerator), true) }
    if let digits = decimals { return (text(withDecimals: digits), true) }
    let fraction = fraction
    var digits = 4
    let ten = Natural(word: 10)
    var scaled = fraction.numerator.multiplied(by: ten)
    while digits < 10, scaled < fraction.denominator {
      digits += 1
      scaled = scaled.multiplied(by: ten)
    }
    return (text(withDecimals: digits), false)
  }

  /// The number in lowest terms, `87195/105116`, or as a whole number without a denominator.
  package var fractionText: String {
    switch storage {
    case .small(let numerator, 1): return String(numerator)
    case .small(let numerator, let denominator): return "\(numerator)/\(denominator)"
    case .large(let fraction):
      let top = (fraction.isNegative ? "-" : "") + fraction.numerator.text
      return fraction.denominator.isOne ? top : top + "/" + fraction.denominator.text
    }
  }

  /// The number rounded half away from zero to a fixed count of decimals, which are all written out.
  package func text(withDecimals count: Int) -> String {
    let count = max(0, count)
    let digits: String
    let isNegative: Bool
    switch storage {
    case .small(let numerator, let denominator) where count <= 18:
      // 2^63 × 10^18 takes 123 bits.
      let scale = (0..<count).reduce(1 as UInt128) { power, _ in power * 10 }
      var (quotient, rest) = (UInt128(numerator.magnitude) * scale)
        .quotientAndRemainder(dividingBy: UInt128(denominator.magnitude))
      if rest + rest >= UInt128(denominator.magnitude) { quotient += 1 }
      isNegative = numerator < 0 && quotient != 0
      digits = UInt64(exactly: quotient).map { String($0) } ?? String(quotient)
    case .small, .large:
      let fraction = fraction
      let scaled = fraction.numerator.multiplied(by: .powerOfTen(count))
      var (quotient, rest) = scaled.quotientAndRemainder(dividingBy: fraction.denominator)
      if !(rest.adding(rest) < fraction.denominator) { quotient = quotient.adding(.one) }
      isNegative = fraction.isNegative && !quotient.isZero
      digits = quotient.text
    }
    let sign = isNegative ? "-" : ""
    guard count > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, count + 1 - digits.utf8.count)) + digits
    let point = padded.utf8.index(padded.utf8.endIndex, offsetBy: -count)
    return sign + padded[..<point] + "." + padded[point...]
  }

  /// How many decimals the number has; nil if its decimal does not end.
  private var decimals: Int? {
    switch storage {
    case .small(_, let denominator):
      let twos = denominator.trailingZeroBitCount
      var rest = denominator >> twos
      var fives = 0
      while rest.isMultiple(of: 5) {
        rest /= 5
        fives += 1
      }
      return rest == 1 && twos <= Self.exactDigits ? max(twos, fives) : nil
    case .large(let fraction): return Self.decimals(of: fraction.denominator)
    }
  }

  /// How many decimals a fraction with this denominator has; nil if its decimal does not end.
  private static func decimals(of denominator: Natural) -> Int? {
    let twos = denominator.trailingZeroBitCount
    guard twos <= exactDigits else { return nil }
    var rest = denominator.shiftedRight(by: twos)
    let five = Natural(word: 5)
    var fives = 0
    while !rest.isOne {
      let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: five)
      guard remainder.isZero, fives < exactDigits else { return nil }
      rest = quotient
      fives += 1
    }
    return max(twos, fives)
  }

  private static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Rational? {
    // Almost every number is this short.
    bytes.count <= 19 ? readShort(bytes) : readLong(bytes)
  }

  /// Reads a text of at most 19 bytes in machine words.
  private static func readShort(_ bytes: UnsafeBufferPointer<UInt8>) -> Rational? {
    let isNegative = bytes.first == UInt8(ascii: "-")
    var value: Int64 = 0
    var scale: Int64 = 0
    var digits = 0
    for byte in bytes.dropFirst(isNegative ? 1 : 0) {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        // Only a nineteenth digit may not fit.
        let (tenfold, first) = value.multipliedReportingOverflow(by: 10)
        let (sum, second) = tenfold.addingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
        if first || second { return readLong(bytes) }
        value = sum
        digits += 1
        scale *= 10
      case UInt8(ascii: ".") where scale == 0 && digits > 0:
        scale = 1
      default: return nil
      }
    }
    guard digits > 0, scale != 1 else { return nil }
    let signed = isNegative ? -value : value
    if scale == 0 || value == 0 { return Rational(Int(signed)) }
    let common = Int64(commonDivisor(UInt64(value), UInt64(scale)))
    return Rational(reduced: Int128(signed / common), over: Int128(scale / common))
  }

  private static func readLong(_ bytes: UnsafeBufferPointer<UInt8>) -> Rational? {
    var index = bytes.first == UInt8(ascii: "-") ? 1 : 0
    let isNegative = index == 1
    var digits: [UInt8] = []
    var wholeDigits = 0
    var decimals: Int?
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if decimals == nil { wholeDigits += 1 }
        decimals = decimals.map { $0 + 1 }
        if byte != UInt8(ascii: "0") || !digits.isEmpty { digits.append(byte - UInt8(ascii: "0")) }
      case UInt8(ascii: ".") where decimals == nil && wholeDigits > 0:
        decimals = 0
      default: return nil
      }
      guard digits.count <= digitLimit, decimals ?? 0 <= digitLimit else { return nil }
    }
    guard wholeDigits > 0, decimals != 0 else { return nil }
    return value(ofDigits: digits, decimals: decimals ?? 0, isNegative: isNegative)
  }

  private static func value(ofDigits digits: [UInt8], decimals: Int, isNegative: Bool) -> Rational? {
    let top = Natural(decimalDigits: digits)
    if top.isZero { return .zero }
    let scale = Natural.powerOfTen(decimals)
    let common = top.commonDivisor(with: scale)
    let fraction = Fraction(
      isNegative: isNegative, numerator: top.divided(by: common), denominator: scale.divided(by: common))
    guard fraction.numerator.bitWidth <= bitLimit, fraction.denominator.bitWidth <= bitLimit else {
      return nil
    }
    return Rational(reduced: fraction)
  }
}
