import Expressions
import TestSupport
import Testing

@Suite struct `Equality joins` {
  /// Each join with the same test in a form that no index serves.
  static let forms: [(joined: String, scanned: String)] = [
    ("awards.exists(a, a.group == incident.channel)", "awards.exists(a, !(a.group != incident.channel))"),
    (
      "awards.exists(a, a.group == incident.channel && a.value > 3)",
      "awards.exists(a, !(a.group != incident.channel) && a.value > 3)"
    ),
    (
      "awards.filter(a, incident.channel == a.group).map(a, a.value)",
      "awards.filter(a, !(incident.channel != a.group)).map(a, a.value)"
    ),
    (
      "awards.filter(a, a.value == round_up(incident.cap)).size()",
      "awards.filter(a, !(a.value != round_up(incident.cap))).size()"
    ),
    (
      "awards.all(a, a.group != incident.channel || a.value > 3)",
      "awards.all(a, !(a.group == incident.channel && true) || a.value > 3)"
    ),
    (
      "awards.all(a, !(a.value == max(incident.cap, incident.count)) || a.group == 'free')",
      "awards.all(a, !(a.value == max(incident.cap, incident.count) && true) || a.group == 'free')"
    ),
    ("free.exists(a, a.value == total)", "free.exists(a, !(a.value != total))"),
    (
      "awards.filter(a, a.consent == incident.planned).exists(a, a.service == incident.main)",
      "awards.filter(a, !(a.consent != incident.planned)).exists(a, !(a.service != incident.main))"
    ),
    (
      "services.all(s, awards.exists(a, a.service == s.id && a.value > 2))",
      "services.all(s, awards.exists(a, !(a.service != s.id) && a.value > 2))"
    ),
  ]

  private static func bench() throws -> Bench {
    var bench = Bench()
    try bench.step("free", "awards.filter(a, a.group == 'free')")
    try bench.step("total", "sum([1, 2]) + min(incident.cap, 2)")
    return bench
  }

  private static func stated(_ count: Int, _ random: inout SeededGenerator) -> [String: Shop.Stated] {
    func maybe(_ value: Shop.Stated) -> Shop.Stated? {
      switch Int.random(in: 0..<24, using: &random) {
      case 0: nil
      case 1: Shop.Stated.none
      case 2: .either([value, 1])
      default: value
      }
    }
    func pick(_ values: [Shop.Stated]) -> Shop.Stated {
      values[Int.random(in: 0..<values.count, using: &random)]
    }
    let awards = (0..<count).map { index in
      var award: [String: Shop.Stated] = ["id": .text("A\(index)")]
      award["group"] = pick(["free", "paid", "shop"])
      award["value"] = maybe(pick([1, 2, 3, 4, 5]))
      award["service"] = pick(["talk", "pay"])
      if Bool.random(using: &random) { award["consent"] = pick([true, false]) }
      if Int.random(in: 0..<count * 2, using: &random) == 0 { award["group"] = nil }
      return award
    }
    return [
      "awards": .records(awards, isIncomplete: Int.random(in: 0..<6, using: &random) == 0),
      "services": .records([["id": "talk"], ["id": "pay"]]),
      "incident.channel": pick(["free", "paid", "none"]),
      "incident.cap": maybe(pick([1, 2, 3])) ?? 2, "incident.count": 2,
      "incident.planned": pick([true, false]),
      "incident.main": pick(["talk", "pay"]),
    ]
  }

  @Test(arguments: SeededGenerator.seeds)
  func `a join gives the values and grounds of a test of every element`(seed: UInt64) throws {
    print("seed \(seed)")
    var random = SeededGenerator(seed: seed)
    let bench = try Self.bench()
    for count in [3, 15, 16, 17, 40, 90] {
      for _ in 0..<4 {
        let facts = Shop.facts(Self.stated(count, &random))
        for form in Self.forms {
          var joined = bench.run(form.joined, facts)
          let scanned = bench.run(form.scanned, facts)
          joined.steps = scanned.steps
          #expect(joined == scanned, "\(form.joined), \(count) elements")
          #expect(!joined.value.hasPrefix("refused"))
        }
      }
    }
  }

  @Test func `find gives the first that equals, by an index or not`() {
    for count in [3, 15, 16, 60] {
      let awards: Shop.Stated = .records(
        (0..<count).map {
          ["id": .text("A\($0)"), "value": .number(Rational($0 / 2)), "count": .number(Rational($0))]
        })
      let outcome = Bench.run("find(awards, 'value', 1).count", ["awards": awards])
      #expect(outcome.value == "2")
      #expect(outcome.reads == ["awards[A2].count", "awards[A2].value"])
      #expect(outcome.lists == ["awards"])
      #expect(outcome.steps <= 3)
      #expect(Bench.run("find(awards, 'value', 999).count", ["awards": awards]).missing == ["awards missing"])
    }
  }

  @Test func `find past an element that does not say is unknown`() {
    for count in [3, 30] {
      var awards = (0..<count).map { ["id": Shop.Stated.text("A\($0)"), "value": .number(Rational($0))] }
      awards[1]["value"] = nil
      let stated: [String: Shop.Stated] = ["awards": .records(awards)]
      #expect(Bench.run("find(awards, 'value', 0).id", stated).value == "A0")
      let past = Bench.run("find(awards, 'value', 2).id", stated)
      #expect(past.value == "unknown")
      #expect(past.missing == ["awards[A1].value missing"])
    }
  }

  @Test func `a join costs the elements it finds, by an index or not`() {
    let steps = [3, 15, 16, 90].map { count in
      let awards: Shop.Stated = .records(
        (0..<count).map { ["id": .text("A\($0)"), "group": $0 < 2 ? "free" : "paid"] })
      return Bench.run("awards.exists(a, a.group == 'free' && a.id == 'none')", ["awards": awards]).steps
    }
    #expect(steps == [3, 3, 3, 3])
  }

  @Test func `steps grow with the elements alone`() {
    let steps = [100, 200, 400].map { count in
      let awards: Shop.Stated = .records(
        (0..<count).map { ["id": .text("A\($0)"), "service": .text("S\($0)")] })
      let services: Shop.Stated = .records((0..<count).map { ["id": .text("S\($0)")] })
      let stated = ["awards": awards, "services": services]
      return Bench.run("awards.all(a, find(services, 'id', a.service).id == a.service)", stated).steps
    }
    #expect(steps == [301, 601, 1201])
  }

  @Test func `a list under a replaced step is not looked up in the old one's index`() throws {
    var bench = Bench()
    let free = try bench.step("chosen", "awards.filter(a, a.group == 'free')")
    let paid = try bench.step("others", "awards.filter(a, a.group == 'paid')")
    let checked = try bench.check("chosen.exists(a, a.value == incident.cap)")
    let awards: Shop.Stated = .records(
      (0..<60).map {
        ["id": .text("A\($0)"), "group": $0 < 30 ? "free" : "paid", "value": .number(Rational($0))]
      })
    let evaluation = bench.evaluation(Shop.facts(["awards": awards, "incident.cap": 45]))
    #expect(evaluation.evaluate(checked).value.told == "false")
    #expect(evaluation.replacing([free: paid]) { evaluation.evaluate(checked) }.value.told == "true")
    #expect(evaluation.evaluate(checked).value.told == "false")
  }
}
