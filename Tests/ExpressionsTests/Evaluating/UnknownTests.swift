import Testing

@Suite struct `Facts that are missing, none or assumed` {
  @Test func `a missing fact is unknown and named`() {
    let outcome = Bench.run("incident.cap >= 3", [:])
    #expect(outcome.value == "unknown")
    #expect(outcome.missing == ["incident.cap missing"])
  }

  @Test func `a fact declared none is unknown where a value is needed`() {
    let outcome = Bench.run("incident.cap >= 3", ["incident.cap": .none])
    #expect(outcome.value == "unknown")
    #expect(outcome.missing == ["incident.cap none"])
  }

  @Test func `a list declared none is empty`() {
    let outcome = Bench.run("awards.size()", ["awards": .none])
    #expect(outcome.value == "0")
    #expect(outcome.reads == ["awards"])
  }

  @Test func `a list that is not stated is unknown`() {
    #expect(Bench.run("awards.all(a, a.value > 0)", [:]).value == "unknown")
    #expect(Bench.run("awards.size()", [:]).missing == ["awards missing"])
  }

  @Test func `an empty list is stated and empty`() {
    #expect(Bench.run("awards.size() == 0", ["awards": .records([])]).value == "true")
  }

  @Test(arguments: [
    ("incident.cap > 1 && incident.planned", "false", []),
    ("incident.planned && incident.cap > 1", "false", []),
    ("incident.cap > 1 || !incident.planned", "true", []),
    ("incident.cap > 1 && !incident.planned", "unknown", ["incident.cap missing"]),
    ("incident.cap > 1 || incident.planned", "unknown", ["incident.cap missing"]),
    ("!(incident.cap > 1)", "unknown", ["incident.cap missing"]),
    ("if(incident.cap > 1, true, true)", "unknown", ["incident.cap missing"]),
    ("if(incident.planned, incident.cap, 5) == 5", "true", []),
    ("1 / incident.count > 1 && incident.cap > 1", "unknown", ["incident.cap missing"]),
    ("1 / incident.count > 1 && incident.planned", "false", []),
    ("1 / incident.count > 1 || incident.planned", "error divisionByZero", []),
    ("1 / incident.count + incident.cap > 1", "unknown", ["incident.cap missing"]),
    ("incident.cap / incident.count > 1", "unknown", ["incident.cap missing"]),
  ])
  func `an unknown side is absorbed only where the other decides`(
    text: String, value: String, missing: [String]
  ) {
    let outcome = Bench.run(text, ["incident.planned": false, "incident.count": 0])
    #expect(outcome.value == value)
    #expect(outcome.missing == missing)
  }

  @Test(arguments: [
    ("has(incident.cap)", "false", "true", "false"),
    ("stated(incident.cap)", "unknown", "true", "false"),
    ("opt(incident.cap, 7)", "7", "3", "7"),
  ])
  func `has, stated and opt look at whether a fact is stated`(
    text: String, missing: String, stated: String, none: String
  ) {
    #expect(Bench.run(text, [:]).value == missing)
    #expect(Bench.run(text, ["incident.cap": 3]).value == stated)
    #expect(Bench.run(text, ["incident.cap": .none]).value == none)
    #expect(Bench.run(text, [:]).assumed == (text.hasPrefix("stated") ? [] : ["incident.cap"]))
  }

  @Test func `a group is stated, none or missing as a fact is`() {
    let one: Shop.Stated = .records([
      ["id": "A1", "terms": .group], ["id": "A2", "terms": .none], ["id": "A3"],
    ])
    #expect(Bench.run("awards.map(a, has(a.terms))", ["awards": one]).value == "[true, false, false]")
    #expect(Bench.run("awards.map(a, stated(a.terms))", ["awards": one]).value == "[true, false, unknown]")
  }

  @Test func `an unknown root stays unknown under has and opt`() {
    let awards: Shop.Stated = .records([["id": "A1", "value": 3]])
    #expect(Bench.run("has(find(awards, 'id', 'A9').value)", ["awards": awards]).value == "unknown")
    #expect(Bench.run("opt(find(awards, 'id', 'A9').value, 1)", ["awards": awards]).value == "unknown")
    #expect(Bench.run("opt(find(awards, 'id', 'A1').value, 1)", ["awards": awards]).value == "3")
    #expect(Bench.run("opt(find(awards, 'id', 'A1').count, 1)", ["awards": awards]).value == "1")
  }

  @Test func `opt of a list declared none is the empty list`() {
    #expect(Bench.run("opt(incident.channels, ['x'])", ["incident.channels": .none]).value == "[]")
    let missing = Bench.run("opt(incident.channels, ['x'])", [:])
    #expect(missing.value == "[x]")
    #expect(missing.assumed == ["incident.channels"])
  }

  @Test func `opt of a fact with bounds gives the bounds`() {
    #expect(Bench.run("opt(incident.cap, 7) > 2", ["incident.cap": .atLeast(3)]).value == "true")
  }

  @Test func `what absence means is taken and noted as assumed`() {
    let outcome = Bench.run("incident.silent == 0", [:])
    #expect(outcome.value == "true")
    #expect(outcome.assumed == ["incident.silent"])
    #expect(Bench.run("incident.silent == 0", ["incident.silent": .none]).value == "unknown")
  }

  @Test func `a derived fact rests on the facts it is derived from`() {
    let outcome = Bench.run("awards.all(a, a.double < 10)", ["awards": .records([["id": "A1", "value": 7]])])
    #expect(outcome.value == "false")
    #expect(outcome.reads == ["awards[A1].value"])
    let missing = Bench.run("awards.all(a, a.double < 10)", ["awards": .records([["id": "A1"]])])
    #expect(missing.missing == ["awards[A1].value missing"])
  }

  @Test func `a derived list is a list like any other`() {
    let awards: Shop.Stated = .records([
      ["id": "A1", "group": "free", "value": 7], ["id": "A2", "group": "paid"],
    ])
    let outcome = Bench.run("incident.free.exists(a, a.value > 5)", ["awards": awards])
    #expect(outcome.value == "true")
    #expect(outcome.reads == ["awards[A1].group", "awards[A1].value"])
  }
}
