import Diagnostics

/// One rule for one subject under the law of two days.
public struct FindingChange: Sendable {
  /// What differs between the two.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The outcome.
    case outcome
    /// A number, a table's row, an exception or a value; the outcome is the same.
    case grounds
    /// The article's number, the wording or the body's name alone.
    case citation
  }

  /// For whom the later law is better, by the outcome alone.
  public enum Tendency: String, Sendable, Hashable, CaseIterable {
    /// What failed or was open is no longer asked, or is met.
    case milder
    /// What failed can no longer be decided.
    case perhapsMilder = "perhaps_milder"
    /// The outcome is worse, or open where it was not.
    case stricter
  }

  /// The finding under the earlier law; nil where the rule came out as a whole, or not at all.
  public var from: Finding?
  /// The finding under the later law; nil where the rule came out as a whole, or not at all.
  public var to: Finding?
  /// The finding of the whole rule, where one side has no finding for the subject: the rule was not in force, say.
  public var whole: Finding?
  /// What differs.
  public var kind: Kind
  /// What differs in what the two rest on.
  public var reasons: [LawReason]

  /// What the change is about: the later finding, else the earlier one.
  public var finding: Finding? { to ?? from }
  /// The outcome under the earlier law.
  public var earlier: Finding? { from ?? whole }
  /// The outcome under the later law.
  public var later: Finding? { to ?? whole }

  /// For whom the later law is better; nil where the outcomes weigh the same.
  public var tendency: Tendency? {
    // What a law does not look at weighs nothing.
    let before = earlier.map { Self.weight($0.outcome) } ?? 0
    let after = later.map { Self.weight($0.outcome) } ?? 0
    if after > before { return .stricter }
    if after == before { return nil }
    return after == 0 ? .milder : .perhapsMilder
  }

  /// Whether a person has to ask which of the two laws a sanction follows: only law is sanctioned.
  public var concernsSanctions: Bool {
    guard finding?.effect == .law, let tendency else { return false }
    return tendency != .stricter
  }

  /// How much an outcome weighs against the company.
  private static func weight(_ outcome: Outcome) -> Int {
    switch outcome {
    case .fail, .waived: 2
    case .unknown, .manual, .error: 1
    case .pass, .info, .notApplicable, .notInForce, .notSelected: 0
    }
  }
}
