import Diagnostics
import Findings

// How much the awards are.

extension ReviewOpinion {
  /// A measure that comes to the same for several things.
  private struct MeasureRow {
    let first: Int
    var findings: [Int]
  }

  /// The measures, which judge nothing.
  mutating func writeAdequacy() {
    putNote(
      ko: "보상의 수준을 보이는 지표로, 충족 여부를 정하지 않음.",
      en: "Measures that show the level of the awards; they decide nothing.")
    writeMeasures(outline.measured)
    if !outline.unmeasured.isEmpty {
      let names = RuleLine.lines(outline.unmeasured, words).map(words.ruleName).joined(separator: "; ")
      putNote(ko: "잴 대상이 없는 지표: \(names).", en: "Measures with nothing to measure: \(names).")
    }
    guard let annex = outline.label(.uncomputed) else { return }
    let count = outline.uncomputed.count
    putNote(
      ko: "자료가 없어 계산하지 못한 지표 \(count)건은 \(annex)에 적음.",
      en: "\(count == 1 ? "1 measure lacks" : "\(count) measures lack") a fact: see \(annex).")
  }

  /// Measures in a table: what each comes to, for what, and how it was worked out.
  mutating func writeMeasures(_ findings: [Int]) {
    let rows = rows(of: findings).map { row in
      let finding = report.findings[row.first]
      return [
        TableCell(words.say(finding.title), header: true), TableCell(words.measured(finding)),
        TableCell(paragraphs: withLines(row.findings).map { [Run($0)] }),
        TableCell(paragraphs: words.workings(of: finding).map { [Run($0)] }),
        TableCell(words.basis(of: finding)),
      ]
    }
    putTable(
      say(ko: "지표의 값", en: "Values of the measures"),
      [
        column(ko: "지표", en: "Measure", weight: 5), column(ko: "값", en: "Value", weight: 3),
        column(ko: "대상(근거가 된 행)", en: "Of (lines that decided)", weight: 6),
        column(ko: "계산과 빠진 사실", en: "Worked, and what is missing", weight: 7),
        column(ko: "근거", en: "Basis", weight: 4),
      ], rows)
  }

  private func rows(of findings: [Int]) -> [MeasureRow] {
    var rows: [MeasureRow] = []
    var places: [GroupKey: Int] = [:]
    for index in findings {
      let finding = report.findings[index]
      var key = GroupKey()
      for text in [finding.rule, words.measured(finding)] + words.workings(of: finding) { key.add(text) }
      if let place = places[key] {
        rows[place].findings.append(index)
      } else {
        places[key] = rows.count
        rows.append(MeasureRow(first: index, findings: [index]))
      }
    }
    return rows
  }
}
