import Diagnostics
import Policies
import Testing

/// What a review reports of a policy beside its expressions.
@Suite struct `Review of policies` {
  private func reviewed(_ entries: String, before: String = "", header: String = PolicyText.header) -> Loaded<
    Policy
  > {
    policy(before + "\n" + PolicyText.rule(entries), header: header, isReviewing: true)
  }

  @Test func `nothing is said of a policy in order, and nothing is looked for without a review`() {
    #expect(reviewed("require: scheme.awards.size() > 0").log.isEmpty)
    #expect(rule("let: {extra: 3}\nrequire: incident.planned == incident.planned").log.isEmpty)
  }

  @Test(arguments: [
    ("let: {extra: 3 * 4}\nrequire: incident.planned", "", "policy.unused-step", "extra"),
    (
      "parts: [{id: a, let: {extra: 3}, require: incident.planned}]", "", "policy.unused-step",
      "extra"
    ),
    ("require: incident.planned", "parameters:\n  days: {value: 3}", "policy.unused-parameter", "days"),
    ("require: incident.planned", "definitions: {monthly: 30 * 24}", "policy.unused-definition", "monthly"),
    (
      "require: incident.planned", "tables:\n  rate: {inputs: [a], outputs: [n], rows: [[-, 1]]}",
      "policy.unused-table", "rate"
    ),
    (
      "for_each: {as: award, in: scheme.awards}\nrequire: incident.planned", "", "policy.unused-subject",
      "award"
    ),
    ("let: {days: p.days}\nrequire: days > 3", "parameters: {days: 3}", "policy.same-name", "days"),
    ("replaces: R-11\nrequire: incident.planned", "", "policy.unknown-rule", "R-11"),
    ("require: true", "", "expression.always-true", "true"),
    (
      "require: incident.planned\nexceptions: [{id: X, when: true}]", "", "expression.always-true", "true"
    ),
    (
      "applies_when: incident.planned\nrequire: \"!incident.planned\"", "", "expression.always-false",
      "!incident.planned"
    ),
    (
      "for_each: {as: a, in: \"scheme.awards.filter(x, x.group == 'free')\"}\nrequire: a.group == 'paid'", "",
      "expression.always-false", "a.group == 'paid'"
    ),
  ])
  func `one thing to look at is reported once`(entries: String, before: String, code: String, piece: String) {
    let loaded = reviewed(entries, before: before)
    #expect(loaded.codes == [code])
    #expect(loaded.marked(code) == [piece])
    #expect(loaded.help(code) != nil)
  }

  @Test(arguments: [
    ("let: {x: {unit: dyas, is: 4}}\nrequire: x > 3", "", "dyas", "`days`"),
    ("require: p.x > 3", "parameters: {x: {unit: dyas, value: 4}}", "dyas", "`days`"),
    ("require: p.x > 3", "parameters: {x: {unit: percnt, value: 4}}", "percnt", "`percent`"),
    ("require: later > 3", "definitions: {later: {unit: KWR, is: 4}}", "KWR", "`KRW`"),
  ])
  func `a unit that is nearly a known one is pointed at where it is declared`(
    entries: String, before: String, piece: String, help: String
  ) {
    let loaded = reviewed(entries, before: before)
    #expect(loaded.marked("policy.unknown-unit") == [piece])
    #expect(loaded.help("policy.unknown-unit")?.contains(help) == true)
    #expect(!loaded.log.hasErrors)
  }

  @Test(arguments: ["days", "h", "percent", "KRW", "visits"])
  func `a unit that is known, or like none that is, is taken as it is`(unit: String) {
    let loaded = reviewed("require: p.x > 3", before: "parameters: {x: {unit: \(unit), value: 4}}")
    #expect(loaded.marked("policy.unknown-unit") == [])
  }

  @Test(arguments: [
    "let: {a: 3, b: a + 1}\nrequire: b > award_count\n", "let: {a: 3}\ncheck: manual\nquestion: \"?\"",
    "let: {a: 3}\nrequire: incident.planned\nmessage: \"{a}\"",
    "let: {a: 3}\nrequire: incident.planned\ncost: {is: a}",
    "let: {a: 3}\nrequire: incident.planned\nexceptions: [{id: X, when: a > award_count}]",
    "let: {a: 3, b: 4}\nrequire: b > award_count\nexceptions: [{id: X, when: incident.planned, replace: {b: a}}]",
    "for_each: [{as: a, in: scheme.awards}, {as: b, in: \"scheme.awards.filter(x, x.id == a.id)\"}]\nrequire: b.urgent",
    "for_each: {as: a, in: scheme.awards}\nrequire: incident.planned\nmessage: \"{a.id}\"",
    "for_each: {as: a, in: scheme.awards}\nrequire: incident.planned\nexceptions: [{id: X, when: incident.planned == false, proof: a.proof}]",
    "require: incident.planned\nmanual_when: true\nquestion: \"?\"",
    "require: incident.planned\nexceptions: [{id: X, when: true, proof: incident.proof}]",
  ])
  func `what is used in any place is used`(entries: String) {
    let loaded = reviewed(
      entries.replacing("award_count", with: "scheme.awards.size()"), before: "definitions: {}")
    #expect(loaded.codes.filter { !$0.hasPrefix("expression.always") } == [])
  }

  @Test func `an exception that replaces a step leaves open what the step is`() {
    let loaded = reviewed(
      """
      let: {limit: 3, kind: incident.planned}
      require: limit > 5 || kind
      exceptions: [{id: X, when: incident.planned, replace: {limit: scheme.awards.size()}}]
      """)
    #expect(loaded.codes == [])
  }

  // MARK: Days

  private static let history = """
    parameters:
      days: {unit: days, history: [{from: 2022-01-01, value: 3}, {from: 2023-01-01, to: 2023-12-31, value: 4}]}

    """

  @Test(arguments: [
    ("{from: 2021-01-01, to: 2023-06-30}", ["policy.history-begins-late"], "2022-01-01"),
    ("{to: 2023-06-30}", ["policy.history-begins-late"], "2022-01-01"),
    ("{from: 2022-01-01}", ["policy.history-ends"], "2023-12-31"),
    ("{from: 2023-06-01, to: 2024-01-01}", ["policy.history-ends"], "2023-12-31"),
    ("{from: 2022-01-01, to: 2023-12-31}", [], ""),
  ])
  func `a history is held against the days of the rules that use it`(
    days: String, codes: [String], piece: String
  ) {
    let loaded = reviewed(
      "in_force: \(days)\nrequire: scheme.awards.size() > limit\nlet: {limit: p.days}", before: Self.history)
    #expect(loaded.codes == codes)
    if let code = codes.first {
      #expect(loaded.marked(code).map { $0.replacing("\"", with: "") } == [piece])
      let message = loaded.log.entries.first?.message
      #expect(message?.en.contains("rule `R-1`") == true && message?.en.contains(piece) == true)
      #expect(message?.ko.contains("규칙 `R-1`") == true && message?.ko.contains(piece) == true)
    }
  }

  @Test func `days without a version between others are found`() {
    let loaded = reviewed(
      "in_force: {from: 2022-01-01}\nrequire: scheme.awards.size() > p.days",
      before: """
        parameters:
          days: {history: [{from: 2022-01-01, to: 2022-06-30, value: 3}, {from: 2023-01-01, value: 4}]}
        """)
    #expect(loaded.codes == ["policy.history-gap"])
    #expect(loaded.log.entries.first?.message.en.contains("from 2022-07-01 to 2022-12-31") == true)
  }

  @Test func `a table's and a citation's days count as well, a value's own date does not`() {
    let table = reviewed(
      "in_force: {from: 2021-01-01}\nrequire: table.rate(scheme.awards.size()).n > 1",
      before: """
        tables:
          rate: {inputs: [a], outputs: [n], history: [{from: 2022-01-01, rows: [[-, 1]]}]}
        """)
    #expect(table.codes == ["policy.history-begins-late"])
    let cited = policy(
      """
      rules:
        - id: R-1
          title: a
          cite: [{from: 2022-01-01, cite: act 1}]
          severity: major
          in_force: {from: 2021-01-01}
          require: incident.planned
      """, isReviewing: true)
    #expect(cited.codes == ["policy.history-begins-late"])
    let own = reviewed(
      "in_force: {from: 2021-01-01}\nrequire: scheme.awards.size() > p.days",
      before: "parameters:\n  days: {as_of: incident.date, history: [{from: 2022-01-01, value: 3}]}")
    #expect(own.codes == [])
  }

  @Test func `a rule or exception that is never in force is found`() {
    let rule = reviewed(
      "in_force: {to: 2020-12-31}\nrequire: incident.planned",
      header: PolicyText.header + "\nin_force: {from: 2021-01-01}")
    #expect(rule.codes == ["policy.never-in-force"])
    let exception = reviewed(
      """
      in_force: {from: 2022-01-01}
      require: incident.planned
      exceptions: [{id: X, when: scheme.awards.size() > 3, in_force: {to: 2021-12-31}}]
      """)
    #expect(exception.codes == ["policy.never-in-force"])
    #expect(exception.marked("policy.never-in-force") == ["{to: 2021-12-31}"])
  }

  // MARK: Errors beside doubts

  @Test func `doubts are reported beside errors, but not what an error explains`() {
    let loaded = policy(
      """
      parameters: {days: 3, spare: 4}
      rules:
        - {id: A, title: a, cite: act 1, severity: note, let: {deadline: p.dayz}, require: deadline > 3}
        - {id: B, title: b, cite: act 1, severity: note, let: {extra: 3}, require: incident.planned}
        - {id: C, title: c, cite: act 1, severity: note, let: {limit: 3}, require: scheme.awards.size() > limt}
      """, isReviewing: true)
    #expect(
      loaded.codes == [
        "policy.unused-parameter", "expression.unknown-parameter", "policy.unused-step",
        "expression.unknown-name",
      ])
    #expect(loaded.marked("policy.unused-parameter") == ["spare"])
    #expect(loaded.marked("policy.unused-step") == ["extra"])
  }

  // MARK: Tables

  @Test(arguments: [
    ("table.rate(award.value, award.group).n > 1", ["award.value", "award.group"]),
    ("table.rate(award.group, award.first_payment).n > 1", ["award.first_payment"]),
    ("table.rate(award.group, award.id).n > 1", ["award.id"]),
    ("table.rate(award.urgent, award.value).n > 1", ["award.urgent"]),
    ("table.rate(award.group, award.value).n > 1", []), ("table.rate(award.id, award.value).n > 1", []),
  ])
  func `a wrong argument is reported at the call, not at the cells`(call: String, pieces: [String]) {
    let loaded = rule(
      "for_each: {as: award, in: scheme.awards}\nrequire: \(call)",
      parameters: """
        tables:
          rate:
            inputs: [group, value]
            outputs: [n]
            rows: [[free, "< 2", 1], [free, "[2..4]", 2], [free, "> 4", 2], [paid | merchant, -, 3]]
        """)
    #expect(
      loaded.log.entries.filter { $0.severity == .error }.map(\.code)
        == pieces.map { _ in "policy.table-argument" })
    #expect(loaded.marked("policy.table-argument") == pieces)
  }

  // MARK: Tests

  @Test(arguments: [
    ("policy: kr.tset", #"{"R-1": pass}"#, "test.unknown-policy", "kr.tset", "kr.test"),
    ("policy: kr.test", #"{"R-11[a]": pass}"#, "test.unknown-rule", "R-11[a]", "`R-1`"),
    ("policy: kr.test", #"{"R-1.tow": pass}"#, "test.unknown-part", "R-1.tow", "`R-1.two`"),
    ("policy: kr.test", #"{"R-1": {exception: XX}}"#, "test.unknown-exception", "XX", "X"),
    ("policy: kr.test", #"{"R-1.two": pass}"#, "", "", ""),
    ("policy: kr.test", #"{"M-1": info}"#, "", "", ""),
  ])
  func `a test's names are checked`(
    first: String, expectation: String, code: String, piece: String, help: String
  ) throws {
    let policy = try #require(
      policy(
        """
        rules:
          - id: R-1
            title: a
            cite: act 1
            severity: note
            parts: [{id: one, require: incident.planned}, {id: two, require: incident.planned}]
            exceptions: [{id: X, when: scheme.awards.size() > 1}]
        measures: [{id: M-1, is: scheme.awards.size()}]
        """
      ).model)
    let loaded = read(
      "format: guideline_test/1\n\(first)\nbase: a.yaml\ncases: [{name: a, expect: \(expectation)}]\n"
    ) { tree, log in
      let test = PolicyTest.load(tree, diagnostics: &log)
      test?.check(against: [policy], diagnostics: &log)
      return test
    }
    #expect(loaded.codes == (code.isEmpty ? [] : [code]))
    if !code.isEmpty {
      #expect(loaded.marked(code).map { $0.replacing("\"", with: "") } == [piece])
      #expect(loaded.help(code)?.contains(help) == true)
    }
  }
}
