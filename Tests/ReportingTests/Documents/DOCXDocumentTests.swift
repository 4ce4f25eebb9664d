import Diagnostics
import Findings
import TestSupport
import Testing

@testable import Reporting

@Suite struct `DOCX documents` {
  private static let snapshots = Snapshots("../Snapshots", besides: #filePath)

  private static func archive(_ sample: BlockSample, _ language: Language = .ko) throws -> StoredArchive {
    StoredArchive(try sample.written(DOCXDocument.self, language))
  }

  private static let bodies: [BlockSample: XMLTree] = {
    var bodies: [BlockSample: XMLTree] = [:]
    for sample in BlockSample.allCases {
      bodies[sample] = (try? archive(sample)).flatMap { XMLTree.read($0["word/document.xml"]) }
    }
    return bodies
  }()

  private static func body(_ sample: BlockSample) throws -> XMLTree { try #require(bodies[sample]) }

  @Test(arguments: BlockSample.short, Language.allCases)
  func `every part is well formed, has a type and is led to`(_ sample: BlockSample, _ language: Language)
    throws
  {
    let archive = try Self.archive(sample, language)
    for name in archive.names { #expect(XMLTree.read(archive[name]) != nil, "\(name)") }
    #expect(archive.names.first == "[Content_Types].xml")
    let types = try #require(XMLTree.read(archive["[Content_Types].xml"]))
    let typed = types.direct("Override").compactMap { $0["PartName"]?.dropFirst() }.map(String.init)
    #expect(
      Set(archive.names)
        == Set(typed + ["[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"]))
    var led: [String] = []
    for (list, folder) in [("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")] {
      let relationships = try #require(XMLTree.read(archive[list])).direct("Relationship")
      #expect(Set(relationships.map { $0["Id"] }).count == relationships.count)
      led += relationships.filter { $0["TargetMode"] == nil }.compactMap { $0["Target"] }.map { folder + $0 }
    }
    #expect(Set(led) == Set(typed))
    let core = try #require(XMLTree.read(archive["docProps/core.xml"]))
    #expect(core.text("dc:language") == (language == .ko ? "ko-KR" : "en-GB"))
    #expect(core.all("dcterms:created").isEmpty)
  }

  @Test(arguments: BlockSample.allCases) func `every style that is used is defined once`(
    _ sample: BlockSample
  ) throws {
    let archive = try Self.archive(sample)
    let styles = try #require(XMLTree.read(archive["word/styles.xml"])).direct("w:style").map {
      $0["w:styleId"]
    }
    #expect(Set(styles).count == styles.count)
    let body = try Self.body(sample)
    let used = ["w:pStyle", "w:rStyle", "w:tblStyle"].flatMap { body.all($0).map { $0["w:val"] } }
    #expect(Set(used).isSubset(of: styles))
    let parents = try #require(XMLTree.read(archive["word/styles.xml"])).all("w:basedOn").map { $0["w:val"] }
    #expect(Set(parents).isSubset(of: styles))
  }

  @Test(arguments: BlockSample.allCases) func `every table has a cell for each of its columns`(
    _ sample: BlockSample
  )
    throws
  {
    let body = try #require(try Self.body(sample).first("w:body"))
    let tables = body.direct("w:tbl")
    #expect(sample == .empty || !tables.isEmpty)
    for table in tables {
      let widths = table.all("w:gridCol").compactMap { $0["w:w"] }
      #expect(widths.compactMap { Int($0) }.reduce(0, +) == DOCXPage(isLandscape: false).textWidth)
      let wrong = table.direct("w:tr").filter { row in
        row.direct("w:tc").map { $0.first("w:tcW")?["w:w"] } != widths
          || !row.direct("w:tc").allSatisfy { $0.children.last?.name == "w:p" }
      }
      #expect(wrong.isEmpty)
    }
    // Without a paragraph between them, two tables would become one.
    for (element, next) in zip(body.children, body.children.dropFirst()) {
      #expect(element.name != "w:tbl" || next.name == "w:p")
    }
    #expect(body.children.last?.name == "w:sectPr")
  }

  @Test func `heads are repeated and stay whole, other rows may go on on the next page`() throws {
    let rows = try Self.body(.long).all("w:tr")
    #expect(rows.count == 1001)
    #expect(rows.map { $0.all("w:tblHeader").count } == [1] + [Int](repeating: 0, count: 1000))
    #expect(rows.map { $0.all("w:cantSplit").count } == [1] + [Int](repeating: 0, count: 1000))
    let labels = try #require(try Self.body(.every).first("w:tbl"))
    #expect(labels.all("w:tblHeader").isEmpty)
    #expect(labels.first("w:tblCaption")?["w:val"] == "수신, 결론")
  }

  @Test func `what introduces a table stays on its page, and so does the table's head`() throws {
    var writer = DOCXDocument(BlockSample.every.info(.ko), RenderOptions(language: .ko))
    let blocks: [Block] = [
      .heading(["1. 표"], level: 1), .paragraph(["표의 머리글"], .note), .tableStart(TableHead("표", [.init("열")])),
      .tableRow([TableCell("칸")]), .tableEnd, .item(["점"], label: "-", level: 1),
      .rows([LabelledRow("가", ["나"])]),
      .item(["홀로 선 점"], label: "-", level: 1), .paragraph(["끝"]),
    ]
    for block in blocks { writer.put(block) }
    let archive = StoredArchive(Array(try writer.finish().joined()))
    let body = try #require(XMLTree.read(archive["word/document.xml"]))
    let kept = body.all("w:p").filter { !$0.all("w:keepNext").isEmpty }.map { $0.text("w:t") }
    #expect(kept == ["표의 머리글", "열", "-점"])
  }

  @Test func `a fix list lies on its side, other documents stand`() throws {
    for template in ReportTemplate.bundled {
      let options = RenderOptions(language: .ko, template: template)
      var writer = DOCXDocument(BlockSample.every.info(.ko), options)
      for block in BlockSample.every.blocks(.ko) { writer.put(block) }
      let archive = StoredArchive(Array(try writer.finish().joined()))
      let body = try #require(XMLTree.read(archive["word/document.xml"]))
      let page = DOCXPage(isLandscape: template == .fixList)
      #expect(body.first("w:pgSz")?["w:orient"] == (template == .fixList ? "landscape" : nil))
      #expect(Set(body.all("w:tblW").map { $0["w:w"] }) == [String(page.textWidth)])
    }
  }

  @Test(arguments: BlockSample.allCases) func `places are marked once, and links lead to them`(
    _ sample: BlockSample
  )
    throws
  {
    let archive = try Self.archive(sample)
    let body = try Self.body(sample)
    let places = body.all("w:bookmarkStart")
    #expect(Set(places.map { $0["w:name"] }).count == places.count)
    #expect(Set(places.map { $0["w:id"] }).count == places.count)
    #expect(places.map { $0["w:id"] } == body.all("w:bookmarkEnd").map { $0["w:id"] })
    let links = body.all("w:hyperlink")
    let names = links.compactMap { $0["w:anchor"] }
    #expect(Set(names).isSubset(of: places.compactMap { $0["w:name"] }))
    let list = try #require(XMLTree.read(archive["word/_rels/document.xml.rels"]))
    let external = list.direct("Relationship").filter { $0["TargetMode"] == "External" }
    #expect(Set(links.compactMap { $0["r:id"] }) == Set(external.compactMap { $0["Id"] }))
    if sample == .every {
      #expect(names == ["place1", "place2"])
      let address =
        "https://www.law.go.kr/%EB%B2%95%EB%A0%B9/%EC%A0%84%EA%B8%B0%ED%86%B5%EC%8B%A0%EC%82%AC%EC%97%85%EB%B2%95"
      #expect(external.map { $0["Target"] } == [address])
    }
  }

  @Test(arguments: BlockSample.allCases)
  func `what is read back is what was put, cell by cell`(_ sample: BlockSample) throws {
    var read: [SaidText.Entry] = []
    for element in try #require(try Self.body(sample).first("w:body")).children {
      switch element.name {
      case "w:tbl":
        read.append(
          .table(
            element.direct("w:tr").map { row in
              row.direct("w:tc").map { $0.direct("w:p").map { $0.text("w:t") }.joined(separator: "\n") }
            }))
      case "w:p" where element.first("w:pStyle")?["w:val"] != DOCXStyle.afterTable.rawValue:
        read.append(.text(element.text("w:t")))
      default: break
      }
    }
    let put = SaidText.entries(of: sample, .ko, separator: "")
    #expect(read.count == max(1, put.count))
    for (read, put) in zip(read, put) where read != put { Issue.record("read \(read), put \(put)") }
  }

  @Test func `headings have levels, a page break stands where it was asked for`() throws {
    let paragraphs = try Self.body(.every).all("w:p")
    let headings = paragraphs.compactMap { $0.first("w:pStyle")?["w:val"] }.filter { $0.hasPrefix("Heading") }
    #expect(headings == ["Heading1", "Heading2", "Heading3"])
    let breaks = paragraphs.filter { !$0.all("w:pageBreakBefore").isEmpty }
    #expect(breaks.map { $0.text("w:t") } == ["2022. 11. 6."])
  }

  @Test(arguments: Language.allCases) func `the text of every kind of block is as recorded`(
    _ language: Language
  ) throws {
    let text = try Self.archive(.every, language).text("word/document.xml")
    let problem = Self.snapshots.problem(
      with: text.brokenBefore("<w:p>"), named: "every.docx.\(language.rawValue)")
    if let problem { Issue.record("\(problem)") }
  }

  @Test(arguments: BlockSample.short) func `the same blocks give the same bytes`(_ sample: BlockSample) throws
  {
    #expect(try sample.written(DOCXDocument.self, .ko) == sample.written(DOCXDocument.self, .ko))
  }
}
