/// What a table says before its rows: its columns, which each page repeats.
package struct TableHead: Sendable, Hashable {
  /// A column of a table.
  package struct Column: Sendable, Hashable {
    /// What its cells hold.
    package var title: String
    /// Its share of the width, against those of the other columns.
    package var weight: Int
    /// Whether its cells are numbers, which stand at the right.
    package var isNumeric: Bool

    /// A column.
    package init(_ title: String, weight: Int = 1, numeric: Bool = false) {
      self.title = title
      self.weight = max(1, weight)
      isNumeric = numeric
    }
  }

  /// What the table is about, for readers who hear it.
  package var caption: String
  /// From left to right.
  package var columns: [Column]

  /// A table's head.
  package init(_ caption: String, _ columns: [Column]) {
    self.caption = caption
    self.columns = columns
  }
}

/// A cell of a table; several paragraphs stand one below the other.
package struct TableCell: Sendable, Hashable {
  /// What is said.
  package var text: [[Run]]
  /// Whether it names its row.
  package var isHeader: Bool

  /// A cell with one paragraph.
  package init(_ text: [Run], header: Bool = false) {
    self.text = [text]
    isHeader = header
  }

  /// A cell with several paragraphs.
  package init(paragraphs: [[Run]]) {
    text = paragraphs
    isHeader = false
  }

  /// A cell with a text of one kind.
  package init(_ text: String, tone: Run.Tone = .plain, header: Bool = false) {
    self.init([Run(text, tone: tone)], header: header)
  }
}
