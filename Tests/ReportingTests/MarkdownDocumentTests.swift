import Diagnostics
import Findings
import Foundation
import TestSupport
import Testing

@testable import Reporting

@Suite struct `Markdown documents` {
  private static let snapshots = Snapshots("Snapshots", besides: #filePath)

  private static func markdown(
    _ reports: [AuditReport], _ template: ReportTemplate = .findings, _ language: Language = .ko
  ) throws -> String {
    let options = RenderOptions(language: language, template: template, listsAll: true)
    return String(decoding: try ReportFormat.markdown.render(reports, options), as: UTF8.self)
  }

  @Test func `every block looks as recorded`() throws {
    let problem = Self.snapshots.problem(
      with: try SampleDocument.written(MarkdownDocument.self), named: "document.markdown")
    if let problem { Issue.record("\(problem)") }
  }

  @Test(arguments: ReportTemplate.bundled, Language.allCases) func `every document looks as recorded`(
    _ template: ReportTemplate, _ language: Language
  ) throws {
    let name =
      template == .findings
      ? "full.markdown.\(language.rawValue)" : "full.\(template.name).markdown.\(language.rawValue)"
    let problem = Self.snapshots.problem(
      with: try Self.markdown([SampleReport.full], template, language), named: name)
    if let problem { Issue.record("\(problem)") }
  }

  @Test(arguments: [
    ("<b>&", "&lt;b&gt;&amp;"), ("a|b", "a&#124;b"), ("*a* _b_", "\\*a\\* \\_b\\_"),
    ("~~x~~", "\\~\\~x\\~\\~"),
    ("in/a.yaml:282:72", "in/a.yaml:282:72"), ("a.yaml:1:2:3", "a.yaml:1:2:3"), (":100:", "`:100:`"),
    (":smile:", "`:smile:`"),
    ("[a](b)", "\\[a\\](b)"), ("![a]", "\\!\\[a\\]"), ("`a`", "\\`a\\`"), ("a\\b", "a\\\\b"),
    ("$x$", "\\$x\\$"),
    ("# 제목", "\\# 제목"), ("- a", "\\- a"), ("+ a", "\\+ a"), ("=", "\\="), ("1. a", "1\\. a"),
    ("12) a", "12\\) a"),
    ("2022. 10. 15.", "2022\\. 10. 15."), (" 앞", "&#32;앞"), ("> a", "&gt; a"),
    ("https://a.b", "https\\://a.b"),
    ("www.a.b", "www\\.a.b"), ("WWW.a.b", "WWW\\.a.b"), ("@msit 님", "`@msit` 님"), ("a@b.kr", "a`@b`.kr"),
    ("@ 12", "@ 12"), ("tiers[#2]", "tiers\\[`#2`\\]"), (":smile:", "`:smile:`"), ("10:30:00", "10:30:00"),
    ("GH-12", "GH`-`12"), ("KR-NTC-001", "KR-NTC-001"), ("---", "\\---"), ("위반 소지", "위반 소지"), ("", ""),
  ])
  func `texts stand for themselves`(_ text: String, _ expected: String) {
    var markdown = MarkdownText()
    markdown.text(text, startsLine: true)
    #expect(String(decoding: markdown.bytes, as: UTF8.self) == expected)
  }

  @Test(arguments: [
    ("a.b", "`a.b`"), ("a`b", "<code>a\\`b</code>"), ("a|b", "<code>a&#124;b</code>"),
    (" a", "<code> a</code>"),
    ("<b>", "`<b>`"), ("", "<code></code>"),
  ])
  func `code stands for itself`(_ text: String, _ expected: String) {
    var markdown = MarkdownText()
    markdown.code(text)
    #expect(String(decoding: markdown.bytes, as: UTF8.self) == expected)
  }

  @Test func `marks side by side are never one mark of double length`() {
    var markdown = MarkdownText()
    markdown.code("a")
    markdown.code("b")
    markdown.strong("가") { $0.text("가") }
    markdown.strong("나") { $0.text("나") }
    markdown.strong("(다)") { $0.text("(다)") }
    #expect(
      String(decoding: markdown.bytes, as: UTF8.self)
        == "`a`<code>b</code>**가**<strong>나</strong><strong>(다)</strong>")
  }

  @Test(arguments: ReportTemplate.bundled, Language.allCases)
  func `the only elements of HTML are the document's own`(_ template: ReportTemplate, _ language: Language)
    throws
  {
    let text = try Self.markdown([HostileReport.report, SampleReport.full], template, language)
    var isFenced = false
    var fence = ""
    for line in text.components(separatedBy: "\n") {
      let start = line.trimmingPrefix { $0 == " " }
      if !isFenced, start.hasPrefix("```") {
        fence = String(start.prefix { $0 == "`" })
        isFenced = true
        continue
      }
      if isFenced {
        isFenced = start != fence
        continue
      }
      // What stands between single backticks is code and inert.
      let unescaped = line.replacing(/\\[!-\/:-@\[-`{-~]/, with: "")
      let plain = unescaped.replacing(/`[^`]+`/, with: "")
      let rest = plain.replacing(/<\/?(strong|code)>|<br>|<a id="[A-Za-z0-9_.\-]+">|<\/a>/, with: "")
      #expect(!rest.contains("<"), "\(line)")
      #expect(!rest.contains(/\]\((?!#|https?:|mailto:|[^:)]*\))/), "\(line)")
    }
    #expect(!isFenced)
  }

  @Test(arguments: ReportTemplate.bundled) func `rows have as many cells as their heads`(
    _ template: ReportTemplate
  ) throws {
    var cells: Int?
    for line in try Self.markdown([HostileReport.report, SampleReport.full], template)
      .components(separatedBy: "\n")
    {
      guard line.hasPrefix("|") else {
        cells = nil
        continue
      }
      let count = line.filter { $0 == "|" }.count
      #expect(count == cells ?? count, "\(line)")
      cells = count
    }
  }

  @Test(arguments: ReportTemplate.bundled) func `links within the document lead somewhere`(
    _ template: ReportTemplate
  ) throws {
    let text = try Self.markdown([SampleReport.full], template)
    let names = text.matches(of: /<a id="([^"]+)">/).map { String($0.output.1) }
    #expect(Set(names).count == names.count)
    for link in text.matches(of: /\]\(#([^)]+)\)/) {
      #expect(names.contains(String(link.output.1)), "\(link.output.1)")
    }
  }
}
