import Expressions
import Testing

@Suite struct `Dates and versions` {
  private static func number(_ value: Int) -> Value { .number(Rational(value)) }

  /// `p.days` is 3 in 2021, nothing in 2022, 5 since 2023; dated by the incident.
  private func bench() throws -> (bench: Bench, asOf: CellID) {
    var bench = Bench()
    let asOf = try bench.step("as_of", "incident.date")
    bench.parameter(
      "days", .number(unit: nil),
      [("2021-01-01", "2021-12-31", Self.number(3)), ("2023-01-01", nil, Self.number(5))])
    bench.parameter("always", .number(unit: nil), [(nil, nil, Self.number(9))])
    bench.parameter("ended", .number(unit: nil), [(nil, "2021-12-31", Self.number(9))])
    bench.parameter(
      "own", .number(unit: nil), [("2021-01-01", nil, Self.number(1)), ("2022-01-01", nil, Self.number(2))],
      asOf: asOf)
    return (bench, asOf)
  }

  @Test(arguments: [
    ("2021-01-01", "3"), ("2021-12-31", "3"), ("2022-06-01", "unknown"), ("2023-01-01", "5"),
    ("2020-12-31", "unknown"),
  ])
  func `the version in force on the date counts`(date: String, value: String) throws {
    let (bench, asOf) = try bench()
    #expect(bench.run("p.days", Shop.facts(["incident.date": .text(date)]), asOf: asOf).value == value)
  }

  @Test func `an undated parameter needs no date, one that ended does`() throws {
    let (bench, asOf) = try bench()
    #expect(bench.run("p.always", Shop.facts([:]), asOf: asOf).value == "9")
    #expect(bench.run("p.ended", Shop.facts(["incident.date": "2022-01-01"]), asOf: asOf).value == "unknown")
    #expect(bench.run("p.ended", Shop.facts(["incident.date": "2021-12-31"]), asOf: asOf).value == "9")
    #expect(bench.run("p.own", Shop.facts(["incident.date": "2022-06-01"])).value == "2")
  }

  @Test func `an unknown date leaves the version open and is missing`() throws {
    let (bench, asOf) = try bench()
    let outcome = bench.run("p.days > 1", Shop.facts([:]), asOf: asOf)
    #expect(outcome.value == "unknown")
    #expect(outcome.missing == ["incident.date missing"])
  }

  @Test(arguments: [
    (Shop.Stated.between("2021-02-01", "2021-05-01"), "3"), (.between("2021-02-01", "2023-05-01"), "unknown"),
    (.between("2020-02-01", "2022-05-01"), "unknown"), (.between("2022-02-01", "2022-05-01"), "unknown"),
    (.atLeast("2023-05-01"), "5"), (.atLeast("2022-05-01"), "unknown"),
    (.either(["2021-02-01", "2021-03-01"]), "3"),
    (.either(["2021-02-01", "2023-03-01"]), "unknown"),
  ])
  func `every reading of the date must pick the same version`(date: Shop.Stated, value: String) throws {
    let (bench, asOf) = try bench()
    let outcome = bench.run("p.days", Shop.facts(["incident.date": date]), asOf: asOf)
    #expect(outcome.value == value)
  }

  @Test func `a bounded date that leaves the version open is missing`() throws {
    let (bench, asOf) = try bench()
    let facts = Shop.facts(["incident.date": .between("2020-02-01", "2022-05-01")])
    #expect(bench.run("p.days > 1", facts, asOf: asOf).missing == ["incident.date bounds"])
    #expect(bench.run("p.days > 1 || incident.silent == 0", facts, asOf: asOf).missing == [])
    #expect(bench.run("min([p.days, 5]) <= 5", facts, asOf: asOf).missing == [])
  }

  @Test func `a given date stands in for every date`() throws {
    let (bench, asOf) = try bench()
    let checked = try bench.check("p.days + p.own")
    let evaluation = Evaluation(facts: Shop.facts([:]), program: bench.program, asOf: Day(iso: "2023-05-01"))
    evaluation.startRule(asOf: asOf)
    #expect(evaluation.evaluate(checked).value.told == "7")
  }

  @Test func `a date that needs a version which it picks itself is an error`() throws {
    var bench = Bench()
    bench.parameter("days", .number(unit: "days"), [("2021-01-01", nil, Self.number(3))])
    let asOf = try bench.step("as_of", "days_after(incident.date, p.days)")
    let facts = Shop.facts(["incident.date": "2022-03-03"])
    #expect(bench.run("p.days > 1", facts, asOf: asOf).value == "error invalidArgument")
    #expect(bench.run("p.days > 1", facts, asOf: asOf) == bench.run("p.days > 1", facts, asOf: asOf))
  }

  @Test func `dates do not depend on replaced steps`() throws {
    var bench = Bench()
    let day = try bench.step("day", "incident.date")
    let asOf = try bench.step("as_of", "day")
    let other = try bench.step("other", "date('2023-05-05')")
    bench.parameter(
      "days", .number(unit: nil), [("2021-01-01", nil, Self.number(3)), ("2023-01-01", nil, Self.number(5))])
    let checked = try bench.check("p.days")
    let evaluation = bench.evaluation(Shop.facts(["incident.date": "2021-03-03"]), asOf: asOf)
    #expect(evaluation.replacing([day: other]) { evaluation.evaluate(checked) }.value.told == "3")
  }
}

@Suite struct `Decision tables` {
  /// free under 10 → 1, free from 10 → 2, paid → 3; nothing for shop.
  private static let rows: [DecisionTable.Row] = {
    func limit(_ value: Int, _ included: Bool) -> DecisionTable.Limit {
      DecisionTable.Limit(.number(Rational(value)), isIncluded: included)
    }
    func row(_ group: DecisionTable.Condition, _ value: DecisionTable.Condition, _ multiple: Int)
      -> DecisionTable.Row
    {
      DecisionTable.Row(
        conditions: [group, value], outputs: [.number(Rational(multiple)), .string("row \(multiple)")])
    }
    return [
      row(.oneOf([.string("free")]), .between(low: nil, high: limit(10, false)), 1),
      row(.oneOf([.string("free")]), .between(low: limit(10, true), high: nil), 2),
      row(.oneOf([.string("paid"), .string("other")]), .any, 3),
    ]
  }()

  private func run(_ group: Shop.Stated?, _ value: Shop.Stated?) -> Outcome {
    var bench = Bench()
    bench.table(Dated(always: Self.rows))
    var award: [String: Shop.Stated] = ["id": "A1"]
    award["group"] = group
    award["value"] = value
    return bench.run("table.rate(awards[0].group, awards[0].value).multiple", ["awards": .records([award])])
  }

  @Test func `the row that matches gives its outputs`() {
    #expect(run("free", 9).value == "1")
    #expect(run("free", 10).value == "2")
    #expect(run("paid", 10).value == "3")
    #expect(run("shop", 10).value == "unknown")
  }

  @Test func `an input that no row asks about may be unknown`() {
    #expect(run("paid", nil).value == "3")
    #expect(run("paid", nil).missing == [])
    #expect(run("free", nil).missing == ["awards[A1].value missing"])
    #expect(run(nil, 10).value == "unknown")
  }

  private func ask(_ question: String, _ group: Shop.Stated?, _ value: Shop.Stated?) -> Outcome {
    var bench = Bench()
    bench.table(Dated(always: Self.rows))
    var award: [String: Shop.Stated] = ["id": "A1"]
    award["group"] = group
    award["value"] = value
    let row = "table.rate(awards[0].group, awards[0].value)"
    return bench.run(
      question.replacing("ROW", with: row), ["awards": .records([award])])
  }

  @Test func `readings of an input that match the same row give that row`() {
    #expect(run("free", .between(3, 9)).value == "1")
    #expect(run("free", .either([3, 4])).value == "1")
    #expect(run(.either(["paid", "other"]), 1).value == "3")
    #expect(run("paid", .atLeast(3)).value == "3")
  }

  @Test func `readings that match several rows leave open which, and decide where all say the same`() {
    for value in [Shop.Stated.between(3, 10), .between(3, 40), .either([3, 40]), .atLeast(9)] {
      #expect(ask("ROW.multiple > 0", "free", value).value == "true")
      #expect(ask("ROW.multiple <= 2", "free", value).missing == [])
      #expect(ask("ROW.multiple == 3", "free", value).value == "false")
      #expect(ask("ROW.multiple * 10 >= 10", "free", value).value == "true")
    }
    #expect(ask("ROW.multiple == 2", "free", .between(3, 10)).missing == ["awards[A1].value bounds"])
    #expect(ask("ROW.multiple == 2", "free", .atMost(10)).missing == ["awards[A1].value bounds"])
    #expect(ask("ROW.multiple == 2", "free", .either([3, 40])).missing == ["awards[A1].value disputed"])
    #expect(ask("ROW.multiple > 0", .either(["free", "paid"]), .between(3, 40)).value == "true")
    #expect(ask("ROW.multiple > 2", .either(["free", "paid"]), .between(3, 40)).value == "unknown")
    #expect(ask("ROW.name.startsWith('row')", "free", .atLeast(3)).value == "true")
  }

  @Test func `a reading that no row matches leaves the row unknown`() {
    #expect(run(.either(["paid", "shop"]), 1).value == "unknown")
    #expect(ask("ROW.multiple > 0", .either(["paid", "shop"]), 1).value == "unknown")
    #expect(ask("ROW.multiple > 0", .either(["free", "paid"]), nil).value == "unknown")
  }

  @Test func `an unknown input goes before an error`() {
    var bench = Bench()
    bench.table(Dated(always: Self.rows))
    let text = "table.rate(awards[0].group, incident.cap / incident.count).multiple"
    #expect(
      bench.run(text, ["awards": .records([["id": "A1"]]), "incident.cap": 1, "incident.count": 0]).value
        == "unknown")
    let stated: [String: Shop.Stated] = [
      "awards": .records([["id": "A1", "group": "free"]]), "incident.cap": 1, "incident.count": 0,
    ]
    #expect(bench.run(text, stated).value == "error divisionByZero")
  }

  @Test func `a dated table has a version for the date or is unknown`() throws {
    var bench = Bench()
    let asOf = try bench.step("as_of", "incident.date")
    bench.table(
      Dated(versions: [
        Dated.Version(from: Day(iso: "2022-01-01"), value: Self.rows, provenance: Provenance())
      ]))
    let text = "table.rate('paid', 1).multiple"
    #expect(bench.run(text, Shop.facts(["incident.date": "2022-01-01"]), asOf: asOf).value == "3")
    #expect(bench.run(text, Shop.facts(["incident.date": "2021-12-31"]), asOf: asOf).value == "unknown")
    #expect(bench.run(text, Shop.facts([:]), asOf: asOf).missing == ["incident.date missing"])
  }
}
