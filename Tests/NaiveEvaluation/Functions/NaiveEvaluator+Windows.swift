import Expressions

extension NaiveEvaluator {
  /// A window of time by the bounds of its ends, in nanoseconds; nil is open.
  private struct Window {
    var from: (low: Int128?, high: Int128?)
    var to: (low: Int128?, high: Int128?)

    /// What it covers whatever its ends are.
    var narrowest: Stretch {
      guard let start = from.high, let end = to.low else { return Stretch(start: 0, end: 0) }
      return Stretch(start: start, end: end)
    }

    /// What it may cover.
    var widest: Stretch {
      Stretch(start: from.low ?? Stretch.beginning, end: to.high ?? Stretch.ending)
    }
  }

  /// Time from one moment up to another.
  private struct Stretch {
    static let beginning = -(Int128(1) << 100)
    static let ending = Int128(1) << 100
    var start: Int128
    var end: Int128
  }

  static let windowFunctions: [String: NaiveFunction] = [
    "covered_hours": NaiveFunction(.itself) { naive, arguments in
      naive.overWindows(arguments[0]) { windows in
        var limits: Window?
        if arguments.count == 3 {
          guard let from = naive.moments(arguments[1]), let to = naive.moments(arguments[2]) else {
            return .unknown
          }
          limits = Window(from: from, to: to)
        }
        return naive.lengths(windows, within: limits) { $0.reduce(0) { $0 + ($1.end - $1.start) } }
      }
    },
    "longest_hours": NaiveFunction(.itself) { naive, arguments in
      naive.overWindows(arguments[0]) { windows in
        naive.lengths(windows, within: nil) { $0.map { $0.end - $0.start }.max() ?? 0 }
      }
    },
    "earliest": NaiveFunction(.itself) { naive, arguments in
      naive.overWindows(arguments[0]) { windows in
        guard !windows.isEmpty else { return .failed(.empty) }
        let lows = windows.compactMap(\.from.low)
        return moments(
          lows.count == windows.count ? lows.min() : nil, windows.compactMap(\.from.high).min())
      }
    },
    "latest": NaiveFunction(.itself) { naive, arguments in
      naive.overWindows(arguments[0]) { windows in
        guard !windows.isEmpty else { return .failed(.empty) }
        let highs = windows.compactMap(\.to.high)
        return moments(windows.compactMap(\.to.low).max(), highs.count == windows.count ? highs.max() : nil)
      }
    },
    "months_touched": NaiveFunction(.itself) { naive, arguments in
      naive.overWindows(arguments[0]) { windows in naive.monthsTouched(windows) }
    },
  ]

  private static func moments(_ low: Int128?, _ high: Int128?) -> NaiveValue {
    func moment(_ nanoseconds: Int128?) -> NaiveValue? {
      nanoseconds.flatMap { Instant(nanoseconds: $0) }.map { .moment($0) }
    }
    return NaiveValue.bounds(moment(low), moment(high))
  }

  /// The windows that elements with `from` and `to` state; unknown where one of them does not.
  private func overWindows(_ list: NaiveValue, _ body: ([Window]) -> NaiveValue) -> NaiveValue {
    guard case .list(let list) = list else { return .failed(.mistyped) }
    guard let elements = list.values() else { return .unknown }
    var windows: [Window] = []
    for element in elements {
      guard case .element(let record) = element else { return .failed(.mistyped) }
      guard let from = moments(read("from", of: record)), let to = moments(read("to", of: record)) else {
        return .unknown
      }
      windows.append(Window(from: from, to: to))
    }
    return body(windows)
  }

  /// The bounds of a moment; a date is its first moment. Nil where nothing is known.
  private func moments(_ value: NaiveValue) -> (low: Int128?, high: Int128?)? {
    switch value {
    case .moment(let moment): return (moment.nanoseconds, moment.nanoseconds)
    case .day(let day):
      let seconds = Int128(day.number) * 86_400 - Int128(program.calendar?.utcOffset ?? 0)
      return (seconds * 1_000_000_000, seconds * 1_000_000_000)
    case .between(let low, let high):
      return (low.flatMap { moments($0)?.low }, high.flatMap { moments($0)?.high })
    case .oneOf(let readings):
      let all = readings.compactMap { moments($0) }
      return (all.compactMap(\.low).min(), all.compactMap(\.high).max())
    default: return nil
    }
  }

  /// A measure of what windows cover together, in hours: at least that of the narrowest, at most of the widest.
  private func lengths(
    _ windows: [Window], within limits: Window?, _ measure: ([Stretch]) -> Int128
  ) -> NaiveValue {
    let least = union(windows.map(\.narrowest), within: limits?.narrowest)
    let most = union(windows.map(\.widest), within: limits?.widest)
    let isOpen = most.contains { $0.start == Stretch.beginning || $0.end == Stretch.ending }
    return NaiveValue.bounds(
      Self.hours(measure(least)), isOpen ? nil : Self.hours(measure(most)))
  }

  /// What stretches cover together: of the pieces between all their ends those that one of them holds, joined
  /// where they touch.
  private func union(_ stretches: [Stretch], within limits: Stretch?) -> [Stretch] {
    let cut = stretches.map { stretch in
      Stretch(
        start: max(stretch.start, limits?.start ?? stretch.start),
        end: min(stretch.end, limits?.end ?? stretch.end))
    }.filter { $0.start < $0.end }
    let ends = Set(cut.flatMap { [$0.start, $0.end] }).sorted()
    var result: [Stretch] = []
    for (start, end) in zip(ends, ends.dropFirst())
    where cut.contains(where: { $0.start <= start && end <= $0.end }) {
      if let last = result.last, last.end == start {
        result[result.count - 1].end = end
      } else {
        result.append(Stretch(start: start, end: end))
      }
    }
    return result
  }

  // MARK: Months

  /// The months that windows touch: sure where every reading touches them, doubtful where some do.
  private func monthsTouched(_ windows: [Window]) -> NaiveValue {
    guard let calendar = program.calendar else { return .failed(.argument) }
    let offset = calendar.utcOffset
    var sure: Set<Int> = []
    var possible: Set<Int> = []
    for window in windows {
      guard let first = window.from.low, let last = window.from.high, let end = window.to.high else {
        return .unknown
      }
      let starts = readings(first, last, offset)
      let ends = readings(window.to.low ?? first - 1, end, offset)
      var touched: [Set<Int>] = []
      for start in starts {
        for end in ends { touched.append(months(from: start, to: end, offset)) }
      }
      guard let one = touched.first else { return .unknown }
      sure.formUnion(touched.reduce(one) { $0.intersection($1) })
      possible.formUnion(touched.reduce(one) { $0.union($1) })
    }
    let members = possible.sorted().compactMap { month in
      Day(year: month / 12, month: month % 12 + 1, day: 1).map {
        NaiveMember(value: .day($0), isSure: sure.contains(month))
      }
    }
    return .list(NaiveList(members))
  }

  /// Moments that stand for all between two, as far as months can tell them apart.
  private func readings(_ low: Int128, _ high: Int128, _ offset: Int) -> [Int128] {
    var readings = [low, high]
    guard low < high else { return [low] }
    for month in month(low, offset)...month(high, offset) {
      guard let day = Day(year: month / 12, month: month % 12 + 1, day: 1) else { continue }
      let start = (Int128(day.number) * 86_400 - Int128(offset)) * 1_000_000_000
      readings += [start, start + 1].filter { low < $0 && $0 < high }
    }
    return readings
  }

  /// The month in which a window begins, and every month up to its last instant.
  private func months(from start: Int128, to end: Int128, _ offset: Int) -> Set<Int> {
    let (first, last) = (month(start, offset), month(end - 1, offset))
    return first <= last ? Set(first...last) : [first]
  }

  /// Months since the year 0.
  private func month(_ nanoseconds: Int128, _ offset: Int) -> Int {
    guard let moment = Instant(nanoseconds: nanoseconds) else { return 0 }
    let day = Self.day(of: moment, offset: offset)
    return day.year * 12 + day.month - 1
  }
}
