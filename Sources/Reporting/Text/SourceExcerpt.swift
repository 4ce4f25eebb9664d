import Diagnostics
import Findings

/// A line of a scheme with a caret under a place in it, without the line's indentation and cut to a width.
struct SourceExcerpt {
  /// The line, made harmless.
  let line: String
  /// Spaces and carets under the place.
  let carets: String

  /// Cuts out as much around the place as fits into `width` cells; nil for an empty line.
  init?(_ location: ReportLocation, width: Int) {
    guard !location.excerpt.isEmpty else { return nil }
    let place = location.column - location.excerptColumn
    let indent = min(location.excerpt.utf8.prefix { $0 == 0x20 }.count, max(0, place))
    let view = ExcerptView(
      String(location.excerpt.dropFirst(indent)), firstColumn: location.excerptColumn + indent,
      column: location.column, endColumn: location.endLine == location.line ? location.endColumn : nil,
      width: width)
    line = view.text
    carets = Self.row(of: " ", view.indent) + Self.row(of: "^", view.underline)
  }

  private static func row(of character: Unicode.Scalar, _ count: Int) -> String {
    String(unsafeUninitializedCapacity: count) { room in
      room.initialize(repeating: UInt8(ascii: character))
      return count
    }
  }
}
