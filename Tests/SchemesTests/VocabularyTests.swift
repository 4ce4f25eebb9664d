import Diagnostics
import Expressions
import Schemes
import Testing

@Suite struct `Vocabularies` {
  private func codes(_ facts: String, _ more: String = "") throws -> [String] {
    let text =
      "format: guideline_vocabulary/1\nid: v\nversion: 1\n\(more)facts:\n"
      + facts.split(separator: "\n").map { "  " + $0 + "\n" }.joined()
    return try vocabulary(text).log.sorted.filter { $0.severity != .note }.map(\.code)
  }

  @Test func `facts become fields of the root and of records`() throws {
    let environment = try orchard().environment
    #expect(environment.id == "orchard_plan")
    #expect(environment.records.map(\.name) == ["", "tree", "worker", "remark", "graft"])
    let root = environment.records[0]
    #expect(
      root.fields.prefix(9).map(\.name)
        == [
          "plan", "plan.id", "plan.title", "plan.filed", "plan.started", "plan.organic", "plan.cost",
          "plan.pause",
          "plan.fruit",
        ])
    #expect(root.fields[0].type == .group)
    #expect(root.fields[6].type == .number(unit: "KRW"))
    #expect(root.fields[6].label == LocalizedText(ko: "비용", en: "cost"))
    let trees = try #require(root.slots["plan.trees"])
    #expect(root.fields[trees].type == .list(.record(1)))
    let worker = environment.records[2]
    let reference = ValueType.Reference(list: trees, record: 1, allowsAll: false)
    #expect(try worker.fields[#require(worker.slots["tree"])].type == .reference(reference))
    let all = ValueType.Reference(list: trees, record: 1, allowsAll: true)
    #expect(try worker.fields[#require(worker.slots["helps"])].type == .list(.reference(all)))
    #expect(worker.key == worker.slots["id"])
    #expect(environment.records[3].key == nil)
    #expect(environment.records[1].label == LocalizedText(ko: "나무", en: "tree"))
    #expect(environment.units["KRW"] == LocalizedText(ko: "원", en: "KRW"))
  }

  @Test func `a group may have a label of its own`() throws {
    let root = try orchard().environment.records[0]
    let water = try root.fields[#require(root.slots["plan.water"])]
    #expect(water.type == .group)
    #expect(water.label == LocalizedText(ko: "물", en: "water"))
    let daily = try root.fields[#require(root.slots["plan.water.daily"])]
    #expect(daily.type == .group)
  }

  @Test func `shared choices are one type and an open use of one another`() throws {
    let environment = try #require(
      try vocabulary(
        """
        format: guideline_vocabulary/1
        id: v
        version: 2.1
        choices: {kind: {a: {ko: 가, en: A}, b: {ko: 나}}}
        facts:
          x.one: {type: choice, choices: kind, ko: 하나, en: one}
          x.two: {type: choice, choices: kind, ko: 둘, en: two}
          x.three: {type: choice, choices: kind, open: true, ko: 셋, en: three}
          x.four: {type: list, of: choice, choices: {c: {ko: 다, en: C}}, ko: 넷, en: four}
        """
      ).value)
    let root = environment.environment.records[0]
    #expect(root.fields[1].type == .choice(0))
    #expect(root.fields[2].type == .choice(0))
    #expect(root.fields[3].type == .choice(1))
    #expect(root.fields[4].type == .list(.choice(2)))
    #expect(environment.environment.choices.map(\.isOpen) == [false, true, false])
    #expect(environment.environment.choices[0].label(of: "b") == LocalizedText("나"))
    #expect(environment.environment.choices[2].name == "x.four")
    #expect(environment.format == "v/2")
  }

  @Test func `the filed fact and the properties of facts are kept`() throws {
    let vocabulary = try orchard()
    #expect(vocabulary.filedFact == vocabulary.environment.records[0].slots["plan.filed"])
    let (value, log) = try declaring(
      """
        x.proof: {type: string, confidential: true, ko: 자료, en: proof}
        x.claimed: {type: bool, needs_proof: x.proof, absent: false, ko: 주장, en: claimed}
      """)
    #expect(log.entries.map(\.code) == ["vocabulary.absent-without-why"])
    #expect(log.entries.map(\.severity) == [.note])
    let root = try #require(value?.environment.records[0])
    #expect(root.fields[1].isConfidential)
    #expect(root.fields[2].needsProof == "x.proof")
    #expect(root.fields[2].span?.location.line == 6)
  }

  private func declaring(_ facts: String) throws -> (value: Vocabulary?, log: DiagnosticLog) {
    try vocabulary("format: guideline_vocabulary/1\nid: v\nversion: 1\nfacts:\n" + facts)
  }

  @Test func `an absent list may stand for an empty one`() throws {
    let (value, log) = try declaring(
      """
        x.a: {type: list, of: y, absent: [], absent_why: {ko: 까닭, en: why}, ko: 가, en: a}
        x.b: {type: list, of: string, absent: [one], absent_why: 까닭, ko: 나, en: b}
        y.n: {type: number, ko: 수, en: n}
      """)
    #expect(log.isEmpty)
    guard case .list(let empty) = value?.environment.records[0].fields[1].absent,
      case .list(let one) = value?.environment.records[0].fields[2].absent
    else {
      Issue.record("no lists")
      return
    }
    #expect(empty.elements.isEmpty)
    #expect(one.elements.count == 1)
  }

  @Test func `conditions and derived facts are checked expressions`() throws {
    let environment = try orchard().environment
    let tree = environment.records[1]
    #expect(try tree.fields[#require(tree.slots["ripe"])].when?.type == .bool)
    #expect(try tree.fields[#require(tree.slots["old"])].derived?.type == .bool)
  }

  @Test(arguments: [
    ("x.a: {type: strng, ko: 가, en: a}", "vocabulary.unknown-type"),
    ("x.a: {ko: 가, en: a}", "vocabulary.no-type"),
    ("x.a: text", "vocabulary.bad-fact"),
    ("x.a: {type: string, ko: 가, en: a, unt: KRW}", "vocabulary.unknown-attribute"),
    ("x.a: {type: string, unit: KRW, ko: 가, en: a}", "vocabulary.unfit-attribute"),
    ("x.a: {type: bool, of: string, ko: 가, en: a}", "vocabulary.unfit-attribute"),
    ("x.a: {type: bool, key: true, ko: 가, en: a}", "vocabulary.unfit-attribute"),
    ("x.a: {type: string, filed: true, ko: 가, en: a}", "vocabulary.unfit-attribute"),
    ("x.a: {type: bool, absent_why: 까닭, ko: 가, en: a}", "vocabulary.unfit-attribute"),
    ("x.a: {type: list, ko: 가, en: a}", "vocabulary.list-without-of"),
    ("x.a: {type: list, of: y, ko: 가, en: a}", "vocabulary.unknown-record"),
    ("x.a: {type: list, of: list, ko: 가, en: a}", "vocabulary.bad-record"),
    ("x.a: {type: ref, ko: 가, en: a}", "vocabulary.ref-without-to"),
    ("x.a: {type: ref, to: x.b, ko: 가, en: a}", "vocabulary.bad-reference"),
    (
      "x.l: {type: list, of: y, ko: 가, en: l}\ny.n: {type: number, ko: 수, en: n}\nx.a: {type: ref, to: x.l, ko: 가, en: a}",
      "vocabulary.reference-without-key"
    ),
    ("x.a: {type: choice, ko: 가, en: a}", "vocabulary.no-members"),
    ("x.a: {type: choice, choices: [], ko: 가, en: a}", "vocabulary.no-members"),
    ("x.a: {type: choice, choices: kinds, ko: 가, en: a}", "vocabulary.unknown-choice"),
    ("x.a: {type: choice, choices: [a, none], ko: 가, en: a}", "vocabulary.reserved-member"),
    ("x.a: {type: choice, choices: [a, \"null\"], ko: 가, en: a}", "vocabulary.reserved-member"),
    ("x.a: {type: choice, choices: [a, b, a], ko: 가, en: a}", "vocabulary.duplicate-member"),
    ("x.a: {type: bool, absent: no, ko: 가, en: a}", "value.not-a-boolean"),
    ("x.a: {type: number, absent: none, ko: 가, en: a}", "vocabulary.bad-absence"),
    (
      "x.a: {type: date, filed: true, ko: 가, en: a}\nx.b: {type: date, filed: true, ko: 나, en: b}",
      "vocabulary.second-filed"
    ),
    ("x.a: {type: string, key: true, ko: 가, en: a}", "vocabulary.key-outside-list"),
    ("x.a: {type: string, ko: 가, en: a}\nx.a.b: {type: string, ko: 나, en: b}", "vocabulary.conflict"),
    ("x.a.b: {type: string, ko: 나, en: b}\nx.a: {type: string, ko: 가, en: a}", "vocabulary.conflict"),
    (
      "x.l: {type: list, of: y, ko: 가, en: l}\ny: {type: string, ko: 나, en: y}\ny.n: {type: number, ko: 수, en: n}",
      "vocabulary.bare-record"
    ),
    (
      "x.l: {type: list, of: y, ko: 가, en: l}\ny.a: {type: string, key: true, ko: 가, en: a}\ny.b: {type: string, key: true, ko: 나, en: b}",
      "vocabulary.second-key"
    ),
    ("p.a: {type: string, ko: 가, en: a}", "vocabulary.reserved-name"),
    ("sources.a: {type: string, ko: 가, en: a}", "vocabulary.reserved-name"),
    ("x.source: {type: string, ko: 가, en: a}", "vocabulary.reserved-name"),
    ("x.a-b: {type: string, ko: 가, en: a}", "vocabulary.bad-path"),
    ("x..a: {type: string, ko: 가, en: a}", "vocabulary.bad-path"),
    ("x.1a: {type: string, ko: 가, en: a}", "vocabulary.bad-path"),
    ("x.a: {type: bool, needs_proof: x.b, ko: 가, en: a}", "vocabulary.unknown-fact"),
    (
      "x.a: {type: number, is: x.b + 1, ko: 가, en: a}\nx.b: {type: number, is: x.a + 1, ko: 나, en: b}",
      "vocabulary.cycle"
    ),
    ("x.a: {type: number, when: x.a > 1, ko: 가, en: a}", "vocabulary.cycle"),
    ("x.a: {type: bool, is: [a], ko: 가, en: a}", "vocabulary.expected-expression"),
  ])
  func `what a vocabulary may not say`(_ facts: String, _ code: String) throws {
    let found = try codes(facts)
    #expect(found.contains(code), "\(found)")
  }

  @Test(arguments: [
    ("boolean", "`bool`"), ("text", "`string`"), ("int", "`number`"), ("Integer", "`number`"),
    ("datetime", "`timestamp`"), ("enum", "`choice`"), ("array", "`list`"), ("strng", "`string`"),
  ])
  func `a type by its name elsewhere gets the name to write`(_ type: String, _ help: String) throws {
    let log = try declaring("  x.a: {type: \(type), ko: 가, en: a}\n").log
    let found = try #require(log.entries.first { $0.code == "vocabulary.unknown-type" })
    #expect(found.help?.en.contains(help) == true && found.help?.ko.contains(help) == true)
  }

  @Test(arguments: [("dyas", "`days`"), ("day", "`days`"), ("percnt", "`percent`")])
  func `a unit that is nearly one that functions count in is worth a warning`(_ unit: String, _ help: String)
    throws
  {
    let log = try declaring("  x.a: {type: number, unit: \(unit), ko: 가, en: a}\n").log
    let found = try #require(log.entries.first)
    #expect(log.entries.map(\.code) == ["vocabulary.unknown-unit"])
    #expect(found.severity == .warning && found.help?.en.contains(help) == true)
  }

  @Test(arguments: ["days", "h", "percent", "KRW", "visits"])
  func `other units need no label`(_ unit: String) throws {
    #expect(try declaring("  x.a: {type: number, unit: \(unit), ko: 가, en: a}\n").log.isEmpty)
  }

  @Test func `a wrong expression is reported in its place`() throws {
    let log = try declaring(
      "  x.a: {type: bool, when: x.b == 1, ko: 가, en: a}\n  x.c: {type: number, ko: 다, en: c}\n"
    ).log
    let found = try #require(log.entries.first { $0.severity == .error })
    #expect(found.location?.line == 5)
    #expect((found.location?.column ?? 0) >= 27)
  }

  @Test(arguments: [
    ("id: v\nversion: 1\nfacts: {x.a: {type: bool, ko: 가, en: a}}", "file.no-format"),
    ("format: guideline_policy/1\nid: v\nversion: 1\n", "vocabulary.format"),
    (
      "format: guideline_vocabulary/1\nversion: 1\nfacts: {x.a: {type: bool, ko: 가, en: a}}",
      "vocabulary.missing-key"
    ),
    (
      "format: guideline_vocabulary/1\nid: v\nfacts: {x.a: {type: bool, ko: 가, en: a}}",
      "vocabulary.missing-key"
    ),
    ("format: guideline_vocabulary/1\nid: v\nversion: 1\nfact: {}", "vocabulary.unknown-key"),
    ("format: guideline_vocabulary/1\nid: v\nversion: 1\nfacts: {}", "vocabulary.no-facts"),
    (
      "format: guideline_vocabulary/1\nid: v\nversion: 1\nrecords: {y: {ko: 가}}\nfacts: {x.a: {type: bool, ko: 가, en: a}}",
      "vocabulary.unused-record"
    ),
  ])
  func `wrong headers of a vocabulary`(_ text: String, _ code: String) throws {
    let log = try vocabulary(text).log
    #expect(log.entries.map(\.code).contains(code), "\(log.entries.map(\.code))")
  }
}
