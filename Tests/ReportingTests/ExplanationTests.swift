import Diagnostics
import Findings
import Testing

@testable import Reporting

@Suite struct `Where a rule is explained` {
  private static func heading(_ page: String?, url: String? = nil) -> RuleHeading {
    RuleHeading(
      policy: "kr.a", rule: "A-1", title: LocalizedText(ko: "규칙", en: "Rule"), status: .decree,
      severity: .major,
      citations: [
        Citation(
          cite: LocalizedText(ko: "영 제1조", en: "Decree art. 1"), status: .decree, verified: true, url: url)
      ], helpUri: page)
  }

  @Test(arguments: [
    ("https://e.invalid/rules/ko/A-1.md", "https://e.invalid/rules/en/A-1.md"),
    ("docs/rules/ko/A-1.md", "docs/rules/en/A-1.md"), ("https://e.invalid/A-1", "https://e.invalid/A-1"),
    ("A-1.md", "A-1.md"), ("korea/ko/x/A-1.md", "korea/ko/x/A-1.md"),
  ])
  func `the page is that of the reader's language`(_ page: String, _ english: String) {
    #expect(Self.heading(page).page(.ko) == page)
    #expect(Self.heading(page).page(.en) == english)
  }

  @Test func `a page that is published comes before the law's text, and a path leads nowhere`() {
    let law = "https://www.law.go.kr/법령/민법"
    let page = "https://e.invalid/rules/ko/A-1.md"
    #expect(Self.heading(page, url: law).explanation(.ko) == .page(page))
    #expect(Self.heading("docs/rules/ko/A-1.md", url: law).explanation(.ko) == .statute(law))
    #expect(Self.heading("docs/rules/ko/A-1.md").explanation(.en) == .command("audit explain A-1"))
    #expect(Self.heading(nil).explanation(.ko) == nil)
    #expect(Self.heading("javascript:x", url: "file:///etc").address(.ko) == nil)
  }

  @Test(arguments: Language.allCases, [ReportFormat.html, .markdown])
  func `a document that is mailed holds no address of a file`(_ language: Language, _ format: ReportFormat)
    throws
  {
    for template in ReportTemplate.bundled {
      let bytes = try format.render(
        [PlanSample.report()], RenderOptions(language: language, template: template))
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("href=\"docs/") && !text.contains("](docs/"), "\(template.name)")
    }
  }

  @Test func `what all parts of a rule share is told once`() {
    let recorder = DocumentRecorder.record([SampleReport.full], RenderOptions(language: .ko))
    var sources: [String: Int] = [:]
    var references = 0
    for block in recorder.blocks {
      guard case .rows(let rows) = block else { continue }
      for row in rows where row.label == "내용" { sources[row.text[0].text, default: 0] += 1 }
      if rows.count == 1, rows[0].label == "근거" { references += 1 }
    }
    #expect(!sources.isEmpty && sources.values.allSatisfy { $0 == 1 }, "\(sources)")
    #expect(recorder.problems.isEmpty)
    _ = references
  }

  @Test func `instants bear their zone, unless they have several`() {
    func zone(_ texts: [String], _ language: Language) -> String? {
      let headlines = texts.map { text in
        AuditReport.Headline(
          path: "incident.started", name: LocalizedText(ko: "시각", en: "time"),
          value: ReportValue(.timestamp, text), file: "a.yaml", line: 1)
      }
      var report = SampleReport.empty
      report.scheme.headlines = headlines
      return FindingWords(report, RenderOptions(language: language)).timeZone
    }
    #expect(zone(["2022-10-15T15:30:00+09:00"], .ko) == "한국 표준시(UTC+9)")
    #expect(zone(["2022-10-15T15:30:00-05:00"], .en) == "UTC-05:00")
    #expect(zone(["2022-10-15T15:30:00+09:00", "2022-10-15T15:30:00-05:00"], .en) == nil)
    #expect(zone([], .ko) == nil)
  }
}
