import BigInt
import Expressions
import TestSupport
import Testing

@Suite struct `The laws of numbers` {
  private typealias Model = `Exact numbers agree with another library`

  /// Numbers from a few bits to hundreds, so that sums and products of four keep within the limit.
  private static func number(_ generator: inout SeededGenerator) throws -> Rational {
    let bits = [6, 62, 66, 130, 300].randomElement(using: &generator) ?? 6
    return try Rational.reading(Model.fraction(&generator, most: bits).text)
  }

  @Test(arguments: SeededGenerator.seeds)
  func `of a field hold`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<(60 * SeededGenerator.effort) {
      let (a, b, c) = (
        try Self.number(&generator), try Self.number(&generator), try Self.number(&generator)
      )
      let place =
        "\(SeededGenerator.again(seed)), round \(round): \(a.fractionText), \(b.fractionText), \(c.fractionText)"
      #expect(try a.adding(b) == b.adding(a), "\(place)")
      #expect(try a.multiplied(by: b) == b.multiplied(by: a), "\(place)")
      #expect(try a.adding(b).adding(c) == a.adding(b.adding(c)), "\(place)")
      #expect(try a.multiplied(by: b).multiplied(by: c) == a.multiplied(by: b.multiplied(by: c)), "\(place)")
      #expect(
        try a.multiplied(by: b.adding(c)) == a.multiplied(by: b).adding(a.multiplied(by: c)), "\(place)")
      #expect(try a.adding(.zero) == a && a.multiplied(by: .one) == a, "\(place)")
      #expect(try a.adding(a.negated) == .zero && a.subtracting(b) == a.adding(b.negated), "\(place)")
      #expect(try a.multiplied(by: .zero) == .zero && a.negated.negated == a, "\(place)")
      if b != .zero {
        #expect(try b.multiplied(by: Rational.one.divided(by: b)) == .one, "\(place)")
        #expect(try a.divided(by: b).multiplied(by: b) == a, "\(place)")
      }
    }
  }

  @Test(arguments: SeededGenerator.seeds)
  func `of an order hold`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<(60 * SeededGenerator.effort) {
      let numbers = try (0..<3).map { _ in try Self.number(&generator) }.sorted()
      let (a, b, c) = (numbers[0], numbers[1], numbers[2])
      let place =
        "\(SeededGenerator.again(seed)), round \(round): \(a.fractionText), \(b.fractionText), \(c.fractionText)"
      #expect([a < b, a == b, b < a].count { $0 } == 1, "\(place)")
      #expect(!(b < a) && !(c < b) && !(c < a), "\(place)")
      #expect((a < c) == (try a.subtracting(c).sign < 0), "\(place)")
      #expect((a < c) == (c.negated < a.negated), "\(place)")
      #expect(try (a < c) == (a.adding(b) < c.adding(b)), "\(place)")
      if b.sign > 0 { #expect(try (a < c) == (a.multiplied(by: b) < c.multiplied(by: b)), "\(place)") }
      #expect(b.absolute.sign >= 0 && (b.absolute == b || b.absolute == b.negated), "\(place)")
    }
  }

  /// Fractions of thousands of bits that differ in the last.
  @Test(arguments: SeededGenerator.seeds)
  func `tell huge neighbours apart`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<(2 * SeededGenerator.effort) {
      let bottom = BigInt(BigUInt.randomInteger(withExactWidth: 4090, using: &generator))
      let top = BigInt(BigUInt.randomInteger(withExactWidth: 4090, using: &generator))
      let (x, y) = (
        try Rational.reading("\(top)/\(bottom)"), try Rational.reading("\(top + 1)/\(bottom)")
      )
      let place = "\(SeededGenerator.again(seed)), round \(round)"
      #expect(x < y && !(y < x) && x != y, "\(place)")
      #expect(y.negated < x.negated, "\(place)")
      #expect(try Rational.reading("\(top)/\(bottom + 1)") < x, "\(place)")
      #expect(try Rational.reading(x.fractionText) == x, "\(place)")
    }
  }
}

@Suite struct `Numbers at the edges of machine words` {
  /// A fraction on both kinds of integers.
  private struct Pair: Sendable {
    var model: ModelFraction
    var number: Rational
  }

  /// Powers of two around 63, 64 and 127 bits, one more and one less, of both signs, whole and over others like them.
  private static let pairs: [Pair] = {
    let sizes: [BigInt] = [63, 64, 127].flatMap { bits in [-1, 0, 1].map { (BigInt(1) << bits) + $0 } }
    let tops: [BigInt] = ([1, 2, 3] + sizes).flatMap { [$0, -$0] } + [0]
    let bottoms: [BigInt] = [1, 2, (1 << 63) - 1, 1 << 63, (1 << 64) - 1, (1 << 127) + 1]
    return tops.flatMap { top in
      bottoms.compactMap { bottom in
        let model = ModelFraction(top, bottom)
        return (try? Rational.reading(model.text)).map { Pair(model: model, number: $0) }
      }
    }
  }()

  @Test func `are read, printed, negated and rounded like any other`() {
    #expect(Self.pairs.count == 150)
    for pair in Self.pairs {
      let (a, x) = (pair.model, pair.number)
      #expect(x.fractionText == a.text)
      #expect(x.negated.fractionText == ModelFraction(-a.top, a.bottom).text)
      #expect(x.absolute.fractionText == ModelFraction(a.top < 0 ? -a.top : a.top, a.bottom).text)
      for rule in Rounding.allCases {
        #expect(x.whole(rule).fractionText == "\(a.rounded(rule))", "\(a.text)")
      }
    }
  }

  /// All pairs with more effort, else every twenty-ninth.
  @Test func `are joined as another library joins them`() throws {
    for (place, first) in Self.pairs.enumerated() {
      for (offset, second) in Self.pairs.enumerated()
      where SeededGenerator.effort > 1 || (place + offset).isMultiple(of: 29) {
        let (a, b, x, y) = (first.model, second.model, first.number, second.number)
        let pair = "\(a.text) and \(b.text)"
        let sum = ModelFraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)
        #expect(try x.adding(y).fractionText == sum.text, "\(pair)")
        let difference = ModelFraction(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom)
        #expect(try x.subtracting(y).fractionText == difference.text, "\(pair)")
        let product = ModelFraction(a.top * b.top, a.bottom * b.bottom)
        #expect(try x.multiplied(by: y).fractionText == product.text, "\(pair)")
        #expect((x < y) == (a.top * b.bottom < b.top * a.bottom), "\(pair)")
        guard b.top != 0 else { continue }
        let quotient = ModelFraction(a.top * b.bottom, a.bottom * b.top)
        #expect(try x.divided(by: y).fractionText == quotient.text, "\(pair)")
        guard a.bottom == 1, b.bottom == 1 else { continue }
        #expect(try x.remainder(dividingBy: y).fractionText == "\(a.top % b.top)", "\(pair)")
      }
    }
  }
}
