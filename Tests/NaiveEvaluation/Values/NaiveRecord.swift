package import Expressions

/// An element of a scheme, or the scheme as a whole: facts by name.
package final class NaiveRecord: Sendable {
  /// What a scheme says of one fact.
  package enum State: Sendable {
    /// Nothing.
    case missing
    /// That there is none.
    case none
    /// That the facts below it are stated.
    case group
    /// A value, bounds or readings.
    case stated(NaiveValue)
  }

  /// Its place among the records of the scheme.
  package let number: Int
  /// What the vocabulary declares for it.
  package let type: RecordType
  /// The facts by their names within it.
  package let states: [String: State]

  init(number: Int, type: RecordType, states: [String: State]) {
    self.number = number
    self.type = type
    self.states = states
  }

  /// What identifies it in its list.
  var key: String? {
    guard let name = type.fields.first(where: \.isKey)?.name, case .stated(.text(let key))? = states[name]
    else { return nil }
    return key
  }

  /// What the vocabulary says of a fact.
  func declaration(_ name: String) -> Field? {
    type.fields.first { $0.name == name }
  }

  /// How many of these words name a fact: the most that do. A group of facts is meant only by the whole path.
  func wordsOfFact(_ words: [String]) -> Int? {
    for count in stride(from: words.count, to: 0, by: -1) {
      guard let field = declaration(words.prefix(count).joined(separator: ".")) else { continue }
      if field.type == .group, count < words.count { continue }
      return count
    }
    return nil
  }
}

/// A scheme as a tree of records that know their facts by name.
package struct NaiveScheme: Sendable {
  /// The scheme as a whole.
  package let root: NaiveRecord
  /// What derived facts call the element they belong to, where that is not the name of its kind.
  let elementName: String?

  /// Takes over what a scheme states, with names in the place of slots.
  package init(_ facts: Facts, elementName: String? = nil) {
    self.elementName = elementName
    root = Self.record(0, of: facts)
  }

  private static func record(_ number: Int, of facts: Facts) -> NaiveRecord {
    let type = facts.environment.records[facts.records[number].type]
    var states: [String: NaiveRecord.State] = [:]
    for (slot, field) in type.fields.enumerated() {
      states[field.name] = state(facts[facts.fact(record: number, slot: slot)], field.type, of: facts)
    }
    return NaiveRecord(number: number, type: type, states: states)
  }

  private static func state(_ slot: Facts.Slot, _ type: ValueType, of facts: Facts) -> NaiveRecord.State {
    switch slot {
    case .missing: return .missing
    case .none: return .none
    case .group: return .group
    case .bool(let value): return .stated(.bool(value))
    case .number(let value): return .stated(.number(value))
    case .string(let value): return .stated(named(.text(value), type, of: facts))
    case .date(let value): return .stated(.day(value))
    case .timestamp(let value): return .stated(.moment(value))
    case .range(let range):
      return .stated(.between(range.low.map { NaiveValue($0) }, range.high.map { NaiveValue($0) }))
    case .either(let values):
      return .stated(.oneOf(values.map { named(NaiveValue($0), type, of: facts) }))
    case .list(let index):
      let list = facts.lists[index]
      var inner = ValueType.dyn
      if case .list(let element) = type { inner = element }
      let members = list.elements.map { element in
        switch element {
        case .record(let number): NaiveMember(value: .element(record(number, of: facts)))
        case .scalar(let value, _): NaiveMember(value: named(NaiveValue(value), inner, of: facts))
        }
      }
      return .stated(.list(NaiveList(members, mayHoldMore: list.isIncomplete)))
    }
  }

  /// A text that the vocabulary declares to be the key of an element.
  private static func named(_ value: NaiveValue, _ type: ValueType, of facts: Facts) -> NaiveValue {
    guard case .text(let key) = value, case .reference(let reference) = type else { return value }
    let list = facts.environment.records[TypeEnvironment.root].fields[reference.list].name
    return .reference(key, list: list)
  }

  /// The element that a key names in a list of the whole scheme.
  func element(_ key: String, in list: String) -> NaiveValue {
    guard case .stated(.list(let list))? = root.states[list] else { return .unknown }
    for member in list.members {
      if case .element(let record) = member.value, record.key == key { return member.value }
    }
    return .unknown
  }
}

extension NaiveValue {
  /// A value that a policy states: no element of a scheme.
  package init(_ value: Value) {
    switch value {
    case .bool(let value): self = .bool(value)
    case .number(let value): self = .number(value)
    case .string(let value): self = .text(value)
    case .date(let value): self = .day(value)
    case .timestamp(let value): self = .moment(value)
    case .duration(let value): self = .span(value)
    case .interval(let value): self = .stretch(value)
    case .null: self = .null
    case .list(let list):
      self = .list(
        NaiveList(
          list.elements.map { NaiveMember(value: NaiveValue($0.value), isSure: $0.isCertain) },
          mayHoldMore: list.incomplete != nil))
    case .map(let entries):
      self = .map(entries.map { NaiveEntry(key: NaiveValue($0.key), value: NaiveValue($0.value)) })
    case .range(let range):
      self = .between(range.low.map { NaiveValue($0) }, range.high.map { NaiveValue($0) })
    case .either(let values): self = .oneOf(values.map { NaiveValue($0) })
    case .error: self = .failed(.argument)
    case .unknown, .record: self = .unknown
    }
  }
}
