import Diagnostics
import Expressions

/// The many ways to write a number that files may not use, and the right spelling of each.
struct NumberSpelling {
  /// Code of the unit that the number is in.
  let unit: String?
  /// The unit's name for people.
  let label: LocalizedText?

  /// What to write in place of a text that is no number.
  func help(for text: String) -> LocalizedText {
    guard text.utf8.count <= 64 else {
      return LocalizedText(
        ko: "숫자는 `-?숫자[.숫자]` 꼴로 적으며 너무 길지 않아야 합니다",
        en: "write digits with an optional `.` and fraction, not too many of them")
    }
    let plain = Self.halfWidth(text)
    if let bounds = Self.bounds(plain, reading: correction) { return bounds }
    if let hours = sexagesimal(plain) { return hours }
    if let number = correction(plain) { return Self.write(number) }
    switch plain.lowercased() {
    case ".inf", "-.inf", "inf", "infinity", "∞", "무한", "무제한":
      return LocalizedText(
        ko: "상한이 없으면 `none`, 모르면 `null`로 적으십시오", en: "write `none` for no limit, `null` if it is not known")
    case ".nan", "nan":
      return LocalizedText(ko: "모르면 `null`로 적으십시오", en: "write `null` if it is not known")
    default: break
    }
    if plain.utf8.contains(UInt8(ascii: "/")) {
      return LocalizedText(
        ko: "분수 대신 소수로 적으십시오. 보기: `0.5`", en: "write a decimal in place of a fraction, such as `0.5`")
    }
    return LocalizedText(
      ko: "숫자는 `7550`, `-3`, `12.5`처럼 적습니다. 쉼표, 단위, 지수는 쓰지 않습니다",
      en: "write a number as `7550`, `-3` or `12.5`, without commas, units or exponents")
  }

  private static func write(_ number: String) -> LocalizedText {
    LocalizedText(ko: "`\(number)`로 적으십시오", en: "write `\(number)`")
  }

  /// The number that a text means, in the right spelling.
  private func correction(_ text: String) -> String? {
    let core = withoutUnit(text)
    if core.isEmpty { return nil }
    let joined = core.filter { $0 != " " }
    if ScalarReader.number(joined) != nil { return joined }
    return Self.grouped(joined) ?? Self.radix(joined) ?? Self.exponent(joined) ?? Self.koreanMultiple(joined)
      ?? Self.trimmed(joined)
  }

  /// Takes off a currency sign, a percent sign, the unit's code or its label.
  private func withoutUnit(_ text: String) -> String {
    var core = Substring(text)
    var prefixes: [String] = []
    var suffixes: [String] = []
    if let unit {
      suffixes += [unit, label?.ko ?? unit, label?.en ?? unit]
      switch unit {
      case "KRW":
        prefixes += ["₩", "￦", "KRW"]
        suffixes += ["원정", "원", "won"]
      case "percent": suffixes += ["%", "％", "퍼센트", "프로"]
      case "days": suffixes += ["일간", "일", "days", "day"]
      case "h", "hours": suffixes += ["시간", "hours", "hour", "h"]
      case "persons": suffixes += ["명", "인"]
      default: break
      }
    }
    for prefix in prefixes where core.hasPrefix(prefix) {
      core = core.dropFirst(prefix.count)
      break
    }
    for suffix in suffixes where !suffix.isEmpty && core.hasSuffix(suffix) && core.count > suffix.count {
      core = core.dropLast(suffix.count)
      break
    }
    while core.first == " " { core.removeFirst() }
    while core.last == " " { core.removeLast() }
    return String(core)
  }

  /// Full-width digits and signs as ASCII, without spaces at the ends.
  private static func halfWidth(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: scalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x2212: scalars.append("-")
      case 0x00A0, 0x3000, 0x2009, 0x202F: scalars.append(" ")
      default: scalars.append(scalar)
      }
    }
    var core = Substring(String(scalars))
    while core.first == " " { core.removeFirst() }
    while core.last == " " { core.removeLast() }
    return String(core)
  }

  /// `1,000`, `1_000` and `1'000`.
  private static func grouped(_ text: String) -> String? {
    for separator in [",", "_", "'"] as [Character] where text.contains(separator) {
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count <= 2, let whole = parts.first else { return nil }
      let joined = whole.filter { $0 != separator } + (parts.count == 2 ? "." + parts[1] : "")
      return ScalarReader.number(String(joined)) == nil ? trimmed(String(joined)) : String(joined)
    }
    return nil
  }

  /// `0x1F`, `0o17` and `0b101`.
  private static func radix(_ text: String) -> String? {
    let lower = text.lowercased()
    let isNegative = lower.hasPrefix("-")
    let digits = isNegative ? lower.dropFirst() : Substring(lower)
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where digits.hasPrefix(prefix) {
      guard let value = UInt64(digits.dropFirst(2), radix: radix), digits.dropFirst(2).first != "+" else {
        return nil
      }
      return (isNegative ? "-" : "") + String(value)
    }
    return nil
  }

  /// `1e6` and `2.5E-3`.
  private static func exponent(_ text: String) -> String? {
    let parts = text.lowercased().split(separator: "e", omittingEmptySubsequences: false)
    guard parts.count == 2, let power = Int(parts[1]), abs(power) <= 30,
      let mantissa = ScalarReader.number(String(parts[0]))
        ?? trimmed(String(parts[0])).flatMap(ScalarReader.number)
    else { return nil }
    let scale = String(repeating: "0", count: abs(power))
    guard let factor = Rational(decimal: "1" + scale) else { return nil }
    return decimal { () throws(ArithmeticFailure) in
      power < 0 ? try mantissa.divided(by: factor) : try mantissa.multiplied(by: factor)
    }
  }

  /// `3억`, `1.5만` and `5,577억 2천만`.
  private static func koreanMultiple(_ text: String) -> String? {
    let powers: [Character: (zeros: Int, isGroup: Bool)] = [
      "십": (1, false), "백": (2, false), "천": (3, false), "만": (4, true), "억": (8, true), "조": (12, true),
    ]
    guard text.contains(where: { powers[$0] != nil }) else { return nil }
    var total = Rational(0)
    var group = Rational(0)
    var digits = ""
    do throws(ArithmeticFailure) {
      for character in text {
        if let power = powers[character] {
          guard let factor = Rational(decimal: "1" + String(repeating: "0", count: power.zeros)) else {
            return nil
          }
          if power.isGroup {
            if let number = ScalarReader.number(digits) { group = try group.adding(number) }
            if digits.isEmpty, group == Rational(0) { group = Rational(1) }
            total = try total.adding(try group.multiplied(by: factor))
            group = Rational(0)
          } else {
            let number = digits.isEmpty ? Rational(1) : ScalarReader.number(digits)
            guard let number else { return nil }
            group = try group.adding(try number.multiplied(by: factor))
          }
          digits = ""
        } else if character != "," {
          guard character.isASCII, character.isNumber || character == "." else { return nil }
          digits.append(character)
        }
      }
      if !digits.isEmpty {
        guard let number = ScalarReader.number(digits) else { return nil }
        group = try group.adding(number)
      }
      total = try total.adding(group)
    } catch {
      return nil
    }
    return exactText(total)
  }

  /// `017`, `+5`, `.5` and `5.`.
  private static func trimmed(_ text: String) -> String? {
    var core = Substring(text)
    let isNegative = core.first == "-"
    if isNegative || core.first == "+" { core = core.dropFirst() }
    if core.last == "." { core = core.dropLast() }
    if core.first == "." { core = "0" + core }
    while core.count > 1, core.first == "0", core.dropFirst().first != "." { core = core.dropFirst() }
    let number = (isNegative ? "-" : "") + core
    return ScalarReader.number(number) == nil ? nil : number
  }

  /// `1:30`, which other readers of YAML take for 90.
  private func sexagesimal(_ text: String) -> LocalizedText? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, let high = parts.first.flatMap({ Int($0) }), high < 1_000_000,
      high >= 0, let low = Int(parts[1]), (0..<60).contains(low)
    else { return nil }
    if unit == "h" || unit == "hours", parts.count == 2,
      let hours = Self.decimal({ () throws(ArithmeticFailure) in
        try Rational(high).adding(try Rational(low).divided(by: Rational(60)))
      })
    {
      return LocalizedText(
        ko: "\(high)시간 \(low)분이면 `\(hours)`로 적으십시오", en: "write `\(hours)` for \(high) h \(low) min")
    }
    return LocalizedText(
      ko: "`:`로 나눈 수는 쓰지 않습니다. 한 단위로 고쳐 적으십시오(1시간 30분은 시간으로 `1.5`, 분으로 `90`)",
      en:
        "numbers parted by `:` are not used; write it in one unit (1 h 30 min is `1.5` in hours, `90` in minutes)"
    )
  }

  private static func decimal(_ body: () throws(ArithmeticFailure) -> Rational) -> String? {
    do throws(ArithmeticFailure) {
      return exactText(try body())
    } catch {
      return nil
    }
  }

  private static func exactText(_ number: Rational) -> String? {
    let (text, isExact) = number.decimalText
    return isExact ? text : nil
  }
}
