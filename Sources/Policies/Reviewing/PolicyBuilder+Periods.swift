import Diagnostics
import Expressions
import YAMLTree

/// Histories held against the days on which they are needed.
extension PolicyBuilder {
  /// Reports a rule or exception whose days lie outside of those it belongs to.
  mutating func checkPeriods(of rule: Rule) {
    guard let node = review?.rule else { return }
    let what = LocalizedText(ko: "규칙 `\(rule.id)`", en: "rule `\(rule.id)`")
    if rule.inForce.common(with: period) == nil {
      reportNeverInForce(node["in_force"]?.span, what, LocalizedText(ko: "기준", en: "the policy"), period)
      return
    }
    let days = rule.inForce.common(with: period) ?? rule.inForce
    for exception in rule.exceptions where exception.inForce.common(with: days) == nil {
      let item = node["exceptions"]?.items.first { $0["id"]?.text == exception.id }
      reportNeverInForce(
        item?["in_force"]?.span ?? exception.span,
        LocalizedText(ko: "예외 `\(exception.id)`", en: "exception `\(exception.id)`"),
        LocalizedText(ko: "규칙", en: "the rule"), days)
    }
    check(rule.cite, at: node["cite"], LocalizedText(ko: "출처", en: "the citation"), rule.id, days)
    if let text = rule.text {
      check(text, at: node["text"], LocalizedText(ko: "규칙의 내용", en: "the text"), rule.id, days)
    }
  }

  private mutating func reportNeverInForce(
    _ span: SourceSpan?, _ what: LocalizedText, _ whole: LocalizedText, _ days: Period
  ) {
    reader.warning(
      "never-in-force", at: span,
      ko: "\(what.ko)은(는) \(whole.ko)의 시행 기간(\(days.words.ko))에 한 번도 시행되지 않습니다",
      en: "\(what.en) is never in force while \(whole.en) is (\(days.words.en))",
      help: LocalizedText(ko: "`in_force`의 날짜를 확인하십시오", en: "check the days of `in_force`"))
  }

  /// Keeps the days on which a rule needs its parameters and tables.
  mutating func noteNeeds(of rule: Rule) {
    guard let dates = review?.dates(in: program), let days = rule.inForce.common(with: period) else { return }
    for name in dates { review?.needs[name, default: []].append(PolicyReview.Need(rule: rule, period: days)) }
  }

  /// Reports parameters and tables that have no version on days on which some rule needs one.
  mutating func checkNeeds(_ root: YAMLNode) {
    guard let review else { return }
    for (index, parameter) in program.parameters.enumerated() where parameter.asOf == nil {
      check(
        parameter.history, at: root["parameters"]?[parameter.name],
        LocalizedText(ko: "매개변수 `\(parameter.name)`", en: "parameter `\(parameter.name)`"),
        review.needs[.parameter(index)] ?? [])
    }
    for (index, table) in program.tables.enumerated() where table.asOf == nil {
      check(
        table.history, at: root["tables"]?[table.name],
        LocalizedText(ko: "표 `\(table.name)`", en: "table `\(table.name)`"), review.needs[.table(index)] ?? []
      )
    }
  }

  private mutating func check<Element>(
    _ history: Dated<Element>, at node: YAMLNode?, _ what: LocalizedText, _ needs: [PolicyReview.Need]
  ) {
    // The rule that needs it first, and the one that needs it longest: one report for each end.
    guard let first = needs.min(by: { $0.period.begins(before: $1.period) }),
      let last = needs.max(by: { $0.period.ends(before: $1.period) })
    else { return }
    checkBeginning(history, at: node, what, first.rule.id, first.period)
    checkEnd(history, at: node, what, last.rule.id, last.period)
    checkGaps(history, at: node, what, first.rule.id, Period(from: first.period.from, to: last.period.to))
  }

  private mutating func check<Element>(
    _ history: Dated<Element>, at node: YAMLNode?, _ what: LocalizedText, _ rule: String, _ days: Period
  ) {
    checkBeginning(history, at: node, what, rule, days)
    checkEnd(history, at: node, what, rule, days)
    checkGaps(history, at: node, what, rule, days)
  }

  private mutating func checkBeginning<Element>(
    _ history: Dated<Element>, at node: YAMLNode?, _ what: LocalizedText, _ rule: String, _ days: Period
  ) {
    guard let first = history.versions.first, let from = first.from else { return }
    if let begins = days.from, from <= begins { return }
    if let ends = days.to, ends < from { return }
    let since =
      days.from.map {
        LocalizedText(ko: "\($0.iso)부터", en: "since \($0.iso)")
      }
      ?? LocalizedText(
        ko: "처음부터(`in_force: {from: …}` 없음)", en: "from the beginning (it has no `in_force: {from: …}`)")
    reader.warning(
      "history-begins-late", at: place(node, 0, "from") ?? first.provenance.span,
      ko: "\(what.ko)은(는) \(from.iso)부터 있는데 규칙 `\(rule)`은(는) \(since.ko) 시행됩니다",
      en: "\(what.en) begins on \(from.iso), but rule `\(rule)` is in force \(since.en)",
      help: LocalizedText(
        ko: "앞선 값을 적거나 `in_force`를 확인하십시오. 그 사이의 일은 자료 보완 필요가 됩니다",
        en: "add the earlier version, or check `in_force`: what falls before is unknown"))
  }

  private mutating func checkEnd<Element>(
    _ history: Dated<Element>, at node: YAMLNode?, _ what: LocalizedText, _ rule: String, _ days: Period
  ) {
    guard let last = history.versions.last, let to = last.to else { return }
    if let ends = days.to, ends <= to { return }
    if let begins = days.from, to < begins, history.versions.count > 1 { return }
    let until =
      days.to.map { LocalizedText(ko: "\($0.iso)까지", en: "until \($0.iso)") }
      ?? LocalizedText(ko: "그 뒤에도", en: "after that")
    reader.warning(
      "history-ends", at: place(node, history.versions.count - 1, "to") ?? last.provenance.span,
      ko: "\(what.ko)은(는) \(to.iso)에 끝나는데 규칙 `\(rule)`은(는) \(until.ko) 시행됩니다",
      en: "\(what.en) ends on \(to.iso), but rule `\(rule)` is in force \(until.en)",
      help: LocalizedText(
        ko: "다음 값을 적거나 규칙의 `in_force`를 끝내십시오. 그 뒤의 일은 자료 보완 필요가 됩니다",
        en: "add the next version, or end the rule's `in_force`: what falls after is unknown"))
  }

  private mutating func checkGaps<Element>(
    _ history: Dated<Element>, at node: YAMLNode?, _ what: LocalizedText, _ rule: String, _ days: Period
  ) {
    for (place, version) in history.versions.enumerated().dropFirst() {
      guard let from = version.from, let to = history.versions[place - 1].to else { continue }
      let (first, last) = (to.adding(days: 1), from.adding(days: -1))
      guard first < from, days.common(with: Period(from: first, to: last)) != nil else { continue }
      reader.warning(
        "history-gap", at: self.place(node, place, "from") ?? version.provenance.span,
        ko: "\(what.ko)은(는) \(first.iso)부터 \(last.iso)까지 값이 없는데 규칙 `\(rule)`은(는) 시행됩니다",
        en: "\(what.en) has no version from \(first.iso) to \(last.iso), while rule `\(rule)` is in force",
        help: LocalizedText(
          ko: "앞 값의 `to`나 이 값의 `from`을 확인하십시오", en: "check the `to` of the version before and this `from`"))
    }
  }

  /// The place of a day in the entry of a history, or of a value that stands alone.
  private func place(_ node: YAMLNode?, _ version: Int, _ key: String) -> SourceSpan? {
    guard let node else { return nil }
    let entries = reader.historyEntries(node)
    guard let entries, entries.indices.contains(version) else { return node[key]?.span }
    return entries[version][key]?.span
  }
}

extension Period {
  /// The days that belong to both; nil if there are none.
  func common(with other: Period) -> Period? {
    let from = [from, other.from].compactMap { $0 }.max()
    let to = [to, other.to].compactMap { $0 }.min()
    if let from, let to, to < from { return nil }
    return Period(from: from, to: to)
  }

  /// Whether it begins earlier than another.
  fileprivate func begins(before other: Period) -> Bool {
    guard let mine = from else { return other.from != nil }
    return other.from.map { mine < $0 } ?? false
  }

  /// Whether it ends earlier than another.
  fileprivate func ends(before other: Period) -> Bool {
    guard let mine = to else { return false }
    return other.to.map { mine < $0 } ?? true
  }

  /// The days in words.
  fileprivate var words: LocalizedText {
    LocalizedText(
      ko: (from.map { "\($0.iso)부터" } ?? "") + (from != nil && to != nil ? " " : "")
        + (to.map { "\($0.iso)까지" } ?? ""),
      en: [from.map { "from \($0.iso)" }, to.map { "to \($0.iso)" }].compactMap { $0 }.joined(separator: " "))
  }
}
