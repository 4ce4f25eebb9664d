/// A table that is being written.
struct DOCXTable {
  /// Room between a cell's line and its text at the sides.
  static let sideMargin = 85

  /// Its columns.
  let columns: [TableHead.Column]
  /// Their widths in twentieths of a point.
  let widths: [Int]

  /// Words longer than this, in thousandths of the letters' height, do not widen a column.
  private static let longestWord = 11_000

  /// A table with a head of columns, as wide as what stands in them.
  init(_ held: HeldTable, width whole: Int) {
    columns = held.head.columns
    let letter = DOCXStyle.cellHead.look.size * 10
    func width(_ word: Int) -> Int { (word + 250) * letter / 1000 + 2 * Self.sideMargin }
    let least = ColumnWidths.least(
      whole, titles: held.titleWords.map { width(min($0, 9000)) },
      words: held.longestWords(most: Self.longestWord).map(width))
    widths = ColumnWidths.divide(whole, weights: columns.map(\.weight), least: least)
  }

  /// Labels with texts beside them.
  init(_ rows: [LabelledRow], width whole: Int) {
    columns = []
    let letter = DOCXStyle.cellHead.look.size * 10
    let longest = rows.reduce(0) { max($0, TextExtent.of($1.label, strong: true)) }
    let label = min(max(longest + 200, 6000), 14_000) * letter / 1000 + 2 * Self.sideMargin
    widths = [label, whole - label]
  }
}
