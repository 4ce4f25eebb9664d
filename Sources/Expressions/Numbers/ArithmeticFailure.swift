/// Why exact arithmetic has no result.
package enum ArithmeticFailure: String, Error, Sendable, Hashable {
  /// A division or remainder by zero.
  case divisionByZero
  /// A numerator or denominator past `Rational.bitLimit`.
  case overflow
  /// An argument that the operation is not defined for: a step that is not positive, a remainder of
  /// fractions.
  case invalid
}
