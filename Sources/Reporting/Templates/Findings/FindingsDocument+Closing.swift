import Diagnostics
import Findings

extension FindingsDocument {
  /// Rules that were met: by assumption, on the company's word, and all of them.
  mutating func writePasses() {
    let assumed = RuleLine.lines(sections.assumedPasses, words) {
      $0.assumed.map(\.name.ko).joined(separator: "\u{0}")
    }
    if !assumed.isEmpty {
      let total = words.total(assumed)
      heading(
        ko: "기재되지 않은 사실을 전제로 충족한 항목 — \(total)건",
        en: "Met by assumption — \(words.findings(total))", anchor: "assumed")
      table(
        say(ko: "전제에 따른 충족", en: "Met by assumption"),
        ruleColumns + [column(ko: "전제", en: "Assumption", weight: 6)])
      for line in assumed {
        let texts = words.assumptions(of: line.findings.map { report.findings[$0] }).map { [Run($0)] }
        writer.put(.tableRow(ruleCells(line, most: 6) + [TableCell(paragraphs: texts)]))
      }
      writer.put(.tableEnd)
    }
    let unproven = RuleLine.lines(sections.unprovenPasses, words)
    if !unproven.isEmpty {
      let total = words.total(unproven)
      heading(
        ko: "사업자 진술에만 근거하여 충족한 항목 — \(total)건",
        en: "Met on the company's word alone — \(words.findings(total))", anchor: "unproven")
      writeList(unproven, say(ko: "사업자 진술에만 근거한 충족", en: "Met on the company's word alone"), most: 6)
    }
    writeDecided()
    let met = RuleLine.lines(sections.passes, words)
    guard !met.isEmpty else { return }
    let total = words.total(met)
    heading(ko: "충족한 항목 — \(total)건", en: "Met — \(words.findings(total))", anchor: "met")
    writeList(met, say(ko: "충족", en: "Met"), most: 2)
  }

  /// Decisions on findings that are not told one by one.
  private mutating func writeDecided() {
    guard !sections.decided.isEmpty else { return }
    let count = words.findings(sections.decided.count)
    heading(
      ko: "기록된 의견 — 점검 항목 \(count)", en: "Decisions on record — \(count)", anchor: "decided")
    table(
      say(ko: "기록된 의견", en: "Decisions on record"),
      [column(ko: "항목", en: "Finding", weight: 5), column(ko: "의견", en: "Decision", weight: 6)])
    for index in sections.decided {
      let finding = report.findings[index]
      let texts = finding.decisions.map { [Run(words.decision($0))] }
      writer.put(.tableRow([TableCell(words.decided(finding), header: true), TableCell(paragraphs: texts)]))
    }
    writer.put(.tableEnd)
  }

  private var ruleColumns: [TableHead.Column] {
    [column(ko: "규칙", en: "Rule", weight: 5), column(ko: "대상", en: "Subjects", weight: 4)]
  }

  private func ruleCells(_ line: RuleLine, most: Int) -> [TableCell] {
    [
      TableCell(words.ruleName(of: line), header: true),
      TableCell(paragraphs: words.paragraphs(ofSubjects: line.findings, most: most).map { [Run($0)] }),
    ]
  }

  private mutating func writeList(_ lines: [RuleLine], _ caption: String, most: Int) {
    table(caption, ruleColumns + [column(ko: "항목 수", en: "Findings", numeric: true)])
    for line in lines {
      writer.put(.tableRow(ruleCells(line, most: most) + [TableCell("\(line.findings.count)")]))
    }
    writer.put(.tableEnd)
  }

  /// Rules that do not apply, with the reason.
  mutating func writeNotApplicable() {
    let (all, shown) = words.notApplicableLines(sections.notApplicable)
    guard !all.isEmpty else { return }
    let total = words.total(all)
    heading(
      ko: "해당 없는 항목 — \(total)건", en: "Not applicable — \(words.findings(total))", anchor: "not-applicable")
    table(
      say(ko: "해당 없는 규칙과 그 까닭", en: "Rules that do not apply, and why"),
      ruleColumns + [column(ko: "까닭", en: "Why", weight: 5)])
    for line in shown {
      let reasons = words.reasons(of: line).map { [Run($0)] }
      writer.put(.tableRow(ruleCells(line, most: 3) + [TableCell(paragraphs: reasons)]))
    }
    writer.put(.tableEnd)
  }

  /// Missing facts, those that most findings wait for first.
  mutating func writeNeeds() {
    guard !report.needs.isEmpty else { return }
    let count = report.needs.count
    heading(ko: "보완할 자료 — \(count)가지", en: "What to supply — \(count) facts", anchor: "needs")
    writer.putNeeds(
      NeedGroup.groups(of: report), words,
      caption: say(
        ko: "보완할 사실(걸린 점검 항목이 많은 것부터)", en: "Facts to supply, those most findings wait for first"))
  }

  /// The deadlines of the findings.
  mutating func writeDeadlines() {
    let lines = DeadlineLine.lines(of: report, words.language)
    guard !lines.isEmpty else { return }
    heading(ko: "기한", en: "Deadlines", anchor: "deadlines")
    writer.putDeadlines(lines, words)
  }

  /// What an authority found otherwise than the company states.
  mutating func writeOverlaidFacts() {
    guard let facts = report.facts else { return }
    let title = words.title(of: facts)
    heading(ko: title, en: title, anchor: "facts")
    paragraph("\(words.remark(on: facts)) (\(words.source(of: facts)))")
    guard !facts.differences.isEmpty else { return }
    table(
      say(ko: "보상안과 기관의 확인이 다른 사실", en: "Facts that differ"),
      [
        column(ko: "사실", en: "Fact", weight: 4), column(ko: "보상안", en: "Scheme", weight: 3),
        column(ko: "기관 확인", en: "Found", weight: 3), column(ko: "경로", en: "Path", weight: 4),
      ])
    for difference in facts.differences {
      writer.put(
        .tableRow([
          TableCell(say(difference.name), header: true), TableCell(words.company(difference)),
          TableCell(words.authority(difference)), TableCell([Run(difference.path, code: true)]),
        ]))
    }
    writer.put(.tableEnd)
  }

  /// Rules and articles that this audit says nothing about.
  mutating func writeNotAudited() {
    let lines = RuleLine.lines(sections.notAudited, words) { say($0.word) }
    guard !lines.isEmpty || !report.notCovered.isEmpty else { return }
    heading(ko: "점검하지 않은 것", en: "What was not audited", anchor: "not-audited")
    if !lines.isEmpty {
      table(
        say(ko: "묻지 않은 규칙", en: "Rules that were not asked"),
        ruleColumns + [column(ko: "까닭", en: "Why", weight: 4)])
      for line in lines {
        let first = report.findings[line.first]
        let why = say(first.word) + words.inForce(first)
        writer.put(.tableRow(ruleCells(line, most: 3) + [TableCell(why)]))
      }
      writer.put(.tableEnd)
    }
    writer.putUncovered(words)
  }
}
