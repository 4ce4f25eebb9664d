package import Diagnostics
import Policies

/// What `audit explain` says about one rule or measure: what it asks, its basis and history, its numbers, its
/// exceptions and how to comply. `RuleReading` says the same and more, to be compared with the article.
package struct RuleExplanation: Sendable {
  /// The sentences that it takes its own from.
  let reading: RuleReading

  private var rule: Rule { reading.rule }
  private var policy: Policy { reading.policy }
  private var language: Language { reading.language }

  /// The explanation as plain text, no line wider than `width` cells.
  package func text(width: Int) -> String {
    var page = Layout(width: width)
    page.fill("\(rule.id) — \(rule.title[language])", first: "", hang: 0)
    if let text = rule.text { lines(say("요구", "Requirement"), reading.history(text) { $0[language] }, &page) }
    lines(say("기준", "Policy"), standing, &page)
    lines(say("근거와 연혁", "Basis and history"), reading.history(rule.cite) { $0[language] }, &page)
    lines(
      say("시행", "In force"), [reading.force, "\(say("표시 시점", "shown as of")) \(reading.words(reading.day))"],
      &page)
    reading.scope(&page)
    reading.definitions(&page)
    reading.requirement(&page)
    reading.exceptions(&page)
    reading.judgement(&page)
    reading.numbers(&page)
    reading.tables(&page, withRows: false)
    reading.remark(say("취지", "Why"), rule.rationale, &page)
    reading.remark(say("제재", "Sanction"), rule.sanction, &page)
    remedies(&page)
    lines(say("정의된 곳", "Written in"), ["\(rule.span.location.file):\(rule.span.location.line)"], &page)
    page.add("")
    page.fill(
      say("표의 행, 읽는 사실, 보고서에 적는 말까지 모두 보려면:", "With the rows of tables, the facts and the words of reports:"),
      first: "", hang: 0)
    page.add("  audit policy show \(rule.id)")
    page.fill(say("날짜순으로 모은 연혁을 보려면:", "With its history day by day:"), first: "", hang: 0)
    page.add("  audit policy timeline \(rule.id)")
    return page.lines.joined(separator: "\n") + "\n"
  }

  private func say(_ ko: String, _ en: String) -> String { reading.say(ko, en) }

  /// Lines under a heading, each filled on its own.
  private func lines(_ heading: String, _ lines: [String], _ page: inout Layout) {
    page.section(heading)
    for line in lines { page.fill(line, first: "  ", hang: 4) }
  }

  private var standing: [String] {
    var lines = ["\(policy.title[language]) (\(policy.id) \(policy.version))", reading.nature]
    let names = reading.history(reading.authorNames) { $0[language] }.joined(separator: "; ")
    lines.append(say("소관 \(names)", "authority: \(names)"))
    if !reading.approval.isEmpty {
      let isNamed = policy.legal.status != .reportedUnconfirmed
      lines.append(
        say(reading.approval, isNamed ? "the authority has not approved this wording" : reading.approval))
    }
    if !rule.legal.isVerified { lines.append(say("원문과 대조하지 않음", "not checked against the source")) }
    if let note = rule.legal.note { lines.append(note[language]) }
    return lines
  }

  /// What to do about a failure, part by part.
  private func remedies(_ page: inout Layout) {
    let meaning = reading.meaning
    let words = meaning.demands.compactMap(\.remedy) + [meaning.remedyIfNone].compactMap { $0 }
    guard !words.isEmpty else { return }
    page.section(say("고치는 법([ ] 안에는 값이 들어감)", "How to comply (values stand in the brackets)"))
    for words in words { page.add(reading.wording.text(words), language) }
  }
}

extension PolicySet {
  /// Explains a rule or measure; nil if no loaded policy has it, or the date is none.
  ///
  /// - Parameter date: the day whose values stand beside numbers, as `YYYY-MM-DD`.
  package func explanation(of id: String, on date: String, _ language: Language) -> RuleExplanation? {
    guard !policyIDs.contains(id) else { return nil }
    return readings(of: id, on: date, language)?.first.map { RuleExplanation(reading: $0) }
  }

  /// Ids of all loaded rules, in the order of the policies.
  package var ruleIDs: [String] { policies.flatMap { $0.rules.map(\.id) } }

  /// Ids of all loaded measures, in the order of the policies.
  package var measureIDs: [String] { policies.flatMap { $0.measures.map(\.id) } }

  /// How many policies are loaded.
  package var policyCount: Int { policies.count }
}
