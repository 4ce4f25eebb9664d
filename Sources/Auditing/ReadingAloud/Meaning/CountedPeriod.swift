import Expressions

/// A way of counting a period that a rule uses: days, working days or months, in a mode of the calendar.
struct CountedPeriod: Hashable {
  /// What is counted.
  enum Measure: String {
    /// Days of the calendar.
    case days = "days_after"
    /// Days that are neither weekend nor holiday.
    case workingDays = "working_days_after"
    /// Months to the corresponding day.
    case months = "months_after"
  }

  /// What is counted.
  var measure: Measure
  /// The calendar's mode; nil where the call names none.
  var mode: String?

  /// What a call counts; nil for a function that counts no period, or a mode that is computed.
  init?(_ function: Function, _ arguments: [Term]) {
    guard let measure = Measure(rawValue: function.name) else { return nil }
    self.measure = measure
    guard arguments.count > 2 else { return }
    guard case .constant(.string(let mode)) = arguments[2] else { return nil }
    self.mode = mode
  }
}
