import Diagnostics
import Expressions
import Testing
import YAMLTree

/// Writes expressions at random: most have the types that their operators ask for, some do not.
struct ExpressionWriter {
  enum Kind: CaseIterable {
    case bool, number, text, date, timestamp, services, awards, tiers, texts
  }

  var random: SeededGenerator
  /// Variables of the macros around, with what they hold.
  private var services: [String] = []
  private var awards: [String] = ["award"]
  private var tiers: [String] = []
  private var depth = 0

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  private mutating func pick<T>(_ options: [T]) -> T {
    options[Int.random(in: 0..<options.count, using: &random)]
  }

  mutating func write(_ kind: Kind) -> String {
    depth += 1
    defer { depth -= 1 }
    // Now and then something of another kind, which the checker must refuse.
    let kind = Int.random(in: 0..<40, using: &random) == 0 ? pick(Kind.allCases) : kind
    return depth > 4 ? leaf(kind) : branch(kind)
  }

  private mutating func award() -> String {
    pick(
      awards + [
        "find(scheme.awards, 'id', '\(pick(["A1", "A2", "A9"]))')", "scheme.awards[\(pick([0, 1, 7]))]",
      ])
  }

  private mutating func service() -> String {
    pick(services + ["\(award()).service", "find(scheme.services, 'id', \(award()).service)"])
  }

  private mutating func leaf(_ kind: Kind) -> String {
    switch kind {
    case .bool: pick(["true", "false", "incident.planned", "has(\(award()).value)", "\(service()).affected"])
    case .number:
      pick([
        "0", "1.5", "-3", "\(award()).value", "\(award()).count", "scheme.budget", "scheme.awards.size()",
      ])
    case .text:
      pick(["'free'", "'pay'", "''", "\(award()).id", "\(award()).group", "channel", "\(award()).service"])
    case .date:
      pick(["incident.date", "deadline", "p.deadline", "\(award()).first_payment", "date('2022-10-15')"])
    case .timestamp: pick(["incident.started", "timestamp('2022-10-15T15:30:00+09:00')"])
    case .services: "scheme.services"
    case .awards: "scheme.awards"
    case .tiers: "\(award()).tiers"
    case .texts: pick(["scheme.claims.channels", "p.channels", "['a', 'b']", "[]", "\(award()).services"])
    }
  }

  private mutating func branch(_ kind: Kind) -> String {
    switch kind {
    case .bool: condition()
    case .number: number()
    case .text:
      pick([
        leaf(.text), leaf(.text), "(\(write(.text)) + \(write(.text)))", choice(.text),
        "string(\(write(.number)))",
      ])
    case .date:
      pick([
        leaf(.date), leaf(.date), choice(.date), "days_after(\(write(.date)), \(pick([0, 3, 30])))",
        "date_of(\(write(.timestamp)))", "min(\(write(.date)), \(write(.date)))",
      ])
    case .timestamp: pick([leaf(.timestamp), "\(write(.timestamp)) + duration('2h')", choice(.timestamp)])
    case .services: pick([leaf(.services), macro("filter", .services, .bool)])
    case .awards: pick([leaf(.awards), macro("filter", .awards, .bool), choice(.awards)])
    case .tiers: pick([leaf(.tiers), macro("filter", .tiers, .bool)])
    case .texts:
      pick([
        leaf(.texts), macro("map", .awards, .text), "[\(write(.text)), \(write(.text))]",
        "distinct(\(write(.texts)))",
      ])
    }
  }

  private mutating func choice(_ kind: Kind) -> String {
    let (test, yes, no) = (write(.bool), write(kind), write(kind))
    return pick(["if(\(test), \(yes), \(no))", "(\(test) ? \(yes) : \(no))"])
  }

  private mutating func condition() -> String {
    let compared = pick([Kind.number, .number, .text, .date, .timestamp])
    let order = pick(["<", "<=", ">", ">=", "==", "!="])
    switch Int.random(in: 0..<12, using: &random) {
    case 0: return "(\(write(.bool)) && \(write(.bool)))"
    case 1: return "(\(write(.bool)) || \(write(.bool)))"
    case 2: return "!\(write(.bool))"
    case 3, 4, 5: return "(\(write(compared)) \(order) \(write(compared)))"
    case 6: return "(\(write(.text)) in \(write(.texts)))"
    case 7: return macro(pick(["all", "exists", "exists_one"]), pick([.services, .awards, .tiers]), .bool)
    case 8: return "scheme.services.exists(s, s.id == \(award()).service && \(write(.bool)))"
    case 9: return "not_in(\(write(.text)), \(write(.texts)))"
    case 10: return "stated(\(award()).\(pick(["value", "auto_renew", "tiers", "group"])))"
    default: return leaf(.bool)
    }
  }

  private mutating func number() -> String {
    switch Int.random(in: 0..<12, using: &random) {
    case 0, 1: return "(\(write(.number)) \(pick(["+", "-", "*", "/"])) \(write(.number)))"
    case 2: return "(\(write(.number)) % 7)"
    case 3: return "-\(write(.number))"
    case 4: return choice(.number)
    case 5: return "\(pick(["min", "max"]))(\(write(.number)), \(write(.number)))"
    case 6: return "sum(\(macro("map", .awards, .number)))"
    case 7: return "\(write(pick([.services, .awards, .tiers, .texts]))).size()"
    case 8: return "opt(\(award()).value, \(write(.number)))"
    case 9: return "round_half_up(\(write(.number)), 10)"
    case 10: return "days_between(\(write(.date)), \(write(.date)))"
    default: return leaf(.number)
    }
  }

  private mutating func macro(_ name: String, _ list: Kind, _ body: Kind) -> String {
    let container = write(list)
    let variable = "v\(depth)"
    switch list {
    case .services: services.append(variable)
    case .awards: awards.append(variable)
    case .tiers: tiers.append(variable)
    case .bool, .number, .text, .date, .timestamp, .texts: break
    }
    let text = write(body)
    switch list {
    case .services: services.removeLast()
    case .awards: awards.removeLast()
    case .tiers: tiers.removeLast()
    case .bool, .number, .text, .date, .timestamp, .texts: break
    }
    let extra = list == .tiers && body == .bool ? "\(variable).range.ge < 3 && " : ""
    return "\(container).\(name)(\(variable), \(extra)\(text))"
  }
}

@Suite struct `Soundness of the checker` {
  /// Facts for the sample with every state that a fact can be in.
  private static func facts(seed: UInt64) -> Facts? {
    guard let node = Sample.node("require: 1\n") else { return nil }
    var random = SeededGenerator(seed: seed)
    var facts = Facts(environment: Sample.environment)
    func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &random) == 0 }

    func scalar(_ type: ValueType) -> Value? {
      let number = Int.random(in: -2...5, using: &random)
      switch type {
      case .bool: return .bool(number > 1)
      case .number: return .number(Rational(number))
      case .string: return .string(["A1", "A2", "talk", "pay", "free"][abs(number) % 5])
      case .choice: return .string(["free", "paid", "cash", "payment"][abs(number) % 4])
      case .reference: return .string(["talk", "pay", "all", "ghost"][abs(number) % 4])
      case .date: return .date(Day(number: Int32(19_280 + number)))
      case .timestamp:
        return Instant(nanoseconds: Int128(1_665_800_000 + number) * 1_000_000_000).map { .timestamp($0) }
      default: return nil
      }
    }

    func fill(_ record: Int, depth: Int) {
      let type = facts.records[record].type
      for (slot, field) in Sample.environment.records[type].fields.enumerated() where field.derived == nil {
        let fact = facts.fact(record: record, slot: slot)
        if field.isKey {
          facts.slots[Int(fact.slot)] = .string(
            ["A1", "A2", "talk", "pay"][(facts.records[record].position + type) % 4])
          continue
        }
        if chance(5) { continue }
        if chance(12) {
          facts.slots[Int(fact.slot)] = .none
          continue
        }
        facts.nodes[Int(fact.slot)] = node
        switch field.type {
        case .group: facts.slots[Int(fact.slot)] = .group
        case .list(.record(let element)):
          let list = facts.lists.count
          facts.lists.append(Facts.List(fact: fact, elements: [], isIncomplete: chance(6)))
          facts.slots[Int(fact.slot)] = .list(list)
          guard depth < 3 else { continue }
          for position in 0..<Int.random(in: 0...3, using: &random) {
            let child = facts.addRecord(type: element, list: list, position: position, node: node)
            facts.lists[list].elements.append(.record(child))
            fill(child, depth: depth + 1)
            if let key = facts.key(ofRecord: child) { facts.lists[list].positions[key] = position }
          }
        case .list(let element):
          let list = facts.lists.count
          let count = Int.random(in: 0...3, using: &random)
          let values = (0..<count).compactMap { _ in scalar(element) }
          facts.lists.append(
            Facts.List(fact: fact, elements: values.map { .scalar($0, node) }, isIncomplete: chance(6)))
          facts.slots[Int(fact.slot)] = .list(list)
        default:
          guard let value = scalar(field.type) else { continue }
          if chance(6), case .number = field.type {
            facts.slots[Int(fact.slot)] = .range(PartialRange(low: value, high: nil))
          } else if chance(6), let other = scalar(field.type) {
            facts.slots[Int(fact.slot)] = .either([value, other])
          } else {
            facts.slots[Int(fact.slot)] = slotValue(value)
          }
        }
      }
    }

    func slotValue(_ value: Value) -> Facts.Slot {
      switch value {
      case .bool(let value): .bool(value)
      case .number(let value): .number(value)
      case .string(let value): .string(value)
      case .date(let value): .date(value)
      case .timestamp(let value): .timestamp(value)
      default: .missing
      }
    }

    fill(facts.addRecord(type: TypeEnvironment.root, list: nil, position: 0, node: node), depth: 0)
    return facts
  }

  private static var program: Program {
    var program = Sample.program
    let values: [Value] = [
      .number(Rational(30)), .list(ListValue(values: [.string("online")])), .date(Day(number: 19_300)),
      .number(Rational(1)),
    ]
    for (index, value) in values.enumerated() { program.parameters[index].history = Dated(always: value) }
    let deadline = CheckedExpression(
      source: ExpressionSource(text: "incident.date"), term: .root(slot: 1), type: .date, localCount: 2,
      usedLocals: [])
    let minimum = CheckedExpression(
      source: ExpressionSource(text: "award.value"),
      term: .field(.local(0), FieldID(record: Sample.award, slot: 5)),
      type: .number(unit: "KRW"), localCount: 2, usedLocals: [0])
    program.cells = [
      Cell(name: "deadline", title: nil, expression: deadline, dependsOnSubject: false),
      Cell(name: "minimum", title: nil, expression: minimum, dependsOnSubject: true),
    ]
    return program
  }

  /// The first error of a type in a value, if there is one.
  private func typeError(_ value: Value) -> EvaluationError? {
    switch value {
    case .error(let error):
      switch error.kind {
      case .noSuchOverload, .noSuchKey, .undeclared: error
      case .divisionByZero, .emptyList, .index, .overflow, .invalidArgument, .limit: nil
      }
    case .list(let list): list.elements.lazy.compactMap { typeError($0.value) }.first
    case .either(let values): values.lazy.compactMap { typeError($0) }.first
    default: nil
    }
  }

  @Test(arguments: SeededGenerator.seeds)
  func `what passed the checker never fails for its types`(seed: UInt64) throws {
    print("seed \(seed)")
    var writer = ExpressionWriter(seed: seed)
    var accepted = 0
    let program = Self.program
    let evaluations = try (0..<4).map { index in
      Evaluation(facts: try #require(Self.facts(seed: seed &* 100 &+ index)), program: program)
    }
    for _ in 0..<200 {
      let text = writer.write([.bool, .number, .text, .date, .awards][accepted % 5])
      guard let expression = Sample.check(text).expression else { continue }
      accepted += 1
      for evaluation in evaluations {
        evaluation.startRule(asOf: nil)
        let award = evaluation.facts.records.firstIndex { $0.type == Sample.award }
        evaluation.startSubject([award.map { .record(.fact($0)) } ?? .unknown, .string("phone")])
        let result = evaluation.evaluate(expression).value
        if let error = typeError(result) {
          Issue.record("\(text): \(error.message.en)")
          return
        }
      }
    }
    #expect(accepted > 75, "the writer makes too few expressions that are accepted")
  }

  @Test(arguments: SeededGenerator.seeds)
  func `no heap of signs and names crashes the checker`(seed: UInt64) {
    print("seed \(seed)")
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "award", "scheme.awards", ".", "value", "(", ")", "[", "]", "{", "}", ",", "?", ":", "&&", "||", "!",
      "-", "+",
      "==", "<", " in ", "'free'", "1", "has", "find", "exists", "(a, ", "a.", "if", "table", "p", "null",
      "true",
      "minimum", "opt", "stated", "map", "size()", "pairs", "`x`", "r'", "기한", "\"", "//", "\n", "0",
    ]
    for _ in 0..<3_000 {
      let count = Int.random(in: 1...14, using: &random)
      let text = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
      for mode in [Checker.Mode.strict, .conformance, .unchecked] {
        let (expression, problems) = Sample.check(text, mode: mode)
        #expect((expression == nil) == problems.contains { $0.severity == .error }, "\(text)")
      }
    }
  }
}
