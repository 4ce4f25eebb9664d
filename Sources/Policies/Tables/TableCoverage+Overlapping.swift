import Expressions

/// Gaps of a table whose rows overlap.
extension TableCoverage {
  /// Most pieces into which overlapping rows are cut.
  private static let mostPieces = 2_000
  /// Most rows of a table that is looked at.
  private static let mostRows = 300
  /// Most gaps that are looked at.
  private static let mostGaps = 60

  /// Inputs that no row accepts and that no overlapping row would accept with one of its cells moved: what one
  /// mistake explains is not reported twice. Nil where there are too many rows to tell.
  func gapsBeside(_ overlaps: [Overlap]) -> [[String]]? {
    // Beyond the overlaps that are named there may be others, and with them rows that may be wrong.
    guard overlaps.count < Self.mostNamed, rows.count <= Self.mostRows, let pieces,
      let gaps = try? TableCoverage(self, rows: pieces).openRegions(naming: Self.mostGaps)
    else {
      return nil
    }
    let involved = Set(overlaps.flatMap { [$0.first, $0.second] })
    return gaps.filter { gap in !involved.contains { mayReach(gap, row: $0) } }.prefix(Self.mostNamed).map {
      regions in
      zip(axes, regions).map { axis, region in region.map { axis.example(ofRegion: $0) } ?? "-" }
    }
  }

  /// Whether a row accepts an input but for one column, in which its cell ends beside the input or names other words.
  private func mayReach(_ gap: [Int?], row: Int) -> Bool {
    var isMoved = false
    for (column, region) in gap.enumerated() {
      guard let region, !rows[row][column].contains(where: { $0.contains(region) }) else { continue }
      let isNear =
        axes[column].places.isEmpty || rows[row][column].contains { isNext($0, to: region, in: column) }
      guard isNear, !isMoved else { return false }
      isMoved = true
    }
    return true
  }

  /// Whether no row accepts anything between a run and a region of a column.
  private func isNext(_ run: ClosedRange<Int>, to region: Int, in column: Int) -> Bool {
    let between = region > run.upperBound ? (run.upperBound + 1)..<region : (region + 1)..<run.lowerBound
    return !rows.contains { row in
      row[column].contains { $0.lowerBound < between.upperBound && $0.upperBound >= between.lowerBound }
    }
  }

  /// The same inputs as the rows accept, in rows that do not overlap.
  private var pieces: [[[ClosedRange<Int>]]]? {
    var pieces: [[[ClosedRange<Int>]]] = []
    for row in rows where !row.contains(where: \.isEmpty) {
      var rest = [row]
      for piece in pieces {
        rest = rest.flatMap { Self.cutting($0, by: piece) }
        guard rest.count + pieces.count <= Self.mostPieces else { return nil }
      }
      pieces += rest
    }
    return pieces
  }

  /// What is left of a row without what another one accepts.
  private static func cutting(
    _ row: [[ClosedRange<Int>]], by other: [[ClosedRange<Int>]]
  ) -> [[[ClosedRange<Int>]]] {
    var inside = row
    var left: [[[ClosedRange<Int>]]] = []
    for column in row.indices {
      let (shared, outside) = parted(row[column], by: other[column])
      if shared.isEmpty { return [row] }
      if !outside.isEmpty {
        var piece = inside
        piece[column] = outside
        left.append(piece)
      }
      inside[column] = shared
    }
    return left
  }

  /// The regions of some runs that lie in others, and those that do not.
  private static func parted(
    _ runs: [ClosedRange<Int>], by others: [ClosedRange<Int>]
  ) -> (shared: [ClosedRange<Int>], outside: [ClosedRange<Int>]) {
    var shared: [ClosedRange<Int>] = []
    var outside: [ClosedRange<Int>] = []
    for run in runs {
      var next = run.lowerBound
      for other in others where other.overlaps(run) {
        let common = other.clamped(to: run)
        if next < common.lowerBound { outside.append(next...(common.lowerBound - 1)) }
        shared.append(common)
        next = common.upperBound + 1
      }
      if next <= run.upperBound { outside.append(next...run.upperBound) }
    }
    return (shared, outside)
  }
}
