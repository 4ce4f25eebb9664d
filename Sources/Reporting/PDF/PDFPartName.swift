/// The names that browsers give to parts of a document's structure: `(node00000012)`.
enum PDFPartName {
  /// How every name begins.
  static let start = Array("(node".utf8)
  /// How long every name is, with its brackets.
  static let length = 14

  /// The number in a name; nil for any other string.
  static func number(of token: ArraySlice<UInt8>) -> Int? {
    guard token.count == length, token.starts(with: start) else { return nil }
    return PDFSyntax.number(token, token.startIndex + start.count).flatMap {
      $0.end == token.endIndex - 1 && token.last == UInt8(ascii: ")") ? $0.value : nil
    }
  }

  /// The name with a number of at most eight digits.
  static func bytes(of number: Int) -> [UInt8] {
    let digits = String(number)
    return start + "\(String(repeating: "0", count: max(0, 8 - digits.utf8.count)))\(digits))".utf8
  }
}
