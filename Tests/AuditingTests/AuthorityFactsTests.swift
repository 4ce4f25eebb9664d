import Diagnostics
import Findings
import Foundation
import Reporting
import Testing

@testable import Auditing

/// Facts that an authority found, laid over a company's scheme.
@Suite struct AuthorityFactsTests {
  static let vocabulary = InlineSet.vocabulary
    .replacingOccurrences(
      of: "shop.sign: {type: bool,", with: "shop.sign: {type: bool, needs_proof: shop.proof,"
    )
    .replacingOccurrences(
      of: "shop.size: {type: number,", with: "shop.size: {type: number, needs_proof: true,")
  static let rules = """
    rules:
      - {id: A, title: {ko: 값, en: price}, cite: 제1조, severity: major, for_each: {as: item, in: shop.items}, require: item.price < 150}
      - {id: B, title: {ko: 크기, en: size}, cite: 제1조, severity: major, require: shop.size < 10}
      - id: C
        title: {ko: 영업, en: open}
        cite: 제1조
        severity: major
        require: shop.open
        exceptions:
          - {id: C.X, title: {ko: 간판, en: sign}, when: shop.sign, proof: shop.proof}
      - {id: D, title: {ko: 간판, en: sign}, cite: 제1조, severity: major, applies_when: "!shop.sign", require: shop.open}

    """
  static let scheme = """
    sources: {filing: {ko: 제출본, en: filing}}
    shop:
      filed: 2023-01-01
      open: false
      sign: true
      proof: 사진
      size: 5
      tags: [a, b]
      items:
        - {id: i1, name: 하나, price: 100, marks: [{text: x, size: 1}], source: filing}
        - {id: i2, name: 둘, price: 200}
    """

  private func report(_ facts: String, scheme: String = scheme) throws -> AuditReport {
    let set = try InlineSet([
      "vocabulary.yaml": Self.vocabulary, "policy.yaml": InlineSet.head + Self.rules,
      "commission.txt": "format: shop/1\nprovenance: {kind: authority, by: 시청, on: 2023-02-01}\n" + facts,
    ])
    return try set.report(scheme, options: AuditOptions(facts: set.path("commission.txt")))
  }

  private func outcomes(_ report: AuditReport) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: report.findings.map { ($0.id, "\($0.outcome.rawValue) \($0.proof.rawValue)") })
  }

  @Test func `without them what excuses rests on the company's word`() throws {
    let set = try InlineSet(["vocabulary.yaml": Self.vocabulary, "policy.yaml": InlineSet.head + Self.rules])
    let report = try set.report(Self.scheme)
    #expect(report.facts == nil)
    #expect(
      outcomes(report) == [
        "A[i1]": "pass none", "A[i2]": "fail none", "B": "pass company", "C": "not_applicable company",
        "D": "not_applicable company",
      ])
    let text = String(
      decoding: try ReportFormat.text.render([report], RenderOptions(language: .ko)), as: UTF8.self)
    #expect(text.contains("사업자 진술에만 근거하여 충족"))
    #expect(text.components(separatedBy: "사업자 진술에만 근거").count - 1 == 3)
  }

  @Test func `the authority's value counts, the rest stays as the company states it`() throws {
    let report = try report(
      """
      shop:
        sign: false
        size: 12
        items:
          - {id: i2, price: 120}
          - {id: i3, price: 500}
      """)
    #expect(
      outcomes(report) == [
        "A[i1]": "pass none", "A[i2]": "pass none", "A[i3]": "fail none", "B": "fail authority",
        "C": "fail authority", "D": "fail authority",
      ])
    let facts = try #require(report.facts)
    #expect(facts.by == "시청" && facts.on == "2023-02-01" && facts.confirmed == 0)
    #expect(
      facts.differences.map { "\($0.path) \($0.company?.text ?? "-") \($0.authority.text)" } == [
        "shop.sign true false", "shop.size 5 12", "shop.items[i2].price 200 120", "shop.items[i3].id - i3",
        "shop.items[i3].price - 500",
      ])
    #expect(facts.differences[0].companyLocation?.file == "scheme.yaml")
    #expect(facts.differences[0].location.file.hasSuffix("commission.txt"))
    #expect(facts.differences[0].location.line == 4)
  }

  @Test func `evidence names the authority and its file`() throws {
    let report = try report("shop: {items: [{id: i1, price: 300}]}")
    let finding = try #require(report.findings.first { $0.id == "A[i1]" })
    #expect(finding.outcome == .fail)
    let price = try #require(finding.evidence.first { $0.path == "shop.items[i1].price" })
    #expect(price.file.hasSuffix("commission.txt") && price.line == 3)
    #expect(price.source == LocalizedText(ko: "시청 확인 사실", en: "found by 시청"))
    #expect(report.inputs.contains { $0.path.hasSuffix("commission.txt") && $0.sha256.count == 64 })
  }

  @Test func `what both state alike is counted, none and whole lists count too`() throws {
    let report = try report("shop: {open: false, tags: [c], proof: none, price: null, filed: 2023-01-01}")
    let facts = try #require(report.facts)
    #expect(facts.confirmed == 2)
    #expect(facts.differences.map(\.path) == ["shop.tags", "shop.proof"])
    #expect(facts.differences[1].authority.type == .none)
    // The exception's proof is gone, so it is only claimed.
    #expect(outcomes(report)["C"] == "unknown company")
  }

  @Test func `a proof by the authority is its own`() throws {
    let report = try report("shop: {proof: 현장 확인}")
    #expect(outcomes(report)["C"] == "not_applicable authority")
    #expect(outcomes(report)["D"] == "not_applicable authority")
    #expect(outcomes(report)["B"] == "pass company")
  }

  @Test(arguments: [Language.ko, .en]) func `every difference is in the text and in the JSON`(
    _ language: Language
  ) throws {
    let report = try report("shop: {size: 12, open: false, items: [{id: i2, name: 두울}]}")
    let text = String(
      decoding: try ReportFormat.text.render([report], RenderOptions(language: language)), as: UTF8.self)
    #expect(text.contains(language == .ko ? "시청 확인 사실 — 보상안과 다른 것 2건" : "Facts found by 시청 — 2 differ"))
    let line = language == .ko ? "12 (3행)" : "12 (line 3)"
    for word in ["(shop.size)", "(shop.items[i2].name)", "두울", line] {
      #expect(text.contains(word), "\(word)")
    }
    let saved = try JSONDecoder().decode(AuditReport.self, from: Data(report.json))
    #expect(saved.facts == report.facts)
    #expect(saved.json == report.json)
  }

  @Test(
    arguments: [
      ("shop: {sgin: true}", "facts.unknown-fact", "sign"),
      ("shop: {items: [{price: 3}]}", "facts.no-key", nil),
      ("shop: {size: 열둘}", "value.not-a-number", nil),
      ("incomplete: [shop.items]", "facts.incomplete", nil),
      ("sources: {filing: {ko: 다른 것}}", "facts.repeated-source", nil),
    ] as [(String, String, String?)])
  func `a mistake stands at its place in the authority's file`(
    _ facts: String, _ code: String, _ suggestion: String?
  ) throws {
    let set = try InlineSet([
      "vocabulary.yaml": Self.vocabulary, "policy.yaml": InlineSet.head + Self.rules,
      "commission.txt": "format: shop/1\nprovenance: {kind: authority, by: 시청}\n" + facts,
    ])
    var log = DiagnosticLog()
    let file = SourceFile(path: "scheme.yaml", bytes: Array("format: shop/1\n\(Self.scheme)\n".utf8))
    let report = try set.loaded().audit(
      scheme: file, options: AuditOptions(facts: set.path("commission.txt")), law: .written, today: nil,
      diagnostics: &log)
    #expect(report == nil)
    let problem = try #require(log.sorted.first { $0.severity == .error })
    #expect(problem.code == code)
    #expect(problem.location?.file.hasSuffix("commission.txt") == true)
    #expect(problem.location?.line == 3)
    if let suggestion { #expect(problem.help?.en.contains(suggestion) == true) }
  }

  @Test(arguments: ["{kind: authority}", "{kind: filed, by: 시청}", "{by: 시청}", "시청"])
  func `a file must say whose facts it holds`(_ provenance: String) throws {
    let set = try InlineSet([
      "vocabulary.yaml": Self.vocabulary, "policy.yaml": InlineSet.head + Self.rules,
      "commission.txt": "format: shop/1\nprovenance: \(provenance)\nshop: {size: 3}",
    ])
    var log = DiagnosticLog()
    let file = SourceFile(path: "scheme.yaml", bytes: Array("format: shop/1\n\(Self.scheme)\n".utf8))
    let report = try set.loaded().audit(
      scheme: file, options: AuditOptions(facts: set.path("commission.txt")), law: .written, today: nil,
      diagnostics: &log)
    #expect(report == nil)
    #expect(log.sorted.map(\.code).contains("facts.provenance"))
  }

  @Test func `an authority's file is no scheme`() throws {
    let set = try InlineSet(["vocabulary.yaml": Self.vocabulary, "policy.yaml": InlineSet.head + Self.rules])
    var log = DiagnosticLog()
    let file = SourceFile(
      path: "commission.yaml",
      bytes: Array("format: shop/1\nprovenance: {kind: authority, by: 시청}\nshop: {size: 3}\n".utf8))
    let report = try set.loaded().audit(
      scheme: file, options: AuditOptions(), law: .written, today: nil, diagnostics: &log)
    #expect(report == nil)
    #expect(log.sorted.map(\.code) == ["scheme.authority-facts"])
  }
}
