import Diagnostics
import Findings
import Foundation
import Testing

@testable import Reporting

@Suite("CSV reports") struct CommaSeparatedReportTests {
  /// The cells by RFC 4180, without the byte order mark.
  static func parse(_ bytes: [UInt8]) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var index = 3
    while index < bytes.count {
      let byte = bytes[index]
      if isQuoted {
        if byte == UInt8(ascii: "\"") {
          if index + 1 < bytes.count, bytes[index + 1] == byte {
            cell.append(byte)
            index += 1
          } else {
            isQuoted = false
          }
        } else {
          cell.append(byte)
        }
      } else if byte == UInt8(ascii: "\""), cell.isEmpty {
        isQuoted = true
      } else if byte == UInt8(ascii: ",") {
        row.append(String(decoding: cell, as: UTF8.self))
        cell = []
      } else if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A {
        row.append(String(decoding: cell, as: UTF8.self))
        rows.append(row)
        (row, cell) = ([], [])
        index += 1
      } else {
        cell.append(byte)
      }
      index += 1
    }
    #expect(row.isEmpty && cell.isEmpty && !isQuoted)
    return rows
  }

  private static func rows(_ reports: [AuditReport], _ language: Language = .ko) throws -> [[String]] {
    let bytes = try ReportFormat.csv.render(reports, RenderOptions(language: language))
    #expect(Array(bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
    return parse(bytes)
  }

  @Test(arguments: Language.allCases) func `a line for each finding of every scheme below one header`(
    _ language: Language
  ) throws {
    let reports = [SampleReport.full, HostileReport.report]
    let rows = try Self.rows(reports, language)
    #expect(rows.count == 1 + reports.reduce(0) { $0 + $1.findings.count })
    #expect(rows.allSatisfy { $0.count == FindingColumn.allCases.count + 2 })
    let place = try #require(FindingColumn.allCases.firstIndex(of: .fingerprint))
    #expect(rows.dropFirst().map { $0[place] } == reports.flatMap { $0.findings.map(\.fingerprint) })
    let outcome = try #require(FindingColumn.allCases.firstIndex(of: .outcome))
    #expect(
      rows.dropFirst().map { $0[outcome] }.prefix(6)
        == SampleReport.full.findings.prefix(6).map { $0.word[language] }[...])
  }

  @Test func `no cell can begin a formula`() throws {
    for cell in try Self.rows([HostileReport.report]).joined() {
      #expect(!FormulaGuard.isFormula(cell), "\(cell)")
    }
  }

  @Test func `a formula keeps its text behind an apostrophe`() throws {
    let rows = try Self.rows([HostileReport.report])
    let message = try #require(FindingColumn.allCases.firstIndex(of: .message))
    let index = try #require(HostileReport.texts.firstIndex { $0.hasPrefix("=HYPERLINK") })
    #expect(rows[index + 1][message] == "'" + HostileReport.texts[index])
  }

  @Test func `what a report says of itself stands in every line`() throws {
    for row in try Self.rows([SampleReport.full]).dropFirst() {
      #expect(row[row.count - 2] == "위반 소지 있음 (제출된 자료에 적힌 사실만을 점검한 결과이며 처분이나 유권해석이 아님)")
      #expect(row[row.count - 1].contains("재구성한 보상안"))
    }
  }
}
