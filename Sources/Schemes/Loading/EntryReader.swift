import Diagnostics
import Expressions
import YAMLTree

/// Reads the entries of headers and declarations: labels, texts, switches, lists of names.
struct EntryReader {
  /// What was found wrong so far.
  var log = DiagnosticLog()
  /// Keys that were probably meant in place of misspelt ones, which were reported.
  var corrections: [(edit: YAMLEdit, problem: Diagnostic)] = []

  /// Reports keys that a mapping may not have, with the nearest one that it may.
  mutating func checkKeys(of mapping: YAMLNode, allowed: [String], code: String) {
    for (key, value) in mapping.entries where !allowed.contains(where: { key.hasText($0) }) {
      if key.isBroken { continue }
      let name = Quoted.text(key.text)
      let near = Suggestion.nearest(to: name, among: allowed)
      let list = allowed.map { "`\($0)`" }.joined(separator: ", ")
      log.error(
        code, at: key.span, ko: "`\(name)`은(는) 이 자리에 없는 항목입니다", en: "unknown key `\(name)`",
        help: near.map(Suggestion.question)
          ?? (value.isNull && value.text.isEmpty && name.utf8.contains(UInt8(ascii: " "))
            ? Self.splitHelp : LocalizedText(ko: "쓸 수 있는 항목: \(list)", en: "expected one of \(list)")))
      if let near, mapping[near] == nil, let problem = log.entries.last, problem.severity == .error,
        !log.isFull
      {
        corrections.append((.reword(key, as: near), problem))
      }
    }
  }

  /// What to do about an entry without a value in `{…}` that was part of the value before it.
  static let splitHelp = LocalizedText(
    ko: "`{…}` 안에서는 쉼표가 항목을 나눕니다. 앞 값의 일부라면 숫자는 쉼표 없이, 글은 따옴표로 묶어 적으십시오",
    en:
      "a comma parts entries in `{…}`: if this belongs to the value before it, write a number without commas "
      + "and put a text in quotes")

  /// A text, or one text for each language; one language stands for both.
  mutating func localized(_ node: YAMLNode) -> LocalizedText? {
    switch node.kind {
    case .scalar: return node.isNull ? nil : LocalizedText(node.text)
    case .mapping:
      let ko = node["ko"].flatMap { text($0) }
      let en = node["en"].flatMap { text($0) }
      return (ko ?? en).map { LocalizedText(ko: ko ?? $0, en: en ?? $0) }
    case .sequence:
      if node.isBroken { return nil }
      log.error(
        "file.expected-text", at: node.span, ko: "글이 와야 할 자리에 목록이 있습니다", en: "expected a text, found a list",
        help: LocalizedText(ko: "`{ko: …, en: …}` 또는 한 줄 글로 적으십시오", en: "write a text or `{ko: …, en: …}`"))
      return nil
    }
  }

  /// A scalar's text; nil when it says nothing or is no scalar.
  mutating func text(_ node: YAMLNode) -> String? {
    guard !node.isBroken else { return nil }
    guard node.kind == .scalar else {
      log.error(
        "file.expected-text", at: node.span, ko: "한 줄 글이 와야 합니다", en: "expected a text",
        help: LocalizedText(ko: "`이름: 글` 꼴로 적으십시오", en: "write it as `name: text`"))
      return nil
    }
    return node.isNull || node.utf8.isEmpty ? nil : node.text
  }

  /// `true` or `false`; false when it says neither.
  mutating func flag(_ node: YAMLNode?) -> Bool {
    guard let node, !node.isNull, !node.isBroken else { return false }
    if node.hasText("true") { return true }
    if node.hasText("false") { return false }
    let meaning = BooleanSpelling.meaning(of: node.text)
    log.error(
      "value.not-a-boolean", at: node.span, ko: "`true` 또는 `false`가 와야 합니다", en: "expected `true` or `false`",
      help: meaning.map { LocalizedText(ko: "`\($0)`로 적으십시오", en: "write `\($0)`") })
    return false
  }

  /// A date, or nil when there is none or it cannot be read.
  mutating func day(_ node: YAMLNode?) -> Day? {
    guard let node, !node.isNull, !node.isBroken else { return nil }
    if node.kind == .scalar, let day = Day(iso: node.text) { return day }
    let quoted = Quoted.text(node.text)
    log.error(
      "value.not-a-date", at: node.span, ko: "`\(quoted)`은(는) 날짜가 아닙니다", en: "`\(quoted)` is not a date",
      help: DateSpelling.dateHelp(node.text))
    return nil
  }

  /// The scalars of a list, or the one scalar in its place.
  mutating func names(_ node: YAMLNode?) -> [YAMLNode] {
    guard let node, !node.isNull else { return [] }
    let nodes = node.kind == .sequence ? node.items : [node]
    return nodes.filter { item in
      if item.isBroken { return false }
      if item.kind == .scalar, !item.isNull { return true }
      log.error(
        "file.expected-name", at: item.span, ko: "이름이 와야 합니다", en: "expected a name",
        help: LocalizedText(ko: "이름 하나 또는 `[이름, 이름]`으로 적으십시오", en: "write one name or `[name, name]`"))
      return false
    }
  }

  /// A mapping's entries; reports a node that is none. Nothing at all is an empty mapping.
  mutating func entries(_ node: YAMLNode?) -> [(key: YAMLNode, value: YAMLNode)] {
    guard let node, !node.isNull else { return [] }
    guard node.kind == .mapping else {
      if node.isBroken { return [] }
      log.error(
        "file.expected-mapping", at: node.span, ko: "`이름: 값` 꼴이 와야 합니다",
        en: "expected a mapping of `name: value` entries")
      return []
    }
    return node.entries
  }
}
