import Diagnostics
import Findings

extension Workbook {
  /// Facts to supply.
  mutating func writeNeeds() {
    startTable(
      say(ko: "보완 자료", en: "Needs"),
      [
        (say(ko: "사실", en: "Fact"), 40), (say(ko: "경로", en: "Path"), 44),
        (say(ko: "까닭", en: "Why"), 24), (say(ko: "걸린 점검 항목", en: "Findings waiting"), 12),
        (say(ko: "이것만으로 점검 가능", en: "Waiting for this alone"), 12), (say(ko: "파일", en: "File"), 30),
        (say(ko: "행", en: "Line"), 8),
      ])
    for report in reports {
      for need in report.needs {
        put(
          report,
          [
            .text(say(need.name)), .text(need.path), .text(say(need.kind.words)),
            .whole(need.findings), .whole(need.alone), .text(ifAny: need.location?.file),
            need.location.map { .whole($0.line) } ?? .empty,
          ])
      }
    }
    output.endSheet()
  }

  /// Numbers and rows of tables that findings used.
  mutating func writeNumbers() {
    let isTightened = holds { $0.parameters.contains { $0.tightened != nil } }
    startTable(
      say(ko: "수치", en: "Numbers"),
      [
        (say(ko: "기준", en: "Guideline"), 30), (say(ko: "종류", en: "Kind"), 10),
        (say(ko: "수치", en: "Title"), 34), (say(ko: "값", en: "Value"), 30),
        (say(ko: "상태", en: "Status"), 22), (say(ko: "시행", en: "Since"), 14),
        (say(ko: "적용일", en: "As of"), 14), (say(ko: "근거", en: "Citation"), 36),
        (say(ko: "이후 판", en: "Later versions"), 36), (say(ko: "쓴 점검 항목", en: "Findings"), 10),
      ] + (isTightened ? [(say(ko: "프로파일 강화", en: "Tightened"), 20)] : [])
        + [(say(ko: "식에 쓰는 이름", en: "Name in expressions"), 26)])
    for report in reports {
      let words = FindingText(report, language)
      for use in NumberUse.all(of: report) { put(report, use.cells(words, tightened: isTightened)) }
    }
    output.endSheet()
  }

  /// Measures of how adequate awards are.
  mutating func writeAdequacy() {
    startTable(
      say(ko: "적정성", en: "Adequacy"),
      [
        (say(ko: "대상", en: "Subject"), 30), (say(ko: "지표", en: "Measure"), 44),
        (say(ko: "값", en: "Value"), 20), (say(ko: "결과", en: "Outcome"), 16),
        (say(ko: "계산", en: "Calculation"), 50),
        (say(ko: "보완할 자료", en: "Missing facts"), 44), (say(ko: "적용 수치", en: "Numbers applied"), 44),
        (say(ko: "점검 항목", en: "Finding"), 30),
      ])
    for report in reports {
      let rows = FindingRows(
        report, language,
        columns: [
          .subject, .title, .stated, .outcome, .calculation, .missing, .numbers, .findingID,
        ])
      var cells: [SheetCell] = []
      for index in report.findings.indices where report.findings[index].heading.isMeasure {
        rows.fill(&cells, with: report.findings[index])
        output.put(cells)
      }
    }
    output.endSheet()
  }

  /// A row for each finding with a deadline.
  mutating func writeDeadlines() {
    let hasDays = reports.contains { $0.day != nil }
    startTable(
      say(ko: "기한", en: "Deadlines"),
      [
        (say(FixColumn.weight.title), 22), (say(ko: "기한의 이름", en: "Deadline"), 34),
        (say(ko: "대상", en: "Subject"), 28), (say(ko: "마지막 날", en: "Last day"), 20),
      ]
        + (hasDays
          ? [(say(FixColumn.daysLeft.title), 10), (say(FixColumn.mostDaysLeft.title), 10)] : [])
        + [
          (say(ko: "법의 말", en: "In words of the law"), 24), (say(ko: "기산일", en: "Counted from"), 20),
          (say(ko: "상태", en: "State"), 22), (say(ko: "유의", en: "Note"), 24),
          (say(ko: "결과", en: "Outcome"), 16), (say(ko: "효력", en: "Effect"), 12),
          (say(ko: "근거 조문", en: "Citations"), 40), (say(ko: "점검 항목", en: "Finding"), 30),
        ])
    for report in reports {
      let text = FindingText(report, language)
      for line in DeadlineLine.lines(of: report, language) {
        for index in line.findings {
          put(report, cells(line, report.findings[index], text, hasDays: hasDays))
        }
      }
      // What is not asked has no state, but a day.
      for finding in report.findings
      where finding.deadline != nil && DeadlineLine.State.isNone(finding.outcome) {
        put(report, cells(nil, finding, text, hasDays: hasDays))
      }
    }
    output.endSheet()
  }

  private func cells(
    _ line: DeadlineLine?, _ finding: Finding, _ text: FindingText, hasDays: Bool
  ) -> [SheetCell] {
    func cell(_ value: ReportValue?) -> SheetCell {
      value.map { .value($0, words: text.formatter.text($0)) } ?? .empty
    }
    guard let deadline = finding.deadline else { return [] }
    let days: [SheetCell] = [
      line?.daysLeft.map { .whole($0.lowerBound) } ?? .empty,
      line?.daysLeft.map { .whole($0.upperBound) } ?? .empty,
    ]
    let head: [SheetCell] = [
      .text(text.words.title(of: DeadlineLine.Weight(finding.effect))), .text(say(deadline.title)),
      .text(text.subject(finding)), cell(deadline.last),
    ]
    return head + (hasDays ? days : []) + [
      .text(ifAny: deadline.text.map(say)), cell(deadline.from), .text(ifAny: line.map(text.words.state)),
      .text(ifAny: line.map { text.words.marks(of: $0).joined(separator: ", ") }),
      .outcome(finding.outcome, words: say(finding.word)), .text(say(finding.effect.label)),
      .lines(text.citations(finding.heading)), .text(finding.id),
    ]
  }

  /// What an authority found in place of what the company states.
  mutating func writeOverlaidFacts() {
    guard reports.contains(where: { $0.facts != nil }) else { return }
    startTable(
      say(ko: "기관 확인 사실", en: "Facts of an authority"),
      [
        (say(ko: "확인한 기관", en: "Found by"), 24), (say(ko: "확인일", en: "On"), 14),
        (say(ko: "사실", en: "Fact"), 36), (say(ko: "경로", en: "Path"), 40),
        (say(ko: "보상안의 기재", en: "The scheme states"), 26), (say(ko: "보상안의 위치", en: "Stated at"), 30),
        (say(ko: "기관이 확인한 값", en: "The authority found"), 26),
        (say(ko: "확인 자료의 위치", en: "Found at"), 30),
      ])
    for report in reports {
      guard let facts = report.facts else { continue }
      let words = FindingText(report, language)
      for difference in facts.differences {
        put(
          report,
          [
            .text(facts.by),
            facts.on.map { .day($0, words: DateText.day($0, language)) } ?? .empty,
            .text(say(difference.name)), .text(difference.path),
            difference.company.map { .value($0, words: words.formatter.text($0)) }
              ?? .text(words.formatter.notStated),
            .text(ifAny: words.place(difference.companyLocation)),
            .value(difference.authority, words: words.formatter.text(difference.authority)),
            .text(words.place(difference.location)),
          ])
      }
    }
    output.endSheet()
  }

  /// The files that were read.
  mutating func writeInputs() {
    startTable(
      say(ko: "입력", en: "Inputs"),
      [
        (say(ko: "파일", en: "File"), 54), ("SHA-256", 68), (say(ko: "형식", en: "Format"), 28),
      ])
    for report in reports {
      for input in report.inputs {
        put(report, [.text(input.path), .text(input.sha256), .text(ifAny: input.format)])
      }
    }
    output.endSheet()
  }

  /// Rules that were not asked and articles without a rule.
  mutating func writeNotAudited() {
    startTable(
      say(ko: "점검하지 않은 것", en: "Not audited"),
      [
        (say(ko: "종류", en: "Kind"), 16), (say(ko: "법령·기준", en: "Instrument"), 34),
        (say(ko: "조문·규칙", en: "Article or rule"), 26), (say(ko: "제목", en: "Title"), 40),
        (say(ko: "까닭", en: "Why"), 50), (say(ko: "조문 번호의 연혁·시행 기간", en: "Numbers, days in force"), 40),
      ])
    for report in reports {
      let words = FindingText(report, language)
      let whole = ReportText(report, language)
      for finding in report.findings {
        switch finding.outcome {
        case .notInForce, .notSelected:
          let dates = words.dates(finding)
          let days = [words.inForce(finding.heading.inForce)].filter { !$0.isEmpty } + dates
          put(
            report,
            [
              .text(say(ko: "규칙", en: "rule")), .text(words.policy(finding.heading)),
              .text(finding.id), .text(words.title(finding.heading)),
              .outcome(finding.outcome, words: say(finding.word)), days.isEmpty ? .empty : .lines(days),
            ])
        case .pass, .fail, .unknown, .manual, .waived, .notApplicable, .info, .error: break
        }
      }
      for article in report.notCovered {
        let numbers = whole.numbers(article)
        put(
          report,
          [
            .text(say(ko: "규칙이 없는 조문", en: "article without a rule")),
            .text(say(article.instrument)), .text(say(article.article)), .text(ifAny: article.title.map(say)),
            .text(ifAny: article.why.map(say)), numbers.isEmpty ? .empty : .lines(numbers),
          ])
      }
    }
    output.endSheet()
  }
}
