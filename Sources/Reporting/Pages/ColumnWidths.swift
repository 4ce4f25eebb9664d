/// Divides the width of a table among its columns.
enum ColumnWidths {
  /// What columns need at least: enough for the words of their titles and, as far as there is room, for those that
  /// stand below them.
  static func least(_ total: Int, titles: [Int], words: [Int]) -> [Int] {
    let more = zip(titles, words).map { max(0, $1 - $0) }
    let needed = more.reduce(0, +)
    let room = total - titles.reduce(0, +)
    guard needed > 0, room > 0 else { return titles }
    return zip(titles, more).map { $0 + (needed <= room ? $1 : $1 * room / needed) }
  }

  /// Widths that together are exactly `total`: by weight, but none too narrow for the words of its title as long as
  /// there is room, which `least` tells for each column.
  static func divide(_ total: Int, weights: [Int], least: [Int]) -> [Int] {
    guard !weights.isEmpty else { return [] }
    var widths = share(total, weights)
    let needed = least.reduce(0, +)
    if needed >= total {
      widths = share(total, least)
    } else {
      // Columns that are too narrow take what they need; the others share the rest by weight.
      var isFixed = [Bool](repeating: false, count: weights.count)
      while let narrow = widths.indices.first(where: { !isFixed[$0] && widths[$0] < least[$0] }) {
        isFixed[narrow] = true
        let rest = total - weights.indices.reduce(0) { $0 + (isFixed[$1] ? least[$1] : 0) }
        let free = share(rest, weights.indices.map { isFixed[$0] ? 0 : weights[$0] })
        widths = weights.indices.map { isFixed[$0] ? least[$0] : free[$0] }
      }
    }
    return widths
  }

  /// Divides a whole number by weights without a remainder: the last share takes what rounding leaves.
  private static func share(_ total: Int, _ weights: [Int]) -> [Int] {
    let sum = weights.reduce(0, +)
    guard sum > 0 else { return weights.map { _ in 0 } }
    var shares: [Int] = []
    var weightSoFar = 0
    var given = 0
    for weight in weights {
      weightSoFar += weight
      let upTo = total * weightSoFar / sum
      shares.append(upTo - given)
      given = upTo
    }
    return shares
  }
}
