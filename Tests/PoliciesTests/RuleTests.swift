import Diagnostics
import Expressions
import Policies
import Testing

@Suite struct RuleTests {
  @Test func `a rule with everything keeps all of it`() throws {
    let loaded = rule(
      """
      text:
        - {from: 2019-01-01, ko: 갑, en: A}
        - {from: 2022-01-01, ko: 을, en: B}
      rationale: 취지
      sanction: {ko: 시정명령, en: corrective order}
      replaces: R-0
      in_force: {from: 2020-01-01}
      as_of: incident.date
      for_each: {as: award, in: scheme.awards, if_none: fail}
      let:
        doubled: {title: {ko: 두 배, en: doubled}, unit: KRW, is: award.value * 2}
        total: sum(scheme.awards.map(a, a.value))
      applies_when: doubled > 0
      require: doubled >= 100
      manual_when: award.urgent
      question: "{doubled:이/가} 충분한가?"
      message: {ko: "{actual}원", en: "KRW {actual}"}
      message_if_none: 없음
      remedy: "{expected} 이상"
      remedy_if_none: 만드십시오
      cost: {is: expected - actual, title: 차액}
      waivable: {by: [kr.msit], basis: act 제3조}
      """)
    #expect(loaded.codes == [])
    let policy = try #require(loaded.model)
    let rule = try #require(policy.rules.first)
    #expect(rule.text?.versions.map(\.value.en) == ["A", "B"])
    #expect(rule.replaces == "R-0")
    #expect(rule.ifNone == .fail)
    #expect(rule.subjects.map(\.name) == ["award"])
    #expect(rule.subjects.map(\.element) == [.record(1)])
    #expect(rule.appliesPerSubject)
    #expect(rule.steps.map { policy.program.cells[$0.index].name } == ["doubled", "total"])
    #expect(rule.steps.map { policy.program.cells[$0.index].dependsOnSubject } == [true, false])
    #expect(policy.program.cells[rule.steps[0].index].expression.type == .number(unit: "KRW"))
    #expect(rule.requirements.count == 1)
    #expect(
      rule.manualWhen != nil && rule.question != nil && rule.messageIfNone != nil && rule.remedyIfNone != nil)
    #expect(rule.cost?.title.ko == "차액")
    #expect(rule.waivable?.basis.en == "Test Act 제3조")
    #expect(rule.asOf != nil)
  }

  @Test func `every missing key of a rule is reported at once`() {
    let loaded = policy("rules:\n  - text: x")
    #expect(
      loaded.log.entries.map(\.message.en) == [
        "missing `id` in a rule", "missing `title` in a rule", "missing `cite` in a rule",
        "missing `severity` in a rule", "a rule requires nothing",
      ])
  }

  @Test func `problems of several rules are reported in one pass`() {
    let loaded = policy(
      """
      rules:
        - {id: A, title: a, cite: c, severity: majr, require: scheme.awrds.size() > 0}
        - {id: A, title: a, cite: c, severity: minor, requires: true}
      """)
    #expect(loaded.marked("policy.unknown-word") == ["majr"])
    #expect(
      loaded.codes.contains("expression.unknown-name") || loaded.codes.contains("expression.unknown-fact"))
    #expect(loaded.marked("policy.duplicate-rule") == ["A"])
    #expect(loaded.marked("policy.unknown-key") == ["requires"])
    #expect(loaded.help("policy.unknown-key") == "did you mean `require`?")
  }

  @Test func `an expression's problem points into its line`() {
    let loaded = rule(
      "let:\n  x:\n    is: >-\n      scheme.awards\n      .filter(a, a.valu > 1)\nrequire: x.size() > 0")
    #expect(loaded.marked("expression.unknown-fact") == ["valu"])
  }

  @Test func `nested lists see the outer element`() throws {
    let loaded = rule(
      "for_each:\n  - {as: clause, in: scheme.clauses}\n  - {as: word, in: clause.excludes}\nrequire: word != clause.id"
    )
    #expect(loaded.codes == [])
    let rule = try #require(loaded.model?.rules.first)
    #expect(rule.subjects.map(\.element) == [.record(2), .string])
    #expect(rule.requirements[0].condition?.usedLocals == [0, 1])
  }

  @Test func `what used to be where and prev is explained`() {
    let loaded = rule("for_each: {as: a, in: scheme.awards, where: a.urgent, prev: b}\nrequire: a.urgent")
    #expect(loaded.marked("policy.unknown-key") == ["where", "prev"])
    #expect(loaded.help("policy.unknown-key") == "write `in: list.filter(x, condition)` or `applies_when:`")
  }

  @Test func `for_each needs a list and if_none an outcome that makes sense`() {
    #expect(
      rule("for_each: {as: a, in: scheme.id}\nrequire: a == 'x'").marked("policy.not-a-list") == ["scheme.id"]
    )
    #expect(
      rule("for_each: {as: a, in: scheme.awards, if_none: waived}\nrequire: true").marked(
        "policy.unknown-word") == ["waived"])
  }

  @Test(arguments: [
    (", if_none: pass", ", if_none: fail", Outcome.pass), ("", ", if_none: fail", .notApplicable),
    (", if_none: fail", "", .fail),
  ])
  func `each list of nested ones has its own if_none, and the outermost stands for the rule`(
    outer: String, inner: String, whole: Outcome
  ) throws {
    let loaded = rule(
      "for_each: [{as: a, in: scheme.clauses\(outer)}, {as: b, in: a.excludes\(inner)}]\nrequire: b != a.id")
    #expect(loaded.codes == [])
    let rule = try #require(loaded.model?.rules.first)
    #expect(rule.ifNone == whole)
    #expect(rule.subjects.map(\.ifNone) == [outer.isEmpty ? nil : whole, inner.isEmpty ? nil : .fail])
  }

  @Test(arguments: ["pass", "fail", "unknown", "not_applicable", "manual", "info"])
  func `no subject may mean any of these`(word: String) throws {
    let loaded = rule("for_each: {as: a, in: scheme.awards, if_none: \(word)}\nrequire: a.urgent")
    #expect(loaded.codes == [])
    #expect(loaded.model?.rules.first?.ifNone == Outcome(rawValue: word))
  }

  @Test(arguments: [
    ("if", "policy.reserved-name"), ("p", "policy.reserved-name"), ("actual", "policy.reserved-name"),
    ("scheme", "policy.shadowed-fact"), ("incident", "policy.shadowed-fact"),
    ("award", "policy.duplicate-name"),
    ("a-b", "policy.name"), ("2x", "policy.name"),
  ])
  func `a step may not take a name that has a meaning`(name: String, code: String) {
    let loaded = rule("for_each: {as: award, in: scheme.awards}\nlet:\n  \(name): 1\nrequire: award.urgent")
    #expect(loaded.marked(code) == [name])
  }

  @Test func `steps may have Korean names`() {
    #expect(rule("let: {기한: submission.date}\nrequire: 기한 > incident.date").codes == [])
  }

  @Test func `a step does not see the steps after it`() {
    let loaded = rule("let: {a: b + 1, b: 2}\nrequire: a > b")
    #expect(loaded.marked("expression.unknown-name") == ["b"])
  }

  @Test func `one problem in a step is reported once, not where the step is used`() {
    let loaded = rule("let: {a: scheme.nope, b: a + 1}\nrequire: b > 1\nmessage: \"{b} {actual}\"")
    #expect(loaded.codes.count == 1)
  }

  @Test func `applies_when that names no subject is asked once`() {
    let loaded = rule(
      "for_each: {as: a, in: scheme.awards}\nlet: {x: submission.date}\napplies_when: incident.planned\nrequire: a.urgent"
    )
    #expect(loaded.model?.rules.first?.appliesPerSubject == false)
    let step = rule(
      "for_each: {as: a, in: scheme.awards}\nlet: {x: submission.date}\napplies_when: x > incident.date\nrequire: a.urgent"
    )
    #expect(step.model?.rules.first?.appliesPerSubject == true)
  }

  @Test func `a condition must be true or false`() {
    #expect(rule("require: scheme.awards.size()").marked("expression.type") == ["scheme.awards.size()"])
    #expect(
      rule("applies_when: submission.date\nrequire: true").marked("expression.type") == ["submission.date"])
  }

  @Test func `an expression that YAML took apart is reported`() {
    #expect(rule("require: [a, b]").codes == ["policy.expression"])
    #expect(rule("require: {a: b}").codes == ["policy.expression"])
  }

  @Test func `a rule that a person decides has a question and decides nothing`() {
    #expect(rule("check: manual\nquestion: 충실한가?").codes == [])
    #expect(rule("check: manual").codes == ["policy.no-question"])
    #expect(
      rule("check: manual\nquestion: 충실한가?\nrequire: true").marked("policy.check-decides") == ["require"])
    #expect(
      rule("check: info\nmanual_when: true\nquestion: x").marked("policy.check-decides") == ["manual_when"])
    #expect(rule("check: manul\nquestion: x").help("policy.unknown-word") == "did you mean `manual`?")
  }

  @Test func `a rule that does not decide still shows a side`() throws {
    let loaded = rule("check: info\nactual: scheme.awards.size()")
    let requirement = try #require(loaded.model?.rules.first?.requirements.first)
    #expect(requirement.condition == nil && requirement.actual != nil && requirement.expected == nil)
  }

  @Test func `require and parts exclude each other`() {
    let loaded = rule("require: true\nparts: [{id: a, require: true}]")
    #expect(loaded.marked("policy.two-requirements") == ["parts"])
  }

  @Test func `a rule does not replace itself`() {
    #expect(rule("replaces: R-1\nrequire: true").marked("policy.replaces-itself") == ["R-1"])
  }

  @Test func `a rule's history belongs to what changed`() {
    let loaded = rule("history: [{from: 2019-01-01, cite: x}]\nrequire: true")
    #expect(loaded.marked("policy.unknown-key") == ["history"])
    #expect(
      loaded.help("policy.unknown-key") == "give the history to what changed: `cite: [{from: …, cite: …}]`")
  }

  @Test func `a citation may have a history`() throws {
    let loaded = policy(
      PolicyText.rule("require: true").replacingOccurrences(
        "cite: act 제1조",
        "cite: [{from: 2019-06-25, cite: act 제37조의11}, {from: 2022-12-11, cite: act 제37조의12, verified: false}]"
      ))
    #expect(loaded.codes == [])
    let cite = try #require(loaded.model?.rules.first?.cite)
    #expect(cite.versions.map(\.value.ko) == ["시험법 제37조의11", "시험법 제37조의12"])
    #expect(cite.versions.map(\.provenance.isVerified) == [true, false])
  }

  @Test func `a deadline is a date or a timestamp`() {
    #expect(rule("require: true\ndeadline: 1 + 2").marked("policy.deadline-type") == ["1 + 2"])
    #expect(rule("require: true\ndeadline: submission.date").codes == [])
    #expect(rule("require: true\ndeadline: {text: 지체 없이, from: submission.date}").codes == [])
    #expect(rule("require: true\ndeadline: {text: 지체 없이}").codes == [])
  }

  @Test func `a deadline is counted or put in words, not both`() {
    let both = rule("require: true\ndeadline: {text: 지체 없이, is: submission.date}")
    #expect(both.marked("policy.two-deadlines") == ["is"])
    let lost = rule("require: true\ndeadline: {is: submission.date, from: submission.date}")
    #expect(lost.marked("policy.deadline-from") == ["from"])
    #expect(rule("require: true\ndeadline: {title: 기한}").codes.contains("policy.missing-key"))
  }

  @Test func `a cost is a number`() {
    #expect(rule("require: true\ncost: submission.date").marked("policy.cost-type") == ["submission.date"])
  }

  @Test func `definitions reach every rule, and each other in their order`() throws {
    let loaded = policy(
      "definitions:\n  urgent: scheme.awards.filter(a, a.urgent)\n  count: {title: 수, is: urgent.size()}\n"
        + PolicyText.rule("for_each: {as: a, in: urgent}\nrequire: count < 3"))
    #expect(loaded.codes == [])
    #expect(loaded.model?.definitions.count == 2)
  }

  @Test func `measures are named quantities per subject`() throws {
    let loaded = policy(
      """
      measures:
        - {id: M-1, title: {ko: 총액, en: total}, unit: KRW, is: "sum(scheme.awards.map(a, a.value))"}
        - id: M-2
          title: 배
          for_each: {as: a, in: scheme.awards}
          let: {double: a.value * 2}
          is: double
        - {id: M-1, title: x, is: "1"}
      """ + "\n" + PolicyText.plainRule)
    #expect(loaded.codes == ["policy.duplicate-rule"])
  }
}
