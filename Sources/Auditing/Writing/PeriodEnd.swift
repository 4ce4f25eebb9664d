import Expressions
import Findings

/// Finds the last day that a period had before the calendar moved it to a working day.
struct PeriodEnd {
  private let evaluation: Evaluation
  private let values: ValueWriter

  /// Looks at periods that an evaluation counts.
  init(_ evaluation: Evaluation, _ values: ValueWriter) {
    self.evaluation = evaluation
    self.values = values
  }

  /// The day, or both days of a range, or all readings, if one at least is not where the calendar put it; nil for
  /// anything but a period whose end the calendar may move.
  func unmoved(of expression: CheckedExpression, moved end: Value) -> ReportValue? {
    guard case .call(let function, let arguments, _) = expression.term, arguments.count >= 2,
      let calendar = evaluation.program.calendar
    else { return nil }
    let isMonths = function.name == "months_after" && arguments.count == 3
    guard function.name == "days_after" || isMonths else { return nil }
    func value(_ place: Int) -> Value? {
      guard arguments.indices.contains(place) else { return nil }
      return evaluation.evaluate(
        CheckedExpression(
          source: expression.source, term: arguments[place], type: .dyn, localCount: expression.localCount,
          usedLocals: expression.usedLocals)
      ).value
    }
    var mode: String?
    if let named = value(2) {
      guard case .string(let name) = named else { return nil }
      mode = name
    }
    guard let start = value(0), case .number(let count)? = value(1), let count = count.int else { return nil }
    let counted = Self.mapped(start) { day in
      isMonths
        ? calendar.unmovedEnd(ofMonths: count, after: day, mode: mode)
        : calendar.unmovedEnd(ofDays: count, after: day, mode: mode)
    }
    guard let counted, !Self.days(counted).isEmpty, Self.days(counted) != Self.days(end) else { return nil }
    return named(values.write(counted, as: .date), calendar)
  }

  /// The same partial knowledge of other days; nil for what is no day, or leads to none.
  private static func mapped(_ value: Value, _ transform: (Day) -> Day?) -> Value? {
    switch value {
    case .date(let day): return transform(day).map { .date($0) }
    case .range(let range):
      let low = range.low.map { mapped($0, transform) }
      let high = range.high.map { mapped($0, transform) }
      // An end that is known must lead somewhere.
      if case .some(.none) = low { return nil }
      if case .some(.none) = high { return nil }
      return .range(PartialRange(low: low ?? nil, high: high ?? nil))
    case .either(let readings):
      let mapped = readings.compactMap { Self.mapped($0, transform) }
      return mapped.count == readings.count ? .either(mapped) : nil
    case .bool, .number, .string, .timestamp, .duration, .list, .record, .interval, .unknown, .error, .null,
      .map:
      return nil
    }
  }

  private static func days(_ value: Value) -> [Day] {
    switch value {
    case .date(let day): [day]
    case .range(let range): [range.low, range.high].compactMap { $0 }.flatMap(days)
    case .either(let readings): readings.flatMap(days)
    case .bool, .number, .string, .timestamp, .duration, .list, .record, .interval, .unknown, .error, .null,
      .map:
      []
    }
  }

  /// The same days, holidays with their names.
  private func named(_ value: ReportValue, _ calendar: Calendar) -> ReportValue {
    switch value.type {
    case .date:
      var named = value
      named.label = Day(iso: value.text).flatMap { calendar.holidays[$0]?.name }
      return named
    case .range:
      return .range(
        atLeast: value.atLeast.map { self.named($0, calendar) },
        atMost: value.atMost.map { self.named($0, calendar) })
    case .either: return .either(value.items.map { named($0, calendar) })
    case .bool, .number, .string, .choice, .timestamp, .duration, .list, .record, .ref, .unknown, .none,
      .error:
      return value
    }
  }
}
