import Diagnostics

/// Writes texts into GitHub-flavoured Markdown so that nothing in them is markup, a link, a mention or an emoji.
struct MarkdownText {
  /// What was written.
  private(set) var bytes: [UInt8] = []

  /// A text of which nothing is markup.
  static func escaped(_ text: String) -> String {
    var written = MarkdownText()
    written.text(text)
    return String(decoding: written.bytes, as: UTF8.self)
  }

  /// Writes markup as it stands.
  mutating func markup(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Writes markup that was made of numbers and names without any character of markup.
  mutating func known(_ markup: String) {
    bytes.append(contentsOf: markup.utf8)
  }

  /// Gives up what was written so far.
  mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  /// Writes a text on one line; at the start of a line nothing in it begins a list or another block.
  mutating func text(_ text: String, startsLine: Bool = false) {
    var text = InertText.of(text)
    text.withUTF8 { text in
      var index = startsLine ? lineStart(text) : 0
      while index < text.count { index = put(text, index) }
    }
  }

  /// Writes a text in letters of one width.
  mutating func code(_ text: String) {
    let text = InertText.of(text)
    let isPlain =
      !text.isEmpty && text.utf8.first != 0x20 && text.utf8.last != 0x20
      && !text.utf8.contains { $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "|") }
    // Two marks side by side would be read as one of double length.
    guard isPlain, bytes.last != UInt8(ascii: "`") else {
      markup("<code>")
      self.text(text)
      markup("</code>")
      return
    }
    markup("`")
    known(text)
    markup("`")
  }

  /// Writes a text in heavy letters. Asterisks beside punctuation or spaces would stand for themselves, as in
  /// `**<미충족>**임`; there it is an element of HTML.
  mutating func strong(_ text: String, _ content: (inout MarkdownText) -> Void) {
    let isWord = Self.isLetter(text.unicodeScalars.first) && Self.isLetter(text.unicodeScalars.last)
    let isMarked = isWord && bytes.last != UInt8(ascii: "*")
    markup(isMarked ? "**" : "<strong>")
    content(&self)
    markup(isMarked ? "**" : "</strong>")
  }

  /// Letters and digits that surely are neither spaces nor punctuation nor written as markup of their own.
  private static func isLetter(_ scalar: Unicode.Scalar?) -> Bool {
    switch scalar {
    case ("0"..."9")?, ("A"..."Z")?, ("a"..."z")?, ("\u{AC00}"..."\u{D7A3}")?: true
    default: false
    }
  }

  // MARK: Single characters

  /// Writes what would begin a block, with a sign that it does not; the place after it.
  private mutating func lineStart(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    guard let first = text.first else { return 0 }
    switch first {
    case 0x20:
      markup("&#32;")
      return 1
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="):
      markup("\\")
      bytes.append(first)
      return 1
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let end = text.firstIndex { !Self.isDigit($0) } ?? text.count
      guard end < text.count, text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: ")") else {
        return 0
      }
      bytes.append(contentsOf: text[..<end])
      markup("\\")
      bytes.append(text[end])
      return end + 1
    default: return 0
    }
  }

  /// Writes the character at a place, and those after it that belong to it; the place after them.
  private mutating func put(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    let byte = text[index]
    switch byte {
    case UInt8(ascii: "&"): markup("&amp;")
    case UInt8(ascii: "<"): markup("&lt;")
    case UInt8(ascii: ">"): markup("&gt;")
    // A table's row ends its cells at every other way to write it.
    case UInt8(ascii: "|"): markup("&#124;")
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "!"), UInt8(ascii: "~"), UInt8(ascii: "$"):
      markup("\\")
      bytes.append(byte)
    case UInt8(ascii: "#"):
      if let end = end(of: Self.isDigit, in: text, after: index) { return put(text, index..<end) }
      markup("\\#")
    case UInt8(ascii: "@"):
      if let end = end(of: Self.isName, in: text, after: index) { return put(text, index..<end) }
      markup("@")
    case UInt8(ascii: ":"):
      if let end = endOfEmoji(text, index) { return put(text, index..<end) }
      markup(index + 1 < text.count && text[index + 1] == UInt8(ascii: "/") ? "\\:" : ":")
    case UInt8(ascii: "."): markup(follows(text, index, "www") ? "\\." : ".")
    case UInt8(ascii: "-"):
      if follows(text, index, "gh"), end(of: Self.isDigit, in: text, after: index) != nil {
        // Cut in two, it is no reference to an issue.
        code("-")
      } else {
        markup("-")
      }
    default: bytes.append(byte)
    }
    return index + 1
  }

  /// A mention or the number of an issue stands as code: services that link them look at the text alone.
  private mutating func put(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    code(String(decoding: text[range], as: UTF8.self))
    return range.upperBound
  }

  /// Whether letters stand right before a place, in either case.
  private func follows(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ letters: StaticString) -> Bool {
    let count = letters.utf8CodeUnitCount
    guard index >= count else { return false }
    return letters.withUTF8Buffer { letters in
      (0..<count).allSatisfy { text[index - count + $0] | 0x20 == letters[$0] }
    }
  }

  /// Where characters of a kind end; nil where none follows.
  private func end(
    of isKind: (UInt8) -> Bool, in text: UnsafeBufferPointer<UInt8>, after index: Int
  ) -> Int? {
    var end = index + 1
    while end < text.count, isKind(text[end]) { end += 1 }
    return end > index + 1 ? end : nil
  }

  /// Where `:name:` ends, which services replace by a picture. Places such as `a.yaml:282:72` and times of day are
  /// none, though two pictures have numbers for names.
  private func endOfEmoji(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    let isShort: (UInt8) -> Bool = { byte in
      Self.isName(byte) && byte | 0x20 == byte || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "_")
    }
    guard let end = end(of: isShort, in: text, after: index), end < text.count,
      text[end] == UInt8(ascii: ":"), end - index < 50
    else { return nil }
    let name = text[(index + 1)..<end]
    if name.allSatisfy(Self.isDigit) {
      return name.elementsEqual("100".utf8) || name.elementsEqual("1234".utf8) ? end + 1 : nil
    }
    return end + 1
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }

  private static func isName(_ byte: UInt8) -> Bool {
    isDigit(byte) || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || byte == UInt8(ascii: "-")
  }
}
