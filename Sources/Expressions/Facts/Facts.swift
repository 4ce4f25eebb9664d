package import Diagnostics
package import YAMLTree

/// A scheme's facts in typed form: one slot per fact, stated or not, written once while the scheme is validated.
///
/// Every record has one slot for each field of its type, in the order of the type's fields, so a fact is found by
/// an index and never by its name. A slot names the node that states it, and the node its place in the file.
package struct Facts: Sendable {
  /// What a scheme says of one fact.
  package enum Slot: Sendable {
    /// Not stated, or `null`: nobody has said.
    case missing
    /// `none`: declared that there is none.
    case none
    case bool(Bool)
    case number(Rational)
    case string(String)
    case date(Day)
    case timestamp(Instant)
    /// Index into `lists`.
    case list(Int)
    /// A mapping that groups facts and is stated.
    case group
    /// Only bounds are stated.
    indirect case range(PartialRange)
    /// Sources disagree: one of these.
    case either([Value])
  }

  /// An element of a list, or the root.
  package struct Record: Sendable {
    /// Index of its type in the environment's records.
    package var type: Int
    /// Index of its first fact; the others follow in the order of the type's fields.
    package var firstSlot: Int
    /// The list it is in; nil for the root.
    package var list: Int?
    /// Place in that list, from 0.
    package var position: Int
    /// The mapping that states it.
    package var node: YAMLNode

    /// An element, or the root; its facts stand one after the other from `firstSlot` on.
    package init(type: Int, firstSlot: Int, list: Int?, position: Int, node: YAMLNode) {
      self.type = type
      self.firstSlot = firstSlot
      self.list = list
      self.position = position
      self.node = node
    }
  }

  /// A stated list.
  package struct List: Sendable {
    /// The fact it is the value of.
    package var fact: FactID
    /// In the order of the file.
    package var elements: [Element]
    /// The scheme says that it may hold more.
    package var isIncomplete: Bool
    /// Position of the element with a key, for lists of keyed records.
    package var positions: [String: Int]

    /// A stated list; `positions` are those of its elements by their keys.
    package init(fact: FactID, elements: [Element], isIncomplete: Bool, positions: [String: Int] = [:]) {
      self.fact = fact
      self.elements = elements
      self.isIncomplete = isIncomplete
      self.positions = positions
    }
  }

  /// A member of a stated list.
  package enum Element: Sendable {
    /// Index into `records`.
    case record(Int)
    /// A value of its own, and the node that states it.
    case scalar(Value, YAMLNode)
  }

  /// The vocabulary's types.
  package let environment: TypeEnvironment
  /// What is said of every fact, record after record.
  package var slots: [Slot]
  /// The node that states a slot's fact; nil where it is missing.
  package var nodes: [YAMLNode?]
  /// The record that each slot belongs to.
  package var owners: [Int32]
  /// The root, then the elements of lists.
  package var records: [Record]
  /// The lists that are stated.
  package var lists: [List]
  /// Whether each slot's fact is confidential; empty where nothing confidential is stated.
  package internal(set) var confidential: [Bool] = []

  /// No facts; records are added as a scheme is read.
  package init(environment: TypeEnvironment) {
    self.environment = environment
    slots = []
    nodes = []
    owners = []
    records = []
    lists = []
  }

  /// Adds a record with all its facts missing and returns its index. The first one added is the root.
  package mutating func addRecord(type: Int, list: Int?, position: Int, node: YAMLNode) -> Int {
    let firstSlot = slots.count
    let count = environment.records[type].fields.count
    slots.append(contentsOf: repeatElement(.missing, count: count))
    nodes.append(contentsOf: repeatElement(nil, count: count))
    owners.append(contentsOf: repeatElement(Int32(records.count), count: count))
    records.append(Record(type: type, firstSlot: firstSlot, list: list, position: position, node: node))
    return records.count - 1
  }

  /// The fact of a record at a place among its type's fields.
  package func fact(record: Int, slot: Int) -> FactID {
    FactID(records[record].firstSlot + slot)
  }

  /// What is said of a fact.
  package subscript(fact: FactID) -> Slot {
    slots[Int(fact.slot)]
  }

  /// The record a fact belongs to.
  package func owner(of fact: FactID) -> Int {
    Int(owners[Int(fact.slot)])
  }

  /// The field of its record's type that a fact fills.
  package func fieldID(of fact: FactID) -> FieldID {
    let owner = owner(of: fact)
    return FieldID(record: records[owner].type, slot: slot(of: fact, in: owner))
  }

  /// A fact's place among those of the record it belongs to.
  func slot(of fact: FactID, in owner: Int) -> Int {
    Int(fact.slot) - records[owner].firstSlot
  }

  /// What the vocabulary says of a fact.
  package func field(of fact: FactID) -> Field {
    environment.field(fieldID(of: fact))
  }

  /// The key of a keyed element, if it states one.
  package func key(ofRecord record: Int) -> String? {
    guard let slot = environment.records[records[record].type].key,
      case .string(let key) = slots[records[record].firstSlot + slot]
    else { return nil }
    return key
  }

  /// `A3`, `'a]b'`, `#2`: how an element is named within its list.
  package func label(ofRecord record: Int) -> String {
    key(ofRecord: record).map(Self.quotedKey) ?? "#\(records[record].position + 1)"
  }

  /// A key as it stands in a path: in quotes if it holds `]` or `'` or begins with `#`.
  package static func quotedKey(_ key: String) -> String {
    let isPlain =
      key.utf8.first != UInt8(ascii: "#")
      && !key.utf8.contains { $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "'") }
    if isPlain, !key.isEmpty { return key }
    return "'" + key.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  /// `scheme.awards[A3]`; empty for the root.
  package func path(ofRecord record: Int) -> String {
    guard let list = records[record].list else { return "" }
    return path(of: lists[list].fact) + "[" + label(ofRecord: record) + "]"
  }

  /// `scheme.awards[A3].first_payment`.
  package func path(of fact: FactID) -> String {
    path(of: fact, below: path(ofRecord: owner(of: fact)))
  }

  /// The path of a fact of a record whose own path is known.
  package func path(of fact: FactID, below prefix: String) -> String {
    let field = fieldID(of: fact)
    let name = environment.records[field.record].fields[field.slot].name
    return prefix.isEmpty ? name : prefix + "." + name
  }

  /// Where a fact is stated; for one that is not, the element that would state it.
  package func span(of fact: FactID) -> SourceSpan {
    nodes[Int(fact.slot)]?.span ?? records[owner(of: fact)].node.span
  }
}
