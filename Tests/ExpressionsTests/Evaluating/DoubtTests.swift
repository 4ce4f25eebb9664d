import Testing

/// A2 does not say its group: whether it is among the free awards is unknown.
private let doubtful: [String: Shop.Stated] = [
  "awards": .records([
    ["id": "A1", "group": "free", "value": 5], ["id": "A2", "value": 3],
    ["id": "A3", "group": "paid", "value": 1],
  ])
]
private let free = "awards.filter(a, a.group == 'free')"

/// The list may hold more than A1.
private let incomplete: [String: Shop.Stated] = [
  "awards": .records([["id": "A1", "group": "free", "value": 5]], isIncomplete: true),
  "incident.channels": .texts(["web", "phone"], isIncomplete: true),
]

@Suite struct `Doubtful members and incomplete lists` {
  @Test func `filter keeps an element whose test is unknown as doubtful`() {
    #expect(Bench.run(free + ".map(a, a.value)", doubtful).value == "[5, 3?]")
  }

  @Test(arguments: [
    ("\(free).exists(a, a.value > 4)", "true"), ("\(free).exists(a, a.value < 4)", "unknown"),
    ("\(free).exists(a, a.value > 9)", "false"), ("\(free).all(a, a.value > 2)", "true"),
    ("\(free).all(a, a.value > 4)", "unknown"), ("\(free).all(a, a.value > 5)", "false"),
    ("\(free).exists_one(a, a.value > 4)", "true"), ("\(free).exists_one(a, a.value > 2)", "unknown"),
    ("5 in \(free).map(a, a.value)", "true"), ("3 in \(free).map(a, a.value)", "unknown"),
    ("1 in \(free).map(a, a.value)", "false"), ("not_in(5, \(free).map(a, a.value))", "false"),
    ("not_in(3, \(free).map(a, a.value))", "unknown"), ("not_in(1, \(free).map(a, a.value))", "true"),
    ("overlap(\(free).map(a, a.value), [5])", "true"),
    ("overlap([3, 4], \(free).map(a, a.value))", "unknown"),
    ("overlap(\(free).map(a, a.value), [7])", "false"),
    ("size(\(free))", "unknown"), ("sum(\(free).map(a, a.value))", "unknown"),
    ("\(free)[0].value", "5"), ("\(free)[1].value", "unknown"), ("\(free)[2].value", "unknown"),
    ("find(\(free), 'id', 'A1').value", "5"), ("find(\(free), 'id', 'A2').value", "unknown"),
    ("min(\(free).map(a, a.value))", "..5"), ("max(\(free).map(a, a.value))", "5.."),
    ("min(\(free).map(a, a.value)) <= 5", "true"), ("min(\(free).map(a, a.value)) > 5", "false"),
    ("min(\(free).map(a, a.value)) >= 4", "unknown"), ("max(\(free).map(a, a.value)) >= 5", "true"),
    ("distinct(\(free).map(a, a.value))", "unknown"), ("\(free).map(a, a.value) == [5, 3]", "unknown"),
  ])
  func `sure members decide, doubtful ones leave open only what they could change`(
    text: String, value: String
  ) {
    let outcome = Bench.run(text, doubtful)
    #expect(outcome.value == value)
    if value == "unknown" {
      #expect(outcome.missing == ["awards[A2].group missing"])
    } else if !value.contains("..") {
      #expect(outcome.missing == [], "what was missing did not matter")
    }
  }

  @Test(arguments: [
    ("awards.exists(a, a.value > 4)", "true"), ("awards.exists(a, a.value > 9)", "unknown"),
    ("awards.all(a, a.value > 9)", "false"), ("awards.all(a, a.value > 4)", "unknown"),
    ("awards.exists_one(a, a.value > 4)", "unknown"), ("awards.size()", "unknown"), ("awards[0].value", "5"),
    ("awards[1].value", "unknown"), ("find(awards, 'id', 'A1').value", "5"),
    ("find(awards, 'id', 'A2').value", "unknown"),
    ("sum(awards.map(a, a.value))", "unknown"), ("min(awards.map(a, a.value)) <= 5", "true"),
    ("min(awards.map(a, a.value)) >= 5", "unknown"), ("max(awards.map(a, a.value)) >= 5", "true"),
    ("awards.filter(a, a.value > 9).size()", "unknown"), ("awards.map(a, a.value) == [5]", "unknown"),
    ("pairs(awards).all(x, x.after.value > x.before.value)", "unknown"),
    ("covered_hours([]) == 0", "true"),
  ])
  func `an incomplete list may hold more at its end`(text: String, value: String) {
    let outcome = Bench.run(text, incomplete)
    #expect(outcome.value == value)
    #expect(outcome.missing == (value == "unknown" ? ["awards incomplete"] : []))
  }

  @Test(arguments: [
    ("'web' in incident.channels", "true"), ("'post' in incident.channels", "unknown"),
    ("not_in('post', incident.channels)", "unknown"), ("overlap(incident.channels, ['post'])", "unknown"),
    ("overlap(incident.channels, [])", "false"), ("overlap([], incident.channels)", "false"),
    ("overlap(['post'], incident.channels)", "unknown"), ("(incident.channels + ['x'])[2]", "unknown"),
    ("'x' in incident.channels + ['x']", "true"), ("covers(incident.channels, 'web')", "true"),
    ("covers(incident.channels, 'pay')", "unknown"), ("covers(incident.channels + ['all'], 'pay')", "true"),
  ])
  func `an incomplete list of texts may hold any other`(text: String, value: String) {
    let outcome = Bench.run(text, incomplete)
    #expect(outcome.value == value)
    #expect(outcome.missing == (value == "unknown" ? ["incident.channels incomplete"] : []))
  }

  @Test func `a blank in one element does not hide the failure of another`() {
    let awards: Shop.Stated = .records([["id": "A1", "value": 2], ["id": "A2"]])
    for text in [
      "awards.all(a, a.value >= 3)", "min(awards.map(a, a.value)) >= 3", "awards.map(a, a.value)[0] >= 3",
      "awards.map(a, a.value).all(v, v >= 3)",
    ] {
      let outcome = Bench.run(text, ["awards": awards])
      #expect(outcome.value == "false", "\(text)")
      #expect(outcome.missing == [], "\(text)")
      #expect(outcome.reads == ["awards[A1].value"] || outcome.reads.contains("awards[A1].value"))
    }
    #expect(Bench.run("min([incident.cap, 5]) <= 5", [:]).value == "true")
    #expect(Bench.run("max([incident.cap, 5]) <= 5", [:]).missing == ["incident.cap missing"])
    #expect(Bench.run("min(incident.cap, 5) <= 5", [:]).value == "true")
    #expect(Bench.run("min(incident.cap, 5) >= 5", [:]).value == "unknown")
    #expect(Bench.run("max(5, incident.cap) > 4", [:]).value == "true")
    #expect(Bench.run("min(incident.cap, 1 / incident.count) <= 5", ["incident.count": 0]).value == "unknown")
    #expect(Bench.run("min([incident.cap]) <= 5", [:]).value == "unknown")
  }

  @Test func `neighbours across a doubtful element are neighbours if it does not belong`() {
    let awards: [String: Shop.Stated] = [
      "awards": .records([
        ["id": "A1", "group": "free", "value": 1], ["id": "A2", "value": 3],
        ["id": "A3", "group": "free", "value": 5],
        ["id": "A4", "group": "free", "value": 6],
      ])
    ]
    let pairs = "pairs(\(free))"
    #expect(Bench.run("\(pairs).map(x, x.after.value - x.before.value)", awards).value == "[2?, 4?, 2?, 1]")
    let open = Bench.run("\(pairs).all(x, x.after.value - x.before.value <= 2)", awards)
    #expect(open.value == "unknown")
    #expect(open.missing == ["awards[A2].group missing"])
    #expect(Bench.run("\(pairs).all(x, x.after.value - x.before.value <= 4)", awards).value == "true")
    #expect(Bench.run("\(pairs).exists(x, x.after.value - x.before.value == 1)", awards).value == "true")
  }

  @Test func `sure neighbours decide`() {
    let awards: [String: Shop.Stated] = [
      "awards": .records([["id": "A1", "value": 3], ["id": "A2", "value": 2], ["id": "A3"]])
    ]
    #expect(Bench.run("pairs(awards).all(x, x.before.value < x.after.value)", awards).value == "false")
    #expect(Bench.run("pairs(awards).all(x, x.before.value > x.after.value)", awards).value == "unknown")
  }

  @Test func `an error of one element is set aside where another decides`() {
    let awards: [String: Shop.Stated] = [
      "awards": .records([["id": "A1", "value": 0], ["id": "A2", "value": 4], ["id": "A3"]])
    ]
    #expect(Bench.run("awards.exists(a, 4 / a.value == 1)", awards).value == "true")
    #expect(Bench.run("awards.exists(a, 4 / a.value == 2)", awards).value == "unknown")
    #expect(
      Bench.run("awards.filter(a, has(a.value)).exists(a, 4 / a.value == 2)", awards).value
        == "error divisionByZero")
  }

  @Test(arguments: [
    ("\(free).exists(a, 6 / a.count > 1)", "true"), ("\(free).exists(a, 6 / a.count > 9)", "unknown"),
    ("\(free).all(a, 6 / a.count > 1)", "unknown"), ("\(free).exists_one(a, 6 / a.count > 9)", "unknown"),
    ("\(free).map(a, 6 / a.count)", "[2, unknown?]"),
    ("\(free).filter(a, 6 / a.count > 1).size()", "unknown"),
    ("\(free).filter(a, 6 / a.count > 1)[0].value", "5"), ("\(free).map(a, 6 / a.count > 9, 1)", "[1?]"),
    ("awards.map(a, 6 / a.count)", "error divisionByZero"),
  ])
  func `an error of a doubtful member leaves open whether there is one`(text: String, value: String) {
    let awards: [String: Shop.Stated] = [
      "awards": .records([["id": "A1", "group": "free", "value": 5, "count": 3], ["id": "A2", "count": 0]])
    ]
    #expect(Bench.run(text, awards).value == value)
  }
}
