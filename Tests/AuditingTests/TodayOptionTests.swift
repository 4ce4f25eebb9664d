import Diagnostics
import Findings
import Foundation
import Testing

@testable import Auditing

/// `--today`: the day of the audit, which picks no law.
@Suite(.enabled(if: CommandRun.program != nil, "the program was not built beside the tests"))
struct TodayOptionTests {
  private static let arguments = [
    "examples/kakao-2022/scheme.yaml", "--policies", "policies", "--fail-on", "never",
  ]

  private static func report(_ options: [String]) throws -> (report: AuditReport, json: String) {
    let run = try CommandRun(arguments + options + ["--output", "json"])
    #expect(run.errors.isEmpty)
    return (try JSONDecoder().decode(AuditReport.self, from: Data(run.output.utf8)), run.output)
  }

  @Test func `changes nothing of the report but the options`() throws {
    let plain = try Self.report([])
    let named = try Self.report(["--today", "2022-11-18"])
    #expect(plain.report.options.today == nil && !plain.json.contains(#""today""#))
    #expect(named.report.options.today == "2022-11-18" && named.report.law == .written)
    #expect(named.json.replacing(#","today":"2022-11-18""#, with: "") == plain.json)
  }

  @Test func `is what today means, and --as-of alone picks the law`() throws {
    let today = try Self.report(["--as-of", "today", "--today", "2022-11-18"])
    #expect(today.report.law == .on("2022-11-18") && today.report.day == "2022-11-18")
    let both = try Self.report(["--as-of", "2022-10-15", "--today", "2022-11-18"])
    #expect(both.report.law == .on("2022-10-15") && both.report.day == "2022-11-18")
    let law = try Self.report(["--as-of", "2022-10-15"])
    #expect(law.report.options.today == nil && law.report.day == "2022-10-15")
  }

  @Test func `a saved report counts the same days`() throws {
    let document = ["--template", "fix-list", "--language", "en"]
    let direct = try CommandRun(Self.arguments + ["--today", "2022-11-19"] + document)
    let saved = try CommandRun(
      ["render", "-"] + document, input: try Self.report(["--today", "2022-11-19", "--language", "en"]).json)
    #expect(direct.output == saved.output && saved.status == 0)
    #expect(direct.output.contains("2 days left"))
    let plain = try CommandRun(Self.arguments + document)
    #expect(!plain.output.contains("2 days left") && plain.output.contains("--today DATE"))
  }

  @Test func `compares the law of today with an earlier one`() throws {
    let days = ["--from", "2022-10-15", "--to", "today", "--today", "2026-10-02", "--output", "json"]
    let run = try CommandRun(["diff-law", Self.arguments[0], "--policies", "policies"] + days)
    let named = ["--from", "2022-10-15", "--to", "2026-10-02", "--output", "json"]
    let other = try CommandRun(["diff-law", Self.arguments[0], "--policies", "policies"] + named)
    #expect(run.output.replacing(#","today":"2026-10-02""#, with: "") == other.output)
    #expect(run.output != other.output)
  }

  @Test(arguments: ["2022-02-30", "written", "", "18.11.2022", "\u{1B}[31m"])
  func `is a day of the calendar`(_ text: String) throws {
    let run = try CommandRun(Self.arguments + ["--today", text])
    #expect(run.status == 2 && run.errors.contains("expected now or YYYY-MM-DD"))
    #expect(!run.errors.contains("\u{1B}"))
  }

  @Test func `a program that embeds the audit may name it too`() throws {
    let set = try InlineSet(
      policy: "rules:\n  - {id: R, title: {ko: 문, en: door}, cite: 제5조, severity: minor, require: shop.open}")
    let named = try set.report("shop: {filed: 2023-01-01}", options: AuditOptions(today: "2023-03-03"))
    #expect(named.day == "2023-03-03" && named.law == .written)
    #expect(throws: (any Error).self) {
      try set.loaded().audit(
        scheme: .init(path: "s.yaml", bytes: Array("format: shop/1\nshop: {filed: 2023-01-01}\n".utf8)),
        options: AuditOptions(today: "2023-02-30"))
    }
  }
}
