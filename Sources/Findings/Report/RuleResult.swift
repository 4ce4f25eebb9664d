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
    var last: (rule: String, place: Int)?
    for finding in findings {
      let place: Int
      if let last, last.rule == finding.rule {
        place = last.place
      } else if let known = places[finding.rule] {
        place = known
      } else {
        place = rows.count
        places[finding.rule] = place
        rows.append(
          RuleResult(
            policy: finding.policy, rule: finding.rule, title: finding.title, effect: finding.effect,
            severity: finding.severity, outcome: finding.outcome, findings: 0))
      }
      last = (finding.rule, place)
      rows[place].findings += 1
      if finding.outcome.badness < rows[place].outcome.badness { rows[place].outcome = finding.outcome }
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
