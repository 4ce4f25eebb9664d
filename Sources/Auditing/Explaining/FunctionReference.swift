public import Diagnostics
import Expressions

/// The functions and forms of the policy language, in words: what `audit functions` shows.
public enum FunctionReference {
  /// All by topic with what each gives, no line wider than `width` cells.
  public static func list(_ language: Language, width: Int = 80) -> String {
    filled(FunctionPage().list(language), width)
  }

  /// What there is to know of one, no line wider than `width` cells unless an example is; nil for an unknown name.
  public static func entry(_ name: String, _ language: Language, width: Int = 80) -> String? {
    let found = FunctionPage().named(name)
    return found.isEmpty ? nil : filled(found.map { $0.text(language) }.joined(separator: "\n"), width)
  }

  /// Lines broken at a width; the text beside a name goes on in its column.
  private static func filled(_ text: String, _ width: Int) -> String {
    var page = Layout(width: width)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      let isExample = line.contains("  →  ")
      guard DisplayWidth.of(String(line)) > width, !isExample else {
        page.add(String(line))
        continue
      }
      let column = textColumn(of: line)
      page.fill(
        String(line.dropFirst(column)), first: String(line.prefix(column)),
        hang: DisplayWidth.of(String(line.prefix(column))))
    }
    return page.lines.joined(separator: "\n") + "\n"
  }

  /// How many characters stand before the text of a line: its indent, and a name that two spaces part from the text.
  private static func textColumn(of line: Substring) -> Int {
    let indent = line.prefix { $0 == " " }.count
    guard indent > 0, let gap = line.dropFirst(indent).firstRange(of: "  ") else { return indent }
    return line.distance(from: line.startIndex, to: gap.upperBound)
      + line[gap.upperBound...].prefix { $0 == " " }.count
  }

  /// The name that was probably meant.
  public static func nearest(to name: String) -> String? {
    FunctionPage().nearest(to: name)
  }

  /// The page of the documentation, in Markdown.
  public static func page(_ language: Language) -> String {
    FunctionPage().markdown(language)
  }
}
