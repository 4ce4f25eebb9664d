import Findings

/// The rules of a report's findings, each once, with their places.
struct SARIFRules: Sendable {
  /// A heading of each rule, in the order of first use; parts of a rule share its place.
  private(set) var headings: [RuleHeading] = []
  private var places: [Key: Int] = [:]

  private struct Key: Hashable {
    let policy: String
    let rule: String
  }

  /// The rules that findings name.
  init(_ findings: [Finding]) {
    var last: RuleHeading?
    for index in findings.indices {
      let heading = findings[index].heading
      guard heading !== last else { continue }
      last = heading
      let key = Key(policy: heading.policy, rule: heading.rule)
      guard places[key] == nil else { continue }
      places[key] = headings.count
      headings.append(heading)
    }
  }

  /// The place of a finding's rule.
  func place(of heading: RuleHeading) -> Int {
    places[Key(policy: heading.policy, rule: heading.rule)] ?? -1
  }
}
