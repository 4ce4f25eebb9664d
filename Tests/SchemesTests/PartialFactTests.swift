import Diagnostics
import Schemes
import Testing

@Suite struct `Facts that are only partly known` {
  @Test(arguments: [
    ("cost", "{at_least: 10, at_most: 20}", "range 10–20"),
    ("cost", "{at_least: 10}", "range 10–…"),
    ("cost", "{at_most: 20}", "range …–20"),
    ("cost", "{at_most: 20, at_least: null}", "range …–20"),
    ("cost", "{at_least: 10, at_most: 10}", "number 10"),
    ("filed", "{at_least: 2022-10-15}", "range 2022-10-15–…"),
    (
      "started", "{at_least: \"2022-10-15T15:30+09:00\", at_most: \"2022-10-15T16:30+09:00\"}",
      "range 2022-10-15T06:30:00Z–2022-10-15T07:30:00Z"
    ),
    ("cost", "{either: [10, 20, 15]}", "either 10|20|15"),
    ("filed", "{either: [2022-10-15, \"2022-10-16\"]}", "either 2022-10-15|2022-10-16"),
    ("organic", "{either: [true, false]}", "either true|false"),
    ("fruit", "{either: [apple, pear]}", "either apple|pear"),
    ("title", "{either: [하나, 둘]}", "either 하나|둘"),
  ])
  func `bounds and readings are values`(_ name: String, _ text: String, _ expected: String) throws {
    #expect(try sound("plan: {\(name): \(text)}").stated("plan.\(name)") == expected)
  }

  @Test func `bounds and readings may name their sources`() throws {
    let scheme = try sound(
      """
      sources: {news: 뉴스, paper: {ko: 신문, en: paper}}
      plan:
        cost: {at_least: 10, source: news}
        pause: {either: [1, 2], source: [news, paper]}
      """)
    #expect(try scheme.sources(of: scheme.fact("plan.cost")) == ["news"])
    #expect(try scheme.sources(of: scheme.fact("plan.pause")) == ["news", "paper"])
  }

  @Test(arguments: [
    ("cost", "{at_least: 20, at_most: 10}", "scheme.crossed-bounds"),
    ("filed", "{at_least: 2022-10-16, at_most: 2022-10-15}", "scheme.crossed-bounds"),
    ("cost", "{at_least: none}", "scheme.bad-bound"),
    ("cost", "{at_least: [1]}", "scheme.bad-bound"),
    ("cost", "{at_least: 1,000}", "value.not-a-number"),
    ("cost", "{atleast: 1, at_most: 2}", "scheme.unknown-key"),
    ("cost", "{minimum: 1}", "scheme.expected-value"),
    ("cost", "{at_least: 1, either: [1, 2]}", "scheme.bounds-and-either"),
    ("cost", "{either: [1]}", "scheme.bad-either"),
    ("cost", "{either: 1}", "scheme.bad-either"),
    ("cost", "{either: [1, null]}", "scheme.bad-either"),
    ("cost", "{either: [1, 1.0]}", "scheme.repeated-reading"),
    ("cost", "{either: [1, {at_least: 2}]}", "scheme.bad-either"),
    ("fruit", "{either: [apple, plum]}", "value.unknown-member"),
    ("organic", "{at_least: false}", "scheme.bounds-not-allowed"),
    ("title", "{at_least: a}", "scheme.bounds-not-allowed"),
  ])
  func `what bounds and readings may not be`(_ name: String, _ text: String, _ code: String) throws {
    // `1,000` in a flow mapping is two entries, so it is quoted there.
    let text = text.split(separator: "1,000").joined(separator: "\"1,000\"")
    #expect(try codes("plan: {\(name): \(text)}").contains(code))
    if code != "scheme.unknown-key" {
      #expect(try load("plan: {\(name): \(text)}").scheme.stated("plan.\(name)") == "missing")
    }
  }

  @Test func `bounds without an end say nothing`() throws {
    let (scheme, log) = try load("plan: {cost: {at_least: null, at_most: null}}")
    #expect(log.entries.map(\.code) == ["scheme.empty-bounds"])
    #expect(!log.hasErrors)
    #expect(try scheme.stated("plan.cost") == "missing")
  }

  @Test func `a reference takes no readings`() throws {
    #expect(
      try codes("plan: {trees: [{id: A}, {id: B}], workers: [{id: W, tree: {either: [A, B]}}]}")
        == ["scheme.either-not-allowed"])
  }

  @Test func `elements of a list of values may be bounded`() throws {
    #expect(
      try sound("plan: {tools: [{either: [axe, saw]}, rake]}").stated("plan.tools") == "list axe|saw,rake")
  }
}
