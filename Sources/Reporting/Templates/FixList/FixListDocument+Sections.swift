import Diagnostics
import Findings

extension FixListDocument {
  // ── what to change ─────────────────────────────────────────────────────────

  /// What to change, under its operators and services: where, from what to what, by how much, at what cost, and what
  /// asks for it.
  mutating func write(_ changes: [Change]) {
    heading(ko: "고칠 것", en: "What to change", anchor: "changes")
    note(
      ko: "사업자, 서비스별로 적고 그 안에서는 효력이 강한 것, 중요도가 높은 것부터임. 행 번호는 \(report.scheme.path)의 행임",
      en:
        "By operator and service; within a service the strongest effect and gravest severity first. Lines are those of \(report.scheme.path)."
    )
    let count = { (changes: ArraySlice<Change>) in changes.count }
    writeByOwner(changes, owner: \.owner, section: "changes", count: count) { document, owner, changes in
      document.writer.put(
        .tableStart(
          TableHead(
            document.caption(ko: "고칠 것", en: "What to change", of: owner),
            [
              document.column(ko: "대상", en: "What", weight: 4),
              document.column(ko: "적힌 곳", en: "Where", weight: 2),
              document.column(ko: "지금", en: "Now", weight: 3),
              document.column(ko: "요구", en: "Required", weight: 3),
              document.column(ko: "차이", en: "Difference", weight: 2),
              document.column(ko: "할 일", en: "To do", weight: 6),
              document.column(ko: "규칙", en: "Rule", weight: 5),
            ])))
      for change in changes { document.write(change) }
      document.writer.put(.tableEnd)
    }
  }

  private mutating func write(_ change: Change) {
    let finding = report.findings[change.finding]
    writer.put(
      .tableRow([
        TableCell(words.subject(of: finding), header: true),
        TableCell(finding.location.map(words.placeInScheme) ?? ""),
        TableCell(words.now(finding)),
        TableCell(words.required(of: finding) ?? ""),
        TableCell(words.difference(of: finding) ?? ""),
        TableCell(paragraphs: toDo(finding)),
        TableCell(paragraphs: rule(of: finding)),
      ]))
  }

  // ── headings by operator and service ───────────────────────────────────────

  /// Writes entries that are in the order of their owners, a heading for each operator and below it one for each
  /// service.
  private mutating func writeByOwner<Entry>(
    _ entries: [Entry], owner: (Entry) -> Owner, section: String, count: (ArraySlice<Entry>) -> Int,
    _ write: (inout Self, Owner, ArraySlice<Entry>) -> Void
  ) {
    var start = entries.startIndex
    var above: Owner?
    var place = 0
    while start < entries.endIndex {
      let own = owner(entries[start])
      let end = entries[start...].firstIndex { owner($0) != own } ?? entries.endIndex
      if above?.sharesOperators(with: own) != true {
        place += 1
        let count = count(entries[start...].prefix { owner($0).sharesOperators(with: own) })
        let number = numbering.next(2)
        let name = own.operators(words.language)
        let text = say(ko: "\(number) \(name) — \(count)건", en: "\(number) \(name) (\(count))")
        writer.put(.heading([Run(text)], level: level + 1, anchor: "\(prefix)\(section)-\(place)"))
      }
      above = own
      let services = own.services(words.language)
      if !services.isEmpty {
        writer.put(.heading([Run("\(numbering.next(3)) \(services)")], level: min(3, level + 2), anchor: nil))
      }
      write(&self, own, entries[start..<end])
      start = end
    }
  }

  /// What to do: the remedy, or what is wrong where none is given; then the cost, the deadline and what puts it off.
  private func toDo(_ finding: Finding) -> [[Run]] {
    var paragraphs: [[Run]] = []
    if let remedy = finding.remedy {
      paragraphs.append([Run(say(remedy))])
    } else if let message = finding.message {
      paragraphs.append([Run(say(message))])
    }
    if let cost = finding.cost {
      let value = words.formatter.text(cost.value)
      paragraphs.append([
        Run(say(ko: "비용(\(cost.title.ko)): \(value)", en: "Cost (\(cost.title.en)): \(value)"))
      ])
    }
    if let deadline = finding.deadline { paragraphs.append([Run(words.remark(on: deadline, of: finding))]) }
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

  /// What must be supplied: what goes together first, then everything under its operators and services, with each
  /// place at which it is to be written.
  mutating func write(_ supplies: [Supply], _ sets: [SupplySet]) {
    heading(ko: "보완할 것", en: "What to supply", anchor: "needs")
    note(
      ko: "없으면 `none`, 범위만 알면 `{at_least, at_most}`로 적음. 행 번호는 \(report.scheme.path)의 행임",
      en:
        "Write `none` where there is none, `{at_least, at_most}` where only bounds are known. Lines are those of \(report.scheme.path)."
    )
    if !sets.isEmpty { write(sets) }
    let count = { (supplies: ArraySlice<Supply>) in supplies.reduce(0) { $0 + $1.needs.count } }
    writeByOwner(supplies, owner: \.owner, section: "needs", count: count) { document, owner, supplies in
      document.writer.put(
        .tableStart(
          TableHead(
            document.caption(ko: "보완할 사실", en: "Facts to supply", of: owner),
            [
              document.column(ko: "보완할 사실", en: "Fact to supply", weight: 4),
              document.column(ko: "적을 곳", en: "Where to write it", weight: 6),
              document.column(ko: "걸린 항목", en: "Findings", weight: 1, numeric: true),
              document.column(ko: "이것만으로 점검 가능", en: "Need nothing else", weight: 2, numeric: true),
              document.column(ko: "걸린 규칙(효력)", en: "Rules that wait (effect)", weight: 6),
            ])))
      for supply in supplies {
        document.writer.put(
          .tableRow([
            TableCell(document.words.name(of: supply), header: true),
            TableCell(paragraphs: document.words.places(of: supply).map { [Run($0)] }),
            TableCell("\(supply.findings.count)"), TableCell("\(supply.alone)"),
            TableCell(paragraphs: document.words.rules(of: supply.findings).map { [Run($0)] }),
          ]))
      }
      document.writer.put(.tableEnd)
    }
  }

  /// Which facts go together, those first after which most findings wait for nothing else.
  private mutating func write(_ sets: [SupplySet]) {
    let shown = words.listsAll ? sets : Array(SupplySet.telling(sets).prefix(8))
    note(
      ko: "다음 표는 함께 적으면 더 기다리는 사실이 없게 되는 항목이 많은 것부터임. 적은 뒤에 다른 사실이 더 필요해질 수 있음",
      en:
        "The first table puts facts together: with these stated, so many findings wait for nothing else, most first. Once they are stated a finding may still come to need another."
    )
    writer.put(
      .tableStart(
        TableHead(
          caption(ko: "함께 적을 사실", en: "Facts that go together"),
          [
            column(ko: "함께 적을 사실", en: "Facts that go together", weight: 8),
            column(
              ko: "점검 가능해지는 항목", en: "Findings that then wait for nothing else", weight: 2, numeric: true),
            column(ko: "그중 법령", en: "Of these, law", weight: 1, numeric: true),
          ])))
    for set in shown {
      writer.put(
        .tableRow([
          TableCell(words.names(in: set), header: true), TableCell("\(set.findings.count)"),
          TableCell("\(set.law)"),
        ]))
    }
    writer.put(.tableEnd)
    let rest = sets.count - shown.count
    if rest > 0 {
      note(
        ko: "그 밖의 조합 \(rest)가지는 --all로 적음", en: "\(rest) more combinations: --all lists them.")
    }
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
