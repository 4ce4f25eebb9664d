import Diagnostics

/// Splits an expression's text into tokens.
package struct Lexer: ~Copyable {
  /// The text as UTF-8.
  let bytes: [UInt8]
  /// The current place in the text.
  var offset = 0
  /// The tokens read so far.
  private(set) var tokens: [Token] = []
  /// What string literals and quoted names stand for, by the numbers that their tokens hold.
  private(set) var literals: [String] = []
  /// A comment, from `//`, after which nothing follows.
  private(set) var lastComment: Range<Int>?

  /// A text that is read as UTF-8 from its beginning.
  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// How many tokens a text has, its end included; nil if it cannot be split into tokens.
  package static func tokenCount(of text: String) -> Int? {
    var lexer = Lexer(text)
    do throws(SyntaxProblem) {
      try lexer.run()
      return lexer.tokens.count
    } catch {
      return nil
    }
  }

  /// Reads all tokens; the last is `end`.
  mutating func run() throws(SyntaxProblem) {
    tokens.reserveCapacity(bytes.count / 3 + 2)
    while true {
      skipSpace()
      guard offset < bytes.count else { break }
      lastComment = nil
      tokens.append(try next())
    }
    tokens.append(Token(kind: .end, range: bytes.count..<bytes.count))
  }

  /// The byte at a distance from the current one; 0 past the end.
  func peek(_ distance: Int = 0) -> UInt8 {
    offset + distance < bytes.count ? bytes[offset + distance] : 0
  }

  /// The text of a range of bytes.
  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// Keeps what a token stands for and gives its number.
  mutating func keep(_ literal: String) -> Int {
    literals.append(literal)
    return literals.count - 1
  }

  private mutating func skipSpace() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D:
        offset += 1
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"):
        let start = offset
        while offset < bytes.count, bytes[offset] != 0x0A, bytes[offset] != 0x0D { offset += 1 }
        lastComment = start..<offset
      default:
        return
      }
    }
  }

  private mutating func next() throws(SyntaxProblem) -> Token {
    let start = offset
    let byte = bytes[offset]
    if let quote = stringStart() {
      return try string(quote)
    }
    if isDigit(byte) || byte == UInt8(ascii: ".") && isDigit(peek(1)) && !isAfterOperand {
      return try number()
    }
    if byte == UInt8(ascii: "`") {
      return try quotedIdentifier()
    }
    skipWord()
    if offset > start {
      return Token(kind: .identifier, range: start..<offset)
    }
    if byte == UInt8(ascii: "="), peek(1) == UInt8(ascii: "<") || peek(1) == UInt8(ascii: ">") {
      throw foreignOperator(start..<start + 2, instead: peek(1) == UInt8(ascii: "<") ? "<=" : ">=")
    }
    guard let (sign, length) = Token.Sign.read(byte, then: peek(1)) else { throw unexpectedCharacter() }
    // `===` and `<>` are habits from elsewhere; what follows is no operand.
    if sign == .equal || sign == .notEqual, peek(2) == UInt8(ascii: "=") {
      throw foreignOperator(start..<start + 3, instead: sign.rawValue)
    }
    if sign == .less, peek(1) == UInt8(ascii: ">") {
      throw foreignOperator(start..<start + 2, instead: "!=")
    }
    offset += length
    return Token(kind: .sign(sign), range: start..<offset)
  }

  /// Whether what comes next is joined to a value: a dot then selects.
  private var isAfterOperand: Bool {
    guard let last = tokens.last, last.range.upperBound == offset else { return false }
    switch last.kind {
    case .identifier, .quotedIdentifier, .string: return true
    case .sign(let sign): return sign == .closeParenthesis || sign == .closeBracket || sign == .closeBrace
    case .number, .end: return false
    }
  }

  // MARK: Words

  /// Skips letters, digits, underscores and Hangul letters.
  mutating func skipWord() {
    while let length = wordCharacter() { offset += length }
  }

  /// The length in bytes of the current character if it can stand in a name.
  func wordCharacter() -> Int? {
    let byte = peek()
    if byte < 0x80 {
      return isDigit(byte) || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte == 0x5F ? 1 : nil
    }
    let (scalar, length) = character()
    switch scalar.value {
    case 0xAC00...0xD7A3, 0x1100...0x11FF, 0x3131...0x318E, 0xA960...0xA97C, 0xD7B0...0xD7FB: return length
    default: return nil
    }
  }

  /// Whether a byte is one of `0` to `9`.
  func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// The character at the current offset and its length in bytes.
  func character() -> (scalar: Unicode.Scalar, length: Int) {
    var length = 1
    while offset + length < bytes.count, bytes[offset + length] & 0xC0 == 0x80 { length += 1 }
    let scalar = text(offset..<offset + length).unicodeScalars.first ?? "\u{FFFD}"
    return (scalar, length)
  }

  private mutating func quotedIdentifier() throws(SyntaxProblem) -> Token {
    let start = offset
    offset += 1
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "`"), bytes[offset] != 0x0A { offset += 1 }
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "`") else {
      throw SyntaxProblem(
        "expression.unclosed", start..<start + 1, ko: "닫는 `` ` ``가 없습니다", en: "`` ` `` is not closed",
        isAtEnd: true)
    }
    offset += 1
    let name = keep(text(start + 1..<offset - 1))
    return Token(kind: .quotedIdentifier(literal: name), range: start..<offset)
  }

  // MARK: Numbers

  private mutating func number() throws(SyntaxProblem) -> Token {
    let start = offset
    while isDigit(peek()) { offset += 1 }
    if peek() == UInt8(ascii: "."), isDigit(peek(1)) {
      offset += 1
      while isDigit(peek()) { offset += 1 }
    }
    let isFraction = bytes[start] == UInt8(ascii: ".")
    guard isFraction || wordCharacter() != nil else {
      return Token(kind: .number, range: start..<offset)
    }
    let digits = text(start..<offset)
    skipWord()
    let written = text(start..<offset)
    if isFraction {
      throw SyntaxProblem(
        "expression.bad-number", start..<offset, ko: "`\(written)`은(는) 수가 아닙니다",
        en: "`\(written)` is no number",
        help: LocalizedText(ko: "`0\(written)`처럼 0을 붙여 쓰십시오", en: "write `0\(written)`"))
    }
    let inFull = Self.inFull(digits, written.dropFirst(digits.count))
    throw SyntaxProblem(
      "expression.bad-number", start..<offset, ko: "`\(written)`은(는) 수가 아닙니다",
      en: "`\(written)` is no number: expected digits, with `.` before decimals",
      help: inFull.map { LocalizedText(ko: "`\($0)`을(를) 쓰십시오", en: "write `\($0)`") }
        ?? LocalizedText(
          ko: "`\(digits)` 뒤의 글자를 빼고, 큰 수는 숫자를 모두 쓰십시오(예: 300000000). 단위는 항목이나 `unit:`에 적습니다",
          en: "leave out what follows `\(digits)`, write large numbers in full (300000000), "
            + "and give units with `unit:`"))
  }

  /// `1e3` and `1.5e3` without their exponent, for the digits and what follows them; nil for other words after
  /// the digits, or for a large exponent.
  package static func inFull(_ digits: String, _ rest: Substring) -> String? {
    guard let mark = rest.first, mark == "e" || mark == "E", let exponent = Int(rest.dropFirst()),
      (0...18).contains(exponent)
    else { return nil }
    let parts = digits.split(separator: ".")
    guard let whole = parts.first else { return nil }
    let decimals = parts.count > 1 ? parts[1] : ""
    let moved = decimals.prefix(exponent)
    let zeros = String(repeating: "0", count: exponent - moved.count)
    let number = String((whole + moved + zeros).drop { $0 == "0" })
    let left = decimals.dropFirst(exponent)
    return (number.isEmpty ? "0" : number) + (left.isEmpty ? "" : "." + left)
  }

  // MARK: Problems

  private func foreignOperator(_ range: Range<Int>, instead: String) -> SyntaxProblem {
    let written = text(range)
    return SyntaxProblem(
      "expression.unknown-operator", range, ko: "`\(written)`은(는) 쓸 수 없는 연산자입니다",
      en: "`\(written)` is no operator",
      help: LocalizedText(ko: "`\(instead)`을(를) 쓰십시오", en: "write `\(instead)`"))
  }

  /// What people write in place of an operator or a bracket, and what it should be.
  private static let lookalikes: [Unicode.Scalar: String] = [
    "=": "==", "&": "&&", "|": "||", "≥": ">=", "≤": "<=", "≠": "!=", "×": "*", "÷": "/", "−": "-", "–": "-",
    "—": "-", "（": "(", "）": ")", "［": "[", "］": "]", "｛": "{", "｝": "}", "，": ",", "、": ",", "．": ".",
    "：": ":", "？": "?", "！": "!", "＝": "==", "＜": "<", "＞": ">", "＋": "+", "－": "-", "＊": "*", "／": "/",
    "％": "%", "‘": "'", "’": "'", "“": "\"", "”": "\"", "＇": "'", "＂": "\"", "∧": "&&", "∨": "||", "¬": "!",
    "∈": "in", "·": "*",
  ]

  private func unexpectedCharacter() -> SyntaxProblem {
    let (scalar, length) = character()
    let range = offset..<offset + length
    if let instead = Self.lookalikes[scalar] {
      return foreignOperator(range, instead: instead)
    }
    if scalar.properties.isWhitespace {
      let code = "U+" + String(scalar.value, radix: 16, uppercase: true)
      return SyntaxProblem(
        "expression.unexpected-character", range, ko: "일반 공백이 아닌 공백 문자(\(code))가 있습니다",
        en: "a space that is no ordinary space (\(code))",
        help: LocalizedText(ko: "지우고 일반 공백을 쓰십시오", en: "replace it by an ordinary space"))
    }
    let shown =
      scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
      ? "U+" + String(scalar.value, radix: 16, uppercase: true) : text(range)
    return SyntaxProblem(
      "expression.unexpected-character", range, ko: "`\(shown)`은(는) 식에 쓸 수 없는 문자입니다",
      en: "`\(shown)` cannot stand in an expression",
      help: shown == "#" || shown == ";" || shown == "$" || shown == "@"
        ? LocalizedText(ko: "글은 따옴표로 묶으십시오", en: "put text in quotes") : nil)
  }
}
