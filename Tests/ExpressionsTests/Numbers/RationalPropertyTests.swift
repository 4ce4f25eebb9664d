import BigInt
import Expressions
import TestSupport
import Testing

/// A fraction on the integers of another library.
struct ModelFraction {
  var top: BigInt
  var bottom: BigInt

  init(_ top: BigInt, _ bottom: BigInt) {
    let divisor = top.greatestCommonDivisor(with: bottom)
    let sign: BigInt = bottom < 0 ? -1 : 1
    self.top = sign * top / divisor
    self.bottom = sign * bottom / divisor
  }

  var text: String { bottom == 1 ? "\(top)" : "\(top)/\(bottom)" }

  var isWithinLimit: Bool {
    top.magnitude.bitWidth <= Rational.bitLimit && bottom.magnitude.bitWidth <= Rational.bitLimit
  }

  /// The greatest whole number not above it.
  var floor: BigInt {
    let (quotient, rest) = top.quotientAndRemainder(dividingBy: bottom)
    return rest < 0 ? quotient - 1 : quotient
  }

  func rounded(_ rule: Rounding) -> BigInt {
    let low = floor
    if low * bottom == top { return low }
    let doubled = 2 * (top - low * bottom)
    switch rule {
    case .up: return low + 1
    case .down: return low
    case .halfUp: return doubled > bottom || (doubled == bottom && top > 0) ? low + 1 : low
    case .halfEven: return doubled > bottom || (doubled == bottom && low % 2 != 0) ? low + 1 : low
    }
  }
}

@Suite struct `Exact numbers agree with another library` {
  /// A whole number whose size varies from a few bits to past the machine words, with the edges made likely.
  static func integer(_ generator: inout SeededGenerator, most: Int) -> BigInt {
    let edges: [BigInt] = [
      0, 1, -1, 2, 10, BigInt(Int64.max), BigInt(Int64.min), BigInt(Int64.max) + 1, BigInt(UInt64.max),
      BigInt(UInt64.max) + 1, BigInt(1) << 127, (BigInt(1) << 128) - 1, (BigInt(1) << 192) - 1,
    ]
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: return edges[Int.random(in: 0..<edges.count, using: &generator)]
    case 1:
      // Long runs of ones and zeros find the rare corrections of long division.
      let (a, b, c) = (
        Int.random(in: 0...most, using: &generator), Int.random(in: 0...most, using: &generator),
        Int.random(in: 0...most, using: &generator)
      )
      return (BigInt(1) << a) - (BigInt(1) << b) + (BigInt(1) << c)
    case 2...4:
      return sign(BigInt(generator.next() >> UInt64.random(in: 0..<64, using: &generator)), &generator)
    default:
      let bits = Int.random(in: 1...most, using: &generator)
      return sign(BigInt(BigUInt.randomInteger(withMaximumWidth: bits, using: &generator)), &generator)
    }
  }

  private static func sign(_ number: BigInt, _ generator: inout SeededGenerator) -> BigInt {
    Bool.random(using: &generator) ? number : -number
  }

  static func fraction(_ generator: inout SeededGenerator, most: Int) -> ModelFraction {
    let bottom = integer(&generator, most: most)
    // A factor in common is what reduction is about.
    let factor = Bool.random(using: &generator) ? BigInt(1) : integer(&generator, most: 64)
    let top = integer(&generator, most: most)
    return ModelFraction(
      top * (factor == 0 ? 1 : factor), (bottom == 0 ? 1 : bottom) * (factor == 0 ? 1 : factor))
  }

  static func outcome(_ body: () throws(ArithmeticFailure) -> Rational) -> String {
    do throws(ArithmeticFailure) {
      return try body().fractionText
    } catch {
      return error.rawValue
    }
  }

  static func expected(_ fraction: ModelFraction) -> String {
    fraction.isWithinLimit ? fraction.text : ArithmeticFailure.overflow.rawValue
  }

  @Test(arguments: SeededGenerator.seeds, [70, 400, 2100])
  func `in all operations`(_ seed: UInt64, _ bits: Int) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<((bits > 1000 ? 12 : 120) * SeededGenerator.effort) {
      let a = Self.fraction(&generator, most: bits)
      let b = Self.fraction(&generator, most: bits)
      guard a.isWithinLimit, b.isWithinLimit else { continue }
      let (x, y) = (try Rational.reading(a.text), try Rational.reading(b.text))
      let place = "\(SeededGenerator.again(seed)), bits \(bits), round \(round): \(a.text) and \(b.text)"
      try #require(x.fractionText == a.text, "\(place)")
      #expect(
        Self.outcome { () throws(ArithmeticFailure) in try x.adding(y) }
          == Self.expected(ModelFraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)),
        "sum, \(place)")
      #expect(
        Self.outcome { () throws(ArithmeticFailure) in try x.subtracting(y) }
          == Self.expected(ModelFraction(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom)),
        "difference, \(place)")
      #expect(
        Self.outcome { () throws(ArithmeticFailure) in try x.multiplied(by: y) }
          == Self.expected(ModelFraction(a.top * b.top, a.bottom * b.bottom)), "product, \(place)")
      let quotient =
        b.top == 0
        ? ArithmeticFailure.divisionByZero.rawValue
        : Self.expected(ModelFraction(a.top * b.bottom, a.bottom * b.top))
      #expect(
        Self.outcome { () throws(ArithmeticFailure) in try x.divided(by: y) } == quotient,
        "quotient, \(place)")
      #expect((x < y) == (a.top * b.bottom < b.top * a.bottom), "order, \(place)")
      #expect((x == y) == (a.text == b.text), "equality, \(place)")
      for rule in Rounding.allCases {
        #expect(x.whole(rule).fractionText == "\(a.rounded(rule))", "\(rule.rawValue), \(place)")
      }
    }
  }

  @Test(arguments: SeededGenerator.seeds)
  func `in remainders of whole numbers`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<(600 * SeededGenerator.effort) {
      let a = Self.integer(&generator, most: 700)
      let b = Self.integer(&generator, most: 400)
      let (x, y) = (try Rational.reading("\(a)"), try Rational.reading("\(b)"))
      let wanted = b == 0 ? ArithmeticFailure.divisionByZero.rawValue : "\(a % b)"
      #expect(
        Self.outcome { () throws(ArithmeticFailure) in try x.remainder(dividingBy: y) } == wanted,
        "\(SeededGenerator.again(seed)), round \(round): \(a) % \(b)")
    }
  }

  @Test(arguments: SeededGenerator.seeds)
  func `in rounding to a step`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<(200 * SeededGenerator.effort) {
      let a = Self.fraction(&generator, most: 130)
      let step = Self.fraction(&generator, most: 70)
      guard step.top > 0 else { continue }
      let ratio = ModelFraction(a.top * step.bottom, a.bottom * step.top)
      for rule in Rounding.allCases {
        let wanted = ModelFraction(ratio.rounded(rule) * step.top, step.bottom)
        #expect(
          try Rational.reading(a.text).rounded(to: Rational.reading(step.text), rule).fractionText
            == wanted.text,
          "\(SeededGenerator.again(seed)), round \(round): \(a.text) to \(step.text), \(rule.rawValue)")
      }
    }
  }

  @Test(arguments: SeededGenerator.seeds)
  func `in decimals`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<(200 * SeededGenerator.effort) {
      let digits = Int.random(in: 0...30, using: &generator)
      let top = Self.integer(&generator, most: 200)
      let model = ModelFraction(top, BigInt(10).power(digits))
      let text = try Rational.reading(model.text).decimalText
      #expect(text.isExact, "\(SeededGenerator.again(seed)), round \(round)")
      #expect(
        try #require(Rational(decimal: text.text)).fractionText == model.text,
        "\(SeededGenerator.again(seed)), round \(round)")
    }
  }
}
