import Diagnostics
import Findings

/// What a report says as a whole, in words of one language, for formats that give each thing a place of its own.
struct ReportText: Sendable {
  /// The report.
  let report: AuditReport
  /// The language.
  let language: Language

  /// Words for a report.
  init(_ report: AuditReport, _ language: Language) {
    (self.report, self.language) = (report, language)
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
  var scheme: String { report.scheme.title.map(say) ?? report.scheme.id ?? report.scheme.path }

  /// What kind of document was audited and by which law, as a reader must see before anything else; often empty.
  var banners: [String] {
    var banners: [String] = []
    if let provenance = report.provenance {
      switch provenance.kind {
      case .filed: break
      case .draft:
        banners.append(
          say(ko: "제출 전 초안에 대한 점검임", en: "This is a check of a draft that has not been filed."))
      case .reconstructed:
        banners.append(
          say(
            ko: "공개된 보도·발표를 바탕으로 재구성한 보상안이며, 해당 회사가 작성하거나 제출한 문서가 아님",
            en: "The scheme was reconstructed from public reports; it is not a document of that company."))
      }
      if let note = provenance.note { banners.append(say(note)) }
    }
    if let date = report.law.date {
      let day = DateText.day(date, language)
      banners.append(
        say(
          ko: "각 기준이 정한 적용일 대신 \(day)을 기준일로 하여 점검한 결과임(--as-of)",
          en: "Checked against the law of \(day) in place of the dates that each policy asks for (--as-of)."))
    }
    if let facts = report.facts {
      let particle = KoreanParticle.pick(after: facts.by, ("이", "가"))
      banners.append(
        say(
          ko:
            "\(facts.by)\(particle) 확인한 사실을 우선하여 점검함: 보상안과 다른 것 \(facts.differences.count)건, 같은 것 \(facts.confirmed)건",
          en:
            "Facts found by \(facts.by) were audited in place of the scheme's: \(facts.differences.count) differ, \(facts.confirmed) agree"
        ))
    }
    return banners
  }

  /// The overall verdict in words.
  var verdict: String { say(report.summary.verdict.word) }

  /// What an audit is not; it belongs to every verdict.
  var disclaimer: String { say(Summary.disclaimer) }

  /// The word for an outcome of rules of an effect, without what narrows it.
  func word(_ outcome: Outcome, _ effect: Effect?) -> String {
    guard outcome == .fail, let effect else { return say(outcome.word) }
    return say(effect.failureWord)
  }

  /// A policy with its version, kind of text, whether a body approved its wording, and its note.
  func approval(_ policy: AuditReport.Policy) -> String {
    guard policy.isApproved, let review = policy.review else {
      return say(ko: "기관의 문안 확인을 받지 않음", en: "text not approved by its body")
    }
    let parts = [review.by, review.on.map { DateText.day($0, language) }, review.document].compactMap { $0 }
    return say(ko: "문안 확인", en: "text approved")
      + (parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))")
  }

  /// From which dates the law was taken.
  var law: String {
    guard let date = report.law.date else {
      return say(ko: "각 기준이 정한 적용일", en: "the dates that each policy asks for")
    }
    return say(ko: "\(DateText.day(date, .ko)) 현재", en: "as of \(DateText.day(date, .en))")
  }

  /// An article that no rule covers, by the numbers it has borne.
  func numbers(_ article: UncoveredArticle) -> [String] {
    article.numbers.map { number in
      var days: [String] = []
      if let from = number.from.map({ DateText.day($0, language) }) {
        days.append(say(ko: "\(from)부터", en: "from \(from)"))
      }
      if let to = number.to.map({ DateText.day($0, language) }) {
        days.append(say(ko: "\(to)까지", en: "to \(to)"))
      }
      let mark = number.verified ? "" : say(ko: " (원문 대조 전)", en: " (not checked against the source)")
      return (days.isEmpty ? "" : days.joined(separator: " ") + ": ") + say(number.article) + mark
    }
  }
}
