import Diagnostics
import Expressions
import Findings

/// Turns constants into values of a report, which `ValueFormatter` words. `ValueWriter` adds what a scheme's facts
/// are called.
struct ConstantWriter: Sendable {
  /// Labels of choices.
  let environment: TypeEnvironment
  /// Offset from UTC in seconds in which instants are written.
  let utcOffset: Int
  /// Whether members of a choice that are called the same are told apart by the words that files use.
  var tellsMembersApart = true

  /// A constant of a known type; a text is a choice's member only where the type says so.
  func write(_ value: Value, as type: ValueType) -> ReportValue {
    switch value {
    case .bool(let answer): .bool(answer)
    case .number(let number): write(number, as: type)
    case .string(let text): write(text, as: type)
    case .date(let day): ReportValue(.date, day.iso)
    case .timestamp(let instant): ReportValue(.timestamp, instant.text(utcOffset: utcOffset))
    case .duration(let span): ReportValue(.duration, span.text)
    case .list(let list): .list(list.elements.map { write($0.value, as: element(of: type)) })
    case .either(let readings): .either(readings.map { write($0, as: type) })
    case .range(let range):
      .range(atLeast: range.low.map { write($0, as: type) }, atMost: range.high.map { write($0, as: type) })
    case .unknown: .unknown
    case .error(let error): .error(error.message)
    case .null: .none
    case .record, .interval, .map: .string(value.plainText)
    }
  }

  private func write(_ number: Rational, as type: ValueType) -> ReportValue {
    let (text, isExact) = number.decimalText
    var unit: String?
    if case .number(let code) = type { unit = code }
    return .number(text, exact: isExact ? nil : number.fractionText, unit: unit)
  }

  private func write(_ text: String, as type: ValueType) -> ReportValue {
    guard case .choice(let index) = type, environment.choices.indices.contains(index) else {
      return .string(text)
    }
    return ReportValue(.choice, text, label: label(of: text, in: environment.choices[index]))
  }

  /// A member's label, with the member itself where another member is called the same.
  private func label(of member: String, in choice: ChoiceType) -> LocalizedText? {
    guard let label = choice.label(of: member), tellsMembersApart else { return choice.label(of: member) }
    func text(_ text: String, _ language: Language) -> String {
      choice.members.count { $0.label[language] == text } > 1 ? "\(text)(\(member))" : text
    }
    return LocalizedText(ko: text(label.ko, .ko), en: text(label.en, .en))
  }

  private func element(of type: ValueType) -> ValueType {
    if case .list(let element) = type { element } else { .dyn }
  }

  /// A constant as people of each language write it, every member of a list included.
  func words(for value: Value, as type: ValueType, units: [String: LocalizedText]) -> LocalizedText {
    let written = write(value, as: type)
    func text(_ language: Language) -> String {
      let formatter = ValueFormatter(language: language, units: units)
      guard written.type == .list, !written.items.isEmpty else { return formatter.text(written) }
      return written.items.map { formatter.text($0) }.joined(separator: ", ")
    }
    return LocalizedText(ko: text(.ko), en: text(.en))
  }
}
