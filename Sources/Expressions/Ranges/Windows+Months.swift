extension Windows {
  /// The months that windows touch, each by its first day, in order.
  package struct Months: Sendable, Hashable {
    /// Months that are touched whatever the ends of the windows are.
    package var sure: [Day]
    /// Further months that may be touched.
    package var possible: [Day]
    /// Whether an end is open, so that months beyond `possible` may be touched too.
    package var isOpen: Bool

    /// A result from its parts.
    package init(sure: [Day], possible: [Day], isOpen: Bool) {
      self.sure = sure
      self.possible = possible
      self.isOpen = isOpen
    }
  }

  /// The months that the windows touch where clocks are `utcOffset` seconds ahead of UTC.
  ///
  /// A window touches the month in which it begins, even if it is empty, and every month up to its last
  /// instant.
  package static func monthsTouched(_ windows: [Window], utcOffset: Int) -> Months {
    var sure: Set<Int> = []
    var possible: Set<Int> = []
    var isOpen = false
    // Windows that overlap add the same months again: each distinct pair of months is gone through once.
    var sureSpans: Set<ClosedRange<Int>> = []
    var possibleSpans: Set<ClosedRange<Int>> = []
    for window in windows {
      let begin = (low: window.from.low, high: window.from.high)
      let lastSure = latest(begin.low, before(window.to.low))
      if let start = begin.high, let end = lastSure, month(start, utcOffset) <= month(end, utcOffset) {
        sureSpans.insert(month(start, utcOffset)...month(end, utcOffset))
      }
      let lastPossible = begin.high.flatMap { start in window.to.high.map { max(start, before($0) ?? start) }
      }
      if let start = begin.low, let end = lastPossible, month(start, utcOffset) <= month(end, utcOffset) {
        possibleSpans.insert(month(start, utcOffset)...month(end, utcOffset))
      } else {
        isOpen = true
      }
    }
    for span in merged(sureSpans) { sure.formUnion(span) }
    for span in merged(possibleSpans) { possible.formUnion(span) }
    return Months(
      sure: sure.sorted().compactMap(firstDay),
      possible: possible.subtracting(sure).sorted().compactMap(firstDay), isOpen: isOpen)
  }

  private static func merged(_ spans: Set<ClosedRange<Int>>) -> [ClosedRange<Int>] {
    var result: [ClosedRange<Int>] = []
    for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, span.lowerBound <= last.upperBound {
        result[result.count - 1] = last.lowerBound...max(last.upperBound, span.upperBound)
      } else {
        result.append(span)
      }
    }
    return result
  }

  private static func latest(_ a: Instant?, _ b: Instant?) -> Instant? {
    guard let a, let b else { return a ?? b }
    return max(a, b)
  }

  /// The last instant before another.
  private static func before(_ instant: Instant?) -> Instant? {
    instant.flatMap { Instant(nanoseconds: $0.nanoseconds - 1) }
  }

  /// Months since the year 0.
  private static func month(_ instant: Instant, _ utcOffset: Int) -> Int {
    let date = instant.day(utcOffset: utcOffset).date
    return date.year * 12 + date.month - 1
  }

  private static func firstDay(ofMonth index: Int) -> Day? {
    Day(year: index / 12, month: index % 12 + 1, day: 1)
  }
}
