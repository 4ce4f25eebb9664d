public import Diagnostics

/// The verdict and the counts of a report.
public struct Summary: Sendable, Codable {
  /// What the audit found, looking at rules of effect `law` alone.
  public enum Verdict: String, Sendable, Hashable, Codable, CaseIterable {
    /// A rule of effect `law` failed.
    case potentialViolations = "potential_violations"
    /// None failed, and one could not be decided.
    case incomplete
    /// None failed and all were decided.
    case noneFound = "none_found"
  }

  /// Counts for the rules of one effect.
  public struct Counts: Sendable, Hashable, Codable {
    /// Rules by their worst outcome.
    public var rules: [String: Int]
    /// Findings by outcome.
    public var findings: [String: Int]

    /// No rule and no finding.
    public init() {
      rules = [:]
      findings = [:]
    }

    /// Rules with this worst outcome.
    public func rules(_ outcome: Outcome) -> Int { rules[outcome.rawValue] ?? 0 }
    /// Findings with this outcome.
    public func findings(_ outcome: Outcome) -> Int { findings[outcome.rawValue] ?? 0 }
  }

  /// What the audit found.
  public var verdict: Verdict
  /// Rules by their worst outcome.
  public var rules: [String: Int]
  /// Findings by outcome.
  public var findings: [String: Int]
  /// The same counts for each effect that occurs.
  public var byEffect: [String: Counts]
  /// The exit status.
  public var exit: Int

  /// Counts findings and rules, and derives verdict and exit status.
  public init(findings: [Finding], rules: [RuleResult], options: AuditOptions) {
    var total = Counts()
    var byEffect: [String: Counts] = [:]
    for rule in rules {
      total.rules[rule.outcome.rawValue, default: 0] += 1
      byEffect[rule.effect.rawValue, default: Counts()].rules[rule.outcome.rawValue, default: 0] += 1
    }
    // There are few of these, and many findings.
    var tally: [(effect: Effect, outcome: Outcome, count: Int)] = []
    for index in findings.indices {
      let (effect, outcome) = (findings[index].effect, findings[index].outcome)
      if let place = tally.firstIndex(where: { $0.effect == effect && $0.outcome == outcome }) {
        tally[place].count += 1
      } else {
        tally.append((effect, outcome, 1))
      }
    }
    for (effect, outcome, count) in tally {
      total.findings[outcome.rawValue, default: 0] += count
      byEffect[effect.rawValue, default: Counts()].findings[outcome.rawValue, default: 0] += count
    }
    self.rules = total.rules
    self.findings = total.findings
    self.byEffect = byEffect
    let law = byEffect[Effect.law.rawValue] ?? Counts()
    verdict =
      law.findings(.fail) > 0
      ? .potentialViolations
      : law.findings(.unknown) + law.findings(.manual) + law.findings(.error) > 0 ? .incomplete : .noneFound
    exit = Self.exitStatus(findings, options)
  }

  /// Rules with this worst outcome.
  public func rules(_ outcome: Outcome) -> Int { rules[outcome.rawValue] ?? 0 }
  /// Findings with this outcome.
  public func findings(_ outcome: Outcome) -> Int { findings[outcome.rawValue] ?? 0 }
  /// Counts for the rules of an effect; nil where none was loaded.
  public func counts(_ effect: Effect) -> Counts? { byEffect[effect.rawValue] }

  private static func exitStatus(_ findings: [Finding], _ options: AuditOptions) -> Int {
    var failed = false
    var undecided = false
    for index in findings.indices {
      switch findings[index].outcome {
      case .error: return 2
      case .fail: failed = failed || options.failOn.counts(findings[index].effect, findings[index].severity)
      case .unknown: undecided = undecided || options.strict || findings[index].effect == .law
      case .manual:
        let underReview = findings[index].effect == .law && findings[index].exception?.review == true
        undecided = undecided || options.strict || underReview
      case .pass: undecided = undecided || (options.strict && !findings[index].assumed.isEmpty)
      case .waived, .notApplicable, .notInForce, .notSelected, .info: break
      }
    }
    return failed ? 1 : undecided ? 3 : 0
  }
}
