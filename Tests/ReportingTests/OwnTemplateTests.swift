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
    // What is no text.
    ("\n{{counts}}", "my.mustache:2: `counts` is a list; write {{#counts}} … {{/counts}}"),
    ("{{banners}}", "my.mustache:1: `banners` is a list; write {{#banners}} {{.}} {{/banners}}"),
    (
      "{{#findings}}{{#is_fail}}{{citations}}{{/is_fail}}{{/findings}}",
      "my.mustache:1: `citations` is a list; write {{#citations}} {{.}} {{/citations}}"
    ),
    (
      "{{scheme}}",
      "my.mustache:1: `scheme` is no text; write one of {{scheme.title}}, {{scheme.id}}, {{scheme.path}}"
    ),
    (
      "{{#scheme}}{{.}}{{/scheme}}",
      "my.mustache:1: `.` is no text here; write one of {{title}}, {{id}}, {{path}}"
    ),
    (
      "{{#inputs}}{{.}}{{/inputs}}",
      "my.mustache:1: `.` is no text here: the elements have names; write one of {{path}}, {{sha256}}"
    ),
    (
      "{{#findings}}{{firm}}{{/findings}}",
      "my.mustache:1: `firm` is yes or no; write {{#firm}} … {{/firm}}"
    ),
    (
      "{{.}}",
      "my.mustache:1: `.` stands only within a list of texts, or within the section of a text"
    ),
    (
      "{{^needs}}{{.}}{{/needs}}",
      "my.mustache:1: `.` stands only within a list of texts, or within the section of a text"
    ),
    // Names behind a dot, and functions.
    ("{{findings.rule}}", "my.mustache:1: `findings` is a list; write {{#findings}} {{rule}} {{/findings}}"),
    (
      "{{findings.count}}", "my.mustache:1: `findings` is a list; write {{#findings}} {{count}} {{/findings}}"
    ),
    ("{{scheme.titel}}", "my.mustache:1: there is no name `titel`; did you mean `title`?"),
    ("{{verdict.word}}", "my.mustache:1: `verdict` is a text and has no names in it"),
    ("{{#scheme}}{{.verdict}}{{/scheme}}", "my.mustache:1: there is no name `verdict`"),
    (
      "{{uppercase(verdict)}}",
      "my.mustache:1: there is no function `uppercase()`; a template knows first(), last(), count()"
    ),
    ("{{#last()}}x{{/last()}}", "my.mustache:1: `last()` stands only within the section of a list"),
    ("{{count(verdict)}}", "my.mustache:1: `verdict` is no list and cannot be counted"),
    // What would become markup.
    (
      "{{{verdict}}}",
      "my.mustache:1: `{{{` and `{{&` cannot be used: no text of a report becomes markup; write {{verdict}}"
    ),
    (
      "{{& verdict }}",
      "my.mustache:1: `{{{` and `{{&` cannot be used: no text of a report becomes markup; write {{verdict}}"
    ),
    // Names in parts that no report at hand comes to.
    ("{{#deadlines}}{{nope}}{{/deadlines}}", "my.mustache:1: there is no name `nope`"),
    ("{{^findings}}{{nope}}{{/findings}}", "my.mustache:1: there is no name `nope`"),
    ("{{#nope}}x{{/nope}}", "my.mustache:1: there is no name `nope`"),
    // All at once.
    (
      "{{scheme.x}}\n{{! {{no}}\n\n{{ verdikt }}",
      "my.mustache:1: there is no name `x`\nmy.mustache:4: there is no name `verdikt`; did you mean `verdict`?"
    ),
  ])
  func `what cannot be meant is refused with its line`(_ source: String, _ message: String) {
    #expect(Self.refusal(source) == message)
  }

  @Test func `what is wrong is told before there is a report`() throws {
    #expect(throws: RenderFailure.self) {
      try OwnTemplate(name: "t", source: "{{#deadlines}}{{nope}}{{/deadlines}}")
    }
  }

  @Test(
    arguments: [
      ("{{#scheme}}{{verdict}}{{/scheme}}", "위반 소지 있음"),
      ("{{scheme.path}} {{#scheme}}{{.path}}{{/scheme}}", "scheme.yaml scheme.yaml"),
      (
        "{{#inputs}}{{^first()}}, {{/first()}}{{path}}{{#last()}}.{{/last()}}{{/inputs}} {{count(inputs)}}",
        nil
      ),
    ] as [(String, String?)])
  func `names outside, names behind a dot, first, last and count are found`(
    _ source: String, _ text: String?
  ) throws {
    let report = SampleReport.full
    let paths = report.inputs.map(\.path)
    let expected = text ?? paths.joined(separator: ", ") + ". \(paths.count)"
    let said = try Self.render(source)
    #expect(said == expected.replacing("scheme.yaml", with: report.scheme.path))
  }

  @Test func `what each name stands for is of the sort that the check takes it for`() {
    func check(_ value: TemplateValue?, _ kind: TemplateKind, _ name: String) {
      switch (value, kind) {
      case (nil, _): Issue.record("\(name) stands for nothing at all")
      case (.nothing?, .text), (.text?, .text), (.flag?, .flag): break
      case (.list(let values)?, .texts): for value in values { check(value, .text, name) }
      case (.list(let values)?, .list(let names)): for value in values.prefix(40) { look(value, names, name) }
      case (.object?, .object(let names)): look(value, names, name)
      default: Issue.record("\(name) is not \(kind)")
      }
    }
    func look(_ value: TemplateValue?, _ names: [TemplateName], _ name: String) {
      guard case .object(let member)? = value else {
        Issue.record("\(name) has no names")
        return
      }
      for inner in names { check(member(inner.name), inner.kind, "\(name).\(inner.name)") }
    }
    for report in [SampleReport.full, PlanSample.report()] {
      let scope = TemplateScope(
        words: FindingWords(report, RenderOptions(language: .ko, listsAll: true)),
        text: FindingText(report, .ko), whole: ReportText(report, .ko))
      look(scope.object(report, TemplateScope.reportKeys), TemplateName.ofReport, "report")
    }
  }

  @Test func `a template cannot grow beyond its bounds`() {
    let deep = String(repeating: "{{#findings}}", count: 40) + String(repeating: "{{/findings}}", count: 40)
    #expect(Self.refusal(deep).contains("more than 32 deep"))
    let wide =
      String(repeating: "{{#findings}}", count: 16) + String(repeating: "x", count: 100_000)
      + String(repeating: "{{/findings}}", count: 16)
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

  @Test(arguments: [("docs/reports.md", Language.en), ("docs/ko/reports.md", Language.ko)])
  func `the documents list every name, of what sort it is and what it means`(
    _ page: String, _ language: Language
  ) throws {
    let text = try String(contentsOf: Self.root.appending(path: page), encoding: .utf8)
    func sort(_ kind: TemplateKind) -> LocalizedText {
      switch kind {
      case .text: LocalizedText(ko: "글", en: "text")
      case .flag: LocalizedText(ko: "참·거짓", en: "yes/no")
      case .texts: LocalizedText(ko: "글의 **목록**", en: "**list** of texts")
      case .list: LocalizedText(ko: "**목록**", en: "**list**")
      case .object: LocalizedText(ko: "묶음", en: "thing")
      }
    }
    let rows =
      TemplateScope.reportKeys.map { ($0.name, $0.kind, $0.about) }
      + TemplateScope.findingKeys.map { ($0.name, $0.kind, $0.about) }
    for (name, kind, about) in rows {
      let row = "| `\(name)` | \(sort(kind)[language]) | \(about[language]) |"
      #expect(text.contains(row + "\n"), "\(row)")
    }
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test(arguments: [(Language.ko, "## 고칠 것", "조치: "), (.en, "## To change", "To do: ")])
  func `the examples are filled in`(_ language: Language, _ heading: String, _ words: String) throws {
    let source = try String(
      contentsOf: Self.root.appending(path: "examples/templates/summary.\(language).md.mustache"),
      encoding: .utf8)
    let text = try Self.render(source, as: .markdown, language)
    #expect(text.contains(heading) && text.contains(words) && !text.contains("{{"))
  }
}
