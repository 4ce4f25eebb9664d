import Diagnostics
import Findings

/// Something to change: a finding that fails or is waived, with who has to see to it.
struct Change {
  /// Its place in the report's findings.
  let finding: Int
  /// Whose element of the scheme it is about.
  let owner: Owner

  /// What is to be changed, by owner; of one owner element by element, the one with the strongest effect and gravest
  /// severity first, and in it again the strongest effect and gravest severity first.
  static func changes(of words: FindingWords, _ elements: SchemeElements) -> [Change] {
    let report = words.report
    var groups: [(owner: Owner, findings: [Int])] = []
    var known: [Element: Int] = [:]
    for index in report.findings.indices {
      let finding = report.findings[index]
      guard finding.outcome == .fail || finding.outcome == .waived else { continue }
      // The outermost subject; the scheme as a whole where there is none.
      let element = Element(
        path: finding.bindings.lazy.compactMap(\.path).first ?? "", owner: elements.owner(of: finding))
      if let place = known[element] {
        groups[place].findings.append(index)
      } else {
        known[element] = groups.count
        groups.append((element.owner, [index]))
      }
    }
    let ranks = groups.map { group in
      group.findings.map { rank(of: report.findings[$0]) }.min { $0.lexicographicallyPrecedes($1) } ?? []
    }
    let order = groups.indices.sorted { a, b in
      if Owner.precedes(groups[a].owner, groups[b].owner) { return true }
      if Owner.precedes(groups[b].owner, groups[a].owner) { return false }
      return (ranks[a] + [a]).lexicographicallyPrecedes(ranks[b] + [b])
    }
    return order.flatMap { place -> [Change] in
      let ranked = groups[place].findings.map { (rank(of: report.findings[$0]) + [$0], $0) }
      return ranked.sorted { $0.0.lexicographicallyPrecedes($1.0) }.map { _, index in
        Change(finding: index, owner: groups[place].owner)
      }
    }
  }

  /// What stands together in the list.
  private struct Element: Hashable {
    let path: String
    let owner: Owner
  }

  /// What is waived comes after what is not; then the strongest effect, then the gravest severity.
  private static func rank(of finding: Finding) -> [Int] {
    [
      finding.outcome == .fail ? 0 : 1, Effect.allCases.firstIndex(of: finding.effect) ?? 0,
      RuleSeverity.allCases.firstIndex(of: finding.severity) ?? 0,
    ]
  }
}
