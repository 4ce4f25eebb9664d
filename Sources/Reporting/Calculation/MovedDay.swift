import Diagnostics
import Findings

/// Days with their weekdays, for a period's end that the calendar moved.
enum MovedDay {
  /// `2022. 11. 19.(토)`, `Saturday 19 November 2022`; holidays by their names too.
  static func words(_ value: ReportValue, _ formatter: ValueFormatter) -> String {
    switch value.type {
    case .date: return day(value, formatter)
    case .range:
      guard let low = value.atLeast, let high = value.atMost else { return formatter.text(value) }
      let separator = formatter.language == .ko ? "~" : " – "
      return words(low, formatter) + separator + words(high, formatter)
    case .either:
      let separator = formatter.language == .ko ? " 또는 " : " or "
      return value.items.map { words($0, formatter) }.joined(separator: separator)
    case .bool, .number, .string, .choice, .timestamp, .duration, .list, .record, .ref, .unknown, .none,
      .error:
      return formatter.text(value)
    }
  }

  /// Whether a value is a day, or what is known of one.
  static func isDay(_ value: ReportValue) -> Bool {
    switch value.type {
    case .date: true
    case .range: [value.atLeast, value.atMost].allSatisfy { $0.map(isDay) ?? true }
    case .either: value.items.allSatisfy(isDay)
    case .bool, .number, .string, .choice, .timestamp, .duration, .list, .record, .ref, .unknown, .none,
      .error:
      false
    }
  }

  private static func day(_ value: ReportValue, _ formatter: ValueFormatter) -> String {
    let text = formatter.text(value)
    guard let day = CivilDay(value.text) else { return text }
    let holiday = value.label?[formatter.language]
    switch formatter.language {
    case .ko:
      let weekday = ["월", "화", "수", "목", "금", "토", "일"][day.weekday]
      return "\(text)(\(weekday)\(holiday.map { ", \($0)" } ?? ""))"
    case .en:
      let weekday = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][
        day.weekday]
      return "\(weekday) \(text)\(holiday.map { " (\($0))" } ?? "")"
    }
  }
}
