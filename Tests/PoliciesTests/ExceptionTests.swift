import Diagnostics
import Expressions
import Policies
import Testing

@Suite struct ExceptionTests {
  private func exception(_ entries: String) -> Loaded<Policy> {
    rule(
      """
      for_each: {as: award, in: scheme.awards}
      let:
        base: award.value
        limit: {unit: KRW, is: base * 2}
        after: limit + 1
      require: award.value <= limit
      exceptions:
        - {id: X1, \(entries)}
      """)
  }

  @Test func `without replace an exception excuses`() throws {
    let loaded = exception(
      "title: {ko: 예고, en: announced}, when: incident.planned, proof: incident.proof, cite: act 단서, in_force: {to: 2025-03-27}"
    )
    #expect(loaded.codes == [])
    let exception = try #require(loaded.model?.rules.first?.exceptions.first)
    guard case .notRequired = exception.relief else { throw Unexpected() }
    #expect(exception.cite?.ko == "시험법 단서")
    #expect(exception.inForce.to?.iso == "2025-03-27")
    #expect(!exception.needsReview)
    guard case .stated(of: nil, let field)? = exception.proof?.term else { throw Unexpected() }
    #expect(Vocabularies.small.field(field).name == "incident.proof")
  }

  @Test func `an exception's citation may have a history`() throws {
    let loaded = exception(
      "when: award.urgent, cite: [{from: 2019-06-25, cite: act 제37조의11}, {from: 2022-12-11, cite: act 제37조의12}]"
    )
    #expect(loaded.codes == [])
    let exception = try #require(loaded.model?.rules.first?.exceptions.first)
    #expect(exception.cites?.versions.map { $0.from?.iso } == ["2019-06-25", "2022-12-11"])
    #expect(exception.cite?.ko == "시험법 제37조의12")
  }

  @Test func `an element's fact can be the proof`() throws {
    let loaded = exception("when: award.urgent, proof: award.proof, review: manual, effect: not_required")
    #expect(loaded.codes == [])
    let exception = try #require(loaded.model?.rules.first?.exceptions.first)
    #expect(exception.needsReview)
    guard case .stated(of: .some, _)? = exception.proof?.term else { throw Unexpected() }
  }

  @Test func `a replaced step becomes a cell beside the old one`() throws {
    let loaded = exception("when: award.urgent, replace: {limit: base * 3}")
    #expect(loaded.codes == [])
    let policy = try #require(loaded.model)
    let rule = policy.rules[0]
    guard case .replace(let cells) = rule.exceptions[0].relief else { throw Unexpected() }
    let new = try #require(cells[rule.steps[1]])
    #expect(cells.count == 1)
    #expect(policy.program.cells[new.index].name == "limit")
    #expect(policy.program.cells[new.index].expression.source.text == "base * 3")
    #expect(policy.program.cells[new.index].expression.type == .number(unit: "KRW"))
    #expect(policy.program.cells[new.index].dependsOnSubject)
  }

  @Test func `a replacement sees only the steps before the one it replaces`() {
    #expect(
      exception("when: award.urgent, replace: {limit: limit + 1}").marked("expression.unknown-name") == [
        "limit"
      ])
    #expect(
      exception("when: award.urgent, replace: {limit: after + 1}").marked("expression.unknown-name") == [
        "after"
      ])
  }

  @Test func `a replacement has the type of its step`() {
    #expect(
      exception("when: award.urgent, replace: {base: award.first_payment}").marked("expression.type") == [
        "award.first_payment"
      ])
    #expect(
      exception("when: award.urgent, replace: {limit: award.hours}").marked("expression.unit") == [
        "award.hours"
      ])
  }

  @Test func `only steps of the rule can be replaced`() {
    let loaded = exception("when: award.urgent, replace: {limt: base}")
    #expect(loaded.marked("policy.unknown-step") == ["limt"])
    #expect(loaded.help("policy.unknown-step") == "did you mean `limit`?")
  }

  @Test(arguments: [
    ("title: x", "policy.missing-key"), ("when: award.value", "expression.type"),
    ("when: award.urgent, proof: award.nope", "expression.unknown-fact"),
    ("when: award.urgent, effect: not_required, replace: {limit: base}", "policy.two-effects"),
    ("when: award.urgent, effect: replace", "policy.missing-key"),
    ("when: award.urgent, replace: {}", "policy.replace"),
    ("when: award.urgent, review: maybe", "policy.unknown-word"),
    ("when: award.urgent, effects: not_required", "policy.unknown-key"),
  ])
  func `an exception that cannot be read is an error`(entries: String, code: String) {
    let loaded = exception(entries)
    #expect(loaded.codes == [code])
    #expect(loaded.model == nil)
  }

  @Test func `all problems of one exception are reported together`() {
    let loaded = exception("when: award.valu, proof: award.prof, replace: {limt: base}, effct: replace")
    #expect(
      Set(loaded.codes) == ["policy.unknown-key", "expression.unknown-fact", "policy.unknown-step"])
    #expect(loaded.codes.count == 4)
  }

  @Test func `two exceptions of a rule have different ids`() {
    let loaded = rule("require: true\nexceptions:\n  - {id: A, when: true}\n  - {id: A, when: true}")
    #expect(loaded.marked("policy.duplicate-exception") == ["A"])
  }

  private struct Unexpected: Error {}
}
