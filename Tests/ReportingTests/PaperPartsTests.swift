import Diagnostics
import Findings
import Foundation
import Testing

@testable import Reporting

@Suite struct `Long documents on paper` {
  private static func page(_ blocks: [Block], longest: Int = 1) -> [String] {
    SampleDocument.paper(blocks, longest: longest)
  }

  private static let table: [Block] =
    [.heading(["표"], level: 1), .tableStart(TableHead("목록", [.init("이름"), .init("값", numeric: true)]))]
    + (1...300).map { .tableRow([TableCell("행 \($0)"), TableCell("\($0)")]) } + [.tableEnd]

  @Test func `a short document is one part`() {
    #expect(SampleDocument.paper(longest: PaperParts.longest).count == 1)
  }

  @Test func `parts hold every text once, in the order of the whole`() throws {
    let whole = MarkupReader(SampleDocument.paper()[0])
    let parts = SampleDocument.paper(longest: 1).map(MarkupReader.init)
    #expect(parts.count > 3)
    for part in parts { #expect(part.problems.isEmpty, "\(part.problems.prefix(3))") }
    #expect(parts.map { Self.body($0.text) }.joined() == Self.body(whole.text))
  }

  /// The text of the page without spaces and without what the head says of it.
  private static func body(_ text: String) -> String {
    text.replacing("견본 <문서> — 모든 \"블록\"", with: "").filter { !$0.isWhitespace }
  }

  @Test func `a long table goes on with its head and its widths`() throws {
    let pages = Self.page(Self.table)
    // The first rows tell the widths and stay together.
    #expect(pages.count == 101, "\(pages.count)")
    let heads = pages.map { page in
      page.matches(of: /<colgroup>.*<\/thead>/.dotMatchesNewlines()).map { $0.0 }
    }
    #expect(heads.allSatisfy { $0.count == 1 && $0 == heads[0] })
    #expect(pages[100].contains("행 300") && !pages[100].contains("행 299"))
  }

  @Test func `a list goes on at its points, within its entry and sections`() throws {
    let group = FindingGroup(
      anchor: "R-1", effect: "law", outcome: "fail", policy: "p", rule: "R-1", findings: 3,
      owners: [.init("카카오", 3)], subjects: [.init("톡", 3)])
    let points: [Block] = (1...3).flatMap {
      [.item([Run("점 \($0)")], label: "○", level: 1), .paragraph([Run("아래 \($0)")], .inset)] as [Block]
    }
    let pages = Self.page(
      [.heading(["가"], level: 1), .heading(["나"], level: 2), .groupStart(group), .heading(["다"], level: 3)]
        + points + [.groupEnd, .heading(["라"], level: 2), .paragraph(["끝"])])
    #expect(pages.count == 4)
    #expect(pages.map { $0.components(separatedBy: "<section>").count } == [3, 3, 3, 4])
    #expect(pages[..<3].allSatisfy { $0.contains("<article class=\"entry") })
    #expect(pages[0].contains("점 1") && pages[0].contains("아래 1") && !pages[0].contains("점 2"))
    #expect(pages[3].contains("라") && !pages[3].contains("점 3"))
  }

  @Test func `a very long text is several blocks on paper, and one text elsewhere`() throws {
    let text = (1...2000).map { "서비스 \($0)" }.joined(separator: ", ")
    let blocks: [Block] = [.heading(["가"], level: 1), .paragraph([Run(text)])]
    let page = MarkupReader(Self.page(blocks, longest: .max)[0])
    let pieces = page.elements.filter { $0.attributes["class"] == "piece" }
    #expect(page.problems.isEmpty && pieces.count == text.utf8.count / 4096 + 1)
    #expect(page.text.contains(text))
    #expect(!(try SampleDocument.written(HTMLDocument.self, blocks)).contains("piece"))
  }

  @Test func `what a heading introduces stays with it`() {
    let pages = Self.page([
      .heading(["가"], level: 1), .heading(["나"], level: 2), .item(["점"], label: "○", level: 1),
    ])
    #expect(pages.count == 1)
  }

  @Test func `links lead from part to part, and every place has its name once`() throws {
    let pages = Self.page([
      .heading(["가"], level: 1, anchor: "here"),
      .paragraph([Run("아래", link: .anchor("there")), Run("자신", link: .anchor("here"))]),
      .heading(["나"], level: 1, anchor: "there"), .paragraph([Run("없음", link: .anchor("nowhere"))]),
    ])
    #expect(pages.count == 2)
    let hidden = pages.map { page in page.matches(of: /<(a|span) hidden [^>]*>/).map { String($0.0) } }
    #expect(
      hidden == [
        ["<a hidden href=\"#here\">", "<span hidden id=\"there\">"], ["<a hidden href=\"#there\">"],
      ])
  }

  @Test func `sheets are numbered through`() throws {
    var parts = PaperParts(SampleDocument.info, RenderOptions(language: .ko), longest: 1)
    for block in SampleDocument.blocks { parts.put(block) }
    var documents = parts.finish()
    documents[1].part.sheets = HTMLPart.Sheets(first: 12, count: 345)
    let page = String(decoding: documents[1].finish().flatMap { $0 }, as: UTF8.self)
    #expect(page.contains("@page:first{counter-set:page 12}"))
    #expect(page.contains("@bottom-center{content:counter(page) \" / 345\"}"))
    #expect(!page.contains("@page:first{@top-left{content:none}}"))
  }

  @Test(
    .enabled(
      if: PrintingProgram.present(in: Environment.searchPath).contains { $0.kind == .browser },
      "no browser is installed"))
  func `a browser prints the parts of a document as it prints the whole`() throws {
    let browser = try #require(
      PrintingProgram.present(in: Environment.searchPath).first { $0.kind == .browser })
    let options = RenderOptions(language: .ko, listsAll: true)
    func printed(_ longest: Int) throws -> PDFFile {
      let bytes = try PaperPrinting.print([SampleReport.full], options, with: browser, longest: longest)
      return try #require(PDFFile(bytes))
    }
    let whole = try printed(.max)
    let joined = try printed(9_000)
    func places(_ file: PDFFile) -> [String] {
      file.dictionary(file.catalog.reference("/Dests"))?.entries.map(\.key).sorted() ?? []
    }
    func headings(_ file: PDFFile) -> Int? {
      file.dictionary(file.catalog.reference("/Outlines"))?.number("/Count")
    }
    #expect(joined.pageCount ?? 0 > whole.pageCount ?? .max)
    #expect(places(joined) == places(whole))
    #expect(headings(joined) == headings(whole) && headings(whole) != nil)
  }
}
