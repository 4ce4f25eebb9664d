import Expressions
import Testing

@Suite struct `Bounds and disputed facts` {
  @Test(arguments: [
    ("incident.cap >= 3", "true"), ("incident.cap > 3", "unknown"), ("incident.cap < 3", "false"),
    ("incident.cap <= 8", "true"), ("incident.cap == 9", "false"), ("incident.cap != 9", "true"),
    ("incident.cap == 5", "unknown"), ("5 <= incident.cap", "unknown"), ("-incident.cap", "-8..-3"),
    ("incident.cap + 1", "4..9"), ("10 - incident.cap", "2..7"), ("incident.cap * 2", "6..16"),
    ("incident.cap * -2", "-16..-6"), ("incident.cap / 2", "1.5..4"), ("24 / incident.cap", "3..8"),
    ("incident.cap - incident.cap == 0", "unknown"), ("incident.cap * 0", "0"),
    ("incident.cap / incident.count", "error divisionByZero"),
    ("incident.cap % 2", "unknown"), ("0 / incident.cap", "0"), ("abs(incident.cap - 5)", "0..3"),
    ("floor(incident.cap / 10)", "0"), ("round_up(incident.cap, 10)", "10"), ("min(incident.cap, 5)", "3..5"),
    ("max(incident.cap, 5)", "5..8"), ("min(incident.cap, 2)", "2"), ("max(incident.cap, 9)", "9"),
    ("percent(incident.cap, 4)", "75..200"), ("sum([incident.cap, 1])", "4..9"),
    ("incident.cap in [1, 2]", "false"),
    ("incident.cap in [4]", "unknown"), ("[incident.cap] == [9]", "false"),
    ("round_up(5, incident.cap)", "unknown"),
    ("if(incident.cap > 2, 1, 2)", "1"), ("if(incident.cap > 5, 1, 2)", "unknown"),
    ("avg([incident.cap, incident.cap])", "3..8"),
  ])
  func `bounds on both sides follow through`(text: String, value: String) {
    let outcome = Bench.run(text, ["incident.cap": .between(3, 8), "incident.count": 0])
    #expect(outcome.value == value)
    #expect(outcome.missing == (value == "unknown" ? ["incident.cap bounds"] : []))
  }

  @Test(arguments: [
    ("incident.cap >= 3", "true"), ("incident.cap <= 3", "unknown"), ("incident.cap < 3", "false"),
    ("incident.cap + 1", "4.."), ("-incident.cap", "..-3"), ("10 - incident.cap", "..7"),
    ("24 / incident.cap", "unknown"),
    ("incident.cap * incident.cap", "unknown"), ("abs(incident.cap)", "3.."), ("abs(-incident.cap)", "3.."),
    ("abs(incident.cap - 9)", "0.."), ("min(incident.cap, 5)", "3..5"), ("max(incident.cap, 5)", "5.."),
    ("floor(incident.cap)", "3.."), ("percent(incident.cap, 2)", "150.."),
    ("incident.cap - incident.cap", "unknown"),
  ])
  func `an open end stays open`(text: String, value: String) {
    let outcome = Bench.run(text, ["incident.cap": .atLeast(3)])
    #expect(outcome.value == value)
    #expect(outcome.missing == (value == "unknown" ? ["incident.cap bounds"] : []))
  }

  @Test(arguments: [
    ("10 / incident.cap", "unknown"), ("percent(10, incident.cap)", "unknown"),
    ("incident.cap * incident.cap", "-2..4"),
    ("abs(incident.cap)", "0..2"), ("percent(incident.cap, -1)", "-200..100"),
  ])
  func `bounds around zero are not divided by`(text: String, value: String) {
    #expect(Bench.run(text, ["incident.cap": .between(.number(Rational(-1)), 2)]).value == value)
  }

  @Test(arguments: [
    ("incident.cap >= 3", "true"), ("incident.cap >= 4", "unknown"), ("incident.cap == 4", "false"),
    ("incident.cap in [3, 5, 7]", "true"), ("incident.cap in [3]", "unknown"),
    ("incident.cap in [9]", "false"),
    ("incident.cap + 1", "4 | 6"), ("incident.cap - incident.cap == 0", "unknown"),
    ("incident.cap / incident.count", "error divisionByZero"),
    ("10 / (incident.cap - 3) > 1", "unknown"), ("floor(incident.cap / 10)", "0"),
    ("min(incident.cap, 4)", "3 | 4"),
    ("incident.cap % 2", "1"), ("covers(['all'], string(incident.cap))", "true"),
    ("string(incident.cap).size()", "1"),
    ("not_in(incident.cap, [3, 5])", "false"), ("-incident.cap", "-3 | -5"),
  ])
  func `every reading of a disputed fact must agree`(text: String, value: String) {
    let outcome = Bench.run(text, ["incident.cap": .either([3, 5]), "incident.count": 0])
    #expect(outcome.value == value)
    #expect(outcome.missing == (value == "unknown" ? ["incident.cap disputed"] : []))
  }

  @Test func `a disputed truth decides nothing by itself`() {
    let stated: [String: Shop.Stated] = ["incident.planned": .either([true, false]), "incident.cap": 3]
    #expect(
      Bench.run("incident.planned || incident.cap > 4", stated).missing == ["incident.planned disputed"])
    #expect(Bench.run("incident.planned && incident.cap > 4", stated).value == "false")
    #expect(Bench.run("!incident.planned", stated).value == "unknown")
  }

  @Test func `a disputed reference is followed to every element`() {
    let stated: [String: Shop.Stated] = [
      "incident.main": .either(["talk", "pay"]),
      "services": .records([
        ["id": "talk", "fee": .either([1, 2]), "class": "talk", "outages": .records([])],
        [
          "id": "pay", "fee": .either([5, 9]), "class": "talk",
          "outages": .records([["from": "2022-10-15T00:00:00Z"]]),
        ],
      ]),
    ]
    #expect(Bench.run("incident.main.class", stated).value == "talk")
    #expect(Bench.run("incident.main.fee", stated).value == "1 | 2 | 5 | 9")
    #expect(Bench.run("incident.main.fee < 6", stated).value == "unknown")
    let lists = Bench.run("incident.main.outages.size() == 0", stated)
    #expect(lists.value == "unknown")
    #expect(lists.missing == ["incident.main disputed"])
    #expect(Bench.run("incident.main.outages.all(o, has(o.to))", stated).value == "unknown")
    #expect(Bench.run("has(incident.main.fee)", stated).value == "unknown")
  }

  @Test func `bounds of dates follow through the calendar`() {
    let stated: [String: Shop.Stated] = [
      "incident.date": .between("2022-10-18", "2022-10-20"), "incident.days": .between(1, 3),
      "incident.started": .atLeast("2022-10-15T06:30:00Z"),
    ]
    for (text, value) in [
      ("days_after(incident.date, 30)", "2022-11-17..2022-11-21"),
      ("months_after(incident.date, 1)", "2022-11-18..2022-11-20"),
      ("days_between(incident.date, date('2022-10-25'))", "5..7"),
      ("date_of(incident.started)", "2022-10-15.."),
      ("days_after(incident.date, incident.days)", "2022-10-19..2022-10-24"),
      ("days_after(incident.date, incident.days) < date('2022-10-25')", "true"),
      ("hours_between(incident.started, timestamp('2022-10-15T07:30:00Z'))", "..1"),
      ("incident.started - timestamp('2022-10-15T05:30:00Z') >= duration('1h')", "true"),
    ] {
      #expect(Bench.run(text, stated).value == value, "\(text)")
    }
  }

  @Test func `a bound that decides names nothing as missing, through a step too`() throws {
    var bench = Bench()
    try bench.step("lowest", "min(awards.map(a, a.value))")
    try bench.step("free", "awards.filter(a, a.group == 'free')")
    let facts = Shop.facts(["awards": .records([["id": "A1", "group": "free", "value": 5], ["id": "A2"]])])
    for text in ["lowest <= 5", "free.exists(a, a.value == 5)", "free[0].value == 5"] {
      let outcome = bench.run(text, facts)
      #expect(outcome.value == "true", "\(text)")
      #expect(outcome.missing == [], "\(text)")
    }
    #expect(bench.run("lowest >= 5", facts).missing == ["awards[A2].value missing"])
    #expect(bench.run("free.size() == 1", facts).missing == ["awards[A2].group missing"])
    #expect(bench.run("free[1].value == 1", facts).missing == ["awards[A2].group missing"])
  }

  @Test func `only the bounds that left a result open are missing`() throws {
    var bench = Bench()
    try bench.step("late", "incident.days > 3")
    let facts = Shop.facts(["incident.days": .atLeast(5), "incident.cap": .atLeast(3)])
    #expect(bench.run("late && incident.cap < 9", facts).missing == ["incident.cap bounds"])
    #expect(bench.run("if(late, incident.cap, 0) < 9", facts).missing == ["incident.cap bounds"])
  }

  @Test func `readings are followed only up to a limit`() {
    let many: Shop.Stated = .either((0..<200).map { .number(Rational($0)) })
    let stated: [String: Shop.Stated] = ["incident.cap": many, "incident.count": many]
    #expect(Bench.run("incident.cap * 1 < 500", stated).value == "unknown")
    #expect(Bench.run("incident.cap < 500", stated).value == "true")
    #expect(Bench.run("incident.cap == 500", stated).value == "false")
  }
}
