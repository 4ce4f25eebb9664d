import Diagnostics

/// Lines of a reading: sentences with their numbered lists, and tables, filled to a width where Hangul takes two
/// cells.
package struct Layout {
  /// Cells of a line.
  let width: Int
  /// The finished lines, harmless for terminals.
  package private(set) var lines: [String] = []

  /// An empty page; a width below 20 counts as 20.
  package init(width: Int) {
    self.width = max(20, width)
  }

  /// A line as it is, made harmless for terminals; empty: a blank line.
  mutating func add(_ line: String) { lines.append(Printable.escaped(line)) }

  /// A sentence with the lists below it. `level` numbers the lists: 가., 1), 가), (1).
  mutating func add(
    _ prose: Prose, _ language: Language, indent: Int = 2, marker: String = "", level: Int = 0
  ) {
    let lists = prose.lists
    let text = prose.text { place in Self.reference(place, of: lists.count, language) }
    let indent = min(indent, width / 2)
    let hang = indent + DisplayWidth.of(marker)
    fill(text, first: String(repeating: " ", count: indent) + marker, hang: hang)
    for (place, list) in lists.enumerated() {
      if lists.count > 1 { add(String(repeating: " ", count: hang) + "[\(place + 1)]") }
      for (number, item) in list.items.enumerated() {
        let mark = list.items.count == 1 ? "– " : Self.marker(number, level: level, language)
        add(item, language, indent: hang + (lists.count > 1 ? 2 : 0), marker: mark, level: level + 1)
      }
    }
  }

  /// Rows under a heading row, in columns; one row after the other where they do not fit.
  mutating func add(table rows: [[String]], indent: Int) {
    guard let head = rows.first else { return }
    let widths = head.indices.map { column in
      rows.map { $0.indices.contains(column) ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0
    }
    let space = String(repeating: " ", count: indent)
    guard indent + widths.reduce(0, +) + 3 * (widths.count - 1) <= width else {
      for row in rows.dropFirst() {
        let cells = zip(head, row).map { "\($0): \($1)" }.joined(separator: "; ")
        fill(cells, first: space + "– ", hang: indent + 2)
      }
      return
    }
    for (number, row) in rows.enumerated() {
      let cells = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: max(0, width - DisplayWidth.of(cell)))
      }
      add(space + Self.trimmed(cells.joined(separator: " │ ")))
      if number == 0 {
        add(space + widths.map { String(repeating: "─", count: $0) }.joined(separator: "─┼─"))
      }
    }
  }

  /// Words broken between them so that no line is longer than the width, later lines under the text of the first.
  package mutating func fill(_ text: String, first: String, hang: Int) {
    let space = String(repeating: " ", count: hang)
    var line = first
    var used = DisplayWidth.of(first)
    var isEmpty = true
    for word in Self.words(text) {
      var word = word[...]
      var cells = DisplayWidth.of(String(word))
      if !isEmpty, used + 1 + cells > width {
        add(line)
        (line, used, isEmpty) = (space, hang, true)
      }
      while isEmpty, used + cells > width, word.count > 1 {
        let head = Self.head(of: word, fitting: max(2, width - used))
        add(line + head)
        (line, used) = (space, hang)
        word = word.dropFirst(head.count)
        cells = DisplayWidth.of(String(word))
      }
      line += (isEmpty ? "" : " ") + word
      used += (isEmpty ? 0 : 1) + cells
      isEmpty = false
    }
    add(Self.trimmed(line))
  }

  private static func head(of word: Substring, fitting width: Int) -> String {
    var head = ""
    var used = 0
    for character in word {
      let cells = DisplayWidth.of(character)
      if used + cells > width, !head.isEmpty { break }
      head.append(character)
      used += cells
    }
    return head
  }

  /// Words of a text; a date such as `2022. 12. 29.` or `29 December 2022` stays together.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" }) {
      if let last = words.last, isOneDate(last, word) {
        words[words.count - 1] = last + " " + word
      } else {
        words.append(String(word))
      }
    }
    return words
  }

  /// Whether a word goes on with the date that stands before it, perhaps after the dash of a range.
  private static func isOneDate(_ last: String, _ word: Substring) -> Bool {
    let date = last.split(separator: "~").last ?? ""
    guard word.first.map({ $0.isASCII && $0.isNumber }) == true else {
      return months.contains(word) && date.count <= 2 && date.allSatisfy { $0.isASCII && $0.isNumber }
    }
    if date.utf8.count <= 12, date.hasSuffix("."), date.dropLast().last?.isNumber == true { return true }
    return date.split(separator: " ").last.map(months.contains) == true
  }

  private static let months: Set<Substring> = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  /// How a sentence refers to one of its lists.
  private static func reference(_ place: Int, of count: Int, _ language: Language) -> String {
    switch language {
    case .ko: count == 1 ? "다음" : "다음 [\(place + 1)]"
    case .en: count == 1 ? "the following" : "list [\(place + 1)] below"
    }
  }

  /// The number of an item: 가., 1), 가), (1), (가).
  private static func marker(_ number: Int, level: Int, _ language: Language) -> String {
    let letters =
      language == .ko
      ? ["가", "나", "다", "라", "마", "바", "사", "아", "자", "차", "카", "타", "파", "하"]
      : ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n"]
    let letter =
      number < letters.count ? letters[number] : "\(letters[number % letters.count])\(number / letters.count)"
    return switch level % 4 {
    case 0: "\(letter). "
    case 1: "\(number + 1)) "
    case 2: "\(letter)) "
    default: "(\(number + 1)) "
    }
  }
}
