/// What a scheme names as confidential, before it is spread to what belongs to it.
package struct ConfidentialMarks: Sendable {
  /// Slots of facts, groups and lists.
  package var slots: Set<Int> = []
  /// Elements of lists.
  package var records: Set<Int> = []

  /// Nothing.
  package init() {}
}

extension Facts {
  /// Whether what is said of a fact is confidential.
  package func isConfidential(_ fact: FactID) -> Bool {
    !confidential.isEmpty && confidential[Int(fact.slot)]
  }

  /// Whether the name by which paths know an element is confidential: its key, if that is.
  package func hasConfidentialLabel(_ record: Int) -> Bool {
    guard !confidential.isEmpty, key(ofRecord: record) != nil,
      let slot = environment.records[records[record].type].key
    else { return false }
    return confidential[records[record].firstSlot + slot]
  }

  /// Settles what is confidential once everything is read: what the vocabulary or the scheme marks, everything in it,
  /// and every reference to an element whose key is among it.
  package mutating func settleConfidential(_ marks: ConfidentialMarks) {
    let byType = environment.records.map(Self.confidentialFields)
    let isNamed = !marks.slots.isEmpty || !marks.records.isEmpty
    guard isNamed || byType.contains(where: { $0.contains(true) }) else { return }
    var flags = Array(repeating: false, count: slots.count)
    // An element comes after the record that its list stands in.
    for record in records.indices {
      let type = records[record].type
      let first = records[record].firstSlot
      let list = records[record].list.map { Int(lists[$0].fact.slot) }
      let isWhole = marks.records.contains(record) || list.map { flags[$0] } ?? false
      for field in environment.records[type].fields.indices {
        flags[first + field] = isWhole || byType[type][field] || marks.slots.contains(first + field)
      }
    }
    for slot in marks.slots.sorted() where environment.field(fieldID(of: FactID(slot))).type == .group {
      let owner = owner(of: FactID(slot))
      let fields = environment.records[records[owner].type].fields
      let group = fields[slot - records[owner].firstSlot].name
      for field in fields.indices where fields[field].name.isIn(group: group) {
        mark(records[owner].firstSlot + field, in: &flags)
      }
    }
    confidential = flags
    markReferences()
    // Where nothing confidential is stated there is nothing to look after.
    let isStated = slots.indices.contains { slot in
      guard confidential[slot] else { return false }
      if case .missing = slots[slot] { return false }
      return true
    }
    if !isStated { confidential = [] }
  }

  /// Marks a slot and, where it is a list, everything in its elements.
  private func mark(_ slot: Int, in flags: inout [Bool]) {
    var rest = [slot]
    while let slot = rest.popLast() {
      flags[slot] = true
      guard case .list(let list) = slots[slot] else { continue }
      for case .record(let record) in lists[list].elements {
        let first = records[record].firstSlot
        rest += first..<first + environment.records[records[record].type].fields.count
      }
    }
  }

  /// A reference to an element says its key.
  private mutating func markReferences() {
    var hidden: [Int: Bool] = [:]
    for slot in slots.indices where !confidential[slot] {
      let owner = Int(owners[slot])
      let field = environment.records[records[owner].type].fields[slot - records[owner].firstSlot]
      let target: ValueType.Reference
      switch field.type {
      case .reference(let reference), .list(.reference(let reference)): target = reference
      default: continue
      }
      let isHidden = hidden[target.list] ?? hasConfidentialLabels(inList: target.list)
      hidden[target.list] = isHidden
      if isHidden { confidential[slot] = true }
    }
  }

  private func hasConfidentialLabels(inList slot: Int) -> Bool {
    guard !records.isEmpty, case .list(let list) = self[fact(record: 0, slot: slot)] else { return false }
    return lists[list].elements.contains { element in
      if case .record(let record) = element { hasConfidentialLabel(record) } else { false }
    }
  }

  /// Which fields of a record the vocabulary keeps confidential: those it marks and those of groups it marks.
  private static func confidentialFields(_ type: RecordType) -> [Bool] {
    let marked = type.fields.filter(\.isConfidential).map(\.name)
    if marked.isEmpty { return Array(repeating: false, count: type.fields.count) }
    return type.fields.map { field in marked.contains { field.name.isIn(group: $0) } }
  }
}

extension String {
  /// Whether a fact's name is a group's own or stands below it: `claims.opens` is in `claims`.
  fileprivate func isIn(group: String) -> Bool {
    hasPrefix(group)
      && (utf8.count == group.utf8.count || utf8.dropFirst(group.utf8.count).first == UInt8(ascii: "."))
  }
}
