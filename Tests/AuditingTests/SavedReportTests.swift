import Diagnostics
import Findings
import Foundation
import Reporting
import Testing

@testable import Auditing

/// Reports on real schemes that are saved, read back and rendered.
@Suite struct SavedSchemeReportTests {
  /// The real schemes of the repository.
  static let schemes = [
    "coupang-2025", "kakao-2022", "kakao-2022-12-02", "kt-2024", "kt-2025", "kt-ahyeon-2018",
    "kt-outage-2021",
    "lgu-plus-2023", "skt-2025",
  ]

  private static let policies = PolicySet.load([BundledSetTests.root + "/policies"]).set

  private static func report(_ name: String, _ language: Language) throws -> AuditReport {
    let policies = try #require(Self.policies)
    return try policies.audit(
      schemeAt: BundledSetTests.root + "/examples/\(name)/scheme.yaml",
      options: AuditOptions(language: language))
  }

  /// Formats of text and data; a PDF is made from another format by another program.
  private static let formats = ReportFormat.allCases.filter { $0 != .pdf }

  @Test(arguments: schemes, Language.allCases)
  func `a saved report renders the bytes of the audit in every format`(
    _ scheme: String, _ language: Language
  ) throws {
    let report = try Self.report(scheme, language)
    let saved = try AuditReport(json: report.json)
    // The largest are rendered as text and data only, and the others as documents in one language each: the report
    // made by hand is written in every way.
    let isLarge = report.findings.count > 200
    let place = Self.schemes.firstIndex(of: scheme) ?? 0
    let isTurn = place % 2 == (language == .ko ? 0 : 1)
    for format in isLarge || !isTurn ? [.text, .json, .csv, .sarif] : Self.formats {
      let options = RenderOptions(language: language)
      let isTheSame = try format.render([saved], options) == format.render([report], options)
      #expect(isTheSame, "\(format)")
    }
  }

  @Test(arguments: Language.allCases)
  func `several saved reports render the bytes of the audit in every format`(_ language: Language) throws {
    let reports = try ["kt-2024", "skt-2025", "lgu-plus-2023"].map { try Self.report($0, language) }
    let saved = try AuditReport.saved(in: SourceFile(path: "-", bytes: AuditReport.json(of: reports)))
    for format in Self.formats {
      let options = RenderOptions(language: language, listsAll: true)
      let isTheSame = try format.render(saved, options) == format.render(reports, options)
      #expect(isTheSame, "\(format)")
    }
  }

  @Test func `a saved report has as many headings and grounds as the audit's own`() throws {
    let report = try Self.report("kakao-2022-12-02", .ko)
    let saved = try AuditReport(json: report.json)
    let count = { (report: AuditReport) in
      [
        Set(report.findings.map { ObjectIdentifier($0.heading) }).count,
        Set(report.findings.flatMap(\.evidence).map { ObjectIdentifier($0) }).count,
        Set(report.findings.flatMap(\.missing).map { ObjectIdentifier($0) }).count,
      ]
    }
    let (own, read) = (count(report), count(saved))
    for (own, read) in zip(own, read) { #expect(read <= own) }
  }
}

/// `audit render` as it is called.
@Suite(.enabled(if: CommandRun.program != nil, "the program was not built beside the tests"))
struct RenderCommandTests {
  private static let set = "examples/small-policy-set"
  private static let acme = "examples/small-policy-set/schemes/acme.yaml"

  @Test(arguments: Language.allCases, ["text", "json"])
  func `a report that was piped or saved renders as the audit writes it`(
    _ language: Language, _ format: String
  ) throws {
    let audit = ["run", Self.acme, "--policies", Self.set, "--language"]
    let direct = try CommandRun(audit + [language.rawValue, "--all", "--output", format])
    let other: Language = language == .ko ? .en : .ko
    // The audit's own language does not matter where another is asked for.
    for spoken in [language, other] {
      let saved = try CommandRun(audit + [spoken.rawValue, "--output", "json"])
      let render = try CommandRun(
        ["render", "-", "--language", language.rawValue, "--all", "--output", format], input: saved.output)
      #expect(render.status == 0 && render.errors.isEmpty)
      let isTheSame = render.output == direct.output
      #expect(isTheSame)
    }
  }

  @Test func `without a language a report speaks that of the audit`() throws {
    let saved = try CommandRun(
      ["run", Self.acme, "--policies", Self.set, "--language", "ko", "--output", "json"])
    let render = try CommandRun(["render", "-"], input: saved.output)
    #expect(render.output.contains("점검"))
  }

  @Test func `a file that is no report ends with status 2 and its place`() throws {
    let render = try CommandRun(["render", "-", Self.acme], input: "{\"format\": \"guideline_report/9\"}")
    #expect(render.status == 2 && render.output.isEmpty)
    #expect(render.errors.contains("-:1:12") && render.errors.contains("guideline_report/9"))
    #expect(render.errors.contains("acme.yaml:1:1"))
  }

  @Test func `a report of a newer version is rendered with a warning`() throws {
    let saved = try CommandRun(["run", Self.acme, "--policies", Self.set, "--output", "json"])
    let newer = saved.output.replacingOccurrences(
      of: "\"version\":\"\(ToolVersion.current)\"", with: "\"version\":\"99.0.0\"")
    let render = try CommandRun(["render", "-"], input: newer)
    #expect(render.status == 0 && render.errors.contains("99.0.0") && !render.output.isEmpty)
    #expect(!ToolVersion.isNewer("0.0.9") && !ToolVersion.isNewer("1.0") && !ToolVersion.isNewer("x.y.z"))
  }
}
