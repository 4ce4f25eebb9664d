extension Calendar {
  /// How many working days `covers` has before a day of it, in time that grows with the logarithm of the
  /// number of holidays.
  func workingDays(before day: Day) -> Int {
    let days = covers.lowerBound.days(until: day)
    let (weeks, rest) = days.quotientAndRemainder(dividingBy: 7)
    let firstWeekday = covers.lowerBound.weekday
    let weekendDays =
      weeks * weekend.count + (0..<max(0, rest)).count { weekend.contains((firstWeekday + $0) % 7) }
    return days - weekendDays - holidays(before: day)
  }

  /// The working day of `covers` before which there are so many others; nil if there is none.
  func workingDay(at index: Int) -> Day? {
    guard index >= 0 else { return nil }
    var low = 0
    var high = covers.lowerBound.days(until: covers.upperBound)
    guard workingDays(before: covers.upperBound) + (isOff(covers.upperBound) ? 0 : 1) > index else {
      return nil
    }
    while low < high {
      let middle = low + (high - low) / 2
      if workingDays(before: covers.lowerBound.adding(days: middle + 1)) > index {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return covers.lowerBound.adding(days: low)
  }

  /// Whether a day of `covers` is a weekend or a holiday.
  func isOff(_ day: Day) -> Bool {
    weekend.contains(day.weekday) || holidays[day] != nil
  }

  /// The uncertain holidays between two days, both included, that are no weekend anyway.
  func uncertain(from first: Day, to last: Day) -> [Day] {
    weekdayHolidays[holidays(before: first)...].prefix { $0 <= last }
      .filter { holidays[$0]?.isUncertain ?? false }
  }

  /// How many weekday holidays lie before a day.
  private func holidays(before day: Day) -> Int {
    var low = 0
    var high = weekdayHolidays.count
    while low < high {
      let middle = (low + high) / 2
      if weekdayHolidays[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
