import Diagnostics

/// What the text of a line suggests about why YAML could not read it.
enum LineAdvice {
  /// Whether the bytes are a name: ASCII or other letters, digits, `_ . - [ ]`, not beginning with a digit.
  static func isIdentifier(_ bytes: ArraySlice<UInt8>, allowsLetters: Bool = true) -> Bool {
    guard let first = bytes.first, isLetter(first, allowsLetters) else { return false }
    return bytes.allSatisfy {
      isLetter($0, allowsLetters) || (0x30...0x39).contains($0) || "-.[]".utf8.contains($0)
    }
  }

  private static func isLetter(_ byte: UInt8, _ allowsLetters: Bool) -> Bool {
    switch byte {
    case 0x41...0x5A, 0x5F, 0x61...0x7A: true
    case 0x80...: allowsLetters
    default: false
    }
  }

  /// A name at the beginning of the bytes and the place of the `：` right after it.
  static func fullWidthColon(
    _ bytes: ArraySlice<UInt8>, allowsLetters: Bool
  ) -> (key: String, colon: Range<Int>)? {
    var index = bytes.startIndex
    while index + 2 < bytes.endIndex {
      if bytes[index] == 0xEF, bytes[index + 1] == 0xBC, bytes[index + 2] == 0x9A {
        let name = bytes[bytes.startIndex..<index]
        guard isIdentifier(name, allowsLetters: allowsLetters) else { return nil }
        return (String(decoding: name, as: UTF8.self), index..<index + 3)
      }
      guard bytes[index] > 0x20 else { return nil }
      index += 1
    }
    return nil
  }

  /// Why a value on one line is not read as a whole, nil if nothing is to be seen.
  static func value(_ value: ArraySlice<UInt8>) -> (Words, Range<Int>)? {
    guard let first = value.first else { return nil }
    switch first {
    case UInt8(ascii: "!"):
      let tag = value.prefix { $0 > 0x20 }
      return (Trap.tag(String(decoding: tag, as: UTF8.self)).words, tag.startIndex..<tag.endIndex)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return closing(of: value, first).flatMap { textAfter($0, in: value, quote: first) }
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      return closingBracket(of: value).flatMap { textAfter($0, in: value, quote: nil) }
    default: return nil
    }
  }

  /// The index after the quoted text that the value begins with.
  private static func closing(of value: ArraySlice<UInt8>, _ quote: UInt8) -> Int? {
    var index = value.startIndex + 1
    while index < value.endIndex {
      if value[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        index += 1
      } else if value[index] == quote {
        guard quote == UInt8(ascii: "'"), index + 1 < value.endIndex, value[index + 1] == quote else {
          return index + 1
        }
        index += 1
      }
      index += 1
    }
    return nil
  }

  /// The index after the brackets that the value begins with.
  private static func closingBracket(of value: ArraySlice<UInt8>) -> Int? {
    var depth = 0
    var index = value.startIndex
    while index < value.endIndex {
      switch value[index] {
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return index + 1 }
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        index = (closing(of: value[index...], value[index]) ?? value.endIndex) - 1
      default: break
      }
      index += 1
    }
    return nil
  }

  private static func textAfter(
    _ end: Int, in value: ArraySlice<UInt8>, quote: UInt8?
  ) -> (Words, Range<Int>)? {
    let rest = value[end...].drop { $0 == 0x20 || $0 == 0x09 }
    guard let first = rest.first, !"#,:]}".utf8.contains(first) else { return nil }
    guard quote != nil else {
      return (
        Words(
          "yaml.text-after-bracket", ko: "`[ ]`나 `{ }`로 값이 끝난 뒤에 글이 이어집니다",
          en: "text goes on after the closing bracket that ends the value", help: ParserProblem.quote),
        rest.startIndex..<rest.endIndex
      )
    }
    return (
      Words(
        "yaml.text-after-quote", ko: "따옴표로 값이 끝난 뒤에 글이 이어집니다",
        en: "text goes on after the closing quote that ends the value",
        help: LocalizedText(
          ko: "값 전체를 다른 종류의 따옴표로 묶거나, 안쪽 `'`를 `''`로 겹쳐 적으십시오",
          en: "put the whole value in the other kind of quotes, or double a `'` inside as `''`")),
      rest.startIndex..<rest.endIndex
    )
  }
}
