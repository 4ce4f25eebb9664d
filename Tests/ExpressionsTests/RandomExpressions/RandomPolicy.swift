import Diagnostics
import Expressions
import TestSupport

/// A small vocabulary made at random, with derived facts, parameters, a table and steps.
struct RandomPolicy {
  static let item = 1
  static let part = 2
  static let window = 3
  static let tier = 4
  static let row = 5

  /// What its expressions are checked and evaluated with.
  private(set) var program: Program
  /// The steps and subjects.
  private(set) var scope = Scope()
  /// The steps with their types.
  private(set) var steps: [(name: String, type: ValueType)] = []
  /// The step that picks versions.
  let asOf: CellID

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    program = Program(environment: Self.environment(&random), calendar: Self.calendar)
    asOf = CellID(0)
    addNumbers(&random)
    addStep("as_of", TypedExpression(.date, "plan.day"))
    addDerivedFacts(seed)
    var generator = self.generator(seed: seed ^ 0x57E9)
    for number in 1...4 {
      generator.steps = steps.filter { $0.name != "as_of" }
      let type = ExpressionGenerator.wholes[
        Int.random(in: 0..<ExpressionGenerator.wholes.count, using: &random)]
      addStep("s\(number)", generator.expression(type, 3))
    }
  }

  /// Writes expressions for this policy.
  func generator(seed: UInt64) -> ExpressionGenerator {
    var generator = ExpressionGenerator(seed: seed, program: program)
    generator.steps = steps.filter { $0.name != "as_of" }
    return generator
  }

  func check(_ text: String) -> CheckedExpression? {
    var log = DiagnosticLog()
    return Checker(program: program, functions: .standard).check(
      ExpressionSource(text: text), scope: scope, diagnostics: &log)
  }

  // MARK: Vocabulary

  private static let calendar: Calendar? = {
    guard let first = Day(iso: "2021-07-01"), let last = Day(iso: "2023-06-30"), let calendar = Bench.calendar
    else { return nil }
    let holidays = ["2022-05-05", "2022-10-17", "2022-10-18", "2022-06-15"].compactMap { Day(iso: $0) }
    return Calendar(
      id: "random", utcOffset: 9 * 3600,
      modes: ["counted": CountingMode(firstDay: .included, lastDay: .asIs)],
      defaultMode: calendar.defaultMode, weekend: [0, 6],
      holidays: Dictionary(
        uniqueKeysWithValues: holidays.map { ($0, Calendar.Holiday(name: LocalizedText("holiday"))) }),
      covers: first...last)
  }()

  private static let reference = ValueType.Reference(list: 2, record: item, allowsAll: true)

  /// Types that a fact may have at random.
  private static let types: [ValueType] = [
    .bool, .number(unit: nil), .number(unit: "KRW"), .number(unit: "KRW"), .number(unit: "days"),
    .number(unit: "percent"), .string, .choice(0), .choice(1), .date, .timestamp, .reference(reference),
    .list(.string), .list(.number(unit: "KRW")), .list(.reference(reference)), .list(.date),
    .list(.choice(0)),
  ]

  private static func environment(_ random: inout SeededGenerator) -> TypeEnvironment {
    let fixed: [(String, [(String, ValueType)])] = [
      (
        "",
        [
          ("plan", .group), ("plan.day", .date), ("plan.items", .list(.record(item))),
          ("plan.windows", .list(.record(window))), ("plan.tiers", .list(.record(tier))),
        ]
      ),
      ("item", [("id", .string), ("parts", .list(.record(part)))]),
      ("part", [("value", .number(unit: "KRW"))]),
      ("window", [("from", .timestamp), ("to", .timestamp)]),
      (
        "tier",
        [
          ("range", .group), ("range.ge", .number(unit: "KRW")), ("range.gt", .number(unit: "KRW")),
          ("range.lt", .number(unit: "KRW")), ("range.le", .number(unit: "KRW")),
        ]
      ),
      ("row", [("multiple", .number(unit: "KRW")), ("name", .string)]),
    ]
    var records: [RecordType] = []
    for (name, facts) in fixed {
      var fields = facts.map { Field(name: $0.0, type: $0.1, label: LocalizedText($0.0)) }
      let count = ["": 8, "item": 7, "part": 3][name] ?? 0
      for number in 0..<count {
        let type = types[Int.random(in: 0..<types.count, using: &random)]
        let path = (name.isEmpty ? "plan." : "") + "f\(number)"
        var field = Field(name: path, type: type, label: LocalizedText(path))
        if Int.random(in: 0..<6, using: &random) == 0 { field.absent = absent(type) }
        fields.append(field)
      }
      if name == "item" { fields[0].isKey = true }
      records.append(RecordType(name: name, label: LocalizedText(name), fields: fields))
    }
    func choice(_ name: String, _ members: [String], isOpen: Bool) -> ChoiceType {
      ChoiceType(
        name: name, members: members.map { ChoiceType.Member(name: $0, label: LocalizedText($0)) },
        isOpen: isOpen)
    }
    return TypeEnvironment(
      id: "random", records: records,
      choices: [
        choice("fee", ["free", "paid"], isOpen: false), choice("class", ["a", "b", "free"], isOpen: true),
      ])
  }

  private static func absent(_ type: ValueType) -> Value? {
    switch type {
    case .bool: .bool(false)
    case .number: .number(.zero)
    case .choice: .string("free")
    case .list: .list(ListValue(values: []))
    default: nil
    }
  }

  // MARK: Policy

  private mutating func addNumbers(_ random: inout SeededGenerator) {
    func number(_ value: Int) -> Value { .number(Rational(value)) }
    func always(_ name: String, _ type: ValueType, _ value: Value) -> Parameter {
      Parameter(name: name, title: LocalizedText(name), type: type, history: Dated(always: value))
    }
    var dated = always("term", .number(unit: "days"), number(3))
    dated.history = Dated(
      versions: [("2022-01-01", "2022-04-30", 3), ("2022-05-01", "", 10)].map { from, to, value in
        Dated.Version(from: Day(iso: from), to: Day(iso: to), value: number(value), provenance: Provenance())
      })
    program.parameters = [
      dated, always("rate", .number(unit: "percent"), number(20)),
      always("names", .list(.string), .list(ListValue(values: [.string("a"), .string("item1")]))),
      always("least", .number(unit: "KRW"), number(Int.random(in: 0...3, using: &random))),
    ]
    func limit(_ value: Int?, _ isIncluded: Bool) -> DecisionTable.Limit? {
      value.map { DecisionTable.Limit(number($0), isIncluded: isIncluded) }
    }
    func row(_ fee: DecisionTable.Condition, _ low: Int?, _ high: Int?, _ value: Int) -> DecisionTable.Row {
      DecisionTable.Row(
        conditions: [fee, .between(low: limit(low, true), high: limit(high, false))],
        outputs: [number(value), .string("row")])
    }
    program.tables = [
      DecisionTable(
        name: "rate", title: LocalizedText("rate"),
        inputs: [
          DecisionTable.Column(name: "fee", type: .string),
          DecisionTable.Column(name: "value", type: .number(unit: "KRW")),
        ],
        outputs: [
          DecisionTable.Column(name: "multiple", type: .number(unit: "KRW")),
          DecisionTable.Column(name: "name", type: .string),
        ], rowType: Self.row,
        history: Dated(always: [
          row(.oneOf([.string("free")]), nil, 2, 1), row(.oneOf([.string("free")]), 2, nil, 3),
          row(.oneOf([.string("paid"), .string("a")]), nil, 4, 4),
        ]))
    ]
  }

  private mutating func addStep(_ name: String, _ expression: TypedExpression) {
    guard let checked = check(expression.description) else { return }
    program.cells.append(Cell(name: name, title: nil, expression: checked, dependsOnSubject: false))
    scope.bind(name, .cell(CellID(program.cells.count - 1), checked.type, usedLocals: []))
    steps.append((name, checked.type))
  }

  /// One derived fact for each kind of element, made from its other facts.
  private mutating func addDerivedFacts(_ seed: UInt64) {
    for (record, type) in [
      (Self.item, ValueType.number(unit: "KRW")), (Self.part, .bool),
      (TypeEnvironment.root, .list(.record(Self.item))),
    ] {
      let name = program.environment.records[record].name
      var scope = Scope()
      // Facts of the scheme alone: neither steps nor parameters.
      let plain = Program(environment: program.environment)
      var generator = ExpressionGenerator(seed: seed &+ UInt64(record), program: plain)
      if !name.isEmpty {
        scope.bind(name, .local(0, .record(record)))
        generator.variables = [(name, .record(record))]
      }
      for _ in 0..<20 {
        let text = generator.expression(type, 2).description
        var log = DiagnosticLog()
        let checked = Checker(program: plain, functions: .standard).check(
          ExpressionSource(text: text), scope: scope, expecting: type, diagnostics: &log)
        guard let checked else { continue }
        let path = name.isEmpty ? "plan.derived" : "derived"
        var fields = program.environment.records[record].fields
        var field = Field(name: path, type: type, label: LocalizedText(path))
        field.derived = checked
        fields.append(field)
        program.environment.records[record] = RecordType(
          name: name, label: LocalizedText(name), fields: fields)
        break
      }
    }
  }
}
