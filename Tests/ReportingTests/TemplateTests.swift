import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Findings
@testable import Reporting

@Suite struct `Documents of findings and fix lists` {
  private static let snapshots = Snapshots("Snapshots", besides: #filePath)

  /// A document with the snapshot that holds it as text.
  struct Sample: Sendable, CustomTestStringConvertible {
    var template: ReportTemplate
    var language: Language
    var name: String
    var reports: [AuditReport]
    var listsAll = false

    var options: RenderOptions { RenderOptions(language: language, template: template, listsAll: listsAll) }
    var testDescription: String { "\(template.name).\(name).\(language.rawValue)" }
  }

  static let samples: [Sample] = Language.allCases.flatMap { language in
    [ReportTemplate.findings, .fixList].flatMap { template in
      [
        Sample(template: template, language: language, name: "full", reports: [SampleReport.full]),
        Sample(template: template, language: language, name: "plan", reports: [PlanSample.report()]),
        Sample(
          template: template, language: language, name: "plan-on-a-day",
          reports: [PlanSample.report(on: "2022-11-08"), SampleReport.empty]),
      ]
    }
  }

  /// A document as text.
  static func text(_ reports: [AuditReport], _ options: RenderOptions) throws -> String {
    let pieces = try ReportFormat.text.document(TextDocument.self, reports, options)
    return String(decoding: pieces.joined(), as: UTF8.self)
  }

  @Test(arguments: samples) func `a document looks as recorded`(_ sample: Sample) throws {
    let problem = Self.snapshots.problem(
      with: try Self.text(sample.reports, sample.options), named: "document.\(sample.testDescription)")
    if let problem { Issue.record("\(problem)") }
  }

  @Test(arguments: samples) func `blocks follow one another as writers expect them`(_ sample: Sample) {
    for listsAll in [false, true] {
      var options = sample.options
      options.listsAll = listsAll
      #expect(DocumentRecorder.record(sample.reports, options).problems == [])
    }
  }

  @Test(arguments: Language.allCases, [40, 80, 120]) func `no line is wider than the terminal`(
    _ language: Language, _ width: Int
  ) throws {
    for template in [ReportTemplate.findings, .fixList] {
      let options = RenderOptions(language: language, template: template, width: width)
      let text = try Self.text([SampleReport.full, PlanSample.report()], options)
      for line in text.components(separatedBy: "\n") { #expect(DisplayWidth.of(line) <= width, "\(line)") }
    }
  }

  @Test func `a saved report makes the same documents`() throws {
    for sample in Self.samples {
      let saved = try sample.reports.map {
        try JSONDecoder().decode(AuditReport.self, from: Data($0.json))
      }
      let text = try Self.text(saved, sample.options)
      #expect(try text == Self.text(sample.reports, sample.options))
    }
  }

  // ── everything is there ────────────────────────────────────────────────────

  @Test(arguments: Language.allCases) func `every rule stands in the table of rules`(_ language: Language) {
    let recorder = DocumentRecorder.record([SampleReport.full], RenderOptions(language: language))
    let rules = recorder.rows(ofTable: language == .ko ? "모든 규칙의 결과" : "What came of every rule")
    #expect(Set(rules.map { $0[0][0] }) == Set(SampleReport.full.findings.map(\.rule)))
    #expect(rules.count == SampleReport.full.rules.count)
  }

  @Test func `rules stand by effect, then by what came of them, then by severity`() {
    let recorder = DocumentRecorder.record([PlanSample.report()], RenderOptions(language: .en))
    let rules = recorder.rows(ofTable: "What came of every rule").map { $0[0][0] }
    #expect(rules == ["NTC-1", "NTC-2", "AMT-2", "AMT-1", "AMT-3", "TBL-1", "M-1"])
  }

  @Test func `groups carry what they can be filtered by`() {
    let recorder = DocumentRecorder.record([SampleReport.full], RenderOptions(language: .en))
    let groups = recorder.blocks.compactMap { block -> FindingGroup? in
      if case .groupStart(let group) = block { group } else { nil }
    }
    let coverage = groups.first { $0.rule == "COV-1" }
    #expect(coverage?.effect == "draft" && coverage?.outcome == "fail" && coverage?.policy == "kr.outage")
    #expect(coverage?.subjects.map(\.name) == ["taxi", "toon"] && coverage?.findings == 2)
    let looked = SampleReport.full.findings.filter {
      [.fail, .error, .unknown, .manual, .waived, .info].contains($0.outcome)
    }
    #expect(Set(groups.map(\.rule)) == Set(looked.map(\.rule)))
  }

  @Test func `the source line is parted around the place, without its indentation`() {
    let recorder = DocumentRecorder.record([PlanSample.report()], RenderOptions(language: .en))
    let lines = recorder.blocks.compactMap { block -> SourceLine? in
      if case .source(let line) = block { line } else { nil }
    }
    #expect(
      lines.first
        == SourceLine(file: "schemes/plan.yaml", number: 3, before: "", marked: "value", after: ": 1"))
  }

  @Test func `measures are drawn with a line at once the fee, and unknown ones are told`() {
    let recorder = DocumentRecorder.record([PlanSample.report()], RenderOptions(language: .en))
    let charts = recorder.blocks.compactMap { block -> Chart? in
      if case .chart(let chart) = block { chart } else { nil }
    }
    let chart = charts.first { $0.title.hasPrefix("M-1") }
    #expect(chart?.bars.map { $0.parts[0].length } == [0.5, 2, nil])
    #expect(chart?.bars.map { $0.parts[0].text } == ["0.5 times", "2–3 times", "(cannot be computed)"])
    #expect(chart?.mark?.length == 1)
  }

  @Test func `outcomes are drawn by policy`() {
    let recorder = DocumentRecorder.record([PlanSample.report()], RenderOptions(language: .en))
    let chart = recorder.blocks.lazy.compactMap { block -> Chart? in
      if case .chart(let chart) = block { chart } else { nil }
    }.first
    #expect(chart?.bars.map(\.label) == ["Notice", "Draft guideline"])
    #expect(chart?.bars.first?.parts.map(\.text) == ["1", "2", "1", "1", "0"])
  }

  @Test(arguments: Language.allCases) func `a report without findings says so`(_ language: Language) throws {
    let findings = try Self.text([SampleReport.empty], RenderOptions(language: language))
    #expect(findings.contains(language == .ko ? "점검한 규칙이 없음" : "No rule was checked."))
    let fixes = try Self.text([SampleReport.empty], RenderOptions(language: language, template: .fixList))
    #expect(fixes.contains(language == .ko ? "고치거나 보완할 것 없음" : "Nothing to fix or to supply"))
    #expect(fixes.contains(language == .ko ? "처분이나 유권해석이 아님" : "neither a decision nor"))
  }

  @Test func `nothing to fix is not said where something is left to supply`() throws {
    let open = PlanSample.findings.filter { $0.outcome == .unknown }
    let text = try Self.text([PlanSample.report(open)], RenderOptions(language: .en, template: .fixList))
    #expect(text.contains("Nothing failed.") && !text.contains("Nothing to fix or to supply"))
  }

  @Test func `many subjects are counted unless everything is listed`() throws {
    let heading = SampleReport.heading("MANY", ko: "여럿", en: "many")
    let findings = (1...300).map {
      Finding(heading: heading, subject: "s\($0)", outcome: .fail, message: LocalizedText("the same"))
    }
    let report = PlanSample.report(findings)
    let short = try Self.text([report], RenderOptions(language: .en))
    #expect(short.contains("s8 and 292 more") && !short.contains("s9,"))
    #expect(short.components(separatedBy: "the same").count == 2)
    let long = try Self.text([report], RenderOptions(language: .en, listsAll: true))
    #expect(long.contains("s300"))
    let fixes = try Self.text([report], RenderOptions(language: .en, template: .fixList))
    #expect(fixes.contains("- s300"))
  }

  @Test(arguments: [ReportTemplate.findings, .fixList]) func `nothing from an input reaches a document raw`(
    _ template: ReportTemplate
  ) throws {
    let hostile = "\u{1B}[31m\u{202E}악의\u{200B}\u{7}\r\n\u{9B}2J"
    let text = LocalizedText(hostile)
    let fact = MissingFact(kind: .missing, path: hostile, name: text)
    let findings = [Outcome.fail, .unknown, .manual, .error, .info, .notApplicable, .notInForce].map {
      outcome in
      Finding(
        heading: RuleHeading(policy: hostile, rule: hostile, title: text, status: .decree, severity: .major),
        subject: hostile, subjectName: text, outcome: outcome, message: text, remedy: text, question: text,
        actual: .string(hostile), missing: [fact],
        deadline: FindingDeadline(title: text, last: .string(hostile)), location: PlanSample.place(1))
    }
    let report = AuditReport(
      tool: .init(version: hostile), inputs: [.init(path: hostile, sha256: hostile)],
      scheme: .init(id: hostile, title: text, path: hostile), policies: [], options: .init(profile: hostile),
      law: .written, findings: findings)
    for listsAll in [false, true] {
      let document = try Self.text(
        [report], RenderOptions(language: .ko, template: template, listsAll: listsAll))
      let raw = document.unicodeScalars.filter { $0 != "\n" && $0.hazard != nil }
      #expect(raw.isEmpty, "\(raw.map(\.codePointName))")
    }
  }
}

extension PlanSample {
  /// The plan with other findings.
  static func report(_ findings: [Finding]) -> AuditReport { report(on: nil, findings) }
}
