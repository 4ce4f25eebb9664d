extension Rational {
  /// The sum; fails with `.overflow`.
  package func adding(_ other: Rational) throws(ArithmeticFailure) -> Rational {
    if case .small(let a, let b) = storage, case .small(let c, let d) = other.storage {
      if b == 1, d == 1 {
        let (sum, overflow) = a.addingReportingOverflow(c)
        return overflow ? Rational(reduced: Int128(a) + Int128(c), over: 1) : Rational(Int(sum))
      }
      return Self.sum(a, b, c, d)
    }
    return try Self.sum(fraction, other.fraction)
  }

  /// The difference; fails with `.overflow`.
  package func subtracting(_ other: Rational) throws(ArithmeticFailure) -> Rational {
    try adding(other.negated)
  }

  /// The product; fails with `.overflow`.
  package func multiplied(by other: Rational) throws(ArithmeticFailure) -> Rational {
    if case .small(let a, let b) = storage, case .small(let c, let d) = other.storage {
      if b == 1, d == 1 {
        let (product, overflow) = a.multipliedReportingOverflow(by: c)
        return overflow ? Rational(reduced: Int128(a) * Int128(c), over: 1) : Rational(Int(product))
      }
      return Self.product(a, b, c, d)
    }
    return try Self.product(fraction, other.fraction)
  }

  /// The quotient; fails with `.divisionByZero` and `.overflow`.
  package func divided(by other: Rational) throws(ArithmeticFailure) -> Rational {
    guard other.sign != 0 else { throw .divisionByZero }
    if case .small(let a, let b) = storage, case .small(let c, let d) = other.storage,
      c != Int64.min
    {
      return c < 0 ? Self.product(a, b, -d, -c) : Self.product(a, b, d, c)
    }
    let divisor = other.fraction
    let inverse = Fraction(
      isNegative: divisor.isNegative, numerator: divisor.denominator, denominator: divisor.numerator)
    return try Self.product(fraction, inverse)
  }

  /// What is left after dividing whole numbers, with the sign of the dividend; fails with `.divisionByZero`
  /// and, for fractions, with `.invalid`.
  package func remainder(dividingBy other: Rational) throws(ArithmeticFailure) -> Rational {
    guard isWhole, other.isWhole else { throw .invalid }
    guard other.sign != 0 else { throw .divisionByZero }
    if case .small(let a, _) = storage, case .small(let c, _) = other.storage {
      return c == -1 ? .zero : Rational(Int(a % c))
    }
    let dividend = fraction
    let rest = dividend.numerator.quotientAndRemainder(dividingBy: other.fraction.numerator).remainder
    return Rational(
      reduced: Fraction(isNegative: dividend.isNegative && !rest.isZero, numerator: rest, denominator: .one))
  }

  /// The number with the opposite sign.
  package var negated: Rational {
    switch storage {
    case .small(let numerator, let denominator):
      return Rational(reduced: -Int128(numerator), over: Int128(denominator))
    case .large(var fraction):
      fraction.isNegative.toggle()
      return Rational(reduced: fraction)
    }
  }

  /// The number without its sign.
  package var absolute: Rational {
    sign < 0 ? negated : self
  }

  /// a/b + c/d, reduced by the divisor of the denominators first so that no product passes 127 bits.
  private static func sum(_ a: Int64, _ b: Int64, _ c: Int64, _ d: Int64) -> Rational {
    let common = b == d ? b : Int64(commonDivisor(b.magnitude, d.magnitude))
    let left = b / common
    let right = d / common
    let top = Int128(a) * Int128(right) + Int128(c) * Int128(left)
    if top == 0 { return .zero }
    if common == 1 { return Rational(reduced: top, over: Int128(b) * Int128(d)) }
    let rest = UInt64(top.magnitude % UInt128(common.magnitude))
    let factor = Int64(commonDivisor(rest, common.magnitude))
    return Rational(reduced: top / Int128(factor), over: Int128(left) * Int128(d / factor))
  }

  /// a/b × c/d with positive b and d, reduced crosswise before multiplying.
  private static func product(_ a: Int64, _ b: Int64, _ c: Int64, _ d: Int64) -> Rational {
    if a == 0 || c == 0 { return .zero }
    let first = Int128(commonDivisor(a.magnitude, d.magnitude))
    let second = Int128(commonDivisor(c.magnitude, b.magnitude))
    return Rational(
      reduced: (Int128(a) / first) * (Int128(c) / second), over: (Int128(b) / second) * (Int128(d) / first))
  }

  private static func sum(_ a: Fraction, _ b: Fraction) throws(ArithmeticFailure) -> Rational {
    let common = a.denominator.commonDivisor(with: b.denominator)
    let left = a.denominator.divided(by: common)
    let right = b.denominator.divided(by: common)
    let x = a.numerator.multiplied(by: right)
    let y = b.numerator.multiplied(by: left)
    let top: Natural
    let isNegative: Bool
    if a.isNegative == b.isNegative {
      (top, isNegative) = (x.adding(y), a.isNegative)
    } else if y < x {
      (top, isNegative) = (x.subtracting(y), a.isNegative)
    } else {
      (top, isNegative) = (y.subtracting(x), b.isNegative)
    }
    if top.isZero { return .zero }
    let factor = top.commonDivisor(with: common)
    return try limited(
      Fraction(
        isNegative: isNegative, numerator: top.divided(by: factor),
        denominator: left.multiplied(by: b.denominator.divided(by: factor))))
  }

  private static func product(_ a: Fraction, _ b: Fraction) throws(ArithmeticFailure) -> Rational {
    if a.numerator.isZero || b.numerator.isZero { return .zero }
    let first = a.numerator.commonDivisor(with: b.denominator)
    let second = b.numerator.commonDivisor(with: a.denominator)
    return try limited(
      Fraction(
        isNegative: a.isNegative != b.isNegative,
        numerator: a.numerator.divided(by: first).multiplied(by: b.numerator.divided(by: second)),
        denominator: a.denominator.divided(by: second).multiplied(by: b.denominator.divided(by: first))))
  }

  /// A fraction in lowest terms, if it keeps within the limit.
  private static func limited(_ fraction: Fraction) throws(ArithmeticFailure) -> Rational {
    guard fraction.numerator.bitWidth <= bitLimit, fraction.denominator.bitWidth <= bitLimit else {
      throw .overflow
    }
    return Rational(reduced: fraction)
  }
}
