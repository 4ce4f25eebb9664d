import Diagnostics
import Expressions
import Policies
import Testing

@Suite struct RequirementTests {
  private func sides(_ entries: String) throws -> (actual: String?, expected: String?) {
    let loaded = rule("for_each: {as: award, in: scheme.awards}\n" + entries)
    #expect(loaded.codes == [])
    let policy = try #require(loaded.model)
    let requirement = try #require(policy.rules.first?.requirements.first)
    let text = { (cell: CellID?) in cell.map { policy.program.cells[$0.index].expression.source.text } }
    return (text(requirement.actual), text(requirement.expected))
  }

  @Test(arguments: [
    ("award.value >= 100", "award.value", "100"),
    ("(award.value + 1) * 2 <= (award.value - 1)", "(award.value + 1) * 2", "(award.value - 1)"),
    ("((award.value) == 3)", "(award.value)", "3"), ("award.group != 'free'", "award.group", "'free'"),
  ])
  func `the sides of the comparison are shown unless others are given`(
    require: String, actual: String, expected: String
  ) throws {
    let sides = try sides("require: \"\(require)\"")
    #expect(sides.actual == actual)
    #expect(sides.expected == expected)
  }

  @Test(arguments: [
    "award.urgent", "award.value > 1 && award.urgent", "'x' in scheme.channels", "!(award.value > 1)",
    "award.urgent ? true : award.value > 1",
  ])
  func `what is no comparison has no sides of its own`(require: String) throws {
    let sides = try sides("require: \"\(require)\"")
    #expect(sides.actual == nil && sides.expected == nil)
  }

  @Test func `a bare number takes the unit of the other side`() throws {
    let policy = try #require(
      rule("for_each: {as: award, in: scheme.awards}\nrequire: award.value >= 100").model)
    let expected = try #require(policy.rules[0].requirements[0].expected)
    #expect(policy.program.cells[expected.index].expression.type == .number(unit: "KRW"))
  }

  @Test func `a side that is given stands, and the other one stays if it is of its kind`() throws {
    let both = try sides(
      "require: award.value >= 100\nactual: award.value * 2\nexpected: {title: 하한, is: \"200\"}")
    #expect(both.actual == "award.value * 2" && both.expected == "200")
    let other = try sides("require: scheme.awards.size() > 0\nactual: award.first_payment")
    #expect(other.actual == "award.first_payment" && other.expected == nil)
    let words = try sides("require: award.value >= 100\nexpected_text: {ko: 100원, en: KRW 100}")
    #expect(words.actual == "award.value" && words.expected == nil)
  }

  @Test func `every part has its own steps, sides and words`() throws {
    let loaded = rule(
      """
      for_each: {as: award, in: scheme.awards}
      message: "{award.id}: {actual}"
      parts:
        - id: value
          title: {ko: 금액, en: value}
          cite: act 제2조
          let: {doubled: award.value * 2}
          require: doubled >= 100
        - id: date
          require: award.first_payment <= submission.date
          message: "{expected|iso}"
      """)
    #expect(loaded.codes == [])
    let parts = try #require(loaded.model?.rules.first?.requirements)
    #expect(parts.map(\.id) == ["value", "date"])
    #expect(parts[0].steps.count == 1 && parts[1].steps.isEmpty)
    #expect(parts[0].cites?.versions.map(\.value.ko) == ["시험법 제2조"])
    #expect(parts[0].message?.ko.count == 3 && parts[1].message?.ko.count == 1)
    #expect(parts[0].message?.ko.count == parts[0].message?.en.count)
  }

  @Test func `a part needs an id of its own and a requirement`() {
    let loaded = rule(
      "parts:\n  - {id: a, require: true}\n  - {id: a, require: true}\n  - {require: true}\n  - {id: b}")
    #expect(loaded.codes == ["policy.duplicate-part", "policy.missing-key", "policy.missing-key"])
    #expect(rule("parts: []").codes == ["policy.no-requirement"])
  }

  @Test func `a step used above its declaration is said to stand further down`() {
    let loaded = rule("let: {a: limit + 1, limit: \"3\"}\nrequire: a > 0")
    #expect(loaded.marked("expression.unknown-name") == ["limit"])
    #expect(loaded.help("expression.unknown-name")?.contains("stands further down") == true)
    let itself = rule("let: {a: a + 1}\nrequire: true")
    #expect(itself.help("expression.unknown-name")?.contains("further down") != true)
  }

  @Test func `a part's step is not seen by the next part`() {
    let loaded = rule("parts:\n  - {id: a, let: {x: \"1\"}, require: x > 0}\n  - {id: b, require: x > 0}")
    #expect(loaded.marked("expression.unknown-name") == ["x"])
  }
}
