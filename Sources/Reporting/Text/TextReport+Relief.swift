import Diagnostics
import Findings

extension TextReport {
  /// The exception, the waiver and the decision that bear on a finding; `known` is an exception told already.
  mutating func writeRelief(_ finding: Finding, except known: ExceptionUse? = nil) {
    if let exception = finding.exception, exception != known {
      let isShort = finding.outcome == .unknown && !options.listsAll
      let cite = isShort ? "" : exception.cite.map { " (\(say($0)))" } ?? ""
      label(
        ko: "예외", en: "exception",
        "\(exception.id) \(say(exception.title))\(cite)\(end(of: exception)) — \(state(of: exception))")
    }
    if let proof = proof(of: finding) { label(ko: "입증", en: "proof", proof) }
    if let waiver = finding.waiver { label(ko: "유예", en: "waiver", words(for: waiver)) }
    for decision in finding.earlierDecisions + [finding.decision].compactMap({ $0 }) {
      label(ko: "의견", en: "decision", words(for: decision))
    }
  }

  /// Decisions on findings that are not told one by one: what was met, does not apply or was not asked.
  mutating func writeDecided() {
    guard !sections.decided.isEmpty else { return }
    let count = findings(sections.decided.count)
    heading(say(ko: "기록된 의견 — 점검 항목 \(count)", en: "Decisions on record — \(count)"))
    for index in sections.decided {
      let finding = report.findings[index]
      let part = finding.part.map { ".\($0)" } ?? ""
      let subject = finding.subject == nil ? "" : ": \(subject(of: finding))"
      page.paragraph(
        "- \(finding.rule)\(part) \(say(finding.title))\(subject) — \(say(finding.word))", hanging: 2)
      for decision in finding.earlierDecisions + [finding.decision].compactMap({ $0 }) {
        page.paragraph(words(for: decision), indent: 4)
      }
    }
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
  func end(of exception: ExceptionUse) -> String {
    guard let last = exception.inForce?.to else { return "" }
    let day = DateText.day(last, options.language)
    return say(ko: " [\(day)까지 시행]", en: " [in force until \(day)]")
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

  private func words(for waiver: WaiverUse) -> String {
    let by = say(waiver.grantedBy.name)
    let from = DateText.day(waiver.grantedOn, options.language)
    let to = DateText.day(waiver.expires, options.language)
    var text = say(
      ko: "\(waiver.id) \(by) \(from) 결정, \(to)까지", en: "\(waiver.id) by \(by), \(from), until \(to)")
    if waiver.state == .undecided {
      text += say(
        ko: " — 효력을 판단할 사실이 기재되지 않음", en: " — undecided: a fact that it depends on is not stated")
    }
    let more = [waiver.reason.map(say), waiver.basis.map(say), waiver.document].compactMap { $0 }
    return more.isEmpty ? text : "\(text) (\(more.joined(separator: "; ")))"
  }

  private func words(for decision: DecisionUse) -> String {
    var text = "\(decision.by) \(DateText.day(decision.on, options.language))"
    if let from = decision.from, let to = decision.to {
      text += ": \(say(from.word)) → \(word(to, nil))"
    }
    switch decision.reply {
    case "accept": text += say(ko: ": 수용", en: ": accepts")
    case "dispute": text += say(ko: ": 이견", en: ": disputes")
    case "will_fix": text += say(ko: ": 보완 예정", en: ": will fix")
    case let reply?: text += ": \(reply)"
    case nil: break
    }
    if let reason = decision.reason { text += " — \(say(reason))" }
    if let document = decision.document { text += " (\(document))" }
    if decision.stale {
      text += say(
        ko: " (이후 사실이나 결과가 바뀌어 효력 없음)", en: " (stale: the facts or the outcome have changed since)")
    }
    return text
  }
}
