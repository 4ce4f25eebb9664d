import Diagnostics
import Expressions
import YAMLTree

/// A small vocabulary with facts of every type, and a builder of facts for it.
enum Shop {
  static let service = 1
  static let award = 2
  static let outage = 3
  static let tier = 4
  static let row = 5

  static let environment: TypeEnvironment = {
    let reference = ValueType.Reference(list: 11, record: service, allowsAll: true)
    var environment = TypeEnvironment(
      id: "shop",
      records: [
        record(
          "",
          [
            ("incident", .group), ("incident.date", .date), ("incident.started", .timestamp),
            ("incident.planned", .bool), ("incident.cap", .number(unit: "KRW")),
            ("incident.days", .number(unit: "days")), ("incident.channel", .string),
            ("incident.main", .reference(reference)),
            ("incident.channels", .list(.string)), ("incident.count", .number(unit: nil)),
            ("incident.silent", .number(unit: nil)),
            ("services", .list(.record(service))), ("awards", .list(.record(award))),
            ("outages", .list(.record(outage))),
            ("tiers", .list(.record(tier))), ("incident.free", .list(.record(award))),
          ]),
        record(
          "service",
          [
            ("id", .string), ("class", .choice(0)), ("affected", .bool), ("fee", .number(unit: "KRW")),
            ("outages", .list(.record(outage))),
          ]),
        record(
          "award",
          [
            ("id", .string), ("service", .reference(reference)), ("services", .list(.reference(reference))),
            ("group", .choice(1)), ("value", .number(unit: "KRW")), ("count", .number(unit: nil)),
            ("paid", .date),
            ("consent", .bool), ("terms", .group), ("terms.fresh", .bool), ("tiers", .list(.record(tier))),
            ("double", .number(unit: "KRW")), ("tags", .list(.string)),
          ]),
        record("outage", [("from", .timestamp), ("to", .timestamp)]),
        record(
          "tier",
          [
            ("range", .group), ("range.ge", .number(unit: "KRW")), ("range.gt", .number(unit: "KRW")),
            ("range.lt", .number(unit: "KRW")), ("range.le", .number(unit: "KRW")),
            ("pays", .number(unit: "KRW")),
          ]),
        record("row", [("multiple", .number(unit: nil)), ("name", .string)]),
      ],
      choices: [choice("class", ["talk", "pay", "map"]), choice("group", ["free", "paid", "shop"])])
    for type in [service, award] {
      environment.records[type].fields[0].isKey = true
      environment.records[type].key = 0
    }
    environment.records[TypeEnvironment.root].fields[10].absent = .number(Rational(0))
    environment.records[award].fields[7].absent = .bool(false)
    environment.records[award].fields[11].derived = derived(
      "item.value + item.value", of: award, in: environment)
    environment.records[TypeEnvironment.root].fields[15].derived = derived(
      "awards.filter(a, a.group == 'free')", of: TypeEnvironment.root, in: environment)
    return environment
  }()

  private static func derived(_ text: String, of type: Int, in environment: TypeEnvironment)
    -> CheckedExpression?
  {
    var scope = Scope()
    scope.bind("item", .local(0, .record(type)))
    var log = DiagnosticLog()
    return Checker(program: Program(environment: environment), functions: .standard).check(
      ExpressionSource(text: text), scope: scope, diagnostics: &log)
  }

  private static func record(_ name: String, _ fields: [(String, ValueType)]) -> RecordType {
    RecordType(
      name: name, label: LocalizedText(name),
      fields: fields.map { Field(name: $0.0, type: $0.1, label: LocalizedText($0.0)) })
  }

  private static func choice(_ name: String, _ members: [String]) -> ChoiceType {
    ChoiceType(
      name: name, members: members.map { ChoiceType.Member(name: $0, label: LocalizedText($0)) }, isOpen: true
    )
  }

  // MARK: Facts

  /// What a scheme says of one fact.
  enum Stated: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral
  {
    /// As the fact's type reads it.
    case text(String)
    case number(Rational)
    case bool(Bool)
    case none
    case group
    indirect case between(Stated?, Stated?)
    case either([Stated])
    case records([[String: Stated]], isIncomplete: Bool)
    case texts([String], isIncomplete: Bool)
    /// Scalars of other types than texts.
    case values([Stated], isIncomplete: Bool)

    init(stringLiteral value: String) { self = .text(value) }
    init(integerLiteral value: Int) { self = .number(Rational(value)) }
    init(booleanLiteral value: Bool) { self = .bool(value) }

    static func atLeast(_ low: Stated) -> Stated { .between(low, nil) }
    static func atMost(_ high: Stated) -> Stated { .between(nil, high) }
    static func records(_ records: [[String: Stated]]) -> Stated { .records(records, isIncomplete: false) }
    static func texts(_ texts: [String]) -> Stated { .texts(texts, isIncomplete: false) }
  }

  /// What a scheme states, as a scheme file would.
  static func text(_ stated: [String: Stated]) -> String {
    "{" + stated.keys.sorted().map { "\($0): \(text(stated[$0] ?? .none))" }.joined(separator: ", ") + "}"
  }

  private static func text(_ stated: Stated) -> String {
    func list(_ texts: [String], _ isIncomplete: Bool) -> String {
      "[" + (texts + (isIncomplete ? ["…"] : [])).joined(separator: ", ") + "]"
    }
    switch stated {
    case .text(let text): return text
    case .number(let number): return number.fractionText
    case .bool(let value): return "\(value)"
    case .none: return "none"
    case .group: return "{…}"
    case .between(let low, let high): return "{\(low.map(text) ?? "") .. \(high.map(text) ?? "")}"
    case .either(let readings): return "{either: \(list(readings.map(text), false))}"
    case .records(let records, let isIncomplete): return list(records.map(text), isIncomplete)
    case .texts(let texts, let isIncomplete): return list(texts, isIncomplete)
    case .values(let values, let isIncomplete): return list(values.map(text), isIncomplete)
    }
  }

  static let node: YAMLNode? = {
    var log = DiagnosticLog()
    return YAMLTree.parse(SourceFile(path: "scheme.yaml", bytes: Array("a: 1\n".utf8)), into: &log)?.root
  }()

  /// Facts of a scheme that states these, by their names.
  static func facts(_ stated: [String: Stated], in environment: TypeEnvironment = Shop.environment) -> Facts {
    var builder = Builder(facts: Facts(environment: environment))
    builder.add(stated, type: TypeEnvironment.root, list: nil, position: 0)
    return builder.facts
  }

  private struct Builder {
    var facts: Facts

    @discardableResult
    mutating func add(_ stated: [String: Stated], type: Int, list: Int?, position: Int) -> Int {
      guard let node = Shop.node else { preconditionFailure("the sample file does not parse") }
      let record = facts.addRecord(type: type, list: list, position: position, node: node)
      for (name, fact) in stated.sorted(by: { $0.key < $1.key }) {
        guard let slot = facts.environment.records[type].slots[name] else {
          preconditionFailure("no fact \(name)")
        }
        let id = facts.fact(record: record, slot: slot)
        facts.nodes[Int(id.slot)] = node
        facts.slots[Int(id.slot)] = state(fact, id, facts.field(of: id).type, node)
      }
      return record
    }

    private mutating func state(_ stated: Stated, _ fact: FactID, _ type: ValueType, _ node: YAMLNode)
      -> Facts.Slot
    {
      switch stated {
      case .none: return .none
      case .group: return .group
      case .text, .number, .bool: return Shop.slot(Shop.value(stated, type))
      case .between(let low, let high):
        return .range(
          PartialRange(low: low.map { Shop.value($0, type) }, high: high.map { Shop.value($0, type) }))
      case .either(let readings): return .either(readings.map { Shop.value($0, type) })
      case .records(let records, let isIncomplete):
        guard case .list(.record(let element)) = type else { preconditionFailure("not a list of records") }
        let list = facts.lists.count
        facts.lists.append(Facts.List(fact: fact, elements: [], isIncomplete: isIncomplete))
        for (position, record) in records.enumerated() {
          let index = add(record, type: element, list: list, position: position)
          facts.lists[list].elements.append(.record(index))
          if let key = facts.key(ofRecord: index) { facts.lists[list].positions[key] = position }
        }
        return .list(list)
      case .texts(let texts, let isIncomplete):
        facts.lists.append(
          Facts.List(
            fact: fact, elements: texts.map { .scalar(.string($0), node) }, isIncomplete: isIncomplete))
        return .list(facts.lists.count - 1)
      case .values(let values, let isIncomplete):
        guard case .list(let element) = type else { preconditionFailure("not a list") }
        let elements = values.map { Facts.Element.scalar(Shop.value($0, element), node) }
        facts.lists.append(Facts.List(fact: fact, elements: elements, isIncomplete: isIncomplete))
        return .list(facts.lists.count - 1)
      }
    }
  }

  static func value(_ stated: Stated, _ type: ValueType) -> Value {
    switch (stated, type) {
    case (.text(let text), .date): Day(iso: text).map { .date($0) } ?? .unknown
    case (.text(let text), .timestamp): Instant(iso: text).map { .timestamp($0) } ?? .unknown
    case (.text(let text), _): .string(text)
    case (.number(let number), _): .number(number)
    case (.bool(let bool), _): .bool(bool)
    default: .unknown
    }
  }

  static func slot(_ value: Value) -> Facts.Slot {
    switch value {
    case .bool(let value): .bool(value)
    case .number(let value): .number(value)
    case .string(let value): .string(value)
    case .date(let value): .date(value)
    case .timestamp(let value): .timestamp(value)
    default: .missing
    }
  }
}
