import Diagnostics
import Findings

extension BlockWriter {
  /// What a reader must see first: what kind of document was audited, under which law, with whose facts.
  mutating func putBanners(_ words: FindingWords) {
    for banner in words.banners {
      if !banner.text.isEmpty { put(.paragraph([Run(banner.text)], .banner)) }
      if let note = banner.note { put(.paragraph([Run(note)], .note)) }
    }
    if let facts = words.report.facts { put(.paragraph([Run(words.precedence(of: facts))], .banner)) }
  }

  /// The overall verdict with its reason, and what it is not.
  mutating func putVerdict(_ words: FindingWords) {
    let verdict = words.report.summary.verdict
    put(.paragraph([Run(words.say(verdict.word), strong: true, tone: Run.Tone(verdict))]))
    put(.paragraph([Run(words.verdictReason)]))
    put(.paragraph([Run("(\(words.disclaimer))", tone: .faint)], .note))
  }

  /// What was audited and by which law, in labelled rows; with `facts` also what the scheme states of itself and of
  /// the incident, else only who answers for it.
  mutating func putScope(_ words: FindingWords, facts: Bool) {
    let report = words.report
    var rows: [LabelledRow] = []
    func add(ko: String, en: String, _ text: [Run]) {
      rows.append(LabelledRow(words.say(ko: ko, en: en), text))
    }
    if !words.schemeName.isEmpty { add(ko: "보상안", en: "Scheme", [Run(words.schemeName, strong: true)]) }
    add(
      ko: "파일", en: "File",
      [
        Run(report.scheme.path, code: true),
        Run(words.say(ko: " (행 번호는 이 파일의 행임)", en: " (lines named below are its lines)")),
      ])
    let headlines = OpinionHeadlines(words)
    rows += facts ? headlines.rows : headlines.parties
    add(ko: "적용일", en: "Law", [Run(words.lawDate)])
    if facts, let zone = words.timeZone { add(ko: "시각", en: "Times", [Run(zone)]) }
    if let profile = words.profile { add(ko: "선별", en: "Profile", [Run(profile)]) }
    if !report.options.waivers.isEmpty {
      add(ko: "유예", en: "Waivers", [Run(report.options.waivers.joined(separator: ", "))])
    }
    if !report.options.decisions.isEmpty {
      add(ko: "의견", en: "Decisions", [Run(report.options.decisions.joined(separator: ", "))])
    }
    if let facts = report.facts {
      add(ko: "기관 확인", en: "Facts found", [Run("\(facts.by) (\(words.source(of: facts)))")])
    }
    put(.rows(rows))
  }

  /// The deadlines of findings in a table for each weight, with what the days left are counted from.
  ///
  /// - Parameter scheme: the scheme's name, for tables that are read apart from the document.
  mutating func putDeadlines(
    _ lines: [DeadlineLine], _ words: FindingWords, scheme: String? = nil, namesOption: Bool = false
  ) {
    for weight in DeadlineLine.Weight.allCases {
      let weighed = lines.filter { $0.weight == weight }
      guard !weighed.isEmpty else { continue }
      let caption = [words.title(of: weight), scheme].compactMap { $0 }.joined(separator: " — ")
      put(.paragraph([Run(words.title(of: weight), strong: true)]))
      putDeadlines(ofOneWeight: weighed, words, caption: caption)
    }
    put(.paragraph([Run(words.deadlineRemark(namesOption: namesOption))], .note))
  }

  private mutating func putDeadlines(
    ofOneWeight lines: [DeadlineLine], _ words: FindingWords, caption: String
  ) {
    let hasDays = words.report.day != nil
    var columns = [
      TableHead.Column(words.say(ko: "기한", en: "Deadline"), weight: 4),
      TableHead.Column(words.say(ko: "대상", en: "Subject"), weight: 4),
      TableHead.Column(words.say(ko: "마지막 날", en: "Last day"), weight: 3),
      TableHead.Column(words.say(ko: "상태", en: "State"), weight: 3),
    ]
    if hasDays { columns.append(TableHead.Column(words.say(ko: "남은 날", en: "Days left"), weight: 2)) }
    columns.append(TableHead.Column(words.say(ko: "규칙", en: "Rule"), weight: 3))
    put(.tableStart(TableHead(caption, columns)))
    for line in lines {
      let finding = words.report.findings[line.findings[0]]
      var cells = [
        TableCell(words.say(line.deadline.title), header: true),
        TableCell(words.distinctSubjects(of: line.findings, most: 4)),
        TableCell(words.last(of: line)),
        TableCell(words.state(of: line), tone: Run.Tone(line)),
      ]
      if hasDays { cells.append(TableCell(words.daysLeft(of: line))) }
      cells.append(TableCell("\(finding.rule) (\(words.say(line.effect.label)))"))
      put(.tableRow(cells))
    }
    put(.tableEnd)
  }

  /// Missing facts in a table, those that most findings wait for first.
  mutating func putNeeds(_ groups: [NeedGroup], _ words: FindingWords, caption: String) {
    put(
      .tableStart(
        TableHead(
          caption,
          [
            TableHead.Column(words.say(ko: "보완할 사실", en: "Fact to supply"), weight: 4),
            TableHead.Column(words.say(ko: "걸린 항목", en: "Findings"), weight: 1, numeric: true),
            TableHead.Column(
              words.say(ko: "이것만으로 점검 가능", en: "Need nothing else"), weight: 2, numeric: true),
            TableHead.Column(words.say(ko: "적을 곳", en: "Where to write it"), weight: 5),
          ])))
    for group in groups {
      put(
        .tableRow([
          TableCell(words.name(of: group), header: true),
          TableCell("\(group.findings)"),
          TableCell("\(group.alone)"),
          TableCell(paragraphs: words.placesToWrite(group).map { [Run($0)] }),
        ]))
    }
    put(.tableEnd)
  }

  /// What was read and by what, so that the result can be repeated.
  mutating func putInputs(_ words: FindingWords) {
    let report = words.report
    put(
      .tableStart(
        TableHead(
          words.say(ko: "입력 파일과 SHA-256 값", en: "Input files with their SHA-256"),
          [
            TableHead.Column(words.say(ko: "파일", en: "File"), weight: 3),
            TableHead.Column(words.say(ko: "형식", en: "Format"), weight: 2),
            TableHead.Column("SHA-256", weight: 4),
          ])))
    for input in report.inputs {
      put(
        .tableRow([
          TableCell([Run(input.path, code: true)], header: true), TableCell(input.format ?? ""),
          TableCell([Run(input.sha256, code: true)]),
        ]))
    }
    put(.tableEnd)
    let tool = "\(report.tool.name) \(report.tool.version)"
    let exit = report.summary.exit
    put(
      .paragraph(
        [Run(words.say(ko: "\(tool) · 종료 상태 \(exit)", en: "\(tool) · exit status \(exit)"))], .note))
  }
}

extension Run.Tone {
  /// The tone that goes with what became of a deadline: only what somebody has to keep can be bad.
  init(_ line: DeadlineLine) {
    switch (line.state, line.weight) {
    case (.missed, .duty): self = .bad
    case (.missed, .reference), (.unmet, _), (.open, _), (.waived, _): self = .open
    case (.met, _): self = .good
    }
  }
}
