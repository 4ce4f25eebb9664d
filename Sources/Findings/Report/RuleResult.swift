public import Diagnostics

/// One rule with the worst outcome of its findings.
public struct RuleResult: Sendable, Hashable, Codable {
  /// The policy's id.
  public var policy: String
  /// The rule's id.
  public var rule: String
  /// The rule's title.
  public var title: LocalizedText
  /// What weight it has.
  public var effect: Effect
  /// How much it matters within its effect.
  public var severity: RuleSeverity
  /// The worst outcome of its findings.
  public var outcome: Outcome
  /// How many findings it has.
  public var findings: Int

  /// One row for each rule, in the order of first occurrence.
  public static func table(of findings: [Finding]) -> [RuleResult] {
    var rows: [RuleResult] = []
    var places: [String: Int] = [:]
    // Findings of a rule mostly stand together: the last heading's row is at hand.
    var last: (heading: RuleHeading, place: Int)?
    for index in findings.indices {
      let heading = findings[index].heading
      let outcome = findings[index].outcome
      let place: Int
      if let last, last.heading === heading {
        place = last.place
      } else if let known = places[heading.rule] {
        place = known
      } else {
        place = rows.count
        places[heading.rule] = place
        rows.append(
          RuleResult(
            policy: heading.policy, rule: heading.rule, title: heading.title, effect: heading.effect,
            severity: heading.severity, outcome: outcome, findings: 0))
      }
      last = (heading, place)
      rows[place].findings += 1
      if outcome.badness < rows[place].outcome.badness { rows[place].outcome = outcome }
    }
    return rows
  }
}

extension Outcome {
  /// Its place among the outcomes that a rule is counted by, the worst first.
  package var badness: Int {
    switch self {
    case .error: 0
    case .fail: 1
    case .unknown: 2
    case .manual: 3
    case .waived: 4
    case .pass: 5
    case .info: 6
    case .notApplicable: 7
    case .notInForce: 8
    case .notSelected: 9
    }
  }

  /// All outcomes, the worst first.
  package static let worstFirst: [Outcome] = allCases.sorted { $0.badness < $1.badness }
}
