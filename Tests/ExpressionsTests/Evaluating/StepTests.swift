import Expressions
import Testing

@Suite struct `Steps` {
  private let facts = Shop.facts([
    "incident.cap": 4, "incident.count": 2,
    "awards": .records([["id": "A1", "value": 5], ["id": "A2", "value": 7], ["id": "A3"]]),
  ])

  @Test func `a step keeps its own reads`() throws {
    var bench = Bench()
    try bench.step("big", "incident.cap > 1 && incident.count > 1")
    #expect(bench.run("big && incident.cap > 3", facts).reads == ["incident.cap", "incident.count"])
    #expect(bench.run("incident.cap > 9 && big", facts).reads == ["incident.cap"])
  }

  @Test func `steps are evaluated once per rule or per subject and named in order`() throws {
    var bench = Bench()
    bench.subject("award", .record(Shop.award))
    let total = try bench.step("total", "sum([1, 2]) + incident.cap")
    let share = try bench.step("share", "total + award.value", isLocal: true)
    let checked = try bench.check("share > 1 && share < 99 && total > 1")
    let evaluation = bench.evaluation(facts)
    evaluation.startSubject([facts.element("awards", "A1")])
    let first = evaluation.evaluate(checked)
    #expect(evaluation.stepsUsed == 3)
    #expect(evaluation.expand(first.grounds).cells.map(\.cell) == [total, share])
    evaluation.startSubject([facts.element("awards", "A2")])
    let second = evaluation.evaluate(checked)
    #expect(evaluation.stepsUsed == 3)
    #expect(evaluation.expand(second.grounds).cells.map(\.value.told) == ["7", "14"])
    evaluation.startSubject([facts.element("awards", "A3")])
    let third = evaluation.evaluate(checked)
    #expect(evaluation.expand(third.grounds).missing.map { facts.path(of: $0.fact) } == ["awards[A3].value"])
  }

  @Test func `replaced steps reach all that depends on them and are put back`() throws {
    var bench = Bench()
    let base = try bench.step("base", "incident.cap")
    try bench.step("unrelated", "incident.count")
    try bench.step("twice", "base * 2")
    let other = try bench.step("other", "incident.cap + 100")
    let checked = try bench.check("twice + unrelated")
    let evaluation = bench.evaluation(facts)
    evaluation.startSubject([])
    #expect(evaluation.evaluate(checked).value.told == "10")
    let replaced = evaluation.replacing([base: other]) { evaluation.evaluate(checked) }
    #expect(replaced.value.told == "210")
    #expect(evaluation.expand(replaced.grounds).cells.contains { $0.cell == other })
    #expect(evaluation.evaluate(checked).value.told == "10")
  }

  @Test func `steps first used while others are replaced serve the next subject too`() throws {
    var bench = Bench()
    bench.subject("award", .record(Shop.award))
    let base = try bench.step("base", "incident.cap")
    try bench.step("lasting", "incident.count")
    let other = try bench.step("other", "incident.cap + 100")
    try bench.step("later", "lasting + 1")
    let first = try bench.check("base + lasting")
    let second = try bench.check("later + award.value")
    let evaluation = bench.evaluation(facts)
    evaluation.startSubject([facts.element("awards", "A1")])
    #expect(evaluation.replacing([base: other]) { evaluation.evaluate(first) }.value.told == "106")
    #expect(evaluation.evaluate(second).value.told == "8")
    evaluation.startSubject([facts.element("awards", "A2")])
    let result = evaluation.evaluate(second)
    #expect(result.value.told == "10")
    #expect(
      evaluation.expand(result.grounds).reads.map { facts.path(of: $0) }.sorted() == [
        "awards[A2].value", "incident.count",
      ])
  }

  @Test func `replacements within replacements reach through the outer ones`() throws {
    var bench = Bench()
    let low = try bench.step("low", "incident.cap")
    let high = try bench.step("high", "incident.count")
    let highByLow = try bench.step("highByLow", "low * 10")
    let newLow = try bench.step("newLow", "1")
    try bench.step("user", "high + 0")
    let checked = try bench.check("user")
    let evaluation = bench.evaluation(facts)
    evaluation.startSubject([])
    evaluation.replacing([high: highByLow]) {
      #expect(evaluation.evaluate(checked).value.told == "40")
      evaluation.replacing([low: newLow]) { #expect(evaluation.evaluate(checked).value.told == "10") }
      #expect(evaluation.evaluate(checked).value.told == "40")
    }
    #expect(evaluation.evaluate(checked).value.told == "2")
  }

  @Test func `a step used inside a macro leaves the macro's variables alone`() throws {
    var bench = Bench()
    try bench.step("most", "max(awards.filter(b, has(b.value)).map(b, b.value))")
    #expect(bench.run("awards.filter(a, has(a.value)).map(a, most - a.value)", facts).value == "[2, 0]")
  }

  @Test func `steps that use one another too deep reach a limit, not the end of the stack`() throws {
    var bench = Bench()
    try bench.step("s0", "incident.cap")
    for index in 1...3_000 { try bench.step("s\(index)", "s\(index - 1) + 1") }
    #expect(bench.run("s150", facts).value == "154")
    #expect(bench.run("s3000", facts).value == "error limit")
    #expect(bench.run("s3000 > 1 || true", facts).value == "error limit")

    try bench.step("m0", "[1]")
    for index in 1...1_000 {
      try bench.step(
        "m\(index)", "[1].filter(x, [2].all(y, m\(index - 1).exists(z, z == x) && true || false))")
    }
    #expect(bench.run("m30.size()", facts).value == "1")
    #expect(bench.run("m1000.size()", facts).value == "error limit")
  }
}
