import Diagnostics
import Findings

// Tables that several documents share.

extension BlockWriter {
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
