extension Natural {
  /// The quotient by a divisor that is not zero, rounded down.
  func divided(by divisor: Natural) -> Natural {
    divisor.isOne ? self : quotientAndRemainder(dividingBy: divisor).quotient
  }

  /// Quotient and remainder; a divisor of zero gives quotient zero and the number itself as the remainder.
  func quotientAndRemainder(dividingBy divisor: Natural) -> (quotient: Natural, remainder: Natural) {
    if divisor.isZero || self < divisor { return (.zero, self) }
    if let word = divisor.word {
      var quotient = words
      let remainder = Self.divide(&quotient, by: word)
      return (Natural(words: quotient), Natural(word: remainder))
    }
    return longDivision(by: divisor)
  }

  /// Schoolbook division (Knuth's Algorithm D) by a divisor of at least two words that is not greater.
  private func longDivision(by divisor: Natural) -> (quotient: Natural, remainder: Natural) {
    // With the divisor's top bit set, an estimate from its leading two words is at most one too large.
    let shift = (divisor.words.last ?? 1).leadingZeroBitCount
    let d = divisor.shiftedLeft(by: shift).words
    var rest = shiftedLeft(by: shift).words
    while rest.count <= words.count { rest.append(0) }
    let n = d.count
    let top = d[n - 1]
    let next = d[n - 2]
    var quotient = [UInt64](repeating: 0, count: rest.count - n)
    for position in quotient.indices.reversed() {
      var digit: UInt64
      var remainder: UInt64
      var isSettled = false
      if rest[position + n] >= top {
        digit = .max
        (remainder, isSettled) = rest[position + n - 1].addingReportingOverflow(top)
      } else {
        (digit, remainder) = top.dividingFullWidth((rest[position + n], rest[position + n - 1]))
      }
      while !isSettled {
        let (high, low) = digit.multipliedFullWidth(by: next)
        guard high > remainder || (high == remainder && low > rest[position + n - 2]) else { break }
        digit -= 1
        (remainder, isSettled) = remainder.addingReportingOverflow(top)
      }
      if Self.subtract(d, times: digit, from: &rest, at: position) {
        digit -= 1
        Self.add(d, to: &rest, at: position)
      }
      quotient[position] = digit
    }
    return (Natural(words: quotient), Natural(words: Array(rest.prefix(n))).shiftedRight(by: shift))
  }

  /// Subtracts a multiple of `d` from the words at a position; true if the result fell below zero and
  /// wrapped.
  private static func subtract(
    _ d: [UInt64], times digit: UInt64, from rest: inout [UInt64], at position: Int
  ) -> Bool {
    var carry: UInt64 = 0
    for (index, word) in d.enumerated() {
      let product = UInt128(word) * UInt128(digit) + UInt128(carry)
      let (difference, borrow) = rest[position + index].subtractingReportingOverflow(
        UInt64(truncatingIfNeeded: product))
      rest[position + index] = difference
      carry = UInt64(truncatingIfNeeded: product >> 64) + (borrow ? 1 : 0)
    }
    let (difference, borrow) = rest[position + d.count].subtractingReportingOverflow(carry)
    rest[position + d.count] = difference
    return borrow
  }

  /// Adds `d` back to the words at a position, dropping the carry that cancels the wrap.
  private static func add(_ d: [UInt64], to rest: inout [UInt64], at position: Int) {
    var carry = false
    for (index, word) in d.enumerated() {
      let (partial, first) = rest[position + index].addingReportingOverflow(word)
      let (sum, second) = partial.addingReportingOverflow(carry ? 1 : 0)
      rest[position + index] = sum
      carry = first || second
    }
    rest[position + d.count] &+= carry ? 1 : 0
  }
}
