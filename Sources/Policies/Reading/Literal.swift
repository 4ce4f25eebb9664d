import Diagnostics
import Expressions

/// What a text of a policy file is by its look: the one grammar of values, quoted or not.
enum Literal {
  /// `true` or `false`.
  case bool(Bool)
  /// Digits with at most one sign and one point.
  case number(Rational)
  /// `2022-12-29`.
  case date(Day)
  /// A moment with its offset.
  case timestamp(Instant)
  /// Anything else.
  case text
  /// It looks like a value but cannot be one.
  case malformed(Problem)

  /// Why a text that looks like a value is none, and what to write.
  struct Problem {
    /// Says in Korean what to write instead.
    var ko: String
    /// Says in English what to write instead.
    var en: String
    /// The right spelling, if it is known.
    var spelling: String?
  }

  /// Reads a text by its look.
  init(_ text: String) {
    switch text {
    case "true": self = .bool(true)
    case "false": self = .bool(false)
    default:
      let bytes = Array(text.utf8)
      if Self.isNumber(bytes) {
        self = Self.number(text, bytes)
      } else if Self.isDate(bytes) {
        self =
          Day(iso: text).map { .date($0) }
          ?? .malformed(Problem(ko: "달력에 없는 날짜입니다", en: "there is no such day", spelling: nil))
      } else if Self.isInstant(bytes) {
        self = Self.instant(text, bytes)
      } else {
        self = .text
      }
    }
  }

  /// The problem of a plain scalar that older YAML readers take for something else than text.
  static func trap(plain text: String) -> Problem? {
    let bytes = Array(text.utf8)
    switch text.lowercased() {
    case "yes", "on":
      return Problem(ko: "참·거짓인지 글인지 알 수 없습니다", en: "it may be meant as true or as a text", spelling: "true")
    case "no", "off":
      return Problem(
        ko: "참·거짓인지 글인지 알 수 없습니다", en: "it may be meant as false or as a text", spelling: "false")
    case "true", "false":
      guard text != text.lowercased() else { return nil }
      return Problem(
        ko: "참·거짓은 소문자로 씁니다", en: "true and false are written in lower case", spelling: text.lowercased())
    default: break
    }
    if isSexagesimal(bytes) {
      return Problem(ko: "60진수로 읽힐 수 있습니다", en: "it may be read as a number to base 60", spelling: nil)
    }
    return dateInDisguise(bytes) ?? numberInDisguise(text, bytes)
  }

  /// The number that a text such as `10%`, `45일` or `1,000 days` begins with, if its unit is all that follows.
  static func number(before text: String) -> String? {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || ",._-".contains($0)) }
    let unit = text[digits.endIndex...].drop { $0 == " " }
    guard !digits.isEmpty, !unit.isEmpty, unit.allSatisfy({ $0.isLetter || $0 == "%" }) else { return nil }
    let plain = digits.filter { $0 != "," && $0 != "_" }
    guard isNumber(Array(plain.utf8)), case .number = Literal(String(plain)) else { return nil }
    return String(plain)
  }

  // ── looks ──────────────────────────────────────────────────────────────────

  private static func number(_ text: String, _ bytes: [UInt8]) -> Literal {
    let digits = bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes[...]
    if digits.count > 1, digits.first == UInt8(ascii: "0"), isDigit(digits[digits.startIndex + 1]) {
      let rest = digits.drop { $0 == UInt8(ascii: "0") }
      let kept = rest.first.map(isDigit) == true ? Array(rest) : [UInt8(ascii: "0")] + rest
      let sign = digits.count < bytes.count ? "-" : ""
      return .malformed(
        Problem(
          ko: "0으로 시작하는 수는 8진수로 읽힐 수 있습니다", en: "a number does not begin with 0",
          spelling: sign + String(decoding: kept, as: UTF8.self)))
    }
    return Rational(decimal: text).map { .number($0) }
      ?? .malformed(Problem(ko: "너무 긴 수입니다", en: "the number is too long", spelling: nil))
  }

  private static func instant(_ text: String, _ bytes: [UInt8]) -> Literal {
    if let instant = Instant(iso: text) { return .timestamp(instant) }
    let time = bytes.dropFirst(11)
    let hasOffset = time.contains {
      $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "Z")
    }
    return .malformed(
      hasOffset
        ? Problem(ko: "시각으로 읽을 수 없습니다", en: "it is no instant", spelling: nil)
        : Problem(ko: "시각에는 시차가 필요합니다", en: "an instant needs its offset", spelling: text + "+09:00"))
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// `-?digits[.digits]`.
  private static func isNumber(_ bytes: [UInt8]) -> Bool {
    let body = bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes[...]
    let parts = body.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return (1...2).contains(parts.count) && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isDigit) }
  }

  /// `dddd-dd-dd`.
  private static func isDate(_ bytes: [UInt8]) -> Bool {
    bytes.count == 10
      && bytes.enumerated().allSatisfy { $0 == 4 || $0 == 7 ? $1 == UInt8(ascii: "-") : isDigit($1) }
  }

  /// `dddd-dd-ddT…`.
  private static func isInstant(_ bytes: [UInt8]) -> Bool {
    bytes.count > 11 && isDate(Array(bytes.prefix(10))) && bytes[10] == UInt8(ascii: "T")
      && isDigit(bytes[11])
  }

  /// `1:30`.
  private static func isSexagesimal(_ bytes: [UInt8]) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    return parts.count > 1 && parts.allSatisfy { !$0.isEmpty && $0.count <= 4 && $0.allSatisfy(isDigit) }
  }

  /// `2022-1-5`, `2022.12.29`, `2022/12/29`: a date written in a way that is not read.
  private static func dateInDisguise(_ bytes: [UInt8]) -> Problem? {
    let separators: Set<UInt8> = [UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/")]
    let parts = bytes.split(omittingEmptySubsequences: false) { separators.contains($0) }
    guard parts.count == 3, parts[0].count == 4,
      parts.allSatisfy({ (1...4).contains($0.count) && $0.allSatisfy(isDigit) }),
      parts[1].count <= 2, parts[2].count <= 2
    else { return nil }
    let padded = parts.map { ($0.count == 1 ? "0" : "") + String(decoding: $0, as: UTF8.self) }
    let spelling = padded.joined(separator: "-")
    return Problem(
      ko: "날짜로 읽을 수 없는 표기입니다", en: "it is not written as a date",
      spelling: Day(iso: spelling) == nil ? nil : spelling)
  }

  /// `1,000`, `1_000`, `1e6`, `0x1F`, `.5`, `+3`, `3억`, `1000원`: a number written in a way that is not read.
  private static func numberInDisguise(_ text: String, _ bytes: [UInt8]) -> Problem? {
    let ko = "수로 읽을 수 없는 표기입니다"
    let en = "it is not written as a number"
    let unsigned =
      bytes.first.map { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") } == true
      ? Array(bytes.dropFirst()) : bytes
    guard let first = unsigned.first else { return nil }
    if isDigit(first) || first == UInt8(ascii: ".") {
      let plain = bytes.filter {
        $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "+")
      }
      if isNumber(plain), isGrouped(unsigned) {
        return Problem(ko: ko, en: en, spelling: String(decoding: plain, as: UTF8.self))
      }
      if isNumber([UInt8(ascii: "0")] + unsigned), first == UInt8(ascii: ".") {
        return Problem(ko: ko, en: en, spelling: "0" + text)
      }
      if unsigned.count > 2, first == UInt8(ascii: "0"), unsigned[1] | 0x20 == UInt8(ascii: "x"),
        unsigned.dropFirst(2).allSatisfy({
          isDigit($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0 | 0x20)
        })
      {
        let value = Int(String(decoding: unsigned.dropFirst(2), as: UTF8.self), radix: 16)
        return Problem(ko: ko, en: en, spelling: value.map(String.init))
      }
      let exponent = unsigned.split(maxSplits: 1, omittingEmptySubsequences: false) {
        $0 | 0x20 == UInt8(ascii: "e")
      }
      if exponent.count == 2, isNumber(Array(exponent[0])),
        isNumber(Array(exponent[1].drop { $0 == UInt8(ascii: "+") }))
      {
        let digits = String(decoding: exponent[0], as: UTF8.self)
        let full = Lexer.inFull(
          digits, Substring(String(decoding: unsigned, as: UTF8.self).dropFirst(digits.count)))
        return Problem(ko: ko, en: en, spelling: full.map { (text.hasPrefix("-") ? "-" : "") + $0 })
      }
      if text.hasSuffix("%"), let digits = number(before: text) {
        return Problem(ko: ko, en: en, spelling: digits)
      }
      return koreanAmount(text)
    }
    return nil
  }

  /// Commas and underscores stand only between groups of three digits, or a sign stands before.
  private static func isGrouped(_ bytes: [UInt8]) -> Bool {
    let whole = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).first ?? []
    let groups = whole.split(omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "_")
    }
    return groups.dropFirst().allSatisfy { $0.count == 3 }
      && groups.first.map { (1...3).contains($0.count) || groups.count == 1 } == true
  }

  /// `3억`, `5,000만원`.
  private static func koreanAmount(_ text: String) -> Problem? {
    let scales: [Character: Int] = ["천": 1_000, "만": 10_000, "억": 100_000_000, "조": 1_000_000_000_000]
    var rest = Substring(text)
    if rest.hasSuffix("원") { rest = rest.dropLast() }
    var factor = 1
    if let last = rest.last, let scale = scales[last] {
      factor = scale
      rest = rest.dropLast()
    }
    guard rest.count < text.count else { return nil }
    let digits = rest.filter { $0 != "," }
    guard let amount = Int(digits) else { return nil }
    let (product, overflow) = amount.multipliedReportingOverflow(by: factor)
    return Problem(
      ko: "수로 읽을 수 없는 표기입니다", en: "it is not written as a number", spelling: overflow ? nil : String(product))
  }
}
