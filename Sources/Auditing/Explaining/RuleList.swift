package import Diagnostics
import Expressions
import Findings
import Policies

/// Policies with their rules, for people who look for one.
package struct RuleList: Sendable {
  /// A policy with those of its rules that were asked for.
  struct Entry: Sendable {
    var policy: Policy
    var rules: [Rule]
  }

  let entries: [Entry]
  let day: Day
  let language: Language

  /// Whether nothing was found.
  package var isEmpty: Bool { entries.isEmpty }

  /// The list as plain text, no line wider than `width` cells.
  package func text(width: Int) -> String {
    var page = Layout(width: width)
    let longest = entries.flatMap(\.rules).map { DisplayWidth.of($0.id) }.max() ?? 0
    let column = min(longest, width / 3) + 4
    for (place, entry) in entries.enumerated() {
      if place > 0 { page.add("") }
      heading(of: entry.policy, &page)
      for rule in entry.rules { line(of: rule, in: entry.policy, column, &page) }
    }
    let counts = entries.reduce(0) { $0 + $1.rules.count }
    page.add("")
    page.add(
      say(
        "기준 \(entries.count)건, 규칙 \(counts)개(\(DateText.day(day.iso, .ko)) 기준)",
        "\(counted(entries.count, "policy", "policies")), \(counted(counts, "rule", "rules")), as of \(DateText.day(day.iso, .en))"
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
    let space = String(repeating: " ", count: max(1, column - 2 - DisplayWidth.of(rule.id)))
    page.fill("\(rule.title[language])", first: "  \(rule.id)\(space)", hang: column)
    var facts = [say("중요도 \(rule.severity.label.ko)", "severity \(rule.severity.label.en)")]
    if rule.legal.status != policy.legal.status || rule.legal.effect != policy.legal.effect {
      facts.append(nature(of: rule.legal))
    }
    if !rule.inForce.contains(day), policy.inForce.contains(day) {
      facts.append(say("이 날짜에 시행되지 않음", "not in force on this date"))
    }
    let cite = rule.cite.index(on: day).map { rule.cite.versions[$0].value } ?? rule.cite.versions.last?.value
    if let cite { facts.append(cite[language]) }
    let indent = String(repeating: " ", count: column)
    page.fill(facts.joined(separator: " · "), first: indent, hang: column)
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
  /// The rules whose policy's id is a word, or whose id, titles or citation hold it, for every word; nil if the
  /// date is none.
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
      guard !rules.isEmpty || words.isEmpty else { return nil }
      return RuleList.Entry(policy: policy, rules: rules)
    }
    return RuleList(entries: entries, day: day, language: language)
  }

  private static func texts(of rule: Rule, in policy: Policy) -> [String] {
    [rule.id, rule.title.ko, rule.title.en, policy.id, policy.title.ko, policy.title.en]
      + rule.cite.versions.flatMap { [$0.value.ko, $0.value.en] }
  }
}
