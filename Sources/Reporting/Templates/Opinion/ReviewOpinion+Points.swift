import Diagnostics
import Findings

extension ReviewOpinion {
  /// Whether findings of an outcome are told in the table of results.
  private static func isShown(_ outcome: Outcome) -> Bool {
    switch outcome {
    case .error, .fail, .unknown, .manual, .waived, .pass: true
    case .notApplicable, .notInForce, .notSelected, .info: false
    }
  }

  // ── results by rule and subject ────────────────────────────────────────────

  /// A row for each rule and outcome, with the subjects that it came out so for.
  mutating func writeResults() {
    var rows: [ResultRow] = []
    var places: [GroupKey: Int] = [:]
    for index in report.findings.indices where Self.isShown(report.findings[index].outcome) {
      let finding = report.findings[index]
      var key = GroupKey()
      key.add(finding.policy)
      key.add(finding.rule)
      key.add(words.say(finding.word))
      if let place = places[key] {
        rows[place].add(index, finding)
      } else {
        places[key] = rows.count
        rows.append(ResultRow(index, finding))
      }
    }
    guard !rows.isEmpty else { return }
    section(ko: "규칙별·대상별 결과", en: "Results by rule and subject")
    put(
      .tableStart(
        TableHead(
          say(ko: "규칙별·대상별 점검 결과", en: "results by rule and subject"),
          [
            TableHead.Column(say(ko: "규칙", en: "Rule"), weight: 6),
            TableHead.Column(say(ko: "효력", en: "Weight"), weight: 3),
            TableHead.Column(say(ko: "결과", en: "Outcome"), weight: 4),
            TableHead.Column(say(ko: "대상", en: "Subjects"), weight: 8),
          ])))
    let order = rows.enumerated().sorted { a, b in
      (rank(a.element.first), a.offset) < (rank(b.element.first), b.offset)
    }
    for (_, row) in order {
      let first = report.findings[row.first]
      put(
        .tableRow([
          TableCell(words.ruleName(of: first), header: true), TableCell(words.say(first.effect.label)),
          TableCell(words.say(first.word), tone: Run.Tone(first.outcome)),
          TableCell(words.subjects(of: row.subjects, most: 12)),
        ]))
    }
    put(.tableEnd)
    let rest = report.summary.findings
    let left = [Outcome.notApplicable, .notInForce, .notSelected].compactMap { outcome -> String? in
      rest[outcome.rawValue].flatMap { $0 > 0 ? "\(words.say(outcome.word)) \($0)" : nil }
    }
    guard !left.isEmpty else { return }
    put(
      .paragraph(
        [
          Run(
            say(ko: "표에 적지 않은 항목: ", en: "Findings that the table leaves out: ")
              + left.joined(separator: ", "), tone: .faint)
        ], .note))
  }

  /// A rule with one outcome; a subject of several parts counts once.
  private struct ResultRow {
    let first: Int
    var subjects: [Int]
    private var names: Set<String>

    init(_ index: Int, _ finding: Finding) {
      (first, subjects, names) = (index, [index], [finding.subject ?? ""])
    }

    mutating func add(_ index: Int, _ finding: Finding) {
      if names.insert(finding.subject ?? "").inserted { subjects.append(index) }
    }
  }

  private func rank(_ index: Int) -> Int {
    Effect.allCases.firstIndex(of: report.findings[index].effect) ?? 0
  }

  // ── what the company is asked ──────────────────────────────────────────────

  /// The points of one part: each rule with what it says of whom, why, and what is to be done.
  mutating func write(_ part: OpinionPart) {
    let indices = report.findings.indices.filter { OpinionPart(report.findings[$0]) == part }
    guard !indices.isEmpty else { return }
    switch part {
    case .request: section(ko: "보완을 요청할 사항", en: "What the company is asked to mend or supply")
    case .recommendation: section(ko: "권고 사항", en: "Recommendations")
    case .reference: section(ko: "참고", en: "For reference")
    }
    if part == .reference {
      put(
        .paragraph(
          [
            Run(
              say(
                ko: "시행 전의 안이나 구속력이 없는 참고 기준에 비추어 본 것으로, 이행을 요구하는 근거가 되지 않음.",
                en: "Seen against drafts and reference criteria that bind nobody; no ground for a demand."),
              tone: .faint)
          ], .note))
    }
    for block in blocks(indices) { write(block) }
  }

  private mutating func write(_ block: RuleBlock) {
    let first = report.findings[block.first]
    let worst = block.sections.first?.outcome ?? first.outcome
    let label = point(
      [
        Run(words.title(of: block), strong: true), Run(" — "),
        Run(block.sections.map(\.word).joined(separator: ", "), tone: Run.Tone(worst)),
      ], level: 1)
    putSource(of: first)
    if let text = first.heading.text {
      put(.paragraph([Run(say(ko: "내용: ", en: "Asks: "), strong: true), Run(words.say(text))], .inset))
    }
    var opinion: [String] = [words.ruleName(of: first)]
    for section in block.sections {
      if section.outcome == .unknown {
        writeUndecided(section, &opinion)
      } else {
        for entry in section.entries { writeDecided(entry, &opinion) }
      }
    }
    note(label, opinion, on: block)
  }

  private mutating func writeDecided(_ entry: RuleBlock.Entry, _ opinion: inout [String]) {
    let finding = report.findings[entry.findings[0]]
    let subjects = words.subjects(of: entry.findings, most: 8)
    let message = finding.message.map(words.say) ?? words.say(finding.word)
    point([Run("\(subjects): ", strong: true), Run(message)], level: 2)
    opinion.append("\(subjects): \(message)")
    let comparison = words.comparison(of: finding)
    if let stated = comparison.stated { detail(ko: "기재", en: "Stated", stated) }
    if let required = comparison.required { detail(ko: "기준", en: "Required", required) }
    putWorked(finding)
    for number in finding.parameters {
      let name = words.label(of: number)
      detail(ko: name.ko, en: name.en, words.number(number, of: finding.heading).text)
    }
    for row in finding.tables { detail(ko: "별표", en: "Table", words.row(row, of: finding.heading).text) }
    if let place = words.place(of: entry) { detail(ko: "위치", en: "At", place) }
    if let doubt = words.doubt(of: finding) { detail(ko: "유의", en: "Not firm", doubt) }
    if let exception = finding.exception { detail(ko: "예외", en: "Exception", words.exception(exception)) }
    if let proof = words.proof(of: finding) { detail(ko: "입증", en: "Proof", proof) }
    if let remedy = finding.remedy.map(words.say) {
      detail(ko: "조치", en: "To do", remedy)
      opinion.append(say(ko: "조치: ", en: "To do: ") + remedy)
    }
  }

  private mutating func writeUndecided(_ section: RuleBlock.Section, _ opinion: inout [String]) {
    let undecided = UndecidedSection(section, words)
    for text in undecided.required { detail(ko: "기준", en: "Required", text, level: 2) }
    if let exception = undecided.exception {
      detail(ko: "예외", en: "Exception", words.exception(exception), level: 2)
    }
    opinion.append(say(ko: "보완할 자료: ", en: "To be supplied: ") + names(ofGaps: section))
    for entry in undecided.entries {
      let subjects = entry.subjects.joined(separator: "; ")
      let asked = entry.supply.isEmpty ? entry.gap : entry.supply
      let text =
        entry.supply.isEmpty
        ? say(ko: "판단할 자료가 기준에 없음 — \(asked)", en: "the policy lacks what it would be decided by — \(asked)")
        : say(ko: "보완할 자료 — \(asked)", en: "to be supplied — \(asked)")
      point([Run("\(subjects): ", strong: true), Run(text)], level: 2)
      if let message = entry.message { detail(ko: "내용", en: "Note", message) }
      if !entry.required.isEmpty { detail(ko: "기준", en: "Required", entry.required) }
      for text in entry.assumptions { detail(ko: "전제", en: "Assumed", text) }
      if let exception = entry.exception { detail(ko: "예외", en: "Exception", words.exception(exception)) }
    }
  }

  /// What the findings of a section wait for, each by its name once.
  private func names(ofGaps section: RuleBlock.Section) -> String {
    var names: [String] = []
    for index in section.entries.lazy.flatMap(\.findings).prefix(500) {
      for fact in report.findings[index].missing {
        let name = words.say(fact.name)
        if !names.contains(name) { names.append(name) }
      }
    }
    return names.joined(separator: ", ")
  }

  private mutating func detail(ko: String, en: String, _ text: String, level: Int = 3) {
    put(.item([Run(say(ko: ko, en: en) + ": ", tone: .faint), Run(text)], label: "-", level: level))
  }

  /// Blocks for some findings, the strongest effect first.
  private func blocks(_ indices: [Int]) -> [RuleBlock] {
    let blocks = RuleGrouping.blocks(indices, of: report.findings, words.formatter, mergesUnknown: true)
    return Effect.allCases.flatMap { effect in
      blocks.filter { report.findings[$0.first].effect == effect }
    }
  }

  private mutating func putSource(of finding: Finding) {
    put(
      .paragraph(
        [Run(say(ko: "근거: ", en: "Source: "), strong: true), Run(words.source(of: finding))], .inset))
  }

  private mutating func putWorked(_ finding: Finding) {
    for line in words.workedLines(of: finding) {
      detail(
        ko: "계산", en: "Worked",
        line.text)
    }
  }

  /// Notes a block as a point that the company may answer.
  private mutating func note(_ label: String, _ opinion: [String], on block: RuleBlock) {
    note(
      OpinionPoint(
        number: "\(sectionLabel) \(label)", opinion: opinion, reply: reply(of: block),
        judgement: judgement(of: block)))
  }

  // ── what was said about it already ─────────────────────────────────────────

  private func decisions(of block: RuleBlock) -> [DecisionUse] {
    block.sections.flatMap(\.entries).flatMap { report.findings[$0.findings[0]].decisions }
  }

  private func reply(of block: RuleBlock) -> String {
    decisions(of: block).filter { $0.reply != nil }.map(words.decision).joined(separator: "; ")
  }

  private func judgement(of block: RuleBlock) -> String {
    decisions(of: block).filter { $0.reply == nil }.map(words.decision).joined(separator: "; ")
  }

  // ── what a person must decide ──────────────────────────────────────────────

  /// The questions to a person, each with the facts that were computed for it.
  mutating func writeQuestions() {
    let indices = report.findings.indices.filter { report.findings[$0].outcome == .manual }
    guard !indices.isEmpty else { return }
    section(ko: "판단이 필요한 사항", en: "What a person must decide")
    put(
      .paragraph(
        [
          Run(
            say(
              ko: "규칙이 판단을 사람에게 맡긴 사항임. 계산된 사실만 적고 결론은 적지 않음.",
              en: "The rules leave these to a person. Only computed facts are given, no conclusion."),
            tone: .faint)
        ], .note))
    for block in blocks(indices) { writeQuestion(block) }
  }

  private mutating func writeQuestion(_ block: RuleBlock) {
    let first = report.findings[block.first]
    let label = point([Run(words.title(of: block), strong: true)], level: 1)
    putSource(of: first)
    var opinion: [String] = [words.ruleName(of: first)]
    for entry in block.sections.flatMap(\.entries) {
      let finding = report.findings[entry.findings[0]]
      let subjects = words.subjects(of: entry.findings, most: 8)
      let question = (finding.question ?? finding.message).map(words.say) ?? words.say(finding.word)
      point([Run("\(subjects): ", strong: true), Run(question)], level: 2)
      opinion.append("\(subjects): \(question)")
      if let example = words.example(of: entry) { detail(ko: "예", en: "Shown", example) }
      putWorked(finding)
      let facts = words.facts(of: finding, most: 4)
      if !facts.isEmpty { detail(ko: "사실", en: "Facts", facts) }
      if let place = words.place(of: entry) { detail(ko: "위치", en: "At", place) }
      if let exception = finding.exception { detail(ko: "예외", en: "Exception", words.exception(exception)) }
      if let proof = words.proof(of: finding) { detail(ko: "입증", en: "Proof", proof) }
    }
    note(label, opinion, on: block)
  }

  /// The last days that requirements name.
  mutating func writeDeadlines() {
    let lines = DeadlineLine.lines(of: report, words.language)
    guard !lines.isEmpty else { return }
    section(ko: "기한", en: "Deadlines")
    putDeadlines(lines)
  }

  // ── what is missing, and until when ────────────────────────────────────────

  /// The facts that findings wait for, those of most findings first.
  mutating func writeNeeds() {
    let groups = NeedGroup.groups(of: report)
    guard !groups.isEmpty else { return }
    section(ko: "제출을 요구할 자료", en: "Facts to be demanded")
    put(
      .tableStart(
        TableHead(
          say(ko: "점검 항목을 정하는 데 필요한 자료", en: "facts that findings wait for"),
          [
            TableHead.Column(say(ko: "자료", en: "Fact"), weight: 6),
            TableHead.Column(say(ko: "적을 곳", en: "Where to state it"), weight: 7),
            TableHead.Column(say(ko: "기다리는 점검 항목", en: "Findings that wait"), weight: 5),
          ])))
    for group in words.listsAll ? groups[...] : groups.prefix(25) {
      let places = words.places(of: group)
      put(
        .tableRow([
          TableCell(words.name(of: group), header: true), TableCell(places.long ?? places.short),
          TableCell(words.waiting(for: group)),
        ]))
    }
    put(.tableEnd)
    let rest = groups.count - 25
    if rest > 0, !words.listsAll {
      put(
        .paragraph(
          [
            Run(
              say(ko: "그 밖의 자료 \(rest)가지는 --all로 적음.", en: "\(rest) more facts; --all lists them."),
              tone: .faint)
          ],
          .note))
    }
  }
}

extension Run.Tone {
  /// The tone that goes with an outcome.
  init(_ outcome: Outcome) {
    switch outcome {
    case .error, .fail: self = .bad
    case .unknown, .manual, .waived: self = .open
    case .pass: self = .good
    case .info, .notApplicable, .notInForce, .notSelected: self = .plain
    }
  }

  /// The tone that goes with an overall verdict.
  init(_ verdict: Summary.Verdict) {
    switch verdict {
    case .potentialViolations: self = .bad
    case .incomplete: self = .open
    case .noneFound: self = .good
    }
  }
}
