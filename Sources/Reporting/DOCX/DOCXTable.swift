/// A table that is being written.
struct DOCXTable {
  /// Room between a cell's line and its text at the sides.
  static let sideMargin = 85

  /// Its columns.
  let columns: [TableHead.Column]
  /// Their widths in twentieths of a point.
  let widths: [Int]

  /// A table with a head of columns.
  init(_ head: TableHead) {
    columns = head.columns
    let letter = DOCXStyle.cellHead.look.size * 10
    let least = head.columns.map { column in
      let word = TextExtent.lines(of: [Run(column.title, strong: true)], room: 100_000).longestWord
      return min(word + 120, 9000) * letter / 1000 + 2 * Self.sideMargin
    }
    widths = ColumnWidths.divide(DOCXDocument.textWidth, weights: head.columns.map(\.weight), least: least)
  }

  /// Labels with texts beside them.
  init(_ rows: [LabelledRow]) {
    columns = []
    let letter = DOCXStyle.cellHead.look.size * 10
    let longest = rows.reduce(0) { max($0, TextExtent.of($1.label, strong: true)) }
    let label = min(max(longest + 200, 6000), 14_000) * letter / 1000 + 2 * Self.sideMargin
    widths = [label, DOCXDocument.textWidth - label]
  }
}
