/// Reads single scalars out of UTF-8 that is known to be valid.
package enum UTF8Scalar {
  /// The scalar that begins at a byte outside ASCII, and how many bytes it takes.
  @inlinable
  @inline(__always)
  package static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (value: UInt32, length: Int) {
    let lead = UInt32(bytes[index])
    func next(_ distance: Int) -> UInt32 {
      index + distance < bytes.count ? UInt32(bytes[index + distance] & 0x3F) : 0
    }
    switch lead {
    case 0xE0..<0xF0: return ((lead & 0x0F) << 12 | next(1) << 6 | next(2), 3)
    case 0xC0..<0xE0: return ((lead & 0x1F) << 6 | next(1), 2)
    case 0xF0...: return ((lead & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
    default: return (lead, 1)
    }
  }
}
