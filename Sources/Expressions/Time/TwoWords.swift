/// A number of 128 bits held as two words, so that what contains it may stand at any multiple of eight bytes: a value
/// that had to stand at one of sixteen would be larger, and memory for it is dearer to get.
struct TwoWords: Sendable, Hashable {
  private let high: Int64
  private let low: UInt64

  /// The words of a number.
  init(_ number: Int128) {
    high = Int64(truncatingIfNeeded: number >> 64)
    low = UInt64(truncatingIfNeeded: number)
  }

  /// The number.
  var number: Int128 { Int128(high) << 64 | Int128(low) }
}
