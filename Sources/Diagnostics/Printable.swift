/// Makes text safe to show: nothing in it can move a cursor, reorder a line or hide.
public enum Printable {
  /// The text with controls, reordering and invisible characters written as `\n`, `\t` or `\u{1B}`.
  ///
  /// Joiners and variation selectors stay inside emoji. `keepingLines` leaves line feeds as they are.
  public static func escaped(_ text: String, keepingLines: Bool = false) -> String {
    if text.utf8.withContiguousStorageIfAvailable({ PlainText($0) != nil }) == true { return text }
    if text.unicodeScalars.allSatisfy({ $0.hazard == nil }) { return text }
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if scalar == "\n", keepingLines {
        result.append(scalar)
      } else if scalar.hazard == nil || isPartOfEmoji(index, scalars) {
        result.append(scalar)
      } else {
        result.append(contentsOf: escape(scalar).unicodeScalars)
      }
    }
    return String(result)
  }

  /// The text escaped and, if it is long, cut to `limit` characters with `…`.
  public static func shortened(_ text: String, to limit: Int = 60) -> String {
    let head = text.prefix(limit + 1)
    guard head.endIndex < text.endIndex || head.count > limit else { return escaped(text) }
    return escaped(String(head.prefix(limit))) + "…"
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    default: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    }
  }

  private static func isPartOfEmoji(_ index: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    guard index > 0 else { return false }
    let before = scalars[index - 1]
    switch scalars[index].value {
    case 0xFE0E, 0xFE0F: return before.properties.isEmoji
    case 0x200D:
      guard index + 1 < scalars.count, scalars[index + 1].properties.isEmoji else { return false }
      return before.value == 0xFE0F || before.properties.isEmoji || before.properties.isEmojiModifier
    default: return false
    }
  }
}
