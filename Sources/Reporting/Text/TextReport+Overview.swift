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
    for banner in words.banners {
      if !banner.text.isEmpty { page.paragraph("* \(banner.text)", hanging: 2, style: .strong) }
      if let note = banner.note { page.paragraph(note, indent: 2) }
    }
    page.blank()
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
    page.paragraph(words.verdictReason, indent: 2, style: style)
    page.paragraph("(\(words.disclaimer))", indent: 2, hanging: 3, style: .faint)
    page.blank()
  }

  /// Where the texts after an overview's labels begin.
  private var overviewColumn: Int { options.language == .ko ? 8 : 10 }

  private mutating func row(ko: String, en: String, _ text: String, hanging: Int = 0) {
    page.labelled(say(ko: ko, en: en), text, indent: 0, column: overviewColumn, hanging: hanging)
  }

  private mutating func writeScope() {
    let path = report.scheme.path
    let place = say(ko: "(\(path); 행 번호는 이 파일의 행임)", en: "(\(path); lines below are its lines)")
    let name = words.schemeName
    row(ko: "보상안", en: "scheme", name.isEmpty ? place : "\(name) \(place)")
    for (index, line) in words.policyLines.enumerated() {
      row(ko: index == 0 ? "기준" : "", en: index == 0 ? "policies" : "", line, hanging: 2)
    }
    if words.isUnapproved { page.paragraph("(\(words.unapprovedRemark))", indent: overviewColumn) }
    if let zone = words.timeZone { row(ko: "시각", en: "times", zone) }
    if let profile = words.profile { row(ko: "선별", en: "profile", profile) }
    if !report.options.waivers.isEmpty {
      row(ko: "유예", en: "waivers", report.options.waivers.joined(separator: ", "))
    }
    if !report.options.decisions.isEmpty {
      row(ko: "의견", en: "decisions", report.options.decisions.joined(separator: ", "))
    }
    page.blank()
  }

  private mutating func writeCounts() {
    let summary = report.summary
    row(ko: "규칙", en: "rules", words.total(summary.rules))
    row(ko: "항목", en: "findings", words.total(summary.findings))
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
      page.labelled(say(effect.label), words.pairs(counts, effect), indent: 2, column: widest + 4)
    }
  }
}
