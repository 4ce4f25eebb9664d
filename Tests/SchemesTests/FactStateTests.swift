import Diagnostics
import Expressions
import Schemes
import Testing

@Suite struct `The three states of a fact` {
  @Test func `a stated scalar is read as the vocabulary types it`() throws {
    let scheme = try sound(
      """
      plan:
        id: 2022-10-15
        title: "1000"
        filed: "2022-10-15"
        started: 2022-10-15T15:30+09:00
        organic: true
        cost: "7550"
        pause: 12.5
        fruit: apple
        season: monsoon
      """)
    #expect(try scheme.stated("plan.id") == "text 2022-10-15")
    #expect(try scheme.stated("plan.title") == "text 1000")
    #expect(try scheme.stated("plan.filed") == "date 2022-10-15")
    #expect(try scheme.stated("plan.started") == "time 2022-10-15T06:30:00Z")
    #expect(try scheme.stated("plan.organic") == "bool true")
    #expect(try scheme.stated("plan.cost") == "number 7550")
    #expect(try scheme.stated("plan.pause") == "number 12.5")
    #expect(try scheme.stated("plan.fruit") == "text apple")
    #expect(try scheme.stated("plan.season") == "text monsoon")
  }

  @Test(arguments: [
    "plan: {cost: null}", "plan: {cost: ~}", "plan: {cost: }", "plan: {id: P}", "plan: {}", "plan: null",
  ])
  func `null and silence are missing`(_ body: String) throws {
    #expect(try sound(body).stated("plan.cost") == "missing")
  }

  @Test func `none is declared, for a value, a list and a whole group`() throws {
    let scheme = try sound("plan: {cost: none, tools: none, trees: none, water: none}")
    #expect(try scheme.stated("plan.cost") == "none")
    #expect(try scheme.stated("plan.tools") == "none")
    #expect(try scheme.stated("plan.trees") == "none")
    #expect(try scheme.stated("plan.water") == "none")
    #expect(try scheme.stated("plan.water.source_name") == "none")
    #expect(try scheme.stated("plan.water.daily") == "none")
    #expect(try scheme.stated("plan.water.daily.amount") == "none")
    #expect(try scheme.stated("plan.pause") == "missing")
  }

  @Test func `null of a group leaves everything in it missing`() throws {
    let scheme = try sound("plan: {water: null}")
    #expect(try scheme.stated("plan.water") == "missing")
    #expect(try scheme.stated("plan.water.source_name") == "missing")
  }

  @Test func `a mapping states its group even when it is empty`() throws {
    let scheme = try sound("plan: {water: {daily: {}}}")
    #expect(try scheme.stated("plan.water") == "group")
    #expect(try scheme.stated("plan.water.daily") == "group")
    #expect(try scheme.stated("plan.water.daily.amount") == "missing")
  }

  @Test func `quoted none and null are texts`() throws {
    let scheme = try sound("plan: {id: \"none\", title: 'null', season: \"none\", tools: [\"none\", '없음']}")
    #expect(try scheme.stated("plan.id") == "text none")
    #expect(try scheme.stated("plan.title") == "text null")
    #expect(try scheme.stated("plan.season") == "text none")
    #expect(try scheme.stated("plan.tools") == "list none,없음")
  }

  @Test func `quoted none and null are no numbers`() throws {
    let found = try problem("plan: {cost: \"none\"}")
    #expect(found.code == "value.quoted-state")
    #expect(found.help?.en == "write `none` without quotes")
  }

  @Test(arguments: [
    "없음", "해당 없음", "None", "NONE", "Null", "NULL", "nil", "N/A", "n/a", "--", "미정", "모름", "unknown", "TBD",
  ])
  func `words for nothing known or nothing there are no texts`(_ word: String) throws {
    #expect(try problem("plan: {title: \(word)}").code == "value.state-spelling")
    #expect(try problem("plan: {season: \(word)}").code == "value.state-spelling")
    #expect(try sound("plan: {title: \"\(word)\"}").stated("plan.title") == "text \(word)")
  }

  @Test func `an empty text is no value`() throws {
    #expect(try problem("plan: {title: \"\"}").code == "value.empty-text")
    #expect(try problem("plan: {title: '  '}").code == "value.empty-text")
    #expect(try problem("plan: {cost: \"\"}").code == "value.empty-text")
  }

  @Test func `each stated fact knows its place`() throws {
    let scheme = try sound("plan:\n  cost: 7550\n  trees:\n  - {id: T1, age: null}\n")
    let cost = scheme.facts.span(of: try scheme.fact("plan.cost")).location
    #expect((cost.line, cost.column, cost.endColumn) == (3, 9, 13))
    let age = scheme.facts.span(of: try scheme.fact("plan.trees[T1].age")).location
    #expect((age.line, age.column) == (5, 19))
    let kind = scheme.facts.span(of: try scheme.fact("plan.trees[T1].kind")).location
    #expect((kind.line, kind.column) == (5, 5))
  }

  @Test func `a fact with a declared meaning of silence stays missing in the facts`() throws {
    let scheme = try sound("plan: {workers: [{id: W1}]}")
    #expect(try scheme.stated("plan.workers[W1].paid") == "missing")
    let field = scheme.facts.field(of: try scheme.fact("plan.workers[W1].paid"))
    guard case .bool(false) = field.absent else {
      Issue.record("absent: false is not read")
      return
    }
    #expect(field.absentWhy?.en == "silence means unpaid")
  }
}
