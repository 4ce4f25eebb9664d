package import Diagnostics

/// Decisions held against the rules they are about.
extension DecisionFile {
  /// Reports rules and parts that no policy has, and subjects of rules that have none.
  ///
  /// `lostNames` are those that files with errors declare or may declare.
  package func check(
    against policies: [Policy], lostNames: Set<String> = [], diagnostics: inout DiagnosticLog
  ) {
    var reader = Reader("decision")
    reader.lostNames = lostNames
    for decision in decisions { Self.check(decision, policies, &reader) }
    diagnostics.append(contentsOf: reader.log)
  }

  private static func check(_ decision: RecordedDecision, _ policies: [Policy], _ reader: inout Reader) {
    let name = decision.rule
    let rules = policies.flatMap(\.rules)
    // A rule's id may hold dots: the longest one that fits is meant.
    let fitting = rules.filter { name == $0.id || name.hasPrefix($0.id + ".") }
    guard let rule = fitting.max(by: { $0.id.utf8.count < $1.id.utf8.count }) else {
      let names = rules.flatMap { rule in
        rule.requirements.map { [rule.id, $0.id].compactMap { $0 }.joined(separator: ".") }
      }
      reader.unknown(
        "unknown-rule", name, LocalizedText(ko: "규칙", en: "rule"), at: decision.ruleSpan, among: names)
      return
    }
    let parts = rule.requirements.compactMap(\.id).map { rule.id + "." + $0 }
    if name != rule.id, !parts.contains(name) {
      reader.unknown(
        "unknown-part", name, LocalizedText(ko: "규칙의 호", en: "part"), at: decision.ruleSpan, among: parts)
    }
    if let subject = decision.subject, rule.subjects.isEmpty {
      reader.error(
        "no-subjects", at: decision.subjectSpan,
        ko: "규칙 `\(rule.id)`은(는) 대상을 나누지 않아 `\(subject)`에 관한 결과가 없습니다",
        en: "rule `\(rule.id)` is about the whole scheme and has no finding for `\(subject)`",
        help: LocalizedText(ko: "`subject`를 빼십시오", en: "take `subject` out"))
    }
  }
}
