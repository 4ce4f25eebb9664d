import Expressions

extension NaiveEvaluator {
  static let dateFunctions: [String: NaiveFunction] = [
    "date": NaiveFunction { _, arguments in
      guard case .text(let text) = arguments[0] else { return .failed(.mistyped) }
      return Day(iso: text).map { .day($0) } ?? .failed(.argument)
    },
    "date_of": NaiveFunction(.rising([true])) { naive, arguments in
      guard case .moment(let moment) = arguments[0] else { return .failed(.mistyped) }
      guard let calendar = naive.program.calendar else { return .failed(.argument) }
      return .day(day(of: moment, offset: calendar.utcOffset))
    },
    "days_after": counting(daysAfter),
    "working_days_after": counting(workingDaysAfter),
    "months_after": NaiveFunction(.rising([true, true])) { naive, arguments in
      guard case .day(let day) = arguments[0], case .number(let count) = arguments[1] else {
        return .failed(.mistyped)
      }
      guard let count = count.int else { return .failed(.argument) }
      if arguments.count == 2 {
        return sameDay(day, monthsLater: count).map { .day($0) } ?? .failed(.argument)
      }
      guard let calendar = naive.program.calendar, let mode = mode(arguments[2], calendar) else {
        return .failed(.argument)
      }
      return monthsAfter(day, count, calendar, mode)
    },
    "days_between": NaiveFunction(.rising([false, true])) { _, arguments in days(arguments, extra: 0) },
    "days_inclusive": NaiveFunction(.rising([false, true])) { _, arguments in days(arguments, extra: 1) },
    "hours_between": NaiveFunction(.rising([false, true])) { _, arguments in
      guard case .moment(let from) = arguments[0], case .moment(let to) = arguments[1] else {
        return .failed(.mistyped)
      }
      return hours(to.nanoseconds - from.nanoseconds)
    },
    "days_over": NaiveFunction(.rising([false, true, false])) { _, arguments in
      guard case .moment(let from) = arguments[0], case .moment(let to) = arguments[1],
        case .number(let allowed) = arguments[2]
      else { return .failed(.mistyped) }
      guard allowed >= .zero else { return .failed(.argument) }
      guard case .number(let passed) = hours(to.nanoseconds - from.nanoseconds),
        let over = try? passed.subtracting(allowed)
      else { return .failed(.arithmetic) }
      guard over > .zero else { return .number(.zero) }
      return (try? over.divided(by: Rational(24))).map { .number($0) } ?? .failed(.arithmetic)
    },
  ]

  /// Nanoseconds as hours.
  static func hours(_ nanoseconds: Int128) -> NaiveValue {
    (try? Rational(numerator: nanoseconds, denominator: 3_600_000_000_000)).map { .number($0) }
      ?? .failed(.arithmetic)
  }

  /// The day of a moment where clocks are so many seconds ahead.
  static func day(of moment: Instant, offset: Int) -> Day {
    let local = moment.nanoseconds + Int128(offset) * 1_000_000_000
    let day: Int128 = 86_400_000_000_000
    let number = local >= 0 ? local / day : -((-local + day - 1) / day)
    return Day(number: Int32(clamping: number))
  }

  private static func days(_ arguments: [NaiveValue], extra: Int) -> NaiveValue {
    guard case .day(let from) = arguments[0], case .day(let to) = arguments[1] else {
      return .failed(.mistyped)
    }
    return .number(Rational(Int(to.number) - Int(from.number) + extra))
  }

  // MARK: Periods

  private static func counting(
    _ count: @escaping @Sendable (Day, Int, Calendar, CountingMode) -> NaiveValue
  ) -> NaiveFunction {
    NaiveFunction(.rising([true, true])) { naive, arguments in
      guard case .day(let day) = arguments[0], case .number(let number) = arguments[1] else {
        return .failed(.mistyped)
      }
      guard let whole = number.int, let calendar = naive.program.calendar,
        let mode = mode(arguments.count > 2 ? arguments[2] : nil, calendar)
      else { return .failed(.argument) }
      return count(day, whole, calendar, mode)
    }
  }

  private static func mode(_ name: NaiveValue?, _ calendar: Calendar) -> CountingMode? {
    guard let name else { return calendar.defaultMode }
    guard case .text(let name) = name else { return nil }
    return calendar.modes[name]
  }

  private static func isWorking(_ day: Day, _ calendar: Calendar) -> Bool {
    !calendar.weekend.contains(day.weekday) && calendar.holidays[day] == nil
  }

  /// A period's last day, moved on day by day to a working day where the mode says so.
  private static func end(
    _ last: Day?, _ calendar: Calendar, _ mode: CountingMode, leadsBack: Bool
  ) -> NaiveValue {
    guard var day = last, calendar.covers.contains(day) else { return .unknown }
    if mode.lastDay == .asIs || leadsBack { return .day(day) }
    while !isWorking(day, calendar) {
      guard let next = day.advanced(byDays: 1), calendar.covers.contains(next) else { return .unknown }
      day = next
    }
    return .day(day)
  }

  private static let daysAfter: @Sendable (Day, Int, Calendar, CountingMode) -> NaiveValue = {
    day, count, calendar, mode in
    var away = count
    if mode.firstDay == .included, count != 0 { away += count > 0 ? -1 : 1 }
    return end(day.advanced(byDays: away), calendar, mode, leadsBack: count < 0)
  }

  private static let workingDaysAfter: @Sendable (Day, Int, Calendar, CountingMode) -> NaiveValue = {
    day, count, calendar, mode in
    let step = count < 0 ? -1 : 1
    var left = count.magnitude
    var current: Day? = day
    if count != 0, mode.firstDay == .excluded { current = day.advanced(byDays: step) }
    while let reached = current, calendar.covers.contains(reached) {
      if left == 0 { return .day(reached) }
      if isWorking(reached, calendar) { left -= 1 }
      if left == 0 { return .day(reached) }
      current = reached.advanced(byDays: step)
    }
    return .unknown
  }

  /// The same day of a month so many months later, or the month's last.
  private static func sameDay(_ day: Day, monthsLater count: Int) -> Day? {
    guard let (year, month) = month(day, later: count) else { return nil }
    for number in stride(from: day.day, through: 1, by: -1) {
      if let found = Day(year: year, month: month, day: number) { return found }
    }
    return nil
  }

  private static func month(_ day: Day, later count: Int) -> (year: Int, month: Int)? {
    let (sum, overflow) = (day.year * 12 + day.month - 1).addingReportingOverflow(count)
    guard !overflow, sum >= 12, sum < 120_000 else { return nil }
    return (sum / 12, sum % 12 + 1)
  }

  /// The day before the one that answers to the first of the period; the month's last where there is none.
  private static func monthsAfter(
    _ day: Day, _ count: Int, _ calendar: Calendar, _ mode: CountingMode
  ) -> NaiveValue {
    if count <= 0 { return end(sameDay(day, monthsLater: count), calendar, mode, leadsBack: count < 0) }
    guard let first = mode.firstDay == .included ? day : day.advanced(byDays: 1),
      let (year, month) = month(first, later: count)
    else { return .unknown }
    let last =
      Day(year: year, month: month, day: first.day)?.advanced(byDays: -1)
      ?? sameDay(first, monthsLater: count)
    return end(last, calendar, mode, leadsBack: false)
  }
}
