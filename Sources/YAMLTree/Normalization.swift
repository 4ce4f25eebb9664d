// The standard library normalises for `==` and hashing and exports the algorithm under this name only.
@_spi(_Unicode) import Swift

/// Unicode normal form C, so that names typed on any system match.
enum Normalization {
  /// The text in normal form C.
  static func nfc(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text._nfc { scalars.append(scalar) }
    return String(scalars)
  }

  /// Takes a range of UTF-8 offsets in a normalised text back to the text it came from, by characters:
  /// normalisation changes what a character is made of, never where it ends.
  static func range(_ range: Range<Int>, of normalized: String, in original: [UInt8]) -> Range<Int> {
    let source = String(decoding: original, as: UTF8.self)
    var to = 0
    var from = 0
    var low: Int?
    var high = original.count
    for (a, b) in zip(normalized, source) {
      let next = to + a.utf8.count
      if low == nil, range.lowerBound < next { low = from }
      if range.upperBound <= to {
        high = from
        break
      }
      to = next
      from += b.utf8.count
    }
    let start = low ?? original.count
    return start..<max(start, range.isEmpty ? start : high)
  }
}
