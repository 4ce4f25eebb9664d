import Diagnostics
import Findings

/// Findings as comma-separated values (RFC 4180): UTF-8 with a byte order mark, a line for each finding.
///
/// A cell that a spreadsheet would take for a formula begins with an apostrophe.
struct CommaSeparatedReport {
  private var output = CommaSeparatedWriter()

  /// The table of findings of all reports, below one line with the columns' names.
  static func render(_ reports: [AuditReport], _ options: RenderOptions) -> [[UInt8]] {
    var table = CommaSeparatedReport()
    let language = options.language
    table.head(FindingColumn.allCases.map { $0.title[language] }, language)
    for report in reports { table.write(report, language) }
    return table.output.pieces
  }

  /// The fix lists of all reports as one table: what each row tells stands in its first column.
  static func renderFixList(_ reports: [AuditReport], _ options: RenderOptions) -> [[UInt8]] {
    var table = CommaSeparatedReport()
    table.head(FixColumn.allCases.map { $0.title[options.language] }, options.language)
    for report in reports {
      let remarks = Remarks(report, options.language)
      for row in FixRow.rows(of: FixPlan(FindingWords(report, options))) {
        for column in FixColumn.allCases { table.put(machine: row[column]) }
        table.end(remarks)
      }
    }
    return table.output.pieces
  }

  private mutating func head(_ titles: [String], _ language: Language) {
    let more = [
      LocalizedText(ko: "종합 결과", en: "Overall result"),
      LocalizedText(ko: "자료의 성격", en: "Nature of the scheme"),
    ]
    for title in titles + more.map({ $0[language] }) { output.cell(title) }
    output.endLine()
  }

  /// A cell for programs: days as `2022-12-29`, numbers as digits.
  private mutating func put(machine cell: SheetCell) {
    switch cell {
    case .whole(let number): output.cell(number)
    case .day(let iso, _): output.cell(iso)
    case .value(let value, let words):
      switch value.type {
      case .date, .timestamp: output.cell(value.text)
      case .bool, .number, .string, .choice, .duration, .list, .record, .ref, .range, .either, .unknown,
        .none,
        .error:
        output.cell(words)
      }
    case .empty, .text, .lines, .outcome: output.cell(cell.line)
    }
  }

  /// What every line says of its report.
  private struct Remarks {
    let verdict: String
    let banners: String

    init(_ report: AuditReport, _ language: Language) {
      let words = ReportText(report, language)
      verdict = "\(words.verdict) (\(words.disclaimer))"
      banners = words.banners.joined(separator: "; ")
    }
  }

  private mutating func end(_ remarks: Remarks) {
    output.cell(remarks.verdict)
    output.cell(remarks.banners)
    output.endLine()
  }

  private mutating func write(_ report: AuditReport, _ language: Language) {
    let remarks = Remarks(report, language)
    let rows = FindingRows(report, language)
    var cells: [SheetCell] = []
    for index in report.findings.indices {
      rows.fill(&cells, with: report.findings[index])
      for cell in cells {
        switch cell {
        case .whole(let number): output.cell(number)
        case .empty, .text, .lines, .value, .day, .outcome: output.cell(cell.line)
        }
      }
      end(remarks)
    }
  }
}
