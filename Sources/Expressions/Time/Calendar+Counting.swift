extension Calendar {
  /// The last day of a period, or the day that the calendar cannot speak about.
  package enum DayResult: Sendable, Hashable {
    /// The period's last day, and the uncertain holidays without which it would be another.
    case day(Day, uncertain: [Day])
    /// A day outside what the calendar covers was needed.
    case outside(Day)
  }

  /// The last day of a period of so many days that is counted from a day; nil if the mode is not known.
  ///
  /// With the first day excluded, a day from the 20th is the 21st; with it included, the 20th. A period of no
  /// days ends on the day itself. A negative count leads back, with the first day treated the same way, and
  /// its end is never moved.
  package func daysAfter(_ day: Day, _ count: Int, mode: String? = nil) -> DayResult? {
    guard let mode = self.mode(named: mode) else { return nil }
    guard let last = day.advanced(byDays: Self.counted(count, mode)) else {
      return .outside(count < 0 ? .first : .last)
    }
    return end(last, mode, leadsBack: count < 0)
  }

  /// The last day of a period of so many months that is counted from a day; nil if the mode is not known.
  ///
  /// The period runs from the day after (or from the day itself, if the first day is included) to the day
  /// before the corresponding day of the last month, or to that month's last day if it has no such day: a
  /// month from 28 February, the first day excluded, is the month of March. A negative count leads back to
  /// the corresponding day, or the month's last one, and its end is never moved.
  package func monthsAfter(_ day: Day, _ count: Int, mode: String? = nil) -> DayResult? {
    guard let mode = self.mode(named: mode) else { return nil }
    guard let last = Self.lastDay(ofMonths: count, from: day, mode) else {
      return .outside(count < 0 ? .first : .last)
    }
    return end(last, mode, leadsBack: count < 0)
  }

  /// The day on which a period of so many days ends before the calendar moves its end; nil if the mode is not known or
  /// there is no such day.
  package func unmovedEnd(ofDays count: Int, after day: Day, mode: String? = nil) -> Day? {
    self.mode(named: mode).flatMap { day.advanced(byDays: Self.counted(count, $0)) }
  }

  /// The day on which a period of so many months ends before the calendar moves its end; nil if the mode is not known
  /// or there is no such day.
  package func unmovedEnd(ofMonths count: Int, after day: Day, mode: String? = nil) -> Day? {
    self.mode(named: mode).flatMap { Self.lastDay(ofMonths: count, from: day, $0) }
  }

  /// The last of so many working days that are counted from a day; nil if the mode is not known.
  ///
  /// An included first day counts if it is a working day. No working days end on the day itself; a negative
  /// count leads back.
  package func workingDaysAfter(_ day: Day, _ count: Int, mode: String? = nil) -> DayResult? {
    guard let mode = self.mode(named: mode) else { return nil }
    if count == 0 { return covers.contains(day) ? .day(day, uncertain: []) : .outside(day) }
    let leadsBack = count < 0
    guard let start = mode.firstDay == .included ? day : day.advanced(byDays: leadsBack ? -1 : 1) else {
      return .outside(leadsBack ? .first : .last)
    }
    guard covers.contains(start) else { return .outside(start) }
    let before = workingDays(before: start)
    let (index, overflow) = before.addingReportingOverflow(
      leadsBack ? count + (isOff(start) ? 0 : 1) : count - 1)
    guard !overflow, let last = workingDay(at: index) else {
      return .outside(
        leadsBack ? covers.lowerBound.adding(days: -1) : covers.upperBound.adding(days: 1))
    }
    return .day(last, uncertain: uncertain(from: min(start, last), to: max(start, last)))
  }

  /// Moves a period's last day to the next working day where the mode says so.
  private func end(_ last: Day, _ mode: CountingMode, leadsBack: Bool) -> DayResult {
    guard covers.contains(last) else { return .outside(last) }
    switch mode.lastDay {
    case .asIs: return .day(last, uncertain: [])
    case .nextWorkingDay:
      if leadsBack { return .day(last, uncertain: []) }
      guard let end = workingDay(at: workingDays(before: last)) else {
        return .outside(covers.upperBound.adding(days: 1))
      }
      return .day(end, uncertain: uncertain(from: last, to: end))
    }
  }

  /// By how many days the last day differs from the first.
  private static func counted(_ count: Int, _ mode: CountingMode) -> Int {
    switch mode.firstDay {
    case .excluded: count
    case .included: count - count.signum()
    }
  }

  private static func lastDay(ofMonths count: Int, from day: Day, _ mode: CountingMode) -> Day? {
    guard count > 0 else { return day.advanced(byMonths: count) }
    guard let start = mode.firstDay == .included ? day : day.advanced(byDays: 1),
      let (year, month) = start.monthAfter(count)
    else { return nil }
    let length = Day.length(ofMonth: month, year: year)
    guard let first = Day(year: year, month: month, day: 1) else { return nil }
    return first.advanced(byDays: start.day > length ? length - 1 : start.day - 2)
  }
}
