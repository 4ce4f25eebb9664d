import Diagnostics
import Findings
import Testing

@testable import Auditing

/// In force and applicable: the first question to every rule.
@Suite struct GateTests {
  private static let rule = """
      - id: R
        title: {ko: 간판, en: sign}
        cite: 제1조
        severity: major
        in_force: {from: 2023-01-01, to: 2023-12-31}
        applies_when: shop.open
        require: shop.sign
    """

  @Test(arguments: [
    ("{filed: 2023-06-01, open: true, sign: true}", Outcome.pass),
    ("{filed: 2023-01-01, open: true, sign: true}", .pass),
    ("{filed: 2022-12-31, open: true, sign: true}", .notInForce),
    ("{filed: 2023-12-31, open: true, sign: true}", .pass),
    ("{filed: 2024-01-01, open: true, sign: true}", .notInForce),
    // Before the policy itself.
    ("{filed: 2021-06-01, open: true, sign: true}", .notInForce),
    // Both sides are false: not being in force is named first.
    ("{filed: 2022-12-31, open: false, sign: true}", .notInForce),
    ("{filed: 2023-06-01, open: false, sign: true}", .notApplicable),
    // A false side decides whatever the other is.
    ("{open: false, sign: true}", .notApplicable),
    ("{filed: 2022-12-31, sign: true}", .notInForce),
    ("{open: true, sign: true}", .unknown),
    ("{filed: 2023-06-01, sign: true}", .unknown),
    ("{sign: true}", .unknown),
    // Bounds and readings decide where they agree.
    ("{filed: {at_least: 2023-02-01, at_most: 2023-03-01}, open: true, sign: true}", .pass),
    ("{filed: {at_least: 2024-02-01}, open: true, sign: true}", .notInForce),
    ("{filed: {at_least: 2023-02-01}, open: true, sign: true}", .unknown),
    ("{filed: {either: [2023-02-01, 2023-03-01]}, open: true, sign: true}", .pass),
    ("{filed: {either: [2022-02-01, 2023-03-01]}, open: true, sign: true}", .unknown),
  ])
  func `the gate is a three-valued and of being in force and applying`(scheme: String, outcome: Outcome)
    throws
  {
    #expect(try outcomes(rules: Self.rule, scheme: "shop: \(scheme)")["R"] == outcome)
  }

  @Test func `an unknown gate names what it waits for`() throws {
    let finding = try #require(try findings(rules: Self.rule, scheme: "shop: {sign: true}")["R"])
    #expect(finding.missing.map(\.path) == ["shop.filed", "shop.open"])
    #expect(finding.missing.map(\.kind) == [.missing, .missing])
  }

  @Test func `a date that is only bounded is named with its bounds`() throws {
    let scheme = "shop: {filed: {at_least: 2023-02-01}, open: true, sign: true}"
    let finding = try #require(try findings(rules: Self.rule, scheme: scheme)["R"])
    #expect(finding.missing.map(\.kind) == [.bounds])
    #expect(finding.missing.first?.value?.atLeast?.text == "2023-02-01")
  }

  @Test func `a condition on the subject is asked of every subject`() throws {
    let rule = """
        - id: R
          title: {ko: 값, en: price}
          cite: 제1조
          severity: major
          for_each: {as: item, in: shop.items}
          applies_when: item.kind == 'food'
          require: item.price < 100
      """
    let scheme = """
      shop:
        filed: 2023-01-01
        items:
          - {id: a, kind: food, price: 50}
          - {id: b, kind: toy, price: 500}
          - {id: c, price: 50}
      """
    #expect(
      try outcomes(rules: rule, scheme: scheme) == ["R[a]": .pass, "R[b]": .notApplicable, "R[c]": .unknown])
  }

  @Test func `every part of a rule gets a finding where a subject's gate is closed`() throws {
    let rule = """
        - id: R
          title: {ko: 값, en: price}
          cite: 제1조
          severity: major
          for_each: {as: item, in: shop.items}
          applies_when: item.kind == 'food'
          parts:
            - {id: low, require: item.price < 100}
            - {id: high, require: item.price > 10}
      """
    let scheme = """
      shop:
        filed: 2023-01-01
        items: [{id: a, kind: food, price: 5}, {id: b, kind: toy, price: 500}]
      """
    #expect(
      try outcomes(rules: rule, scheme: scheme) == [
        "R.low[a]": .pass, "R.high[a]": .fail, "R.low[b]": .notApplicable, "R.high[b]": .notApplicable,
      ])
  }

  @Test func `a rule without an end or a beginning needs no date`() throws {
    let head = InlineSet.head.replacing("in_force: {from: 2022-01-01}\n", with: "")
    let rule =
      "rules:\n  - {id: R, title: {ko: 간판, en: sign}, cite: 제1조, severity: major, require: shop.sign}"
    let set = try InlineSet(policy: rule, head: head)
    #expect(try set.outcomes("shop: {sign: true}")["R"] == .pass)
  }
}
