import Diagnostics
import Findings

/// What company staff have to change and to supply, as a document.
struct FixListDocument<Writer: BlockWriter> {
  /// The report that is told.
  let report: AuditReport
  /// The phrases of the document's language.
  let words: FindingWords
  /// The level of the headings of sections.
  let level: Int
  /// Stands before the anchors of a report, so that those of several differ.
  let prefix: String
  /// What the document is written with.
  var writer: Writer
  /// Numbers the sections.
  var numbering: OfficialNumbering

  /// A document of which nothing is written yet.
  init(_ report: AuditReport, _ options: RenderOptions, _ place: SchemePlace, _ writer: Writer) {
    self.report = report
    words = FindingWords(report, options)
    level = place.level
    numbering = OfficialNumbering(options.language)
    prefix = place.prefix
    self.writer = writer
  }

  /// Writes all sections and gives the writer back.
  consuming func written() -> Writer {
    writer.putBanners(words)
    writer.putScope(words, facts: false)
    let plan = FixPlan(words)
    let (lacking, questions, errors, deadlines) = (plan.gaps, plan.questions, plan.errors, plan.deadlines)
    writeSummary(plan)
    if !plan.changes.isEmpty { write(plan.changes) }
    if !plan.supplies.isEmpty { write(plan.supplies, plan.sets) }
    if !lacking.isEmpty { write(lacking) }
    if !questions.isEmpty { writeQuestions(questions) }
    if !errors.isEmpty { writeErrors(errors) }
    if !deadlines.isEmpty {
      heading(ko: "기한", en: "Deadlines", anchor: "deadlines")
      writer.putDeadlines(deadlines, words, scheme: schemeName, namesOption: true)
    }
    writer.put(.paragraph([Run(words.basis)], .note))
    writer.put(.paragraph([Run("(\(words.disclaimer))", tone: .faint)], .note))
    return writer
  }

  /// The text of the document's language.
  func say(ko: @autoclosure () -> String, en: @autoclosure () -> String) -> String {
    words.say(ko: ko(), en: en())
  }

  /// The text of the document's language.
  func say(_ text: LocalizedText) -> String { words.say(text) }

  /// Begins a section under the next number.
  mutating func heading(ko: String, en: String, anchor: String) {
    let number = numbering.next(1)
    writer.put(
      .heading([Run("\(number) \(say(ko: ko, en: en))")], level: level, anchor: prefix + anchor))
  }

  /// What a table is about; it names the scheme, for tables that are read apart from the document.
  func caption(ko: String, en: String) -> String {
    "\(say(ko: ko, en: en)) — \(schemeName)"
  }

  /// The scheme's name; its file where it has none.
  private var schemeName: String { words.schemeName.isEmpty ? report.scheme.path : words.schemeName }

  /// What the table of one owner is about.
  func caption(ko: String, en: String, of owner: Owner) -> String {
    let names = [owner.operators(words.language), owner.services(words.language)].filter { !$0.isEmpty }
    return caption(
      ko: "\(ko): \(names.joined(separator: " · "))", en: "\(en): \(names.joined(separator: " · "))")
  }

  /// A remark in small letters.
  mutating func note(ko: String, en: String) { writer.put(.paragraph([Run(say(ko: ko, en: en))], .note)) }

  /// A column with its title in both languages.
  func column(ko: String, en: String, weight: Int = 1, numeric: Bool = false) -> TableHead.Column {
    TableHead.Column(say(ko: ko, en: en), weight: weight, numeric: numeric)
  }

  // ── summary ────────────────────────────────────────────────────────────────

  /// How much there is to do, or that there is nothing.
  private mutating func writeSummary(_ plan: FixPlan) {
    let (changes, questions, errors) = (plan.changes, plan.questions, plan.errors)
    heading(ko: "요약", en: "In short", anchor: "summary")
    let verdict = report.summary.verdict
    let failed = changes.filter { report.findings[$0.finding].outcome == .fail }
    var rows = [
      LabelledRow(
        say(ko: "종합 결과", en: "Overall"), [Run("\(say(verdict.word)) — \(words.verdictReason)")])
    ]
    if failed.isEmpty {
      let isDone = plan.supplies.isEmpty && questions.isEmpty && errors.isEmpty
      let text =
        isDone
        ? say(
          ko: "고치거나 보완할 것 없음: 점검한 규칙에서 미충족, 자료 보완 필요, 판단 필요 항목이 없음",
          en: "Nothing to fix or to supply: no rule that was checked failed or was left undecided.")
        : say(ko: "미충족 항목 없음", en: "Nothing failed.")
      rows.append(LabelledRow(say(ko: "고칠 것", en: "To fix"), [Run(text)]))
    } else {
      rows.append(LabelledRow(say(ko: "고칠 것", en: "To fix"), [Run(counts(of: failed))]))
    }
    if !plan.supplies.isEmpty {
      let waiting = report.summary.findings(.unknown)
      let count = report.needs.count
      rows.append(
        LabelledRow(
          say(ko: "보완할 것", en: "To supply"),
          [
            Run(
              say(
                ko: "사실 \(count)가지(자료 보완 필요 항목 \(waiting)건)",
                en: "\(count) \(count == 1 ? "fact" : "facts"), for \(words.findings(waiting)) left undecided"
              ))
          ]))
    }
    if !questions.isEmpty {
      rows.append(
        LabelledRow(
          say(ko: "판단할 것", en: "To be judged"), [Run(words.findings(questions.count))]))
    }
    writer.put(.rows(rows))
    write(plan.owners, plan)
  }

  /// How much each operator has to see to, where there are several.
  private mutating func write(_ owners: [Owner], _ plan: FixPlan) {
    var heads: [Owner] = []
    for owner in owners where heads.last?.sharesOperators(with: owner) != true { heads.append(owner) }
    guard heads.count > 1 else { return }
    writer.put(
      .tableStart(
        TableHead(
          caption(ko: "사업자별 할 일", en: "What there is to do by operator"),
          [
            column(ko: "사업자", en: "Operator", weight: 5),
            column(ko: "고칠 것", en: "To change", weight: 2, numeric: true),
            column(ko: "보완할 사실", en: "Facts to supply", weight: 2, numeric: true),
            column(ko: "이를 기다리는 법령 항목", en: "Findings of law that wait", weight: 3, numeric: true),
          ])))
    for head in heads {
      let supplies = plan.supplies.filter { $0.owner.sharesOperators(with: head) }
      let waiting = Set(supplies.flatMap(\.findings)).count { report.findings[$0].effect == .law }
      writer.put(
        .tableRow([
          TableCell(head.operators(words.language), header: true),
          TableCell("\(plan.changes.count { $0.owner.sharesOperators(with: head) })"),
          TableCell("\(supplies.reduce(0) { $0 + $1.needs.count })"), TableCell("\(waiting)"),
        ]))
    }
    writer.put(.tableEnd)
  }

  /// `법령 2건, 안 3건`: what failed by effect.
  private func counts(of changes: [Change]) -> String {
    Effect.allCases.compactMap { effect -> String? in
      let count = changes.count { report.findings[$0.finding].effect == effect }
      return count > 0 ? say(ko: "\(effect.label.ko) \(count)건", en: "\(effect.label.en) (\(count))") : nil
    }.joined(separator: ", ")
  }
}
