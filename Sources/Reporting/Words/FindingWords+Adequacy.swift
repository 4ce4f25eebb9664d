import Diagnostics
import Findings

extension FindingWords {
  /// What a measure came to, or that it cannot be computed.
  func measured(_ finding: Finding) -> String {
    stated(of: finding) ?? say(ko: "(계산할 수 없음)", en: "(cannot be computed)")
  }

  /// How a measure was worked out, what it lacks, and the numbers that it uses.
  func workings(of finding: Finding) -> [String] {
    var texts = finding.message.map { [say($0)] } ?? []
    let steps = workedRow(of: finding)
    if !steps.isEmpty { texts.append(steps) }
    let (gaps, more) = gaps(of: finding)
    texts += gaps.map(\.text)
    if more > 0 { texts.append(moreKinds(more)) }
    return texts + finding.parameters.map { number($0, of: finding.heading).text }
  }

  /// A measure's rule with where it is written.
  func basis(of finding: Finding) -> String {
    let cites = finding.citations.map { say($0.cite) }.joined(separator: "; ")
    return cites.isEmpty ? finding.rule : "\(finding.rule), \(cites)"
  }
}
