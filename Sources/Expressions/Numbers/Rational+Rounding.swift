extension Rational {
  /// The greatest whole number not above it.
  package var floor: Rational { whole(.down) }

  /// The smallest whole number not below it.
  package var ceiling: Rational { whole(.up) }

  /// The multiple of `step` that the rule picks; fails with `.invalid` unless the step is positive, and with
  /// `.overflow`.
  package func rounded(to step: Rational, _ rule: Rounding) throws(ArithmeticFailure) -> Rational {
    guard step.sign > 0 else { throw .invalid }
    if step == .one { return whole(rule) }
    return try divided(by: step).whole(rule).multiplied(by: step)
  }

  /// The whole number that the rule picks; never larger in bits than the number itself.
  package func whole(_ rule: Rounding) -> Rational {
    switch storage {
    case .small(_, 1): return self
    case .small(let numerator, let denominator):
      var quotient = numerator / denominator
      var rest = numerator % denominator
      if rest < 0 {
        quotient -= 1
        rest += denominator
      }
      let goesUp = Self.goesUp(
        rule, isNegative: numerator < 0, isOdd: quotient & 1 == 1, half: 2 * rest.magnitude,
        of: denominator.magnitude)
      return Rational(Int(goesUp ? quotient + 1 : quotient))
    case .large(let fraction):
      if fraction.denominator.isOne { return self }
      let (quotient, rest) = fraction.numerator.quotientAndRemainder(dividingBy: fraction.denominator)
      let floor = fraction.isNegative ? quotient.adding(.one) : quotient
      let above = fraction.isNegative ? fraction.denominator.subtracting(rest) : rest
      let goesUp = Self.goesUp(
        rule, isNegative: fraction.isNegative, isOdd: floor.isOdd, half: above.adding(above),
        of: fraction.denominator)
      let magnitude =
        goesUp ? (fraction.isNegative ? floor.subtracting(.one) : floor.adding(.one)) : floor
      return Rational(
        reduced: Fraction(
          isNegative: fraction.isNegative && !magnitude.isZero, numerator: magnitude, denominator: .one))
    }
  }

  /// Whether a number strictly between two whole numbers becomes the upper one, given twice its distance from
  /// the lower one and the distance between them.
  private static func goesUp<Part: Comparable>(
    _ rule: Rounding, isNegative: Bool, isOdd: Bool, half twice: Part, of denominator: Part
  ) -> Bool {
    switch rule {
    case .up: true
    case .down: false
    case .halfUp: twice > denominator || (twice == denominator && !isNegative)
    case .halfEven: twice > denominator || (twice == denominator && isOdd)
    }
  }
}
