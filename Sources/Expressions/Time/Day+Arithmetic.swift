extension Day {
  /// The day so many days later (earlier if negative), stopped at the ends of the years 1 to 9999.
  package func adding(days: Int) -> Day {
    advanced(byDays: days) ?? (days < 0 ? .first : .last)
  }

  /// The day so many days later (earlier if negative); nil outside the years 1 to 9999.
  package func advanced(byDays days: Int) -> Day? {
    let (sum, overflow) = Int(number).addingReportingOverflow(days)
    guard !overflow, sum >= Int(Day.first.number), sum <= Int(Day.last.number) else { return nil }
    return Day(number: Int32(sum))
  }

  /// The same day of the month so many months later (earlier if negative), or the month's last day where it
  /// is shorter; stopped at the ends of the years 1 to 9999.
  package func addingMonths(_ months: Int) -> Day {
    advanced(byMonths: months) ?? (months < 0 ? .first : .last)
  }

  /// As `addingMonths`; nil outside the years 1 to 9999.
  package func advanced(byMonths months: Int) -> Day? {
    guard let (year, month) = monthAfter(months) else { return nil }
    return Day(year: year, month: month, day: min(day, Day.length(ofMonth: month, year: year)))
  }

  /// Year and month so many months after this day's; nil outside the years 1 to 9999.
  func monthAfter(_ months: Int) -> (year: Int, month: Int)? {
    let (year, month, _) = date
    let (index, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow, index >= 12, index < 10_000 * 12 else { return nil }
    return (index / 12, index % 12 + 1)
  }

  /// Days from this day to another; negative if that is earlier.
  package func days(until other: Day) -> Int {
    Int(other.number) - Int(number)
  }
}
