import Expressions
import TestSupport
import Testing

@Suite struct `Bounds of windows are those of all their readings` {
  /// Days since 1970 that an end may be.
  typealias Readings = ClosedRange<Int>

  static func instant(_ day: Int) -> Instant {
    Instant(startOf: Day(number: Int32(day)), utcOffset: 0)
  }

  static func partial(_ readings: Readings) -> PartialInstant {
    PartialInstant(low: instant(readings.lowerBound), high: instant(readings.upperBound))
  }

  static func readings(_ generator: inout SeededGenerator, scale: Int) -> Readings {
    let low = Int.random(in: 0...5, using: &generator)
    return (low * scale)...((low + Int.random(in: 0...2, using: &generator)) * scale)
  }

  /// Every way to choose one day for each end, ends being multiples of `scale`.
  static func choices(_ ends: [Readings], scale: Int) -> [[Int]] {
    ends.reduce([[]]) { chosen, readings in
      chosen.flatMap { choice in
        stride(from: readings.lowerBound, through: readings.upperBound, by: scale).map { choice + [$0] }
      }
    }
  }

  static func covered(_ choice: [Int]) -> Set<Int> {
    var days: Set<Int> = []
    for index in stride(from: 0, to: choice.count, by: 2) where choice[index] < choice[index + 1] {
      days.formUnion(choice[index]..<choice[index + 1])
    }
    return days
  }

  static func longest(_ days: Set<Int>) -> Int {
    var best = 0
    var run = 0
    for day in 0...10 {
      run = days.contains(day) ? run + 1 : 0
      best = max(best, run)
    }
    return best
  }

  @Test(arguments: SeededGenerator.seeds)
  func `for lengths and ends`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<60 {
      let ends = (0..<2 * Int.random(in: 1...3, using: &generator)).map { _ in
        Self.readings(&generator, scale: 1)
      }
      let windows = stride(from: 0, to: ends.count, by: 2).map {
        Window(from: Self.partial(ends[$0]), to: Self.partial(ends[$0 + 1]))
      }
      let place = "\(SeededGenerator.again(seed)), round \(round): \(ends)"
      let choices = Self.choices(ends, scale: 1)
      let limits = 2..<5
      let within = Window(from: Self.instant(2), to: Self.instant(5))
      let unions = choices.map(Self.covered)
      Self.expect(Windows.covered(windows), unions.map(\.count), "covered, \(place)")
      Self.expect(
        Windows.covered(windows, within: within), unions.map { $0.count { limits.contains($0) } },
        "within, \(place)")
      Self.expect(Windows.longest(windows), unions.map(Self.longest), "longest, \(place)")
      let starts = choices.map { choice in stride(from: 0, to: choice.count, by: 2).map { choice[$0] }.min() }
      let stops = choices.map { choice in stride(from: 1, to: choice.count, by: 2).map { choice[$0] }.max() }
      #expect(Windows.earliest(windows)?.low == starts.compactMap(\.self).min().map(Self.instant), "\(place)")
      #expect(
        Windows.earliest(windows)?.high == starts.compactMap(\.self).max().map(Self.instant), "\(place)")
      #expect(Windows.latest(windows)?.low == stops.compactMap(\.self).min().map(Self.instant), "\(place)")
      #expect(Windows.latest(windows)?.high == stops.compactMap(\.self).max().map(Self.instant), "\(place)")
    }
  }

  static func expect(_ span: PartialSpan, _ days: [Int], _ comment: Comment) {
    #expect(span.low.days == days.min().map { Rational($0) }, comment)
    #expect(span.high?.days == days.max().map { Rational($0) }, comment)
  }

  @Test(arguments: SeededGenerator.seeds)
  func `for months`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<60 {
      let ends = (0..<2 * Int.random(in: 1...2, using: &generator)).map { _ in
        Self.readings(&generator, scale: 15)
      }
      let windows = stride(from: 0, to: ends.count, by: 2).map {
        Window(from: Self.partial(ends[$0]), to: Self.partial(ends[$0 + 1]))
      }
      let touched = Self.choices(ends, scale: 15).map { choice in
        var months: Set<Day> = []
        for index in stride(from: 0, to: choice.count, by: 2) {
          for day in choice[index]..<max(choice[index] + 1, choice[index + 1]) {
            let day = Day(number: Int32(day))
            months.insert(day.adding(days: 1 - day.day))
          }
        }
        return months
      }
      let sure = touched.dropFirst().reduce(touched.first ?? []) { $0.intersection($1) }
      let possible = touched.reduce(into: Set<Day>()) { $0.formUnion($1) }.subtracting(sure)
      let months = Windows.monthsTouched(windows, utcOffset: 0)
      #expect(months.sure == sure.sorted(), "\(SeededGenerator.again(seed)), round \(round): \(ends)")
      #expect(months.possible == possible.sorted(), "\(SeededGenerator.again(seed)), round \(round): \(ends)")
      #expect(!months.isOpen)
    }
  }
}
