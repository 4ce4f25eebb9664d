import Diagnostics
import Findings

// What the company is asked, and what a person must decide: a point for each rule.

extension ReviewOpinion {
  /// The points of a section: each rule with what it says of whom, why, and what may be done.
  mutating func writePoints(of section: OpinionSection) {
    if section == .reference {
      putNote(
        ko: "시행 전의 안이나 구속력이 없는 참고 기준에 비추어 본 것으로, 이행을 요구하는 근거가 되지 않음. 참고 의견을 따르거나 확인되지 않은 사실을 낼 의무가 없음",
        en:
          "Seen against drafts and reference criteria that bind nobody: no ground for a demand. Nothing here need be followed or supplied."
      )
    }
    for point in outline.points[section] ?? [] { write(point, of: section) }
  }

  private mutating func write(_ point: OpinionOutline.Point, of section: OpinionSection) {
    writeHead(point, counts: true)
    let first = report.findings[point.block.first]
    if let text = first.heading.text {
      let label = Run(say(ko: "내용: ", en: "Requirement: "), strong: true)
      put(.paragraph([label, Run(words.say(text))], .inset))
    }
    for part in point.block.sections {
      if part.outcome == .unknown {
        writeUndecided(part, isAlone: point.block.sections.count == 1, asks: section != .reference)
      } else {
        for entry in part.entries { writeDecided(entry) }
      }
    }
  }

  private mutating func writeHead(_ point: OpinionOutline.Point, counts: Bool) {
    let block = point.block
    let first = report.findings[block.first]
    var head = [Run(words.name(of: block), strong: true)]
    if counts {
      let worst = block.sections.first?.outcome ?? first.outcome
      head += [Run(" — "), Run(words.counts(of: block), tone: Run.Tone(worst))]
    }
    self.point(head, level: 1)
    put(
      .paragraph(
        [Run(say(ko: "근거: ", en: "Source: "), strong: true), Run(words.dated(sourceOf: first))], .inset))
  }

  private mutating func writeDecided(_ entry: RuleBlock.Entry) {
    let finding = report.findings[entry.findings[0]]
    let message = finding.message.map(words.statement) ?? words.say(finding.word)
    point(about: words.subjectsWithPart(of: entry), words.withoutName(message, of: finding))
    writeGrounds(of: entry)
    let comparison = words.comparison(of: finding)
    if let stated = comparison.stated { detail(ko: "기재", en: "Stated", stated) }
    if let required = comparison.required { detail(ko: "기준", en: "Required", required) }
    for number in finding.parameters {
      let name = words.label(of: number)
      detail(ko: name.ko, en: name.en, words.number(number, of: finding.heading).text)
    }
    for row in finding.tables {
      detail(ko: "계산표", en: "Table", words.row(row, of: finding.heading).text)
    }
    if let doubt = words.doubt(of: finding) { detail(ko: "유의", en: "Not firm", doubt) }
    writeRelief(of: finding)
    if let proposal = words.proposal(of: finding) { detail(proposal.label, proposal.text) }
  }

  /// What was computed, the stated facts that decided, and where to look.
  private mutating func writeGrounds(of entry: RuleBlock.Entry) {
    let finding = report.findings[entry.findings[0]]
    if let example = words.example(of: entry) { detail(ko: "예", en: "Shown", example) }
    for line in words.workedLines(of: finding) {
      detail(ko: "계산", en: "Worked", line.text)
    }
    let facts = words.grounds(of: finding)
    if !facts.isEmpty { detail(ko: "사실", en: "Facts", facts) }
    for text in words.assumptions(of: [finding]) { detail(ko: "전제", en: "Assumed", text) }
    for failures in finding.further { detail(ko: "그 밖", en: "Beside", words.further(failures)) }
    if facts.isEmpty || entry.findings.count > 1, let lines = words.lines(of: entry) {
      detail(ko: "위치", en: "At", lines)
    }
  }

  private mutating func writeRelief(of finding: Finding) {
    if let exception = finding.exception { detail(ko: "예외", en: "Exception", words.exception(exception)) }
    if let proof = words.proof(of: finding) { detail(ko: "입증", en: "Proof", proof) }
  }

  /// What waits for facts; `asks`: the company is asked for them, else they are only named.
  private mutating func writeUndecided(_ section: RuleBlock.Section, isAlone: Bool, asks: Bool) {
    let undecided = UndecidedSection(section, words)
    writeCommon(undecided, section, isAlone: isAlone)
    let label =
      asks
      ? say(ko: "보완할 자료", en: "to be supplied") : say(ko: "확인되지 않은 사실", en: "not known")
    for entry in undecided.entries {
      let text =
        entry.supply.isEmpty
        ? say(ko: "판단할 자료가 기준에 없음 — ", en: "the policy lacks what it would be decided by — ") + entry.gap
        : "\(label) — \(entry.supply)"
      point(about: entry.subjects.joined(separator: "; "), text)
      if let message = entry.first.message.map(words.statement) { detail(ko: "내용", en: "Note", message) }
      if !entry.required.isEmpty { detail(ko: "기준", en: "Required", entry.required) }
      for text in entry.assumptions { detail(ko: "전제", en: "Assumed", text) }
      if let exception = entry.exception { detail(ko: "예외", en: "Exception", words.exception(exception)) }
    }
  }

  /// Begins what waits for facts, where other outcomes stand before it, with what all its subjects share.
  private mutating func writeCommon(
    _ undecided: UndecidedSection, _ section: RuleBlock.Section, isAlone: Bool
  ) {
    var shared: [String] = []
    if !undecided.required.isEmpty {
      shared.append(say(ko: "공통 기준: ", en: "required of all: ") + undecided.required.joined(separator: "; "))
    }
    if let exception = undecided.exception {
      shared.append(say(ko: "공통 예외: ", en: "exception open for all: ") + words.exception(exception))
    }
    guard !shared.isEmpty || !isAlone else { return }
    let text = Run(words.capitalised(shared.joined(separator: ". ")))
    guard !isAlone else { return put(.paragraph([text], .inset)) }
    let head = Run(words.capitalised(section.word), strong: true, tone: .open)
    put(.paragraph(shared.isEmpty ? [head] : [head, Run(" — "), text], .inset))
  }

  // ── what a person must decide ──────────────────────────────────────────────

  /// The questions to a person, each with the facts that were computed for it.
  mutating func writeQuestions() {
    putNote(
      ko: "규칙이 판단을 사람에게 맡긴 사항임. 계산된 사실만 적고 결론은 적지 않음.",
      en: "The rules leave these to a person. Only computed facts are given, no conclusion.")
    for point in outline.points[.questions] ?? [] {
      writeHead(point, counts: false)
      for entry in point.block.sections.flatMap(\.entries) { writeQuestion(entry) }
    }
  }

  private mutating func writeQuestion(_ entry: RuleBlock.Entry) {
    let finding = report.findings[entry.findings[0]]
    let question = (finding.question ?? finding.message).map(words.say) ?? words.say(finding.word)
    point(about: words.subjectsWithPart(of: entry), words.withoutName(question, of: finding))
    writeGrounds(of: entry)
    writeRelief(of: finding)
  }
}
