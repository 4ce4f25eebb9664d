/// Finds an expression that a flow collection cut at its commas, as in `{in: xs.filter(a, a.n == 1)}`.
///
/// It is fed the plain scalars of one collection in order; time grows with their length.
struct FlowSplit {
  /// Scalars that opened a bracket and did not close it, the innermost last.
  private var openBrackets: [UInt32] = []
  /// The scalar that opened a quote and did not close it.
  private var openQuote: (quote: UInt8, id: UInt32)?

  /// Takes the next plain scalar; returns the earlier one that it closes, if there is one.
  mutating func feed(_ text: ArraySlice<UInt8>, id: UInt32) -> UInt32? {
    var index = text.startIndex
    if let (quote, opener) = openQuote, Self.closing(quote, in: text, from: index) != nil { return opener }
    var depth = 0
    while index < text.endIndex {
      switch text[index] {
      case UInt8(ascii: "("), UInt8(ascii: "["):
        depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        // The outermost one: there the text begins that was cut.
        if depth == 0, let opener = openBrackets.first { return opener }
        depth = max(0, depth - 1)
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        guard index == text.startIndex || !Self.isWord(text[index - 1]) else { break }
        guard let close = Self.closing(text[index], in: text, from: index + 1) else {
          openQuote = (text[index], id)
          index = text.endIndex
          continue
        }
        index = close
      default: break
      }
      index += 1
    }
    for _ in 0..<depth { openBrackets.append(id) }
    return nil
  }

  /// Where a quote closes: before something that is not a word, so that an apostrophe does not.
  private static func closing(_ quote: UInt8, in text: ArraySlice<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < text.endIndex {
      if text[index] == quote, index + 1 == text.endIndex || !isWord(text[index + 1]) { return index }
      index += 1
    }
    return nil
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A, 0x80...: true
    default: false
    }
  }
}
