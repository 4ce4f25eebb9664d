import Diagnostics
import Findings

/// Findings of one rule with one outcome, as one block of the report.
struct FindingGroup {
  /// Findings that say the same of several subjects: the first stands for all.
  struct Entry {
    /// The findings, in the order of the report.
    var findings: [Finding]
    /// The finding that is shown.
    var first: Finding { findings[0] }
  }

  /// A finding whose heading is shown.
  var first: Finding
  /// The outcome in words.
  var word: String
  /// What is said, once for all subjects it is said of.
  var entries: [Entry]

  /// How many findings it holds.
  var count: Int { entries.reduce(0) { $0 + $1.findings.count } }
}

/// Puts findings together that a reader wants to see together.
enum FindingGrouping {
  /// Blocks for the findings, the gravest severity first, in it the worst outcome first; then in their order.
  static func groups(_ findings: some Sequence<Finding>, _ formatter: ValueFormatter) -> [FindingGroup] {
    var groups: [FindingGroup] = []
    var places: [String: Int] = [:]
    var entryPlaces: [String: (group: Int, entry: Int)] = [:]
    for finding in findings {
      let word = finding.word[formatter.language]
      let rule = ruleKey(finding, word)
      let place: Int
      if let known = places[rule] {
        place = known
      } else {
        place = groups.count
        places[rule] = place
        groups.append(FindingGroup(first: finding, word: word, entries: []))
      }
      let entry = rule + entryKey(finding, formatter)
      if let known = entryPlaces[entry] {
        groups[known.group].entries[known.entry].findings.append(finding)
      } else {
        entryPlaces[entry] = (place, groups[place].entries.count)
        groups[place].entries.append(.init(findings: [finding]))
      }
    }
    return groups.enumerated().sorted { a, b in
      rank(a.element.first, a.offset) < rank(b.element.first, b.offset)
    }.map(\.element)
  }

  private static func rank(_ finding: Finding, _ offset: Int) -> (Int, Int, Int) {
    (
      RuleSeverity.allCases.firstIndex(of: finding.severity) ?? 0, finding.outcome.badness, offset
    )
  }

  private static func ruleKey(_ finding: Finding, _ word: String) -> String {
    var key = [finding.policy, finding.rule, finding.part ?? "", finding.outcome.rawValue, word]
    key.append(finding.authority?.id ?? "")
    key += finding.citations.map(\.cite.ko)
    return key.joined(separator: "\u{0}")
  }

  private static func entryKey(_ finding: Finding, _ formatter: ValueFormatter) -> String {
    let language = formatter.language
    var key = [
      "", finding.message?[language] ?? "", finding.remedy?[language] ?? "", finding.question?[language] ?? "",
      finding.actual.map(formatter.text) ?? "", finding.expected.map(formatter.text) ?? "",
      finding.exception?.id ?? "", finding.exception?.state.rawValue ?? "", finding.waiver?.id ?? "",
      finding.firm ? "" : "open", finding.decision?.by ?? "", finding.decision?.on ?? "",
    ]
    for missing in finding.missing { key += [missing.kind.rawValue, missing.name[language]] }
    return key.joined(separator: "\u{0}")
  }
}
