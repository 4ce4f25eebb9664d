import Diagnostics
import Findings
import Testing

@testable import Reporting

/// The form that people fill in with their decisions, which they open and look at before a program reads it.
struct DecisionFormTests {
  /// The hostile report, with the digests that a form needs.
  private static let report: AuditReport = {
    var report = HostileReport.report
    for place in report.findings.indices {
      report.findings[place].factsDigest = String(repeating: "0f", count: 16)
    }
    return report
  }()

  @Test(arguments: [Language.ko, .en])
  func `nothing of a report moves a cursor, reorders a line or hides in the form`(_ language: Language) {
    let form = DecisionForm(Self.report, naming: [], language: language)
    #expect(form.count > 0)
    let hazards = form.text.unicodeScalars.filter { $0.hazard != nil && $0 != "\n" }
    #expect(hazards.isEmpty, "\(hazards.map(\.codePointName))")
  }

  @Test func `a subject keeps its characters as YAML escapes`() {
    var report = Self.report
    report.findings = [report.findings[1]]
    report.findings[0].outcome = .fail
    report.findings[0].subject = "가\u{202E}\u{85}\"\\\u{E0001}"
    let text = DecisionForm(report, naming: [], language: .ko).text
    #expect(text.contains("    subject: \"가\\u202E\\x85\\\"\\\\\\U000E0001\"\n"), "\(text)")
  }

  @Test(arguments: [-1, 0, 39])
  func `a width that no report can have becomes the least, however it is set`(_ width: Int) {
    var options = RenderOptions(language: .ko, width: width)
    #expect(options.width == 40)
    options.width = width
    #expect(options.width == 40)
  }
}
