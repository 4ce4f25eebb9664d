import Diagnostics
import Findings
import Testing

@testable import Auditing

/// How far an error of a rule reaches: over the element or exception that it is met at, and no further.
@Suite struct ErrorsOfPartsTests {
  private static func rule(_ more: String) -> String {
    "  - {id: R, title: {ko: 값, en: price}, cite: 1, severity: major, \(more)}"
  }

  /// Elements by their price: `a` is selected and fails, `b` cannot be tested, `c` is left out, `d` is in doubt.
  private static let shop = """
    shop:
      filed: 2023-01-01
      size: 1
      items:
        - {id: a, price: 50, marks: [{size: 9}]}
        - {id: b, price: 0, marks: [{size: 9}, {size: 1}]}
        - {id: c, price: 1000, marks: []}
        - {id: d}
    """

  // ── an element that cannot be tested ───────────────────────────────────────

  @Test(arguments: [
    "shop.items.filter(i, 100 / i.price > 1)",
    "shop.items.filter(i, i.id != 'x').filter(i, 100 / i.price > 1)",
    "shop.items.filter(i, shop.items.exists(j, j.id == i.id && 100 / j.price > 1))",
  ])
  func `an element whose test fails is an error of its own and hides no other`(list: String) throws {
    let rule = Self.rule("for_each: {as: item, in: \"\(list)\", if_none: fail}, require: item.price < 10")
    let found = try findings(rules: rule, scheme: Self.shop)
    #expect(found.mapValues(\.outcome) == ["R[a]": .fail, "R[b]": .error, "R[d]": .unknown])
    let failed = try #require(found["R[b]"])
    #expect(failed.bindings.map(\.path) == ["shop.items[b]"])
    #expect(failed.message?.en.contains("zero") == true)
    #expect(failed.evidence.map(\.path).contains("shop.items[b].price"))
  }

  @Test func `a definition that selects the elements is looked into`() throws {
    let definitions = """
      definitions:
        dear: {title: {ko: 비싼 것, en: dear}, is: "shop.items.filter(i, 100 / i.price > 1)"}
      rules:

      """
    let rule = Self.rule("for_each: {as: item, in: dear}, require: item.price < 10")
    let found = try InlineSet(policy: definitions + rule).outcomes(Self.shop)
    #expect(found == ["R[a]": .fail, "R[b]": .error, "R[d]": .unknown])
  }

  @Test func `other findings rest on nothing of an element that cannot be tested`() throws {
    let rule = Self.rule(
      "for_each: {as: item, in: \"shop.items.filter(i, 100 / i.price > 1)\"}, require: item.price < 10")
    let finding = try #require(try findings(rules: rule, scheme: Self.shop)["R[a]"])
    #expect(finding.evidence.map(\.path) == ["shop.filed", "shop.items[a].price"])
    #expect(finding.lists.isEmpty)
  }

  @Test func `every part of the rule says that an element cannot be tested`() throws {
    let rule = Self.rule(
      "for_each: {as: item, in: \"shop.items.filter(i, 100 / i.price > 1)\"}, parts: ["
        + "{id: x, title: x, require: item.price < 10}, {id: y, title: y, require: item.price > 10}]")
    let found = try outcomes(rules: rule, scheme: Self.shop)
    #expect(found["R.x[b]"] == .error && found["R.y[b]"] == .error)
    #expect(found["R.x[a]"] == .fail && found["R.y[a]"] == .pass)
  }

  @Test func `what lies in an element that cannot be tested cannot be either`() throws {
    let rule = Self.rule(
      "for_each: [{as: item, in: \"shop.items.filter(i, 100 / i.price > 1)\"},"
        + " {as: mark, in: \"item.marks.filter(m, m.size > 2)\"}], require: mark.size < 5")
    let found = try outcomes(rules: rule, scheme: Self.shop)
    #expect(found == ["R[a/#1]": .fail, "R[b/#1]": .error, "R[d]": .unknown])
  }

  @Test func `a value that cannot be computed for one element is that element's error`() throws {
    let rule = Self.rule(
      "for_each: {as: much, in: \"shop.items.filter(i, i.id != 'd').map(i, 100 / i.price)\"}, require: much > 1"
    )
    let found = try outcomes(rules: rule, scheme: Self.shop)
    #expect(found == ["R[2]": .pass, "R[#2]": .error, "R[0.1]": .fail])
  }

  @Test func `whether a rule is in force comes before an element that cannot be tested`() throws {
    let rule = Self.rule(
      "in_force: {to: 2022-12-31}, applies_when: item.price > 1,"
        + " for_each: {as: item, in: \"shop.items.filter(i, 100 / i.price > 1)\"}, require: item.price < 10")
    #expect(try outcomes(rules: rule, scheme: Self.shop) == ["R": .notInForce])
    let undated = "shop: {items: [{id: b, price: 0}, {id: a, price: 2}]}"
    #expect(try outcomes(rules: rule, scheme: undated) == ["R[a]": .unknown, "R[b]": .unknown])
  }

  // ── a list of which one element cannot be tested ───────────────────────────

  @Test(arguments: [
    ("V.exists(v, v == 2)", Outcome.pass), ("2 in V", .pass), ("V.all(v, v > 0 || true)", .pass),
    ("V.exists(v, v == 3)", .error), ("3 in V", .error), ("V.all(v, v > 0)", .error),
    ("not_in(3, V)", .error),
    ("not_in(2, V)", .fail),
  ])
  func `a value that cannot be computed for one element is an error where it could decide`(
    condition: String, outcome: Outcome
  ) throws {
    let text = condition.replacing("V", with: "shop.items.map(i, 100 / i.price)")
    let scheme = "shop: {filed: 2023-01-01, items: [{id: a, price: 50}, {id: b, price: 0}]}"
    #expect(try outcomes(rules: Self.rule("require: \"\(text)\""), scheme: scheme) == ["R": outcome])
  }

  @Test(arguments: [
    // One that is surely there decides, and so does one of which it does not matter whether it is.
    ("L.exists(i, i.id == 'a')", Outcome.pass), ("'a' in L.map(i, i.id)", .pass),
    ("!L.all(i, i.id != 'a')", .pass),
    ("L.all(i, i.price >= 0)", .pass), ("L.exists(i, i.id == 'c')", .fail), ("'c' in L.map(i, i.id)", .fail),
    // What it could decide itself is its error.
    ("L.exists(i, i.id == 'b')", .error), ("L.all(i, i.price > 0)", .error),
    ("'b' in L.map(i, i.id)", .error),
    ("L.size() == 1", .error), ("max(L.map(i, i.price)) > 0", .error),
    ("L.exists_one(i, i.id == 'a')", .error),
    // A further test that it fails leaves it out.
    ("L.filter(i, i.price > 0).all(i, i.price > 9)", .pass),
  ])
  func `one that cannot be tested is an error where it could decide`(
    condition: String, outcome: Outcome
  ) throws {
    let text = condition.replacing("L", with: "shop.items.filter(i, 100 / i.price > 1)")
    let scheme =
      "shop: {filed: 2023-01-01, items: [{id: a, price: 50}, {id: b, price: 0}, {id: c, price: 1000}]}"
    #expect(try outcomes(rules: Self.rule("require: \"\(text)\""), scheme: scheme) == ["R": outcome])
    let step = "let: {dear: {title: {ko: 비싼 것, en: dear}, is: \"shop.items.filter(i, 100 / i.price > 1)\"}}, "
    let named = step + "require: \"\(condition.replacing("L", with: "dear"))\""
    #expect(try outcomes(rules: Self.rule(named), scheme: scheme) == ["R": outcome])
  }

  // ── a rule that cannot apply to an element ─────────────────────────────────

  @Test(arguments: [
    ("item.price > 10", Outcome.unknown), ("item.price > 100", .notApplicable),
    ("item.id != 'a'", .notApplicable),
    ("item.name == 'x'", .unknown),
  ])
  func `a rule that does not apply to an element does not, whatever the element's own list holds`(
    gate: String, outcome: Outcome
  ) throws {
    let rule = Self.rule(
      "applies_when: \"\(gate)\", for_each: [{as: item, in: shop.items}, {as: mark, in: item.marks}],"
        + " require: mark.size < 5")
    let unlisted = "shop: {filed: 2023-01-01, items: [{id: a, price: 50}]}"
    let finding = try #require(try findings(rules: rule, scheme: unlisted)["R[a]"])
    #expect(finding.outcome == outcome)
    #expect(finding.missing.map(\.path).contains("shop.items[a].marks"))
    if gate.contains("price") { #expect(finding.evidence.map(\.path).contains("shop.items[a].price")) }
    let partial = """
      incomplete: ["shop.items[a].marks"]
      shop: {filed: 2023-01-01, items: [{id: a, price: 50, marks: []}]}
      """
    #expect(try outcomes(rules: rule, scheme: partial) == ["R[a/[*]]": outcome])
  }

  @Test(arguments: [
    // An empty list would leave the rule without subject, and then it fails.
    ("if_none: fail", "", Outcome.unknown), ("if_none: not_applicable", "", .notApplicable),
    ("if_none: fail", ", if_none: fail", .notApplicable),
  ])
  func `a rule that does not apply to an element may still have no subject`(
    outer: String, inner: String, outcome: Outcome
  ) throws {
    let rule = Self.rule(
      "applies_when: item.price > 100, for_each: [{as: item, in: shop.items, \(outer)},"
        + " {as: mark, in: item.marks\(inner)}], require: mark.size < 5")
    let scheme = "shop: {filed: 2023-01-01, items: [{id: a, price: 50}]}"
    #expect(try outcomes(rules: rule, scheme: scheme) == ["R[a]": outcome])
  }

  @Test func `an element in doubt stays so where the rule cannot apply to it`() throws {
    let rule = Self.rule(
      "applies_when: item.price > 100, for_each: [{as: item, in: \"shop.items.filter(i, i.kind == 'food')\"},"
        + " {as: mark, in: item.marks}], require: mark.size < 5")
    let scheme = "shop: {filed: 2023-01-01, items: [{id: a, price: 50}]}"
    #expect(try outcomes(rules: rule, scheme: scheme) == ["R[a]": .unknown])
  }

  // ── an exception that cannot be decided ────────────────────────────────────

  private static let excused = rule(
    "require: \"shop.price > 1\", exceptions: [{id: X, title: {ko: 예외, en: x}, when: \"max(shop.tags.map(t, size(t))) >= 1\"}]"
  )

  @Test(arguments: [
    // Met, so that no exception is needed; not met, so that everything rests on it; and open, which goes before.
    ("price: 2, tags: []", Outcome.pass), ("price: 1, tags: []", .error), ("tags: []", .unknown),
    ("price: 1, tags: [x]", .notApplicable), ("price: 1", .unknown),
  ])
  func `an exception that cannot be decided is an error where nothing else is missing`(
    facts: String, outcome: Outcome
  ) throws {
    let finding = try #require(
      try findings(rules: Self.excused, scheme: "shop: {filed: 2023-01-01, \(facts)}")["R"])
    #expect(finding.outcome == outcome)
    if facts == "tags: []" { #expect(finding.missing.map(\.path) == ["shop.price"]) }
  }

  @Test func `an exception that fails beside steps that are open is open`() throws {
    let rule = Self.rule(
      "let: {limit: {title: {ko: 한도, en: limit}, is: \"100 + 0\"}}, require: shop.price <= limit, exceptions: ["
        + "{id: X, title: {ko: 예외, en: x}, when: 1 / shop.size > 0, replace: {limit: \"shop.items[0].price + 0\"}}]"
    )
    let open = "shop: {filed: 2023-01-01, price: 50, size: 0, items: [{id: a}]}"
    #expect(try outcomes(rules: rule, scheme: open) == ["R": .unknown])
    let known = "shop: {filed: 2023-01-01, price: 50, size: 0, items: [{id: a, price: 3}]}"
    #expect(try outcomes(rules: rule, scheme: known) == ["R": .error])
  }
}
