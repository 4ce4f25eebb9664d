import Diagnostics
import Findings

extension FindingWords {
  // ── what to change ─────────────────────────────────────────────────────────

  /// What the scheme says; where that is only a yes or no, or nothing, what the rule finds wrong with it, unless that
  /// stands beside it for want of a remedy.
  func now(_ finding: Finding) -> String {
    let isPlain = finding.actual.map { $0.type == .bool || $0.type == .unknown } ?? true
    if finding.actualText == nil, isPlain, finding.remedy != nil, let message = finding.message {
      return say(message)
    }
    return stated(of: finding) ?? say(ko: "(미기재)", en: "(not stated)")
  }

  /// `134행`; with the file's name where that is not the scheme's.
  func placeInScheme(_ location: ReportLocation) -> String {
    location.file == report.scheme.path ? line(location.line) : "\(location.file):\(location.line)"
  }

  /// The last day of what a rule asks, called a deadline only where somebody has to keep it.
  func remark(on deadline: FindingDeadline, of finding: Finding) -> String {
    let last = last(of: deadline)
    switch DeadlineLine.Weight(finding.effect) {
    case .duty:
      return say(ko: "기한(\(deadline.title.ko)): \(last)", en: "Deadline (\(deadline.title.en)): \(last)")
    case .reference:
      return say(
        ko: "참고 시점(\(deadline.title.ko)): \(last)", en: "Day for reference (\(deadline.title.en)): \(last)")
    }
  }

  // ── what to supply ─────────────────────────────────────────────────────────

  /// What a fact to supply is called, with why what is stated does not do, where anything is.
  func name(of supply: Supply) -> String { name(of: supply.first.name, supply.first.kind) }

  private func name(of name: LocalizedText, _ kind: MissingFact.Kind) -> String {
    guard kind != .missing else { return say(name) }
    return say(name) + say(ko: "(\(shortReason(kind)))", en: " (\(shortReason(kind)))")
  }

  /// Every place at which a fact is to be written, with its line and what is known of it already.
  func places(of supply: Supply) -> [String] {
    zip(supply.needs, supply.known).map { need, known in
      place(of: need) + (known.map { ": \(formatter.text($0))" } ?? "")
    }
  }

  /// The rules of findings, one text for each effect, the strongest first.
  func rules(of findings: [Int]) -> [String] {
    Effect.allCases.compactMap { effect in
      var rules: [String] = []
      for index in findings where report.findings[index].effect == effect {
        let rule = report.findings[index].rule
        if !rules.contains(rule) { rules.append(rule) }
      }
      return rules.isEmpty ? nil : "\(say(effect.label)): \(rules.joined(separator: ", "))"
    }
  }

  /// The facts of a set in a row, each with the number of places that lack it.
  func names(in set: SupplySet) -> String {
    set.kinds.map { kind in
      let name = name(of: kind.fact.name, kind.fact.kind)
      guard kind.places > 1 else { return name }
      return name + say(ko: " \(kind.places)곳", en: " in \(kind.places) places")
    }.joined(separator: " + ")
  }
}
