import Diagnostics
import Expressions
import TestSupport
import Testing

@Suite struct `Counting agrees with going day by day` {
  /// A calendar of two years with random weekends and days off.
  static func calendar(_ generator: inout SeededGenerator) -> Expressions.Calendar {
    let covers = Day(number: 19_000)...Day(number: 19_700)
    var holidays: [Day: Expressions.Calendar.Holiday] = [:]
    for _ in 0..<Int.random(in: 0...150, using: &generator) {
      let day = Day(number: Int32.random(in: 18_900...19_800, using: &generator))
      holidays[day] = .init(name: LocalizedText("휴일"), isUncertain: Bool.random(using: &generator))
    }
    let weekend = Set(
      (0..<Int.random(in: 0...4, using: &generator)).map { _ in Int.random(in: 0...6, using: &generator) })
    let modes = [
      "a": CountingMode(firstDay: .excluded, lastDay: .nextWorkingDay),
      "b": CountingMode(firstDay: .included, lastDay: .nextWorkingDay),
    ]
    return Calendar(
      id: "any", utcOffset: 0, modes: modes, defaultMode: CountingMode(firstDay: .excluded, lastDay: .asIs),
      weekend: weekend, holidays: holidays, covers: covers)
  }

  /// Walks from a day until so many working days were met, collecting the uncertain days off on the way.
  static func walk(
    _ calendar: Expressions.Calendar, from start: Day, by step: Int, until count: Int
  ) -> Expressions.Calendar.DayResult {
    var day = start
    var met = 0
    var uncertain: [Day] = []
    while true {
      guard calendar.covers.contains(day) else { return .outside(day) }
      let isWeekend = calendar.weekend.contains(day.weekday)
      let holiday = calendar.holidays[day]
      if !isWeekend, holiday == nil { met += 1 }
      if met == count { return .day(day, uncertain: uncertain.sorted()) }
      if !isWeekend, holiday?.isUncertain == true { uncertain.append(day) }
      day = day.adding(days: step)
    }
  }

  @Test(arguments: SeededGenerator.seeds)
  func `for days, moves and working days`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<15 {
      let calendar = Self.calendar(&generator)
      for _ in 0..<60 {
        let day = Day(number: Int32.random(in: 18_990...19_710, using: &generator))
        let count = Int.random(in: 1...40, using: &generator)
        for (name, offset) in [("a", 1), ("b", 0)] {
          let place = "\(SeededGenerator.again(seed)), round \(round): \(day.iso), \(count), mode \(name)"
          let last = day.adding(days: count - 1 + offset)
          let moved: Expressions.Calendar.DayResult =
            calendar.covers.contains(last)
            ? Self.walk(calendar, from: last, by: 1, until: 1) : .outside(last)
          #expect(calendar.daysAfter(day, count, mode: name) == moved, "moved, \(place)")
          #expect(
            calendar.workingDaysAfter(day, count, mode: name)
              == Self.walk(calendar, from: day.adding(days: offset), by: 1, until: count), "forward, \(place)"
          )
          #expect(
            calendar.workingDaysAfter(day, -count, mode: name)
              == Self.walk(calendar, from: day.adding(days: -offset), by: -1, until: count), "back, \(place)")
        }
      }
    }
  }
}
