import Diagnostics
import Findings
import Foundation
import Testing

@testable import Reporting

@Suite struct Workbooks {
  private static func parts(_ reports: [AuditReport], _ language: Language = .ko) throws -> [String: String] {
    let bytes = try ReportFormat.xlsx.render(reports, RenderOptions(language: language))
    let entries = try #require(StoredArchive.entries(of: bytes))
    return Dictionary(
      uniqueKeysWithValues: entries.map { ($0.name, String(decoding: $0.content, as: UTF8.self)) })
  }

  private static func count(_ part: String, in text: String) -> Int {
    text.components(separatedBy: part).count - 1
  }

  private static func names(_ parts: [String: String]) throws -> [String] {
    try #require(parts["xl/workbook.xml"]).matches(of: /<sheet name="([^"]*)"/).map { String($0.output.1) }
  }

  private static func sheet(_ name: String, in parts: [String: String]) throws -> String {
    let place = try #require(try names(parts).firstIndex(of: name))
    return try #require(parts["xl/worksheets/sheet\(place + 1).xml"])
  }

  @Test func `a row for each finding, need, input and article that was not audited`() throws {
    let reports = [SampleReport.full, HostileReport.report]
    let parts = try Self.parts(reports)
    #expect(
      try Self.names(parts) == [
        "개요", "점검 항목", "근거", "보완 자료", "수치", "적정성", "기한", "기관 확인 사실", "입력", "점검하지 않은 것", "기준",
      ])
    func rows(_ sheet: String) throws -> Int { Self.count("<row ", in: try Self.sheet(sheet, in: parts)) - 1 }
    #expect(try rows("점검 항목") == reports.reduce(0) { $0 + $1.findings.count })
    #expect(try rows("근거") == reports.reduce(0) { $0 + $1.findings.count })
    #expect(try rows("보완 자료") == reports.reduce(0) { $0 + $1.needs.count })
    #expect(try rows("적정성") == reports.reduce(0) { $0 + $1.findings.count { $0.heading.isMeasure } })
    #expect(try rows("기한") == reports.reduce(0) { $0 + $1.findings.count { $0.deadline != nil } })
    #expect(try rows("기관 확인 사실") == HostileReport.texts.count)
    #expect(try rows("입력") == reports.reduce(0) { $0 + $1.inputs.count })
    #expect(try rows("기준") == reports.reduce(0) { $0 + $1.policies.count })
    let left = reports.reduce(0) { count, report in
      count + report.notCovered.count
        + report.findings.count { $0.outcome == .notInForce || $0.outcome == .notSelected }
    }
    #expect(try rows("점검하지 않은 것") == left)
  }

  @Test
  func
    `every sheet is as wide as one sheet of paper, and the findings print their first columns on a larger one`()
    throws
  {
    let parts = try Self.parts([PlanSample.report()])
    for (name, text) in parts where name.hasPrefix("xl/worksheets") {
      #expect(text.contains("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews>"), "\(name)")
      #expect(text.contains("orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\""), "\(name)")
    }
    #expect(try Self.sheet("점검 항목", in: parts).contains("<pageSetup paperSize=\"8\""))
    #expect(try Self.sheet("수치", in: parts).contains("<pageSetup paperSize=\"9\""))
    let workbook = try #require(parts["xl/workbook.xml"])
    let rows = PlanSample.report().findings.count + 1
    #expect(workbook.contains("'점검 항목'!$A$1:$M$\(rows)"))
  }

  @Test func `a row shows a few lines, its cell the whole text`() throws {
    var writer = WorkbookWriter(.ko, units: [:])
    let columns = [WorkbookWriter.Column("글", width: 10), WorkbookWriter.Column("밖", width: 5)]
    writer.startTable("시트", columns, WorkbookWriter.Layout(printed: 1, mostLines: 5))
    let long = String(repeating: "가나다라 ", count: 200)
    writer.put([.text(long), .empty])
    writer.put([.text("짧음"), .text(long)])
    writer.endSheet()
    let sheet = try #require(writer.sheets.first)
    let text = String(decoding: sheet.part.flatMap { $0 }, as: UTF8.self)
    #expect(text.contains("<row r=\"2\" ht=\"73\""))
    // What is not printed makes no row higher.
    #expect(text.contains("<row r=\"3\" ht=\"17\""))
    #expect(Self.count("가나다라", in: text) == 400)
    #expect(sheet.printed?.columns == 1)
  }

  @Test func `columns that would be empty are left out`() throws {
    func header(_ report: AuditReport) throws -> String {
      let sheet = try Self.sheet("점검 항목", in: try Self.parts([report]))
      return String(try #require(sheet.firstMatch(of: /<row r="1".*?<\/row>/)).output)
    }
    #expect(try header(SampleReport.full).contains(">비용<"))
    let plain = PlanSample.report(PlanSample.findings.filter { $0.cost == nil })
    let text = try header(plain)
    #expect(!text.contains(">비용<") && !text.contains(">의견·판단<") && !text.contains(">보상안<"))
  }

  @Test func `no cell is a formula, and one that looks like one keeps its apostrophe's mark`() throws {
    let parts = try Self.parts([HostileReport.report])
    for (name, text) in parts where name.hasPrefix("xl/worksheets") {
      #expect(!text.contains("<f>") && !text.contains("<f "))
    }
    let findings = try #require(parts["xl/worksheets/sheet2.xml"])
    #expect(
      findings.contains(
        "s=\"\(WorkbookStyles.Fixed.guarded.rawValue)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">=HYPERLINK("
      ))
    // What a spreadsheet would decode is escaped.
    #expect(findings.contains("_x005F_x000D_ _x005F_x003D_"))
  }

  @Test(arguments: Language.allCases) func `numbers and days are stored as such with their unit`(
    _ language: Language
  ) throws {
    let parts = try Self.parts([SampleReport.full], language)
    let findings = try #require(parts["xl/worksheets/sheet2.xml"])
    #expect(findings.contains("<v>500</v>") && findings.contains("<v>860</v>"))
    // 29 December 2022.
    #expect(findings.contains("<v>44924</v>"))
    // Two thirds have no end: they stay words.
    #expect(!findings.contains("<v>0.666"))
    let code = language == .ko ? "#,##0&quot;원&quot;" : "&quot;KRW &quot;#,##0"
    #expect(try #require(parts["xl/styles.xml"]).contains(code))
  }

  @Test func `every style that a cell names is there`() throws {
    let parts = try Self.parts([HostileReport.report, SampleReport.full])
    let styles = try #require(parts["xl/styles.xml"])
    let start = try #require(styles.range(of: "<cellXfs count=\""))
    let count = try #require(Int(styles[start.upperBound...].prefix { $0.isNumber }))
    let looks = try #require(styles[start.upperBound...].range(of: "</cellXfs>"))
    #expect(Self.count("<xf ", in: String(styles[start.upperBound..<looks.lowerBound])) == count)
    for (name, text) in parts where name.hasPrefix("xl/worksheets") {
      for piece in text.components(separatedBy: " s=\"").dropFirst() {
        #expect(try #require(Int(piece.prefix { $0.isNumber })) < count)
      }
    }
  }

  @Test func `a table that fills its sheet goes on in another`() throws {
    var writer = WorkbookWriter(.en, units: [:], rowLimit: 3)
    writer.startTable("Findings", [WorkbookWriter.Column("n", width: 5)])
    for number in 0..<5 { writer.put([.whole(number)]) }
    writer.endSheet()
    writer.startTable("findings", [WorkbookWriter.Column("n", width: 5)])
    writer.endSheet()
    #expect(writer.sheets.map(\.name) == ["Findings", "Findings (2)", "Findings (3)", "findings (4)"])
    let cells = writer.sheets.map { sheet in
      Self.count("<v>", in: String(decoding: sheet.part.flatMap { $0 }, as: UTF8.self))
    }
    #expect(cells == [2, 2, 1, 0])
  }

  @Test func `a text that no cell holds is cut and says so`() throws {
    var writer = WorkbookWriter(.ko, units: [:])
    writer.startTable("시트", [WorkbookWriter.Column("글", width: 5)])
    writer.put([.text(String(repeating: "가", count: 40_000))])
    writer.put([.text(String(repeating: "나", count: 32_767))])
    writer.endSheet()
    let text = String(decoding: try #require(writer.sheets.first).part.flatMap { $0 }, as: UTF8.self)
    #expect(text.contains("…(전체 40000자)"))
    #expect(Self.count("가", in: text) + "…(전체 40000자)".utf16.count == 32_767)
    #expect(Self.count("나", in: text) == 32_767)
  }

  @Test(
    arguments: [
      ("0", 0), ("-12.50", 2), ("999999999999999", 0), ("0.000000000000001", 15), ("1234567890123456", nil),
      ("1e5", nil), ("", nil), ("-", nil), ("1.", nil), (".5", nil), ("1.2.3", nil), ("٣", nil),
    ] as [(String, Int?)])
  func `only a number that a spreadsheet keeps whole is one`(_ text: String, _ decimals: Int?) {
    #expect(SheetNumber.decimals(text) == decimals)
  }

  @Test(
    arguments: [
      ("1900-03-01", 61), ("2000-02-29", 36585), ("2022-12-29", 44924), ("9999-12-31", 2_958_465),
      ("1900-02-28", nil), ("1899-12-31", nil), ("2022-13-01", nil), ("2022. 12. 29.", nil), ("", nil),
    ] as [(String, Int?)])
  func `a day is counted as spreadsheets count`(_ iso: String, _ serial: Int?) {
    #expect(SheetNumber.serial(iso) == serial)
  }
}
