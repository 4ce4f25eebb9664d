/// Pieces of expressions as they are quoted in a line.
enum ShownText {
  /// A range of UTF-8 offsets of a text on one line, its middle left out where it is long.
  static func piece(_ range: Range<Int>, of text: String) -> String {
    line(String(decoding: text.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self))
  }

  /// A text on one line, its middle left out where it is long.
  static func line(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > 60 ? line.prefix(40) + " … " + line.suffix(15) : line
  }
}
