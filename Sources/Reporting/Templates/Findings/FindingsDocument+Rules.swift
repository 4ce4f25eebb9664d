import Diagnostics
import Findings

extension FindingsDocument {
  /// A rule with its findings counted.
  private struct Row {
    /// Places of the findings with the worst outcome.
    var worst: [Int]
    /// Findings by outcome.
    var counts: [Outcome: Int]
    var outcome: Outcome
  }

  /// Every rule in a row with what came of it, the strongest effect and the gravest outcome first.
  mutating func writeRules() {
    guard !report.rules.isEmpty else { return }
    heading(ko: "규칙별 결과", en: "Rule by rule", anchor: "rules")
    table(
      say(ko: "모든 규칙의 결과", en: "What came of every rule"),
      [
        column(ko: "규칙", en: "Rule", weight: 3), column(ko: "내용", en: "What it is about", weight: 5),
        column(ko: "효력", en: "Effect", weight: 2), column(ko: "중요도", en: "Severity"),
        column(ko: "결과", en: "Outcome", weight: 3), column(ko: "대상", en: "Subjects", weight: 4),
      ])
    for index in rowOrder {
      let (rule, row) = (report.rules[index.rule], index.row)
      let isMeasure = report.findings[row.worst[0]].heading.isMeasure
      let anchor = anchors[rule.rule] ?? (isMeasure ? "\(prefix)adequacy" : nil)
      let link = anchor.map { Run.Link.anchor($0) }
      writer.put(
        .tableRow([
          TableCell([Run(rule.rule, link: link)], header: true), TableCell(say(rule.title)),
          TableCell(say(rule.effect.label)), TableCell(say(rule.severity.label)),
          TableCell(outcomes(of: row, rule.effect)), TableCell(subjects(of: row)),
        ]))
    }
    writer.put(.tableEnd)
  }

  /// The rules in the order in which they are told, with their findings.
  private var rowOrder: [(rule: Int, row: Row)] {
    var rows: [String: Row] = [:]
    for index in report.findings.indices {
      let outcome = report.findings[index].outcome
      let rule = report.findings[index].rule
      guard let known = rows[rule]?.outcome else {
        rows[rule] = Row(worst: [index], counts: [outcome: 1], outcome: outcome)
        continue
      }
      rows[rule]?.counts[outcome, default: 0] += 1
      if outcome.badness < known.badness {
        rows[rule]?.outcome = outcome
        rows[rule]?.worst = [index]
      } else if outcome == known {
        rows[rule]?.worst.append(index)
      }
    }
    let (effects, severities) = (Effect.allCases, RuleSeverity.allCases)
    let ranked = report.rules.enumerated().map { place, rule in
      [
        effects.firstIndex(of: rule.effect) ?? 0, rule.outcome.badness,
        severities.firstIndex(of: rule.severity) ?? 0, place,
      ]
    }
    return ranked.indices.sorted { ranked[$0].lexicographicallyPrecedes(ranked[$1]) }.compactMap { place in
      rows[report.rules[place].rule].map { (place, $0) }
    }
  }

  /// What came of a rule: one word where it is the same for all, else counts.
  private func outcomes(of row: Row, _ effect: Effect) -> [Run] {
    if row.counts.count == 1 {
      let word = say(report.findings[row.worst[0]].word)
      return [Run(word, tone: Self.tone(of: row.outcome))]
    }
    var runs: [Run] = []
    for outcome in Outcome.worstFirst {
      guard let count = row.counts[outcome] else { continue }
      if !runs.isEmpty { runs.append(", ") }
      runs.append(Run("\(words.word(outcome, effect)) \(count)", tone: Self.tone(of: outcome)))
    }
    return runs
  }

  private func subjects(of row: Row) -> String {
    switch row.outcome {
    case .error, .fail, .unknown, .manual, .waived:
      return words.distinctSubjects(of: row.worst, most: 3)
    case .pass, .info, .notApplicable, .notInForce, .notSelected:
      let isWhole = row.worst.count == 1 && report.findings[row.worst[0]].subject == nil
      return isWhole ? words.subjects(of: row.worst, most: 1) : words.findings(row.worst.count)
    }
  }
}
