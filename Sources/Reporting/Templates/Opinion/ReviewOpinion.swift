import Diagnostics
import Findings

/// The opinion that an official attaches to a reply: what was reviewed, what came of it, what the company is asked, and
/// what a person must decide. Its points are numbered as official documents number them.
struct ReviewOpinion<Writer: DocumentWriter> {
  let words: FindingWords
  private(set) var writer: Writer
  private var numbering: OfficialNumbering
  /// The number of the section that is being written.
  private(set) var sectionLabel = ""
  /// The points that the company may answer, in the order in which they stand.
  private var points: [OpinionPoint] = []

  /// An opinion of which nothing is written yet.
  init(_ report: AuditReport, _ options: RenderOptions, _ writer: Writer) {
    words = FindingWords(report, options).namingSubjects()
    self.writer = writer
    numbering = OfficialNumbering(options.language)
  }

  /// The report that the opinion is about.
  var report: AuditReport { words.report }

  /// Writes all sections and gives the writer back.
  consuming func written() -> Writer {
    writeTitle()
    writeSummary()
    writeConclusion()
    writeResults()
    for part in OpinionPart.allCases { write(part) }
    writeQuestions()
    writeNeeds()
    writeDeadlines()
    writeReplies()
    writeRemarks()
    writer.put(.paragraph([Run(say(ko: "끝.", en: "End."), strong: true)]))
    return writer
  }

  // ── the means of writing ───────────────────────────────────────────────────

  /// The text of the opinion's language.
  func say(ko: @autoclosure () -> String, en: @autoclosure () -> String) -> String {
    words.say(ko: ko(), en: en())
  }

  /// Puts a block into the document.
  mutating func put(_ block: Block) { writer.put(block) }

  /// Begins a section with the next number.
  mutating func section(ko: String, en: String) {
    sectionLabel = numbering.next(1)
    put(.heading([Run("\(sectionLabel) \(say(ko: ko, en: en))")], level: 1))
  }

  /// Puts the next point of a level below the sections, which is 1 for `가.`.
  @discardableResult
  mutating func point(_ text: [Run], level: Int) -> String {
    let label = numbering.next(level + 1)
    put(.item(text, label: label, level: level))
    return label
  }

  /// Puts the table of deadlines.
  mutating func putDeadlines(_ lines: [DeadlineLine]) {
    writer.putDeadlines(lines, words)
  }

  /// Notes a point that the company may answer.
  mutating func note(_ point: OpinionPoint) { points.append(point) }

  // ── what was reviewed ──────────────────────────────────────────────────────

  private mutating func writeTitle() {
    let scheme = words.schemeName.isEmpty ? report.scheme.path : words.schemeName
    var rows = [
      LabelledRow(say(ko: "건명", en: "Subject"), [Run(subjectLine, strong: true)]),
      LabelledRow(
        say(ko: "검토 대상", en: "Reviewed"), [Run(scheme), Run(" (\(report.scheme.path))", tone: .faint)]),
    ]
    rows += OpinionHeadlines(words).parties
    rows.append(
      LabelledRow(
        say(ko: "검토 기준", en: "Criteria"),
        [
          Run(
            say(
              ko: "기준 \(report.policies.count)건, 규칙 \(ruleCount)건",
              en: "\(report.policies.count) policies, \(ruleCount) rules"))
        ]))
    rows.append(LabelledRow(say(ko: "적용일", en: "Law as of"), [Run(ReportText(report, words.language).law)]))
    let blank = say(ko: "(검토 기관이 적음)", en: "(to be completed by the reviewing body)")
    rows.append(LabelledRow(say(ko: "검토 기관·담당", en: "Reviewed by"), [Run(blank, tone: .faint)]))
    rows.append(LabelledRow(say(ko: "검토일", en: "Date of review"), [Run(blank, tone: .faint)]))
    put(.rows(rows))
    for banner in words.banners where !banner.text.isEmpty {
      put(.paragraph([Run(banner.text, strong: true)], .banner))
      if let note = banner.note { put(.paragraph([Run(note)], .note)) }
    }
    if let facts = report.facts {
      put(.paragraph([Run("\(words.title(of: facts)). \(words.remark(on: facts))")], .banner))
    }
  }

  private var subjectLine: String {
    let scheme = words.schemeName.isEmpty ? report.scheme.path : words.schemeName
    return say(ko: "「\(scheme)」 검토의견", en: "Review opinion on “\(scheme)”")
  }

  private var ruleCount: Int { report.summary.rules.values.reduce(0, +) }

  private mutating func writeSummary() {
    section(ko: "검토 개요", en: "Scope of the review")
    let headlines = OpinionHeadlines(words)
    let facts = headlines.rows
    if !facts.isEmpty {
      point([Run(say(ko: "보상안과 사고", en: "The scheme and the incident"), strong: true)], level: 1)
      put(.rows(facts))
    }
    point(
      [
        Run(say(ko: "검토 방법: ", en: "Method: "), strong: true),
        Run(
          say(
            ko:
              "보상안에 적힌 사실을 기준 \(report.policies.count)건의 규칙 \(ruleCount)건에 대어 항목별로 점검함. 적히지 않은 사실은 모르는 것으로 보고 추정하지 않음",
            en:
              "the facts stated in the scheme were checked item by item against \(ruleCount) rules of \(report.policies.count) policies. What is not stated counts as unknown; nothing is guessed"
          )),
      ], level: 1)
  }

  private mutating func writeConclusion() {
    section(ko: "검토 결론", en: "Conclusion")
    let verdict = words.say(report.summary.verdict.word)
    point(
      [
        Run(say(ko: "종합: ", en: "Overall: "), strong: true),
        Run(verdict, strong: true, tone: Run.Tone(report.summary.verdict)),
        Run(" — \(words.verdictReason)"),
      ], level: 1)
    for effect in Effect.allCases {
      guard let counts = report.summary.counts(effect) else { continue }
      let told = Outcome.worstFirst.compactMap { outcome -> String? in
        let count = counts.findings(outcome)
        return count > 0 ? "\(words.word(outcome, effect)) \(count)" : nil
      }
      guard !told.isEmpty else { continue }
      point(
        [Run("\(words.say(effect.label)): ", strong: true), Run(told.joined(separator: ", "))], level: 1)
    }
    put(
      .paragraph(
        [
          Run(
            say(
              ko: "수는 점검 항목(규칙과 대상의 쌍)의 수임. ", en: "Numbers count findings, a rule for one subject each. "),
            tone: .faint), Run(words.disclaimer, tone: .faint),
        ], .note))
  }

  // ── answers and remarks ────────────────────────────────────────────────────

  private mutating func writeReplies() {
    guard !points.isEmpty else { return }
    section(ko: "의견 조회와 반영", en: "Replies and what was made of them")
    put(
      .tableStart(
        TableHead(
          say(ko: "검토의견별 사업자 의견과 반영 여부", en: "replies of the company to each point"),
          [
            TableHead.Column(say(ko: "번호", en: "Point"), weight: 2),
            TableHead.Column(say(ko: "검토의견", en: "Opinion"), weight: 8),
            TableHead.Column(say(ko: "사업자 의견", en: "Company's reply"), weight: 5),
            TableHead.Column(say(ko: "판단", en: "Judgement"), weight: 3),
            TableHead.Column(say(ko: "반영 여부", en: "Reflected"), weight: 3),
          ])))
    for point in points {
      put(
        .tableRow([
          TableCell(point.number, header: true), TableCell(paragraphs: point.opinion.map { [Run($0)] }),
          TableCell(point.reply), TableCell(point.judgement), TableCell(""),
        ]))
    }
    put(.tableEnd)
    put(
      .paragraph(
        [
          Run(
            say(
              ko: "빈칸은 사업자의 의견을 들은 뒤 검토 기관이 적음.",
              en: "The reviewing body completes the empty cells after hearing the company."), tone: .faint)
        ], .note))
  }

  private mutating func writeRemarks() {
    section(ko: "유의 사항", en: "Remarks")
    point([Run(words.disclaimer)], level: 1)
    if words.isUnapproved { point([Run(words.unapprovedRemark)], level: 1) }
    let doubtful = report.findings.count { $0.outcome == .fail && !$0.firm }
    if doubtful > 0 {
      point(
        [
          Run(
            say(
              ko: "도구 기본값이나 원문과 대조하지 않은 수치에 따른 미충족 \(words.findings(doubtful))은 확정적이지 않음",
              en:
                "\(words.findings(doubtful)) that failed rest on a number of the tool's own or one not checked against its source, and are not firm"
            ))
        ], level: 1)
    }
    let uncovered = report.notCovered.count
    if uncovered > 0 {
      point(
        [
          Run(
            say(
              ko: "같은 법령·기준의 조문 가운데 점검 규칙이 없는 것 \(uncovered)건은 검토하지 않음",
              en: "\(uncovered) articles of the same instruments have no rule and were not reviewed"))
        ], level: 1)
    }
    let input = report.inputs.first { $0.path == report.scheme.path }
    let digest = input.map { " · \($0.path) SHA-256 \($0.sha256)" } ?? ""
    point([Run("\(report.tool.name) \(report.tool.version)\(digest)")], level: 1)
  }
}

/// A point of an opinion that the company may answer.
struct OpinionPoint: Sendable {
  /// As it is numbered: `4. 가.`.
  let number: String
  /// What is said, a paragraph each.
  let opinion: [String]
  /// What the company has replied; often empty.
  let reply: String
  /// What the authority has decided; often empty.
  let judgement: String
}
