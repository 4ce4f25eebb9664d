import Diagnostics
import Expressions
import Findings
import Policies

/// People's recorded decisions on the findings of one scheme, put beside the outcomes and never in their place.
struct DecisionRecord {
  /// In the order of their days, those of one day in the order of their files.
  private let decisions: [RecordedDecision]

  /// The decisions that are about one scheme, by its id.
  init(_ decisions: [RecordedDecision], schemeID: String?) {
    let own = decisions.filter { $0.scheme == nil || $0.scheme == schemeID }
    self.decisions = own.enumerated().sorted {
      ($0.element.on, $0.offset) < ($1.element.on, $1.offset)
    }.map(\.element)
  }

  /// Adds the decisions to the findings that they are about; warns of those that are about none.
  func put(beside findings: inout [Finding], diagnostics: inout DiagnosticLog) {
    let wanted = Set(decisions.map(\.finding))
    var places: [String: Int] = [:]
    for place in findings.indices {
      let id = findings[place].id
      if wanted.contains(id) { places[id] = place }
    }
    for decision in decisions {
      guard let place = places[decision.finding] else {
        warn(decision, findings, &diagnostics)
        continue
      }
      if let last = findings[place].decision { findings[place].earlierDecisions.append(last) }
      findings[place].decision = Self.use(of: decision, on: findings[place])
    }
  }

  /// The decision as a report shows it: stale if other facts, or another outcome, stand now where it was made.
  private static func use(of decision: RecordedDecision, on finding: Finding) -> DecisionUse {
    var to: Outcome?
    var reply: String?
    switch decision.word {
    case .judged(let outcome): to = outcome
    case .replied(let word): reply = word.rawValue
    }
    let isStale =
      decision.digest != finding.factsDigest || decision.from.map { $0 != finding.outcome } ?? false
    return DecisionUse(
      from: decision.from, to: to, reply: reply, by: decision.by, on: decision.on.iso,
      reason: decision.reason,
      document: decision.document, stale: isStale)
  }

  private func warn(
    _ decision: RecordedDecision, _ findings: [Finding], _ diagnostics: inout DiagnosticLog
  ) {
    let ofRule = findings.filter { finding in
      decision.rule == finding.rule || decision.rule == finding.rule + "." + (finding.part ?? "")
    }
    // What a profile leaves out has no findings that could be decided on.
    if ofRule.contains(where: { $0.outcome == .notSelected }) { return }
    let near = decision.subject.flatMap { subject in
      Suggestion.nearest(to: subject, among: ofRule.compactMap(\.subject))
    }
    diagnostics.warning(
      "decision.no-finding", at: decision.subjectSpan ?? decision.ruleSpan,
      ko: "이 보상안의 점검 결과에 `\(decision.finding)`이(가) 없어 이 의견을 보이지 않습니다",
      en: "the audit has no finding `\(decision.finding)`, so the decision is not shown",
      help: near.map(Suggestion.question)
        ?? LocalizedText(
          ko: "대상이 없어졌으면 의견을 빼고, 다른 보상안에 관한 것이면 `scheme: 식별자`를 적으십시오",
          en: "take it out if its subject is gone; write `scheme: ID` if it is about another scheme"))
  }
}
