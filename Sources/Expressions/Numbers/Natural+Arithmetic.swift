extension Natural {
  /// The sum.
  func adding(_ other: Natural) -> Natural {
    var (long, short) = (words, other.words)
    if long.count < short.count { swap(&long, &short) }
    var carry = false
    for index in long.indices {
      if index >= short.count && !carry { break }
      let addend = index < short.count ? short[index] : 0
      let (partial, first) = long[index].addingReportingOverflow(addend)
      let (sum, second) = partial.addingReportingOverflow(carry ? 1 : 0)
      long[index] = sum
      carry = first || second
    }
    if carry { long.append(1) }
    return Natural(words: long)
  }

  /// The difference from a number that is not greater; zero if it is.
  func subtracting(_ other: Natural) -> Natural {
    guard other < self else { return .zero }
    var result = words
    var borrow = false
    for index in result.indices {
      if index >= other.words.count && !borrow { break }
      let subtrahend = index < other.words.count ? other.words[index] : 0
      let (partial, first) = result[index].subtractingReportingOverflow(subtrahend)
      let (difference, second) = partial.subtractingReportingOverflow(borrow ? 1 : 0)
      result[index] = difference
      borrow = first || second
    }
    return Natural(words: result)
  }

  /// The product.
  func multiplied(by other: Natural) -> Natural {
    if isZero || other.isZero { return .zero }
    if other.isOne { return self }
    if isOne { return other }
    var result = [UInt64](repeating: 0, count: words.count + other.words.count)
    for (offset, factor) in words.enumerated() {
      var carry: UInt64 = 0
      for (index, word) in other.words.enumerated() {
        // (2^64-1)^2 + 2·(2^64-1) is the largest 128-bit number: the sum cannot overflow.
        let sum =
          UInt128(factor) * UInt128(word) + UInt128(result[offset + index]) + UInt128(carry)
        result[offset + index] = UInt64(truncatingIfNeeded: sum)
        carry = UInt64(truncatingIfNeeded: sum >> 64)
      }
      result[offset + other.words.count] = carry
    }
    return Natural(words: result)
  }

  /// The number times a power of two.
  func shiftedLeft(by count: Int) -> Natural {
    if isZero || count == 0 { return self }
    let (whole, bits) = (count / 64, UInt64(count % 64))
    var result = [UInt64](repeating: 0, count: whole)
    result.reserveCapacity(whole + words.count + 1)
    var carry: UInt64 = 0
    for word in words {
      result.append((word << bits) | carry)
      carry = bits == 0 ? 0 : word >> (64 - bits)
    }
    result.append(carry)
    return Natural(words: result)
  }

  /// The number divided by a power of two, rounded down.
  func shiftedRight(by count: Int) -> Natural {
    if count == 0 { return self }
    let (whole, bits) = (count / 64, UInt64(count % 64))
    guard whole < words.count else { return .zero }
    var result = Array(words[whole...])
    if bits != 0 {
      for index in result.indices {
        let above = index + 1 < result.count ? result[index + 1] << (64 - bits) : 0
        result[index] = (result[index] >> bits) | above
      }
    }
    return Natural(words: result)
  }
}
