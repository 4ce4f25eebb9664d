package import Diagnostics
import Expressions

/// Which rules a profile selects, and whether its names exist.
extension Profile {
  /// Whether a rule is selected: its policy is among the profile's, and the last selector that matches takes it in.
  package func selects(rule: String, of policy: String) -> Bool {
    if let policies, !policies.contains(where: { $0.text == policy }) { return false }
    guard let select, let first = select.first else { return select == nil }
    // A list that only leaves out begins with everything.
    let last = select.last { $0.matches(rule: rule, of: policy) }
    return last.map { !$0.excludes } ?? first.excludes
  }

  /// Reports policies, rules and parameters that the loaded policies do not have, and parameters of several.
  ///
  /// `lostNames` are those that files with errors declare or may declare.
  package func check(
    against loaded: [Policy], lostNames: Set<String> = [], diagnostics: inout DiagnosticLog
  ) {
    var reader = Reader("profile")
    reader.lostNames = lostNames
    defer { diagnostics.append(contentsOf: reader.log) }
    let ids = loaded.map(\.id)
    for name in policies ?? [] where !ids.contains(name.text) {
      reader.unknown(
        "unknown-policy", name.text, LocalizedText(ko: "기준", en: "policy"), at: name.span, among: ids)
    }
    let mine = loaded.filter { policy in policies?.contains { $0.text == policy.id } ?? true }
    // Which rules and parameters are meant cannot be told where every policy's name is wrong.
    if mine.isEmpty, reader.log.hasErrors || !lostNames.isEmpty { return }
    let rules = mine.flatMap { policy in policy.ruleIDs.map { (policy: policy.id, rule: $0) } }
    for selector in select ?? []
    where !rules.contains(where: { selector.matches(rule: $0.rule, of: $0.policy) })
      && !reader.lostNames.contains(where: { Selector.matches(selector.rule, $0) })
    {
      reader.unknown(
        "unknown-rule", selector.rule, LocalizedText(ko: "규칙", en: "rule"), at: selector.span,
        among: rules.map(\.rule))
    }
    for tightening in tighten { check(tightening, in: mine, &reader) }
  }

  private func check(_ tightening: Tightening, in policies: [Policy], _ reader: inout Reader) {
    let named = policies.filter { tightening.policy == nil || tightening.policy == $0.id }
    if named.isEmpty, let policy = tightening.policy {
      reader.unknown(
        "unknown-policy", policy, LocalizedText(ko: "기준", en: "policy"), at: tightening.span,
        among: policies.map(\.id))
      return
    }
    let holders = named.filter { $0.program.parameters.contains { $0.name == tightening.parameter } }
    if holders.isEmpty {
      reader.unknown(
        "unknown-parameter", tightening.parameter, LocalizedText(ko: "매개변수", en: "parameter"),
        at: tightening.span, among: named.flatMap { $0.program.parameters.map(\.name) })
    }
    guard holders.count > 1 else { return }
    let names = holders.map { "`\($0.id)/\(tightening.parameter)`" }.joined(separator: ", ")
    reader.error(
      "ambiguous-parameter", at: tightening.span,
      ko: "매개변수 `\(tightening.parameter)`이(가) 여러 기준에 있습니다",
      en: "several policies have a parameter `\(tightening.parameter)`",
      help: LocalizedText(ko: "\(names) 중 하나로 쓰십시오", en: "write one of \(names)"))
  }
}

extension Profile.Selector {
  /// Whether the selector speaks of a rule.
  package func matches(rule id: String, of policy: String) -> Bool {
    Self.matches(rule, id) && (self.policy.map { Self.matches($0, policy) } ?? true)
  }

  /// Whether a pattern, in which `*` stands for any text, is the whole of a text.
  static func matches(_ pattern: String, _ text: String) -> Bool {
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard let first = parts.first, let last = parts.last, parts.count > 1 else { return pattern == text }
    guard text.hasPrefix(first), text.count >= first.count + last.count, text.hasSuffix(last) else {
      return false
    }
    var rest = text.dropFirst(first.count).dropLast(last.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let found = rest.place(of: part) else { return false }
      rest = rest[found...].dropFirst(part.count)
    }
    return true
  }
}

extension Substring {
  /// Where a text first occurs.
  fileprivate func place(of part: Substring) -> Index? {
    indices.first { self[$0...].hasPrefix(part) }
  }
}

extension Reader {
  /// Whether a name, or each side of its dots, is one that a file with errors may declare.
  private func isLost(_ name: String) -> Bool {
    if lostNames.isEmpty { return false }
    if lostNames.contains(name) { return true }
    return name.indices.contains { index in
      name[index] == "." && lostNames.contains(String(name[..<index]))
        && lostNames.contains(String(name[name.index(after: index)...]))
    }
  }

  /// Reports a name that nothing bears, with the one that was probably meant.
  mutating func unknown(
    _ code: String, _ name: String, _ what: LocalizedText, at span: SourceSpan, among names: [String]
  ) {
    guard !isLost(name) else { return }
    error(
      code, at: span, ko: "\(what.ko) `\(name)`이(가) 없습니다", en: "unknown \(what.en) `\(name)`",
      help: suggestion(for: name, among: names)
        ?? (names.isEmpty || names.count > 20
          ? LocalizedText(ko: "이름을 확인하십시오", en: "check the name")
          : LocalizedText(
            ko: "있는 것: \(names.joined(separator: ", "))", en: "known: \(names.joined(separator: ", "))")))
  }
}
