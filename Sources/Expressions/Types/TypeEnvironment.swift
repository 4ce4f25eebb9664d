package import Diagnostics

/// The names a scheme may use and what they mean: what a vocabulary says, in the form the checker and the
/// evaluator work with. Immutable once loaded; a policy extends a copy with the rows of its tables.
package struct TypeEnvironment: Sendable {
  /// Identifier of the vocabulary, such as `compensation_scheme`.
  package var id: String
  /// Record types; the first is the root, whose fields are the scheme's top-level facts (`incident.date`).
  package var records: [RecordType]
  /// Choice types, by the index that value types hold.
  package var choices: [ChoiceType]
  /// Labels of unit codes; a unit without one is shown by its code.
  package var units: [String: LocalizedText]
  /// Paths of facts and groups whose declaration has an error, elements' with the name of their record: what rests
  /// on one is not judged.
  package var brokenFacts: Set<String> = []
  /// Words of parts of the vocabulary that could not be read: any of them may be a fact's.
  package var lostWords: Set<String> = []
  /// Whether the vocabulary could not be read at all, so that any name may be a fact's.
  package var isCut = false

  /// Types by their indices; the first record is the root.
  package init(
    id: String, records: [RecordType], choices: [ChoiceType] = [], units: [String: LocalizedText] = [:]
  ) {
    self.id = id
    self.records = records
    self.choices = choices
    self.units = units
  }

  /// The root record's type index.
  package static let root = 0

  /// Adds a record type that no vocabulary names, such as a table's row, and returns its index.
  package mutating func add(_ record: RecordType) -> Int {
    records.append(record)
    return records.count - 1
  }

  /// The field at a place.
  package func field(_ id: FieldID) -> Field {
    records[id.record].fields[id.slot]
  }
}

/// A field of a record type.
package struct FieldID: Sendable, Hashable {
  /// Index of the record type.
  package var record: Int
  /// Its place among the type's fields.
  package var slot: Int

  /// A fact by its record type and its place in it.
  package init(record: Int, slot: Int) {
    self.record = record
    self.slot = slot
  }
}

/// The facts that elements of one kind may state.
package struct RecordType: Sendable {
  /// `service`, `award` …; empty for the root.
  package var name: String
  /// What people call an element.
  package var label: LocalizedText
  /// Its facts, in the order of the vocabulary.
  package var fields: [Field]
  /// Slot by dotted name, groups included.
  package var slots: [String: Int]
  /// Slot of the field that identifies an element.
  package var key: Int?

  /// A kind of element with its facts in the order of their slots.
  package init(name: String, label: LocalizedText, fields: [Field]) {
    self.name = name
    self.label = label
    self.fields = fields
    var slots: [String: Int] = [:]
    slots.reserveCapacity(fields.count)
    for slot in fields.indices.reversed() { slots[fields[slot].name] = slot }
    self.slots = slots
    key = fields.indices.first { fields[$0].isKey }
  }
}

/// One fact: its name within its record (dots included), type, labels and what silence about it means.
package struct Field: Sendable {
  /// Its path below the record, such as `first_payment.date`.
  package var name: String
  /// Its type, with its unit.
  package var type: ValueType
  /// What people call it.
  package var label: LocalizedText
  /// What a missing fact stands for; nil: it is unknown.
  package var absent: Value?
  /// Why silence can mean `absent` and nothing else.
  package var absentWhy: LocalizedText?
  /// Whether it identifies an element within its list.
  package var isKey = false
  /// The date a waiver must hold on.
  package var isFiled = false
  /// Whether it may be a business secret; no outcome depends on that.
  package var isConfidential = false
  /// Whether reports introduce a scheme with it.
  package var isHeadline = false
  /// The fact names proof that it needs before it excuses.
  package var needsProof: String?
  /// The fact exists only for elements for which this holds; local 0 is the element.
  package var when: CheckedExpression?
  /// A derived fact: what it is; local 0 is the element.
  package var derived: CheckedExpression?
  /// Its place in the vocabulary file.
  package var span: SourceSpan?

  /// A fact that nothing else is known of: required, stated, without condition.
  package init(name: String, type: ValueType, label: LocalizedText) {
    self.name = name
    self.type = type
    self.label = label
  }
}

/// A named set of members with labels.
package struct ChoiceType: Sendable {
  /// One of the values.
  package struct Member: Sendable {
    /// As schemes write it.
    package var name: String
    /// As people read it.
    package var label: LocalizedText

    /// A member by the word that files use.
    package init(name: String, label: LocalizedText) {
      self.name = name
      self.label = label
    }
  }

  /// The name of a shared choice, else the path of the fact that declares it.
  package var name: String
  /// The values, in the order of the vocabulary.
  package var members: [Member]
  /// Other members than these may be stated.
  package var isOpen: Bool

  /// A set of members; an open one takes others too.
  package init(name: String, members: [Member], isOpen: Bool) {
    self.name = name
    self.members = members
    self.isOpen = isOpen
  }

  /// A member's label; nil for what is not a member.
  package func label(of member: String) -> LocalizedText? {
    members.first { $0.name == member }?.label
  }
}
