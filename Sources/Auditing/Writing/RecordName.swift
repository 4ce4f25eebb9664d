import Diagnostics
import Expressions

/// What people call an element: the fact `name` or `title` that it states.
enum RecordName {
  /// The stated name of a record; nil where it states none.
  static func of(_ record: Int, in facts: Facts) -> LocalizedText? {
    if let both = text("name", of: record, facts) ?? text("title", of: record, facts) {
      return LocalizedText(both)
    }
    guard let ko = text("title.ko", of: record, facts) else { return nil }
    return LocalizedText(ko: ko, en: text("title.en", of: record, facts) ?? ko)
  }

  /// The stated name of the element that a reference names.
  static func of(key: String, in reference: ValueType.Reference, facts: Facts) -> LocalizedText? {
    record(key: key, in: reference, facts: facts).flatMap { of($0, in: facts) }
  }

  /// The element that a reference names.
  static func record(key: String, in reference: ValueType.Reference, facts: Facts) -> Int? {
    guard case .list(let list) = facts[facts.fact(record: 0, slot: reference.list)],
      let position = facts.lists[list].positions[key], facts.lists[list].elements.indices.contains(position),
      case .record(let record) = facts.lists[list].elements[position]
    else { return nil }
    return record
  }

  private static func text(_ name: String, of record: Int, _ facts: Facts) -> String? {
    guard let slot = facts.environment.records[facts.records[record].type].slots[name],
      case .string(let text) = facts[facts.fact(record: record, slot: slot)]
    else { return nil }
    return text
  }
}
