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
    if index < wanted {
      (index, offset) = advanced(to: wanted)
    } else if index > wanted {
      retreat(to: wanted)
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

  private func advanced(to wanted: Int) -> (index: Int, offset: Int) {
    let text = bytes.span
    var index = index
    var offset = offset
    while index + 8 <= wanted, offset + 8 <= text.count {
      index += ByteWord(text, at: offset).characterCount
      offset += 8
    }
    // The last of the eight bytes may lie within a character, which is then counted already.
    while offset < text.count, index < wanted || text[offset] & 0xC0 == 0x80 {
      if text[offset] & 0xC0 != 0x80 { index += 1 }
      offset += 1
    }
    return (index, offset)
  }

  private mutating func retreat(to wanted: Int) {
    while index > wanted, offset > base {
      offset -= 1
      while offset > base, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
      index -= 1
    }
  }
}
