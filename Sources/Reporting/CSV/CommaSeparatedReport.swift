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
    let more = [
      LocalizedText(ko: "종합 결과", en: "Overall result"),
      LocalizedText(ko: "자료의 성격", en: "Nature of the scheme"),
    ]
    for title in FindingColumn.allCases.map(\.title) + more { table.output.cell(title[language]) }
    table.output.endLine()
    for report in reports { table.write(report, language) }
    return table.output.pieces
  }

  private mutating func write(_ report: AuditReport, _ language: Language) {
    let words = ReportText(report, language)
    let rows = FindingRows(report, language)
    let verdict = "\(words.verdict) (\(words.disclaimer))"
    let banners = words.banners.joined(separator: "; ")
    var cells: [SheetCell] = []
    for index in report.findings.indices {
      rows.fill(&cells, with: report.findings[index])
      for cell in cells {
        switch cell {
        case .whole(let number): output.cell(number)
        case .empty, .text, .lines, .value, .day, .outcome: output.cell(cell.line)
        }
      }
      output.cell(verdict)
      output.cell(banners)
      output.endLine()
    }
  }
}
