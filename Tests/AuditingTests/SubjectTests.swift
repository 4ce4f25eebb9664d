import Diagnostics
import Findings
import Testing

@testable import Auditing

/// What a rule is applied to.
@Suite struct SubjectTests {
  private static func rule(ifNone: String = "", more: String = "") -> String {
    """
      - id: R
        title: {ko: 값, en: price}
        cite: 제1조
        severity: major
        for_each: {as: item, in: "shop.items.filter(i, i.kind == 'food')"\(ifNone)}
        require: item.price < 100
    \(more)
    """
  }

  @Test(arguments: [
    ("", Outcome.notApplicable), (", if_none: pass", .pass), (", if_none: fail", .fail),
    (", if_none: unknown", .unknown), (", if_none: manual", .manual), (", if_none: info", .info),
  ])
  func `no subject means what the rule says`(ifNone: String, outcome: Outcome) throws {
    let scheme = "shop: {filed: 2023-01-01, items: [{id: a, kind: toy}]}"
    let finding = try #require(try findings(rules: Self.rule(ifNone: ifNone), scheme: scheme)["R"])
    #expect(finding.outcome == outcome)
    #expect(finding.lists.map(\.path) == ["shop.items"])
  }

  @Test(arguments: ["[]", "none"])
  func `an empty list and a declared none are no subject`(items: String) throws {
    let scheme = "shop: {filed: 2023-01-01, items: \(items)}"
    #expect(try outcomes(rules: Self.rule(), scheme: scheme) == ["R": .notApplicable])
  }

  @Test func `a failing if_none shows its own message`() throws {
    let more = """
          message: {ko: 비쌈, en: dear}
          message_if_none: {ko: 먹을 것이 없습니다., en: nothing to eat}
          remedy_if_none: {ko: 먹을 것을 두십시오., en: offer food}
      """
    let scheme = "shop: {filed: 2023-01-01, items: []}"
    let finding = try #require(
      try findings(rules: Self.rule(ifNone: ", if_none: fail", more: more), scheme: scheme)["R"])
    #expect(finding.message == LocalizedText(ko: "먹을 것이 없습니다.", en: "nothing to eat"))
    #expect(finding.remedy?.en == "offer food")
  }

  @Test func `a doubtful member is a finding of its own and hides no other`() throws {
    let scheme = """
      shop:
        filed: 2023-01-01
        items: [{id: a, price: 500}, {id: b, kind: food, price: 500}, {id: c, kind: toy}]
      """
    let found = try findings(rules: Self.rule(ifNone: ", if_none: fail"), scheme: scheme)
    #expect(found.mapValues(\.outcome) == ["R[a]": .unknown, "R[b]": .fail])
    #expect(found["R[a]"]?.missing.map(\.path) == ["shop.items[a].kind"])
  }

  @Test func `where only doubtful members are left nothing is said of there being none`() throws {
    let scheme = "shop: {filed: 2023-01-01, items: [{id: a, price: 500}, {id: c, kind: toy}]}"
    #expect(
      try outcomes(rules: Self.rule(ifNone: ", if_none: fail"), scheme: scheme) == ["R[a]": .unknown])
  }

  @Test func `the rest of an incomplete list is one finding`() throws {
    let scheme = """
      incomplete: [shop.items]
      shop: {filed: 2023-01-01, items: [{id: b, kind: food, price: 500}]}
      """
    let found = try findings(rules: Self.rule(ifNone: ", if_none: fail"), scheme: scheme)
    #expect(found.mapValues(\.outcome) == ["R[b]": .fail, "R[*]": .unknown])
    #expect(found["R[*]"]?.subject == "[*]")
    #expect(found["R[*]"]?.missing.map(\.path) == ["shop.items"])
    #expect(found["R[*]"]?.missing.map(\.kind) == [.incomplete])
  }

  @Test func `an incomplete list without members has only its rest`() throws {
    let scheme = "incomplete: [shop.items]\nshop: {filed: 2023-01-01, items: []}"
    #expect(
      try outcomes(rules: Self.rule(ifNone: ", if_none: fail"), scheme: scheme) == ["R[*]": .unknown])
  }

  @Test func `an unknown list is one unknown finding without a subject`() throws {
    let found = try findings(rules: Self.rule(ifNone: ", if_none: fail"), scheme: "shop: {filed: 2023-01-01}")
    #expect(found.mapValues(\.outcome) == ["R": .unknown])
    #expect(found["R"]?.missing.map(\.path) == ["shop.items"])
  }

  private static let nested = """
      - id: R
        title: {ko: 표시, en: marks}
        cite: 제1조
        severity: major
        for_each:
          - {as: item, in: "shop.items.filter(i, i.kind == 'food')", if_none: fail}
          - {as: mark, in: item.marks}
        require: mark.size >= 10
        message: {ko: "{item.id}: {mark.text}", en: "{item.id}: {mark.text}"}
    """

  @Test func `nested subjects are joined and named by key or place`() throws {
    let scheme = """
      shop:
        filed: 2023-01-01
        items:
          - {id: a, kind: food, marks: [{text: x, size: 10}, {text: y, size: 9}]}
          - {id: "#1", kind: food, marks: [{text: z, size: 9}]}
          - {id: t, kind: toy, marks: [{text: z, size: 9}]}
      """
    let found = try findings(rules: Self.nested, scheme: scheme)
    #expect(found.mapValues(\.outcome) == ["R[a/#1]": .pass, "R[a/#2]": .fail, "R['#1'/#1]": .fail])
    #expect(found["R[a/#2]"]?.message?.en == "a: y")
    #expect(found["R[a/#2]"]?.bindings.map(\.path) == ["shop.items[a]", "shop.items[a].marks[#2]"])
  }

  @Test func `an outer element in doubt leaves each of its inner ones in doubt`() throws {
    let scheme = """
      shop:
        filed: 2023-01-01
        items:
          - {id: a, marks: [{text: x, size: 10}]}
          - {id: b, marks: []}
          - {id: c}
          - {id: d, kind: food}
      """
    let found = try findings(rules: Self.nested, scheme: scheme)
    #expect(found.mapValues(\.outcome) == ["R[a/#1]": .unknown, "R[c]": .unknown, "R[d]": .unknown])
    #expect(found["R[c]"]?.missing.map(\.path) == ["shop.items[c].kind", "shop.items[c].marks"])
    #expect(found["R[d]"]?.missing.map(\.path) == ["shop.items[d].marks"])
  }

  @Test func `nested lists that are all empty have no subject and rest on all of them`() throws {
    let scheme = "shop: {filed: 2023-01-01, items: [{id: b, kind: food, marks: []}]}"
    let found = try findings(rules: Self.nested, scheme: scheme)
    #expect(found.mapValues(\.outcome) == ["R": .fail])
    #expect(found["R"]?.lists.map(\.path) == ["shop.items", "shop.items[b].marks"])
    #expect(found["R"]?.evidence.map(\.path).contains("shop.items[b].kind") == true)
  }

  // ── each list's own word ───────────────────────────────────────────────────

  private static func levels(_ outer: String, _ inner: String, more: String = "require: mark.size >= 10")
    -> String
  {
    """
      - id: R
        title: {ko: 표시, en: marks}
        cite: 제1조
        severity: major
        for_each:
          - {as: item, in: "shop.items.filter(i, i.kind == 'food')"\(outer)}
          - {as: mark, in: item.marks\(inner)}
        \(more)
    """
  }

  @Test(arguments: [
    ("", "", Outcome.notApplicable), ("", ", if_none: fail", .notApplicable),
    (", if_none: pass", ", if_none: fail", .pass), (", if_none: fail", ", if_none: pass", .fail),
  ])
  func `without an outer element the outermost list has the word`(
    outer: String, inner: String, outcome: Outcome
  ) throws {
    let scheme = "shop: {filed: 2023-01-01, items: [{id: a, kind: toy, marks: []}]}"
    #expect(try outcomes(rules: Self.levels(outer, inner), scheme: scheme) == ["R": outcome])
  }

  @Test(arguments: [
    ("pass", Outcome.pass), ("fail", .fail), ("unknown", .unknown), ("manual", .manual), ("info", .info),
    ("not_applicable", .notApplicable),
  ])
  func `an outer element with an empty list is a finding of its own where that list has a word`(
    word: String, outcome: Outcome
  ) throws {
    let scheme = """
      shop:
        filed: 2023-01-01
        items:
          - {id: a, kind: food, marks: []}
          - {id: b, kind: food, marks: [{text: x, size: 10}]}
          - {id: c, kind: food, marks: none}
          - {id: d, kind: toy, marks: []}
      """
    let more = """
      require: mark.size >= 10
          message: {ko: 작음, en: small}
          message_if_none: {ko: 표시 없음, en: no marks}
          remedy_if_none: {ko: 표시하십시오, en: mark it}
          manual_when: mark.size > 90
          question: {ko: "{mark.text}인가?", en: "is it {mark.text}?"}
      """
    let rule = Self.levels(", if_none: pass", ", if_none: \(word)", more: more)
    let found = try findings(rules: rule, scheme: scheme)
    #expect(found.mapValues(\.outcome) == ["R[a]": outcome, "R[b/#1]": .pass, "R[c]": outcome])
    let finding = try #require(found["R[a]"])
    #expect(finding.bindings.map(\.path) == ["shop.items[a]"])
    #expect(finding.evidence.map(\.path).contains("shop.items[a].kind"))
    #expect(finding.lists.map(\.path) == ["shop.items[a].marks"])
    if outcome == .fail {
      #expect(finding.message?.en == "no marks")
      #expect(finding.remedy?.en == "mark it")
    }
  }

  @Test func `a list in doubt is not an empty one, nor is an element in doubt one that has none`() throws {
    let scheme = """
      incomplete: ["shop.items[b].marks"]
      shop:
        filed: 2023-01-01
        items:
          - {id: a, marks: []}
          - {id: b, kind: food, marks: []}
          - {id: c, kind: food}
          - {id: d, kind: food, marks: []}
      """
    let found = try findings(rules: Self.levels("", ", if_none: fail"), scheme: scheme)
    #expect(
      found.mapValues(\.outcome)
        == ["R[a]": .unknown, "R[b/[*]]": .unknown, "R[c]": .unknown, "R[d]": .fail])
    #expect(found["R[a]"]?.missing.map(\.path) == ["shop.items[a].kind"])
  }

  @Test(arguments: [
    ("item.price > 5", ["R[a]": Outcome.notApplicable, "R[b]": .fail, "R[c]": .unknown]),
    ("mark.size > 5", ["R[a]": .fail, "R[b]": .fail, "R[c]": .fail]),
  ])
  func `an element whose list is empty is asked whether the rule applies to it, as far as it can tell`(
    gate: String, expected: [String: Outcome]
  ) throws {
    let scheme = """
      shop:
        filed: 2023-01-01
        items:
          - {id: a, kind: food, price: 5, marks: []}
          - {id: b, kind: food, price: 6, marks: []}
          - {id: c, kind: food, marks: []}
      """
    let more = "applies_when: \(gate)\n    require: mark.size >= 10"
    #expect(try outcomes(rules: Self.levels("", ", if_none: fail", more: more), scheme: scheme) == expected)
  }

  @Test func `an element whose list is empty is one finding, whatever the parts of the rule`() throws {
    let parts =
      "parts: [{id: x, title: x, require: mark.size > 1}, {id: y, title: y, require: mark.size > 2}]"
    let scheme = "shop: {filed: 2023-01-01, items: [{id: a, kind: food, marks: []}]}"
    let rule = Self.levels("", ", if_none: fail", more: parts)
    #expect(try outcomes(rules: rule, scheme: scheme) == ["R[a]": .fail])
  }

  @Test func `plain values are named by themselves and repeated ones by their place`() throws {
    let rule = """
        - id: R
          title: {ko: 꼬리표, en: tags}
          cite: 제1조
          severity: major
          for_each: {as: tag, in: shop.tags}
          require: tag != 'bad'
      """
    let scheme = "shop: {filed: 2023-01-01, tags: [good, bad, good, \"a]\"]}"
    #expect(
      try outcomes(rules: rule, scheme: scheme)
        == ["R[good]": .pass, "R[bad]": .fail, "R[#3]": .pass, "R['a]']": .pass])
  }

  @Test func `a finding on one element does not rest on the others`() throws {
    let scheme = """
      shop:
        filed: 2023-01-01
        items: [{id: a, kind: food, price: 5}, {id: b, kind: food, price: 500}]
      """
    let finding = try #require(try findings(rules: Self.rule(), scheme: scheme)["R[b]"])
    #expect(finding.evidence.map(\.path) == ["shop.filed", "shop.items[b].kind", "shop.items[b].price"])
    #expect(finding.lists.isEmpty)
    #expect(finding.location?.line == 4)
  }
}
