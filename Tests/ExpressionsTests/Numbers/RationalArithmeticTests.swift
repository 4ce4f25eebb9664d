import Expressions
import Testing

@Suite struct `Exact arithmetic` {
  @Test(arguments: [
    ("1/3", "1/6", "1/2"), ("1", "2", "3"), ("1/2", "-1/2", "0"), ("-1/3", "-1/3", "-2/3"),
    ("9223372036854775807", "1", "9223372036854775808"),
    ("-9223372036854775808", "-9223372036854775808", "-18446744073709551616"),
    ("9223372036854775808", "-1", "9223372036854775807"),
    (
      "1/9223372036854775807", "1/9223372036854775806",
      "18446744073709551613/85070591730234615838173535747377725442"
    ),
  ])
  func `adds exactly`(_ a: String, _ b: String, _ sum: String) throws {
    let (x, y) = (try Rational.reading(a), try Rational.reading(b))
    #expect(try x.adding(y).fractionText == sum)
    #expect(try y.adding(x).fractionText == sum)
    #expect(try x.adding(y).subtracting(y) == x)
  }

  @Test(arguments: [
    ("2/3", "3/4", "1/2"), ("-2", "3", "-6"), ("0", "-5/7", "0"), ("-1/3", "-3", "1"),
    ("9223372036854775807", "9223372036854775807", "85070591730234615847396907784232501249"),
    ("-9223372036854775808", "-1", "9223372036854775808"),
    ("-9223372036854775808", "1/9223372036854775808", "-1"),
  ])
  func `multiplies exactly`(_ a: String, _ b: String, _ product: String) throws {
    let (x, y) = (try Rational.reading(a), try Rational.reading(b))
    #expect(try x.multiplied(by: y).fractionText == product)
    #expect(try y.multiplied(by: x).fractionText == product)
  }

  @Test(arguments: [
    ("1", "3", "1/3"), ("-1", "-3", "1/3"), ("6/7", "-3", "-2/7"), ("0", "5", "0"),
    ("1", "-9223372036854775808", "-1/9223372036854775808"),
    ("-9223372036854775808", "-9223372036854775808", "1"),
  ])
  func `divides exactly`(_ a: String, _ b: String, _ quotient: String) throws {
    #expect(try Rational.reading(a).divided(by: Rational.reading(b)).fractionText == quotient)
  }

  @Test func `a fee by the day gives it back by the month`() throws {
    let day = try Rational(10_000).divided(by: Rational(30))
    #expect(try day.multiplied(by: Rational(3)) == Rational(1000))
  }

  @Test(arguments: [
    ("7", "3", "1"), ("-7", "3", "-1"), ("7", "-3", "1"), ("-7", "-3", "-1"), ("6", "3", "0"),
    ("5", "9", "5"),
    ("-9223372036854775808", "-1", "0"), ("100000000000000000000000000007", "10", "7"),
    ("-100000000000000000000000000007", "10", "-7"), ("100000000000000000000000000000", "10", "0"),
  ])
  func `the remainder has the sign of the dividend`(_ a: String, _ b: String, _ rest: String) throws {
    #expect(try Rational.reading(a).remainder(dividingBy: Rational.reading(b)).fractionText == rest)
  }

  @Test func `a division by zero fails`() throws {
    #expect(throws: ArithmeticFailure.divisionByZero) { try Rational.one.divided(by: .zero) }
    #expect(throws: ArithmeticFailure.divisionByZero) { try Rational.one.remainder(dividingBy: .zero) }
    #expect(throws: ArithmeticFailure.divisionByZero) { try Rational(numerator: 1, denominator: 0) }
  }

  @Test func `a remainder of fractions is not defined`() throws {
    let half = try Rational(numerator: 1, denominator: 2)
    #expect(throws: ArithmeticFailure.invalid) { try half.remainder(dividingBy: .one) }
    #expect(throws: ArithmeticFailure.invalid) { try Rational.one.remainder(dividingBy: half) }
  }

  @Test func `the least machine integer has an opposite and a size`() {
    let least = Rational(Int.min)
    #expect(least.negated.fractionText == "9223372036854775808")
    #expect(least.negated.negated == least)
    #expect(least.absolute == least.negated)
    #expect(least.negated.int == nil)
    #expect(least.int == .min)
  }

  @Test func `equal numbers have one form`() throws {
    let large = try Rational(Int.max).multiplied(by: Rational(Int.max))
    let back = try large.divided(by: Rational(Int.max))
    #expect(back == Rational(Int.max))
    #expect(back.hashValue == Rational(Int.max).hashValue)
    #expect(try Rational(numerator: 2, denominator: -4) == Rational(numerator: -1, denominator: 2))
    #expect(try Rational(numerator: Int.min, denominator: Int.min) == .one)
    #expect(try Rational(numerator: 0, denominator: -7) == .zero)
    #expect(try Rational(numerator: Int128.min, denominator: Int128.min) == .one)
    #expect(
      try Rational(numerator: Int128.min, denominator: 2).fractionText
        == "-85070591730234615865843651857942052864")
  }

  @Test func `whole numbers of 128 bits are kept`() {
    #expect(Rational(Int128.max).fractionText == "170141183460469231731687303715884105727")
    #expect(Rational(Int128.min).fractionText == "-170141183460469231731687303715884105728")
    #expect(Rational(Int128(7)) == Rational(7))
    #expect(Rational(Int128.min) < Rational(Int.min))
  }

  @Test func `numbers are ordered by value`() throws {
    let texts = [
      "-100000000000000000000/3", "-9223372036854775808", "-1", "-2/3", "-1/2", "0",
      "1/100000000000000000000", "1/3", "0.34", "1", "9223372036854775807", "9223372036854775808",
      "100000000000000000000",
    ]
    let numbers = try texts.map(Rational.reading)
    for (i, a) in numbers.enumerated() {
      for (j, b) in numbers.enumerated() {
        #expect((a < b) == (i < j), "\(texts[i]) < \(texts[j])")
        #expect((a == b) == (i == j), "\(texts[i]) == \(texts[j])")
      }
    }
  }

  @Test func `signs and wholeness`() throws {
    #expect(try Rational.reading("-1/3").sign == -1)
    #expect(Rational.zero.sign == 0)
    #expect(try Rational.reading("100000000000000000000/3").sign == 1)
    #expect(try !Rational.reading("100000000000000000000/3").isWhole)
    #expect(try Rational.reading("100000000000000000000").isWhole)
    #expect(try Rational.reading("4/2").int == 2)
    #expect(try Rational.reading("1/2").int == nil)
  }
}
