import Diagnostics
import Findings

@testable import Reporting

/// A report whose opinion has every section, and what the opinion says of it.
enum OpinionSample {
  /// A report with a date of the scheme and of the incident.
  static func report(_ findings: [Finding], notCovered: [UncoveredArticle] = []) -> AuditReport {
    var report = PlanSample.report(findings)
    report.scheme.headlines = [
      .init(
        path: "scheme.date", name: name("보상안 작성일", "date of the scheme"),
        value: ReportValue(.date, "2022-12-29"),
        file: "schemes/plan.yaml", line: 2),
      .init(
        path: "incident.started", name: name("장애 발생 시각", "start of the outage"),
        value: ReportValue(.timestamp, "2022-10-15T15:30:00+09:00"), file: "schemes/plan.yaml", line: 4),
    ]
    report.notCovered = notCovered
    return report
  }

  /// A text in both languages.
  static func name(_ ko: String, _ en: String) -> LocalizedText { LocalizedText(ko: ko, en: en) }

  /// A heading of a rule of some status, or of one of its parts.
  static func heading(
    _ rule: String, part: String? = nil, _ status: LegalStatus = .decree, cite: String = "영 제37조의11제1항",
    inForce: ReportPeriod = ReportPeriod(), isMeasure: Bool = false
  ) -> RuleHeading {
    RuleHeading(
      policy: "kr.notice", rule: rule, part: part, title: name("규칙 \(rule)", "rule \(rule)"),
      partTitle: part.map { name("부분 \($0)", "part \($0)") }, status: status, severity: .major,
      citations: [Citation(cite: LocalizedText(cite), status: status)], inForce: inForce, isMeasure: isMeasure
    )
  }

  /// A finding for a service with its place in the scheme.
  static func finding(
    _ heading: RuleHeading, _ outcome: Outcome, of service: String = "talk", line: Int = 5
  ) -> Finding {
    Finding(
      heading: heading, subject: service, subjectName: name("서비스 \(service)", "service \(service)"),
      outcome: outcome, bindings: [SubjectBinding(name: "service", path: "scheme.services[\(service)]")],
      location: PlanSample.place(line))
  }

  /// A stated fact of a service.
  static func fact(_ field: String, of service: String = "talk", _ value: ReportValue, line: Int) -> Evidence
  {
    Evidence(
      path: "scheme.services[\(service)].\(field)", name: name("사실 \(field)", "fact \(field)"), value: value,
      file: "schemes/plan.yaml", line: line, column: 7)
  }

  /// A fact that nobody has stated.
  static func missing(_ field: String, of service: String = "talk", line: Int = 6) -> MissingFact {
    MissingFact(
      kind: .missing, path: "scheme.services[\(service)].\(field)",
      name: name("자료 \(field)", "datum \(field)"),
      location: PlanSample.place(line))
  }

  /// The opinion on reports.
  static func opinion(_ reports: [AuditReport], _ language: Language = .ko) -> DocumentRecorder {
    DocumentRecorder.record(reports, RenderOptions(language: language, template: .reviewOpinion))
  }

  /// The opinion on findings.
  static func opinion(_ findings: [Finding], _ language: Language = .ko) -> DocumentRecorder {
    opinion([report(findings)], language)
  }
}

extension DocumentRecorder {
  /// What is said, a text for each heading, paragraph, point, labelled row and row of a table.
  var said: [String] {
    blocks.flatMap { block -> [String] in
      switch block {
      case .title(let text): [text]
      case .heading(let runs, _, _), .paragraph(let runs, _): [runs.text]
      case .item(let runs, let label, _): ["\(label) \(runs.text)"]
      case .rows(let rows): rows.map { "\($0.label): " + $0.text.map(\.text).joined(separator: " / ") }
      case .tableStart(let head): [head.columns.map(\.title).joined(separator: " | ")]
      case .tableRow(let cells):
        [cells.map { $0.text.map(\.text).joined(separator: " / ") }.joined(separator: " | ")]
      case .tableEnd, .source, .chart, .groupStart, .groupEnd, .pageBreak: []
      }
    }
  }

  /// The texts under a heading that holds some words, up to the next heading.
  func section(_ words: String) -> [String] {
    guard
      let start = blocks.firstIndex(where: {
        if case .heading(let runs, _, _) = $0 { runs.text.contains(words) } else { false }
      })
    else { return [] }
    var part = self
    let rest = blocks[(start + 1)...]
    part.blocks = Array(
      rest.prefix {
        if case .heading = $0 { false } else { true }
      })
    return part.said
  }

  /// The texts of the headings.
  var headings: [String] {
    blocks.compactMap { if case .heading(let runs, _, _) = $0 { runs.text } else { nil } }
  }
}
