import Diagnostics
import Expressions
import Policies
import Testing
import YAMLTree

/// Every problem of a policy in one pass, and each mistake once.
@Suite struct `Every problem in one pass` {
  /// Entries of a rule, and all pieces that are to be pointed at.
  static let rules: [(entries: String, pieces: [String])] = [
    // A bad predicate leaves the elements what they are.
    (
      "for_each: {as: a, in: \"scheme.awards.filter(x, x.valu > 1)\"}\nrequire: a.hour > 1", ["valu", "hour"]
    ),
    // What rests on a list or step of unknown type is silent, and nothing else.
    ("for_each: {as: a, in: scheme.awads}\nrequire: a.hour > 1 && incident.plannd", ["awads", "plannd"]),
    (
      "let: {bad: incident.dat, worse: bad + bad.x}\nrequire: worse > 3 && incident.plannd",
      ["dat", "plannd"]
    ),
    (
      "let: {bad: incident.dat}\nrequire: \"'bad' == incident.proof && scheme.clauses.exists(bad, bad.idd == 'x')\"",
      ["dat", "idd"]
    ),
    // The type of a step with an error is known where its parts say it.
    (
      "let: {some: \"scheme.awards.filter(x, x.valu > 1)\"}\nrequire: some.size() > incident.date",
      ["valu", "some.size() > incident.date"]
    ),
    (
      "let: {bad: incident.dat}\nrequire: bad == incident.date\nmessage: \"{bad} {actual} {incident.plannd}\"",
      ["dat", "plannd"]
    ),
    (
      "let: {bad: {unit: KRW, is: incident.dat}}\nrequire: bad > 1\nexceptions:\n  - {id: x, when: incident.plannd, replace: {bad: 3}}",
      ["dat", "plannd"]
    ),
    ("require: incident.plannd\nmessage: \"{actual} {incident.prof}\"", ["plannd", "prof"]),
    // A key that is near a known one is read as that key.
    ("requir: incident.plannd", ["requir", "plannd"]),
    ("require: incident.planned\nin_force: {form: 2022-01-01, to: x}", ["form", "x"]),
    ("for_each: {sa: a, in: scheme.awards}\nrequire: a.hour > 1", ["sa", "hour"]),
    ("parts: [{di: one, requir: incident.plannd}]", ["di", "requir", "plannd"]),
    ("require: incident.planned\nexceptions: [{di: one, when: incident.plannd}]", ["di", "plannd"]),
    // Commas in `{…}` cut texts.
    ("require: incident.planned\nmessage: {ko: 가, 나, 다, en: hello}", ["나"]),
  ]

  @Test(arguments: rules)
  func `a rule's mistakes are all found and each is said once`(entries: String, pieces: [String]) {
    let loaded = rule(entries)
    let errors = loaded.log.sorted.filter { $0.severity == .error }
    #expect(loaded.model == nil)
    #expect(errors.count == pieces.count, "\(errors.map(\.message.en))")
    #expect(Set(Set(errors.map(\.code)).flatMap { loaded.marked($0) }).isSuperset(of: pieces))
    #expect(errors.allSatisfy { $0.message.ko != $0.message.en })
  }

  @Test func `a misspelt key of the policy is read as the one that was meant`() {
    let header = PolicyText.header.replacing("calendar: kr", with: "calender: kr")
    let loaded = policy(
      PolicyText.rule("require: \"working_days_after(incident.date, 3, 'dty') > incident.date\""),
      header: header)
    #expect(loaded.codes == ["policy.unknown-key", "policy.unknown-mode"])
    #expect(loaded.help("policy.unknown-key") == "did you mean `calendar`?")
  }

  @Test func `a text that commas cut is shown in quotes`() {
    let loaded = rule("require: incident.planned\nmessage: {ko: 가, 나, 다, en: hello}")
    #expect(loaded.marked("policy.split-text") == ["나"])
    #expect(
      loaded.help("policy.split-text") == "put a text with a comma in quotes inside `{…}`: `ko: \"가, 나, 다\"`")
  }

  @Test(arguments: [
    "let: {limit: {unit: KWR, is: 3}}\nrequire: limit < sum(scheme.awards.map(a, a.value))",
    "let:\n  limit: {unit: KWR, is: 3}\n  all: sum(scheme.awards.map(a, a.value))\nrequire: limit < all && limit + all > 3",
  ])
  func `a misspelt unit is one error`(entries: String) {
    let loaded = rule(entries)
    #expect(loaded.codes == ["policy.unknown-unit"])
    #expect(loaded.log.entries.first?.severity == .error)
    #expect(loaded.help("policy.unknown-unit") == "did you mean `KRW`?")
    #expect(loaded.model == nil)
  }

  @Test func `a unit that only looks misspelt is a warning, and units that differ are an error`() {
    #expect(
      rule("let: {limit: {unit: KRX, is: 3}}\nrequire: limit > 4").log.entries.map(\.severity) == [.warning])
    let loaded = rule("for_each: {as: a, in: scheme.awards}\nrequire: a.value > a.hours")
    #expect(loaded.codes == ["expression.unit"])
  }

  @Test func `what YAML cannot read silences what it may have said and nothing else`() {
    var log = DiagnosticLog()
    let text =
      PolicyText.header + "\ndefinitions:\n  late: \"incident.date\n  other: incident.dat\n"
      + PolicyText.rule("require: late > other && incident.plannd && lost > 3")
    let tree = YAMLTree.parseRest(SourceFile(path: "p.yaml", bytes: Array(text.utf8)), into: &log)
    let loader = PolicyLoader(vocabulary: Vocabularies.small, calendars: ["kr": korea])
    let found = tree.map { loader.loadRest($0, diagnostics: &log) }
    #expect(
      log.sorted.map(\.code) == [
        "yaml.unclosed-quote", "expression.unknown-fact", "expression.unknown-fact",
        "expression.unknown-name",
      ])
    #expect(found?.isWhole == false)
    #expect(found?.policy?.lostNames.contains("late") == true)
  }

  @Test func `a policy that rests on a broken vocabulary is not whole though it has no error of its own`() {
    var environment = Vocabularies.small
    environment.brokenFacts = ["incident.planned"]
    var log = DiagnosticLog()
    let text = PolicyText.header + "\n" + PolicyText.rule("require: incident.planned")
    let file = SourceFile(path: "p.yaml", bytes: Array(text.utf8))
    let tree = YAMLTree.parse(file, into: &log)
    let loader = PolicyLoader(vocabulary: environment, calendars: ["kr": korea])
    #expect(tree.map { loader.loadRest($0, diagnostics: &log).isWhole } == false)
    #expect(tree.flatMap { loader.load($0, diagnostics: &log) } == nil)
    #expect(log.isEmpty)
  }

  @Test func `names that a broken policy declares are not missed`() throws {
    var log = DiagnosticLog()
    let text =
      PolicyText.header + "\n" + PolicyText.rule("require: incident.plannd\nwaivable: {by: [kr.msit]}")
    let tree = try #require(
      YAMLTree.parse(SourceFile(path: "p.yaml", bytes: Array(text.utf8)), into: &log))
    let loader = PolicyLoader(vocabulary: Vocabularies.small, calendars: ["kr": korea])
    let policy = try #require(loader.loadRest(tree, diagnostics: &log).policy)
    let waivers = """
      format: guideline_waivers/1
      waivers:
        - {id: W, rule: R-1, granted_by: kr.msit, granted_on: 2022-01-01, expires: 2022-02-01, basis: a, reason: b}
        - {id: V, rule: R-2, granted_by: kr.msit, granted_on: 2022-01-01, expires: 2022-02-01, basis: a, reason: b}
      """
    var found = DiagnosticLog()
    let file = YAMLTree.parse(SourceFile(path: "w.yaml", bytes: Array(waivers.utf8)), into: &found).flatMap {
      WaiverFile.loadRest($0, diagnostics: &found).file
    }
    _ = file?.check(against: [policy], lostNames: policy.lostNames, diagnostics: &found)
    #expect(found.sorted.map(\.code) == ["waiver.unknown-rule"])
    #expect(found.sorted.first?.location?.line == 4)
  }

  // MARK: Spellings

  @Test(arguments: [
    ("{unit: percent, value: 10%}", "write `10`; its unit stands in `unit: percent`"),
    ("{unit: days, value: 45일}", "write `45`; its unit stands in `unit: days`"),
    ("{unit: KRW, value: '1,000 원'}", "write `1000`; its unit stands in `unit: KRW`"),
    ("{type: number, value: 45일}", "write `45`"),
    ("10%", "write `10`, or add `type: string` if it is a text"),
    ("{value: \"1,000\", type: number}", "write `1000`, or add `type: string` if it is a text"),
  ])
  func `a number with its unit is told how to be written`(value: String, help: String) {
    let loaded = policy("parameters:\n  x: \(value)\n" + PolicyText.plainRule)
    #expect(loaded.codes == ["policy.value"])
    #expect(loaded.help("policy.value") == help)
  }

  @Test func `a list of texts with units stays what it is`() {
    let loaded = policy("parameters: {x: [3일, 5일]}\n" + PolicyText.rule("require: \"'3일' in p.x\""))
    #expect(loaded.codes == [])
  }

  @Test func `an instant given to a column of dates is told how to become a date`() {
    let loaded = policy(
      """
      tables:
        t: {inputs: [day], outputs: [n], rows: [["< 2022-01-01", 1], [">= 2022-01-01", 2]]}
      """ + "\n" + PolicyText.rule("require: table.t(incident.started).n > 1"))
    #expect(loaded.marked("policy.table-argument") == ["incident.started"])
    #expect(loaded.help("policy.table-argument") == "the date of a timestamp is `date_of(incident.started)`")
    let declared = policy(
      """
      tables:
        t: {inputs: [{name: day, type: date}], outputs: [n], rows: [["< 2022-01-01", 1], [">= 2022-01-01", 2]]}
      """ + "\n" + PolicyText.rule("require: table.t(incident.started).n > 1"))
    #expect(declared.codes == ["expression.type"])
    #expect(declared.help("expression.type") == "the date of a timestamp is `date_of(incident.started)`")
  }

  @Test func `a cell that nearly names a member of an open choice is a warning`() {
    let loaded = rule(
      "for_each: {as: a, in: scheme.awards}\nrequire: table.t(a.kind).n > 1",
      parameters: "tables:\n  t: {inputs: [kind], outputs: [n], rows: [[cash, 1], [credti, 2], [voucher, 3]]}"
    )
    #expect(loaded.marked("policy.unknown-member") == ["credti"])
    #expect(loaded.help("policy.unknown-member") == "did you mean `credit`?")
    #expect(loaded.log.entries.map(\.severity) == [.warning])
    #expect(loaded.model != nil)
  }

  @Test func `a body that nearly is the policy's authority is a warning`() {
    let loaded = rule("require: incident.planned\nwaivable: {by: [kr.mist], basis: act 제3조}")
    #expect(loaded.marked("policy.unknown-body") == ["kr.mist"])
    #expect(loaded.help("policy.unknown-body") == "did you mean `kr.msit`?")
    #expect(loaded.log.entries.map(\.severity) == [.warning])
  }

  // MARK: Tables

  private static func table(_ rows: String) -> Loaded<Policy> {
    rule(
      "for_each: {as: a, in: scheme.awards}\nrequire: table.t(a.hours).n > 1",
      parameters: "tables:\n  t: {inputs: [hours], outputs: [n], rows: [\(rows)]}")
  }

  @Test func `a gap that no overlap explains is reported beside it`() {
    let both = Self.table(
      "[\"[0..10)\", 1], [\"[5..20)\", 2], [\"[20..30)\", 3], [\"[40..50)\", 4], [\">= 50\", 5]")
    #expect(Set(both.codes) == ["policy.table-overlap", "policy.table-gap"])
    #expect(
      both.log.sorted.first { $0.code == "policy.table-gap" }?.message.en.contains("hours = 30") == true)
    let one = Self.table("[\"[0..10)\", 1], [\"[5..15)\", 2], [\"[20..30)\", 3], [\">= 30\", 4]")
    #expect(one.codes == ["policy.table-overlap"])
  }

  // MARK: Sources

  @Test func `a source that nothing cites is a note of a review`() {
    let header = PolicyText.header.replacing("  draft:", with: "  books: {cite: 책}\n  # draft:")
    let loaded = policy(PolicyText.plainRule, header: header, isReviewing: true)
    #expect(loaded.codes == ["policy.unused-source"])
    #expect(loaded.marked("policy.unused-source") == ["books"])
    #expect(loaded.log.entries.map(\.severity) == [.note])
    #expect(policy(PolicyText.plainRule, header: header).codes == [])
    let misspelt = policy(
      PolicyText.plainRule.replacing("cite: act", with: "cite: boks"), header: header, isReviewing: true)
    #expect(!misspelt.marked("policy.unused-source").contains("books"))
  }
}

/// One mistake, one message: what is left of it is not reported again.
@Suite struct `What follows from a mistake` {
  private static func codes(_ text: String) -> [String] {
    var log = DiagnosticLog()
    let file = SourceFile(path: "test.yaml", bytes: Array((PolicyText.header + "\n" + text).utf8))
    if let tree = YAMLTree.parseRest(file, into: &log) {
      let loader = PolicyLoader(vocabulary: Vocabularies.small, calendars: ["kr": korea])
      _ = loader.loadRest(tree, diagnostics: &log)
    }
    return log.sorted.map(\.code)
  }

  @Test(arguments: [
    "let: {x: min(1, 2)}\nrequire: incident.planned",
    "let: {x: 1, y: 2}\nrequire: x > y\n"
      + "exceptions: [{id: X, title: x, when: incident.planned, replace: {x: min(y, 3)}}]",
    "for_each: {as: award, in: scheme.awards}\n"
      + "let:\n  x: {is: scheme.awards.filter(a, find(scheme.awards, 'id', a.id).value > 0), title: x}\n"
      + "require: award.urgent && x.size() > 0",
  ])
  func `an expression that commas have cut is one mistake`(entries: String) {
    #expect(Self.codes(PolicyText.rule(entries)) == ["yaml.split-expression"])
  }

  @Test func `a definition that commas have cut is one mistake`() {
    let text = "definitions: {x: if(incident.planned, 1, 2)}\n" + PolicyText.rule("require: x > 1")
    #expect(Self.codes(text) == ["yaml.split-expression"])
  }

  @Test func `days in the wrong order are one mistake`() {
    let loaded = policy(
      PolicyText.rule("require: incident.planned\nin_force: {from: 2022-01-01, to: 2021-01-01}"),
      isReviewing: true)
    #expect(loaded.codes.filter { !$0.hasPrefix("policy.unused") } == ["policy.period"])
  }

  @Test(arguments: [
    ("require: incident.planned\nquestion: is it?", ["question"]),
    ("require: incident.planned\nmanual_when: true\nquestion: is it?", []),
    ("check: manual\nquestion: is it?", []),
    (
      "require: incident.planned\nquestion: is it?\n"
        + "exceptions: [{id: X, title: x, when: stated(incident.proof), review: manual}]", []
    ),
    (
      "require: incident.planned\nquestion: is it?\n"
        + "exceptions: [{id: X, title: x, when: stated(incident.proof)}]", ["question"]
    ),
  ])
  func `a question that no case asks is a warning of the review`(entries: String, marked: [String]) {
    #expect(policy(PolicyText.rule(entries), isReviewing: true).marked("policy.unused-question") == marked)
    #expect(policy(PolicyText.rule(entries)).marked("policy.unused-question") == [])
  }
}
