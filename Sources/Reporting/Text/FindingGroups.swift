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
  static func groups(_ findings: [Finding], _ formatter: ValueFormatter) -> [FindingGroup] {
    var groups: [FindingGroup] = []
    var places: [[UInt8]: Int] = [:]
    var entryPlaces: [[UInt8]: (group: Int, entry: Int)] = [:]
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
      let entry = entryKey(finding, place, formatter)
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

  private static func ruleKey(_ finding: Finding, _ word: String) -> [UInt8] {
    var key: [UInt8] = []
    add(finding.policy, to: &key)
    add(finding.rule, to: &key)
    add(finding.part ?? "", to: &key)
    add(finding.outcome.rawValue, to: &key)
    add(word, to: &key)
    add(finding.authority?.id ?? "", to: &key)
    for citation in finding.citations { add(citation.cite.ko, to: &key) }
    return key
  }

  /// What must be equal for two findings of a block to be told once.
  private static func entryKey(_ finding: Finding, _ group: Int, _ formatter: ValueFormatter) -> [UInt8] {
    let language = formatter.language
    var key: [UInt8] = []
    key.reserveCapacity(256)
    add(String(group), to: &key)
    add(finding.message?[language] ?? "", to: &key)
    add(finding.remedy?[language] ?? "", to: &key)
    add(finding.question?[language] ?? "", to: &key)
    add(finding.actual?.text ?? "", to: &key)
    add(finding.expected?.text ?? "", to: &key)
    if let exception = finding.exception { add(exception.id + exception.state.rawValue, to: &key) }
    if let waiver = finding.waiver { add(waiver.id, to: &key) }
    if let decision = finding.decision { add(decision.by + decision.on, to: &key) }
    add(finding.firm ? "firm" : "", to: &key)
    for missing in finding.missing {
      add(missing.kind.rawValue, to: &key)
      add(missing.name[language], to: &key)
    }
    return key
  }

  private static func add(_ text: String, to key: inout [UInt8]) {
    key.append(contentsOf: text.utf8)
    key.append(0)
  }
}
