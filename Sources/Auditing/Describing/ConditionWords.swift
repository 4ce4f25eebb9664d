import Diagnostics
import Expressions

/// Says what a row of a decision table asks of an input: `24시간 이상`, `at least 24 hours`.
struct ConditionWords {
  /// Writes a constant of a column's type in both languages.
  let value: (Value, ValueType) -> LocalizedText

  /// A condition on an input of a column.
  func words(_ condition: DecisionTable.Condition, _ column: DecisionTable.Column) -> LocalizedText {
    let type = column.type ?? .dyn
    switch condition {
    case .any, .between(nil, nil): return LocalizedText(ko: "(무엇이든)", en: "(any)")
    case .oneOf(let values):
      let words = values.map { value($0, type) }
      return LocalizedText(
        ko: words.map(\.ko).joined(separator: " 또는 "), en: words.map(\.en).joined(separator: " or "))
    case .between(let low, let high):
      let ends = [low.map { self.low($0, type) }, high.map { self.high($0, type) }].compactMap { $0 }
      return LocalizedText(
        ko: ends.map(\.ko).joined(separator: " "), en: ends.map(\.en).joined(separator: ", "))
    }
  }

  private func low(_ limit: DecisionTable.Limit, _ type: ValueType) -> LocalizedText {
    let value = value(limit.value, type)
    return switch (limit.isIncluded, Self.isTime(type)) {
    case (true, false): LocalizedText(ko: "\(value.ko) 이상", en: "at least \(value.en)")
    case (false, false): LocalizedText(ko: "\(value.ko) 초과", en: "more than \(value.en)")
    case (true, true): LocalizedText(ko: "\(value.ko) 이후", en: "on or after \(value.en)")
    case (false, true): LocalizedText(ko: "\(value.ko) 후", en: "after \(value.en)")
    }
  }

  private func high(_ limit: DecisionTable.Limit, _ type: ValueType) -> LocalizedText {
    let value = value(limit.value, type)
    return switch (limit.isIncluded, Self.isTime(type)) {
    case (true, false): LocalizedText(ko: "\(value.ko) 이하", en: "at most \(value.en)")
    case (false, false): LocalizedText(ko: "\(value.ko) 미만", en: "less than \(value.en)")
    case (true, true): LocalizedText(ko: "\(value.ko) 이전", en: "on or before \(value.en)")
    case (false, true): LocalizedText(ko: "\(value.ko) 전", en: "before \(value.en)")
    }
  }

  private static func isTime(_ type: ValueType) -> Bool { type == .date || type == .timestamp }
}
