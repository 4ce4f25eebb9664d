import Diagnostics
import Findings
import Foundation
import Reporting
import Testing

@testable import Auditing

/// How far redaction reaches: marks of an authority's file, decisions on record, and what is written besides reports.
@Suite struct RedactionReachTests {
  private static let policy = """
    parameters:
      limit: {title: {ko: 한도, en: limit}, unit: KRW, stricter: lower, history: [{from: 2020-01-01, value: 9, cite: 제1조}, {from: 2024-01-01, value: 8, cite: 제2조}]}
    tables:
      bands:
        title: {ko: 구간표, en: bands}
        inputs: [{name: price, title: {ko: 가격, en: price}}]
        outputs: [{name: share, title: {ko: 비율, en: share}}]
        history:
          - {from: 2020-01-01, rows: [["<= 1000", 1], ["(1000..61357]", 61]]}
          - {from: 2024-01-01, rows: [["<= 1000", 1], ["(1000..61357]", 67]]}
    rules:
      - id: DEAR
        title: {ko: 가격, en: price}
        cite: 제1조
        severity: major
        for_each: {as: item, in: shop.items}
        require: item.price <= p.limit
        message: {ko: "{item.price}이 지나치고 {item.name} ({item.id})을 봄", en: "{item.price} is too dear"}
        remedy: {ko: "복구일부터 {item.price}이 지난 때, {item.price}이면, {item.price}가능", en: "begin {item.price} at once"}
      - {id: BAND, title: {ko: 구간, en: band}, cite: 제2조, severity: major, require: "shop.items.all(i, table.bands(i.price).share > 100)"}
      - {id: OPEN, title: {ko: 영업, en: open}, cite: 제3조, severity: major, require: "!shop.open", message: {ko: 영업함, en: it is open}}
      - {id: KINDS, title: {ko: 종류, en: kinds}, cite: 제4조, severity: major, require: "shop.items.size() > 5"}
    measures:
      - {id: M1, title: {ko: 지표, en: measure}, for_each: {as: item, in: shop.items}, is: item.price}
    """

  private static let scheme = """
    shop:
      id: mine
      filed: 2023-03-01
      open: true
      items:
        - {id: a, name: 하나, price: 50000}
        - {id: b, name: 둘, price: 4137}
    """

  private static let authority = """
    format: shop/1
    provenance: {kind: authority, by: 시청, on: 2023-04-01}
    confidential: [shop.items.price]
    shop: {items: [{id: a, price: 50003}]}
    """

  private static let formats = ReportFormat.allCases.filter { $0 != .pdf }

  private static func report(
    _ scheme: String, files: [String: String] = [:],
    options: (InlineSet) -> AuditOptions = { _ in AuditOptions() },
    law: LawDate = .written, digestsFacts: Bool = false
  ) throws -> AuditReport {
    let set = try InlineSet(policy: policy, files: files)
    var log = DiagnosticLog()
    let file = SourceFile(path: "scheme.yaml", bytes: Array("format: shop/1\n\(scheme)\n".utf8))
    let audited = try set.loaded().audit(
      SchemeFile(parsing: file), options: options(set), law: law, today: nil, digestsFacts: digestsFacts,
      diagnostics: &log)
    var report = try #require(audited, "\(log.sorted.map(FixtureSet.text))")
    report.inputs = []
    report.options = AuditOptions()
    return report
  }

  /// A text without separators of digits.
  private static func bare(_ text: String) -> String { text.replacing(",", with: "") }

  /// Every way in which a format writes a report.
  private static func outputs(_ report: AuditReport, _ format: ReportFormat) throws -> [String] {
    try format.templates.flatMap { template in
      try Language.allCases.flatMap { language in
        try [false, true].map { listsAll in
          let options = RenderOptions(language: language, template: template, listsAll: listsAll, width: 4000)
          return bare(String(decoding: try format.render([report], options), as: UTF8.self))
        }
      }
    }
  }

  // ── an authority's marks ───────────────────────────────────────────────────

  @Test(arguments: formats)
  func `what only an authority's file marks is withheld where the company states it, however short it is`(
    _ format: ReportFormat
  ) throws {
    let report = try Self.report(Self.scheme, files: ["facts.txt": Self.authority]) {
      AuditOptions(facts: $0.path("facts.txt"))
    }
    for output in try Self.outputs(report.redacted(), format) {
      for secret in ["price: 5", "price: 4", "50000", "50003", "4137", "5만"] {
        #expect(!output.contains(secret), "\(secret)")
      }
    }
    if format == .json {
      let open = try Self.outputs(report, format)[0]
      #expect(open.contains("price: 50000") && open.contains("price: 50003") && open.contains("price: 4137"))
    }
  }

  @Test func `a mark on an element that only the authority states is no mistake`() throws {
    let marked = Self.authority.replacing("[shop.items.price]", with: "[\"shop.items[c]\"]")
      .replacing("{id: a, price: 50003}", with: "{id: c, price: 50003}")
    let report = try Self.report(Self.scheme, files: ["facts.txt": marked]) {
      AuditOptions(facts: $0.path("facts.txt"))
    }
    let text = Self.bare(String(decoding: report.redacted().json, as: UTF8.self))
    #expect(!text.contains("50003") && text.contains("50000"))
  }

  // ── words ──────────────────────────────────────────────────────────────────

  private static let marked = "confidential: [shop.items.price]\n" + scheme

  @Test func `withheld words are marked as such, with the particle that fits them`() throws {
    let redacted = try Self.report(Self.marked).redacted()
    let finding = try #require(redacted.findings.first { $0.id == "DEAR[a]" })
    #expect(finding.message?.ko == "비공개가 지나치고 하나 (a)을 봄")
    #expect(finding.message?.en == "[withheld] is too dear")
    #expect(finding.remedy?.ko == "복구일부터 비공개가 지난 때, 비공개이면, 비공개가능")
    #expect(finding.remedy?.en == "begin [withheld] at once")
    let element = try Self.report("confidential: [\"shop.items[a]\"]\n" + Self.scheme).redacted()
    let named = try #require(element.findings.first { $0.rule == "DEAR" })
    #expect(named.message?.ko == "비공개가 지나치고 비공개를 봄")
  }

  @Test(arguments: formats) func `a redacted report in English says withheld in English`(
    _ format: ReportFormat
  ) throws {
    let report = try Self.report(
      "confidential: [shop.items.price]\n"
        + Self.scheme.replacing("하나", with: "one").replacing("둘", with: "two"))
    guard [.text, .html, .markdown, .sarif].contains(format) else { return }
    for template in format.templates {
      let options = RenderOptions(language: .en, template: template, listsAll: true)
      let text = String(decoding: try format.render([report.redacted()], options), as: UTF8.self)
      #expect(!text.contains("비공개"), "\(template.name)")
      #expect(text.contains("[withheld]") || text.contains("\\[withheld\\]"), "\(template.name)")
    }
  }

  // ── decisions on record ────────────────────────────────────────────────────

  @Test func `the reason of a decision on confidential facts is withheld, that on others is not`() throws {
    let first = try Self.report(Self.marked, digestsFacts: true)
    let digests = Dictionary(uniqueKeysWithValues: first.findings.map { ($0.id, $0.factsDigest ?? "") })
    func entry(_ rule: String, _ subject: String?, _ id: String, _ on: String, _ reason: String) -> String {
      "  - {rule: \(rule), " + (subject.map { "subject: \($0), " } ?? "")
        + "from: fail, to: pass, by: city, on: \(on), reason: \(reason), digest: \(digests[id] ?? "")}\n"
    }
    let decisions =
      "format: guideline_decisions/1\ndecisions:\n"
      + entry("DEAR", "a", "DEAR[a]", "2023-05-01", "오만원은 싸다")
      + entry("DEAR", "a", "DEAR[a]", "2023-05-02", "다시 보아도 오만원")
      + entry("OPEN", nil, "OPEN", "2023-05-01", "쉬는 날")
    let report = try Self.report(Self.marked, files: ["d.yaml": decisions]) { _ in
      AuditOptions(decisions: ["d"])
    }
    var recorded = report
    for place in recorded.findings.indices {
      recorded.findings[place].factsDigest = String(repeating: "a", count: 32)
    }
    let form = DecisionForm(recorded, naming: ["DEAR"], language: .ko).text
    #expect(form.contains("다시 보아도 오만원"), "\(form)")
    let shownForm = DecisionForm(recorded, naming: ["DEAR", "OPEN"], language: .ko, isRedacted: true).text
    #expect(!shownForm.contains("오만원") && shownForm.contains("쉬는 날"), "\(shownForm)")
    let redacted = report.redacted()
    let dear = try #require(redacted.findings.first { $0.id == "DEAR[a]" })
    #expect(dear.decision?.reason == .withheld && dear.earlierDecisions.map(\.reason) == [.withheld])
    #expect(dear.decision?.to == .pass && dear.decision?.stale == false)
    let open = try #require(redacted.findings.first { $0.id == "OPEN" })
    #expect(open.decision?.reason == LocalizedText("쉬는 날"))
    #expect(redacted.findings.allSatisfy { $0.factsDigest == nil })
    #expect(report.findings.contains { $0.factsDigest != nil })
    for format in Self.formats {
      for output in try Self.outputs(redacted, format) {
        #expect(!output.contains("오만원"), "\(format)")
        for digest in digests.values where !digest.isEmpty { #expect(!output.contains(digest), "\(format)") }
      }
    }
  }

  @Test func `a form for decisions leaves out what rests on confidential facts, and says so`() throws {
    let report = try Self.report(Self.marked, digestsFacts: true)
    let full = DecisionForm(report, naming: [], language: .ko)
    #expect(full.text.contains("50,000원") && full.leftOutNote == nil)
    let form = DecisionForm(report, naming: [], language: .ko, isRedacted: true)
    #expect(form.count == 2 && full.count == 5)
    #expect(
      form.text.contains("rule: OPEN") && !form.text.contains("rule: DEAR")
        && !form.text.contains("rule: BAND"))
    #expect(form.text.contains("# 비공개본") && form.leftOutNote?.ko.contains("3건") == true)
    let names = try Self.report("confidential: [\"shop.items[a].id\"]\n" + Self.scheme, digestsFacts: true)
    // How many items there are is public; their names are part of the digest.
    #expect(!DecisionForm(names, naming: [], language: .ko, isRedacted: true).text.contains("rule: KINDS"))
  }

  // ── two laws, measures ─────────────────────────────────────────────────────

  @Test func `a comparison of two laws differs as before and shows no secret`() throws {
    let comparison = LawComparison(
      from: try Self.report(Self.marked, law: .on("2023-01-01")),
      to: try Self.report(Self.marked, law: .on("2025-01-01")))
    func shown(_ comparison: LawComparison) -> String {
      let pages = Language.allCases.map { language in
        let options = RenderOptions(language: language, listsAll: true, width: 4000)
        return LawComparisonSheet(comparison, listsAll: true).sheet.render(options)
      }
      return Self.bare((pages + [comparison.json]).map { String(decoding: $0, as: UTF8.self) }.joined())
    }
    let secrets = ["50000", "4137", "61357", "\"67\"", "\"61\""]
    let open = shown(comparison)
    for secret in secrets { #expect(open.contains(secret), "\(secret)") }
    let redacted = comparison.redacted()
    let text = shown(redacted)
    for secret in secrets { #expect(!text.contains(secret), "\(secret)") }
    #expect(redacted.changes.map(\.kind) == comparison.changes.map(\.kind))
    #expect(redacted.changes.map(\.reasons.count) == comparison.changes.map(\.reasons.count))
    #expect(redacted.equal == comparison.equal && !comparison.changes.isEmpty)
    #expect(text.contains("비공개본") && text.contains("\"redacted\":true") && text.contains("구간표"))
  }

  @Test func `measures of a redacted report show no secret`() throws {
    let redacted = try Self.report(Self.marked).redacted()
    let text = Self.bare(
      String(decoding: AdequacyReport.render([redacted], RenderOptions(language: .ko)), as: UTF8.self))
    #expect(!text.contains("50000") && !text.contains("4137") && text.contains("비공개"))
  }
}
