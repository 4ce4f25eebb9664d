import Diagnostics
import Findings
import Foundation
import Reporting
import Testing

@testable import Auditing

/// Which versions of a body's name, a citation and a wording a finding tells, where its date is only partly known.
@Suite struct PossibleVersionTests {
  private static let head = """
    format: guideline_policy/1
    id: test.shop
    version: 1.0.0
    vocabulary: shop
    title: {ko: 가게 기준, en: shop policy}
    authority:
      history:
        - {from: 2022-01-01, id: old, ko: 옛 시청, en: old city}
        - {from: 2023-01-01, id: new, ko: 새 시청, en: new city}
    legal: {status: statute}
    in_force: {from: 2022-02-01, to: 2024-12-31}
    as_of: shop.filed

    """

  private static let policy = """
    sources: {act: {cite: 가게법, url: "https://example.invalid/act"}}
    rules:
      - id: R
        title: {ko: 간판, en: sign}
        cite:
          history:
            - {from: 2020-01-01, value: act 제1조}
            - {from: 2022-06-01, value: act 제2조, verified: false}
            - {from: 2023-01-01, value: act 제3조}
            - {from: 2025-06-01, value: act 제4조}
        text:
          history:
            - {from: 2020-01-01, ko: 간판을 달아야 한다., en: There must be a sign.}
            - {from: 2023-01-01, ko: 큰 간판을 달아야 한다., en: There must be a big sign.}
        severity: minor
        require: shop.sign
    """

  /// What is told of a scheme's date.
  struct Case: Sendable {
    var filed: String
    var cites: [String]
    var bodies: [String]
  }

  static let cases: [Case] = [
    // One day on either side of each boundary.
    Case(filed: "2022-05-31", cites: ["제1조"], bodies: ["old"]),
    Case(filed: "2022-06-01", cites: ["제2조"], bodies: ["old"]),
    Case(filed: "2022-12-31", cites: ["제2조"], bodies: ["old"]),
    Case(filed: "2023-01-01", cites: ["제3조"], bodies: ["new"]),
    // Bounds: a version counts if one day of it is left, and only on days on which the rule is in force.
    Case(filed: "{at_most: 2022-05-31}", cites: ["제1조"], bodies: ["old"]),
    Case(filed: "{at_most: 2022-06-01}", cites: ["제1조", "제2조"], bodies: ["old"]),
    Case(filed: "{at_most: 2022-12-31}", cites: ["제1조", "제2조"], bodies: ["old"]),
    Case(filed: "{at_most: 2023-01-01}", cites: ["제1조", "제2조", "제3조"], bodies: ["old", "new"]),
    Case(filed: "{at_least: 2022-05-31}", cites: ["제1조", "제2조", "제3조"], bodies: ["old", "new"]),
    Case(filed: "{at_least: 2022-06-01}", cites: ["제2조", "제3조"], bodies: ["old", "new"]),
    Case(filed: "{at_least: 2022-12-31}", cites: ["제2조", "제3조"], bodies: ["old", "new"]),
    Case(filed: "{at_least: 2023-01-01}", cites: ["제3조"], bodies: ["new"]),
    Case(filed: "{at_least: 2022-06-01, at_most: 2022-12-31}", cites: ["제2조"], bodies: ["old"]),
    // Outside of the days in force the rule still has a wording.
    Case(filed: "{at_least: 2025-01-01}", cites: ["제3조", "제4조"], bodies: ["new"]),
    Case(filed: "{at_most: 2019-12-31}", cites: ["제1조"], bodies: ["old"]),
    // Readings: only the versions of the days that are named.
    Case(filed: "{either: [2022-05-31, 2023-01-01]}", cites: ["제1조", "제3조"], bodies: ["old", "new"]),
    Case(filed: "{either: [2022-05-30, 2022-05-31]}", cites: ["제1조"], bodies: ["old"]),
    // Nobody has said: every version on whose days the rule is in force.
    Case(filed: "null", cites: ["제1조", "제2조", "제3조"], bodies: ["old", "new"]),
  ]

  private static func finding(_ filed: String) throws -> (Finding, AuditReport) {
    let set = try InlineSet(policy: policy, head: head)
    let report = try set.report("shop: {filed: \(filed), sign: false}")
    return (try #require(report.findings.first { $0.rule == "R" }), report)
  }

  @Test(arguments: cases) func `a finding tells every version that its date leaves, and no other`(
    _ sample: Case
  ) throws {
    let (finding, _) = try Self.finding(sample.filed)
    let citation = try #require(finding.citations.first)
    let authority = try #require(finding.authority)
    #expect(finding.citations.count == 1)
    #expect(authority.id == sample.bodies.joined(separator: " | "))
    #expect(authority.oneOf.compactMap(\.id) == (sample.bodies.count > 1 ? sample.bodies : []))
    let cites = sample.cites.map { "가게법 \($0)" }
    if let only = cites.first, cites.count == 1 {
      #expect(citation.cite.ko == only && citation.oneOf.isEmpty)
    } else {
      #expect(citation.oneOf.map(\.text.ko) == cites)
      for cite in sample.cites { #expect(citation.cite.ko.contains(cite)) }
      #expect(citation.cite.en.hasSuffix("to be settled by the date that applies"))
    }
    // One doubtful version makes the citation doubtful.
    #expect(citation.verified == !sample.cites.contains("제2조"))
    #expect(citation.url == "https://example.invalid/act")
    let isBig = sample.bodies.contains("new")
    #expect((finding.heading.textOneOf.count > 1) == (isBig && sample.bodies.contains("old")))
    #expect(finding.heading.text?.ko.contains("큰 간판") == isBig)
  }

  @Test func `all of them are told with their days, and what they share only once`() throws {
    let (finding, _) = try Self.finding("{at_most: 2023-01-01}")
    #expect(
      finding.citations.first?.cite.ko
        == "가게법 제1조(2020. 1. 1.부터 2022. 5. 31.까지), 제2조(2022. 6. 1.부터 2022. 12. 31.까지) 또는 "
        + "제3조(2023. 1. 1.부터 2025. 5. 31.까지) — 적용일이 확인되면 확정")
    #expect(
      finding.authority?.name.en
        == "old city (1 January 2022 to 31 December 2022) or new city (from 1 January 2023) — "
        + "to be settled by the date that applies")
    #expect(
      finding.heading.text?.ko
        == "[2020. 1. 1.부터 2022. 12. 31.까지] 간판을 달아야 한다. [2023. 1. 1.부터] 큰 간판을 달아야 한다. (적용일이 확인되면 확정)")
  }

  @Test func `a remark that all of them end with is told once`() {
    func told(_ first: String, _ second: String) -> String {
      PossibleVersion.told([
        PossibleVersion(text: LocalizedText(first), to: "2022-12-31"),
        PossibleVersion(text: LocalizedText(second), from: "2023-01-01"),
      ]).ko
    }
    let end = " — 적용일이 확인되면 확정"
    #expect(
      told("영 제1조(현행 제9조)", "영 제2조(현행 제9조)")
        == "영 제1조(2022. 12. 31.까지) 또는 제2조(2023. 1. 1.부터) (현행 제9조)" + end)
    #expect(
      told("영 제1조(현행 제8조)", "영 제2조(현행 제9조)")
        == "영 제1조(현행 제8조)(2022. 12. 31.까지) 또는 제2조(현행 제9조)(2023. 1. 1.부터)" + end)
    #expect(
      told("art. 1(1) (now art. 9(1))", "art. 2(1) (now art. 9(1))")
        == "art. 1(1)(2022. 12. 31.까지) 또는 2(1)(2023. 1. 1.부터) (now art. 9(1))" + end)
    #expect(told("가(나)", "(나)") == "가(나)(2022. 12. 31.까지) 또는 (나)(2023. 1. 1.부터)" + end)
  }

  @Test func `a version that comes back is told twice, not for the days between`() throws {
    let policy = Self.policy.replacing("value: act 제3조", with: "value: act 제1조")
    let set = try InlineSet(policy: policy, head: Self.head)
    let finding = try #require(
      try set.findings("shop: {filed: {either: [2022-03-01, 2023-03-01]}, sign: false}")["R"])
    #expect(finding.citations.first?.oneOf.map(\.to) == ["2022-05-31", "2025-05-31"])
  }

  @Test func `an exception is cited in the same way`() throws {
    let exception = """

          exceptions:
            - id: X
              title: {ko: 작은 가게, en: small shop}
              when: shop.open
              effect: not_required
              cite:
                history:
                  - {from: 2020-01-01, value: act 제8조}
                  - {from: 2023-01-01, value: act 제9조}
      """
    let set = try InlineSet(policy: Self.policy + exception, head: Self.head)
    func cite(_ filed: String) throws -> String? {
      try set.findings("shop: {filed: \(filed), sign: false, open: true}")["R"]?.exception?.cite?.ko
    }
    #expect(try cite("{at_least: 2022-03-01, at_most: 2022-12-31}") == "가게법 제8조")
    let both = try #require(try cite("{at_least: 2022-03-01, at_most: 2023-01-01}"))
    #expect(both.contains("제8조") && both.contains("제9조"))
  }

  @Test(arguments: ["{at_most: 2023-01-01}", "2022-05-31"])
  func `a saved report keeps them, and every format tells them`(_ filed: String) throws {
    let (finding, report) = try Self.finding(filed)
    let read = try JSONDecoder().decode(AuditReport.self, from: Data(report.json))
    #expect(read.json == report.json)
    #expect(read.findings.first?.authority == finding.authority)
    #expect(read.findings.first?.heading.textOneOf == finding.heading.textOneOf)
    #expect(
      String(decoding: report.json, as: UTF8.self).contains("oneOf") == (finding.citations[0].oneOf.count > 1)
    )
    let isOpen = !finding.citations[0].oneOf.isEmpty
    for format in [ReportFormat.text, .markdown, .html, .sarif, .csv] {
      let pieces = try format.pieces([report], RenderOptions(language: .ko))
      let text = String(decoding: pieces.joined(), as: UTF8.self)
      #expect(text.contains("제2조") == isOpen, "\(format)")
    }
  }

  @Test func `what a profile leaves out is cited by its date too`() throws {
    let profile = """
      format: guideline_profile/1
      id: none
      title: {ko: 없음, en: none}
      select: [OTHER]
      """
    let set = try InlineSet(
      policy: Self.policy
        + "\n  - {id: OTHER, title: {ko: 문, en: door}, cite: 제5조, severity: minor, require: shop.open}",
      head: Self.head, files: ["none.yaml": profile])
    func cite(_ filed: String) throws -> Citation? {
      let finding = try set.findings(
        "shop: {filed: \(filed), sign: false}", options: AuditOptions(profile: "none"))["R"]
      #expect(finding?.outcome == .notSelected)
      return finding?.citations.first
    }
    #expect(try cite("2022-05-31")?.cite.ko == "가게법 제1조")
    #expect(try cite("{at_most: 2022-06-01}")?.oneOf.count == 2)
  }
}
