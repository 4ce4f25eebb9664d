/// An exact number: a fraction in lowest terms with a positive denominator.
///
/// Fractions whose parts fit 64 bits are stored inline and worked on with 128-bit products; larger ones use
/// arbitrary precision up to `bitLimit`, past which operations fail with `.overflow`. Nothing wraps or traps.
package struct Rational: Sendable, Hashable {
  /// How a number is held; every number has exactly one form, so equality and hashing are those of the parts.
  enum Storage: Sendable, Hashable {
    /// Numerator and positive denominator without a common factor.
    case small(Int64, Int64)
    /// A fraction of which at least one part does not fit 64 bits.
    indirect case large(Fraction)
  }

  /// A fraction of arbitrary precision, in lowest terms.
  struct Fraction: Sendable, Hashable {
    /// Below zero; zero itself is not.
    var isNegative: Bool
    /// Without its sign, in lowest terms.
    var numerator: Natural
    /// Never zero.
    var denominator: Natural
  }

  /// The number of bits that a numerator or denominator may have.
  package static let bitLimit = 4096

  /// Nought.
  package static let zero = Rational(0)
  /// One.
  package static let one = Rational(1)

  /// The number in its only form.
  let storage: Storage

  /// A whole number.
  package init(_ value: Int) {
    storage = .small(Int64(value), 1)
  }

  /// A whole number of up to 128 bits, such as a count of nanoseconds.
  package init(_ value: Int128) {
    self.init(reduced: value, over: 1)
  }

  /// The quotient of two whole numbers; fails with `.divisionByZero`.
  package init(numerator: Int, denominator: Int) throws(ArithmeticFailure) {
    try self.init(numerator: Int128(numerator), denominator: Int128(denominator))
  }

  /// The quotient of two whole numbers of up to 128 bits; fails with `.divisionByZero`.
  package init(numerator: Int128, denominator: Int128) throws(ArithmeticFailure) {
    guard denominator != 0 else { throw .divisionByZero }
    let isNegative = (numerator < 0) != (denominator < 0)
    let divisor = Self.commonDivisor(numerator.magnitude, denominator.magnitude)
    self.init(
      reduced: Fraction(
        isNegative: isNegative, numerator: Natural(numerator.magnitude / divisor),
        denominator: Natural(denominator.magnitude / divisor)))
  }

  /// A fraction that is already in lowest terms with a positive denominator.
  init(reduced numerator: Int128, over denominator: Int128) {
    if let small = Int64(exactly: numerator), let under = Int64(exactly: denominator) {
      storage = .small(small, under)
    } else {
      storage = .large(
        Fraction(
          isNegative: numerator < 0, numerator: Natural(numerator.magnitude),
          denominator: Natural(denominator.magnitude)))
    }
  }

  /// A fraction that is already in lowest terms, brought into the inline form if it fits.
  init(reduced fraction: Fraction) {
    if let under = fraction.denominator.word, under <= UInt64(Int64.max),
      let over = fraction.numerator.word, let small = Self.signed(over, isNegative: fraction.isNegative)
    {
      storage = .small(small, Int64(under))
    } else {
      storage = .large(fraction)
    }
  }

  /// The same number with parts of arbitrary precision.
  var fraction: Fraction {
    switch storage {
    case .small(let numerator, let denominator):
      Fraction(
        isNegative: numerator < 0, numerator: Natural(word: numerator.magnitude),
        denominator: Natural(word: denominator.magnitude))
    case .large(let fraction): fraction
    }
  }

  /// -1, 0 or 1.
  package var sign: Int {
    switch storage {
    case .small(let numerator, _): Int(numerator.signum())
    case .large(let fraction): fraction.isNegative ? -1 : 1
    }
  }

  /// Whether it has no fractional part.
  package var isWhole: Bool {
    switch storage {
    case .small(_, let denominator): denominator == 1
    case .large(let fraction): fraction.denominator.isOne
    }
  }

  /// The value as a machine integer; nil if it is not whole or does not fit.
  package var int: Int? {
    switch storage {
    case .small(let numerator, 1): Int(numerator)
    case .small, .large: nil
    }
  }

  /// The magnitude with its sign, if it fits 64 bits.
  static func signed(_ magnitude: UInt64, isNegative: Bool) -> Int64? {
    if isNegative {
      return magnitude <= Int64.min.magnitude ? Int64(truncatingIfNeeded: 0 &- magnitude) : nil
    }
    return Int64(exactly: magnitude)
  }

  /// Greatest common divisor; the other operand where one is zero.
  static func commonDivisor<Word: FixedWidthInteger & UnsignedInteger>(_ a: Word, _ b: Word) -> Word {
    if a == 0 { return b }
    if b == 0 { return a }
    let shift = min(a.trailingZeroBitCount, b.trailingZeroBitCount)
    var x = a >> a.trailingZeroBitCount
    var y = b
    while y != 0 {
      y >>= y.trailingZeroBitCount
      if x > y { swap(&x, &y) }
      y -= x
    }
    return x << shift
  }
}

extension Rational: Comparable {
  /// Compares exactly, by cross-multiplication.
  package static func < (a: Rational, b: Rational) -> Bool {
    if case .small(let an, let ad) = a.storage, case .small(let bn, let bd) = b.storage {
      return ad == bd ? an < bn : Int128(an) * Int128(bd) < Int128(bn) * Int128(ad)
    }
    let x = a.sign
    let y = b.sign
    if x != y { return x < y }
    let p = a.fraction
    let q = b.fraction
    let left = p.numerator.multiplied(by: q.denominator)
    let right = q.numerator.multiplied(by: p.denominator)
    return x < 0 ? right < left : left < right
  }
}
