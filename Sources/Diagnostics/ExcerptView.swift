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
    let scalars = Array(line.unicodeScalars)
    let start = min(max(0, column - firstColumn), scalars.count)
    let end = min(max(start, (endColumn ?? Int.max) - firstColumn), scalars.count)
    var before = Self.shown(scalars[..<start])
    var place = Self.shown(scalars[start..<end])
    var after = Self.shown(scalars[end...])
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

  private static func shown(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return Printable.escaped(String(view))
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
