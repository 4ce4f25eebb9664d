import Diagnostics
import Findings

extension FindingWords {
  /// An exception with its place, unless that is left out, and what came of it.
  func exception(_ exception: ExceptionUse, withCitation: Bool = true) -> String {
    let cite = withCitation ? exception.cite.map { " (\(say($0)))" } ?? "" : ""
    return "\(exception.id) \(say(exception.title))\(cite)\(end(of: exception)) — \(state(of: exception))"
  }

  /// Whose word what excuses rests on; nil where nothing does.
  func proof(of finding: Finding) -> String? {
    switch finding.proof {
    case .none: nil
    case .company: say(ko: "사업자 진술에만 근거", en: "rests on the company's word alone")
    case .authority: say(ko: "기관이 확인한 사실에 근거", en: "rests on what the authority found")
    }
  }

  /// The last day on which an exception is in force, where it has one.
  private func end(of exception: ExceptionUse) -> String {
    guard let last = exception.inForce?.to else { return "" }
    return say(ko: " [\(day(last))까지 시행]", en: " [in force until \(day(last))]")
  }

  /// What came of an exception, in words; a proof is only seen to be there, not to be true.
  func state(of exception: ExceptionUse) -> String {
    switch exception.state {
    case .open: return say(ko: "해당 여부 미정", en: "open whether it applies")
    case .claimed: return say(ko: "입증자료 미기재", en: "no proof is stated")
    case .granted:
      var text = say(ko: "적용됨", en: "applies")
      if exception.review { text = say(ko: "사람이 확인하여야 함", en: "a person must confirm it") }
      if exception.proof != nil {
        text += say(
          ko: "(입증자료가 적혀 있음만 확인하였고 진위는 확인하지 않음)", en: " (a proof is stated; its truth was not checked)")
      }
      return text
    }
  }

  /// A finding with its rule, subject and outcome, above the decisions on it.
  func decided(_ finding: Finding) -> String {
    let part = finding.part.map { ".\($0)" } ?? ""
    let subject = finding.subject == nil ? "" : ": \(subject(of: finding))"
    return "\(finding.rule)\(part) \(say(finding.title))\(subject) — \(say(finding.word))"
  }

  /// A waiver with who granted it and until when.
  func waiver(_ waiver: WaiverUse) -> String {
    let by = say(waiver.grantedBy.name)
    let (from, to) = (day(waiver.grantedOn), day(waiver.expires))
    var text = say(
      ko: "\(waiver.id) \(by) \(from) 결정, \(to)까지", en: "\(waiver.id) by \(by), \(from), until \(to)")
    if waiver.state == .undecided {
      text += say(
        ko: " — 효력을 판단할 사실이 기재되지 않음", en: " — undecided: a fact that it depends on is not stated")
    }
    let more = [waiver.reason.map(say), waiver.basis.map(say), waiver.document].compactMap { $0 }
    return more.isEmpty ? text : "\(text) (\(more.joined(separator: "; ")))"
  }

  /// A recorded judgement or reply with who gave it and when.
  func decision(_ decision: DecisionUse) -> String {
    var text = "\(decision.by) \(day(decision.on))"
    if let from = decision.from, let to = decision.to {
      text += ": \(say(from.word)) → \(word(to, nil))"
    }
    if let reply = reply(decision) { text += ": \(reply)" }
    if let reason = decision.reason { text += " — \(say(reason))" }
    if let document = decision.document { text += " (\(document))" }
    if decision.stale {
      text += say(
        ko: " (이후 사실이나 결과가 바뀌어 효력 없음)", en: " (stale: the facts or the outcome have changed since)")
    }
    return text
  }

  /// A company's reply in a word; nil where there is none.
  func reply(_ decision: DecisionUse) -> String? {
    switch decision.reply {
    case "accept": say(ko: "수용", en: "accepts")
    case "dispute": say(ko: "이견", en: "disputes")
    case "will_fix": say(ko: "보완 예정", en: "will fix")
    case let reply?: reply
    case nil: nil
    }
  }
}
