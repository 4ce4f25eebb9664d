import Diagnostics
import Findings
import Foundation
import TestSupport
import Testing

@testable import Reporting

@Suite struct `HTML pages` {
  /// A page of some reports.
  struct Sample: Sendable, CustomTestStringConvertible {
    var name: String
    var reports: [AuditReport]
    var template: ReportTemplate
    var language: Language
    var testDescription: String { "\(name) \(template.name) \(language.rawValue)" }

    var page: String {
      get throws {
        let options = RenderOptions(language: language, template: template, listsAll: true)
        return String(decoding: try ReportFormat.html.render(reports, options), as: UTF8.self)
      }
    }
  }

  static let samples: [Sample] = ReportTemplate.bundled.flatMap { template in
    Language.allCases.flatMap { language in
      [
        Sample(name: "full", reports: [SampleReport.full], template: template, language: language),
        Sample(name: "hostile", reports: [HostileReport.report], template: template, language: language),
        Sample(
          name: "several", reports: [SampleReport.full, SampleReport.empty, HostileReport.report],
          template: template, language: language),
      ]
    }
  }

  private static let snapshots = Snapshots("Snapshots", besides: #filePath)

  @Test func `every block looks as recorded`() throws {
    let problem = Self.snapshots.problem(
      with: try SampleDocument.written(HTMLDocument.self), named: "document.html")
    if let problem { Issue.record("\(problem)") }
  }

  @Test func `a page of a report looks as recorded`() throws {
    let page = try ReportFormat.html.render([SampleReport.full], RenderOptions(language: .ko))
    if let problem = Self.snapshots.problem(with: page, named: "full.html.ko") { Issue.record("\(problem)") }
  }

  @Test(arguments: samples) func `elements are closed, names unique and links lead somewhere`(
    _ sample: Sample
  ) throws {
    try check(try sample.page)
  }

  @Test func `a page of every block is sound`() throws {
    try check(try SampleDocument.written(HTMLDocument.self))
    try check(SampleDocument.paper()[0])
  }

  private func check(_ page: String) throws {
    let reader = MarkupReader(page)
    #expect(reader.problems.isEmpty, "\(reader.problems.prefix(5))")
    var names: Set<String> = []
    for element in reader.elements {
      guard let name = element.attributes["id"] else { continue }
      #expect(names.insert(name).inserted, "\(name) stands twice")
      #expect(!name.isEmpty && !name.contains(" "))
    }
    for element in reader.elements {
      if let href = element.attributes["href"], href.hasPrefix("#") {
        #expect(names.contains(String(href.dropFirst())), "\(href) leads nowhere")
      }
      for key in ["aria-labelledby", "for"] {
        for name in element.attributes[key]?.split(separator: " ") ?? [] {
          #expect(names.contains(String(name)), "\(key) \(name)")
        }
      }
      if element.name == "th" { #expect(element.attributes["scope"] != nil) }
      if element.name == "svg" {
        #expect(element.attributes["role"] == "img" || element.attributes["aria-hidden"] == "true")
      }
    }
    // No rank of headings is left out.
    var rank = 0
    for element in reader.elements {
      guard element.name.count == 2, element.name.hasPrefix("h"), let own = Int(element.name.dropFirst())
      else { continue }
      #expect(own <= rank + 1, "\(element.name) follows h\(rank)")
      rank = own
    }
    #expect(reader.elements.contains { $0.name == "h1" })
    #expect(reader.elements.filter { $0.name == "main" }.count == 1)
    let rows = reader.elements.filter { $0.name == "tr" }.count
    #expect(page.components(separatedBy: "</tr>").count == rows + 1)
  }

  @Test(arguments: samples) func `no text becomes an element, an attribute or a link that acts`(
    _ sample: Sample
  ) throws {
    let known: Set<String> = [
      "html", "head", "meta", "title", "style", "body", "a", "main", "header", "nav", "details", "summary",
      "ol", "ul",
      "li", "div", "section", "article", "h1", "h2", "h3", "h4", "p", "dl", "dt", "dd", "strong", "code",
      "span",
      "figure", "figcaption", "pre", "mark", "table", "caption", "colgroup", "col", "thead", "tbody", "tr",
      "th", "td",
      "svg", "defs", "pattern", "rect", "path", "circle", "line", "text", "desc", "form", "fieldset",
      "legend", "label",
      "input", "select", "option", "datalist", "button", "script",
    ]
    let reader = MarkupReader(try sample.page)
    for element in reader.elements {
      #expect(known.contains(element.name), "<\(element.name)>")
      for (key, value) in element.attributes {
        #expect(!key.hasPrefix("on") && key != "style" && key != "src" && key != "srcset", "\(key)")
        if key == "href" {
          let isHarmless = ["#", "http://", "https://", "mailto:"].contains { value.hasPrefix($0) }
          #expect(isHarmless || !value.contains(":"), "\(value)")
        }
      }
    }
    #expect(reader.elements.filter { $0.name == "script" }.count == 1)
  }

  @Test func `the page forbids every request and names its own style and script`() throws {
    let page = try SampleDocument.written(HTMLDocument.self)
    let head = "<!DOCTYPE html>\n<html lang=\"ko\">\n<head>\n<meta charset=\"utf-8\">\n"
    #expect(page.hasPrefix(head))
    let policy = try #require(page.dropFirst(head.count).split(separator: "\n").first)
    #expect(policy.contains("Content-Security-Policy") && policy.contains("default-src 'none'"))
    #expect(!policy.contains("unsafe"))
    for (element, rule) in [("style", "style-src"), ("script", "script-src")] {
      let content = try #require(
        page.firstMatch(of: try Regex("(?s)<\(element)>(.*?)</\(element)>"))?.output[1].substring)
      #expect(policy.contains("\(rule) 'sha256-\(Base64.digest(of: String(content)))'"))
    }
  }

  @Test func `a digest is written in base 64`() {
    #expect(Base64.digest(of: "abc") == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")
    #expect(Base64.encoded(Array("ab".utf8)) == "YWI=")
    #expect(Base64.encoded(Array("a".utf8)) == "YQ==")
    #expect(Base64.encoded([]) == "")
  }

  @Test func `entries can be chosen by outcome, effect and subject, and all are there without a script`()
    throws
  {
    let reader = MarkupReader(try SampleDocument.written(HTMLDocument.self))
    let entries = reader.elements.filter { $0.name == "article" }
    #expect(entries.map { $0.attributes["data-o"] } == ["0", "1"])
    #expect(entries.map { $0.attributes["data-e"] } == ["0", "0"])
    // Places of names with the numbers of their findings.
    #expect(entries.map { $0.attributes["data-n"] } == ["3", "3"])
    #expect(entries.map { $0.attributes["data-w"] } == ["0:2 1:1", "0:2 1:1"])
    #expect(entries.map { $0.attributes["data-s"] } == ["0:1 1:2", "2:1 1:2"])
    #expect(entries.allSatisfy { $0.attributes["hidden"] == nil })
    let boxes = reader.elements.filter { $0.attributes["type"] == "checkbox" }
    // There is one effect, so nothing to choose.
    #expect(boxes.map { $0.attributes["data-code"] } == ["fail", "pass"])
    let options = reader.elements.filter { $0.name == "option" }
    #expect(
      options.map { $0.attributes["value"] } == [
        "", "멜론 <사업자>", "카카오", "", "멜론", "전체", "톡 \"서랍\"",
      ])
    #expect(options.compactMap { $0.attributes["data-place"] } == ["1", "0", "2", "1", "0"])
    #expect(reader.elements.first { $0.name == "form" }?.attributes["hidden"] != nil)
  }

  @Test func `entries belong to the operators and services of their subjects`() throws {
    let recorder = DocumentRecorder.record([PlanSample.report()], RenderOptions(language: .ko))
    let groups = recorder.blocks.compactMap { block -> FindingGroup? in
      if case .groupStart(let group) = block { group } else { nil }
    }
    let elements = SchemeElements(FindingWords(PlanSample.report(), RenderOptions(language: .ko)))
    let named = PlanSample.report().findings.filter { !elements.names(of: $0, .ko).isEmpty }
    let names = Set(groups.flatMap(\.owners).map(\.name))
    #expect(!named.isEmpty && names.isSubset(of: Set(named.flatMap { elements.names(of: $0, .ko) })))
  }

  @Test func `a range is drawn as a range, with a legend`() throws {
    let chart = Chart(
      title: "배수", labels: "대상", series: [.init("배", tone: .plain)],
      bars: [
        .init("정확", [.init(4, "4배")]), .init("범위", [.init(2, upTo: 6, "2~6배")]),
        .init("끝 모름", [.init(1, upTo: .infinity, "1배 이상")]),
        .init("아주 김", [.init(3, upTo: 6000, "3~6,000배")]),
      ])
    let page = try SampleDocument.written(HTMLDocument.self, [.heading(["1."], level: 1), .chart(chart)])
    let rects = MarkupReader(page).elements.filter { $0.attributes["fill"]?.hasPrefix("url(#_r") == true }
    // One in the legend; the longest bar of known extent takes the whole width, what is longer ends at the edge.
    #expect(rects.dropFirst().map { $0.attributes["x"] } == ["33.33%", "16.67%", "50%"])
    #expect(rects.dropFirst().map { $0.attributes["width"] } == ["66.67%", "83.33%", "50%"])
    #expect(page.contains(HTMLWords.range[.ko]) && page.contains(HTMLWords.least[.ko]))
    let exact = Chart(
      title: "배수", labels: "대상", series: [.init("배", tone: .plain)], bars: [.init("정확", [.init(4, "4배")])])
    let plain = try SampleDocument.written(HTMLDocument.self, [.heading(["1."], level: 1), .chart(exact)])
    #expect(!plain.contains(HTMLWords.range[.ko]))
  }

  @Test func `on a phone the cells of a row bear the names of their columns`() throws {
    let page = try SampleDocument.written(HTMLDocument.self)
    #expect(page.contains("<table class=\"c4 k1\">"))
    #expect(page.contains(".k1>tbody>tr>:nth-child(2)::before{content:\"중요도\"}"))
  }

  @Test func `a fix list is printed on its side, other documents are not`() throws {
    for template in ReportTemplate.bundled {
      let options = RenderOptions(language: .ko, template: template)
      let page = String(
        decoding: try ReportFormat.html.render([SampleReport.full], options), as: UTF8.self)
      #expect(page.contains("@page{size:A4 landscape}") == (template == .fixList))
      #expect(page.contains("@page{size:A4}") == (template != .fixList))
    }
  }

  @Test func `paper holds nothing that acts`() throws {
    let reader = MarkupReader(
      SampleDocument.paper(SampleDocument.blocks + [.paragraph([Run("쪽", link: .address("docs/a.md"))])])[0])
    #expect(!reader.elements.contains { ["script", "form", "nav"].contains($0.name) })
    let links = reader.elements.compactMap { $0.attributes["href"] }
    #expect(links.contains("https://e.invalid/a%20b") && !links.contains("docs/a.md"))
    #expect(reader.text.contains("쪽"))
  }

  @Test(arguments: Language.allCases) func `every message and its citations can be read`(_ language: Language)
    throws
  {
    let sample = Sample(name: "full", reports: [SampleReport.full], template: .findings, language: language)
    let text = MarkupReader(try sample.page).text
    for finding in SampleReport.full.findings where finding.outcome == .fail {
      if let message = finding.message { #expect(text.contains(InertText.of(message[language]))) }
      for citation in finding.citations { #expect(text.contains(InertText.of(citation.cite[language]))) }
    }
    #expect(text.contains(Summary.disclaimer[language]))
  }

  @Test func `lengths that cannot be drawn take no room`() throws {
    let page = try SampleDocument.written(HTMLDocument.self)
    #expect(!page.lowercased().contains("nan%") && !page.contains("inf"))
    #expect(page.contains("알 수 없음") && page.contains("셈할 수 없음"))
    // 3, 9 and 0 of 12.
    #expect(
      page.contains("<rect x=\"0%\" y=\"18\" width=\"25%\"")
        && page.contains("<rect x=\"25%\" y=\"18\" width=\"75%\""))
  }

  @Test func `a chart of very many bars draws some and lists all`() throws {
    let bars = (1...500).map { Chart.Bar("서비스 \($0)", [.init(Double($0), "\($0)건")]) }
    let chart = Chart(title: "많음", labels: "서비스", series: [.init("건", tone: .plain)], bars: bars)
    let page = try SampleDocument.written(HTMLDocument.self, [.title("t"), .chart(chart)])
    #expect(page.components(separatedBy: "class=\"track\"").count == HTMLChart.mostBars + 1)
    #expect(page.contains("<td class=\"n\">500건</td>"))
    #expect(page.contains("500개 가운데 처음 60개만 그림"))
  }

  @Test(arguments: [
    ("https://e.invalid/a", "https://e.invalid/a"), ("http://e.invalid/\"<>", "http://e.invalid/%22%3C%3E"),
    ("mailto:a@e.invalid", "mailto:a@e.invalid"), ("a/b.html#c", "a/b.html#c"), ("법령", "%EB%B2%95%EB%A0%B9"),
  ])
  func `addresses of pages and mailboxes are kept`(_ address: String, _ expected: String) {
    #expect(LinkAddress(address)?.text == expected)
  }

  @Test(arguments: [
    "javascript:alert(1)", "JAVASCRIPT:alert(1)", "java\nscript:alert(1)", " javascript:alert(1)",
    "data:text/html,x",
    "vbscript:x", "file:///etc/passwd", "//evil.invalid", "\\\\evil.invalid", "",
  ])
  func `other addresses are none`(_ address: String) {
    #expect(LinkAddress(address) == nil)
  }

  @Test func `different anchors have different names of plain characters`() {
    let anchors = ["a b", "a_b", "a-b", "a.b", "a[b]", "가", "나", "", "a%20b", "_20", " "]
    let names = anchors.map(AnchorNames.name(of:))
    #expect(Set(names).count == anchors.count)
    for name in names { #expect(name.utf8.allSatisfy { $0 < 0x80 && $0 != 0x20 } && !name.isEmpty) }
    var claimed = AnchorNames()
    #expect(claimed.claim("가") != nil && claimed.claim("가") == nil)
  }
}
