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
    var before = Printable.escaped(String(scalars[..<rest.startIndex]))
    var place = Printable.escaped(String(rest[..<end]))
    var after = Printable.escaped(String(rest[end...]))
    var lead = ""
    if DisplayWidth.of(before) > width / 2 {
      before = Self.suffix(before, cells: width / 2 - 1)
      lead = "…"
    }
    let room = max(1, width - DisplayWidth.of(lead + before))
    if DisplayWidth.of(place) > room {
      place = Self.prefix(place, cells: room - 1) + "…"
      after = ""
    } else if DisplayWidth.of(place + after) > room {
      after = Self.prefix(after, cells: room - 1 - DisplayWidth.of(place)) + "…"
    }
    text = lead + before + place + after
    indent = DisplayWidth.of(lead + before)
    underline = max(1, DisplayWidth.of(place))
  }

  private static func prefix(_ text: String, cells: Int) -> String {
    var left = cells
    return String(
      text.prefix { character in
        left -= DisplayWidth.of(character)
        return left >= 0
      })
  }

  private static func suffix(_ text: String, cells: Int) -> String {
    var left = cells
    var start = text.endIndex
    while start > text.startIndex {
      let before = text.index(before: start)
      left -= DisplayWidth.of(text[before])
      if left < 0 { break }
      start = before
    }
    return String(text[start...])
  }
}
