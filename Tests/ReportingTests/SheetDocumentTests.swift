import Diagnostics
import Findings
import Testing

@testable import Reporting

@Suite struct `Fix lists in spreadsheets` {
  private static func options(_ language: Language = .ko) -> RenderOptions {
    RenderOptions(language: language, template: .fixList, listsAll: true)
  }

  // ── one table for programs ─────────────────────────────────────────────────

  private static func rows(_ reports: [AuditReport], _ language: Language) throws -> [[String: String]] {
    let rows = CommaSeparatedReportTests.parse(try ReportFormat.csv.render(reports, options(language)))
    let header = try #require(rows.first)
    #expect(Set(header).count == header.count)
    return rows.dropFirst().map { row in
      #expect(row.count == header.count)
      return Dictionary(uniqueKeysWithValues: zip(header, row))
    }
  }

  @Test(arguments: Language.allCases)
  func `a row for each change, each place that lacks a fact, each question and deadline`(
    _ language: Language
  ) throws {
    let reports = [SampleReport.full, HostileReport.report, PlanSample.report()]
    let rows = try Self.rows(reports, language)
    let kind = FixColumn.kind.title[language]
    func count(_ name: String) -> Int { rows.count { $0[kind] == name } }
    let findings = reports.flatMap(\.findings)
    #expect(count("change") == findings.count { $0.outcome == .fail || $0.outcome == .waived })
    #expect(count("supply") == reports.reduce(0) { $0 + Set($1.needs.map(\.path)).count })
    #expect(count("question") == findings.count { $0.outcome == .manual })
    #expect(
      count("deadline")
        == findings.count { $0.deadline != nil && !DeadlineLine.State.isNone($0.outcome) })
    for cell in rows.flatMap(\.values) where Int(cell) == nil { #expect(!FormulaGuard.isFormula(cell)) }
    #expect(rows.allSatisfy { $0.values.contains { $0.contains(Summary.disclaimer[language]) } })
  }

  @Test func `days are ISO days and numbers digits, with operator, service, file and line apart`() throws {
    let rows = try Self.rows([PlanSample.report(on: "2022-11-11")], .en)
    let change = try #require(rows.first { $0["Kind"] == "change" && $0["Rule"] == "NTC-1" })
    #expect(change["Operator"] == "Acme" && change["Service"] == "Talk")
    #expect(change["File"] == "schemes/plan.yaml" && change["Line"] == "3")
    #expect(change["Now"] == "2022-12-29" && change["Required"] == "2022-11-18")
    #expect(change["Difference"] == "41 days late" && change["Last day"] == "2022-11-18")
    #expect(change["Fingerprint"]?.count == 32)
    let deadline = try #require(
      rows.first { $0["Kind"] == "deadline" && $0["Finding"] == change["Finding"] })
    #expect(deadline["Days left (least)"] == "7" && deadline["Days left (most)"] == "7")
    let supply = try #require(rows.first { $0["Kind"] == "supply" })
    #expect(supply["Path"] == "scheme.services[toon].notified" && supply["Line"] == "7")
    #expect(supply["Rules that wait (effect)"] == "law: NTC-1")
  }

  // ── a workbook ─────────────────────────────────────────────────────────────

  private static func parts(_ reports: [AuditReport], _ language: Language = .ko) throws -> [String: String] {
    let bytes = try ReportFormat.xlsx.render(reports, options(language))
    let entries = try #require(StoredArchive.entries(of: bytes))
    return Dictionary(
      uniqueKeysWithValues: entries.map { ($0.name, String(decoding: $0.content, as: UTF8.self)) })
  }

  private static func names(_ parts: [String: String]) throws -> [String] {
    let workbook = try #require(parts["xl/workbook.xml"])
    return workbook.matches(of: /<sheet name="([^"]*)"/).map { String($0.output.1) }
  }

  @Test func `the fix list of several schemes has one sheet for each kind of thing to do`() throws {
    let names = try Self.names(try Self.parts([SampleReport.full, HostileReport.report]))
    #expect(names.starts(with: ["보완 목록", "함께 적을 사실", "고칠 것", "보완할 사실"]))
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { !$0.hasSuffix("(2)") })
  }

  @Test func `a column names the scheme only where there are several`() throws {
    func header(_ reports: [AuditReport]) throws -> [String] {
      let parts = try Self.parts(reports)
      let place = try #require(try Self.names(parts).firstIndex(of: "고칠 것"))
      let sheet = try #require(parts["xl/worksheets/sheet\(place + 1).xml"])
      let row = try #require(sheet.firstMatch(of: /<row r="1".*?<\/row>/)).output
      return row.matches(of: /<t[^>]*>([^<]*)<\/t>/).map { String($0.output.1) }
    }
    #expect(try header([SampleReport.full]).first == "사업자")
    #expect(try header([SampleReport.full, PlanSample.report()]).prefix(2) == ["보상안", "사업자"])
  }

  @Test func `the first sheet leads to the others`() throws {
    let parts = try Self.parts([PlanSample.report()])
    let overview = try #require(parts["xl/worksheets/sheet1.xml"])
    let names = try Self.names(parts)
    let targets = overview.matches(of: /location="'([^']*)'!A1"/).map { String($0.output.1) }
    #expect(targets == Array(names.dropFirst()))
  }

  @Test func `a sheet that would be empty is left out, and the first one says that nothing failed`() throws {
    let parts = try Self.parts([SampleReport.empty])
    #expect(try Self.names(parts) == ["보완 목록"])
    #expect(try #require(parts["xl/worksheets/sheet1.xml"]).contains("미충족 항목 없음"))
  }

  @Test func `days, lines and amounts are typed`() throws {
    let parts = try Self.parts([PlanSample.report(on: "2022-11-11")])
    let place = try #require(try Self.names(parts).firstIndex(of: "기한"))
    let sheet = try #require(parts["xl/worksheets/sheet\(place + 1).xml"])
    // 18 November 2022, and seven days.
    #expect(sheet.contains("s=\"\(WorkbookStyles.Fixed.day.rawValue)\"><v>44883</v>"))
    #expect(sheet.contains("<v>7</v>"))
  }
}
