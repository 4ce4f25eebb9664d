import Expressions
import Testing

@Suite struct `Limits of an evaluation` {
  private static let many: [String: Shop.Stated] = [
    "awards": .records((0..<300).map { ["id": .text("A\($0)"), "value": .number(Rational($0))] }),
    "incident.channels": .texts(Array(repeating: "web", count: 3_000)),
    "incident.count": 1,
  ]

  @Test func `the budget is a million steps and a thousand for each fact`() {
    let facts = Shop.facts(Self.many)
    #expect(Bench().evaluation(facts).stepBudget == 1_000_000 + 1_000 * facts.slots.count)
    #expect(Bench().evaluation(Shop.facts([:])).stepBudget == 1_000_000 + 1_000 * 16)
  }

  @Test(arguments: [
    "E", "E || true", "true && (E || incident.count == 1)", "E && false", "if(E, 1, 1) == 1",
    "[1].exists(x, E || x == 1)", "[1, 2].exists(x, x == 2 || E)", "[E].size() == 1",
    "min([if(E, 1, 2), 0]) <= 0",
    "min(if(E, 1, 2), incident.cap) <= 0", "overlap([E], [true])", "not_in(E, [true])", "E in [true]",
    "has(awards) && E",
    "incident.cap + if(E, 1, 2) > 1", "string(E) == 'x'", "[1].map(x, E).size() == 1",
    "[1].filter(x, E).size() == 1",
  ])
  func `a limit is never absorbed`(pattern: String) {
    let text = pattern.split(separator: "E", omittingEmptySubsequences: false).joined(separator: Self.limit)
    #expect(Bench.run(text, Self.texts).value == "error limit", "\(text.count)")
  }

  /// Reaches its limit quickly: ten texts of sixteen million bytes are put together.
  private static let limit = "(incident.channel + incident.channel == '')"
  private static let texts: [String: Shop.Stated] = [
    "incident.channel": .text(String(repeating: "가나다라", count: 1 << 20)), "incident.count": 1,
    "awards": .records([["id": "A1"]]),
  ]

  @Test func `a rule that takes too many steps stops`() {
    // A million steps are the budget of so few facts: 1,100 elements for each of 1,100.
    let text = "incident.channels.all(c, incident.channels.all(d, true)) || true"
    let stated: [String: Shop.Stated] = ["incident.channels": .texts(Array(repeating: "web", count: 1_100))]
    #expect(Bench.run(text, stated).value == "error limit")
  }

  @Test func `a comparison of lists counts their elements`() {
    let stated: [String: Shop.Stated] = ["incident.channels": .texts(Array(repeating: "web", count: 1_100))]
    #expect(
      Bench.run("incident.channels.all(c, incident.channels == incident.channels) || true", stated).value
        == "error limit")
    #expect(
      Bench.run("incident.channels.all(c, c in incident.channels + ['x'])", stated).value == "error limit")
  }

  @Test func `texts and lists that double reach a limit`() throws {
    var bench = Bench()
    try bench.step("t0", "'text'")
    try bench.step("l0", "[1, 2]")
    try bench.step("n0", "[1]")
    for index in 1...40 {
      try bench.step("t\(index)", "t\(index - 1) + t\(index - 1)")
      try bench.step("l\(index)", "l\(index - 1) + l\(index - 1)")
    }
    let facts = Shop.facts([:])
    #expect(bench.run("t40.size() > 0 || true", facts).value == "error limit")
    #expect(bench.run("l40.size() > 0 || true", facts).value == "error limit")
    #expect(bench.run("t10.size() + l10.size()", facts).value == "6144")
  }

  @Test func `lists of shared lists are compared within the budget`() throws {
    var bench = Bench()
    try bench.step("n0", "[1, 2]")
    for index in 1...30 { try bench.step("n\(index)", "[n\(index - 1), n\(index - 1)]") }
    #expect(bench.run("n30 == n30 || true", Shop.facts([:])).value == "error limit")
  }

  @Test func `a number that outgrows its limit is an error and can be set aside`() throws {
    var bench = Bench()
    try bench.step("n0", "incident.cap")
    for index in 1...20 { try bench.step("n\(index)", "n\(index - 1) * n\(index - 1)") }
    let facts = Shop.facts(["incident.cap": 3, "incident.count": 1])
    #expect(bench.run("n20 > 1", facts).value == "error overflow")
    #expect(bench.run("n20 > 1 || incident.count == 1", facts).value == "true")
  }

  @Test func `a pattern is compiled once and its matches are counted`() {
    let text = "incident.channels.all(c, c.matches('^w.b$'))"
    let short = Bench.run(text, ["incident.channels": .texts(Array(repeating: "web", count: 10))])
    let long = Bench.run(text, ["incident.channels": .texts(Array(repeating: "web", count: 1_000))])
    #expect(short.value == "true")
    #expect((long.steps - 1) == (short.steps - 1) * 100)
    let heavy = Bench.run(
      "incident.channels.all(c, c.matches('(a|aa)*(a|b|aa){200}$') || true)",
      ["incident.channels": .texts(Array(repeating: String(repeating: "a", count: 20_000), count: 200))])
    #expect(heavy.value == "error limit")
  }

  @Test(
    arguments: [
      "incident.channel.contains('(')", "'a'.matches(incident.channel)",
      "days_after(date('2022-10-15'), incident.big)",
      "working_days_after(date('2022-10-15'), incident.big)",
      "months_after(date('2022-10-15'), incident.plain)",
      "percentile([1, 2], incident.plain)", "round_up(incident.plain, 0 - 1)", "[1, 2][incident.plain]",
      "incident.plain % incident.plain", "timestamp(incident.channel)", "duration(incident.channel)",
      "date(incident.channel)",
      "timestamp('2022-10-15T06:30:00Z') + duration('2000000h') + (timestamp('9999-12-31T00:00:00Z') - timestamp('0001-01-01T00:00:00Z'))",
      "timestamp('2022-10-15T06:30:00Z').getHours(incident.channel)",
      "-incident.plain * incident.plain * incident.plain",
    ],
    ["9223372036854775807", "-9223372036854775808", "170141183460469231731687303715884105728", "0.5", "-1"])
  func `no value makes a function trap`(text: String, number: String) throws {
    let value = try #require(Rational(decimal: number))
    let written = text.split(separator: "incident.big", omittingEmptySubsequences: false).joined(
      separator: "incident.days"
    )
    .split(separator: "incident.plain", omittingEmptySubsequences: false).joined(separator: "incident.count")
    let outcome = Bench.run(
      written,
      ["incident.days": .number(value), "incident.count": .number(value), "incident.channel": "((\u{0}"])
    #expect(!outcome.value.hasPrefix("refused"), "\(outcome.value)")
  }
}
