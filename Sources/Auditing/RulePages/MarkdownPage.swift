import Diagnostics

/// A page in Markdown, written from the top down; every text of a policy is made harmless on its way in.
struct MarkdownPage {
  /// The finished lines.
  private(set) var lines: [String] = []

  /// An empty page.
  init() {}

  /// The page with one line feed at its end.
  var text: String { lines.joined(separator: "\n") + "\n" }

  /// A line that is Markdown already.
  mutating func add(_ markdown: String) { lines.append(markdown) }

  /// A heading, with an anchor that does not change with its words.
  mutating func heading(_ level: Int, _ text: String, anchor: String? = nil) {
    if !lines.isEmpty { lines.append("") }
    if let anchor { lines.append("<a id=\"\(anchor)\"></a>") }
    lines.append(String(repeating: "#", count: level) + " " + Self.escaped(text))
  }

  /// Words on their own.
  mutating func paragraph(_ text: String) {
    lines += ["", Self.escaped(text)]
  }

  /// A list with a dash before each item; nothing for no items.
  mutating func items(_ items: [String]) {
    guard !items.isEmpty else { return }
    lines.append("")
    lines += items.map { "- " + Self.escaped($0) }
  }

  /// Rows under a heading row.
  mutating func table(_ head: [String], _ rows: [[String]]) {
    func line(_ cells: [String]) -> String {
      "| " + cells.map { Self.escaped($0, isCell: true) }.joined(separator: " | ") + " |"
    }
    lines += ["", line(head), "|" + String(repeating: " --- |", count: head.count)]
    lines += rows.map(line)
  }

  /// Text as it is, in a block of its own.
  mutating func block(_ text: String) {
    var fence = "```"
    while text.contains(fence) { fence += "`" }
    lines += ["", fence + "text"]
    lines += text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines.append(fence)
  }

  /// What a section of a reading says, as lists inside lists by the indents of its lines; its heading is left out.
  mutating func outline(_ section: (inout Layout) -> Void) {
    var layout = Layout(width: Self.unbroken)
    section(&layout)
    // A section begins with a blank line and its heading.
    let body = layout.lines.dropFirst(2).filter { !$0.isEmpty }
    guard !body.isEmpty else { return }
    lines.append("")
    var indents: [Int] = []
    for line in body {
      var indent = line.prefix { $0 == " " }.count
      var words = line.dropFirst(indent)
      // An item begins where its sentence does, and belongs below it.
      if Self.isItem(words) { indent += 1 }
      if words.hasPrefix("– ") { words = words.dropFirst(2) }
      while let last = indents.last, last >= indent { indents.removeLast() }
      let space = String(repeating: "  ", count: indents.count)
      indents.append(indent)
      lines.append(space + "- " + Self.escaped(String(words)))
    }
  }

  /// Whether a line of a layout is an item of a list within a sentence: `가. `, `a. `, `1) `, `(1) `, `– `.
  private static func isItem(_ line: Substring) -> Bool {
    let mark = line.prefix { $0 != " " }
    if mark == "–" || mark.hasSuffix(")") && mark.count <= 5 { return true }
    guard mark.hasSuffix("."), let first = mark.first, first.isLetter else { return false }
    return mark.dropFirst().dropLast().allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// Cells of a line that is never broken.
  private static let unbroken = 1_000_000

  /// Text that Markdown shows as it is.
  ///
  /// - Parameter isCell: It stands in a cell of a table, on one line.
  static func escaped(_ text: String, isCell: Bool = false) -> String {
    var result = ""
    let shown = Printable.escaped(isCell ? text : oneLine(text))
    var before: Character = " "
    for character in shown {
      switch character {
      case "\\", "`", "*", "~": result += "\\" + String(character)
      case "<": result += "&lt;"
      case "&": result += "&amp;"
      case "|" where isCell: result += "\\|"
      // Underscores inside of a word stand for themselves.
      case "_" where !before.isLetter && !before.isNumber: result += "\\_"
      case "(" where before == "]": result += "\\("
      default: result.append(character)
      }
      before = character
    }
    return isCell ? result : escapedStart(result)
  }

  /// Line feeds and the spaces around them as one space.
  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).map { line in
      String(line.drop { $0 == " " })
    }.joined(separator: " ")
  }

  /// Without what makes a heading, a list or a quotation at the beginning of a line.
  private static func escapedStart(_ text: String) -> String {
    guard let first = text.first else { return text }
    if "#>+-=".contains(first) { return "\\" + text }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    // Only a space makes the number one of a list: `29.9` stays.
    if !digits.isEmpty, let mark = rest.first, mark == "." || mark == ")",
      rest.dropFirst().first.map({ $0 == " " }) ?? true
    {
      return digits + "\\" + rest
    }
    return text
  }
}
