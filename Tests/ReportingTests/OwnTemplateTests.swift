import Diagnostics
import Findings
import Foundation
import Testing

@testable import Reporting

/// Templates that users write.
@Suite struct OwnTemplateTests {
  private static func render(
    _ source: String, _ report: AuditReport = SampleReport.full, as format: ReportFormat = .text,
    _ language: Language = .ko
  ) throws -> String {
    let template = try OwnTemplate(name: "my.mustache", source: source)
    let bytes = try format.render([report], RenderOptions(language: language, template: .own(template)))
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func refusal(_ source: String, as format: ReportFormat = .text) -> String {
    do {
      _ = try render(source, as: format)
      return ""
    } catch let failure as RenderFailure {
      return failure.message.en
    } catch {
      return "\(error)"
    }
  }

  @Test func `a template is filled in from the report`() throws {
    let text = try Self.render(
      "{{#scheme}}{{title}}|{{id}}{{/scheme}} {{verdict}}\n{{#findings}}{{#is_fail}}{{id}}: {{message}}\n{{/is_fail}}{{/findings}}"
    )
    let report = SampleReport.full
    #expect(text.hasPrefix("\(report.scheme.title?.ko ?? "")|\(report.scheme.id ?? "") "))
    for finding in report.findings where finding.outcome == .fail {
      #expect(text.contains("\(finding.id): \(finding.message?.ko ?? "")"))
    }
    #expect(!text.contains(report.findings.first { $0.outcome == .pass }?.id ?? "-"))
  }

  @Test(arguments: Language.allCases) func `every name gives something on some report`(_ language: Language)
    throws
  {
    for key in TemplateScope.reportKeys where key.name != "headlines" && key.name != "measures" {
      let texts = try [SampleReport.full, PlanSample.report()].map {
        try Self.render("{{#\(key.name)}}x{{/\(key.name)}}", $0, as: .text, language)
      }
      #expect(texts.contains { !$0.isEmpty }, "\(key.name)")
    }
    let names = TemplateScope.findingKeys.map { "{{#\($0.name)}}[\($0.name)]{{/\($0.name)}}" }.joined()
    let text = try Self.render("{{#findings}}\(names){{/findings}}", SampleReport.full, as: .text, language)
    // The sample has no finding of these kinds.
    let rare: Set = ["is_not_selected", "is_not_in_force", "deadline", "help", "part"]
    for key in TemplateScope.findingKeys where !rare.contains(key.name) {
      #expect(text.contains("[\(key.name)]"), "\(key.name)")
    }
  }

  @Test(arguments: [
    (
      "{{#findings}}{{mesage}}{{/findings}}",
      "my.mustache:1: there is no name `mesage`; did you mean `message`?"
    ),
    ("a\n{{nonsense_of_all}}", "my.mustache:2: there is no name `nonsense_of_all`"),
    ("{{#findings}}", "my.mustache:1: a section is not closed (`{{/name}}`)"),
    (
      "a\n{{#findings}}x{{/needs}}",
      "my.mustache:2: a closing tag has another name than the section it closes"
    ),
    ("\n\n{{> other}}", "my.mustache:3: a template cannot include others (`{{>`, `{{<`, `{{$`)"),
    ("{{$block}}{{/block}}", "my.mustache:1: a template cannot include others (`{{>`, `{{<`, `{{$`)"),
    ("{{=<% %>=}}", "my.mustache:1: delimiters and content types cannot be changed (`{{=`, `{{%`)"),
  ])
  func `what cannot be meant is refused with its line`(_ source: String, _ message: String) {
    #expect(Self.refusal(source) == message)
  }

  @Test func `a template cannot grow beyond its bounds`() {
    let deep = String(repeating: "{{#findings}}", count: 40) + String(repeating: "{{/findings}}", count: 40)
    #expect(Self.refusal(deep).contains("more than 32 deep"))
    let wide =
      String(repeating: "{{#findings}}", count: 16) + "x" + String(repeating: "{{/findings}}", count: 16)
    #expect(Self.refusal(wide).contains("more text than is allowed"))
    #expect(Self.refusal(String(repeating: "x", count: 262_145)).contains("longer than"))
  }

  @Test func `what a report says is no markup where the template writes some`() throws {
    let text = LocalizedText("<b>*x*</b> | {{verdict}} \u{202E}\u{1B}[31m")
    let report = AuditReport(
      tool: .init(version: "0"), inputs: [], scheme: .init(id: "s", title: text, path: "s.yaml"),
      policies: [],
      options: .init(), law: .written, findings: [])
    let source = "{{#scheme}}{{title}}{{/scheme}}"
    let html = try Self.render(source, report, as: .html)
    #expect(html.hasPrefix("&lt;b&gt;*x*&lt;/b&gt;") && html.contains("{{verdict}}"))
    let markdown = try Self.render(source, report, as: .markdown)
    #expect(!markdown.contains("<b>") && !markdown.contains(" *x*"))
    let plain = try Self.render(source, report, as: .text)
    #expect(plain.hasPrefix("<b>*x*</b> | {{verdict}}"))
    for written in [html, markdown, plain] {
      #expect(!written.unicodeScalars.contains("\u{202E}") && !written.unicodeScalars.contains("\u{1B}"))
    }
  }

  @Test func `formats that are no text refuse a template`() {
    #expect(Self.refusal("x", as: .docx).contains("cannot hold the document `my.mustache`"))
  }

  @Test(arguments: ["docs/reports.md", "docs/ko/reports.md"]) func `the documents list every name`(
    _ page: String
  ) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: page), encoding: .utf8)
    for name in TemplateScope.reportKeys.map(\.name) + TemplateScope.findingKeys.map(\.name) {
      #expect(text.contains("`\(name)`"), "\(name)")
    }
  }

  @Test func `the example is filled in`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let source = try String(
      contentsOf: root.appending(path: "examples/templates/summary.ko.md.mustache"), encoding: .utf8)
    let text = try Self.render(source, as: .markdown)
    #expect(text.contains("## 고칠 것") && text.contains("조치: ") && !text.contains("{{"))
  }
}
