import Expressions
import Policies

extension Period {
  /// The days that both periods have.
  func intersection(_ other: Period) -> Period {
    Period(
      from: [from, other.from].compactMap { $0 }.max(), to: [to, other.to].compactMap { $0 }.min())
  }

  /// Whether the period holds on a date of which perhaps only bounds or readings are known.
  func holds(on date: Value) -> Truth {
    if from == nil, to == nil { return .yes }
    switch date {
    case .date(let day): return contains(day) ? .yes : .no
    case .either(let readings): return Truth(agreeing: readings.map { holds(on: $0) })
    case .range(let range): return holds(between: range)
    case .error(let error): return .error(error)
    default: return .unknown
    }
  }

  private func holds(between range: PartialRange) -> Truth {
    let low = Self.day(range.low)
    let high = Self.day(range.high)
    if let from, let high, high < from { return .no }
    if let to, let low, to < low { return .no }
    let isAfterStart = from.map { start in low.map { start <= $0 } ?? false } ?? true
    let isBeforeEnd = to.map { end in high.map { $0 <= end } ?? false } ?? true
    return isAfterStart && isBeforeEnd ? .yes : .unknown
  }

  private static func day(_ value: Value?) -> Day? {
    if case .date(let day)? = value { day } else { nil }
  }
}
