import Diagnostics
import Findings

extension FindingsDocument {
  /// The findings that a reader has to look at, by effect and severity.
  mutating func writeFindings() {
    heading(ko: "확인할 사항", en: "Findings to act on", anchor: "findings")
    guard !blocks.isEmpty else {
      return paragraph(
        say(
          ko: "미충족, 자료 보완 필요, 판단 필요, 유예, 참고에 해당하는 항목이 없음",
          en: "Nothing failed, was left undecided, waived or noted."))
    }
    for part in blocks {
      let counts = words.counts(of: part.blocks.flatMap(\.sections), part.effect)
      let label = numbering.next(2)
      writer.put(
        .heading(
          [Run("\(label) \(say(part.effect.label)) — \(counts)")], level: level + 1,
          anchor: "\(prefix)effect-\(part.effect.rawValue)"))
      for block in part.blocks { write(block) }
    }
  }

  private mutating func write(_ block: RuleBlock) {
    var told: (rows: [LabelledRow], name: String, anchor: String)?
    for (number, section) in block.sections.enumerated() {
      let first = report.findings[section.entries[0].findings[0]]
      let anchor = "\(prefix)finding-\(block.first + 1)" + (number == 0 ? "" : "-\(number + 1)")
      writer.put(
        .groupStart(
          FindingGroup(
            anchor: anchor, effect: first.effect.rawValue, outcome: section.outcome.rawValue,
            policy: first.policy, rule: first.rule, findings: section.count, owners: owners(of: section),
            subjects: subjects(of: section))))
      writer.put(
        .heading(
          [
            Run("[\(section.word)]", strong: true, tone: Self.tone(of: section.outcome)),
            Run(" \(title(of: section))"),
          ], level: 3))
      let rows = ruleRows(first)
      if let told, told.rows == rows {
        writer.put(
          .rows([
            LabelledRow(
              say(ko: "근거", en: "Source"),
              [
                Run(say(ko: "앞의 항목과 같음: ", en: "as above: ")),
                Run(told.name, link: .anchor(told.anchor)),
              ])
          ]))
      } else {
        told = (rows, "[\(section.word)] \(title(of: section))", anchor)
        writer.put(.rows(rows + sanctionRows(first, fails: section.outcome == .fail)))
      }
      write(section)
      writer.put(.groupEnd)
    }
  }

  /// What people call the subjects of a section.
  private func subjects(of section: RuleBlock.Section) -> [FindingGroup.Share] {
    section.entries.flatMap(\.findings).map { FindingGroup.Share(words.subject(of: report.findings[$0])) }
  }

  /// Operators and services that the findings of a section are about: those of an award and of what lies in a service
  /// too.
  private func owners(of section: RuleBlock.Section) -> [FindingGroup.Share] {
    section.entries.flatMap(\.findings).flatMap { index in
      elements.names(of: report.findings[index], words.language).map { FindingGroup.Share($0) }
    }
  }

  /// The rule, or the only part that a section is about, with the number of findings where there are several.
  private func title(of section: RuleBlock.Section) -> String {
    let first = report.findings[section.entries[0].findings[0]]
    var title = words.ruleName(of: first)
    if let part = section.part { title = words.partName(ofRule: report.findings[part]) ?? title }
    return section.count > 1 ? "\(title) (\(words.findings(section.count)))" : title
  }

  /// Who asks what, and where it is written: the same for all subjects and mostly for all parts.
  private func ruleRows(_ finding: Finding) -> [LabelledRow] {
    let severity = say(finding.severity.label)
    let weight = say(ko: "중요도 \(severity)", en: "severity: \(severity)")
    var rows = [
      row(ko: "근거", en: "Source", words.source(of: finding)),
      row(ko: "기준", en: "Policy", "\(words.policyTitle(of: finding)) · \(weight)"),
    ]
    if let text = finding.heading.text { rows.append(row(ko: "내용", en: "Requirement", say(text))) }
    if let row = explanationRow(finding.heading) { rows.append(row) }
    return rows
  }

  private func sanctionRows(_ finding: Finding, fails: Bool) -> [LabelledRow] {
    guard fails, let sanction = finding.heading.sanction else { return [] }
    return [row(ko: "제재", en: "Sanction", say(sanction))]
  }

  /// Where a reader learns more of a rule.
  private func explanationRow(_ heading: RuleHeading) -> LabelledRow? {
    switch heading.explanation(words.language) {
    case .page(let address):
      LabelledRow(say(ko: "해설", en: "Explained"), [Run(address, link: .address(address))])
    case .statute(let address):
      LabelledRow(say(ko: "법령 원문", en: "Text of the law"), [Run(address, link: .address(address))])
    case .command(let command): LabelledRow(say(ko: "해설", en: "Explained"), [Run(command, code: true)])
    case nil: nil
    }
  }

  /// A label with its text.
  func row(ko: String, en: String, _ text: String) -> LabelledRow {
    LabelledRow(say(ko: ko, en: en), [Run(text)])
  }

  private mutating func write(_ section: RuleBlock.Section) {
    if section.outcome == .unknown, !words.listsAll { return writeUndecided(section) }
    let shared = words.sharedParameters(section)
    let doubt = words.listsAll ? nil : words.sharedDoubt(section)
    let heading = report.findings[section.entries[0].findings[0]].heading
    var rows = shared.map { numberRow($0, of: heading) }
    if let doubt { rows.append(row(ko: "유의", en: "Not firm", doubt)) }
    if !rows.isEmpty { writer.put(.rows(rows)) }
    for entry in section.entries { write(entry, without: shared, sharesDoubt: doubt != nil) }
  }

  /// What an entry is about, in a point of its own.
  private mutating func writeSubjects(_ text: String, isOpen: Bool = true) {
    writer.put(.item([Run(text, strong: true)], label: say(ko: "○", en: "-"), level: 1))
  }

  // ── decided ────────────────────────────────────────────────────────────────

  /// Findings that say the same: who, what is said, what it rests on, what to do.
  private mutating func write(_ entry: RuleBlock.Entry, without shared: [ParameterUse], sharesDoubt: Bool) {
    let finding = report.findings[entry.findings[0]]
    var title = words.subjects(of: entry.findings, most: 8)
    let isNote = finding.outcome == .info
    if isNote, let value = words.stated(of: finding) { title += ": \(value)" }
    writeSubjects(title)
    if let message = finding.message { writer.put(.paragraph([Run(say(message))], .inset)) }
    if let question = finding.question {
      let lead = Run(say(ko: "질문: ", en: "Question: "), strong: true)
      writer.put(.paragraph([lead, Run(say(question))], .inset))
    }
    if let example = words.example(of: entry) { writer.put(.paragraph([Run(example)], .inset)) }
    if !isNote, finding.outcome != .error, let line = sourceLine(of: finding) { writer.put(.source(line)) }
    var rows: [LabelledRow] = []
    rows += gapRows(finding)
    if !isNote, finding.outcome != .error, let place = words.place(of: entry) {
      rows.append(LabelledRow(say(ko: "위치", en: "At"), [Run(place, code: true)]))
    }
    if !isNote {
      let (stated, required) = words.comparison(of: finding)
      if let stated { rows.append(row(ko: "기재", en: "Stated", stated)) }
      if let required { rows.append(row(ko: "요구", en: "Required", required)) }
      if finding.outcome == .fail, let difference = words.difference(of: finding) {
        rows.append(row(ko: "차이", en: "Difference", difference))
      }
    }
    rows += calculationRows(finding)
    rows += finding.parameters.filter { !shared.contains($0) }.map {
      numberRow($0, of: finding.heading)
    }
    rows += finding.tables.map { tableRow(words.row($0, of: finding.heading)) }
    if !sharesDoubt, let doubt = words.doubt(of: finding) {
      rows.append(row(ko: "유의", en: "Not firm", doubt))
    }
    if !isNote || words.listsAll { rows += factRows(finding) }
    rows += reliefRows(finding)
    rows += closingRows(finding)
    if !rows.isEmpty { writer.put(.rows(rows)) }
  }

  /// The line of the scheme to look at first, without its indentation.
  private func sourceLine(of finding: Finding) -> SourceLine? {
    guard let location = finding.location?.said(in: words.language), !location.excerpt.isEmpty else {
      return nil
    }
    let scalars = Array(location.excerpt.unicodeScalars)
    func text(_ part: ArraySlice<Unicode.Scalar>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: part)
      return String(view)
    }
    let start = min(max(0, location.column - location.excerptColumn), scalars.count)
    let isOneLine = location.endLine == location.line
    let end = isOneLine ? location.endColumn - location.excerptColumn : scalars.count
    let stop = min(max(start, end), scalars.count)
    let indent = scalars[..<start].prefix { $0 == " " }.count
    return SourceLine(
      file: location.file, number: location.line, before: text(scalars[indent..<start]),
      marked: text(scalars[start..<stop]), after: text(scalars[stop...]))
  }

  // ── undecided ──────────────────────────────────────────────────────────────

  /// Undecided subjects, with what they share above them.
  private mutating func writeUndecided(_ section: RuleBlock.Section) {
    let undecided = UndecidedSection(section, words)
    var rows = undecided.required.map { row(ko: "요구", en: "Required", $0) }
    if let exception = undecided.exception {
      rows.append(
        row(
          ko: "예외", en: "Exception",
          "\(exception.id) \(say(exception.title)) — \(words.state(of: exception))"
            + say(ko: "(별도 표시 제외)", en: " (unless another is named)")))
    }
    rows += undecided.versions.map { row(ko: "연혁", en: "Versions", $0) }
    if !rows.isEmpty { writer.put(.rows(rows)) }
    for entry in undecided.entries { write(entry, except: undecided.exception) }
  }

  /// Subjects that wait for the same facts: who, what to supply, which exception is open, what is asked.
  private mutating func write(_ entry: UndecidedSection.Entry, except known: ExceptionUse?) {
    for subjects in entry.subjects { writeSubjects(subjects) }
    if let message = entry.message { writer.put(.paragraph([Run(message)], .inset)) }
    var rows: [LabelledRow] = []
    if !entry.supply.isEmpty { rows.append(row(ko: "보완", en: "Supply", entry.supply)) }
    if !entry.gap.isEmpty { rows.append(row(ko: "공백", en: "Gap", entry.gap)) }
    if !entry.required.isEmpty { rows.append(row(ko: "요구", en: "Required", entry.required)) }
    rows += entry.assumptions.map { row(ko: "전제", en: "Assumed", $0) }
    rows += reliefRows(entry.first, except: known)
    if let deadline = entry.first.deadline { rows.append(deadlineRow(deadline)) }
    if !rows.isEmpty { writer.put(.rows(rows)) }
  }
}
