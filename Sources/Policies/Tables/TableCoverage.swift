import Diagnostics
import Expressions

/// Which inputs the rows of one version of a table accept twice or not at all.
struct TableCoverage {
  /// What each row accepts, column by column.
  let rows: [[CellSet]]
  /// What the columns hold.
  let axes: [TableAxis]
  /// Says which members a choice has.
  let environment: TypeEnvironment
  /// Most combinations of inputs that are tried for gaps.
  private static let mostTries = 50_000
  /// Most overlaps and gaps that are named.
  private static let mostNamed = 3

  /// Two rows that accept the same input, with such an input.
  struct Overlap {
    var first: Int
    var second: Int
    var example: [String]
  }

  /// The rows of one version.
  init(rows: [[DecisionTable.Condition]], axes: [TableAxis], environment: TypeEnvironment) {
    self.rows = rows.map { $0.map { CellSet($0) } }
    self.axes = axes
    self.environment = environment
  }

  /// The first pairs of rows that both match some input; at most one pair per second row.
  var overlaps: [Overlap] {
    var found: [Overlap] = []
    for second in rows.indices.dropFirst() {
      for first in 0..<second {
        guard let example = common(rows[first], rows[second]) else { continue }
        found.append(Overlap(first: first, second: second, example: example))
        break
      }
      if found.count == Self.mostNamed { break }
    }
    return found
  }

  private func common(_ a: [CellSet], _ b: [CellSet]) -> [String]? {
    var example: [String] = []
    for (column, axis) in axes.enumerated() {
      guard let sample = a[column].common(with: b[column], axis: axis) else { return nil }
      example.append(axis.text(sample))
    }
    return example
  }

  /// Inputs that no row accepts, as far as the columns' values can be listed.
  var gaps: [[String]] {
    let samples = axes.indices.map { self.samples(of: $0) }
    var found: [[String]] = []
    var tries = 0
    // A depth-first walk over the columns; `open` holds the inputs chosen so far and the rows that still match.
    var open: [(inputs: [TableSample], rows: [Int])] = [([], Array(rows.indices))]
    while let (inputs, matching) = open.popLast() {
      tries += 1
      if tries > Self.mostTries || found.count == Self.mostNamed { break }
      if matching.isEmpty {
        found.append(
          axes.indices.map { $0 < inputs.count ? axes[$0].text(inputs[$0]) : "-" })
        continue
      }
      let column = inputs.count
      guard column < axes.count else { continue }
      for sample in samples[column].reversed() {
        open.append((inputs + [sample], matching.filter { rows[$0][column].contains(sample) }))
      }
    }
    return found
  }

  /// One value for each kind of value that the column's cells tell apart.
  private func samples(of column: Int) -> [TableSample] {
    let cells = rows.map { $0[column] }
    var words: Set<String> = []
    var places: Set<Rational> = []
    var hasIntervals = false
    for cell in cells {
      switch cell {
      case .any: break
      case .words(let more): words.formUnion(more)
      case .points(let more): places.formUnion(more)
      case .interval(let interval):
        hasIntervals = true
        places.formUnion([interval.low?.place, interval.high?.place].compactMap { $0 })
      }
    }
    if !words.isEmpty { return domain(of: axes[column].type, mentioned: words).map { .word($0) } }
    guard !places.isEmpty else { return [.anything] }
    let sorted = places.sorted()
    guard hasIntervals else { return sorted.map { .place($0) } }
    return stretches(sorted, axes[column]).map { .place($0) }
  }

  /// All members of a closed choice, both truth values; for texts and open choices only what the cells name.
  private func domain(of type: ValueType, mentioned: Set<String>) -> [String] {
    switch type {
    case .bool: return ["true", "false"]
    case .choice(let index):
      guard environment.choices.indices.contains(index), !environment.choices[index].isOpen else { break }
      return environment.choices[index].members.map(\.name)
    case .number, .string, .date, .timestamp, .duration, .list, .record, .reference, .group, .pair, .interval,
      .dyn,
      .null, .map:
      break
    }
    return mentioned.sorted()
  }

  /// The ends themselves, a place between each two, and for numbers one below and one above all.
  private func stretches(_ ends: [Rational], _ axis: TableAxis) -> [Rational] {
    var places: [Rational] = []
    if case .number(let unit) = axis.type, let lowest = ends.first, let highest = ends.last {
      // Amounts, hours and shares are not negative unless the table says so.
      if lowest.sign > 0 {
        places.append(.zero)
      } else if lowest.sign < 0, let below = try? lowest.subtracting(.one) {
        places.append(below)
      }
      if !(unit == "percent" && highest == Rational(100)), let above = try? highest.adding(.one) {
        places.append(above)
      }
    }
    for (place, end) in ends.enumerated() {
      places.append(end)
      guard place + 1 < ends.count else { continue }
      let between = CellSet.Interval(low: (end, false), high: (ends[place + 1], false))
      if let inside = axis.place(in: between) { places.append(inside) }
    }
    return places.sorted()
  }
}
