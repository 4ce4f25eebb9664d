import Diagnostics
import Findings

/// What a report says as a whole, each thing as a text of its own, for formats that give each thing its own place.
struct ReportText: Sendable {
  /// The report.
  let report: AuditReport
  /// The language.
  let language: Language
  private let words: FindingWords

  /// Texts for a report.
  init(_ report: AuditReport, _ language: Language) {
    (self.report, self.language) = (report, language)
    words = FindingWords(report, RenderOptions(language: language, listsAll: true))
  }

  /// The text of the language.
  func say(ko: @autoclosure () -> String, en: @autoclosure () -> String) -> String {
    switch language {
    case .ko: ko()
    case .en: en()
    }
  }

  /// The text of the language.
  func say(_ text: LocalizedText) -> String { text[language] }

  /// What people call the scheme: its title, else its id, else its file.
  var scheme: String { report.scheme.name(language) }

  /// What kind of document was audited, by which law and on whose facts, as a reader must see before anything else;
  /// often empty.
  var banners: [String] {
    let facts = report.facts.map { [words.title(of: $0), words.remark(on: $0)] } ?? []
    return words.banners.flatMap { [$0.text, $0.note ?? ""] }.filter { !$0.isEmpty } + facts
  }

  /// The facts that introduce the scheme, each with its name, its value in words and its place.
  var headlines: [(name: String, value: String, place: String)] {
    report.scheme.headlines.map { headline in
      (say(headline.name), words.formatter.text(headline.value), "\(headline.file):\(headline.line)")
    }
  }

  /// The overall verdict in words.
  var verdict: String { say(report.summary.verdict.word) }

  /// What the verdict rests on.
  var verdictReason: String { words.verdictReason }

  /// What an audit is not; it belongs to every verdict.
  var disclaimer: String { words.disclaimer }

  /// The word for an outcome of rules of an effect, without what narrows it.
  func word(_ outcome: Outcome, _ effect: Effect?) -> String { words.word(outcome, effect) }

  /// Whether a body approved a policy's wording, with the paper that says so.
  func approval(_ policy: AuditReport.Policy) -> String {
    let text = words.review(of: policy)
    guard policy.isApproved, let document = policy.review?.document else { return text }
    return "\(text) (\(document))"
  }

  /// From which dates the law was taken.
  var law: String {
    guard let date = report.law.date else {
      return say(ko: "각 기준이 정한 적용일", en: "the dates that each policy asks for")
    }
    return say(ko: "\(words.day(date)) 현재", en: "as of \(words.day(date))")
  }

  /// The numbers that an article has borne.
  func numbers(_ article: UncoveredArticle) -> [String] { article.numbers.map(words.number) }
}

extension AuditReport.Scheme {
  /// What people call it: its title, else its id, else its file.
  func name(_ language: Language) -> String { title?[language] ?? id ?? path }
}
