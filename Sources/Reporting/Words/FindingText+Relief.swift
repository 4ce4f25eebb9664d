import Diagnostics
import Findings

extension FindingText {
  /// Everything that narrows or excuses: exception, waiver, whose word it rests on, what leaves it open to doubt.
  func relief(_ finding: Finding) -> [String] {
    [exception(finding), proof(finding), waiver(finding), doubt(finding)].filter { !$0.isEmpty }
  }

  /// The exception and what came of it; empty where there is none.
  func exception(_ finding: Finding) -> String {
    guard let exception = finding.exception else { return "" }
    let cite = exception.cite.map { " (\(say($0)))" } ?? ""
    let end =
      exception.inForce?.to.map(day).map { say(ko: " [\($0)까지 시행]", en: " [in force until \($0)]") } ?? ""
    return "\(say(ko: "예외", en: "exception")) \(exception.id) \(say(exception.title))\(cite)\(end) — "
      + state(of: exception)
  }

  /// What came of an exception; a proof is only seen to be there, not to be true.
  private func state(of exception: ExceptionUse) -> String {
    switch exception.state {
    case .open: return say(ko: "해당 여부 미정", en: "open whether it applies")
    case .claimed: return say(ko: "입증자료 미기재", en: "no proof is stated")
    case .granted:
      var text =
        exception.review
        ? say(ko: "사람이 확인하여야 함", en: "a person must confirm it") : say(ko: "적용됨", en: "applies")
      if exception.proof != nil {
        text += say(
          ko: "(입증자료가 적혀 있음만 확인하였고 진위는 확인하지 않음)", en: " (a proof is stated; its truth was not checked)")
      }
      return text
    }
  }

  /// Whose word it rests on; empty where nothing shows it.
  func proof(_ finding: Finding) -> String {
    switch finding.proof {
    case .none: ""
    case .company: say(ko: "사업자 진술에만 근거", en: "rests on the company's word alone")
    case .authority: say(ko: "기관이 확인한 사실에 근거", en: "rests on what the authority found")
    }
  }

  /// The waiver; empty where there is none.
  func waiver(_ finding: Finding) -> String {
    guard let waiver = finding.waiver else { return "" }
    let by = say(waiver.grantedBy.name)
    let (from, to) = (day(waiver.grantedOn), day(waiver.expires))
    var text = say(
      ko: "유예 \(waiver.id) \(by) \(from) 결정, \(to)까지",
      en: "waiver \(waiver.id) by \(by), \(from), until \(to)")
    if waiver.state == .undecided {
      text += say(
        ko: " — 효력을 판단할 사실이 기재되지 않음", en: " — undecided: a fact that it depends on is not stated")
    }
    let more = [waiver.reason.map(say), waiver.basis.map(say), waiver.document].compactMap { $0 }
    return more.isEmpty ? text : "\(text) (\(more.joined(separator: "; ")))"
  }

  /// A person's recorded judgement or reply; empty where there is none.
  func decision(_ finding: Finding) -> String {
    guard let decision = finding.decision else { return "" }
    var text = "\(decision.by) \(day(decision.on))"
    if let from = decision.from, let to = decision.to { text += ": \(say(from.word)) → \(say(to.word))" }
    switch decision.reply {
    case "accept": text += say(ko: ": 수용", en: ": accepts")
    case "dispute": text += say(ko: ": 이견", en: ": disputes")
    case "will_fix": text += say(ko: ": 보완 예정", en: ": will fix")
    case let reply?: text += ": \(reply)"
    case nil: break
    }
    if let document = decision.document { text += " (\(document))" }
    if let reason = decision.reason { text += " — \(say(reason))" }
    if decision.stale {
      text += say(ko: " (이후 사실이 바뀌어 효력 없음)", en: " (stale: the facts have changed since)")
    }
    return text
  }

  /// Which numbers leave a failure open to doubt; empty where it is firm, or is no failure.
  func doubt(_ finding: Finding) -> String {
    guard finding.outcome == .fail, !finding.firm else { return "" }
    let uses =
      finding.parameters.map { (say($0.title), $0.isDefault, $0.verified) }
      + finding.tables.map { (say($0.title), $0.isDefault, $0.verified) }
    var reasons: [String] = []
    let defaults = uses.filter(\.1).map(\.0).joined(separator: ", ")
    if !defaults.isEmpty {
      reasons.append(say(ko: "도구 기본값(\(defaults))", en: "the tool's own number (\(defaults))"))
    }
    let unchecked = uses.filter { !$0.1 && !$0.2 }.map(\.0).joined(separator: ", ")
    if !unchecked.isEmpty {
      reasons.append(say(ko: "미확인 수치(\(unchecked))", en: "an unverified number (\(unchecked))"))
    }
    return say(
      ko: "\(reasons.joined(separator: ", "))에 따른 결과로 확정적이지 않음",
      en: "not firm: rests on \(reasons.joined(separator: " and on "))")
  }
}
