import Expressions
import Testing

@Suite struct `Membership` {
  private typealias Facts = [String: Shop.Stated]

  /// One award is free, one may be, one is paid.
  private static let awards: Facts = [
    "awards": .records([
      ["id": "A1", "group": "free", "value": 1], ["id": "A2", "value": 2],
      ["id": "A3", "group": "paid", "value": 3],
    ])
  ]
  private static let free = "awards.filter(a, a.group == 'free').map(a, a.value)"

  @Test(arguments: ["1", "2", "3", "incident.cap"])
  func `not_in is the opposite of in, with the same grounds`(value: String) {
    for cap: Shop.Stated in [
      2, .either([1, 3]), .either([1, 2]), .either([3, 4]), .between(2, 3), .atLeast(3),
    ] {
      var facts = Self.awards
      facts["incident.cap"] = cap
      let positive = Bench.run("!(\(value) in \(Self.free))", facts)
      #expect(Bench.run("not_in(\(value), \(Self.free))", facts) == positive)
    }
  }

  @Test(arguments: [
    ("1", "false"), ("2", "unknown"), ("3", "true"), ("incident.cap", "unknown"),
  ])
  func `a doubtful member leaves open only what it could change`(value: String, answer: String) {
    let outcome = Bench.run("not_in(\(value), \(Self.free))", Self.awards)
    #expect(outcome.value == answer)
    if value == "2" { #expect(outcome.missing == ["awards[A2].group missing"]) }
    // What surely is a member is the whole ground.
    if value == "1" { #expect(outcome.reads == ["awards[A1].group", "awards[A1].value"]) }
  }

  @Test(arguments: [
    (Shop.Stated.either([3, 5]), "false"), (.either([3, 4]), "unknown"), (.either([4, 6]), "true"),
    (.between(6, 9), "true"), (.between(4, 9), "unknown"), (.between(3, 3), "false"), (.atMost(2), "true"),
  ])
  func `bounds and disputed values are told apart by what they could be`(cap: Shop.Stated, answer: String) {
    let outcome = Bench.run("not_in(incident.cap, [3, 5])", ["incident.cap": cap])
    #expect(outcome.value == answer)
    #expect(outcome.missing.isEmpty == (answer != "unknown"))
  }

  @Test(arguments: [
    (Shop.Stated.texts(["app", "mail"]), "false"), (.texts(["app"], isIncomplete: true), "false"),
    (.texts(["web"], isIncomplete: true), "unknown"), (.texts(["web"]), "true"), (.texts([]), "true"),
    (.none, "true"),
  ])
  func `a list that may hold more answers only where it holds the value`(
    channels: Shop.Stated, answer: String
  ) {
    #expect(Bench.run("not_in('app', incident.channels)", ["incident.channels": channels]).value == answer)
  }

  @Test func `not_in tells that a literal is no member of the choice`() {
    let problem = Bench.run("awards.all(a, not_in(a.group, [1, 2]))").value
    #expect(problem.hasPrefix("refused: "))
    #expect(Bench.run("not_in(1, ['a'])").value.hasPrefix("refused: "))
    #expect(Bench.run("not_in(1)").value.hasPrefix("refused: "))
  }

  @Test(arguments: [
    (Shop.Stated.either(["app", "mail"]), "true"), (.either(["app", "web"]), "unknown"),
    (.either(["web", "sms"]), "false"),
  ])
  func `overlap takes a disputed member for one if every reading is`(channel: Shop.Stated, answer: String) {
    #expect(
      Bench.run("overlap([incident.channel], ['app', 'mail'])", ["incident.channel": channel]).value == answer
    )
  }

  @Test(arguments: [
    (Shop.Stated.texts(["all"]), "true"), (.texts(["talk"]), "true"), (.texts(["pay"]), "false"),
    (.texts(["pay"], isIncomplete: true), "unknown"), (.texts(["all"], isIncomplete: true), "true"),
  ])
  func `covers holds for the id and for all`(services: Shop.Stated, answer: String) {
    let stated: [String: Shop.Stated] = ["awards": .records([["id": "A1", "services": services]])]
    #expect(Bench.run("covers(awards[0].services, 'talk')", stated).value == answer)
  }

  @Test func `exists_one looks at every element, so an error counts past a second hit`() {
    #expect(Bench.run("[3, 2, 1, 0].exists_one(n, 12 / n > 1)").value == "error divisionByZero")
    #expect(Bench.run("[3, 2, 1].exists_one(n, 12 / n > 1)").value == "false")
    #expect(Bench.run("\(Self.free).exists_one(v, 1 / (v - 3) < 0)", Self.awards).value == "unknown")
  }
}
