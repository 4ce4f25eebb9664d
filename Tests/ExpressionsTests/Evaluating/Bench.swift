import Diagnostics
import Expressions

/// Steps, parameters and tables around expressions about the facts of the shop.
struct Bench {
  private(set) var program: Program
  private(set) var scope = Scope()

  /// What the checker says of an expression that it refuses.
  struct Refusal: Error {
    var text: String
  }

  static let calendar: Calendar? = {
    guard let first = Day(iso: "2022-01-01"), let last = Day(iso: "2023-12-31") else { return nil }
    return Calendar(
      id: "test", utcOffset: 9 * 3600,
      defaultMode: CountingMode(firstDay: .excluded, lastDay: .nextWorkingDay),
      weekend: [0, 6], holidays: [:], covers: first...last)
  }()

  init() {
    program = Program(environment: Shop.environment, calendar: Self.calendar)
  }

  /// Adds a step and returns its place; `isLocal`: it depends on the rule's subject.
  @discardableResult
  mutating func step(_ name: String, _ text: String, isLocal: Bool = false) throws(Refusal) -> CellID {
    let checked = try check(text)
    program.cells.append(Cell(name: name, title: nil, expression: checked, dependsOnSubject: isLocal))
    let cell = CellID(program.cells.count - 1)
    scope.bind(name, .cell(cell, checked.type, usedLocals: checked.usedLocals))
    return cell
  }

  /// Adds a subject of the rule, by a name that expressions use.
  mutating func subject(_ name: String, _ type: ValueType, at slot: Int = 0) {
    scope.bind(name, .local(slot, type))
  }

  /// Adds a parameter with versions `(from, value)`; a nil day is always.
  mutating func parameter(
    _ name: String, _ type: ValueType, _ versions: [(from: String?, to: String?, value: Value)],
    asOf: CellID? = nil
  ) {
    let history = Dated(
      versions: versions.map { version in
        Dated.Version(
          from: version.from.flatMap { Day(iso: $0) }, to: version.to.flatMap { Day(iso: $0) },
          value: version.value,
          provenance: Provenance())
      })
    var parameter = Parameter(name: name, title: LocalizedText(name), type: type, history: history)
    parameter.asOf = asOf
    program.parameters.append(parameter)
  }

  /// Adds the table `rate(group, value)` with rows of conditions, a number and a name.
  mutating func table(_ history: Dated<[DecisionTable.Row]>, asOf: CellID? = nil) {
    var table = DecisionTable(
      name: "rate", title: LocalizedText("rate"),
      inputs: [
        DecisionTable.Column(name: "group", type: .choice(1)),
        DecisionTable.Column(name: "value", type: .number(unit: "KRW")),
      ],
      outputs: [
        DecisionTable.Column(name: "multiple", type: .number(unit: nil)),
        DecisionTable.Column(name: "name", type: .string),
      ], rowType: Shop.row, history: history)
    table.asOf = asOf
    program.tables.append(table)
  }

  func check(_ text: String) throws(Refusal) -> CheckedExpression {
    var log = DiagnosticLog()
    let checked = Checker(program: program, functions: .standard).check(
      ExpressionSource(text: text), scope: scope, diagnostics: &log)
    guard let checked else {
      throw Refusal(text: "\(text): " + log.entries.map(\.message.en).joined(separator: "; "))
    }
    return checked
  }

  /// An evaluation over facts with a rule started.
  func evaluation(_ facts: Facts, asOf: CellID? = nil) -> Evaluation {
    let evaluation = Evaluation(facts: facts, program: program)
    evaluation.startRule(asOf: asOf)
    return evaluation
  }

  /// Evaluates one expression in a rule of its own; subjects are elements of lists by key.
  func run(
    _ text: String, _ facts: Facts, asOf: CellID? = nil, subject: (list: String, key: String)? = nil
  ) -> Outcome {
    do throws(Refusal) {
      let checked = try check(text)
      let evaluation = evaluation(facts, asOf: asOf)
      if let subject { evaluation.startSubject([facts.element(subject.list, subject.key)]) }
      return Outcome(evaluation.evaluate(checked), in: evaluation)
    } catch {
      return Outcome(problem: error.text)
    }
  }

  /// Evaluates one expression over facts stated in place.
  func run(_ text: String, _ stated: [String: Shop.Stated]) -> Outcome {
    run(text, Shop.facts(stated))
  }

  static func run(_ text: String, _ stated: [String: Shop.Stated] = [:]) -> Outcome {
    Bench().run(text, stated)
  }
}

/// What an expression came to, in words that a test compares.
struct Outcome: Equatable {
  /// As `Value.told` tells it; `refused: …` where the checker refuses.
  var value: String
  var reads: [String] = []
  var missing: [String] = []
  var assumed: [String] = []
  var lists: [String] = []
  var steps = 0
  /// A version, row or calendar day that the policy's side lacks.
  var hasPolicyGap = false

  init(problem: String) {
    value = "refused: " + problem
  }

  init(_ result: Evaluated, in evaluation: Evaluation) {
    let facts = evaluation.facts
    let grounds = evaluation.expand(result.grounds)
    value = result.value.told
    reads = grounds.reads.map { facts.path(of: $0) }.sorted()
    missing = grounds.missing.map { facts.path(of: $0.fact) + " " + $0.kind.rawValue }.sorted()
    assumed = grounds.assumed.map { facts.path(of: $0) }.sorted()
    lists = grounds.lists.map { facts.path(of: $0) }.sorted()
    steps = evaluation.stepsUsed
    hasPolicyGap = grounds.plain.contains { ground in
      switch ground {
      case .noParameterVersion, .noTableVersion, .noRow, .outsideCalendar: true
      case .read, .missing, .assumed, .list, .further, .cell, .partialCell, .date, .parameter, .row,
        .uncertainHoliday:
        false
      }
    }
  }
}

extension Facts {
  /// A fact by its path, such as `awards[A1].value`.
  func id(_ path: String) -> FactID? {
    for slot in slots.indices where self.path(of: FactID(slot)) == path { return FactID(slot) }
    return nil
  }

  /// An element of a list of the root by its key.
  func element(_ list: String, _ key: String) -> Value {
    guard let fact = id(list), case .list(let index) = self[fact], let position = lists[index].positions[key],
      case .record(let record) = lists[index].elements[position]
    else { return .unknown }
    return .record(.fact(record))
  }
}

extension Value {
  /// The value in words: doubtful members end in `?`.
  var told: String {
    switch self {
    case .list(let list):
      "["
        + (list.elements.map { $0.value.told + ($0.isCertain ? "" : "?") }
        + (list.incomplete == nil ? [] : ["…"]))
        .joined(separator: ", ") + "]"
    case .unknown: "unknown"
    case .error(let error): "error " + error.kind.rawValue
    case .record(.fact(let index)): "record \(index)"
    case .record(.computed(_, let fields)): "{" + fields.map(\.told).joined(separator: ", ") + "}"
    case .range(let range): (range.low?.told ?? "") + ".." + (range.high?.told ?? "")
    case .either(let values): values.map(\.told).joined(separator: " | ")
    case .bool, .number, .string, .date, .timestamp, .duration, .interval, .null, .map: plainText
    }
  }
}
