package import Expressions

/// What the rows of one version of a table accept: inputs that two rows match, that none does, rows that none meets.
///
/// Each row is a box of regions. Two rows overlap if their boxes meet in every column. Rows that do not overlap leave a
/// gap exactly where the sizes of their boxes do not add up to the size of the whole, so a gap is found without trying
/// inputs one by one: in every column there is a region whose boxes do not add up.
package struct TableCoverage {
  /// Two rows that accept the same input, with such an input.
  package struct Overlap: Sendable {
    /// Place of the earlier row, from 0.
    package var first: Int
    /// Place of the later row, from 0.
    package var second: Int
    /// One input per column, as the author would write it.
    package var example: [String]
    /// The row whose every input the other one matches too, if there is one.
    package var covered: Int?
  }

  /// What was found about overlaps.
  package struct Overlaps: Sendable {
    /// The first pairs; at most one for each later row.
    package var found: [Overlap]
    /// How many rows were compared with all rows before them.
    package var checkedRows: Int
  }

  /// Most comparisons of cells, a few seconds' work at the very worst.
  package static let mostSteps = 100_000_000
  /// Most overlaps and gaps that are named.
  static let mostNamed = 3

  /// The columns' values.
  let axes: [TableAxis]
  /// The runs of regions of each cell, row by row.
  let rows: [[[ClosedRange<Int>]]]
  private let mostSteps: Int

  /// The rows of one version; every row has a cell for each of the types.
  package init(
    rows: [[DecisionTable.Condition]], types: [ValueType], environment: TypeEnvironment,
    mostSteps: Int = Self.mostSteps
  ) {
    let axes = types.enumerated().map { column, type in
      TableAxis(rows.map { $0[column] }, type: type, environment: environment)
    }
    self.axes = axes
    self.rows = rows.map { cells in zip(cells, axes).map { $1.regions(of: $0) } }
    self.mostSteps = mostSteps
  }

  // ── rows that nothing meets ────────────────────────────────────────────────

  /// Rows that no input matches, each with the column whose cell no value can meet.
  package var unreachable: [(row: Int, column: Int)] {
    rows.enumerated().compactMap { row, cells in cells.firstIndex { $0.isEmpty }.map { (row, $0) } }
  }

  /// The same columns with other rows, which are given by their runs of regions.
  init(_ other: TableCoverage, rows: [[[ClosedRange<Int>]]]) {
    axes = other.axes
    self.rows = rows
    mostSteps = other.mostSteps
  }

  // ── overlaps ───────────────────────────────────────────────────────────────

  /// The rows that accept the same input, as far as the limit of comparisons allows.
  package var overlaps: Overlaps {
    var found: [Overlap] = []
    var steps = 0
    for second in rows.indices {
      for first in 0..<second {
        guard steps <= mostSteps else { return Overlaps(found: found, checkedRows: second) }
        guard let example = common(first, second, &steps) else { continue }
        found.append(
          Overlap(first: first, second: second, example: example, covered: covered(first, second)))
        break
      }
      if found.count == Self.mostNamed { break }
    }
    return Overlaps(found: found, checkedRows: rows.count)
  }

  /// An input that two rows accept; nil if there is none.
  private func common(_ first: Int, _ second: Int, _ steps: inout Int) -> [String]? {
    var shared: [ClosedRange<Int>] = []
    for column in axes.indices {
      guard let run = Self.common(rows[first][column], rows[second][column], &steps) else { return nil }
      shared.append(run)
    }
    return zip(axes, shared).map { $0.example(in: $1) }
  }

  /// The first run that two cells share.
  private static func common(
    _ a: [ClosedRange<Int>], _ b: [ClosedRange<Int>], _ steps: inout Int
  ) -> ClosedRange<Int>? {
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      steps += 1
      let low = max(a[i].lowerBound, b[j].lowerBound)
      let high = min(a[i].upperBound, b[j].upperBound)
      if low <= high { return low...high }
      if a[i].upperBound < b[j].upperBound { i += 1 } else { j += 1 }
    }
    return nil
  }

  /// Which of two rows lies within the other, the later one if they are the same.
  private func covered(_ first: Int, _ second: Int) -> Int? {
    func lies(_ inner: Int, within outer: Int) -> Bool {
      axes.indices.allSatisfy { column in
        rows[inner][column].allSatisfy { run in
          rows[outer][column].contains { $0.contains(run.lowerBound) && $0.contains(run.upperBound) }
        }
      }
    }
    if lies(second, within: first) { return second }
    return lies(first, within: second) ? first : nil
  }

  // ── gaps ───────────────────────────────────────────────────────────────────

  /// Inputs that no row accepts, one per column with `-` where the value does not matter; the rows must not overlap.
  ///
  /// Fails with `.overflow` where there are more kinds of inputs than can be counted.
  package func gaps() throws(ArithmeticFailure) -> [[String]] {
    try openRegions(naming: Self.mostNamed).map { regions in
      zip(axes, regions).map { axis, region in region.map { axis.example(ofRegion: $0) } ?? "-" }
    }
  }

  /// Kinds of inputs that no row accepts, one region per column, nil where the value does not matter.
  func openRegions(naming most: Int) throws(ArithmeticFailure) -> [[Int?]] {
    let whole = try Self.products(of: axes.map { $0.expectedRegions(in: 0...($0.count - 1)) })
    var sizes: [[Rational]] = []
    for cells in rows {
      sizes.append(
        try Self.products(
          of: zip(axes, cells).map { axis, runs in
            runs.reduce(0) { $0 + axis.expectedRegions(in: $1) }
          }))
    }
    var found: [[Int?]] = []
    var open: [(inputs: [Int?], rows: [Int])] = [([], Array(rows.indices))]
    while let (inputs, matching) = open.popLast(), found.count < most {
      let column = inputs.count
      if column == 0 {
        guard try Self.sum(matching.map { sizes[$0][0] }) != whole[0] else { break }
      }
      if matching.isEmpty || column == axes.count {
        found.append(inputs + axes.dropFirst(column).map { _ in nil })
        continue
      }
      let lacking = try self.lacking(
        column, matching.map { ($0, sizes[$0][column + 1]) }, of: whole[column + 1])
      for region in lacking.reversed() {
        open.append(
          (
            inputs + [region],
            matching.filter { row in rows[row][column].contains { $0.contains(region) } }
          ))
      }
    }
    return found
  }

  /// The first regions of a column in which the rows' sizes do not add up to the whole.
  private func lacking(
    _ column: Int, _ rows: [(row: Int, size: Rational)], of whole: Rational
  ) throws(ArithmeticFailure) -> [Int] {
    let axis = axes[column]
    var changes = [Rational](repeating: .zero, count: axis.count + 1)
    for (row, size) in rows {
      for run in self.rows[row][column] {
        changes[run.lowerBound] = try changes[run.lowerBound].adding(size)
        changes[run.upperBound + 1] = try changes[run.upperBound + 1].subtracting(size)
      }
    }
    var sum = Rational.zero
    var lacking: [Int] = []
    for region in 0..<axis.count where lacking.count < Self.mostNamed {
      sum = try sum.adding(changes[region])
      if axis.expectedRegions(in: region...region) == 1, sum != whole { lacking.append(region) }
    }
    return lacking
  }

  /// The products of a list's tails, from the whole list to none of it.
  private static func products(of counts: [Int]) throws(ArithmeticFailure) -> [Rational] {
    var products = [Rational.one]
    for count in counts.reversed() {
      products.append(try (products.last ?? .one).multiplied(by: Rational(count)))
    }
    return products.reversed()
  }

  private static func sum(_ numbers: [Rational]) throws(ArithmeticFailure) -> Rational {
    var sum = Rational.zero
    for number in numbers { sum = try sum.adding(number) }
    return sum
  }
}
