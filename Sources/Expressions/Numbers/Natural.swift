/// A whole number from zero of any size: 64-bit words, the least significant first, without leading zeros.
struct Natural: Sendable, Hashable {
  /// The words; empty for zero.
  private(set) var words: [UInt64]

  /// Nought.
  static let zero = Natural(words: [])
  /// One.
  static let one = Natural(word: 1)

  /// The number with these words; zeros at the end are dropped.
  init(words: [UInt64]) {
    self.words = words
    while self.words.last == 0 { self.words.removeLast() }
  }

  /// A number of up to 64 bits.
  init(word value: UInt64) {
    words = value == 0 ? [] : [value]
  }

  /// A number of up to 128 bits.
  init(_ value: UInt128) {
    self.init(words: [UInt64(truncatingIfNeeded: value), UInt64(truncatingIfNeeded: value >> 64)])
  }

  /// The number with these decimal digits (0 to 9), the most significant first.
  init(decimalDigits digits: [UInt8]) {
    var words: [UInt64] = []
    for digit in digits {
      var carry = UInt64(digit)
      for index in words.indices {
        let (high, low) = words[index].multipliedFullWidth(by: 10)
        let (sum, overflow) = low.addingReportingOverflow(carry)
        words[index] = sum
        carry = high + (overflow ? 1 : 0)
      }
      if carry != 0 { words.append(carry) }
    }
    self.init(words: words)
  }

  /// Ten to a power from zero.
  static func powerOfTen(_ exponent: Int) -> Natural {
    var result = one
    var rest = exponent
    while rest > 0 {
      let chunk = min(rest, 19)
      result = result.multiplied(
        by: Natural(word: (0..<chunk).reduce(1 as UInt64) { power, _ in power * 10 }))
      rest -= chunk
    }
    return result
  }

  /// Whether it is nought.
  var isZero: Bool { words.isEmpty }
  /// Whether it is one.
  var isOne: Bool { words.count == 1 && words[0] == 1 }
  /// Whether it is odd.
  var isOdd: Bool { (words.first ?? 0) & 1 == 1 }

  /// The value if it fits 64 bits.
  var word: UInt64? {
    switch words.count {
    case 0: 0
    case 1: words[0]
    default: nil
    }
  }

  /// How many bits it takes; 0 for zero.
  var bitWidth: Int {
    guard let top = words.last else { return 0 }
    return words.count * 64 - top.leadingZeroBitCount
  }

  /// How often two divides it; 0 for zero.
  var trailingZeroBitCount: Int {
    guard let index = words.firstIndex(where: { $0 != 0 }) else { return 0 }
    return index * 64 + words[index].trailingZeroBitCount
  }

  /// The decimal digits.
  var text: String {
    if let word { return String(word) }
    let chunk: UInt64 = 1_000_000_000_000_000_000
    var rest = words
    var pieces: [UInt64] = []
    while !rest.isEmpty {
      pieces.append(Self.divide(&rest, by: chunk))
      while rest.last == 0 { rest.removeLast() }
    }
    var text = String(pieces.last ?? 0)
    for piece in pieces.dropLast().reversed() {
      let digits = String(piece)
      text += String(repeating: "0", count: 18 - digits.utf8.count) + digits
    }
    return text
  }

  /// Divides words in place by one word and returns the remainder.
  static func divide(_ words: inout [UInt64], by divisor: UInt64) -> UInt64 {
    var remainder: UInt64 = 0
    for index in words.indices.reversed() {
      (words[index], remainder) = divisor.dividingFullWidth((remainder, words[index]))
    }
    return remainder
  }
}

extension Natural: Comparable {
  /// Compares by value.
  static func < (a: Natural, b: Natural) -> Bool {
    if a.words.count != b.words.count { return a.words.count < b.words.count }
    for index in a.words.indices.reversed() where a.words[index] != b.words[index] {
      return a.words[index] < b.words[index]
    }
    return false
  }
}
