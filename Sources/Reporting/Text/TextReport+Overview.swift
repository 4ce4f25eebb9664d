import Diagnostics
import Findings

extension TextReport {
  /// What was audited, the verdict in words and the counts.
  mutating func writeOverview() {
    writeBanners()
    writeVerdict()
    writeScope()
    writeCounts()
  }

  /// What kind of document was audited, and under which law.
  mutating func writeBanners() {
    if let provenance = report.provenance {
      switch provenance.kind {
      case .filed: break
      case .draft:
        banner(ko: "제출 전 초안에 대한 점검임", en: "This is a check of a draft that has not been filed.")
      case .reconstructed:
        banner(
          ko: "공개된 보도·발표를 바탕으로 재구성한 보상안이며, 해당 회사가 작성하거나 제출한 문서가 아님",
          en: "The scheme was reconstructed from public reports; it is not a document of that company.")
      }
      if let note = provenance.note { page.paragraph(say(note), indent: 2) }
    }
    if let date = report.law.date {
      let day = DateText.day(date, options.language)
      banner(
        ko: "각 기준이 정한 적용일 대신 \(day)을 기준일로 하여 점검한 결과임(--as-of)",
        en: "Checked against the law of \(day) in place of the dates that each policy asks for (--as-of).")
    }
    page.blank()
  }

  private mutating func banner(ko: String, en: String) {
    page.paragraph("* \(say(ko: ko, en: en))", hanging: 2, style: .strong)
  }

  private mutating func writeVerdict() {
    let verdict = report.summary.verdict
    let style: Page.Style =
      switch verdict {
      case .potentialViolations: .bad
      case .incomplete: .open
      case .noneFound: .good
      }
    page.headline(
      say(ko: "종합 결과:", en: "Overall:"), style: .strong, say(verdict.word), hanging: 2)
    page.paragraph(verdictReason, indent: 2, style: style)
    page.paragraph("(\(say(Summary.disclaimer)))", indent: 2, hanging: 3, style: .faint)
    page.blank()
  }

  /// What the verdict rests on: rules of effect `law` alone.
  private var verdictReason: String {
    guard let law = report.summary.counts(.law) else {
      return say(
        ko: "법령의 효력을 갖는 규칙은 점검 대상에 없음", en: "No rule of legal effect was among those checked.")
    }
    let fails = law.findings(.fail)
    let open = [Outcome.error, .unknown, .manual].compactMap { outcome -> String? in
      let count = law.findings(outcome)
      return count > 0 ? say(ko: "\(outcome.word.ko) \(count)건", en: "\(outcome.word.en) (\(count))") : nil
    }.joined(separator: ", ")
    switch report.summary.verdict {
    case .potentialViolations:
      return say(
        ko: "법령 규칙에서 위반 소지 \(fails)건" + (open.isEmpty ? "" : ", \(open)"),
        en: "\(counted(fails, "potential violation")) of law" + (open.isEmpty ? "" : "; \(open)"))
    case .incomplete:
      return say(
        ko: "법령 규칙에서 확인된 위반 소지는 없으나 \(open)",
        en: "No potential violation of law was found, but not all could be decided: \(open)")
    case .noneFound:
      return say(
        ko: "법령 규칙에서 위반 소지, 자료 보완 필요, 판단 필요 없음",
        en: "No finding under law failed or was left undecided.")
    }
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }

  /// Up to so many policies have a line with their notes each.
  private static let fewPolicies = 8

  private mutating func writeScope() {
    let column = options.language == .ko ? 8 : 10
    let scheme = report.scheme
    let name = [scheme.title.map(say), scheme.id].compactMap { $0 }.filter { !$0.isEmpty }
    let place = say(ko: "(\(scheme.path); 행 번호는 이 파일의 행임)", en: "(\(scheme.path); lines below are its lines)")
    page.labelled(
      say(ko: "보상안", en: "scheme"), (name + [place]).joined(separator: " "), indent: 0, column: column)
    let isUnapproved = !report.policies.isEmpty && !report.policies.contains(where: \.isApproved)
    let lines = policyLines(saysUnapproved: !isUnapproved)
    for (index, line) in lines.enumerated() {
      page.labelled(
        index == 0 ? say(ko: "기준", en: "policies") : "", line, indent: 0, column: column, hanging: 2)
    }
    if isUnapproved {
      page.paragraph(
        say(ko: "(어느 기준도 기관의 문안 확인을 받지 않음)", en: "(no policy's text was approved by its body)"),
        indent: column)
    }
    if let profile = report.options.profile {
      page.labelled(
        say(ko: "선별", en: "profile"),
        say(ko: "프로파일 \(profile)에 따라 규칙을 고르고 수치를 강화함", en: "\(profile) selects rules and tightens numbers"),
        indent: 0, column: column)
    }
    if !report.options.waivers.isEmpty {
      page.labelled(
        say(ko: "유예", en: "waivers"), report.options.waivers.joined(separator: ", "), indent: 0,
        column: column)
    }
    if !report.options.decisions.isEmpty {
      page.labelled(
        say(ko: "의견", en: "decisions"), report.options.decisions.joined(separator: ", "), indent: 0,
        column: column)
    }
    page.blank()
  }

  /// A line for each policy; many of them, unless everything is listed, a line for each kind of text.
  private func policyLines(saysUnapproved: Bool) -> [String] {
    guard report.policies.count > Self.fewPolicies, !options.listsAll else {
      return report.policies.map { policyLine($0, saysUnapproved: saysUnapproved) }
    }
    var kinds: [(status: LegalStatus, titles: [String])] = []
    for policy in report.policies {
      var title = "\(say(policy.title)) \(policy.version)"
      if saysUnapproved, !policy.isApproved { title += say(ko: "(문안 미확인)", en: " (text not approved)") }
      if let place = kinds.firstIndex(where: { $0.status == policy.legal.status }) {
        kinds[place].titles.append(title)
      } else {
        kinds.append((policy.legal.status, [title]))
      }
    }
    let order = LegalStatus.allCases
    kinds.sort { (order.firstIndex(of: $0.status) ?? 0) < (order.firstIndex(of: $1.status) ?? 0) }
    return kinds.map { "\(say($0.status.label)): \($0.titles.joined(separator: ", "))" }
      + [say(ko: "(기준마다의 유의 사항은 --all)", en: "(--all gives the notes of each policy)")]
  }

  private func policyLine(_ policy: AuditReport.Policy, saysUnapproved: Bool) -> String {
    var line = "\(say(policy.title)) \(policy.version) (\(say(policy.legal.status.label))"
    if policy.isApproved, let review = policy.review {
      let by = review.by.map { say(ko: ", \($0) 문안 확인", en: ", text approved by \($0)") }
      line += by ?? say(ko: ", 문안 확인됨", en: ", text approved")
      if let on = review.on { line += " \(DateText.day(on, options.language))" }
    } else if saysUnapproved {
      line += say(ko: ", 기관의 문안 확인을 받지 않음", en: ", text not approved")
    }
    return line + ")" + (policy.legal.note.map { ": \(say($0))" } ?? "")
  }

  private mutating func writeCounts() {
    let summary = report.summary
    let column = options.language == .ko ? 8 : 10
    page.labelled(
      say(ko: "규칙", en: "rules"), total(summary.rules, say(ko: "건", en: "")), indent: 0, column: column)
    page.labelled(
      say(ko: "항목", en: "findings"), total(summary.findings, say(ko: "건", en: "")), indent: 0,
      column: column)
    guard summary.byEffect.count > 1 || (summary.counts(.law) == nil && !summary.byEffect.isEmpty) else {
      return
    }
    page.paragraph(
      say(
        ko: "효력별 (규칙/점검 항목; 규칙은 가장 무거운 결과로 셈)",
        en: "By effect (rules/findings; a rule counts by its worst finding)"))
    let effects = Effect.allCases.filter { summary.counts($0) != nil }
    let widest = effects.map { CellWidth.of(say($0.label)) }.max() ?? 0
    for effect in effects {
      guard let counts = summary.counts(effect) else { continue }
      page.labelled(say(effect.label), pairs(counts, effect), indent: 2, column: widest + 4)
    }
  }

  /// `8건: 미충족 1, 충족 7`.
  private func total(_ counts: [String: Int], _ noun: String) -> String {
    let parts = Outcome.worstFirst.compactMap { outcome -> String? in
      guard let count = counts[outcome.rawValue], count > 0 else { return nil }
      return tied("\(say(outcome.word)) \(count)")
    }
    let total = "\(counts.values.reduce(0, +))\(noun)"
    return parts.isEmpty ? total : "\(total): \(parts.joined(separator: ", "))"
  }

  /// `위반 소지 1/2, 충족 3/7`: rules and findings.
  private func pairs(_ counts: Summary.Counts, _ effect: Effect) -> String {
    Outcome.worstFirst.compactMap { outcome -> String? in
      let (rules, findings) = (counts.rules(outcome), counts.findings(outcome))
      return rules + findings > 0 ? tied("\(word(outcome, effect)) \(rules)/\(findings)") : nil
    }.joined(separator: ", ")
  }

  /// A text that is not broken into lines at its spaces.
  private func tied(_ text: String) -> String {
    Bytes.words(of: text).joined(separator: BrokenText.tie)
  }

  /// The word for an outcome of rules of an effect, without what narrows it.
  func word(_ outcome: Outcome, _ effect: Effect?) -> String {
    guard outcome == .fail, let effect else { return say(outcome.word) }
    return say(effect.failureWord)
  }
}
