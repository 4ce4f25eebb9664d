import Diagnostics
import Expressions
import YAMLTree

/// Scalars with a fixed meaning: texts, ids, days, words.
extension Reader {
  /// A scalar's text; anything else, and nothing at all, is reported.
  mutating func text(_ node: YAMLNode, _ what: LocalizedText) -> String? {
    guard !node.isBroken else { return nil }
    guard node.kind == .scalar, !node.isNull else {
      error(
        "not-a-text", at: node.span, ko: "\(what.ko)이(가) 적혀 있지 않습니다", en: "expected \(what.en) here",
        help: node.kind == .scalar
          ? LocalizedText(ko: "값을 쓰거나 항목을 빼십시오", en: "write it, or take the entry out")
          : LocalizedText(
            ko: "`{`, `[`, `: `, `, `이 들어 있으면 전체를 따옴표로 묶으십시오",
            en: "quote the whole text if it holds `{`, `[`, `: ` or `, `"))
      return nil
    }
    return node.text
  }

  /// A name without spaces, such as a rule's id.
  mutating func identifier(_ node: YAMLNode, _ what: LocalizedText) -> String? {
    guard let text = text(node, what) else { return nil }
    if let bad = text.unicodeScalars.first(where: Self.isForbidden) {
      error(
        "identifier", at: node.span, ko: "\(what.ko) `\(text)`에 쓸 수 없는 문자 `\(bad)`이(가) 있습니다",
        en: "\(what.en) `\(text)` holds `\(bad)`",
        help: LocalizedText(ko: "글자, 숫자, `-`, `_`, `.`만 쓰십시오", en: "use letters, digits, `-`, `_` and `.`"))
      return nil
    }
    return text
  }

  /// Spaces and what paths, lists and selectors are written with.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "가"..."힣": false
    case "[", "]", "/", "\\", "\"", "'", ",", "{", "}": true
    default: scalar.properties.isWhitespace
    }
  }

  /// A text for people: one for both languages, or `{ko, en}`.
  mutating func localized(_ node: YAMLNode, _ what: LocalizedText) -> LocalizedText? {
    guard node.kind == .mapping else { return text(node, what).map { LocalizedText($0) } }
    guard mapping(node, keys: ["ko", "en"], of: what) else { return nil }
    return localized(entriesOf: node, what)
  }

  /// The text under `ko` and `en` of a mapping with other keys besides; one stands for both if alone.
  mutating func localized(entriesOf node: YAMLNode, _ what: LocalizedText) -> LocalizedText? {
    let ko = node["ko"].flatMap { text($0, what) }
    let en = node["en"].flatMap { text($0, what) }
    guard let first = ko ?? en else {
      if node["ko"] == nil, node["en"] == nil, !node.isBroken {
        error(
          "missing-text", at: node.span, ko: "\(what.ko)의 글이 없습니다",
          en: "expected `ko` and `en` of \(what.en)",
          help: LocalizedText(ko: "`{ko: …, en: …}`로 쓰십시오", en: "write `{ko: …, en: …}`"))
      }
      return nil
    }
    return LocalizedText(ko: ko ?? first, en: en ?? first)
  }

  /// A calendar day as `2022-12-29`.
  mutating func day(_ node: YAMLNode, _ what: LocalizedText) -> Day? {
    guard let text = text(node, what) else { return nil }
    guard let day = Day(iso: text) else {
      error(
        "date", at: node.span, ko: "`\(text)`은(는) \(what.ko)의 날짜로 읽을 수 없습니다",
        en: "`\(text)` is not a date for \(what.en)",
        help: LocalizedText(ko: "2022-12-29처럼 쓰십시오", en: "write it like 2022-12-29"))
      return nil
    }
    return day
  }

  /// `true` or `false`.
  mutating func flag(_ node: YAMLNode, _ what: LocalizedText) -> Bool? {
    guard let text = text(node, what) else { return nil }
    switch text {
    case "true": return true
    case "false": return false
    default:
      error(
        "bool", at: node.span, ko: "`\(text)`은(는) \(what.ko)에 쓸 수 없습니다",
        en: "`\(text)` is neither `true` nor `false` (\(what.en))",
        help: LocalizedText(ko: "`true` 또는 `false`로 쓰십시오", en: "write `true` or `false`"))
      return nil
    }
  }

  /// One of a fixed set of words.
  mutating func word<Word: RawRepresentable<String>>(
    _ node: YAMLNode, among words: [Word], _ what: LocalizedText
  ) -> Word? {
    guard let text = text(node, what) else { return nil }
    if let word = words.first(where: { $0.rawValue == text }) { return word }
    let names = words.map(\.rawValue)
    error(
      "unknown-word", at: node.span, ko: "`\(text)`은(는) \(what.ko)에 쓸 수 없는 값입니다",
      en: "unknown \(what.en) `\(text)`",
      help: suggestion(for: text, among: names)
        ?? names.first { $0.utf8.count > 2 && text.hasPrefix($0) }.map(Suggestion.question)
        ?? LocalizedText(
          ko: "쓸 수 있는 값: \(names.joined(separator: ", "))",
          en: "expected one of \(names.joined(separator: ", "))"))
    return nil
  }

  /// `{from, to}`, both inclusive and both optional.
  mutating func period(_ node: YAMLNode, _ what: LocalizedText) -> Period {
    guard mapping(node, keys: ["from", "to"], of: what) else { return .always }
    let period = Period(
      from: node.stated("from").flatMap { day($0, LocalizedText(ko: "시작일", en: "the first day")) },
      to: node.stated("to").flatMap { day($0, LocalizedText(ko: "마지막 날", en: "the last day")) })
    if let from = period.from, let to = period.to, to < from {
      error(
        "period", at: node["to"]?.span ?? node.span, ko: "마지막 날이 시작일보다 앞섭니다",
        en: "the last day comes before the first",
        help: LocalizedText(
          ko: "`from`과 `to`를 확인하십시오(`to`는 그날을 포함)", en: "check `from` and `to` (`to` is inclusive)"))
      // Nothing else is said of days that were not meant.
      return .always
    }
    return period
  }

  /// `written`, `today` or a day: which date picks versions.
  mutating func asOfMode(_ node: YAMLNode) -> AsOfMode? {
    switch node.text {
    case "written": return .written
    case "today": return .today
    default:
      guard let text = text(node, LocalizedText(ko: "기준일", en: "an as-of date")) else { return nil }
      guard let day = Day(iso: text) else {
        error(
          "as-of", at: node.span, ko: "`\(text)`은(는) 기준일로 읽을 수 없습니다", en: "`\(text)` is no as-of date",
          help: LocalizedText(
            ko: "`written`, `today` 또는 2022-12-29 같은 날짜를 쓰십시오",
            en: "write `written`, `today` or a date like 2022-12-29"))
        return nil
      }
      return .day(day)
    }
  }
}
