/// A source line made safe to show, with the cells that a caret line under it needs.
package struct ExcerptView: Sendable {
  /// The line escaped and, if it is wide, cut around the place with `…`.
  package let text: String
  /// Cells before the caret.
  package let indent: Int
  /// Cells to underline, at least 1.
  package let underline: Int

  /// Shows a line whose first character stands in `firstColumn`; columns count Unicode scalars from 1, and
  /// a nil `endColumn` means to the end of the line. `width` is the most cells to take.
  package init(
    _ line: String, firstColumn: Int = 1, column: Int, endColumn: Int?, width: Int = 100
  ) {
    let scalars = line.unicodeScalars
    let first = min(max(0, column - firstColumn), line.utf8.count)
    let start = scalars.index(scalars.startIndex, offsetBy: first, limitedBy: scalars.endIndex)
    let rest = scalars[(start ?? scalars.endIndex)...]
    let length = max(0, (endColumn ?? Int.max) - firstColumn - first)
    let end = rest.index(rest.startIndex, offsetBy: length, limitedBy: rest.endIndex) ?? rest.endIndex
    // What is shown takes at most a cell's width each; long lines are not looked at as a whole.
    let most = 4 * width
    var before = Piece(scalars[..<rest.startIndex].suffix(most))
    var place = Piece(rest[..<end].prefix(most))
    var after = Piece(rest[end...].prefix(most))
    if before.cells > width / 2 { before.keepEnd(width / 2) }
    let room = max(1, width - before.cells)
    if place.cells > room {
      place.keepBeginning(room)
      after.keepBeginning(0)
    } else if place.cells + after.cells > room {
      after.keepBeginning(room - place.cells)
    }
    text = before.text + place.text + after.text
    indent = before.cells
    underline = max(1, place.cells)
  }

  /// A part of the line, made safe to show, with the cells it takes.
  private struct Piece {
    private(set) var text: String
    private(set) var cells: Int

    init(_ scalars: Substring.UnicodeScalarView) {
      text = Printable.escaped(String(scalars))
      cells = DisplayWidth.of(text)
    }

    /// Cuts the end off, so that the rest and `…` take no more than `room` cells; all of it, and no `…`, where there
    /// is no room.
    mutating func keepBeginning(_ room: Int) {
      text = room > 0 ? DisplayWidth.prefix(text[...], cells: room - 1) + "…" : ""
      cells = DisplayWidth.of(text)
    }

    /// Cuts the beginning off, so that `…` and the rest take no more than `room` cells.
    mutating func keepEnd(_ room: Int) {
      text = "…" + DisplayWidth.suffix(text[...], cells: room - 1)
      cells = DisplayWidth.of(text)
    }
  }
}
