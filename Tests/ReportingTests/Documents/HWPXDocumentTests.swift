import Diagnostics
import Findings
import TestSupport
import Testing

@testable import Reporting

@Suite struct `HWPX documents` {
  private static let snapshots = Snapshots("../Snapshots", besides: #filePath)

  /// What a sample refers to and its text, read once.
  private struct Parts: Sendable {
    var header: XMLTree
    var section: XMLTree
  }

  private static let parts: [BlockSample: Parts] = {
    var parts: [BlockSample: Parts] = [:]
    for sample in BlockSample.allCases {
      guard let archive = try? archive(sample), let header = XMLTree.read(archive["Contents/header.xml"]),
        let section = XMLTree.read(archive["Contents/section0.xml"])
      else { continue }
      parts[sample] = Parts(header: header, section: section)
    }
    return parts
  }()

  private static func header(_ sample: BlockSample) throws -> XMLTree { try #require(parts[sample]).header }
  private static func section(_ sample: BlockSample) throws -> XMLTree { try #require(parts[sample]).section }

  private static func archive(_ sample: BlockSample, _ language: Language = .ko) throws -> StoredArchive {
    StoredArchive(try sample.written(HWPXDocument.self, language))
  }

  @Test(arguments: BlockSample.short, Language.allCases)
  func `the package holds the parts that Hancom Office asks for, in its order`(
    _ sample: BlockSample, _ language: Language
  ) throws {
    let archive = try Self.archive(sample, language)
    #expect(
      archive.names == [
        "mimetype", "version.xml", "META-INF/container.xml", "META-INF/manifest.xml", "Contents/content.hpf",
        "Contents/header.xml", "Contents/section0.xml", "Preview/PrvText.txt", "settings.xml",
      ])
    #expect(archive.text("mimetype") == "application/hwp+zip")
    for name in archive.names where !["mimetype", "Preview/PrvText.txt"].contains(name) {
      #expect(XMLTree.read(archive[name]) != nil, "\(name)")
    }
    let content = try #require(XMLTree.read(archive["Contents/content.hpf"]))
    #expect(content.text("opf:language") == language.rawValue)
    let listed = Set(content.all("opf:item").compactMap { $0["href"] })
    #expect(listed.isSubset(of: archive.names))
  }

  @Test(arguments: BlockSample.allCases) func `every list counts what it holds`(_ sample: BlockSample) throws
  {
    let header = try Self.header(sample)
    var lists = 0
    header.visit { list in
      guard let count = list["itemCnt"] ?? list["fontCnt"] else { return }
      lists += 1
      #expect(count == String(list.children.count), "\(list.name)")
    }
    #expect(lists == 14)
    for list in ["hh:charProperties", "hh:paraProperties", "hh:styles", "hh:tabProperties"] {
      let ids = header.first(list)?.children.map { $0["id"] }
      #expect(ids == ids?.indices.map { String($0) }, "\(list)")
    }
  }

  @Test(arguments: BlockSample.allCases) func `every reference leads to an item`(_ sample: BlockSample) throws
  {
    let (header, section) = (try Self.header(sample), try Self.section(sample))
    func ids(_ list: String) -> Set<String> {
      Set(header.first(list)?.children.compactMap { $0["id"] } ?? [])
    }
    let lists = [
      "charPrIDRef": ids("hh:charProperties").union(["4294967295"]), "paraPrIDRef": ids("hh:paraProperties"),
      "styleIDRef": ids("hh:styles"), "nextStyleIDRef": ids("hh:styles"),
      "tabPrIDRef": ids("hh:tabProperties"),
      "borderFillIDRef": ids("hh:borderFills"), "outlineShapeIDRef": ids("hh:numberings"),
    ]
    let faces = Set(header.first("hh:fontface")?.children.compactMap { $0["id"] } ?? [])
    var references = 0
    var dangling: Set<String> = []
    func check(_ element: XMLTree) {
      for (attribute, id) in element.attributes where attribute.hasSuffix("IDRef") {
        guard let ids = lists[attribute] else { continue }
        references += 1
        if !ids.contains(id) { dangling.insert("\(element.name) \(attribute) \(id)") }
      }
      if element.name == "hh:fontRef", !element.attributes.values.allSatisfy(faces.contains) {
        dangling.insert(element.name)
      }
    }
    header.visit(check)
    section.visit(check)
    #expect(dangling == [])
    #expect(references > 100)
  }

  @Test(arguments: BlockSample.allCases) func `every table is as its attributes say`(_ sample: BlockSample)
    throws
  {
    let section = try Self.section(sample)
    let tables = section.all("hp:tbl")
    #expect(sample == .empty || !tables.isEmpty)
    #expect(Set(tables.map { $0["id"] }).count == tables.count)
    for table in tables {
      let rows = table.direct("hp:tr")
      #expect(table["rowCnt"] == String(rows.count))
      var height = 0
      for (number, row) in rows.enumerated() {
        let cells = row.direct("hp:tc")
        let head = number == 0 && table["repeatHeader"] == "1" ? "1" : "0"
        let sizes = cells.compactMap { $0.direct("hp:cellSz").first }
        let places = cells.compactMap { $0.direct("hp:cellAddr").first?.attributes }
        let isRight =
          table["colCnt"] == String(cells.count)
          && places == cells.indices.map { ["colAddr": String($0), "rowAddr": String(number)] }
          && cells.allSatisfy {
            $0["header"] == head && $0.direct("hp:subList").first?.direct("hp:p").isEmpty == false
          }
          && sizes.compactMap { $0["width"].flatMap { Int($0) } }.reduce(0, +)
            == HWPXPage(isLandscape: false).textWidth
          && Set(sizes.map { $0["height"] }).count == 1
        if !isRight { Issue.record("row \(number) of table \(table["id"] ?? "")") }
        height += sizes.first?["height"].flatMap { Int($0) } ?? 0
      }
      #expect(table.first("hp:sz")?["height"] == String(height))
      #expect(table.first("hp:pos")?["treatAsChar"] == "0")
    }
  }

  @Test(arguments: BlockSample.allCases) func `only the first paragraph bears the page`(_ sample: BlockSample)
    throws
  {
    let section = try Self.section(sample)
    #expect(section.all("hp:secPr").count == 1)
    #expect(section.children.first?.all("hp:secPr").count == 1)
    #expect(section.all("hp:pageNum").count == 1)
    #expect(section.all("hp:linesegarray").isEmpty)
  }

  @Test func `rows are as high as their text`() throws {
    let section = try Self.section(.long)
    let rows = section.all("hp:tr")
    #expect(rows.count == 1001)
    let heights = rows.map { $0.first("hp:cellSz")?["height"] }
    // A line of 9.5 points at 130 %, with 4 points of margins; texts take two lines, and seven in a narrow column.
    #expect(Set(heights) == ["1635", "2870", "9045"])
    #expect(heights[7] == "9045")
  }

  @Test(arguments: [(3, "TABLE"), (400, "CELL")])
  func `rows stay whole where a page ends, unless one is higher than a page`(
    _ lines: Int, _ broken: String
  ) throws {
    let cell = TableCell(String(repeating: "가나다라마바사아자차카타파하 ", count: lines * 4))
    let section = try Self.section(of: [
      .tableStart(TableHead("표", [TableHead.Column("말")])), .tableRow([cell]), .tableEnd,
    ])
    #expect(section.first("hp:tbl")?["pageBreak"] == broken)
    // What names a row stands where the row begins, even for readers that break it all the same.
    #expect(section.all("hp:subList").map { $0["vertAlign"] } == ["CENTER", "TOP"])
  }

  @Test func `a paragraph stands between a table and what follows it`() throws {
    let paragraphs = try Self.section(.every).direct("hp:p")
    for (paragraph, next) in zip(paragraphs, paragraphs.dropFirst()) where !paragraph.all("hp:tbl").isEmpty {
      #expect(next["styleIDRef"] == String(HWPXStyle.afterTable.id))
      #expect(next.all("hp:tbl").isEmpty && next.text("hp:t") == "")
    }
    #expect(paragraphs.last?.all("hp:tbl").isEmpty == true)
  }

  @Test func `a word longer than its cell or line goes on in the next line, with nothing added to it`() throws
  {
    let word =
      "[2022-12-02/2022-12-29/reporter/small_merchant/" + String(repeating: "ab-cd/", count: 30) + "]"
    let columns = (1...5).map { TableHead.Column("열 \($0)") }
    let section = try Self.section(of: [
      .tableStart(TableHead("표", columns)), .tableRow([TableCell("소상공인 " + word)]), .tableEnd,
      .paragraph([Run("자리: "), Run(word, code: true)]),
    ])
    let texts = section.all("hp:p").filter { !$0.all("hp:lineBreak").isEmpty }
    #expect(texts.count == 3)
    let direct = texts.filter { $0.all("hp:tbl").isEmpty }
    #expect(direct.map { $0.text("hp:t") } == ["소상공인 " + word, "자리: " + word])
    for text in direct {
      // Where a part ends within the word, it ends behind a sign that separates.
      let parts = text.all("hp:t").filter { !$0.all("hp:lineBreak").isEmpty }.map(\.ownText)
      #expect(parts.allSatisfy { ["/", "-", "_", " "].contains($0.suffix(1)) }, "\(parts)")
    }
  }

  @Test func `a fix list lies on its side, other documents stand`() throws {
    for template in ReportTemplate.bundled {
      let options = RenderOptions(language: .ko, template: template)
      var writer = HWPXDocument(BlockSample.every.info(.ko), options)
      for block in BlockSample.every.blocks(.ko) { writer.put(block) }
      let archive = StoredArchive(Array(try writer.finish().joined()))
      let section = try #require(XMLTree.read(archive["Contents/section0.xml"]))
      let page = HWPXPage(isLandscape: template == .fixList)
      #expect(section.first("hp:pagePr")?["landscape"] == (template == .fixList ? "NARROWLY" : "WIDELY"))
      #expect(Set(section.all("hp:sz").map { $0["width"] }) == [String(page.textWidth)])
    }
  }

  private static func section(of blocks: [Block]) throws -> XMLTree {
    var writer = HWPXDocument(BlockSample.every.info(.ko), RenderOptions(language: .ko))
    for block in blocks { writer.put(block) }
    let archive = StoredArchive(Array(try writer.finish().joined()))
    return try #require(XMLTree.read(archive["Contents/section0.xml"]))
  }

  @Test func `a table that is too long goes on in another with the same head`() throws {
    var writer = HWPXDocument(BlockSample.long.info(.ko), RenderOptions(language: .ko))
    writer.put(.tableStart(TableHead("", [TableHead.Column("번호")])))
    for number in 1...(HWPXTable.greatestLength + 3) { writer.put(.tableRow([TableCell("\(number)")])) }
    writer.put(.tableEnd)
    let archive = StoredArchive(Array(try writer.finish().joined()))
    let section = try #require(XMLTree.read(archive["Contents/section0.xml"]))
    let tables = section.all("hp:tbl")
    #expect(tables.map { $0["rowCnt"] } == [String(HWPXTable.greatestLength), "5"])
    #expect(tables.map { $0.first("hp:tr")?.text("hp:t") } == ["번호", "번호"])
    let texts = tables.flatMap { $0.direct("hp:tr").dropFirst().map { $0.text("hp:t") } }
    #expect(texts == (1...(HWPXTable.greatestLength + 3)).map { String($0) })
  }

  @Test(arguments: BlockSample.allCases)
  func `what is read back is what was put, cell by cell`(_ sample: BlockSample) throws {
    var read: [SaidText.Entry] = []
    for paragraph in try Self.section(sample).direct("hp:p") {
      guard let table = paragraph.first("hp:tbl") else {
        // What keeps a table from what follows says nothing.
        let isSpace = paragraph["styleIDRef"] == String(HWPXStyle.afterTable.id)
        if !isSpace { read.append(.text(paragraph.text("hp:t"))) }
        continue
      }
      read.append(
        .table(
          table.direct("hp:tr").map { row in
            row.direct("hp:tc").map { $0.all("hp:p").map { $0.text("hp:t") }.joined(separator: "\n") }
          }))
    }
    let put = SaidText.entries(of: sample, .ko, separator: " ")
    #expect(read.count == max(1, put.count))
    for (read, put) in zip(read, put) where read != put { Issue.record("read \(read), put \(put)") }
  }

  @Test func `points stand in by their level, and their further lines below their text`() throws {
    let (header, section) = (try Self.header(.every), try Self.section(.every))
    let shapes = header.all("hh:paraPr")
    var margins: [[String?]] = []
    for paragraph in section.direct("hp:p")
    where ["1. ", "가. ", "1) "].contains(where: paragraph.text("hp:t").hasPrefix) {
      guard paragraph["styleIDRef"] == String(HWPXStyle.item.id) else { continue }
      let shape = shapes.first { $0["id"] == paragraph["paraPrIDRef"] }
      margins.append(["hc:left", "hc:intent"].map { shape?.first("hp:case")?.first($0)?["value"] })
    }
    #expect(margins == [["0", "-1320"], ["1100", "-1804"], ["2200", "-1408"]])
  }

  @Test(arguments: Language.allCases) func `the text of every kind of block is as recorded`(
    _ language: Language
  ) throws {
    let text = try Self.archive(.every, language).text("Contents/section0.xml")
    let problem = Self.snapshots.problem(
      with: text.brokenBefore("<hp:p "), named: "every.hwpx.\(language.rawValue)")
    if let problem { Issue.record("\(problem)") }
  }

  @Test(arguments: BlockSample.short) func `the same blocks give the same bytes`(_ sample: BlockSample) throws
  {
    #expect(try sample.written(HWPXDocument.self, .ko) == sample.written(HWPXDocument.self, .ko))
  }
}

extension String {
  /// The text with a line break before every place where a markup begins.
  func brokenBefore(_ markup: String) -> String {
    replacing(markup, with: "\n" + markup) + "\n"
  }
}
