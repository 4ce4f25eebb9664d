import Diagnostics
import Expressions
import Testing

@Suite struct `Names in expressions` {
  private func term(_ text: String, mode: Checker.Mode = .strict) throws -> Term {
    let (expression, problems) = Sample.check(text, mode: mode)
    #expect(problems.isEmpty)
    return try #require(expression).term
  }

  @Test func `the longest path of facts is taken`() throws {
    guard case .root(slot: 9) = try term("scheme.claims.opens") else {
      Issue.record("not a root fact")
      return
    }
    guard
      case .field(.local(0), FieldID(record: Sample.award, slot: 9)) = try term(
        "award.auto_renew.consent_fresh")
    else {
      Issue.record("not one field")
      return
    }
  }

  @Test func `a reference is followed where a fact of its element is named`() throws {
    guard
      case .field(.follow(.field(.local(0), _), Sample.serviceReference), let field) = try term(
        "award.service.name")
    else {
      Issue.record("not followed")
      return
    }
    #expect(field == FieldID(record: Sample.service, slot: 1))
    guard case .field(.local(0), FieldID(record: Sample.award, slot: 1)) = try term("award.service") else {
      Issue.record("followed without need")
      return
    }
  }

  @Test func `a variable of a macro hides subjects and steps`() throws {
    let (expression, _) = Sample.check("scheme.services.exists(award, award.affected)")
    #expect(expression?.usedLocals == [])
    #expect(Sample.check("scheme.services.exists(deadline, deadline.affected)").problems.isEmpty)
  }

  @Test func `a leading dot looks past the variables of macros`() throws {
    #expect(Sample.check("scheme.services.exists(award, .award.value > 0)").expression?.usedLocals == [0])
  }

  @Test func `a name with dots is bound as a whole`() throws {
    var scope = Scope()
    scope.bind("a.b", .local(0, .map(.string, .string)))
    scope.bind("a.b.c", .local(1, .string))
    var log = DiagnosticLog()
    let checker = Checker(program: Sample.program, functions: .standard, mode: .conformance)
    let longest = checker.check(ExpressionSource(text: "a.b.c"), scope: scope, diagnostics: &log)
    guard case .local(1)? = longest?.term else {
      Issue.record("not the longest")
      return
    }
    let selected = checker.check(ExpressionSource(text: "a.b.d"), scope: scope, diagnostics: &log)
    guard case .select(.local(0), "d", _)? = selected?.term else {
      Issue.record("not selected")
      return
    }
    #expect(log.isEmpty)
  }

  @Test(arguments: [
    ("deadline > incident.date", []), ("minimum > 0", [0]), ("channel == award.id", [0, 1]),
    ("scheme.awards.exists(a, a.value > minimum)", [0]), ("scheme.awards.exists(a, a.id == channel)", [1]),
    ("has(award.value)", [0]), ("table.minimum(channel, 1).fee > 0", [1]),
  ])
  func `the subjects that an expression reads are known`(text: String, locals: [Int]) throws {
    #expect(Sample.check(text).expression?.usedLocals == Set(locals))
  }

  @Test(arguments: [
    ("award.value > 0", 2), ("scheme.awards.exists(a, a.value > 0)", 3),
    (
      "scheme.awards.exists(a, scheme.services.exists(s, s == a.service)) && scheme.awards.all(b, b.value > 0)",
      4
    ),
    ("award.tiers.filter(t, t.range.ge > 0).exists(t, t.range.lt < 1)", 3),
  ])
  func `variables of macros follow the subjects`(text: String, count: Int) {
    #expect(Sample.check(text).expression?.localCount == count)
  }

  @Test func `calls of tables are noted with the types of their inputs`() throws {
    let text = "table.minimum(award.service.class, award.service.outage_hours).fee > 0"
    let call = try #require(Sample.check(text).expression?.tableCalls.first)
    #expect(call.table == 0)
    #expect(call.arguments == [.choice(2), .number(unit: "h")])
    #expect(call.ranges.map { piece(text, $0) } == ["award.service.class", "award.service.outage_hours"])
  }

  @Test func `a neighbour is an element of the pair`() throws {
    guard case .macro(let macro) = try term("pairs(scheme.awards).all(x, x.after.value > 0)"),
      case .compare(.greater, .field(.index(.local(2), .constant(.number(Rational(1))), _), _), _, _) = macro
        .body
    else {
      Issue.record("not the second of two")
      return
    }
  }

  @Test(arguments: [
    "date('2022-12-29')", "timestamp('2022-10-15T15:30:00+09:00')", "duration('90s')", "-1.5", "[1, 2]", "[]",
  ])
  func `literals are values before anything is evaluated`(text: String) throws {
    let (expression, _) = Sample.check(text, mode: .conformance)
    guard case .constant? = expression?.term else {
      Issue.record("not folded")
      return
    }
  }

  @Test func `a path of facts becomes the question whether it is stated`() throws {
    var log = DiagnosticLog()
    let proof = Sample.checker.checkFactPath(
      ExpressionSource(text: "award.first_payment"), scope: Sample.scope, diagnostics: &log)
    guard case .stated(of: .local(0)?, FieldID(record: Sample.award, slot: 7))? = proof?.term else {
      Issue.record("not a question")
      return
    }
    #expect(proof?.type == .bool)
    #expect(proof?.usedLocals == [0])
    #expect(log.isEmpty)
    for text in ["deadline", "award.valu", "award.value > 1", "award", "p.deadline"] {
      var problems = DiagnosticLog()
      let wrong = Sample.checker.checkFactPath(
        ExpressionSource(text: text), scope: Sample.scope, diagnostics: &problems)
      #expect(wrong == nil)
      #expect(problems.entries.count == 1, "\(text)")
    }
  }

  @Test(arguments: [
    "x", "x.y", "f(1)", "x.f()", "x || true", "has(x.y)", "-x", "x['a']", "p.x", "table.x(1)", "p",
    "[x].all(y, z)",
  ])
  func `unchecked expressions are accepted whatever they name`(text: String) {
    let (expression, problems) = Sample.check(text, mode: .unchecked)
    #expect(expression != nil)
    #expect(problems.isEmpty)
  }
}

@Suite struct `Joins` {
  private func join(_ text: String) throws -> Term.Join? {
    let (expression, problems) = Sample.check(text)
    #expect(problems.isEmpty)
    guard case .macro(let macro) = try #require(expression).term else {
      Issue.record("no macro")
      return nil
    }
    return macro.join
  }

  @Test(arguments: [
    "scheme.services.exists(s, s.id == award.service)",
    "scheme.services.exists(s, award.service == s.id)",
    "scheme.services.exists(s, s == award.service)",
    "scheme.services.filter(s, s.id == award.service && s.affected && s.outage_hours > 1 && s.name == 'x')",
    "scheme.services.all(s, s.id != award.service || s.affected)",
    "scheme.services.all(s, !(s.id == award.service) || s.affected)",
  ])
  func `an equality at the start finds elements by an index`(text: String) throws {
    let join = try #require(try join(text))
    #expect(join.field == FieldID(record: Sample.service, slot: 0))
    guard case .field(.local(0), FieldID(record: Sample.award, slot: 1)) = join.value else {
      Issue.record("not the award's service")
      return
    }
  }

  @Test(arguments: [
    "scheme.services.exists(s, s.affected && s.id == award.service)",
    "scheme.services.exists(s, s.id == s.name)",
    "scheme.services.exists(s, s.id != award.service)",
    "scheme.services.exists(s, s.id == award.service || s.affected)",
    "scheme.services.all(s, s.id == award.service)",
    "scheme.services.all(s, s.affected || s.id != award.service)",
    "scheme.services.exists_one(s, s.id == award.service)",
    "scheme.awards.exists(a, a.double == award.value)",
    "scheme.awards.exists(a, a.service.name == award.id)",
    "scheme.awards.exists(a, a.tiers == award.tiers)",
    "scheme.claims.channels.exists(c, c == channel)",
  ])
  func `anything else looks at every element`(text: String) throws {
    if text.contains("tiers") {
      #expect(Sample.check(text).problems.count == 1)
    } else {
      #expect(try join(text) == nil)
    }
  }

  @Test func `the value may depend on an outer variable`() throws {
    guard
      case .macro(let outer)? = Sample.check(
        "scheme.awards.all(a, scheme.services.exists(s, s.id == a.service))"
      ).expression?.term,
      case .macro(let inner) = outer.body
    else {
      Issue.record("no macros")
      return
    }
    #expect(inner.join != nil)
  }
}
