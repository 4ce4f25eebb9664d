import Diagnostics
import Expressions
import YAMLTree

/// Arguments of table calls held against what the cells of their column look like.
extension PolicyBuilder {
  /// What the cells of an input column look like, before their type is known.
  private struct ColumnLook {
    /// Values that stand in cells, ends of ranges included.
    var literals: [String] = []
    /// Whether some cell is a comparison or a range.
    var hasOrder = false

    init(_ cells: [YAMLNode]) {
      for cell in cells where cell.kind == .scalar && !cell.isNull && cell.text != "-" {
        for piece in cell.text.split(separator: "|") { add(piece) }
      }
    }

    private mutating func add(_ piece: Substring) {
      let isRange = piece.contains("..")
      let isOrder = piece.contains { "<>".contains($0) }
      guard isRange || isOrder else {
        literals.append(Self.trimmed(piece))
        return
      }
      hasOrder = true
      let marks = "[]()<>= "
      var rest = piece[...]
      while let first = rest.first, marks.contains(first) { rest = rest.dropFirst() }
      let dots = isRange ? rest.indices.first { rest[$0...].hasPrefix("..") } : nil
      let end = dots ?? rest.endIndex
      literals.append(Self.trimmed(rest[..<end]))
    }

    private static func trimmed(_ text: Substring) -> String {
      var text = text
      while text.first == " " { text = text.dropFirst() }
      while text.last == " " { text = text.dropLast() }
      return String(text)
    }
  }

  /// Whether an argument can match any cell of its column; one mistake at a call is not reported at every cell.
  mutating func fits(
    _ type: ValueType, table: Int, column: Int, at range: Range<Int>, of source: ExpressionSource
  ) -> Bool {
    let cells = tableInputs[table].versions.flatMap { $0.rows.map { $0.cells[column] } }
    let look = ColumnLook(cells)
    // A single cell may be the mistake itself.
    guard look.literals.count > 1, !matches(type, look) else { return true }
    let name = tableInputs[table].columns[column].text
    let found = type.described(in: environment)
    var seen: Set<String> = []
    let samples = look.literals.filter { seen.insert($0).inserted }.prefix(3).map { "`\($0)`" }.joined(
      separator: ", ")
    let inputs = tableInputs[table].columns.map(\.text).joined(separator: ", ")
    reader.error(
      "table-argument", at: source.span(range),
      ko: "표의 입력 `\(name)`의 칸에는 \(samples) 같은 값이 있는데 여기는 \(found.ko)입니다",
      en: "input `\(name)` of the table holds values such as \(samples), but this is \(found.en)",
      help: dateHelp(type, look, source, range)
        ?? LocalizedText(
          ko: "입력의 순서는 `table.\(program.tables[table].name)(\(inputs))`입니다",
          en: "the inputs are, in this order, `table.\(program.tables[table].name)(\(inputs))`"))
    return false
  }

  /// What to write where an instant is given to a column of dates.
  private func dateHelp(
    _ type: ValueType, _ look: ColumnLook, _ source: ExpressionSource, _ range: Range<Int>
  ) -> LocalizedText? {
    guard type == .timestamp, look.literals.contains(where: { Day(iso: $0) != nil }) else { return nil }
    let text = String(
      decoding: source.text.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
    return LocalizedText(
      ko: "일시의 날짜는 `date_of(\(text))`입니다", en: "the date of a timestamp is `date_of(\(text))`")
  }

  private func matches(_ type: ValueType, _ look: ColumnLook) -> Bool {
    switch type {
    case .number: look.literals.contains { Self.isNumber($0) }
    case .date: look.literals.contains { Day(iso: $0) != nil }
    case .timestamp: look.literals.contains { Instant(iso: $0) != nil }
    case .bool: look.literals.contains { $0 == "true" || $0 == "false" }
    case .string: !look.hasOrder
    case .choice(let index):
      !look.hasOrder
        && (environment.choices[index].isOpen
          || look.literals.contains { Self.isNear($0, environment.choices[index]) })
    case .duration, .list, .record, .reference, .group, .pair, .interval, .dyn, .null, .map: true
    }
  }

  /// A number, or what its author may have meant as one.
  private static func isNumber(_ text: String) -> Bool {
    text.utf8.contains { (0x30...0x39).contains($0) } && Day(iso: text) == nil && Instant(iso: text) == nil
  }

  /// A member, or what its author may have meant as one.
  private static func isNear(_ text: String, _ choice: ChoiceType) -> Bool {
    choice.label(of: text) != nil || Suggestion.nearest(to: text, among: choice.members.map(\.name)) != nil
  }
}
