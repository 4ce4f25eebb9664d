import Diagnostics
import Findings

/// Something to change: a finding that fails or is waived, with whose element of the scheme it is about.
struct Change {
  /// Its place in the report's findings.
  let finding: Int
  /// Services that it is about, in words.
  let services: [String]
  /// Who operates them, in words.
  let operators: [String]

  /// What is to be changed: element by element, the one with the strongest effect and gravest severity first, and in
  /// it again the strongest effect and gravest severity first.
  static func changes(of words: FindingWords) -> [Change] {
    let report = words.report
    let places = report.findings.indices.filter {
      report.findings[$0].outcome == .fail || report.findings[$0].outcome == .waived
    }
    guard !places.isEmpty else { return [] }
    let elements = SchemeElements(words)
    var groups: [(path: String, findings: [Int])] = []
    var known: [String: Int] = [:]
    for index in places {
      // The outermost subject; the scheme as a whole where there is none.
      let path = report.findings[index].bindings.lazy.compactMap(\.path).first ?? ""
      if let place = known[path] {
        groups[place].findings.append(index)
      } else {
        known[path] = groups.count
        groups.append((path, [index]))
      }
    }
    let ranks = groups.map { group in
      group.findings.map { rank(of: report.findings[$0]) }.min { $0.lexicographicallyPrecedes($1) } ?? []
    }
    let order = groups.indices.sorted { a, b in
      (ranks[a] + [a]).lexicographicallyPrecedes(ranks[b] + [b])
    }
    return order.flatMap { place -> [Change] in
      let owners = elements.owners(of: groups[place].path)
      let ranked = groups[place].findings.map { (rank(of: report.findings[$0]) + [$0], $0) }
      return ranked.sorted { $0.0.lexicographicallyPrecedes($1.0) }.map { _, index in
        Change(finding: index, services: owners.services, operators: owners.operators)
      }
    }
  }

  /// What is waived comes after what is not; then the strongest effect, then the gravest severity.
  private static func rank(of finding: Finding) -> [Int] {
    [
      finding.outcome == .fail ? 0 : 1, Effect.allCases.firstIndex(of: finding.effect) ?? 0,
      RuleSeverity.allCases.firstIndex(of: finding.severity) ?? 0,
    ]
  }
}
