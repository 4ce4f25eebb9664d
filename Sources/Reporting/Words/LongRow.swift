/// Rows of texts so long that one paragraph would take programs that print it a time that grows with its square.
enum LongRow {
  /// Bytes after which a row is parted at its next comma.
  private static let limit = 8_000

  /// A row in pieces that follow one another; one for most rows.
  static func pieces(of row: String) -> [String] {
    let bytes = Array(row.utf8)
    guard bytes.count > limit else { return [row] }
    var pieces: [String] = []
    var start = 0
    for index in bytes.indices
    where index - start > limit && bytes[index] == 0x20
      && (bytes[index - 1] == 0x2C || bytes[index - 1] == 0x3B)
    {
      pieces.append(String(decoding: bytes[start..<index], as: UTF8.self))
      start = index + 1
    }
    return pieces + [String(decoding: bytes[start...], as: UTF8.self)]
  }
}
