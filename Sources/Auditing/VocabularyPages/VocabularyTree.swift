import Diagnostics
import Expressions
import Findings
import Schemes

/// The facts of a vocabulary, or some of them, as a tree with a line for each.
struct VocabularyTree {
  /// Where facts stand.
  let map: FactMap
  private let words: FactWords

  /// Trees of a vocabulary.
  init(_ map: FactMap) {
    self.map = map
    words = FactWords(map.environment)
  }

  /// Everything below the scheme, or below the elements of a record or a group of them.
  func rows(of record: Int = TypeEnvironment.root, group: String = "", indent: Int = 0) -> [Sheet.Piece] {
    let shape = map.vocabulary.shapes[record]
    let entry = shape.entries.firstIndex { entry in
      guard let slot = entry.slot else { return group.isEmpty }
      return map.environment.records[record].fields[slot].name == group
    }
    guard let entry else { return [] }
    var shown: Set<Int> = record == TypeEnvironment.root ? [] : [record]
    return rows(of: record, entry: entry, indent: indent, &shown)
  }

  private func rows(of record: Int, entry: Int, indent: Int, _ shown: inout Set<Int>) -> [Sheet.Piece] {
    let shape = map.vocabulary.shapes[record]
    return shape.entries[entry].children.flatMap { child -> [Sheet.Piece] in
      let entry = shape.entries[Int(child.entry)]
      guard let slot = entry.slot else { return [] }
      let field = map.environment.records[record].fields[slot]
      switch entry.form {
      case .group:
        let label = field.label.ko == field.name ? LocalizedText("") : field.label
        return [.row(LocalizedText(entry.name), label, indent: indent)]
          + rows(of: record, entry: Int(child.entry), indent: indent + 2, &shown)
      case .scalar, .scalars: return [.row(LocalizedText(entry.name), words.line(field), indent: indent)]
      case .records(let element):
        let line = Sheet.Piece.row(LocalizedText(entry.name + "[]"), words.line(field), indent: indent)
        guard shown.insert(element).inserted else {
          let name = words.recordName(element)
          return [
            line,
            .row(
              LocalizedText("…"),
              LocalizedText(ko: "\(name.ko)의 사실은 위와 같음", en: "the facts of \(name.en) as above"),
              indent: indent + 2),
          ]
        }
        return [line] + rows(of: element, entry: 0, indent: indent + 2, &shown)
      }
    }
  }
}
