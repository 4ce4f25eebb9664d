import Expressions
import Testing

/// Everything that fails on its own is named, the first first; what is too much is counted.
@Suite struct `Failures on their own` {
  private static func grounds(_ text: String, _ scheme: [String: Shop.Stated]) throws -> (
    value: String, reads: [String], further: [String], lists: [String]
  ) {
    let bench = Bench()
    let facts = Shop.facts(scheme)
    let evaluation = bench.evaluation(facts)
    let result = evaluation.evaluate(try bench.check(text))
    let grounds = evaluation.expand(result.grounds)
    return (
      result.value.told, grounds.reads.map { facts.path(of: $0) },
      grounds.further.map { "\($0.list.map { facts.path(of: $0) } ?? "-") \($0.count)" },
      grounds.lists.map { facts.path(of: $0) }
    )
  }

  private static let scheme: [String: Shop.Stated] = [
    "incident.planned": false, "incident.cap": 5, "incident.count": 4, "incident.channel": "web",
    "awards": .records([
      ["id": "A1", "group": "free", "value": 5, "count": 1],
      ["id": "A2", "group": "paid", "value": 3, "count": 9],
      ["id": "A3", "group": "free", "value": 1, "count": 9],
    ]),
  ]

  @Test(arguments: [
    // Every false side, in the order in which they are written.
    ("incident.cap > 9 && incident.planned", ["incident.cap", "incident.planned"]),
    ("incident.planned && incident.cap > 9", ["incident.planned", "incident.cap"]),
    (
      "incident.cap > 9 && incident.count > 1 && incident.planned && incident.channel == 'app'",
      ["incident.cap", "incident.planned", "incident.channel"]
    ),
    // A side that is true, unknown or cannot be computed does not fail.
    ("incident.planned && incident.cap > 1", ["incident.planned"]),
    ("incident.planned && incident.days > 1", ["incident.planned"]),
    ("incident.planned && 1 / (incident.cap - 5) > 1", ["incident.planned"]),
    // What must not hold fails by every side that holds.
    ("!(incident.cap > 1 || incident.count > 1)", ["incident.cap", "incident.count"]),
    ("!(incident.cap > 1 && incident.count > 1)", ["incident.cap", "incident.count"]),
    ("!!(incident.cap > 9 && incident.planned)", ["incident.cap", "incident.planned"]),
    // Both sides of `||` fail together; within them each one does.
    (
      "incident.planned && incident.cap > 9 || incident.count > 9",
      ["incident.planned", "incident.cap", "incident.count"]
    ),
    // Elements, with everything that fails in them.
    ("awards.all(a, a.value > 4)", ["awards[A2].value", "awards[A3].value"]),
    (
      "awards.all(a, a.value > 4 && a.count < 5)",
      ["awards[A2].value", "awards[A2].count", "awards[A3].value", "awards[A3].count"]
    ),
    ("!awards.exists(a, a.value < 4)", ["awards[A2].value", "awards[A3].value"]),
    ("incident.planned && awards.all(a, a.value > 2)", ["incident.planned", "awards[A3].value"]),
  ])
  func `every operand and element that fails is named, the first leads`(text: String, reads: [String]) throws
  {
    let outcome = try Self.grounds(text, Self.scheme)
    #expect(outcome.value == "false")
    #expect(outcome.reads == reads)
    #expect(outcome.further.isEmpty)
  }

  @Test(arguments: [
    ("incident.cap > 1 || incident.count > 1", ["incident.cap"]),
    ("awards.exists(a, a.value < 4)", ["awards[A2].value"]),
    ("!(incident.cap > 9 && incident.planned)", ["incident.cap"]),
  ])
  func `for what holds one reason is enough`(text: String, reads: [String]) throws {
    let outcome = try Self.grounds(text, Self.scheme)
    #expect(outcome.value == "true")
    #expect(outcome.reads == reads)
  }

  @Test func `exists without a hit rests on the list`() throws {
    let outcome = try Self.grounds("awards.exists(a, a.value > 9)", Self.scheme)
    #expect(outcome.value == "false")
    #expect(outcome.reads.isEmpty)
    #expect(outcome.lists == ["awards"])
  }

  private static func many(_ count: Int) -> [String: Shop.Stated] {
    ["awards": .records((1...count).map { ["id": .text("A\($0)"), "value": .number(Rational($0))] })]
  }

  @Test(arguments: [
    ("awards.all(a, a.value > 40)", 40, 20, ["awards 20"]),
    ("awards.all(a, a.value > 40)", 21, 20, ["awards 1"]),
    ("awards.all(a, a.value > 40)", 20, 20, []), ("awards.all(a, a.value > 10)", 30, 10, []),
    ("!awards.exists(a, a.value > 5)", 60, 20, ["awards 35"]),
    ("awards.filter(a, a.value > 5).all(a, a.value > 50)", 60, 20, ["awards 25"]),
    ("awards.map(a, a.value).all(v, v > 50)", 60, 20, ["awards 30"]),
  ])
  func `twenty elements are named and the others counted`(
    text: String, count: Int, named: Int, further: [String]
  ) throws {
    let outcome = try Self.grounds(text, Self.many(count))
    #expect(outcome.value == "false")
    #expect(outcome.reads.count == named)
    #expect(outcome.further == further)
  }

  @Test func `a step's failures are named too`() throws {
    var bench = Bench()
    try bench.step("cheap", "awards.all(a, a.value > 40)")
    try bench.step("plain", "incident.planned && incident.cap > 9")
    let facts = Shop.facts(
      Self.many(25).merging(["incident.planned": false, "incident.cap": 5]) { $1 })
    let evaluation = bench.evaluation(facts)
    let grounds = evaluation.expand(evaluation.evaluate(try bench.check("plain && cheap")).grounds)
    #expect(grounds.reads.prefix(2).map { facts.path(of: $0) } == ["incident.planned", "incident.cap"])
    #expect(grounds.reads.count == 22)
    #expect(grounds.further.map(\.count) == [5])
  }
}
