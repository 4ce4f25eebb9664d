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

  @Test func `a row for each finding, need, input and article that was not audited`() throws {
    let reports = [SampleReport.full, HostileReport.report]
    let parts = try Self.parts(reports)
    let workbook = try #require(parts["xl/workbook.xml"])
    #expect(Self.count("<sheet ", in: workbook) == 9)
    func rows(_ sheet: Int) throws -> Int {
      Self.count("<row ", in: try #require(parts["xl/worksheets/sheet\(sheet).xml"])) - 1
    }
    #expect(try rows(2) == reports.reduce(0) { $0 + $1.findings.count })
    #expect(try rows(3) == reports.reduce(0) { $0 + $1.needs.count })
    #expect(try rows(5) == reports.reduce(0) { $0 + $1.findings.count { $0.heading.isMeasure } })
    #expect(try rows(6) == reports.reduce(0) { $0 + $1.findings.count { $0.deadline != nil } })
    #expect(try rows(7) == HostileReport.texts.count)
    #expect(try rows(8) == reports.reduce(0) { $0 + $1.inputs.count })
    let left = reports.reduce(0) { count, report in
      count + report.notCovered.count
        + report.findings.count { $0.outcome == .notInForce || $0.outcome == .notSelected }
    }
    #expect(try rows(9) == left)
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
