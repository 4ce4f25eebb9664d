import Diagnostics
import Expressions
import Testing

@Suite struct `Problems of expressions` {
  /// An expression, the code of its problem, the piece it points at and a word that the English help holds.
  static let rows: [(String, String, String, String)] = [
    // Names.
    ("award.first_paymnt <= deadline", "expression.unknown-fact", "first_paymnt", "`first_payment`"),
    ("incident.dat == deadline", "expression.unknown-fact", "dat", "`date`"),
    ("scheme.claims.close > deadline", "expression.unknown-fact", "close", "`closes`"),
    ("scheme.closes > deadline", "expression.unknown-fact", "closes", "`scheme.claims.closes`"),
    ("award.service.outage_hour > 1", "expression.unknown-fact", "outage_hour", "`outage_hours`"),
    ("award.auto_renew.consent", "expression.unknown-fact", "consent", "`consent_fresh`"),
    ("deadlin > incident.date", "expression.unknown-name", "deadlin", "`deadline`"),
    ("incidnt.date > deadline", "expression.unknown-name", "incidnt", "`incident`"),
    ("first_payment_days > 3", "expression.unknown-name", "first_payment_days", "`p.first_payment_days`"),
    ("minimum2.fee > 3", "expression.unknown-name", "minimum2", "`minimum`"),
    ("service.name == 'x'", "expression.unknown-name", "service", "for_each"),
    ("award.group == free", "expression.unknown-name", "free", "`'free'`"),
    ("actual > 3", "expression.unknown-name", "actual", "messages"),
    (
      "p.first_payment_day > 3", "expression.unknown-parameter", "first_payment_day", "`p.first_payment_days`"
    ),
    ("p > 3", "expression.unknown-parameter", "p", "`p.NAME`"),
    ("table.minimu('payment', 1).fee > 0", "expression.unknown-table", "minimu", "`table.minimum`"),
    (
      "table.minimum.fee > 0", "expression.table-without-call", "table.minimum.fee",
      "table.minimum(class, hours)"
    ),
    ("day_after(incident.date, 3) > deadline", "expression.unknown-function", "day_after", "`days_after`"),
    ("scheme.awards.sizes() > 0", "expression.unknown-function", "sizes", "`size`"),
    ("exists(scheme.awards, a, a.value > 0)", "expression.unknown-function", "exists", "list.exists"),
    ("award.value.abs() > 0", "expression.unknown-function", "abs", "abs("),
    ("startsWith(award.id, 'a')", "expression.function-style", "startsWith", "value.startsWith"),
    ("award.id.size > 0", "expression.no-parts", "size", "parentheses"),
    ("scheme.awards.size > 0", "expression.no-parts", "size", "parentheses"),
    ("len(scheme.awards) > 0", "expression.unknown-function", "len", "`.size()`"),
    ("scheme.awards.any(a, a.value > 0)", "expression.unknown-function", "any", "`.exists(x, …)`"),
    ("average(scheme.awards.map(a, a.value)) > 0", "expression.unknown-function", "average", "`avg`"),
    (
      "scheme.claims.channels.contains('a')", "expression.type", "scheme.claims.channels",
      "value in scheme.claims.channels"
    ),
    (
      "award.first_payment <= 2022-11-29", "expression.type", "award.first_payment <= 2022-11-29",
      "date('2022-11-29')"
    ),
    ("days_between(2022-11-01, deadline) > 1", "expression.type", "2022-11-01", "date('2022-11-01')"),
    ("incident.planned > 0", "expression.type", "incident.planned", "`!incident.planned`"),
    ("award.value > award.value * 10%", "expression.incomplete", "%", "percent_of(10, number)"),
    ("award.value * 10% > 5", "expression.unexpected", ">", "percent_of(10, number)"),
    ("scheme.awards.value > 0", "expression.no-parts", "value", ".map(x, x.value)"),
    ("award.value.won > 0", "expression.no-parts", "won", ""),
    ("pairs(scheme.awards).all(x, x.next.value > 0)", "expression.unknown-fact", "next", "`.before`"),
    // Groups.
    ("scheme.claims == 1", "expression.group", "scheme.claims", "`has(scheme.claims)`"),
    ("opt(award.auto_renew, true)", "expression.group", "award.auto_renew", "has("),
    // Types.
    ("award.first_payment <= award.value", "expression.type", "award.first_payment <= award.value", ""),
    (
      "award.first_payment <= '2022-11-29'", "expression.type", "award.first_payment <= '2022-11-29'",
      "date('2022-11-29')"
    ),
    ("award.value == '1000'", "expression.type", "award.value == '1000'", "without quotes"),
    ("award.id == 3", "expression.type", "award.id == 3", "`'3'`"),
    ("incident.planned == 'true'", "expression.type", "incident.planned == 'true'", "without quotes"),
    (
      "incident.started > incident.date", "expression.type", "incident.started > incident.date",
      "date_of(incident.started)"
    ),
    ("award.value && true", "expression.type", "award.value", ""),
    ("!award.value", "expression.type", "award.value", ""),
    ("-award.id == 1", "expression.type", "award.id", ""),
    (
      "award.first_payment + 30 > deadline", "expression.type", "award.first_payment + 30",
      "days_after(award.first_payment, 30)"
    ),
    (
      "deadline - incident.date > 3", "expression.type", "deadline - incident.date",
      "days_between(incident.date, deadline)"
    ),
    ("award.id + 3 == ''", "expression.type", "award.id + 3", "string(3)"),
    ("award.id * 3 == 1", "expression.type", "award.id", ""),
    ("1 < award.value < 3", "expression.type", "1 < award.value", "`a < b && b < c`"),
    ("award.group < 'paid'", "expression.type", "award.group", ""),
    ("scheme.awards > 0", "expression.type", "scheme.awards", "scheme.awards.size()"),
    ("award == award", "expression.type", "award == award", "award.id"),
    ("award.id in 'abc'", "expression.type", "'abc'", "contains"),
    ("scheme.awards['A1'].value > 0", "expression.type", "'A1'", "find(scheme.awards, 'id', 'A1')"),
    ("award[0] == 1", "expression.type", "award", ""),
    ("[1, 'a'].size() > 0", "expression.type", "'a'", "one kind"),
    ("incident.planned ? 1 : 'a'", "expression.type", "'a'", ""),
    ("incident.planned ? 'a' : award.value", "expression.type", "'a'", ""),
    ("award.exists(x, true)", "expression.type", "award", ""),
    ("scheme.awards.filter(a, a.value)", "expression.type", "a.value", ""),
    ("scheme.awards.filter(a, a.value).exists(b, b.value > 1)", "expression.type", "a.value", ""),
    ("award.value > table.minimum('payment', 1)", "expression.type", "table.minimum('payment', 1)", "`.fee`"),
    ("award.group == award.form", "expression.type", "award.group == award.form", ""),
    // Calls.
    ("days_after(incident.date) > deadline", "expression.argument-count", "days_after", "days_after("),
    ("days_after('2022-10-15', 3) > deadline", "expression.type", "'2022-10-15'", "date('2022-10-15')"),
    (
      "days_after(incident.started, 3) > deadline", "expression.type", "incident.started",
      "date_of(incident.started)"
    ),
    ("days_after(incident.date, award.value) > deadline", "expression.unit", "award.value", ""),
    ("if(true, 1) > 0", "expression.argument-count", "if", "condition"),
    ("has() || true", "expression.argument-count", "has", "has(fact)"),
    ("find(scheme.services, 'id') == award", "expression.argument-count", "find", "find(list"),
    ("find(scheme.services, 'idd', 'x').affected", "expression.unknown-fact", "'idd'", "`'id'`"),
    (
      "find(scheme.services, channel, 'x').affected", "expression.find-field", "channel",
      "find(scheme.services, 'id'"
    ),
    ("find(scheme.claims.channels, 'id', 'x').affected", "expression.type", "scheme.claims.channels", ""),
    ("find(scheme.services, 'affected', 'x').affected", "expression.type", "'x'", ""),
    (
      "table.minimum('payment').fee > 0", "expression.argument-count", "minimum",
      "table.minimum(class, hours)"
    ),
    ("table.minimum('payment', award.value).fee > 0", "expression.type", "award.value", ""),
    ("scheme.awards.filter(a.value, true).size() > 0", "expression.macro-variable", "a.value", "filter(x"),
    ("scheme.awards.filter(p, true).size() > 0", "expression.reserved-name", "p", ""),
    ("gaps(scheme.awards).size() > 0", "expression.type", "scheme.awards", ""),
    ("covered_hours(award.tiers) > 0", "expression.type", "award.tiers", ""),
    // Facts.
    ("has(deadline)", "expression.not-a-fact", "deadline", "step"),
    ("has(p.deadline)", "expression.not-a-fact", "p.deadline", "parameter"),
    ("stated(award)", "expression.not-a-fact", "award", "fact"),
    ("has(award.value > 3)", "expression.not-a-fact", "award.value > 3", "fact"),
    ("opt(minimum, 0) > 0", "expression.not-a-fact", "minimum", "step"),
    ("has(award.double)", "expression.not-a-fact", "award.double", "derived"),
    // Units.
    (
      "award.value > award.service.outage_hours", "expression.unit",
      "award.value > award.service.outage_hours", "never converted"
    ),
    ("award.value + scheme.days > 1", "expression.unit", "award.value + scheme.days", "unit:"),
    ("min(award.value, scheme.days) > 1", "expression.unit", "scheme.days", ""),
    ("if(true, award.value, scheme.days) > 1", "expression.unit", "award.value, scheme.days", ""),
    ("award.value in [scheme.days]", "expression.unit", "award.value in [scheme.days]", ""),
    ("[award.value, scheme.days].size() > 1", "expression.unit", "scheme.days", ""),
    (
      "scheme.share * award.value > 1", "expression.percent", "scheme.share",
      "percent_of(scheme.share, award.value)"
    ),
    (
      "award.value * scheme.share > 1", "expression.percent", "scheme.share",
      "percent_of(scheme.share, award.value)"
    ),
    ("scheme.share / 100 > 1", "expression.percent", "scheme.share", "percent(part, whole)"),
    // Choices.
    ("award.group == 'fre'", "expression.unknown-member", "'fre'", "`free`"),
    ("'fre' != award.group", "expression.unknown-member", "'fre'", "`free`"),
    ("award.group == '무료'", "expression.unknown-member", "'무료'", "`free`"),
    ("award.group in ['free', 'payd']", "expression.unknown-member", "'payd'", "`paid`"),
    ("'merchants' in award.groups", "expression.unknown-member", "'merchants'", "`merchant`"),
    ("not_in('merchants', award.groups)", "expression.unknown-member", "'merchants'", "`merchant`"),
    ("overlap(award.groups, ['free', 'none'])", "expression.unknown-member", "'none'", "`free`"),
    ("opt(award.group, 'fre') == 'free'", "expression.unknown-member", "'fre'", "`free`"),
    ("award.group == if(true, 'free', 'x')", "expression.unknown-member", "'x'", "`paid`"),
    ("find(scheme.awards, 'group', 'fre').value > 0", "expression.unknown-member", "'fre'", "`free`"),
    // Values that policies do not have.
    ("award.value == null", "expression.null", "award.value == null", "`!has(award.value)`"),
    ("award.value != null", "expression.null", "award.value != null", "`has(award.value)`"),
    ("opt(award.value, null) > 1", "expression.null", "null", "stated"),
    ("{'a': 1}['a'] > 0", "expression.map", "{'a': 1}", "tables:"),
    ("[].map(x, x.y).size() > 0", "expression.no-parts", "y", ""),
    // Literals.
    ("award.first_payment < date('2022-02-30')", "expression.bad-literal", "'2022-02-30'", ""),
    ("award.first_payment < date('2022-8-11')", "expression.bad-literal", "'2022-8-11'", "`2022-08-11`"),
    ("award.first_payment < date('2020.01.01')", "expression.bad-literal", "'2020.01.01'", "`2020-01-01`"),
    ("award.first_payment < date('2022. 8. 1.')", "expression.bad-literal", "'2022. 8. 1.'", "`2022-08-01`"),
    ("incident.started < timestamp('2022-10-15 15:30')", "expression.bad-literal", "'2022-10-15 15:30'", ""),
    ("award.value / 0 > 1", "expression.division-by-zero", "0", ""),
    ("award.count % 0 > 1", "expression.division-by-zero", "0", ""),
  ]

  @Test(arguments: rows)
  func `is pointed at with what was expected`(text: String, code: String, piece: String, help: String) throws
  {
    let (expression, problems) = Sample.checkInFile(text)
    #expect(expression == nil)
    #expect(problems.map(\.code) == [code])
    let problem = try #require(problems.first)
    let quoted = piece.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
    #expect(problem.pointedAt == quoted || problem.pointedAt == piece)
    #expect(!problem.message.ko.isEmpty && problem.message.ko != problem.message.en)
    #expect(problem.message.en.first?.isUppercase == false && !problem.message.en.hasSuffix("."))
    if !help.isEmpty { #expect(problem.help?.en.contains(help) == true, "\(problem.help?.en ?? "no help")") }
  }

  @Test func `every problem of an expression is reported at once`() {
    let problems = Sample.check("award.valu > 1 && scheme.awards.exists(a, a.grup == 'x') || nothing(3)")
      .problems
    #expect(
      problems.map(\.code) == [
        "expression.unknown-fact", "expression.unknown-fact", "expression.unknown-function",
      ])
  }

  /// Pieces with an error beside others that rest on them, and everything that is to be reported.
  static let besides: [(text: String, pieces: [String])] = [
    ("award.valu == award.cuont", ["valu", "cuont"]),
    ("award.valu == null || award.cuont > 1", ["award.valu == null", "cuont", "valu"]),
    ("(award.valu > 3) + 1 > 2", ["valu", "(award.valu > 3) + 1"]),
    ("award.valu * scheme.share > 1", ["valu", "scheme.share"]),
    ("award.valu / 0 > 1", ["valu", "0"]),
    ("[award.valu, 1, 'x'].size() > 0", ["valu", "'x'"]),
    ("scheme.awads.exists(a, a.anything > 1 && award.cuont > 1)", ["awads", "cuont"]),
    (
      "scheme.awards.filter(a, a.valu > 1).map(b, b.cuont).size() > award.id[3]",
      ["valu", "cuont", "award.id"]
    ),
    ("scheme.awards.filter(a, a.valu > 1).exists(b, b.cuont > 1)", ["valu", "cuont"]),
    ("days_after(award.first_paymnt, 'x') > incident.date", ["first_paymnt", "'x'"]),
    (
      "days_after(award.first_paymnt, 3) > award.value",
      ["first_paymnt", "days_after(award.first_paymnt, 3) > award.value"]
    ),
    ("if(award.valu > 1, award.cuont, 'x') == 'x'", ["valu", "cuont"]),
    ("table.minimum(award.valu, 'x').multiple > award.cuont", ["valu", "'x'", "cuont"]),
    ("find(scheme.services, 'ide', award.cuont).afected", ["'ide'", "cuont", "afected"]),
    ("has(award.valu) && award.cuont > 1", ["valu", "cuont"]),
    ("opt(award.valu, 3) > incident.date", ["valu", "opt(award.valu, 3) > incident.date"]),
    ("award.valu in [award.cuont]", ["valu", "cuont"]),
    ("!award.valu && -award.cuont > 1", ["valu", "cuont"]),
    ("scheme.awards[award.valu].cuont > 1", ["valu", "cuont"]),
  ]

  @Test(arguments: besides)
  func `what stands beside a mistake is judged too`(text: String, pieces: [String]) {
    let (expression, problems) = Sample.checkBlock(text)
    #expect(expression == nil)
    #expect(problems.compactMap(\.pointedAt).sorted() == pieces.sorted())
    #expect(problems.count == pieces.count)
  }

  /// Expressions over names whose declaration has an error, and what is wrong with them besides.
  static let broken: [(text: String, pieces: [String])] = [
    ("lost > 3", []), ("lost.any.thing == 'x'", []), ("p.lost > 3 && p.lost.x == 1", []),
    ("table.lost(1, 2).x > 3", []), ("lost.filter(x, x.y > 1).exists(z, z.w)", []),
    ("'lost' == 3", ["'lost' == 3"]), ("scheme.awards.exists(lost, lost.valu > 1)", ["valu"]),
    ("lost > 3 && award.valu > 1", ["valu"]), ("(lost > 3) + 1 > 2", ["(lost > 3) + 1"]),
    ("lost.filtr(x, x.y > 1)", ["filtr"]), ("lost == award.valu", ["valu"]),
    ("lost + award.value > incident.date", ["lost + award.value > incident.date"]),
  ]

  @Test(arguments: broken)
  func `only what rests on a broken name is silent`(text: String, pieces: [String]) {
    var names = BrokenNames()
    names.parameters = ["lost"]
    names.tables = ["lost"]
    var scope = Sample.scope
    scope.bind("lost", .broken)
    let checker = Checker(program: Sample.program, functions: .standard, broken: names)
    let (expression, problems) = Sample.checkBlock(text, checker: checker, scope: scope)
    #expect(expression == nil)
    #expect(problems.map(\.pointedAt) == pieces)
  }

  @Test func `facts whose declaration has an error, and what could not be read, are silent`() {
    var program = Sample.program
    program.environment.brokenFacts = ["award.value", "scheme.claims"]
    program.environment.lostWords = ["penalty"]
    let checker = Checker(program: program, functions: .standard)
    for text in ["award.value.x > 3", "scheme.claims.opens == 3", "award.penalty > 3", "penalty.sum == 'x'"] {
      let (expression, problems) = Sample.checkBlock(text, checker: checker)
      #expect(expression == nil && problems.isEmpty, "\(text)")
    }
    #expect(
      Sample.checkBlock("award.value > award.cuont", checker: checker).problems.map(\.pointedAt) == ["cuont"])
  }

  @Test func `the type of an expression with an error is known where its parts say it`() {
    func type(_ text: String) -> ValueType? {
      var log = DiagnosticLog()
      let found = Sample.checker.judge(ExpressionSource(text: text), scope: Sample.scope, diagnostics: &log)
      #expect(found.checked == nil && log.hasErrors)
      return found.type
    }
    #expect(type("scheme.awards.filter(a, a.valu > 1)") == .list(.record(Sample.award)))
    #expect(type("award.valu > 1") == .bool)
    #expect(type("award.value + award.valu") == .number(unit: "KRW"))
    #expect(type("award.valu") == nil)
    #expect(type("[award.valu]") == nil)
  }

  @Test func `what is said of the elements is judged in a misspelt macro too`() {
    let problems = Sample.check("scheme.awards.filtr(a, a.valu > 1 && award.count > 1).size() > 0").problems
    #expect(problems.map(\.code) == ["expression.unknown-fact", "expression.unknown-function"])
    #expect(Sample.check("scheme.award.filtr(a, a.value > 1).size() > 0").problems.count == 2)
  }

  @Test func `a problem is not reported twice`() {
    #expect(Sample.check("award.valu > award.value + 1 * 2").problems.count == 1)
    #expect(Sample.check("min(award.valu, 3) > 1").problems.count == 1)
  }

  @Test func `an unlisted member of an open choice is worth a warning only if it is nearly a member`() {
    #expect(Sample.check("award.service.class == 'lottery'").problems.isEmpty)
    let (expression, problems) = Sample.check("award.service.class == 'mesaging'")
    #expect(expression != nil)
    #expect(problems.map(\.severity) == [.warning])
  }

  @Test func `an empty list alone has no type`() {
    #expect(Sample.check("[]").problems.map(\.code) == ["expression.unknown-type"])
  }

  @Test func `a number may be long, but not without end`() {
    #expect(Sample.check(String(repeating: "9", count: 1_000)).problems.isEmpty)
    #expect(
      Sample.check(String(repeating: "9", count: 60_000)).problems.map(\.code) == ["expression.bad-number"])
  }
}
