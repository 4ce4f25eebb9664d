package import Expressions

/// How the facts of one record type nest in a scheme file: what a loader walks, without a look at full names.
package struct RecordShape: Sendable {
  /// A fact or a group of facts; the first entry is the record itself.
  package struct Entry: Sendable {
    /// The last word of its name.
    package let name: String
    /// Slot of the fact; nil for the record itself.
    package let slot: Int?
    /// What it is in a file.
    package let form: FactForm
    /// The fact exists only for some elements.
    package let hasCondition: Bool
    /// The fact is computed and no file states it.
    package let isDerived: Bool
    /// The facts in the group, in the order of the vocabulary.
    package fileprivate(set) var children: [Child] = []
  }

  /// A fact in a group, by its word.
  package struct Child: Sendable {
    /// Number of the word in `Vocabulary.words`.
    package let word: Int32
    /// Its index among the entries.
    package let entry: Int32
  }

  /// What a fact is in a file.
  package enum FactForm: Sendable {
    /// Further words below: a mapping.
    case group
    /// One value.
    case scalar(ScalarForm)
    /// A list of values without facts of their own.
    case scalars(ScalarForm)
    /// A list of records of a type.
    case records(Int)
  }

  /// Groups before what they hold.
  package private(set) var entries: [Entry]

  /// Nests the fields of a record type and numbers their words.
  package init(_ record: RecordType, words: inout [String: Int32]) {
    entries = [Entry(name: "", slot: nil, form: .group, hasCondition: false, isDerived: false)]
    entries.reserveCapacity(record.fields.count + 1)
    var entryBySlot = [Int?](repeating: nil, count: record.fields.count)
    for (slot, field) in record.fields.enumerated() {
      guard let form = FactForm(field.type) else { continue }
      let path = field.name.utf8
      let dot = path.lastIndex(of: UInt8(ascii: "."))
      let name = dot.map { String(field.name[path.index(after: $0)...]) } ?? field.name
      let group = dot.flatMap { record.slots[String(field.name[..<$0])] }.flatMap { entryBySlot[$0] } ?? 0
      let word = words[name] ?? Int32(words.count)
      words[name] = word
      entryBySlot[slot] = entries.count
      entries[group].children.append(Child(word: word, entry: Int32(entries.count)))
      entries.append(
        Entry(
          name: name, slot: slot, form: form, hasCondition: field.when != nil,
          isDerived: field.derived != nil))
    }
  }

  /// The entry of a word in a group, searched from where the last one was found: files keep to an order.
  package func child(of group: Int, word: Int32, hint: inout Int) -> Int? {
    let count = entries[group].children.count
    var index = hint < count ? hint : 0
    for _ in 0..<count {
      let child = entries[group].children[index]
      index = index + 1 == count ? 0 : index + 1
      if child.word == word {
        hint = index
        return Int(child.entry)
      }
    }
    return nil
  }

  /// The entry of a name in a group.
  package func child(of group: Int, named name: String) -> Int? {
    entries[group].children.first { entries[Int($0.entry)].name == name }.map { Int($0.entry) }
  }

  /// The names that a group may hold.
  package func names(in group: Int) -> [String] {
    entries[group].children.map { entries[Int($0.entry)].name }
  }
}

extension RecordShape.FactForm {
  /// The form of a field's type; nil for what no file can state.
  init?(_ type: ValueType) {
    switch type {
    case .group: self = .group
    case .list(.record(let record)): self = .records(record)
    case .list(let element):
      guard let form = ScalarForm(element) else { return nil }
      self = .scalars(form)
    case .bool, .number, .string, .choice, .date, .timestamp, .duration, .record, .reference, .pair,
      .interval, .dyn, .null, .map:
      guard let form = ScalarForm(type) else { return nil }
      self = .scalar(form)
    }
  }
}
