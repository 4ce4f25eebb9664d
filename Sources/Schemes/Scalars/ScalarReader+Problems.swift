import Diagnostics
import Expressions
import YAMLTree

extension ScalarReader {
  /// Reports a scalar that is not what its fact needs, with the right spelling where it can be told.
  mutating func report(
    _ node: YAMLNode, _ text: String, as form: ScalarForm, diagnostics: inout DiagnosticLog
  ) {
    if diagnostics.isFull {
      diagnostics.error("value.wrong", at: nil, ko: "", en: "")
      return
    }
    let quoted = Quoted.text(text)
    if text.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }) {
      diagnostics.error(
        "value.empty-text", at: node.span, ko: "빈 글은 값이 아닙니다", en: "an empty text is no value",
        help: LocalizedText(
          ko: "모르면 `null`, 없다고 밝히려면 `none`을 따옴표 없이 적으십시오",
          en: "write `null` if it is not known, `none` to declare that there is none, both without quotes"))
      return
    }
    if case .bool = form, BooleanSpelling.meaning(of: text) != nil {
      reportBoolean(node, quoted, text, diagnostics: &diagnostics)
      return
    }
    if let state = StateSpelling(text), !node.isQuoted {
      state.report(node, quoted, diagnostics: &diagnostics)
      return
    }
    if text == "null" || text == "none" || text == "~" {
      diagnostics.error(
        "value.quoted-state", at: node.span, ko: "따옴표로 묶인 `\(text)`은(는) 글이며 이 자리의 값이 될 수 없습니다",
        en: "`\(text)` in quotes is a text and no value for this place",
        help: LocalizedText(ko: "`\(text)`을(를) 따옴표 없이 적으십시오", en: "write `\(text)` without quotes"))
      return
    }
    switch form {
    case .bool:
      reportBoolean(node, quoted, text, diagnostics: &diagnostics)
    case .number(let unit):
      reportNumber(node, quoted, text, unit: unit, diagnostics: &diagnostics)
    case .date:
      diagnostics.error(
        "value.not-a-date", at: node.span, ko: "`\(quoted)`은(는) 날짜가 아닙니다",
        en: "`\(quoted)` is not a date", help: DateSpelling.dateHelp(text))
    case .timestamp:
      diagnostics.error(
        "value.not-a-timestamp", at: node.span, ko: "`\(quoted)`은(는) 시간대가 있는 시각이 아닙니다",
        en: "`\(quoted)` is not a time with an offset", help: DateSpelling.timestampHelp(text))
    case .choice(let index):
      reportChoice(node, quoted, text, index, diagnostics: &diagnostics)
    case .string, .reference:
      diagnostics.error(
        "value.not-a-text", at: node.span, ko: "`\(quoted)`은(는) 글이 아닙니다", en: "`\(quoted)` is not a text")
    }
  }

  private func reportBoolean(
    _ node: YAMLNode, _ quoted: String, _ text: String, diagnostics: inout DiagnosticLog
  ) {
    let help =
      BooleanSpelling.meaning(of: text).map {
        LocalizedText(ko: "`\($0)`로 적으십시오", en: "write `\($0)`")
      } ?? LocalizedText(ko: "`true` 또는 `false`로 적으십시오", en: "write `true` or `false`")
    diagnostics.error(
      "value.not-a-boolean", at: node.span, ko: "`\(quoted)`은(는) `true`도 `false`도 아닙니다",
      en: "`\(quoted)` is neither `true` nor `false`", help: help)
  }

  private func reportNumber(
    _ node: YAMLNode, _ quoted: String, _ text: String, unit: String?, diagnostics: inout DiagnosticLog
  ) {
    let labels = unit.flatMap { environment.units[$0] }
    let unitKo = unit.map { "(단위 \(labels?.ko ?? $0))" } ?? ""
    let unitEn = unit.map { " (in \(labels?.en ?? $0))" } ?? ""
    diagnostics.error(
      "value.not-a-number", at: node.span, ko: "`\(quoted)`은(는) 숫자\(unitKo)가 아닙니다",
      en: "`\(quoted)` is not a number\(unitEn)",
      help: NumberSpelling(unit: unit, label: labels).help(for: text))
  }

  private mutating func reportChoice(
    _ node: YAMLNode, _ quoted: String, _ text: String, _ index: Int, diagnostics: inout DiagnosticLog
  ) {
    let choice = environment.choices[index]
    let named = choice.members.first { $0.label.ko == text || $0.label.en == text }?.name
    let near = named ?? suggestion(for: text, among: choice.members.map(\.name))
    let question = near.map(Suggestion.question)
    let list = choice.members.prefix(30).map { "`\($0.name)`" }.joined(separator: ", ")
    let rest = choice.members.count > 30 ? " …" : ""
    let answers = LocalizedText(ko: "쓸 수 있는 값: \(list)\(rest)", en: "expected one of \(list)\(rest)")
    diagnostics.error(
      "value.unknown-member", at: node.span, ko: "`\(quoted)`은(는) 쓸 수 있는 값이 아닙니다",
      en: "`\(quoted)` is not one of the listed values",
      help: question.map { LocalizedText.joined([$0, answers], separator: " ") } ?? answers)
  }
}
