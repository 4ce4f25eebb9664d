import Diagnostics

extension AuditReport {
  /// Refuses a saved report whose verdict, counts or table of rules are not those of its findings: it was changed by
  /// hand, and what is printed on top would not be what stands below.
  ///
  /// - Parameter place: the report's node in its JSON.
  func checkCounts(at place: Int, in tree: JSONTree) throws(JSONProblem) {
    let path = tree.path(to: place)
    let rules = RuleResult.table(of: findings)
    let counted = Summary(findings: findings, rules: rules, options: options)
    let prefix = path.isEmpty ? "" : "\(path)."
    func differs(_ name: String, _ said: String, _ counted: String) -> JSONProblem {
      JSONProblem(
        at: tree.range(tree.node(at: name, below: place)),
        ko: "`\(prefix)\(name)`에는 \(said)(이)라고 적혔으나 조사 결과를 세면 \(counted)임",
        en: "`\(prefix)\(name)` says \(said), and the findings come to \(counted)",
        help: LocalizedText(
          ko: "저장한 뒤에 고친 보고서로 보입니다. 저장한 그대로 주거나 다시 점검하십시오",
          en: "the report was changed after it was saved; give it as it was saved, or audit the scheme again")
      )
    }
    if summary.verdict != counted.verdict {
      throw differs("summary.verdict", "`\(summary.verdict.rawValue)`", "`\(counted.verdict.rawValue)`")
    }
    if summary.exit != counted.exit { throw differs("summary.exit", "\(summary.exit)", "\(counted.exit)") }
    for outcome in Outcome.worstFirst {
      let (said, found) = (summary.findings(outcome), counted.findings(outcome))
      if said != found { throw differs("summary.findings.\(outcome.rawValue)", "\(said)", "\(found)") }
      let (ruled, counting) = (summary.rules(outcome), counted.rules(outcome))
      if ruled != counting { throw differs("summary.rules.\(outcome.rawValue)", "\(ruled)", "\(counting)") }
    }
    for effect in Effect.allCases where !isSame(summary.counts(effect), counted.counts(effect)) {
      throw differs(
        "summary.byEffect.\(effect.rawValue)", Self.text(summary.counts(effect)),
        Self.text(counted.counts(effect)))
    }
    if let place = rules.indices.first(where: {
      !self.rules.indices.contains($0) || self.rules[$0] != rules[$0]
    }) {
      throw differs(
        "rules[\(place)]", self.rules.indices.contains(place) ? Self.text(self.rules[place]) : "-",
        Self.text(rules[place]))
    }
    if self.rules.count > rules.count { throw differs("rules", "\(self.rules.count)", "\(rules.count)") }
  }

  private func isSame(_ a: Summary.Counts?, _ b: Summary.Counts?) -> Bool {
    guard let a, let b else { return (a == nil) == (b == nil) }
    return Outcome.allCases.allSatisfy { a.rules($0) == b.rules($0) && a.findings($0) == b.findings($0) }
  }

  private static func text(_ counts: Summary.Counts?) -> String {
    guard let counts else { return "0" }
    return Outcome.worstFirst.compactMap { outcome in
      counts.findings(outcome) > 0 ? "\(outcome.rawValue) \(counts.findings(outcome))" : nil
    }.joined(separator: ", ")
  }

  private static func text(_ row: RuleResult) -> String {
    "`\(Printable.escaped(row.rule))` \(row.outcome.rawValue) \(row.findings)"
  }
}
