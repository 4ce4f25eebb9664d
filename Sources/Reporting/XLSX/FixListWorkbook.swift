import Diagnostics
import Findings

/// Fix lists as a workbook: an overview, and a sheet for each kind of thing to do, which can be filtered and sorted by
/// operator, service, effect, line and day.
struct FixListWorkbook {
  /// A sheet with the rows that stand on it.
  private struct Sheet {
    let name: LocalizedText
    let columns: [FixColumn]
    /// So many columns, the first ones, are printed.
    let printed: Int
    /// The rows of each scheme.
    let rows: [[FixRow]]

    init(
      _ name: LocalizedText, _ columns: [FixColumn], printed: Int, _ plans: [FixPlan],
      _ rows: (FixPlan) -> [FixRow]
    ) {
      (self.name, self.columns, self.printed) = (name, columns, printed)
      self.rows = plans.map(rows)
    }
  }

  private let plans: [FixPlan]
  private let options: RenderOptions
  private var output: WorkbookWriter

  /// One workbook for all reports; where there are several a column says which scheme a row is of.
  static func render(
    _ reports: [AuditReport], _ options: RenderOptions
  ) throws(RenderFailure) -> [[UInt8]] {
    var workbook = FixListWorkbook(reports, options)
    let sheets = workbook.sheets
    workbook.writeOverview(sheets)
    workbook.writeSets()
    for sheet in sheets { workbook.write(sheet) }
    let tool = reports.first.map { "\($0.tool.name) \($0.tool.version)" } ?? "guideline-audit"
    return try workbook.output.finish(title: options.template.info(reports, options).title, creator: tool)
  }

  private init(_ reports: [AuditReport], _ options: RenderOptions) {
    self.options = options
    plans = reports.map { FixPlan(FindingWords($0, options)) }
    var units: [String: LocalizedText] = [:]
    for report in reports { units.merge(report.units) { first, _ in first } }
    output = WorkbookWriter(options.language, units: units)
  }

  private func say(ko: String, en: String) -> String {
    switch options.language {
    case .ko: ko
    case .en: en
    }
  }

  private func say(_ text: LocalizedText) -> String { text[options.language] }

  // ── tables ─────────────────────────────────────────────────────────────────

  /// The sheets that hold something.
  private var sheets: [Sheet] {
    let hasDays = plans.contains { $0.report.day != nil }
    let all = [
      Sheet(
        LocalizedText(ko: "고칠 것", en: "What to change"),
        [
          .operator, .service, .subject, .line, .now, .required, .difference, .toDo, .rule, .effect,
          .severity,
          .outcome, .deadline, .lastDay, .inWords, .cost, .doubt, .title, .part, .file, .findingID,
          .fingerprint,
        ], printed: 12, plans, FixRow.changes),
      Sheet(
        LocalizedText(ko: "보완할 사실", en: "Facts to supply"),
        [
          .operator, .service, .fact, .reason, .known, .path, .line, .waiting, .alone, .waitingRules, .file,
        ], printed: 10, plans, FixRow.supplies),
      Sheet(
        LocalizedText(ko: "사업자가 보완할 수 없는 것", en: "Not for the company"),
        [.fact, .reason, .path, .waiting], printed: 4, plans, FixRow.gaps),
      Sheet(
        LocalizedText(ko: "사람이 판단할 것", en: "Questions"),
        [
          .operator, .service, .subject, .line, .question, .now, .toDo, .rule, .effect, .severity, .title,
          .part,
          .file, .findingID, .fingerprint,
        ], printed: 10, plans, FixRow.questions),
      Sheet(
        LocalizedText(ko: "기준의 오류", en: "Errors in policies"),
        [.subject, .rule, .title, .toDo, .findingID, .fingerprint], printed: 5, plans, FixRow.errors),
      Sheet(
        LocalizedText(ko: "기한", en: "Deadlines"),
        [.weight, .deadline, .operator, .service, .subject, .lastDay]
          + (hasDays ? [.daysLeft, .mostDaysLeft] : [])
          + [.inWords, .state, .doubt, .rule, .effect, .outcome, .line, .file, .findingID],
        printed: hasDays ? 13 : 11, plans, FixRow.deadlines),
    ]
    return all.filter { sheet in sheet.rows.contains { !$0.isEmpty } }
  }

  private mutating func write(_ sheet: Sheet) {
    // With one scheme the workbook's first sheet names it.
    let columns = (plans.count > 1 ? [.scheme] : []) + sheet.columns
    output.startTable(
      say(sheet.name), columns.map { WorkbookWriter.Column(say($0.title), width: $0.width) },
      WorkbookWriter.Layout(printed: sheet.printed + columns.count - sheet.columns.count))
    for row in sheet.rows.joined() { output.put(columns.map { row[$0] }) }
    output.endSheet()
  }

  private var setsName: LocalizedText { LocalizedText(ko: "함께 적을 사실", en: "Facts that go together") }

  private mutating func writeSets() {
    guard plans.contains(where: { !$0.sets.isEmpty }) else { return }
    var columns = [
      WorkbookWriter.Column(say(setsName), width: 100),
      WorkbookWriter.Column(
        say(ko: "점검 가능해지는 항목", en: "Findings that then wait for nothing else"), width: 14),
      WorkbookWriter.Column(say(ko: "그중 법령", en: "Of these, law"), width: 10),
    ]
    if plans.count > 1 {
      columns.insert(WorkbookWriter.Column(say(FixColumn.scheme.title), width: 22), at: 0)
    }
    output.startTable(say(setsName), columns)
    for plan in plans {
      let scheme = plan.report.scheme.name(options.language)
      for set in plan.sets {
        output.put(
          (plans.count > 1 ? [.text(scheme)] : [])
            + [.text(plan.words.names(in: set)), .whole(set.findings.count), .whole(set.law)])
      }
    }
    output.endSheet()
  }

  // ── overview ───────────────────────────────────────────────────────────────

  private mutating func writeOverview(_ sheets: [Sheet]) {
    output.startPage(say(ko: "보완 목록", en: "Fix list"), widths: [36, 80, 14, 14])
    for (index, plan) in plans.enumerated() {
      if index > 0 { for _ in 0..<2 { output.space() } }
      writeOverview(of: plan)
    }
    guard !sheets.isEmpty else { return output.endSheet() }
    output.space()
    output.put([say(ko: "시트", en: "Sheets"), say(ko: "내용", en: "What it holds")], .header)
    if plans.contains(where: { !$0.sets.isEmpty }) {
      let text = say(
        ko: "함께 적으면 더 기다리는 사실이 없게 되는 항목이 많은 것부터. 적은 뒤에 다른 사실이 더 필요해질 수 있음",
        en:
          "facts after which most findings wait for nothing else; once stated, a finding may come to need another"
      )
      output.put(say(setsName), text, leadingTo: say(setsName))
    }
    for sheet in sheets {
      let count = sheet.rows.reduce(0) { $0 + $1.count }
      let text = say(
        ko: "\(count)행. 표는 ‘\(sheet.name.ko)’ 시트에 있음",
        en: "\(count) \(count == 1 ? "row" : "rows"); the table is on the sheet ‘\(sheet.name.en)’")
      output.put(say(sheet.name), text, leadingTo: say(sheet.name))
    }
    output.endSheet()
  }

  private mutating func writeOverview(of plan: FixPlan) {
    let (report, words) = (plan.report, ReportText(plan.report, options.language))
    output.put([words.scheme], .title)
    for banner in words.banners { output.put([say(ko: "알림", en: "Notice"), banner], .banner) }
    func row(ko: String, en: String, _ text: String?) {
      guard let text, !text.isEmpty else { return }
      output.put([say(ko: ko, en: en)], .label, [.text(text)])
    }
    row(ko: "종합 결과", en: "Overall result", words.verdict)
    row(ko: "결과의 까닭", en: "What it rests on", words.verdictReason)
    row(ko: "결과의 성격", en: "Nature of the result", words.disclaimer)
    row(ko: "보상안", en: "Scheme", report.scheme.id)
    row(ko: "파일(행 번호는 이 파일의 행임)", en: "File (lines are its lines)", report.scheme.path)
    row(ko: "적용일", en: "Law", words.law)
    if plan.changes.isEmpty { row(ko: "고칠 것", en: "To change", say(ko: "미충족 항목 없음", en: "nothing failed")) }
    if !plan.deadlines.isEmpty {
      row(ko: "남은 날", en: "Days left", plan.words.deadlineRemark(namesOption: true))
    }
    output.space()
    output.put(
      [
        say(ko: "사업자", en: "Operator"), say(ko: "서비스", en: "Service"), say(ko: "고칠 것", en: "To change"),
        say(ko: "보완할 사실", en: "To supply"),
      ], .header)
    for owner in plan.owners {
      let supplies = plan.supplies.filter { $0.owner == owner }
      output.put([
        .text(owner.operators(options.language)), .text(ifAny: owner.services(options.language)),
        .whole(plan.changes.count { $0.owner == owner }), .whole(supplies.reduce(0) { $0 + $1.needs.count }),
      ])
    }
  }
}
