package import Diagnostics
import Expressions
import Findings
import Policies

/// Policies with their rules, for people who look for one.
package struct RuleList: Sendable {
  /// A policy with those of its rules and measures that were asked for.
  struct Entry: Sendable {
    /// The policy, which has a heading of its own.
    var policy: Policy
    /// Its rules in their order.
    var rules: [Rule]
    /// Its measures in their order; they stand below the rules and are marked.
    var measures: [Measure] = []
  }

  /// Policies in their order; one of which nothing was asked for is left out.
  let entries: [Entry]
  /// The day whose citations are shown.
  let day: Day
  /// The language of titles and citations.
  let language: Language

  /// Whether nothing was found.
  package var isEmpty: Bool { entries.isEmpty }

  /// The list as plain text, no line wider than `width` cells.
  package func text(width: Int) -> String {
    var page = Layout(width: width)
    let ids = entries.flatMap { $0.rules.map(\.id) + $0.measures.map(\.id) }
    let longest = ids.map { DisplayWidth.of($0) }.max() ?? 0
    let column = min(longest, width / 3) + 4
    for (place, entry) in entries.enumerated() {
      if place > 0 { page.add("") }
      heading(of: entry.policy, &page)
      for rule in entry.rules { line(of: rule, in: entry.policy, column, &page) }
      for measure in entry.measures { line(of: measure, column, &page) }
    }
    let counts = entries.reduce(0) { $0 + $1.rules.count }
    let measures = entries.reduce(0) { $0 + $1.measures.count }
    let (more, moreEnglish) =
      measures == 0 ? ("", "") : (", 지표 \(measures)개", ", \(counted(measures, "measure", "measures"))")
    page.add("")
    page.add(
      say(
        "기준 \(entries.count)건, 규칙 \(counts)개\(more)(\(DateText.day(day.iso, .ko)) 기준)",
        "\(counted(entries.count, "policy", "policies")), \(counted(counts, "rule", "rules"))\(moreEnglish), as of \(DateText.day(day.iso, .en))"
      ))
    return page.lines.joined(separator: "\n") + "\n"
  }

  private func heading(of policy: Policy, _ page: inout Layout) {
    page.fill(policy.title[language], first: "", hang: 2)
    page.fill("\(policy.id) \(policy.version)", first: "  ", hang: 4)
    var nature = nature(of: policy.legal)
    if !policy.inForce.contains(day) { nature += say(" · 이 날짜에 시행되지 않음", " · not in force on this date") }
    page.fill(nature, first: "  ", hang: 4)
  }

  private func line(of rule: Rule, in policy: Policy, _ column: Int, _ page: inout Layout) {
    head(rule.id, rule.title, column, &page)
    var facts = [say("중요도 \(rule.severity.label.ko)", "severity \(rule.severity.label.en)")]
    if rule.legal.status != policy.legal.status || rule.legal.effect != policy.legal.effect {
      facts.append(nature(of: rule.legal))
    }
    if !rule.inForce.contains(day), policy.inForce.contains(day) {
      facts.append(say("이 날짜에 시행되지 않음", "not in force on this date"))
    }
    let cite = rule.cite.index(on: day).map { rule.cite.versions[$0].value } ?? rule.cite.versions.last?.value
    if let cite { facts.append(cite[language]) }
    tail(facts, column, &page)
  }

  private func line(of measure: Measure, _ column: Int, _ page: inout Layout) {
    head(measure.id, measure.title, column, &page)
    let mark = say("지표(판정하지 아니하고 값을 알림)", "measure (shown, not decided)")
    tail([mark] + (measure.cite.map { [$0[language]] } ?? []), column, &page)
  }

  /// The id in its column with the title beside it.
  private func head(_ id: String, _ title: LocalizedText, _ column: Int, _ page: inout Layout) {
    let space = String(repeating: " ", count: max(1, column - 2 - DisplayWidth.of(id)))
    page.fill(title[language], first: "  \(id)\(space)", hang: column)
  }

  /// What else is to be known, below the title.
  private func tail(_ facts: [String], _ column: Int, _ page: inout Layout) {
    page.fill(facts.joined(separator: " · "), first: String(repeating: " ", count: column), hang: column)
  }

  private func nature(of legal: Legal) -> String {
    let (status, effect) = (legal.status.label[language], legal.effect.label[language])
    return status == effect ? status : "\(status) · \(effect)"
  }

  private func say(_ ko: String, _ en: String) -> String { language == .ko ? ko : en }

  private func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }
}

extension PolicySet {
  /// The rules and measures whose policy's id is a word, or whose id, titles or citation hold it, for every word;
  /// nil if the date is none.
  ///
  /// - Parameter date: the day whose citations are shown, as `YYYY-MM-DD`.
  package func ruleList(matching words: [String], on date: String, _ language: Language) -> RuleList? {
    guard let day = Day(iso: date) else { return nil }
    let wanted = words.map { $0.lowercased() }
    let entries = policies.compactMap { policy -> RuleList.Entry? in
      let rules = policy.rules.filter { rule in
        wanted.allSatisfy { word in
          policy.id == word || Self.texts(of: rule, in: policy).contains { $0.lowercased().contains(word) }
        }
      }
      let measures = policy.measures.filter { measure in
        wanted.allSatisfy { word in
          policy.id == word || Self.texts(of: measure, in: policy).contains { $0.lowercased().contains(word) }
        }
      }
      guard !rules.isEmpty || !measures.isEmpty || words.isEmpty else { return nil }
      return RuleList.Entry(policy: policy, rules: rules, measures: measures)
    }
    return RuleList(entries: entries, day: day, language: language)
  }

  private static func texts(of rule: Rule, in policy: Policy) -> [String] {
    [rule.id, rule.title.ko, rule.title.en, policy.id, policy.title.ko, policy.title.en]
      + rule.cite.versions.flatMap { [$0.value.ko, $0.value.en] }
  }

  private static func texts(of measure: Measure, in policy: Policy) -> [String] {
    let cite = measure.cite.map { [$0.ko, $0.en] } ?? []
    return [measure.id, measure.title.ko, measure.title.en, policy.id, policy.title.ko, policy.title.en]
      + cite
  }
}
