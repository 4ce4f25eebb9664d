import Diagnostics

extension Lexer {
  /// How a string literal begins.
  struct Quote {
    /// `'` or `"`.
    var byte: UInt8
    /// Whether three quotes open and close it.
    var isTriple: Bool
    /// Backslashes stand for themselves.
    var isRaw: Bool
    /// Length of prefix and opening quotes.
    var length: Int
  }

  /// The string literal that begins at the current offset, if one does.
  func stringStart() -> Quote? {
    let isRaw = peek() | 0x20 == UInt8(ascii: "r")
    let first = isRaw ? 1 : 0
    let byte = peek(first)
    guard byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") else { return nil }
    let isTriple = peek(first + 1) == byte && peek(first + 2) == byte
    return Quote(byte: byte, isTriple: isTriple, isRaw: isRaw, length: first + (isTriple ? 3 : 1))
  }

  /// Reads a string literal.
  mutating func string(_ quote: Quote) throws(SyntaxProblem) -> Token {
    let start = offset
    offset += quote.length
    var content: [UInt8] = []
    while true {
      guard offset < bytes.count, quote.isTriple || !isLineBreak(bytes[offset]) else {
        throw unterminated(start, quote)
      }
      let byte = bytes[offset]
      if byte == quote.byte {
        let length = quote.isTriple ? 3 : 1
        if length == 1 || peek(1) == byte && peek(2) == byte {
          offset += length
          let literal = keep(String(decoding: content, as: UTF8.self))
          return Token(kind: .string(literal: literal), range: start..<offset)
        }
      }
      if byte == UInt8(ascii: "\\"), !quote.isRaw {
        content.append(contentsOf: try escape())
        continue
      }
      content.append(byte)
      offset += 1
    }
  }

  private func isLineBreak(_ byte: UInt8) -> Bool {
    byte == 0x0A || byte == 0x0D
  }

  private func unterminated(_ start: Int, _ quote: Quote) -> SyntaxProblem {
    let opening = text(start..<start + quote.length)
    return SyntaxProblem(
      "expression.unterminated-string", start..<offset, ko: "`\(opening)`로 연 글이 닫히지 않았습니다",
      en: "the text that `\(opening)` opens is not closed",
      help: LocalizedText(
        ko: "글 끝에 같은 따옴표를 붙이십시오", en: "close it with the same quote"),
      isAtEnd: offset == bytes.count)
  }

  /// Reads an escape from the backslash on and gives what it stands for.
  private mutating func escape() throws(SyntaxProblem) -> [UInt8] {
    let start = offset
    offset += 1
    let letter = peek()
    offset += 1
    switch letter {
    case UInt8(ascii: "a"): return [0x07]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "v"): return [0x0B]
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "?"), UInt8(ascii: "`"):
      return [letter]
    case UInt8(ascii: "x"), UInt8(ascii: "X"): return try scalar(start, digits: 2, radix: 16)
    case UInt8(ascii: "u"): return try scalar(start, digits: 4, radix: 16)
    case UInt8(ascii: "U"): return try scalar(start, digits: 8, radix: 16)
    case UInt8(ascii: "0")...UInt8(ascii: "3"):
      offset -= 1
      return try scalar(start, digits: 3, radix: 8)
    default:
      offset = min(start + 1, bytes.count)
      if offset < bytes.count { offset += character().length }
      throw badEscape(start)
    }
  }

  /// Reads the digits of an escape and gives the character's UTF-8.
  private mutating func scalar(_ start: Int, digits: Int, radix: UInt32) throws(SyntaxProblem) -> [UInt8] {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = digitValue(peek()), digit < radix else { throw badEscape(start) }
      // At most eight hexadecimal digits: 32 bits hold them.
      value = value << (radix == 16 ? 4 : 3) | digit
      offset += 1
    }
    guard let scalar = Unicode.Scalar(value) else { throw badEscape(start) }
    return Array(String(Character(scalar)).utf8)
  }

  private func digitValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  private func badEscape(_ start: Int) -> SyntaxProblem {
    let range = start..<max(offset, min(start + 2, bytes.count))
    let written = text(range)
    return SyntaxProblem(
      "expression.bad-escape", range, ko: "`\(written)`은(는) 글 안에서 쓸 수 없는 표기입니다",
      en: "`\(written)` stands for no character",
      help: LocalizedText(
        ko: "`\\` 자체는 `\\\\`로 쓰거나 `r'…'`로 묶으십시오. 문자 번호는 `\\u` 뒤에 네 자리로 씁니다",
        en: "write `\\\\` for a backslash or use `r'…'`; a character by number is `\\u` and four digits"))
  }
}
