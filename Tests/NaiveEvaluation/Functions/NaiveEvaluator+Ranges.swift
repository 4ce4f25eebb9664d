import Expressions

extension NaiveEvaluator {
  static let rangeFunctions: [String: NaiveFunction] = [
    "gaps": NaiveFunction(.itself) { naive, arguments in
      naive.overRanges(arguments[0]) { cells in
        let held = cells.indices.filter { cells[$0].count > 0 }
        guard let first = held.first, let last = held.last else { return [] }
        return runs(cells) { place in first < place && place < last && cells[place].count == 0 }
      }
    },
    "overlaps": NaiveFunction(.itself) { naive, arguments in
      naive.overRanges(arguments[0]) { cells in runs(cells) { cells[$0].count > 1 } }
    },
  ]

  /// A number, or the numbers between two neighbouring ones, and how many ranges hold them.
  private struct Cell {
    var low: Rational?
    var high: Rational?
    var count = 0

    var isPoint: Bool { low != nil && low == high }

    func isIn(_ range: NumberInterval) -> Bool {
      if let end = range.low {
        guard let low, end < low || end == low && (!isPoint || range.includesLow) else { return false }
      }
      if let end = range.high {
        guard let high, high < end || end == high && (!isPoint || range.includesHigh) else { return false }
      }
      return true
    }
  }

  /// Cuts the numbers at all ends of the ranges and gives each piece the number of ranges that hold it.
  private func overRanges(_ list: NaiveValue, _ pick: ([Cell]) -> [NumberInterval]) -> NaiveValue {
    guard case .list(let list) = list else { return .failed(.mistyped) }
    guard let elements = list.values() else { return .unknown }
    var ranges: [NumberInterval] = []
    for element in elements {
      guard case .element(let record) = element else { return .failed(.mistyped) }
      guard let low = end(of: record, ("range.gt", false), ("range.ge", true)),
        let high = end(of: record, ("range.lt", false), ("range.le", true))
      else { return .unknown }
      ranges.append(
        NumberInterval(
          low: low.number, includesLow: low.isIncluded, high: high.number, includesHigh: high.isIncluded))
    }
    let ends = Set(ranges.flatMap { [$0.low, $0.high].compactMap(\.self) }).sorted()
    var cells = [Cell(low: nil, high: ends.first)]
    for (place, end) in ends.enumerated() {
      cells.append(Cell(low: end, high: end))
      cells.append(Cell(low: end, high: place + 1 < ends.count ? ends[place + 1] : nil))
    }
    for place in cells.indices { cells[place].count = ranges.count { cells[place].isIn($0) } }
    return .list(NaiveList(values: pick(cells).map { .stretch($0) }))
  }

  /// One end of a range: the first of two facts that states a number, or open where one says that there is none.
  private func end(
    of record: NaiveRecord, _ names: (name: String, isIncluded: Bool)...
  ) -> (number: Rational?, isIncluded: Bool)? {
    for (name, isIncluded) in names {
      switch record.states[name] ?? .missing {
      case .stated(.number(let number)): return (number, isIncluded)
      case .stated: return nil
      case .missing, .none, .group: continue
      }
    }
    for (name, _) in names {
      if case .none? = record.states[name] { return (nil, false) }
    }
    return nil
  }

  /// The longest stretches of neighbouring pieces that are as asked.
  private static func runs(_ cells: [Cell], _ isWanted: (Int) -> Bool) -> [NumberInterval] {
    var runs: [NumberInterval] = []
    var isOpen = false
    for place in cells.indices {
      guard isWanted(place) else {
        isOpen = false
        continue
      }
      let cell = cells[place]
      if isOpen {
        runs[runs.count - 1].high = cell.high
        runs[runs.count - 1].includesHigh = cell.isPoint
      } else {
        runs.append(
          NumberInterval(
            low: cell.low, includesLow: cell.isPoint, high: cell.high, includesHigh: cell.isPoint))
      }
      isOpen = true
    }
    return runs
  }
}
