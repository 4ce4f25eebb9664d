import Diagnostics
import Findings

extension TextReport {
  /// What an authority found otherwise than the company states.
  mutating func writeOverlaidFacts() {
    guard let facts = report.facts else { return }
    heading(words.title(of: facts))
    page.paragraph("(\(words.source(of: facts)))", hanging: 1)
    page.paragraph(words.remark(on: facts))
    for difference in facts.differences {
      page.paragraph("- \(say(difference.name)) (\(difference.path))", hanging: 2)
      label(ko: "보상안", en: "scheme", words.company(difference))
      label(ko: "기관", en: "found", words.authority(difference))
    }
  }
}
