import Diagnostics
import Findings

extension FindingWords {
  /// What a reader must see first: what kind of document was audited, and under which law.
  var banners: [(text: String, note: String?)] {
    var banners: [(text: String, note: String?)] = []
    if let provenance = report.provenance {
      let note = provenance.note.map(say)
      switch provenance.kind {
      case .filed: if let note { banners.append(("", note)) }
      case .draft:
        let text = say(ko: "제출 전 초안에 대한 점검임", en: "This is a check of a draft that has not been filed.")
        banners.append((text, note))
      case .reconstructed:
        let text = say(
          ko: "공개된 보도·발표를 바탕으로 재구성한 보상안이며, 해당 회사가 작성하거나 제출한 문서가 아님",
          en: "The scheme was reconstructed from public reports; it is not a document of that company.")
        banners.append((text, note))
      }
    }
    if let notice = report.redactionNotice { banners.append((say(notice), nil)) }
    if let date = report.law.date.map(day) {
      let option = isLetter ? "" : say(ko: "(--as-of)", en: " (--as-of)")
      let text = say(
        ko: "각 기준이 정한 적용일 대신 \(date)을 기준일로 하여 점검한 결과임\(option)",
        en: "Checked against the law of \(date) in place of the dates that each policy asks for\(option).")
      banners.append((text, nil))
    }
    return banners
  }

  /// What the verdict rests on: rules of effect `law` alone.
  var verdictReason: String {
    guard let law = report.summary.counts(.law) else {
      return say(
        ko: "법령의 효력을 갖는 규칙은 점검 대상에 없음", en: "No rule of legal effect was among those checked.")
    }
    let fails = law.findings(.fail)
    let open = counted([.error, .unknown, .manual], law)
    switch report.summary.verdict {
    case .potentialViolations:
      return say(
        ko: "법령 규칙에서 위반 소지 \(fails)건" + (open.isEmpty ? "" : ", \(open)"),
        en: "\(counted(fails, "potential violation")) of law" + (open.isEmpty ? "" : "; \(open)"))
    case .incomplete: return incomplete(law, open)
    case .noneFound:
      guard law.findings(.pass) + law.findings(.waived) > 0 else {
        return say(
          ko: "법령 규칙 가운데 이 보상안에 적용되는 것이 없음", en: "No rule of law applies to this scheme.")
      }
      return say(
        ko: "법령 규칙에서 위반 소지, 자료 보완 필요, 판단 필요 없음",
        en: "No finding under law failed or was left undecided.")
    }
  }

  /// What a verdict of open findings rests on. Where nothing was decided, that nothing failed says nothing.
  private func incomplete(_ law: Summary.Counts, _ open: String) -> String {
    let undecided = law.findings(.error) + law.findings(.unknown) + law.findings(.manual)
    let decided = counted([.pass, .waived], law)
    guard !decided.isEmpty else {
      return say(
        ko: "이 보상안에 적용되는 법령 점검 항목 \(undecided)건 가운데 결과가 정해진 것이 없음: \(open)",
        en: undecided == 1
          ? "The only finding of law that applies could not be decided: \(open)."
          : "None of the \(undecided) findings of law that apply could be decided: \(open).")
    }
    let all = undecided + law.findings(.pass) + law.findings(.waived)
    return say(
      ko: "이 보상안에 적용되는 법령 점검 항목 \(all)건 가운데 \(decided), \(open). 위반 소지로 본 것은 없음",
      en: "Of \(all) findings of law that apply: \(decided); \(open). None is a potential violation.")
  }

  /// `자료 보완 필요 103건, 판단 필요 3건`, `more information needed (103), judgement needed (3)`.
  private func counted(_ outcomes: [Outcome], _ counts: Summary.Counts) -> String {
    outcomes.compactMap { outcome -> String? in
      let count = counts.findings(outcome)
      return count > 0 ? say(ko: "\(outcome.word.ko) \(count)건", en: "\(outcome.word.en) (\(count))") : nil
    }.joined(separator: ", ")
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }

  /// What an audit is not.
  var disclaimer: String { say(Summary.disclaimer) }

  // ── what was audited ───────────────────────────────────────────────────────

  /// The scheme's title and id; empty where it states neither.
  var schemeName: String {
    [report.scheme.title.map(say), report.scheme.id].compactMap { $0 }.filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// What people call the scheme: its title, else its id, else its file.
  var schemeTitle: String {
    [report.scheme.title.map(say), report.scheme.id].compactMap { $0 }.first { !$0.isEmpty }
      ?? report.scheme.path
  }

  /// Whether there are policies and none was approved by its body.
  var isUnapproved: Bool { !report.policies.isEmpty && !report.policies.contains(where: \.isApproved) }

  /// Says that no policy was approved.
  var unapprovedRemark: String {
    say(ko: "어느 기준도 기관의 문안 확인을 받지 않음", en: "no policy's text was approved by its body")
  }

  /// Up to so many policies have a line with their notes each.
  private static let fewPolicies = 8

  /// A line for each policy; many of them, unless everything is listed, a line for each kind of text.
  var policyLines: [String] {
    let saysUnapproved = !isUnapproved
    guard report.policies.count > Self.fewPolicies, !listsAll else {
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
    if policy.isApproved || saysUnapproved { line += ", \(review(of: policy))" }
    return line + ")" + (policy.legal.note.map { ": \(say($0))" } ?? "")
  }

  /// Whether the policy's text was approved, by whom and when.
  func review(of policy: AuditReport.Policy) -> String {
    guard policy.isApproved, let review = policy.review else {
      return say(ko: "기관의 문안 확인을 받지 않음", en: "text not approved")
    }
    let by = review.by.map { say(ko: "\($0) 문안 확인", en: "text approved by \($0)") }
    let text = by ?? say(ko: "문안 확인됨", en: "text approved")
    return review.on.map { "\(text) \(day($0))" } ?? text
  }

  /// From which dates the law was taken.
  var lawDate: String {
    report.law.date.map { say(ko: "\(day($0))(--as-of)", en: "\(day($0)) (--as-of)") }
      ?? say(ko: "각 기준이 정한 적용일", en: "the dates that each policy asks for")
  }

  /// The program, and the digest of the scheme by which a reader knows whether it is the same file.
  var basis: String {
    let tool = "\(report.tool.name) \(report.tool.version)"
    guard let scheme = report.inputs.first(where: { $0.path == report.scheme.path }) else { return tool }
    return "\(tool) · \(scheme.path) SHA-256 \(scheme.sha256)"
  }

  /// What a profile does; nil where none was chosen.
  var profile: String? {
    report.options.profile.map {
      say(ko: "프로파일 \($0)에 따라 규칙을 고르고 수치를 강화함", en: "\($0) selects rules and tightens numbers")
    }
  }

  // ── counts ─────────────────────────────────────────────────────────────────

  /// `8건: 미충족 1, 충족 7`: counts by outcome, the worst first.
  func total(_ counts: [String: Int]) -> String {
    let parts = Outcome.worstFirst.compactMap { outcome -> String? in
      guard let count = counts[outcome.rawValue], count > 0 else { return nil }
      return tied("\(say(outcome.word)) \(count)")
    }
    let total = "\(counts.values.reduce(0, +))" + say(ko: "건", en: "")
    return parts.isEmpty ? total : "\(total): \(parts.joined(separator: ", "))"
  }

  /// `위반 소지 1/2, 충족 3/7`: rules and findings.
  func pairs(_ counts: Summary.Counts, _ effect: Effect) -> String {
    Outcome.worstFirst.compactMap { outcome -> String? in
      let (rules, findings) = (counts.rules(outcome), counts.findings(outcome))
      return rules + findings > 0 ? tied("\(word(outcome, effect)) \(rules)/\(findings)") : nil
    }.joined(separator: ", ")
  }

  /// A text that is not broken into lines at its spaces.
  private func tied(_ text: String) -> String {
    Bytes.words(of: text).joined(separator: BrokenText.tie)
  }

  /// `위반 소지 1, 충족 7`: findings of sections by outcome, the worst first.
  func counts(of sections: [RuleBlock.Section], _ effect: Effect) -> String {
    Outcome.worstFirst.compactMap { outcome -> String? in
      let count = sections.reduce(0) { $1.outcome == outcome ? $0 + $1.count : $0 }
      return count > 0 ? "\(word(outcome, effect)) \(count)" : nil
    }.joined(separator: ", ")
  }
}
