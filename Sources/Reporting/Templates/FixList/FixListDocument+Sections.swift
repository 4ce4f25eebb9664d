import Diagnostics
import Findings

extension FixListDocument {
  // ── what to change ─────────────────────────────────────────────────────────

  /// What to change: where, from what to what, by how much, at what cost, and what asks for it.
  mutating func write(_ changes: [Change]) {
    heading(ko: "고칠 것", en: "What to change", anchor: "changes")
    writer.put(
      .paragraph(
        [
          Run(
            say(
              ko: "보상안의 요소마다 적음. 효력이 강한 것, 중요도가 높은 것부터임. 적힌 곳의 숫자는 \(report.scheme.path)의 행임",
              en:
                "Element by element, the strongest effect and gravest severity first. Numbers behind a file's name are lines; the scheme is \(report.scheme.path)."
            ))
        ], .note))
    writer.put(
      .tableStart(
        TableHead(
          caption(ko: "고칠 것", en: "What to change"),
          [
            column(ko: "대상(서비스·사업자)", en: "Of (service, operator)", weight: 4),
            column(ko: "적힌 곳", en: "Where", weight: 3),
            column(ko: "지금", en: "Now", weight: 3),
            column(ko: "요구", en: "Required", weight: 3),
            column(ko: "차이", en: "Difference", weight: 2),
            column(ko: "할 일", en: "To do", weight: 6),
            column(ko: "규칙", en: "Rule", weight: 5),
          ])))
    for change in changes { write(change) }
    writer.put(.tableEnd)
  }

  private mutating func write(_ change: Change) {
    let finding = report.findings[change.finding]
    writer.put(
      .tableRow([
        element(of: change, finding),
        TableCell(finding.location.map(place) ?? ""),
        TableCell(now(finding)),
        TableCell(words.required(of: finding) ?? ""),
        TableCell(words.difference(of: finding) ?? ""),
        TableCell(paragraphs: toDo(finding)),
        TableCell(paragraphs: rule(of: finding)),
      ]))
  }

  /// What is meant, and whose it is.
  private func element(of change: Change, _ finding: Finding) -> TableCell {
    var paragraphs = [[Run(words.subject(of: finding))]]
    if !change.services.isEmpty {
      let services = listed(change.services)
      paragraphs.append([Run(say(ko: "서비스: \(services)", en: "service: \(services)"))])
    }
    if !change.operators.isEmpty {
      let operators = listed(change.operators)
      paragraphs.append([Run(say(ko: "사업자: \(operators)", en: "operator: \(operators)"))])
    }
    var cell = TableCell(paragraphs: paragraphs)
    cell.isHeader = true
    return cell
  }

  /// What the scheme says; where that is only a yes or no, or nothing, what the rule finds wrong with it, unless that
  /// stands beside it for want of a remedy.
  private func now(_ finding: Finding) -> String {
    let isPlain = finding.actual.map { $0.type == .bool || $0.type == .unknown } ?? true
    if finding.actualText == nil, isPlain, finding.remedy != nil, let message = finding.message {
      return say(message)
    }
    return words.stated(of: finding) ?? say(ko: "(미기재)", en: "(not stated)")
  }

  private func listed(_ names: [String]) -> String {
    let shown = words.listsAll ? names[...] : names.prefix(4)
    return words.andMore(shown.joined(separator: ", "), names.count - shown.count)
  }

  /// `scheme.yaml:41`; the folder stands above the table.
  private func place(_ location: ReportLocation) -> String {
    guard location.file == report.scheme.path else { return "\(location.file):\(location.line)" }
    let name = location.file.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) }
    return "\(name ?? location.file):\(location.line)"
  }

  /// What to do: the remedy, or what is wrong where none is given; then the cost, the deadline and what puts it off.
  private func toDo(_ finding: Finding) -> [[Run]] {
    var paragraphs: [[Run]] = []
    if let remedy = finding.remedy {
      paragraphs.append([Run(say(remedy))])
    } else if let message = finding.message {
      paragraphs.append([Run(say(message))])
    }
    if let cost = words.cost(of: finding) {
      paragraphs.append([Run(say(ko: "비용: \(cost)", en: "Cost: \(cost)"))])
    }
    if let deadline = finding.deadline {
      let last = "\(say(deadline.title)) \(words.last(of: deadline))"
      paragraphs.append([Run(say(ko: "기한: \(last)", en: "Deadline: \(last)"))])
    }
    if let doubt = words.doubt(of: finding) {
      paragraphs.append([Run(say(ko: "유의: \(doubt)", en: "Not firm: \(doubt)"), tone: .open)])
    }
    if let waiver = finding.waiver {
      paragraphs.append([Run(say(ko: "유예: \(words.waiver(waiver))", en: "Waiver: \(words.waiver(waiver))"))])
    }
    for decision in finding.decisions {
      let text = words.decision(decision)
      paragraphs.append([Run(say(ko: "의견: \(text)", en: "Decision: \(text)"))])
    }
    return paragraphs
  }

  /// The rule with its word, effect and severity.
  private func rule(of finding: Finding) -> [[Run]] {
    let name = words.partName(ofRule: finding) ?? words.ruleName(of: finding)
    let weight = say(
      ko: "\(finding.effect.label.ko), 중요도 \(finding.severity.label.ko)",
      en: "\(finding.effect.label.en), severity: \(finding.severity.label.en)")
    let tone: Run.Tone = finding.outcome == .fail ? .bad : .open
    let link = finding.heading.publishedPage(words.language).map { Run.Link.address($0) }
    return [[Run(name, link: link)], [Run("[\(say(finding.word))]", tone: tone), Run(" \(weight)")]]
  }

  // ── what to supply ─────────────────────────────────────────────────────────

  /// What must be supplied, with where it is to be written.
  mutating func write(_ needs: [NeedGroup]) {
    heading(ko: "보완할 것", en: "What to supply", anchor: "needs")
    writer.put(
      .paragraph(
        [
          Run(
            say(
              ko: "적으면 점검할 수 있게 되는 항목이 많은 것부터임. 없으면 `none`, 범위만 알면 `{at_least, at_most}`로 적음",
              en:
                "What most findings wait for comes first. Write `none` where there is none, `{at_least, at_most}` where only bounds are known."
            ))
        ], .note))
    writer.putNeeds(needs, words, caption: caption(ko: "보완할 사실", en: "Facts to supply"))
  }

  /// What undecided findings wait for besides, which the company cannot supply.
  mutating func write(_ gaps: [PolicyGap]) {
    heading(
      ko: "사업자가 보완할 수 없는 것", en: "What the company cannot supply", anchor: "policy-gaps")
    writer.put(
      .tableStart(
        TableHead(
          caption(ko: "기준 쪽에 없는 수치·행·달력", en: "Numbers, rows and days that the policies lack"),
          [
            column(ko: "없는 것", en: "What is lacking", weight: 5), column(ko: "까닭", en: "Why", weight: 4),
            column(ko: "걸린 항목", en: "Findings", weight: 1, numeric: true),
          ])))
    for gap in gaps {
      let name = say(gap.fact.name)
      let path = gap.fact.path.isEmpty || gap.fact.path == name ? "" : " (\(gap.fact.path))"
      writer.put(
        .tableRow([
          TableCell(name + path, header: true), TableCell(words.reason(gap.fact.kind)),
          TableCell("\(gap.findings)"),
        ]))
    }
    writer.put(.tableEnd)
  }

  // ── what a person decides ──────────────────────────────────────────────────

  /// Questions that an official will ask, with what was computed for them.
  mutating func writeQuestions(_ findings: [Int]) {
    heading(ko: "사람이 판단할 것", en: "What a person will ask", anchor: "questions")
    writer.put(
      .paragraph(
        [
          Run(
            say(
              ko: "다음은 사람이 판단하므로 답할 근거를 갖추어 둠",
              en: "A person decides these; have the grounds of an answer at hand."))
        ], .note))
    let blocks = RuleGrouping.blocks(findings, of: report.findings, words.formatter, mergesUnknown: false)
    for block in blocks {
      for entry in block.sections.flatMap(\.entries) { writeQuestion(entry) }
    }
  }

  private mutating func writeQuestion(_ entry: RuleBlock.Entry) {
    let finding = report.findings[entry.findings[0]]
    let name = words.partName(ofRule: finding) ?? words.ruleName(of: finding)
    writer.put(.item([Run(name, strong: true)], label: say(ko: "○", en: "-"), level: 1))
    func row(ko: String, en: String, _ text: String) -> LabelledRow {
      LabelledRow(say(ko: ko, en: en), [Run(text)])
    }
    var rows = [row(ko: "대상", en: "Subject", words.subjects(of: entry.findings, most: 8))]
    if let question = finding.question { rows.append(row(ko: "질문", en: "Question", say(question))) }
    if let message = finding.message { rows.append(row(ko: "내용", en: "Message", say(message))) }
    if let stated = words.stated(of: finding) { rows.append(row(ko: "기재", en: "Stated", stated)) }
    let worked = words.workedRow(of: finding)
    if !worked.isEmpty { rows.append(row(ko: "계산", en: "Worked", worked)) }
    if let exception = finding.exception {
      rows.append(row(ko: "예외", en: "Exception", words.exception(exception)))
    }
    if let proof = words.proof(of: finding) { rows.append(row(ko: "입증", en: "Proof", proof)) }
    if let place = words.place(of: entry) { rows.append(row(ko: "위치", en: "At", place)) }
    rows.append(row(ko: "근거", en: "Source", words.source(of: finding)))
    if let remedy = finding.remedy { rows.append(row(ko: "조치", en: "To do", say(remedy))) }
    writer.put(.rows(rows))
  }

  /// Rules that could not be decided because they contradict themselves: nothing of the company's.
  mutating func writeErrors(_ findings: [Int]) {
    heading(ko: "기준의 오류로 점검하지 못한 것", en: "Not checked for an error in a policy", anchor: "errors")
    writer.put(
      .paragraph(
        [
          Run(
            say(
              ko: "사업자가 고칠 것이 아니며 기준을 쓴 기관이 고칠 것임",
              en: "Nothing for the company to fix: whoever wrote the policy has to."))
        ], .note))
    for line in RuleLine.lines(findings, words, keyedBy: { $0.message.map(words.say) ?? "" }) {
      let message = report.findings[line.first].message.map { " — \(say($0))" } ?? ""
      writer.put(
        .item([Run(words.name(of: line, most: 4) + message)], label: say(ko: "○", en: "-"), level: 1))
    }
  }
}
