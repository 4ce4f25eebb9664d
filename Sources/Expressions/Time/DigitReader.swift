/// Reads fixed-width ASCII digits and signs from a text, as dates and times are written.
struct DigitReader {
  private let bytes: [UInt8]
  private var index = 0

  /// Starts at the beginning of a text.
  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// Whether everything was read.
  var isAtEnd: Bool { index == bytes.count }

  /// Reads exactly so many digits (at most 18); nil if there are fewer.
  mutating func number(digits count: Int) -> Int? {
    guard count <= 18, bytes.count - index >= count else { return nil }
    var value = 0
    for _ in 0..<count {
      guard let digit = digit() else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  /// Reads one digit if one is next.
  mutating func digit() -> Int? {
    guard index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) else {
      return nil
    }
    defer { index += 1 }
    return Int(bytes[index] - UInt8(ascii: "0"))
  }

  /// Reads a character if it is next.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, UInt32(bytes[index]) == character.value else { return false }
    index += 1
    return true
  }

  /// Reads a piece of text if it is next.
  mutating func take(text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard bytes.count - index >= wanted.count, bytes[index..<(index + wanted.count)].elementsEqual(wanted)
    else { return false }
    index += wanted.count
    return true
  }
}

extension String {
  /// Appends a number from zero with leading zeros up to a width.
  mutating func append(_ number: Int, padded width: Int) {
    let digits = String(number)
    for _ in digits.utf8.count..<max(width, digits.utf8.count) { append("0") }
    append(digits)
  }

  /// Appends a point and nanoseconds as a fraction of a second without trailing zeros; nothing for zero.
  mutating func appendFraction(nanoseconds: Int) {
    guard nanoseconds > 0 else { return }
    var digits = 9
    var value = nanoseconds
    while value.isMultiple(of: 10) {
      value /= 10
      digits -= 1
    }
    append(".")
    append(value, padded: digits)
  }
}
