package import Diagnostics

extension ValueType {
  /// What a value of this type is, for messages: `a date`, `날짜`.
  package func described(in environment: TypeEnvironment) -> LocalizedText {
    switch self {
    case .bool: LocalizedText(ko: "참·거짓", en: "true or false")
    case .number(let unit?): LocalizedText(ko: "수(\(unit))", en: "a number in `\(unit)`")
    case .number(nil): LocalizedText(ko: "수", en: "a number")
    case .string: LocalizedText(ko: "글", en: "a text")
    case .choice: LocalizedText(ko: "선택값", en: "a choice")
    case .date: LocalizedText(ko: "날짜", en: "a date")
    case .timestamp: LocalizedText(ko: "일시", en: "a timestamp")
    case .duration: LocalizedText(ko: "시간 길이", en: "a duration")
    case .list(let element):
      LocalizedText(
        ko: "목록(\(element.described(in: environment).ko))", en: "a list of \(element.plural(in: environment))"
      )
    case .record(let type):
      LocalizedText(
        ko: "`\(Self.recordName(type, in: environment))` 요소",
        en: "one `\(Self.recordName(type, in: environment))`")
    case .reference(let reference):
      LocalizedText(
        ko: "`\(Self.recordName(reference.record, in: environment))`을(를) 가리키는 값",
        en: "a reference to `\(Self.recordName(reference.record, in: environment))`")
    case .group: LocalizedText(ko: "항목 묶음", en: "a group of facts")
    case .pair: LocalizedText(ko: "이웃한 두 요소", en: "a pair of neighbours")
    case .interval: LocalizedText(ko: "구간", en: "an interval")
    case .dyn: LocalizedText(ko: "형을 알 수 없는 값", en: "a value of unknown type")
    case .null: LocalizedText("`null`")
    case .map: LocalizedText(ko: "맵", en: "a map")
    }
  }

  /// Several values of this type, in English.
  private func plural(in environment: TypeEnvironment) -> String {
    switch self {
    case .bool: "truth values"
    case .number(let unit?): "numbers in `\(unit)`"
    case .number(nil): "numbers"
    case .string: "texts"
    case .choice: "choices"
    case .date: "dates"
    case .timestamp: "timestamps"
    case .duration: "durations"
    case .list: "lists"
    case .record(let type): "`\(Self.recordName(type, in: environment))`"
    case .reference(let reference): "references to `\(Self.recordName(reference.record, in: environment))`"
    case .group: "groups of facts"
    case .pair: "pairs of neighbours"
    case .interval: "intervals"
    case .dyn: "anything"
    case .null: "`null`"
    case .map: "maps"
    }
  }

  private static func recordName(_ type: Int, in environment: TypeEnvironment) -> String {
    guard environment.records.indices.contains(type) else { return "?" }
    let name = environment.records[type].name
    return name.isEmpty ? "scheme" : name
  }

  /// Whether it is a text, a choice or a reference: all three are text while evaluating.
  var isText: Bool {
    switch self {
    case .string, .choice, .reference: true
    case .bool, .number, .date, .timestamp, .duration, .list, .record, .group, .pair, .interval, .dyn, .null,
      .map:
      false
    }
  }

  /// Whether some part of it is of unknown type.
  var mentionsDyn: Bool {
    switch self {
    case .dyn: true
    case .list(let element), .pair(let element): element.mentionsDyn
    case .map(let key, let value): key.mentionsDyn || value.mentionsDyn
    case .bool, .number, .string, .choice, .date, .timestamp, .duration, .record, .reference, .group,
      .interval, .null:
      false
    }
  }
}
