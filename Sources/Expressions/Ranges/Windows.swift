/// Arithmetic of windows of time: what their union covers, where only bounds of their ends may be known.
///
/// A union grows when a window ends later or begins earlier, and so do its length and its longest stretch:
/// the bounds of a result come from the narrowest and the widest windows that the bounds of the ends allow.
package enum Windows {
  /// Total time that the windows cover, counted once where they overlap, and only within a window if one is
  /// given.
  package static func covered(_ windows: [Window], within limits: Window? = nil) -> PartialSpan {
    bounds(windows, within: limits) { stretches in
      stretches.reduce(0) { $0 + ($1.end - $1.start) }
    }
  }

  /// Longest time that the windows cover without a break; windows that touch or overlap count as one.
  package static func longest(_ windows: [Window]) -> PartialSpan {
    bounds(windows, within: nil) { stretches in
      stretches.reduce(0) { max($0, $1.end - $1.start) }
    }
  }

  /// The earliest beginning; nil if there is no window.
  package static func earliest(_ windows: [Window]) -> PartialInstant? {
    guard !windows.isEmpty else { return nil }
    let lows = windows.compactMap(\.from.low)
    return PartialInstant(
      low: lows.count == windows.count ? lows.min() : nil, high: windows.compactMap(\.from.high).min())
  }

  /// The latest end; nil if there is no window.
  package static func latest(_ windows: [Window]) -> PartialInstant? {
    guard !windows.isEmpty else { return nil }
    let highs = windows.compactMap(\.to.high)
    return PartialInstant(
      low: windows.compactMap(\.to.low).max(), high: highs.count == windows.count ? highs.max() : nil)
  }

  /// An uninterrupted part of a union, in nanoseconds since 1970; the end does not belong to it.
  private struct Stretch {
    var start: Int128
    var end: Int128
  }

  private static let beginning = Int128.min / 4
  private static let ending = Int128.max / 4

  /// The measure of the narrowest and of the widest union; the latter is open if a stretch is endless.
  private static func bounds(
    _ windows: [Window], within limits: Window?, measure: ([Stretch]) -> Int128
  ) -> PartialSpan {
    let narrow = union(windows.compactMap(narrowest), within: limits.map { narrowest($0) ?? nothing })
    let wide = union(windows.compactMap(widest), within: limits.map { widest($0) ?? nothing })
    let isOpen = wide.contains { $0.start == beginning || $0.end == ending }
    return PartialSpan(
      low: TimeSpan(nanoseconds: measure(narrow)),
      high: isOpen ? nil : TimeSpan(nanoseconds: measure(wide)))
  }

  private static let nothing = Stretch(start: 0, end: 0)

  /// What belongs to the window whatever its ends are; nil if that is nothing.
  private static func narrowest(_ window: Window) -> Stretch? {
    guard let start = window.from.high, let end = window.to.low, start < end else { return nil }
    return Stretch(start: start.nanoseconds, end: end.nanoseconds)
  }

  /// What may belong to the window; nil if that is nothing.
  private static func widest(_ window: Window) -> Stretch? {
    let start = window.from.low?.nanoseconds ?? beginning
    let end = window.to.high?.nanoseconds ?? ending
    return start < end ? Stretch(start: start, end: end) : nil
  }

  /// The stretches of a union in order, cut to limits if there are any.
  private static func union(_ stretches: [Stretch], within limits: Stretch?) -> [Stretch] {
    var result: [Stretch] = []
    for var stretch in stretches.sorted(by: { $0.start < $1.start }) {
      if let limits {
        stretch.start = max(stretch.start, limits.start)
        stretch.end = min(stretch.end, limits.end)
        guard stretch.start < stretch.end else { continue }
      }
      if let last = result.last, stretch.start <= last.end {
        result[result.count - 1].end = max(last.end, stretch.end)
      } else {
        result.append(stretch)
      }
    }
    return result
  }
}
