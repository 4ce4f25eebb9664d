import Diagnostics
import Findings
import Testing

@testable import Reporting

@Suite struct `Documents in spreadsheets` {
  private static func options(_ language: Language = .ko) -> RenderOptions {
    RenderOptions(language: language, template: .fixList, listsAll: true)
  }

  @Test(arguments: Language.allCases) func `the fix list has a line for each change and each need`(
    _ language: Language
  ) throws {
    let reports = [SampleReport.full, HostileReport.report]
    let rows = CommaSeparatedReportTests.parse(try ReportFormat.csv.render(reports, Self.options(language)))
    let header = try #require(rows.first)
    #expect(rows.allSatisfy { $0.count == header.count })
    #expect(Set(header).count == header.count)
    let toDo = try #require(header.firstIndex(of: language == .ko ? "할 일" : "To do"))
    let caption = language == .ko ? "고칠 것" : "What to change"
    let changes = rows.filter { $0[0].hasPrefix(caption + " — ") }
    let failed = reports.flatMap(\.findings).filter { $0.outcome == .fail || $0.outcome == .waived }
    #expect(changes.count == failed.count)
    let remedies = Set(changes.map { $0[toDo] })
    let remedy = try #require(SampleReport.full.findings.first?.remedy)[language]
    #expect(remedies.contains { $0.hasPrefix(remedy) })
    #expect(rows.contains { $0[2].contains(Summary.disclaimer[language]) })
    for cell in rows.joined() { #expect(!FormulaGuard.isFormula(cell)) }
  }

  @Test func `the fix list of several schemes has one sheet for each kind of table`() throws {
    let reports = [SampleReport.full, HostileReport.report]
    let bytes = try ReportFormat.xlsx.render(reports, Self.options())
    let entries = try #require(StoredArchive.entries(of: bytes))
    let workbook = try #require(entries.first { $0.name == "xl/workbook.xml" })
    let text = String(decoding: workbook.content, as: UTF8.self)
    let names = text.matches(of: /<sheet name="([^"]*)"/).map { String($0.output.1) }
    #expect(names.starts(with: ["보완 목록", "고칠 것"]))
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { !$0.hasSuffix("(2)") })
  }

  @Test func `tables with the same columns become one, charts a table`() {
    var blocks = SheetBlocks()
    let head = TableHead("첫째", [TableHead.Column("ㄱ"), TableHead.Column("ㄴ", numeric: true)])
    blocks.put(.tableStart(head))
    blocks.put(.tableRow([TableCell("가"), TableCell("1")]))
    blocks.put(.tableEnd)
    blocks.put(.tableStart(TableHead("둘째", head.columns)))
    blocks.put(.tableRow([TableCell("나"), TableCell("2")]))
    blocks.put(.tableEnd)
    blocks.put(
      .chart(
        Chart(
          title: "그림", labels: "기준", series: [.init("충족", tone: .good)],
          bars: [.init("법", [.init(3, "3건")])])))
    #expect(blocks.tables.map(\.caption) == ["첫째", "그림"])
    #expect(blocks.tables[0].rows.map(\.caption) == ["첫째", "둘째"])
    #expect(blocks.tables[1].rows.map(\.cells) == [["법", "3건"]])
  }
}
