import Diagnostics
import Expressions
import YAMLTree

/// A small policy to check expressions against: services with outages, awards with tiers, a parameter of every kind,
/// a table and two steps.
enum Sample {
  static let service = 1
  static let award = 2
  static let outage = 3
  static let tier = 4
  static let row = 5

  static let group = ValueType.choice(0)
  static let form = ValueType.choice(1)
  static let serviceReference = ValueType.Reference(list: 6, record: service, allowsAll: true)

  static let environment: TypeEnvironment = {
    var environment = TypeEnvironment(
      id: "sample",
      records: [
        record(
          "",
          [
            ("incident", .group), ("incident.date", .date), ("incident.started", .timestamp),
            ("incident.planned", .bool), ("scheme", .group), ("scheme.id", .string),
            ("scheme.services", .list(.record(service))), ("scheme.awards", .list(.record(award))),
            ("scheme.claims", .group), ("scheme.claims.opens", .date), ("scheme.claims.closes", .date),
            ("scheme.claims.channels", .list(.string)), ("scheme.share", .number(unit: "percent")),
            ("scheme.days", .number(unit: "days")), ("scheme.budget", .number(unit: "KRW")),
          ]),
        record(
          "service",
          [
            ("id", .string), ("name", .string), ("class", .choice(2)), ("affected", .bool),
            ("outage_hours", .number(unit: "h")), ("outages", .list(.record(outage))),
          ]),
        record(
          "award",
          [
            ("id", .string), ("service", .reference(serviceReference)),
            ("services", .list(.reference(serviceReference))), ("group", group), ("form", form),
            ("value", .number(unit: "KRW")), ("count", .number(unit: nil)), ("first_payment", .date),
            ("auto_renew", .group), ("auto_renew.consent_fresh", .bool), ("tiers", .list(.record(tier))),
            ("groups", .list(group)), ("double", .number(unit: "KRW")),
          ]),
        record("outage", [("from", .timestamp), ("to", .timestamp)]),
        record(
          "tier", [("range", .group), ("range.ge", .number(unit: "KRW")), ("range.lt", .number(unit: "KRW"))]),
        record("minimum row", [("multiple", .number(unit: nil)), ("fee", .number(unit: "KRW"))]),
      ],
      choices: [
        choice("group", ["free", "paid", "merchant"]), choice("form", ["cash", "credit"]),
        choice("class", ["messaging", "payment"], isOpen: true),
      ])
    environment.records[service].fields[0].isKey = true
    environment.records[service].key = 0
    environment.records[award].fields[0].isKey = true
    environment.records[award].key = 0
    environment.records[award].fields[12].derived = CheckedExpression(
      source: ExpressionSource(text: "award.value"), term: .field(.local(0), FieldID(record: award, slot: 5)),
      type: .number(unit: "KRW"), localCount: 1, usedLocals: [0])
    return environment
  }()

  static let program: Program = {
    var program = Program(environment: environment)
    program.parameters = [
      parameter("first_payment_days", .number(unit: "days")), parameter("channels", .list(.string)),
      parameter("deadline", .date), parameter("tolerance", .number(unit: "percent")),
    ]
    program.tables = [
      DecisionTable(
        name: "minimum", title: LocalizedText("minimum"),
        inputs: [
          DecisionTable.Column(name: "class", type: nil),
          DecisionTable.Column(name: "hours", type: .number(unit: "h")),
        ],
        outputs: [
          DecisionTable.Column(name: "multiple", type: .number(unit: nil)),
          DecisionTable.Column(name: "fee", type: .number(unit: "KRW")),
        ], rowType: row, history: Dated(always: []))
    ]
    return program
  }()

  /// `award` is the subject; `deadline` and `minimum` are steps, the second reads the subject.
  static let scope: Scope = {
    var scope = Scope()
    scope.bind("award", .local(0, .record(award)))
    scope.bind("channel", .local(1, .string))
    scope.bind("deadline", .cell(CellID(0), .date, usedLocals: []))
    scope.bind("minimum", .cell(CellID(1), .number(unit: "KRW"), usedLocals: [0]))
    return scope
  }()

  private static func record(_ name: String, _ fields: [(String, ValueType)]) -> RecordType {
    RecordType(
      name: name, label: LocalizedText(name),
      fields: fields.map { Field(name: $0.0, type: $0.1, label: LocalizedText($0.0)) })
  }

  private static func choice(_ name: String, _ members: [String], isOpen: Bool = false) -> ChoiceType {
    ChoiceType(
      name: name,
      members: members.map {
        ChoiceType.Member(name: $0, label: LocalizedText(ko: labels[$0] ?? $0, en: $0))
      },
      isOpen: isOpen)
  }

  private static let labels = ["free": "무료", "paid": "유료"]

  private static func parameter(_ name: String, _ type: ValueType) -> Parameter {
    Parameter(name: name, title: LocalizedText(name), type: type, history: Dated(always: .unknown))
  }

  // MARK: Checking

  static let checker = Checker(program: program, functions: .standard)

  /// Checks a text; nil after problems.
  static func check(
    _ text: String, expecting: ValueType? = nil, unit: String? = nil, mode: Checker.Mode = .strict
  ) -> (expression: CheckedExpression?, problems: [Diagnostic]) {
    var log = DiagnosticLog()
    let checker = Checker(program: program, functions: .standard, mode: mode)
    let expression = checker.check(
      ExpressionSource(text: text), scope: scope, expecting: expecting, unit: unit, diagnostics: &log)
    return (expression, log.entries)
  }

  /// Checks an expression that stands in a file as the value of `require`, in single quotes.
  static func checkInFile(
    _ text: String, expecting: ValueType? = nil
  ) -> (expression: CheckedExpression?, problems: [Diagnostic]) {
    let quoted = text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
    return checkFile("require: '\(quoted)'\n", expecting: expecting)
  }

  /// Checks an expression that stands in a file as a block, so that its quotes are its own.
  static func checkBlock(
    _ text: String, checker: Checker = Sample.checker, scope: Scope = Sample.scope
  ) -> (expression: CheckedExpression?, problems: [Diagnostic]) {
    checkFile("require: |-\n  \(text)\n", checker: checker, scope: scope)
  }

  /// The value of `require` in a file.
  static func node(_ content: String) -> YAMLNode? {
    var log = DiagnosticLog()
    return YAMLTree.parse(SourceFile(path: "policy.yaml", bytes: Array(content.utf8)), into: &log)?.root[
      "require"]
  }

  /// Checks the value of `require` in a file.
  static func checkFile(
    _ content: String, expecting: ValueType? = nil, checker: Checker = Sample.checker,
    scope: Scope = Sample.scope
  ) -> (expression: CheckedExpression?, problems: [Diagnostic]) {
    var log = DiagnosticLog()
    let file = SourceFile(path: "policy.yaml", bytes: Array(content.utf8))
    guard let tree = YAMLTree.parse(file, into: &log), let node = tree.root["require"] else {
      return (nil, log.entries)
    }
    let expression = checker.check(
      ExpressionSource(node), scope: scope, expecting: expecting, diagnostics: &log)
    return (expression, log.entries)
  }
}

extension Diagnostic {
  /// The text that the diagnostic points at, on one line.
  var pointedAt: String? {
    guard let location, let excerpt, location.line == location.endLine else { return nil }
    let scalars = Array(excerpt.unicodeScalars)
    guard location.column >= 1, location.endColumn - 1 <= scalars.count else { return nil }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[location.column - 1..<location.endColumn - 1])
    return String(text)
  }
}
