extension Natural {
  /// The greatest common divisor; the other number where one is zero.
  func commonDivisor(with other: Natural) -> Natural {
    var (a, b) = self < other ? (other, self) : (self, other)
    while !b.isZero {
      if let x = a.word, let y = b.word { return Natural(word: Rational.commonDivisor(x, y)) }
      if let y = b.word {
        var quotient = a.words
        return Natural(word: Rational.commonDivisor(Self.divide(&quotient, by: y), y))
      }
      (a, b) = Self.lehmerStep(a, b)
    }
    return a
  }

  /// Replaces a ≥ b by a later pair of Euclid's sequence: many of its steps are simulated on the leading bits
  /// (Lehmer), and one real division is made where the leading bits decide nothing.
  private static func lehmerStep(_ a: Natural, _ b: Natural) -> (Natural, Natural) {
    // 62 bits keep every product and sum below within Int64 while the factors stay under 2^31.
    let shift = a.bitWidth - 62
    var x = Int64(a.shiftedRight(by: shift).word ?? 0)
    var y = Int64(b.shiftedRight(by: shift).word ?? 0)
    var (p, q, r, s): (Int64, Int64, Int64, Int64) = (1, 0, 0, 1)
    let bound: Int64 = 1 << 30
    while y + r != 0, y + s != 0 {
      let quotient = (x + p) / (y + r)
      guard quotient == (x + q) / (y + s), quotient < bound else { break }
      let (nextR, nextS) = (p - quotient * r, q - quotient * s)
      guard abs(nextR) < bound, abs(nextS) < bound else { break }
      (p, r) = (r, nextR)
      (q, s) = (s, nextS)
      (x, y) = (y, x - quotient * y)
    }
    if q == 0 {
      return (b, a.quotientAndRemainder(dividingBy: b).remainder)
    }
    let first = combination(p, a, q, b)
    let second = combination(r, a, s, b)
    return first < second ? (second, first) : (first, second)
  }

  /// |m·a + n·b| for factors of opposite signs (or zero).
  private static func combination(_ m: Int64, _ a: Natural, _ n: Int64, _ b: Natural) -> Natural {
    let x = a.multiplied(by: Natural(word: m.magnitude))
    let y = b.multiplied(by: Natural(word: n.magnitude))
    return x < y ? y.subtracting(x) : x.subtracting(y)
  }
}
