/// Turns libyaml's offsets, which count Unicode scalars, into byte offsets, moving along with the parser.
struct ByteCursor {
  private let bytes: [UInt8]
  /// The byte where counting begins, after a byte order mark.
  private let base: Int
  private let isASCII: Bool
  private var index = 0
  private var offset: Int

  /// A cursor at the first scalar, which begins at byte `base`.
  init(_ bytes: [UInt8], base: Int, isASCII: Bool) {
    self.bytes = bytes
    self.base = base
    self.isASCII = isASCII
    offset = base
  }

  /// The byte offset of a scalar offset; cheap when offsets nearly ascend.
  mutating func offset(of wanted: Int) -> Int {
    if isASCII { return min(base + wanted, bytes.count) }
    while index < wanted, offset < bytes.count {
      let lead = bytes[offset]
      offset += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      index += 1
    }
    while index > wanted, offset > base {
      offset -= 1
      while offset > base, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
      index -= 1
    }
    return min(offset, bytes.count)
  }

  /// Moves from the offset last asked for to a later one that is known to be so many bytes on.
  mutating func skip(to wanted: Int, bytes count: Int) -> Int {
    if isASCII { return min(base + wanted, bytes.count) }
    index = wanted
    offset = min(offset + count, bytes.count)
    return offset
  }
}
