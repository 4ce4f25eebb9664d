import Diagnostics
import Expressions
import Testing

/// Conditions that can only come out one way, and parts of them that change nothing.
@Suite struct `Review of conditions` {
  /// A condition, what it is reported as, and the piece that is pointed at.
  static let rows: [(String, String, String)] = [
    // By itself.
    ("true", "always-true", "true"),
    ("award.count > 1 && false", "always-false", "false"),
    ("1 > 2 || award.count > 1", "always-false", "1 > 2"),
    ("'a' in ['a', 'b']", "always-true", "'a' in ['a', 'b']"),
    ("award.value == award.value", "always-true", "award.value == award.value"),
    ("award.value < award.value", "always-false", "award.value < award.value"),
    ("!(award.value != award.value)", "always-true", "!(award.value != award.value)"),
    ("award.value + 1 > award.value + 1", "always-false", "award.value + 1 > award.value + 1"),
    ("scheme.awards.size() >= 0", "always-true", "scheme.awards.size() >= 0"),
    ("0 > scheme.awards.size()", "always-false", "0 > scheme.awards.size()"),
    (
      "award.group in ['free', 'paid', 'merchant']", "always-true",
      "award.group in ['free', 'paid', 'merchant']"
    ),
    // Operands against each other.
    ("award.value > 5 && award.value < 3", "always-false", "award.value < 3"),
    ("award.value > 5 && 3 > award.value", "always-false", "3 > award.value"),
    ("award.value >= 5 && award.value < 5", "always-false", "award.value < 5"),
    ("award.value == 5 && award.value == 6", "always-false", "award.value == 6"),
    ("award.value > 5 || award.value < 9", "always-true", "award.value > 5 || award.value < 9"),
    ("award.value != 5 || award.value != 6", "always-true", "award.value != 5 || award.value != 6"),
    ("award.value > 5 && award.value > 3", "adds-nothing", "award.value > 3"),
    ("award.value > 3 && award.value > 5", "adds-nothing", "award.value > 3"),
    ("award.value > 3 || award.value > 5", "adds-nothing", "award.value > 5"),
    ("award.value > minimum && award.value > minimum", "adds-nothing", "award.value > minimum"),
    ("award.value > minimum && minimum > award.value", "always-false", "minimum > award.value"),
    (
      "award.value > minimum || minimum >= award.value", "always-true",
      "award.value > minimum || minimum >= award.value"
    ),
    (
      "award.first_payment > deadline && award.first_payment <= deadline", "always-false",
      "award.first_payment <= deadline"
    ),
    (
      "award.first_payment > date('2022-01-01') && award.first_payment < date('2022-01-02')", "always-false",
      "award.first_payment < date('2022-01-02')"
    ),
    ("award.group == 'free' && award.group == 'paid'", "always-false", "award.group == 'paid'"),
    (
      "award.group != 'free' || award.group != 'paid'", "always-true",
      "award.group != 'free' || award.group != 'paid'"
    ),
    (
      "award.group == 'free' || award.group == 'paid' || award.group == 'merchant'", "always-true",
      "award.group == 'free' || award.group == 'paid' || award.group == 'merchant'"
    ),
    (
      "award.group != 'free' && award.group != 'paid' && award.group != 'merchant'", "always-false",
      "award.group != 'merchant'"
    ),
    ("award.group == 'free' && award.group != 'paid'", "adds-nothing", "award.group != 'paid'"),
    (
      "award.group in ['free', 'paid'] && award.group == 'merchant'", "always-false",
      "award.group == 'merchant'"
    ),
    ("award.id == 'a' && award.id == 'b'", "always-false", "award.id == 'b'"),
    ("incident.planned && !incident.planned", "always-false", "!incident.planned"),
    ("incident.planned || !incident.planned", "always-true", "incident.planned || !incident.planned"),
    ("incident.planned == true && incident.planned == false", "always-false", "incident.planned == false"),
    ("award.value > 1 && incident.planned && award.value > 1", "adds-nothing", "award.value > 1"),
    ("(award.value > 1 || incident.planned) && award.value > 1", "always-true", "award.value > 1"),
    // In macros and choices.
    ("scheme.awards.exists(a, a.value > 5 && a.value < 3)", "always-false", "a.value < 3"),
    ("scheme.awards.filter(a, a.value > 5).all(b, b.value > 3)", "always-true", "b.value > 3"),
    (
      "scheme.awards.filter(a, a.group == 'free').exists(b, b.group == 'paid')", "always-false",
      "b.group == 'paid'"
    ),
    ("scheme.awards.exists(a, award.value > 3)", "unused-variable", "a"),
    ("scheme.awards.exists(award, award.value > 3)", "hidden-name", "award"),
    ("scheme.awards.exists(incident, incident.value > 3)", "hidden-name", "incident"),
    ("scheme.awards.exists(deadline, deadline.value > 3)", "hidden-name", "deadline"),
    ("scheme.awards.exists(a, scheme.services.exists(a, a.affected))", "hidden-name", "a"),
    ("if(award.value > 5, award.value > 3, incident.planned)", "always-true", "award.value > 3"),
    ("if(award.value > 5, incident.planned, award.value > 7)", "always-false", "award.value > 7"),
    ("award.id in ['a', 'b', 'a']", "repeated-value", "'a'"),
    // Silence.
    ("has(award.value)", "silence", "has(award.value)"),
    ("opt(award.value, 0) > 3", "silence", "opt(award.value, 0)"),
  ]

  /// What a review says about a condition in single quotes.
  static func review(_ text: String, as place: ConditionReview.Place = .condition) -> [Diagnostic] {
    let quoted = text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
    var log = DiagnosticLog()
    guard let node = Sample.node("require: '\(quoted)'\n"),
      let found = Sample.checker.observe(ExpressionSource(node), scope: Sample.scope, diagnostics: &log)
    else {
      Issue.record("\(text): \(log.entries.map(\.message.en))")
      return []
    }
    ConditionReview.review(found.observed, as: place, in: Sample.program, diagnostics: &log)
    return log.entries
  }

  @Test(arguments: rows)
  func `reports once, at the piece that is to blame`(text: String, code: String, piece: String) throws {
    let found = Self.review(text)
    #expect(found.map(\.code) == ["expression." + code])
    let problem = try #require(found.first)
    let plain = problem.pointedAt?.replacing("''", with: "'")
    #expect(plain == piece)
    #expect(problem.severity == (code == "silence" ? .note : .warning))
    #expect(problem.help != nil)
    #expect(problem.message.ko != problem.message.en)
    #expect(problem.message.en.first?.isUppercase == false && !problem.message.en.hasSuffix("."))
  }

  @Test(arguments: [
    "award.value > 5", "award.value > 3 && award.value < 5", "award.value < 3 || award.value > 5",
    "award.value >= 5 && award.value <= 5", "award.group == 'free' || award.group == 'paid'",
    "award.group != 'free' && award.group != 'paid'", "award.value > 3 && award.count < 3",
    "award.value > minimum && award.first_payment > deadline", "p.tolerance > 3", "p.channels.size() > 0",
    "award.first_payment > date('2022-01-01') && award.first_payment < date('2022-01-03')",
    "scheme.awards.exists(a, a.value > 5) && scheme.awards.exists(a, a.value < 3)",
    "scheme.awards.all(a, a.value > 5) || scheme.awards.all(b, b.value < 9)",
    "scheme.awards.map(a, 1).size() > 2", "stated(award.value)", "opt(award.value, award.count) > 3",
    "award.service.class == 'messaging' || award.service.class == 'payment'",
    "if(award.value > 5, award.value > 7, award.value > 3)", "award.value - award.value > 1",
    "incident.planned && (incident.planned == (award.value > 3))", "if(award.value > 5, true, false)",
    "scheme.awards.exists(a, a.value == award.value)",
    "award.value > 1 || award.count > 1 && award.value > 0",
  ])
  func `has nothing to say about conditions that may come out either way`(text: String) {
    #expect(Self.review(text).map(\.code) == [])
  }

  @Test func `a condition may be left to hold always where that has a meaning`() {
    #expect(Self.review("true", as: .optionalCondition).isEmpty)
    #expect(Self.review("false", as: .optionalCondition).map(\.code) == ["expression.always-false"])
    #expect(Self.review("true", as: .value).isEmpty)
    #expect(Self.review("award.count == award.count", as: .value).map(\.code) == ["expression.always-true"])
  }

  @Test func `what is known from elsewhere is used, and named`() throws {
    var log = DiagnosticLog()
    let gate = try #require(
      Sample.node("require: award.group == 'paid' && award.value > 5\n").flatMap {
        Sample.checker.check(ExpressionSource($0), scope: Sample.scope, diagnostics: &log)
      })
    let known = ConditionReview.knowledge(from: gate, in: Sample.program)
    for (text, code) in [
      ("award.group == 'free'", "always-false"), ("award.value > 3", "always-true"),
      ("award.value < 3 || award.group != 'paid'", "always-false"),
    ] {
      var log = DiagnosticLog()
      let found = try #require(
        Sample.checker.observe(ExpressionSource(text: text), scope: Sample.scope, diagnostics: &log))
      ConditionReview.review(
        found.observed, as: .condition, in: Sample.program, knowing: known, diagnostics: &log)
      #expect(Set(log.entries.map(\.code)) == ["expression." + code], "\(text)")
      #expect(log.entries.allSatisfy { $0.notes.first?.location?.line == 1 })
    }
  }

  @Test func `a fact that exists for some elements is not asked for of the others`() throws {
    var environment = Sample.environment
    var scope = Scope()
    scope.bind("award", .local(0, .record(Sample.award)))
    var log = DiagnosticLog()
    let when = Sample.checker.check(
      ExpressionSource(text: "award.group == 'paid'"), scope: scope, expecting: .bool, diagnostics: &log)
    environment.records[Sample.award].fields[5].when = when
    #expect(when != nil)
    let program = Program(environment: environment)
    let checker = Checker(program: program, functions: .standard)
    for (text, isReported) in [
      ("award.group == 'free' && award.value > 3", true), ("award.value > 3 && award.group == 'free'", true),
      ("if(award.group == 'paid', award.count, award.value) > 3", true),
      ("award.group != 'paid' && !(award.value > 3)", true),
      ("scheme.awards.filter(a, a.group == 'merchant').all(b, b.value > 3)", true),
      ("award.group == 'paid' && award.value > 3", false), ("award.value > 3", false),
      ("if(award.group == 'paid', award.value, award.count) > 3", false),
      ("scheme.awards.all(a, a.group == 'free' || a.value > 3)", false),
    ] {
      var log = DiagnosticLog()
      let found = try #require(
        checker.observe(ExpressionSource(text: text), scope: scope, diagnostics: &log))
      ConditionReview.review(found.observed, as: .condition, in: program, diagnostics: &log)
      #expect(log.entries.map(\.code) == (isReported ? ["expression.outside-when"] : []), "\(text)")
    }
  }

  @Test func `a long condition does not take long`() {
    let operands = (0..<2_000).map { "award.value != \($0)" }
    #expect(Self.review(operands.prefix(150).joined(separator: " && ")).isEmpty)
    let list = (0..<2_000).map { "'m\($0)'" }.joined(separator: ", ")
    #expect(Self.review("award.id in [\(list)]").isEmpty)
  }
}
