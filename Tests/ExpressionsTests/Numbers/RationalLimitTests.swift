import Expressions
import Testing

@Suite struct `Limits of exact numbers` {
  /// Two to a power, by repeated squaring.
  static func powerOfTwo(_ exponent: Int) throws -> Rational {
    var result = Rational.one
    var base = Rational(2)
    var rest = exponent
    while rest > 0 {
      if rest % 2 == 1 { result = try result.multiplied(by: base) }
      rest /= 2
      if rest > 0 { base = try base.multiplied(by: base) }
    }
    return result
  }

  @Test func `a number of 4096 bits is fine and one of 4097 is an overflow`() throws {
    let half = try Self.powerOfTwo(4095)
    let largest = try half.subtracting(.one).adding(half)
    #expect(largest.fractionText.utf8.count == 1234)
    #expect(throws: ArithmeticFailure.overflow) { try largest.adding(.one) }
    #expect(throws: ArithmeticFailure.overflow) { try half.adding(half) }
    #expect(throws: ArithmeticFailure.overflow) { try half.multiplied(by: Rational(-2)) }
    #expect(throws: ArithmeticFailure.overflow) { try half.negated.subtracting(half) }
    #expect(try largest.subtracting(largest) == .zero)
    #expect(try largest.divided(by: largest) == .one)
  }

  @Test func `a denominator past 4096 bits is an overflow`() throws {
    let small = try Rational.one.divided(by: Self.powerOfTwo(4095))
    #expect(throws: ArithmeticFailure.overflow) { try small.divided(by: Rational(2)) }
    #expect(throws: ArithmeticFailure.overflow) {
      try small.adding(Rational(numerator: 1, denominator: 3))
    }
    #expect(small > .zero)
    #expect(small.ceiling == .one)
    #expect(small.negated.floor == Rational(-1))
    let (text, isExact) = small.decimalText
    #expect(isExact)
    #expect(text.hasPrefix("0.000") && text.hasSuffix("5") && text.utf8.count == 4_097)
  }

  @Test func `comparing the largest numbers does not overflow`() throws {
    let half = try Self.powerOfTwo(4095)
    let less = try half.subtracting(.one)
    let a = try half.divided(by: less)
    let b = try less.divided(by: half)
    #expect(b < a)
    #expect(a.negated < b.negated)
    #expect(!(a < a))
  }

  @Test func `rounding the largest numbers stays within the limit`() throws {
    let half = try Self.powerOfTwo(4095)
    let largest = try half.subtracting(.one).adding(half)
    let fraction = try largest.divided(by: Rational(2))
    #expect(fraction.ceiling == half)
    #expect(try fraction.floor == half.subtracting(.one))
    #expect(fraction.negated.floor == half.negated)
    for rule in Rounding.allCases {
      #expect(try largest.rounded(to: .one, rule) == largest)
    }
    #expect(throws: ArithmeticFailure.overflow) { try largest.rounded(to: Rational(2), .up) }
  }

  @Test func `a text of more digits than a number can have is refused`() throws {
    let nines = String(repeating: "9", count: 1233)
    #expect(try Rational.reading(nines).fractionText == nines)
    #expect(Rational(decimal: String(repeating: "9", count: 1234)) == nil)
    #expect(Rational(decimal: String(repeating: "9", count: 1_000_000)) == nil)
    #expect(Rational(decimal: "0." + String(repeating: "0", count: 2000) + "1") == nil)
    #expect(Rational(decimal: String(repeating: "0", count: 5000) + "7") == Rational(7))
  }
}
