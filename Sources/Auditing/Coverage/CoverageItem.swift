import Diagnostics

/// One thing of a policy that tests should exercise, with its place.
struct CoverageItem: Sendable {
  /// What exercises it: all things of one of these.
  let ways: [Set<CoveredThing>]
  /// The rule or measure, else the policy.
  let owner: String
  /// Where it stands.
  let span: SourceSpan
  /// What to say where no test exercises it.
  let gap: LocalizedText

  /// Whether some way is among what was seen.
  func isExercised(by seen: Set<CoveredThing>) -> Bool {
    ways.contains { $0.isSubset(of: seen) }
  }
}
