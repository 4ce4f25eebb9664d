package import Diagnostics

/// The working days of a country and the ways in which periods are counted there.
package struct Calendar: Sendable {
  /// A day off with its name and where that comes from.
  package struct Holiday: Sendable, Hashable {
    /// The day's name.
    package var name: LocalizedText
    /// Whether it is not sure that the day is (or will be) a holiday.
    package var isUncertain: Bool
    /// What declares it.
    package var source: String?

    /// A day off.
    package init(name: LocalizedText, isUncertain: Bool = false, source: String? = nil) {
      self.name = name
      self.isUncertain = isUncertain
      self.source = source
    }
  }

  /// Identifier, such as `kr`.
  package let id: String
  /// Seconds that clocks are ahead of UTC.
  package let utcOffset: Int
  /// Ways of counting by name.
  package let modes: [String: CountingMode]
  /// The way of counting where none is named.
  package let defaultMode: CountingMode
  /// Weekdays without work, 0 for Sunday to 6 for Saturday.
  package let weekend: Set<Int>
  /// Days off, whether or not they fall on a weekend.
  package let holidays: [Day: Holiday]
  /// The days for which the holidays are complete.
  package let covers: ClosedRange<Day>
  /// The holidays within `covers` that are no weekend, in order.
  let weekdayHolidays: [Day]

  /// A calendar from its parts; weekdays other than 0 to 6 are dropped.
  package init(
    id: String, utcOffset: Int, modes: [String: CountingMode] = [:], defaultMode: CountingMode,
    weekend: Set<Int>, holidays: [Day: Holiday], covers: ClosedRange<Day>
  ) {
    self.id = id
    self.utcOffset = utcOffset
    self.modes = modes
    self.defaultMode = defaultMode
    self.weekend = weekend.filter { (0...6).contains($0) }
    self.holidays = holidays
    self.covers = covers
    weekdayHolidays = holidays.keys.filter { covers.contains($0) && !weekend.contains($0.weekday) }.sorted()
  }

  /// The way of counting with this name, or the default one for nil; nil if the name is not known.
  package func mode(named name: String?) -> CountingMode? {
    name.map { modes[$0] } ?? defaultMode
  }
}

/// How a period's first and last day are treated.
package struct CountingMode: Sendable, Hashable {
  /// Whether the day from which a period is counted belongs to it.
  package enum FirstDay: String, Sendable, Hashable {
    /// The day after it is the period's first.
    case excluded
    /// It is the period's first.
    case included
  }

  /// What happens to a last day that is no working day.
  package enum LastDay: String, Sendable, Hashable {
    /// The period ends on the next working day.
    case nextWorkingDay = "next_working_day"
    /// The period ends on that day.
    case asIs = "as_is"
  }

  /// Whether the first day counts.
  package var firstDay: FirstDay
  /// What happens at the end.
  package var lastDay: LastDay

  /// A way of counting from its two choices.
  package init(firstDay: FirstDay, lastDay: LastDay) {
    self.firstDay = firstDay
    self.lastDay = lastDay
  }
}
