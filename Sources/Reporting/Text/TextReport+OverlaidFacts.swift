import Diagnostics
import Findings

extension TextReport {
  /// What an authority found otherwise than the company states.
  mutating func writeOverlaidFacts() {
    guard let facts = report.facts else { return }
    let count = facts.differences.count
    heading(
      say(
        ko: "\(facts.by) 확인 사실 — 보상안과 다른 것 \(count)건",
        en: "Facts found by \(facts.by) — \(count) differ from the scheme"))
    let source = [facts.path, facts.on.map { DateText.day($0, options.language) }].compactMap { $0 }
    page.paragraph("(\(source.joined(separator: ", ")))", hanging: 1)
    page.paragraph(
      say(
        ko: "이 값을 우선하여 점검함. 그 밖에 보상안과 같은 사실 \(facts.confirmed)건",
        en: "These values were audited. Besides, facts that agree with the scheme: \(facts.confirmed)"))
    for difference in facts.differences { write(difference) }
  }

  private mutating func write(_ difference: OverlaidFacts.Difference) {
    page.paragraph("- \(say(difference.name)) (\(difference.path))", hanging: 2)
    let company = difference.company.map(formatter.text) ?? say(ko: "(미기재)", en: "(not stated)")
    label(ko: "보상안", en: "scheme", company + place(difference.companyLocation))
    label(ko: "기관", en: "found", formatter.text(difference.authority) + place(difference.location))
  }

  /// The line, in the scheme or in the authority's file.
  private func place(_ location: ReportLocation?) -> String {
    location.map { say(ko: " (\($0.line)행)", en: " (line \($0.line))") } ?? ""
  }
}
