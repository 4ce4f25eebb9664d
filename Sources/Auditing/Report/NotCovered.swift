import Diagnostics
import Expressions
import Findings
import Policies

/// The provisions that the registers name and no rule checks.
enum NotCovered {
  /// In the order of the registers, with the numbers that the articles bore on a day; nil: their last numbers.
  static func articles(of registers: [Register], on day: Day?) -> [UncoveredArticle] {
    registers.flatMap { register in
      register.instruments.flatMap { instrument in
        instrument.articles.filter { !$0.isCovered }.map { article in
          let numbers = article.numbers
          // Before its first day an article is shown by its first number, after its last by the last.
          let version =
            day.map { day in
              numbers.versions.last { $0.from.map { $0 <= day } ?? true } ?? numbers.versions.first
            }
            ?? numbers.versions.last
          return UncoveredArticle(
            instrument: instrument.title, article: version?.value ?? LocalizedText(article.id), on: day?.iso,
            numbers: Self.numbers(numbers), title: article.title, why: article.why)
        }
      }
    }
  }

  private static func numbers(_ history: Dated<LocalizedText>) -> [UncoveredArticle.Number] {
    let all = history.versions.enumerated().map { index, version in
      UncoveredArticle.Number(
        article: version.value, from: version.from?.iso, to: history.lastDay(of: index)?.iso,
        verified: version.provenance.isVerified)
    }
    return all.count == 1 && all[0].from == nil && all[0].to == nil && all[0].verified ? [] : all
  }

  /// The day by which the law of a report was picked: the one asked for, else the one that most rules went by, the
  /// earliest of several; nil where no rule went by one.
  static func day(asked: Day?, findings: [Finding]) -> Day? {
    if let asked { return asked }
    var counts: [String: Int] = [:]
    var rule: String?
    // Findings of a rule follow each other.
    for finding in findings where finding.rule != rule {
      guard let date = finding.dates.first?.value, date.type == .date else { continue }
      rule = finding.rule
      counts[date.text, default: 0] += 1
    }
    let most = counts.values.max()
    return counts.filter { $0.value == most }.keys.min().flatMap { Day(iso: $0) }
  }
}
