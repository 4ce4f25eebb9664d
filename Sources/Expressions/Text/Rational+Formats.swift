extension Rational {
  /// The number as text: all its digits, and `≈` before those that were rounded because they do not end.
  var writtenOut: String {
    let decimal = decimalText
    return decimal.isExact ? decimal.text : "≈" + decimal.text
  }

  /// With so many digits after the point, halves rounded to the even digit: `-1.20`.
  func fixed(decimals count: Int) -> String {
    let digits = scaled(byPowerOfTen: count).text
    let isZero = digits == "0"
    return (sign < 0 && !isZero ? "-" : "") + Self.pointed(digits, decimals: count)
  }

  /// One digit, a point, so many digits, and the power of ten: `1.052033e+03`. Halves are rounded to the even digit.
  func scientific(decimals count: Int) -> String {
    var exponent = 0
    var digits = String(repeating: "0", count: count + 1)
    if sign != 0 {
      // The difference of the digits is right or one too high.
      exponent = fraction.numerator.text.utf8.count - fraction.denominator.text.utf8.count
      if !reaches(powerOfTen: exponent) { exponent -= 1 }
      digits = scaled(byPowerOfTen: count - exponent).text
      if digits.utf8.count > count + 1 {
        exponent += 1
        digits.removeLast()
      }
    }
    let power = String(exponent.magnitude)
    return (sign < 0 ? "-" : "") + Self.pointed(digits, decimals: count) + (exponent < 0 ? "e-" : "e+")
      + (power.utf8.count < 2 ? "0" : "") + power
  }

  /// A whole number in base two (1 bit), eight (3) or sixteen (4), with its sign; nil for one that is not whole.
  func digits(bits: Int) -> String? {
    guard isWhole else { return nil }
    let base = Natural(word: 1 << UInt64(bits))
    var rest = fraction.numerator
    guard !rest.isZero else { return "0" }
    var digits: [String] = []
    while !rest.isZero {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: base)
      digits.append(String(digit.words.first ?? 0, radix: 16))
      rest = quotient
    }
    return (sign < 0 ? "-" : "") + digits.reversed().joined()
  }

  /// Whether the size of the number is a power of ten or more.
  private func reaches(powerOfTen power: Int) -> Bool {
    let (top, bottom) = (fraction.numerator, fraction.denominator)
    return power >= 0
      ? !(top < bottom.multiplied(by: .powerOfTen(power)))
      : !(top.multiplied(by: .powerOfTen(-power)) < bottom)
  }

  /// The size of the number times a power of ten, rounded to a whole number, halves to the even one.
  private func scaled(byPowerOfTen power: Int) -> Natural {
    let fraction = fraction
    var (top, bottom) = (fraction.numerator, fraction.denominator)
    if power >= 0 {
      top = top.multiplied(by: .powerOfTen(power))
    } else {
      bottom = bottom.multiplied(by: .powerOfTen(-power))
    }
    let (quotient, rest) = top.quotientAndRemainder(dividingBy: bottom)
    let twice = rest.adding(rest)
    if twice < bottom { return quotient }
    let isOdd = quotient.trailingZeroBitCount == 0 && !quotient.isZero
    return bottom < twice || isOdd ? quotient.adding(.one) : quotient
  }

  private static func pointed(_ digits: String, decimals count: Int) -> String {
    guard count > 0 else { return digits }
    let padded = String(repeating: "0", count: max(0, count + 1 - digits.utf8.count)) + digits
    let point = padded.utf8.index(padded.utf8.endIndex, offsetBy: -count)
    return padded[..<point] + "." + padded[point...]
  }
}
