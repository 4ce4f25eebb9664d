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
          let version = day.flatMap { article.numbers.index(on: $0) }.map { article.numbers.versions[$0] }
          let number = (version ?? article.numbers.versions.last)?.value ?? article.id
          return UncoveredArticle(
            instrument: instrument.title, article: LocalizedText(number), title: article.title,
            why: article.why)
        }
      }
    }
  }
}
