import Diagnostics
import Findings

// What came of each rule: of those that were asked, of those that were not, and what those that were met rest on.

extension ReviewOpinion {
  /// A rule with one outcome.
  private struct ResultRow {
    let first: Int
    var findings: [Int]
  }

  /// Whether findings of an outcome are told in the table of results.
  private static func isShown(_ outcome: Outcome) -> Bool {
    switch outcome {
    case .error, .fail, .unknown, .manual, .waived, .pass: true
    case .notApplicable, .notInForce, .notSelected, .info: false
    }
  }

  /// A row for each rule and outcome, with the parts and subjects that it came out so for and where more is said.
  mutating func writeResults() {
    let rows = resultRows.map { row in
      let first = report.findings[row.first]
      return [
        TableCell(words.ruleName(of: first), header: true), TableCell(words.say(first.effect.label)),
        TableCell(outcome(of: first), tone: Run.Tone(first.outcome)),
        TableCell(paragraphs: subjects(of: row).map { [Run($0)] }),
        TableCell(paragraphs: places(of: row).map { [Run($0)] }),
      ]
    }
    putTable(
      say(ko: "규칙별·대상별 점검 결과", en: "Results by rule and subject"),
      [
        column(ko: "규칙", en: "Rule", weight: 6), column(ko: "효력", en: "Effect", weight: 3),
        column(ko: "결과", en: "Outcome", weight: 4), column(ko: "대상", en: "Subjects", weight: 11),
        column(ko: "관련 항목", en: "See", weight: 3),
      ], rows)
    let left = [Outcome.info, .notApplicable, .notInForce, .notSelected]
    let elsewhere = told(left, ofMeasures: true, in: .adequacy) + told(left, ofMeasures: false, in: .outside)
    guard !elsewhere.isEmpty else { return }
    let list = elsewhere.joined(separator: ", ")
    putNote(ko: "이 표에 적지 않은 항목: \(list)", en: "Findings told elsewhere: \(list)")
  }

  /// `해당 없음 127(4.)`: findings of outcomes that another section tells.
  private func told(_ outcomes: [Outcome], ofMeasures: Bool, in section: OpinionSection) -> [String] {
    let label = outline.label(section).map { "(\($0))" } ?? ""
    var counts: [(word: String, count: Int)] = []
    let findings = outcomes.flatMap { outcome in
      report.findings.filter {
        $0.outcome == outcome && ($0.heading.isMeasure || outcome == .info) == ofMeasures
      }
    }
    for finding in findings {
      let word = words.say(finding.outcome == .notInForce ? finding.word : finding.outcome.word)
      if let place = counts.firstIndex(where: { $0.word == word }) {
        counts[place].count += 1
      } else {
        counts.append((word, 1))
      }
    }
    return counts.map { say(ko: "\($0.word) \($0.count)\(label)", en: "\($0.word) \($0.count) \(label)") }
  }

  private var resultRows: [ResultRow] {
    var rows: [ResultRow] = []
    var places: [GroupKey: Int] = [:]
    for index in report.findings.indices where Self.isShown(report.findings[index].outcome) {
      let finding = report.findings[index]
      var key = GroupKey()
      for text in [finding.policy, finding.rule, outcome(of: finding)] { key.add(text) }
      if let place = places[key] {
        rows[place].findings.append(index)
      } else {
        places[key] = rows.count
        rows.append(ResultRow(first: index, findings: [index]))
      }
    }
    return Effect.allCases.flatMap { effect in rows.filter { report.findings[$0.first].effect == effect } }
  }

  /// The outcome with the mark of a number that leaves it open to doubt.
  private func outcome(of finding: Finding) -> String {
    switch finding.outcome {
    case .pass, .fail: words.say(finding.word) + words.mark(of: finding)
    case .error, .unknown, .manual, .waived, .info, .notApplicable, .notInForce, .notSelected:
      words.say(finding.word)
    }
  }

  /// The subjects, a text for each set of parts that have the same ones.
  private func subjects(of row: ResultRow) -> [String] {
    PartLine.lines(of: PartLine.parts(of: row.findings, words), words).flatMap { line in
      var subjects = words.paragraphs(ofSubjects: line.findings, most: line.findings.count)
      if !line.names.isEmpty { subjects[0] = "\(line.names.joined(separator: ", ")): \(subjects[0])" }
      return subjects
    }
  }

  /// Where more is said of a row's findings.
  private func places(of row: ResultRow) -> [String] {
    let section: OpinionSection = report.findings[row.first].outcome == .pass ? .met : .outside
    var seen: Set<String> = []
    return row.findings.compactMap { outline.number(of: $0) ?? outline.label(section) }
      .filter { seen.insert($0).inserted }
  }

  // ── rules that were not applied ────────────────────────────────────────────

  /// Rules that do not apply, were not in force or not selected, or were put off: why, and for whom.
  mutating func writeOutside() {
    let (inapplicable, others) = (
      outline.outside.filter { report.findings[$0].outcome == .notApplicable },
      outline.outside.filter { report.findings[$0].outcome != .notApplicable }
    )
    let lines =
      words.notApplicableLines(inapplicable).shown
      + RuleLine.lines(others, words) { words.say($0.word) + ($0.waiver.map(words.waiver) ?? "") }
    let rows = Effect.allCases.flatMap { effect in
      lines.filter { report.findings[$0.first].effect == effect }
    }.map { line in
      let first = report.findings[line.first]
      let word = first.outcome == .notApplicable ? first.outcome.word : first.word
      var subjects = words.paragraphs(ofSubjects: line.findings, most: line.findings.count)
      let deciding = Set(line.findings.flatMap { words.deciding(report.findings[$0]) }).sorted()
      if first.outcome == .notApplicable, !deciding.isEmpty {
        let list = words.lineList(deciding, most: deciding.count)
        subjects.append(say(ko: "(근거: \(list))", en: "(by \(list))"))
      }
      var rule = [[Run(words.ruleName(of: line))]]
      let cites = words.citations(of: first)
      if !cites.isEmpty { rule.append([Run(cites, tone: .faint)]) }
      var name = TableCell(paragraphs: rule)
      name.isHeader = true
      return [
        name, TableCell(words.say(word)), TableCell(paragraphs: why(line).map { [Run($0)] }),
        TableCell(paragraphs: subjects.map { [Run($0)] }),
      ]
    }
    putTable(
      say(ko: "적용하지 않은 규칙", en: "Rules that were not applied"),
      [
        column(ko: "규칙과 근거", en: "Rule and source", weight: 10), column(ko: "결과", en: "Outcome", weight: 3),
        column(ko: "까닭", en: "Why", weight: 7), column(ko: "대상", en: "Subjects", weight: 9),
      ], rows)
  }

  private func why(_ line: RuleLine) -> [String] {
    let first = report.findings[line.first]
    switch first.outcome {
    case .notApplicable: return words.reasons(of: line)
    case .notInForce:
      let period = first.heading.inForce
      let days = words.days(from: period.from, to: period.to)
      let applied = words.lawDay(of: first).map { say(ko: "적용일 \($0)", en: "applied as of \($0)") }
      let force = days.isEmpty ? nil : say(ko: "\(days) 시행", en: "in force \(days)")
      return [force, applied].compactMap { $0 }
    case .waived: return first.waiver.map { [words.waiver($0)] } ?? []
    case .notSelected:
      return report.options.profile.map { [say(ko: "프로파일 \($0)이 고르지 않음", en: "not selected by \($0)")] } ?? []
    case .error, .fail, .unknown, .manual, .pass, .info: return []
    }
  }

  // ── what was met ───────────────────────────────────────────────────────────

  /// What was met, by rule, with the article, the lines that decided and what was assumed.
  mutating func writeMet() {
    let lines = RuleLine.lines(outline.met, words) { finding in
      words.mark(of: finding) + finding.assumed.map(\.name.ko).joined(separator: "\u{0}")
    }
    let rows = Effect.allCases.flatMap { effect in
      lines.filter { report.findings[$0.first].effect == effect }
    }.map { line in
      let first = report.findings[line.first]
      var notes = words.assumptions(of: line.findings.map { report.findings[$0] })
      if let proof = words.proof(of: first) { notes.append(proof) }
      if let exception = first.exception { notes.append(words.exception(exception)) }
      let mark = words.mark(of: first)
      return [
        TableCell(words.ruleName(of: line) + mark, header: true), TableCell(words.citations(of: first)),
        TableCell(paragraphs: withLines(line.findings).map { [Run($0)] }),
        TableCell(paragraphs: notes.map { [Run($0)] }),
      ]
    }
    putTable(
      say(ko: "충족으로 본 항목", en: "What was met"),
      [
        column(ko: "규칙", en: "Rule", weight: 5), column(ko: "근거 조문", en: "Source", weight: 4),
        column(ko: "대상(근거가 된 행)", en: "Subjects (lines that decided)", weight: 5),
        column(ko: "전제와 예외", en: "Assumed, excepted", weight: 5),
      ], rows)
  }

  /// Subjects with the lines that decided; those that follow each other with the same lines in one text.
  func withLines(_ findings: [Int]) -> [String] {
    var rows: [(findings: [Int], lines: [Int])] = []
    for index in findings {
      let lines = words.deciding(report.findings[index])
      if let last = rows.last, last.lines == lines {
        rows[rows.count - 1].findings.append(index)
      } else {
        rows.append(([index], lines))
      }
    }
    return rows.map { findings, lines in
      let subjects = words.subjects(of: findings, most: findings.count)
      return lines.isEmpty ? subjects : "\(subjects) (\(words.lineList(lines, most: lines.count)))"
    }
  }
}
