import Diagnostics
import Findings

/// Reports as a workbook: an overview, and a sheet for each kind of thing that a reader filters or counts.
struct Workbook {
  /// What is written.
  let reports: [AuditReport]
  /// The language.
  let language: Language
  /// The workbook so far.
  var output: WorkbookWriter

  /// One workbook for all reports; a column says which scheme a row is of.
  static func render(
    _ reports: [AuditReport], _ options: RenderOptions
  ) throws(RenderFailure) -> [[UInt8]] {
    var workbook = Workbook(reports, options)
    workbook.writeOverview()
    workbook.writeFindings()
    workbook.writeGrounds()
    workbook.writeNeeds()
    workbook.writeNumbers()
    workbook.writeAdequacy()
    workbook.writeDeadlines()
    workbook.writeOverlaidFacts()
    workbook.writeInputs()
    workbook.writeNotAudited()
    workbook.writePolicies()
    let tool = reports.first.map { "\($0.tool.name) \($0.tool.version)" } ?? "guideline-audit"
    return try workbook.output.finish(
      title: options.template.info(reports, options).title, creator: tool)
  }

  private init(_ reports: [AuditReport], _ options: RenderOptions) {
    self.reports = reports
    language = options.language
    var units: [String: LocalizedText] = [:]
    for report in reports { units.merge(report.units) { first, _ in first } }
    output = WorkbookWriter(options.language, units: units)
  }

  /// The text of the language.
  func say(ko: String, en: String) -> String {
    switch language {
    case .ko: ko
    case .en: en
    }
  }

  /// The text of the language.
  func say(_ text: LocalizedText) -> String { text[language] }

  // ── overview ───────────────────────────────────────────────────────────────

  private mutating func writeOverview() {
    output.startPage(say(ko: "개요", en: "Overview"), widths: [32, 60] + [Int](repeating: 14, count: 11))
    for (index, report) in reports.enumerated() {
      if index > 0 { for _ in 0..<2 { output.space() } }
      writeOverview(of: report)
    }
    output.endSheet()
  }

  private mutating func writeOverview(of report: AuditReport) {
    let words = ReportText(report, language)
    output.put([words.scheme], .title)
    for banner in words.banners { output.put([say(ko: "알림", en: "Notice"), banner], .banner) }
    func row(_ label: String, _ text: String?) {
      guard let text, !text.isEmpty else { return }
      output.put([label], .label, [.text(text)])
    }
    row(say(ko: "종합 결과", en: "Overall result"), words.verdict)
    row(say(ko: "결과의 까닭", en: "What it rests on"), words.verdictReason)
    row(say(ko: "결과의 성격", en: "Nature of the result"), words.disclaimer)
    row(say(ko: "보상안", en: "Scheme"), report.scheme.id)
    row(say(ko: "파일", en: "File"), report.scheme.path)
    let text = FindingText(report, language)
    for headline in report.scheme.headlines {
      let place =
        headline.file == report.scheme.path ? text.line(headline.line) : "\(headline.file):\(headline.line)"
      output.put(
        [say(headline.name)], .label,
        [.value(headline.value, words: text.formatter.text(headline.value)), .text(place)])
    }
    row(say(ko: "자료의 성격", en: "Nature of the scheme"), provenance(report))
    row(say(ko: "기준 시점", en: "Law"), words.law)
    row(say(ko: "프로파일", en: "Profile"), report.options.profile)
    row(say(ko: "유예", en: "Waivers"), report.options.waivers.joined(separator: ", "))
    row(say(ko: "기관 확인 사실", en: "Facts of an authority"), report.options.facts)
    row(say(ko: "실패로 보는 기준", en: "Fails on"), report.options.failOn.text)
    row(say(ko: "엄격 모드", en: "Strict"), report.options.strict ? say(ko: "예", en: "yes") : nil)
    output.put([say(ko: "종료 상태", en: "Exit status")], .label, [.whole(report.summary.exit)])
    row(say(ko: "도구", en: "Tool"), "\(report.tool.name) \(report.tool.version)")
    row(say(ko: "보고서 형식", en: "Report format"), report.format.rawValue)
    output.space()
    writeCounts(report, words)
  }

  private func provenance(_ report: AuditReport) -> String? {
    guard let provenance = report.provenance else { return nil }
    let kind =
      switch provenance.kind {
      case .filed: say(ko: "제출본", en: "filed")
      case .draft: say(ko: "제출 전 초안", en: "draft")
      case .reconstructed: say(ko: "공개 자료로 재구성", en: "reconstructed from public reports")
      }
    let more = [provenance.by, provenance.on.map { DateText.day($0, language) }].compactMap { $0 }
    return more.isEmpty ? kind : "\(kind) (\(more.joined(separator: ", ")))"
  }

  private mutating func writeCounts(_ report: AuditReport, _ words: ReportText) {
    let outcomes = Outcome.worstFirst
    output.put(
      [say(ko: "효력", en: "Effect"), say(ko: "센 것", en: "Counted"), say(ko: "합계", en: "Total")]
        + outcomes.map { say($0.word) }, .header)
    func counts(_ label: String, _ rules: [String: Int], _ findings: [String: Int]) {
      for (what, counts) in [
        (say(ko: "규칙(가장 무거운 결과)", en: "rules (by worst finding)"), rules),
        (say(ko: "점검 항목", en: "findings"), findings),
      ] {
        let cells = outcomes.map { SheetCell.whole(counts[$0.rawValue] ?? 0) }
        output.put([label, what], .label, [.whole(counts.values.reduce(0, +))] + cells)
      }
    }
    counts(say(ko: "전체", en: "all"), report.summary.rules, report.summary.findings)
    for effect in Effect.allCases {
      guard let of = report.summary.counts(effect) else { continue }
      counts("\(say(effect.label)) (\(say(effect.failureWord)))", of.rules, of.findings)
    }
  }

  private mutating func writePolicies() {
    startTable(
      say(ko: "기준", en: "Guidelines"),
      [
        (say(ko: "기준", en: "Guideline"), 30), (say(ko: "제목", en: "Title"), 36),
        (say(ko: "판", en: "Version"), 10), (say(ko: "성격", en: "Kind of text"), 18),
        (say(ko: "효력", en: "Effect"), 16), (say(ko: "문안 확인", en: "Approval"), 26),
        (say(ko: "유의", en: "Note"), 60),
      ])
    for report in reports {
      let words = ReportText(report, language)
      for policy in report.policies {
        put(
          report,
          [
            .text(policy.id), .text(say(policy.title)), .text(policy.version),
            .text(say(policy.legal.status.label)), .text(say(policy.legal.effect.label)),
            .text(words.approval(policy)), .text(ifAny: policy.legal.note.map(say)),
          ])
      }
    }
    output.endSheet()
  }

  // ── findings ───────────────────────────────────────────────────────────────

  /// What the sheet of findings shows: what is printed, then what is only looked up. What rests on much text stands on a
  /// sheet of its own.
  private var findingColumns: (all: [FindingColumn], printed: Int) {
    let printed: [FindingColumn] = [
      .outcome, .effect, .severity, .rule, .part, .title, .subject, .message, .stated, .required, .remedy,
      .missing,
      .line,
    ]
    var rest: [FindingColumn] = [.question, .deadline, .relief]
    if holds({ $0.cost != nil }) { rest.append(.cost) }
    if holds({ $0.decision != nil }) { rest.append(.decision) }
    rest += [
      .policy, .authority, .citations, .sanction, .text, .inForce, .file, .column, .findingID, .fingerprint,
      .help,
    ]
    return (printed + rest, printed.count)
  }

  /// Whether a finding is as asked.
  func holds(_ isThere: (Finding) -> Bool) -> Bool {
    reports.contains { $0.findings.contains(where: isThere) }
  }

  private mutating func writeFindings() {
    let columns = findingColumns
    write(say(ko: "점검 항목", en: "Findings"), columns.all, printed: columns.printed)
  }

  private mutating func writeGrounds() {
    let columns: [FindingColumn] = [
      .findingID, .outcome, .subject, .calculation, .numbers, .facts, .assumed, .lists, .dates,
    ]
    write(say(ko: "근거", en: "Grounds"), columns, printed: columns.count)
  }

  /// A sheet with a row for each finding, on paper of twice the usual size.
  private mutating func write(_ name: String, _ columns: [FindingColumn], printed: Int) {
    let columns = (reports.count > 1 ? [.scheme] : []) + columns
    output.startTable(
      name, columns.map { WorkbookWriter.Column(say($0.title), width: $0.width) },
      WorkbookWriter.Layout(paper: .a3, printed: printed + (reports.count > 1 ? 1 : 0), mostLines: 5))
    var cells: [SheetCell] = []
    for report in reports {
      let rows = FindingRows(report, language, columns: columns)
      for index in report.findings.indices {
        rows.fill(&cells, with: report.findings[index])
        output.put(cells)
      }
    }
    output.endSheet()
  }

  /// Begins a table; a column that says which scheme a row is of comes first where there are several.
  mutating func startTable(_ name: String, _ columns: [(title: String, width: Int)]) {
    let scheme = WorkbookWriter.Column(say(FindingColumn.scheme.title), width: 26)
    let own = columns.map { WorkbookWriter.Column($0.title, width: $0.width) }
    output.startTable(name, (reports.count > 1 ? [scheme] : []) + own)
  }

  /// Writes a row of such a table.
  mutating func put(_ report: AuditReport, _ cells: [SheetCell]) {
    output.put((reports.count > 1 ? [.text(report.scheme.name(language))] : []) + cells)
  }
}
