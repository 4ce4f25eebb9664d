import Expressions
import Testing

@Suite struct `Grounds` {
  @Test(arguments: [
    ("incident.planned && incident.cap > 9", ["incident.cap", "incident.planned"]),
    ("incident.cap > 9 && incident.planned", ["incident.cap", "incident.planned"]),
    ("incident.cap > 1 && incident.planned", ["incident.planned"]),
    ("incident.cap > 1 || incident.planned", ["incident.cap"]),
    ("incident.planned || incident.cap > 1", ["incident.cap"]),
    ("incident.planned || incident.cap > 9", ["incident.cap", "incident.planned"]),
    ("if(incident.planned, incident.count, incident.cap) > 1", ["incident.cap", "incident.planned"]),
  ])
  func `only the reads that decided survive`(text: String, reads: [String]) {
    #expect(
      Bench.run(text, ["incident.planned": false, "incident.cap": 5, "incident.count": 4]).reads == reads)
  }

  static let awards: [String: Shop.Stated] = [
    "awards": .records([
      ["id": "A1", "group": "free", "value": 5], ["id": "A2", "group": "paid", "value": 3],
      ["id": "A3", "group": "free", "value": 1],
    ]), "incident.cap": 4, "incident.channels": .texts(["web", "phone"]), "incident.channel": "web",
    "incident.planned": true, "incident.main": "pay",
    "services": .records([
      ["id": "talk", "fee": 1, "affected": true],
      ["id": "pay", "fee": 2, "affected": true, "outages": .records([["from": "2022-10-15T00:00:00Z"]])],
    ]),
  ]

  @Test(arguments: [
    "!services.exists(s, s.outages.exists(o, o.from > timestamp('2023-01-01T00:00:00Z')))",
    "services.all(s, s.outages.all(o, o.from < timestamp('2023-01-01T00:00:00Z')))",
    "services.filter(s, s.outages.size() > 1).size() == 0",
  ])
  func `a list inside an element stays in the grounds`(text: String) {
    let outage: [String: Shop.Stated] = ["from": "2022-10-15T00:00:00Z"]
    let services: Shop.Stated = .records([
      ["id": "talk", "outages": .records([outage])], ["id": "pay", "outages": .records([])],
    ])
    let outcome = Bench.run(text, ["services": services])
    #expect(outcome.value == "true")
    #expect(outcome.lists == ["services", "services[pay].outages", "services[talk].outages"])
  }

  @Test(arguments: [
    ("awards.exists(a, a.value > 4)", ["awards[A1].value"], []),
    ("awards.exists(a, a.value > incident.cap)", ["awards[A1].value", "incident.cap"], []),
    ("awards.exists(a, a.value > 9)", [], ["awards"]),
    ("awards.all(a, a.value > incident.cap)", ["awards[A2].value", "awards[A3].value", "incident.cap"], []),
    ("awards.all(a, a.value > 0)", [], ["awards"]),
    ("awards.all(a, a.value < incident.cap + 9)", ["incident.cap"], ["awards"]),
    ("awards.exists(a, incident.planned)", ["incident.planned"], ["awards"]),
    ("awards.all(a, !incident.planned)", ["incident.planned"], ["awards"]),
    (
      "awards.filter(a, a.group == 'free').exists(a, a.value > 4)", ["awards[A1].group", "awards[A1].value"],
      []
    ),
    (
      "awards.filter(a, incident.planned).exists(a, a.value > 4)", ["awards[A1].value", "incident.planned"],
      []
    ),
    ("awards.map(a, a.value).exists(v, v > 4)", ["awards[A1].value"], []),
    ("awards.map(a, 1).exists(v, v == 1)", [], ["awards"]),
    ("awards.map(a, incident.cap).exists(v, v == 4)", ["incident.cap"], ["awards"]),
    ("incident.channels.exists(c, c == incident.channel)", ["incident.channel", "incident.channels"], []),
    ("incident.channel in incident.channels", ["incident.channel", "incident.channels"], []),
    ("incident.cap in awards.map(a, incident.cap)", ["incident.cap"], ["awards"]),
    ("5 in awards.map(a, a.value)", ["awards[A1].value"], []),
    ("find(awards, 'id', 'A2').value > 1", ["awards[A2].id", "awards[A2].value"], ["awards"]),
    ("[incident.main].all(s, s.affected)", ["incident.main", "services[pay].affected"], []),
    (
      "incident.main.outages.exists(o, has(o.from))", ["incident.main", "services[pay].outages[#1].from"],
      ["services[pay].outages"]
    ),
    (
      "if(incident.planned, awards, []).exists(a, a.value > 4)", ["awards[A1].value", "incident.planned"],
      ["awards"]
    ),
  ])
  func `a list's result rests on what decided it`(text: String, reads: [String], lists: [String]) {
    let outcome = Bench.run(text, Self.awards)
    #expect(outcome.value == "true" || outcome.value == "false")
    #expect(outcome.reads == reads)
    #expect(outcome.lists == lists)
  }

  @Test func `elements that fail are listed up to twenty`() {
    let awards: Shop.Stated = .records(
      (1...40).map { ["id": .text("A\($0)"), "value": .number(Rational($0))] })
    let outcome = Bench.run("awards.all(a, a.value > 30)", ["awards": awards])
    #expect(outcome.reads.count == 20)
    #expect(Bench.run("awards.filter(a, a.value > 5).size() == 35", ["awards": awards]).reads.count == 20)
    #expect(Bench.run("awards.map(a, a.value).size() == 40", ["awards": awards]).reads.count == 20)
    #expect(Bench.run("sum(awards.map(a, a.value)) == 820", ["awards": awards]).lists == ["awards"])
  }

  @Test func `a neighbour rests on the list, for another element could stand between`() {
    let outcome = Bench.run("pairs(awards).exists(x, x.after.value < x.before.value)", Self.awards)
    #expect(outcome.value == "true")
    #expect(outcome.lists == ["awards"])
  }

  @Test func `grounds of lists built on lists do not double`() throws {
    var bench = Bench()
    try bench.step("s0", "awards.map(a, a.value)")
    for index in 1...40 { try bench.step("s\(index)", "s\(index - 1).map(v, v + v)") }
    let facts = Shop.facts(["awards": .records([["id": "A1", "value": .between(1, 2)], ["id": "A2"]])])
    let outcome = bench.run("s40[1] > 1", facts)
    #expect(outcome.value == "unknown")
    #expect(outcome.missing.contains("awards[A2].value missing"))
  }
}
