import Diagnostics
import Findings
import Foundation
import Reporting
import Testing

@testable import Auditing

/// What findings name as their grounds, beside the requirement itself.
@Suite struct GroundsOfFindingsTests {
  private static func rule(_ more: String) -> String {
    "  - {id: R, title: {ko: 값, en: price}, cite: 1, severity: major, \(more)}"
  }

  private static func evidence(_ rule: String, _ scheme: String, _ id: String = "R") throws -> Set<String> {
    let finding = try #require(
      try findings(rules: Self.rule(rule), scheme: "shop: {filed: 2023-01-01, \(scheme)}")[id])
    return Set(finding.evidence.map(\.path))
  }

  @Test func `an exception that is refused counts`() throws {
    let evidence = try Self.evidence(
      "require: shop.price < 9, exceptions: [{id: X, title: {ko: 예외, en: x}, when: shop.open}]",
      "price: 10, open: false")
    #expect(evidence.isSuperset(of: ["shop.price", "shop.open"]))
  }

  @Test func `the date of the rule counts`() throws {
    let scheme = "price: 1, opened: 2022-05-01"
    #expect(try Self.evidence("require: shop.price < 9", scheme).contains("shop.filed"))
    let own = try Self.evidence(
      "as_of: shop.opened, in_force: {from: 2022-02-01}, require: shop.price < 9", scheme)
    #expect(own == ["shop.price", "shop.opened"])
  }

  @Test func `what makes the rule apply counts`() throws {
    let rule = "applies_when: shop.open, require: shop.price < 9"
    #expect(try Self.evidence(rule, "price: 1, open: true").isSuperset(of: ["shop.open", "shop.price"]))
    #expect(try Self.evidence(rule, "price: 1, open: false").contains("shop.open"))
  }

  @Test func `what selects the subject counts`() throws {
    let rule = "for_each: {as: item, in: \"shop.items.filter(i, i.kind == 'toy')\"}, require: item.price < 9"
    let evidence = try Self.evidence(
      rule, "items: [{id: a, kind: toy, price: 1}, {id: b, kind: food, price: 1}]", "R[a]")
    #expect(evidence.isSuperset(of: ["shop.items[a].kind", "shop.items[a].price"]))
    #expect(!evidence.contains { $0.hasPrefix("shop.items[b]") })
  }

  @Test(arguments: [("size: 7", Outcome.pass), ("size: 8", .error)])
  func `what makes exceptions agree on a step, or contradict each other, counts`(
    facts: String, outcome: Outcome
  ) throws {
    let rule = Self.rule(
      "let: {limit: {title: {ko: 한도, en: limit}, is: \"5\"}}, require: shop.sign || limit < 0, exceptions: ["
        + "{id: X, title: {ko: 가, en: x}, when: shop.open, replace: {limit: \"7\"}},"
        + "{id: Y, title: {ko: 나, en: y}, when: shop.open, replace: {limit: shop.size}}]")
    let scheme = "shop: {filed: 2023-01-01, sign: true, open: true, \(facts)}"
    let finding = try #require(try findings(rules: rule, scheme: scheme)["R"])
    #expect(finding.outcome == outcome)
    #expect(finding.evidence.contains { $0.path == "shop.size" })
  }

  @Test func `that a rule has no subject counts, even where nobody knows whether it is in force`() throws {
    let rule = Self.rule(
      "in_force: {to: 2023-06-30}, applies_when: item.price > 1, for_each: {as: item, in: shop.items}, require: shop.sign"
    )
    let finding = try #require(try findings(rules: rule, scheme: "shop: {items: []}")["R"])
    #expect(finding.outcome == .unknown)
    #expect(finding.lists.map(\.path) == ["shop.items"])
  }

  @Test func `that an element named by a reference exists counts, though nothing of it is read`() throws {
    let vocabulary = """
      format: guideline_vocabulary/1
      id: shop
      version: 1
      facts:
        shop.filed: {type: date, filed: true, ko: 제출일, en: filed}
        shop.items: {type: list, of: item, ko: 상품, en: items}
        shop.notes: {type: list, of: note, ko: 메모, en: notes}
        item.id: {type: string, key: true, ko: 상품 번호, en: item id}
        item.weight: {type: number, is: "0", ko: 무게, en: weight}
        note.about: {type: ref, to: shop.items, ko: 대상, en: about}

      """
    let rule = Self.rule("for_each: {as: note, in: shop.notes}, require: note.about.weight == 0")
    let set = try InlineSet([
      "vocabulary.yaml": vocabulary, "policy.yaml": InlineSet.head + "rules:\n" + rule + "\n",
    ])
    let scheme = "shop: {filed: 2023-01-01, items: [{id: a}], notes: [{about: a}]}"
    let finding = try #require(try set.findings(scheme)["R[#1]"])
    #expect(finding.outcome == .pass)
    #expect(finding.evidence.map(\.path) == ["shop.filed", "shop.notes[#1].about", "shop.items[a].id"])
  }

  // ── more failures than are named ───────────────────────────────────────────

  private static func report(failing count: Int) throws -> AuditReport {
    let items = (1...count).map { "{id: i\($0), price: 50}" }.joined(separator: ", ")
    let set = try InlineSet(policy: "rules:\n" + rule("require: \"shop.items.all(i, i.price < 9)\""))
    return try set.report("shop: {filed: 2023-01-01, items: [\(items)]}")
  }

  @Test func `more than twenty failing elements are counted`() throws {
    let finding = try #require(try Self.report(failing: 45).findings.first)
    #expect(finding.evidence.count { $0.path.hasSuffix(".price") } == 20)
    #expect(
      finding.further == [
        FurtherFailures(path: "shop.items", name: LocalizedText(ko: "상품", en: "items"), count: 25)
      ])
    #expect(try #require(try Self.report(failing: 20).findings.first).further.isEmpty)
  }

  @Test(arguments: [
    (Language.ko, "충족하지 못한 요소 25개 더"), (.en, "25 more elements fail"),
  ])
  func `the report says how many more fail`(language: Language, words: String) throws {
    func text(failing count: Int) throws -> String {
      let bytes = try ReportFormat.text.render(
        [try Self.report(failing: count)], RenderOptions(language: language))
      return String(decoding: bytes, as: UTF8.self)
    }
    #expect(try text(failing: 45).contains(words))
    #expect(try !text(failing: 20).contains(words.dropFirst(words.hasPrefix("2") ? 3 : 0).prefix(12)))
  }

  @Test func `a saved report keeps the count`() throws {
    let report = try Self.report(failing: 45)
    let saved = try JSONDecoder().decode(AuditReport.self, from: Data(report.json))
    #expect(saved.findings.map(\.further) == report.findings.map(\.further))
    #expect(saved.findings.first?.further.first?.count == 25)
  }
}
