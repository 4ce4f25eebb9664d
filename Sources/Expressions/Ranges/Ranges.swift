/// Arithmetic of number intervals, such as the tiers of an award.
package enum Ranges {
  /// The stretches between the lowest and the highest interval that belong to none of them, from low to high.
  ///
  /// Numbers below the lowest interval and above the highest are in no gap. Intervals that hold no number
  /// count for nothing.
  package static func gaps(_ intervals: [NumberInterval]) -> [NumberInterval] {
    let sorted = sorted(intervals)
    guard var reach = sorted.first else { return [] }
    var gaps: [NumberInterval] = []
    for next in sorted.dropFirst() {
      if let end = reach.high, let start = next.low {
        let gap = NumberInterval(
          low: end, includesLow: !reach.includesHigh, high: start, includesHigh: !next.includesLow)
        if !isEmpty(gap) { gaps.append(gap) }
      }
      if endsBefore(reach, next) { reach = next }
    }
    return gaps
  }

  /// The stretches that belong to two intervals or more, joined where they touch, from low to high.
  package static func overlaps(_ intervals: [NumberInterval]) -> [NumberInterval] {
    let sorted = sorted(intervals)
    guard var reach = sorted.first else { return [] }
    var overlaps: [NumberInterval] = []
    for next in sorted.dropFirst() {
      let end = endsBefore(reach, next) ? reach : next
      let shared = NumberInterval(
        low: next.low, includesLow: next.includesLow, high: end.high, includesHigh: end.includesHigh)
      if !isEmpty(shared) { append(shared, to: &overlaps) }
      if endsBefore(reach, next) { reach = next }
    }
    return overlaps
  }

  /// Whether no number lies in the interval.
  package static func isEmpty(_ interval: NumberInterval) -> Bool {
    guard let low = interval.low, let high = interval.high else { return false }
    return high < low || (low == high && !(interval.includesLow && interval.includesHigh))
  }

  /// The intervals that hold a number, by their low ends.
  private static func sorted(_ intervals: [NumberInterval]) -> [NumberInterval] {
    intervals.filter { !isEmpty($0) }.sorted { a, b in
      guard let x = a.low, let y = b.low else { return a.low == nil && b.low != nil }
      return x == y ? a.includesLow && !b.includesLow : x < y
    }
  }

  /// Whether the first interval's high end comes before the second's.
  private static func endsBefore(_ a: NumberInterval, _ b: NumberInterval) -> Bool {
    guard let x = a.high else { return false }
    guard let y = b.high else { return true }
    return x == y ? !a.includesHigh && b.includesHigh : x < y
  }

  /// Adds a stretch that starts no earlier than those before it, joining it with the last one if they touch.
  private static func append(_ interval: NumberInterval, to list: inout [NumberInterval]) {
    guard let last = list.last else {
      list.append(interval)
      return
    }
    let between =
      last.high.flatMap { end in
        interval.low.map { start in
          NumberInterval(
            low: end, includesLow: !last.includesHigh, high: start, includesHigh: !interval.includesLow)
        }
      }
    if let between, !isEmpty(between) {
      list.append(interval)
    } else if endsBefore(last, interval) {
      list[list.count - 1].high = interval.high
      list[list.count - 1].includesHigh = interval.includesHigh
    }
  }
}
