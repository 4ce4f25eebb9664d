import Diagnostics
import Findings

// Tables that several documents share.

extension DocumentWriter {
  /// Measures in a table, with how each was worked out and the lines of the facts that it rests on.
  mutating func putMeasures(_ things: [MeasuredThing], _ words: FindingWords) {
    func column(ko: String, en: String, _ weight: Int, numeric: Bool = false) -> TableHead.Column {
      TableHead.Column(words.say(ko: ko, en: en), weight: weight, numeric: numeric)
    }
    put(
      .tableStart(
        TableHead(
          words.say(ko: "지표의 값", en: "Values of the measures"),
          [
            column(ko: "대상", en: "Of", 3), column(ko: "지표", en: "Measure", 4),
            column(ko: "값", en: "Value", 2, numeric: true),
            column(ko: "계산과 빠진 사실", en: "Worked, and what is missing", 5), column(ko: "근거", en: "Basis", 3),
          ])))
    for index in things.lazy.flatMap(\.findings) {
      let finding = words.report.findings[index]
      let lines = words.deciding(finding)
      let basis = [words.basis(of: finding)] + (lines.isEmpty ? [] : [words.lineList(lines, most: 8)])
      put(
        .tableRow([
          TableCell(words.subject(of: finding), header: true), TableCell(words.say(finding.title)),
          TableCell(words.measured(finding)),
          TableCell(paragraphs: words.workings(of: finding).map { [Run($0)] }),
          TableCell(paragraphs: basis.map { [Run($0)] }),
        ]))
    }
    put(.tableEnd)
  }

  /// Articles without a rule in a table, with the reason, and the day whose numbers of articles are shown.
  mutating func putUncovered(_ words: FindingWords) {
    let report = words.report
    guard !report.notCovered.isEmpty else { return }
    put(
      .tableStart(
        TableHead(
          words.say(ko: "규칙이 없는 조문", en: "Articles without a rule"),
          [
            TableHead.Column(words.say(ko: "법령", en: "Instrument"), weight: 3),
            TableHead.Column(words.say(ko: "조문", en: "Article"), weight: 3),
            TableHead.Column(words.say(ko: "제목", en: "About"), weight: 3),
            TableHead.Column(words.say(ko: "까닭", en: "Why"), weight: 5),
          ])))
    for article in report.notCovered {
      var number = [[Run(words.say(article.article))]]
      if words.tellsNumbers(of: article) { number += article.numbers.map { [Run(words.number($0))] } }
      put(
        .tableRow([
          TableCell(words.say(article.instrument), header: true), TableCell(paragraphs: number),
          TableCell(article.title.map(words.say) ?? ""), TableCell(article.why.map(words.say) ?? ""),
        ]))
    }
    put(.tableEnd)
    if let day = words.articleDay { put(.paragraph([Run("(\(day))")], .note)) }
  }
}
