/// A text, or its beginning, that is measured byte by byte: each of its characters is one scalar, is shown as it is and
/// takes one cell or two, as nearly all do.
struct PlainText {
  /// Bytes.
  private(set) var length = 0
  /// Cells of a terminal.
  private(set) var cells = 0

  /// Measures the longest beginning that takes no more than `most` cells; nil where a character is of another kind.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, most: Int = .max) {
    while length < bytes.count {
      let byte = bytes[length]
      var (own, size) = (1, 1)
      if byte >= 0x80 {
        let (value, length) = UTF8Scalar.read(bytes, at: length)
        guard let cells = DisplayWidth.ofOrdinary(value) else { return nil }
        (own, size) = (cells, length)
      } else if byte < 0x20 || byte == 0x7F {
        return nil
      }
      if cells + own > most { return }
      cells += own
      length += size
    }
  }
}
