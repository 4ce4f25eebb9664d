/// A table whose first rows are held back until its columns' widths can be told from what stands in them.
struct HeldTable {
  /// So many rows tell what a column holds; a table may have any number.
  static let mostRows = 200

  /// Texts of this extent, in thousandths of the letters' height, are not broken.
  private static let shortText = 7_200

  /// What the table says before its rows.
  let head: TableHead
  /// The rows that came so far, each as it was given.
  private(set) var rows: [[TableCell]] = []

  /// A table of which no row has come yet.
  init(_ head: TableHead) {
    self.head = head
  }

  /// Holds a row; false once there are enough.
  mutating func add(_ row: [TableCell]) -> Bool {
    rows.append(row)
    return rows.count < Self.mostRows
  }

  /// The longest part of a word of each title, in thousandths of the letters' height.
  var titleWords: [Int] {
    head.columns.map { TextExtent.lines(of: [Run($0.title, strong: true)], room: .max).longestWord }
  }

  /// The longest part of each column in which no line should end, in thousandths of the letters' height.
  ///
  /// A short text, such as a date, stays on one line. What is longer than `most` is broken in any case and counts for
  /// nothing. `keepsWords` where lines end at spaces alone, between letters of Hangul not.
  func longestWords(most: Int, keepsWords: Bool = false) -> [Int] {
    var longest = [Int](repeating: 0, count: head.columns.count)
    for row in rows {
      for (column, cell) in row.enumerated() where column < longest.count {
        for runs in cell.text {
          let runs = cell.isHeader ? runs.map(\.emphasized) : runs
          let extent = TextExtent.lines(of: runs, room: .max)
          let word = keepsWords ? extent.longestWord : extent.longestUnbroken
          for length in [word <= most ? word : 0, extent.whole <= Self.shortText ? extent.whole : 0] {
            longest[column] = max(longest[column], length)
          }
        }
      }
    }
    return longest
  }
}

/// A writer that looks at a table's first rows before it writes the head, which says how wide the columns are.
protocol TableHolding {
  /// The table that was begun, as long as its columns' widths are open.
  var held: HeldTable? { get set }
  /// Writes the head of a table whose first rows are known.
  mutating func writeHead(of held: HeldTable)
  /// Writes a row below the head.
  mutating func write(_ cells: [TableCell])
}

extension TableHolding {
  /// Begins a table; one without columns is none.
  mutating func beginTable(_ head: TableHead) {
    guard !head.columns.isEmpty else { return }
    held = HeldTable(head)
  }

  /// Adds a row; the first ones tell how wide the columns are.
  mutating func row(_ cells: [TableCell]) {
    if held != nil {
      if held?.add(cells) == false { releaseTable() }
    } else {
      write(cells)
    }
  }

  /// Writes the head and the rows that were held back.
  mutating func releaseTable() {
    guard let held else { return }
    self.held = nil
    writeHead(of: held)
    for row in held.rows { write(row) }
  }
}
