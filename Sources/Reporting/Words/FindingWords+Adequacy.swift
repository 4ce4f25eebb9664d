import Diagnostics
import Findings

extension FindingWords {
  /// What a measure came to, or that it cannot be computed.
  func measured(_ finding: Finding) -> String {
    stated(of: finding) ?? say(ko: "(계산할 수 없음)", en: "(cannot be computed)")
  }

  /// A measure's rule with where it is written.
  func basis(of finding: Finding) -> String {
    let cites = finding.citations.map { say($0.cite) }.joined(separator: "; ")
    return cites.isEmpty ? finding.rule : "\(finding.rule), \(cites)"
  }
}
