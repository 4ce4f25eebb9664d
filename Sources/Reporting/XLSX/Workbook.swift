import Diagnostics
import Findings

/// Reports as a workbook: an overview, and a sheet for each kind of thing that a reader filters or counts.
struct Workbook {
  private let reports: [AuditReport]
  private let language: Language
  private var output: WorkbookWriter

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

  private func say(ko: String, en: String) -> String {
    switch language {
    case .ko: ko
    case .en: en
    }
  }

  private func say(_ text: LocalizedText) -> String { text[language] }

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

  private func holds(_ isThere: (Finding) -> Bool) -> Bool {
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
  private mutating func startTable(_ name: String, _ columns: [(title: String, width: Int)]) {
    let scheme = WorkbookWriter.Column(say(FindingColumn.scheme.title), width: 26)
    let own = columns.map { WorkbookWriter.Column($0.title, width: $0.width) }
    output.startTable(name, (reports.count > 1 ? [scheme] : []) + own)
  }

  /// Writes a row of such a table.
  private mutating func put(_ report: AuditReport, _ cells: [SheetCell]) {
    output.put((reports.count > 1 ? [.text(report.scheme.name(language))] : []) + cells)
  }

  private mutating func writeNeeds() {
    startTable(
      say(ko: "보완 자료", en: "Needs"),
      [
        (say(ko: "사실", en: "Fact"), 40), (say(ko: "경로", en: "Path"), 44),
        (say(ko: "까닭", en: "Why"), 24), (say(ko: "걸린 점검 항목", en: "Findings waiting"), 12),
        (say(ko: "이것만으로 점검 가능", en: "Waiting for this alone"), 12), (say(ko: "파일", en: "File"), 30),
        (say(ko: "행", en: "Line"), 8),
      ])
    for report in reports {
      for need in report.needs {
        put(
          report,
          [
            .text(say(need.name)), .text(need.path), .text(say(need.kind.words)),
            .whole(need.findings), .whole(need.alone), .text(ifAny: need.location?.file),
            need.location.map { .whole($0.line) } ?? .empty,
          ])
      }
    }
    output.endSheet()
  }

  private mutating func writeNumbers() {
    let isTightened = holds { $0.parameters.contains { $0.tightened != nil } }
    startTable(
      say(ko: "수치", en: "Numbers"),
      [
        (say(ko: "기준", en: "Guideline"), 30), (say(ko: "종류", en: "Kind"), 10),
        (say(ko: "수치", en: "Title"), 34), (say(ko: "값", en: "Value"), 30),
        (say(ko: "상태", en: "Status"), 22), (say(ko: "시행", en: "Since"), 14),
        (say(ko: "적용일", en: "As of"), 14), (say(ko: "근거", en: "Citation"), 36),
        (say(ko: "이후 판", en: "Later versions"), 36), (say(ko: "쓴 점검 항목", en: "Findings"), 10),
      ] + (isTightened ? [(say(ko: "프로파일 강화", en: "Tightened"), 20)] : [])
        + [(say(ko: "식에 쓰는 이름", en: "Name in expressions"), 26)])
    for report in reports {
      let words = FindingText(report, language)
      for use in NumberUse.all(of: report) { put(report, use.cells(words, tightened: isTightened)) }
    }
    output.endSheet()
  }

  private mutating func writeAdequacy() {
    startTable(
      say(ko: "적정성", en: "Adequacy"),
      [
        (say(ko: "대상", en: "Subject"), 30), (say(ko: "지표", en: "Measure"), 44),
        (say(ko: "값", en: "Value"), 20), (say(ko: "결과", en: "Outcome"), 16),
        (say(ko: "계산", en: "Calculation"), 50),
        (say(ko: "보완할 자료", en: "Missing facts"), 44), (say(ko: "적용 수치", en: "Numbers applied"), 44),
        (say(ko: "점검 항목", en: "Finding"), 30),
      ])
    for report in reports {
      let rows = FindingRows(
        report, language,
        columns: [
          .subject, .title, .stated, .outcome, .calculation, .missing, .numbers, .findingID,
        ])
      var cells: [SheetCell] = []
      for index in report.findings.indices where report.findings[index].heading.isMeasure {
        rows.fill(&cells, with: report.findings[index])
        output.put(cells)
      }
    }
    output.endSheet()
  }

  private mutating func writeDeadlines() {
    let hasDays = reports.contains { $0.day != nil }
    startTable(
      say(ko: "기한", en: "Deadlines"),
      [
        (say(FixColumn.weight.title), 22), (say(ko: "기한의 이름", en: "Deadline"), 34),
        (say(ko: "대상", en: "Subject"), 28), (say(ko: "마지막 날", en: "Last day"), 20),
      ]
        + (hasDays
          ? [(say(FixColumn.daysLeft.title), 10), (say(FixColumn.mostDaysLeft.title), 10)] : [])
        + [
          (say(ko: "법의 말", en: "In words of the law"), 24), (say(ko: "기산일", en: "Counted from"), 20),
          (say(ko: "상태", en: "State"), 22), (say(ko: "유의", en: "Note"), 24),
          (say(ko: "결과", en: "Outcome"), 16), (say(ko: "효력", en: "Effect"), 12),
          (say(ko: "근거 조문", en: "Citations"), 40), (say(ko: "점검 항목", en: "Finding"), 30),
        ])
    for report in reports {
      let text = FindingText(report, language)
      for line in DeadlineLine.lines(of: report, language) {
        for index in line.findings {
          put(report, cells(line, report.findings[index], text, hasDays: hasDays))
        }
      }
      // What is not asked has no state, but a day.
      for finding in report.findings
      where finding.deadline != nil && DeadlineLine.State.isNone(finding.outcome) {
        put(report, cells(nil, finding, text, hasDays: hasDays))
      }
    }
    output.endSheet()
  }

  private func cells(
    _ line: DeadlineLine?, _ finding: Finding, _ text: FindingText, hasDays: Bool
  ) -> [SheetCell] {
    func cell(_ value: ReportValue?) -> SheetCell {
      value.map { .value($0, words: text.formatter.text($0)) } ?? .empty
    }
    guard let deadline = finding.deadline else { return [] }
    let days: [SheetCell] = [
      line?.daysLeft.map { .whole($0.lowerBound) } ?? .empty,
      line?.daysLeft.map { .whole($0.upperBound) } ?? .empty,
    ]
    let head: [SheetCell] = [
      .text(text.words.title(of: DeadlineLine.Weight(finding.effect))), .text(say(deadline.title)),
      .text(text.subject(finding)), cell(deadline.last),
    ]
    return head + (hasDays ? days : []) + [
      .text(ifAny: deadline.text.map(say)), cell(deadline.from), .text(ifAny: line.map(text.words.state)),
      .text(ifAny: line.map { text.words.marks(of: $0).joined(separator: ", ") }),
      .outcome(finding.outcome, words: say(finding.word)), .text(say(finding.effect.label)),
      .lines(text.citations(finding.heading)), .text(finding.id),
    ]
  }

  private mutating func writeOverlaidFacts() {
    guard reports.contains(where: { $0.facts != nil }) else { return }
    startTable(
      say(ko: "기관 확인 사실", en: "Facts of an authority"),
      [
        (say(ko: "확인한 기관", en: "Found by"), 24), (say(ko: "확인일", en: "On"), 14),
        (say(ko: "사실", en: "Fact"), 36), (say(ko: "경로", en: "Path"), 40),
        (say(ko: "보상안의 기재", en: "The scheme states"), 26), (say(ko: "보상안의 위치", en: "Stated at"), 30),
        (say(ko: "기관이 확인한 값", en: "The authority found"), 26),
        (say(ko: "확인 자료의 위치", en: "Found at"), 30),
      ])
    for report in reports {
      guard let facts = report.facts else { continue }
      let words = FindingText(report, language)
      for difference in facts.differences {
        put(
          report,
          [
            .text(facts.by),
            facts.on.map { .day($0, words: DateText.day($0, language)) } ?? .empty,
            .text(say(difference.name)), .text(difference.path),
            difference.company.map { .value($0, words: words.formatter.text($0)) }
              ?? .text(words.formatter.notStated),
            .text(ifAny: words.place(difference.companyLocation)),
            .value(difference.authority, words: words.formatter.text(difference.authority)),
            .text(words.place(difference.location)),
          ])
      }
    }
    output.endSheet()
  }

  private mutating func writeInputs() {
    startTable(
      say(ko: "입력", en: "Inputs"),
      [
        (say(ko: "파일", en: "File"), 54), ("SHA-256", 68), (say(ko: "형식", en: "Format"), 28),
      ])
    for report in reports {
      for input in report.inputs {
        put(report, [.text(input.path), .text(input.sha256), .text(ifAny: input.format)])
      }
    }
    output.endSheet()
  }

  private mutating func writeNotAudited() {
    startTable(
      say(ko: "점검하지 않은 것", en: "Not audited"),
      [
        (say(ko: "종류", en: "Kind"), 16), (say(ko: "법령·기준", en: "Instrument"), 34),
        (say(ko: "조문·규칙", en: "Article or rule"), 26), (say(ko: "제목", en: "Title"), 40),
        (say(ko: "까닭", en: "Why"), 50), (say(ko: "조문 번호의 연혁·시행 기간", en: "Numbers, days in force"), 40),
      ])
    for report in reports {
      let words = FindingText(report, language)
      let whole = ReportText(report, language)
      for finding in report.findings {
        switch finding.outcome {
        case .notInForce, .notSelected:
          let dates = words.dates(finding)
          let days = [words.inForce(finding.heading.inForce)].filter { !$0.isEmpty } + dates
          put(
            report,
            [
              .text(say(ko: "규칙", en: "rule")), .text(words.policy(finding.heading)),
              .text(finding.id), .text(words.title(finding.heading)),
              .outcome(finding.outcome, words: say(finding.word)), days.isEmpty ? .empty : .lines(days),
            ])
        case .pass, .fail, .unknown, .manual, .waived, .notApplicable, .info, .error: break
        }
      }
      for article in report.notCovered {
        let numbers = whole.numbers(article)
        put(
          report,
          [
            .text(say(ko: "규칙이 없는 조문", en: "article without a rule")),
            .text(say(article.instrument)), .text(say(article.article)), .text(ifAny: article.title.map(say)),
            .text(ifAny: article.why.map(say)), numbers.isEmpty ? .empty : .lines(numbers),
          ])
      }
    }
    output.endSheet()
  }
}
