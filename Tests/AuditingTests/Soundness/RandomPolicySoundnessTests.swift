import Diagnostics
import Findings
import TestSupport
import Testing

@testable import Auditing

/// The two soundness properties over policies and schemes made at random.
@Suite struct RandomPolicySoundnessTests {
  /// Files made from a seed; nil: they are not valid.
  private static func files(seed: UInt64) -> (DraftedSet.Files, RandomVocabulary) {
    let draft = RandomPolicyDraft(seed: seed, asksWhetherStated: seed % 3 == 0)
    let files = DraftedSet.Files(
      vocabulary: draft.vocabulary.draft, policy: draft.policy, waivers: draft.waivers)
    return (files, draft.vocabulary)
  }

  /// What came of many trials.
  private struct Tally {
    var policies = 0
    /// Why files are not valid, the first reason of each.
    var refusals: [String] = []
    var pairs = 0
    var outcomes: [Outcome: Int] = [:]
  }

  /// Each run takes its own seeds from the seed of all.
  @Test(arguments: 0..<UInt64(4))
  func `findings of random policies rest on their grounds, and silence does not help`(run: UInt64) {
    var tally = Tally()
    for round in 0..<UInt64(24 * SeededGenerator.effort) {
      let seed = SeededGenerator.seed(ofRound: run + 4 * round, from: SeededGenerator.seed)
      guard let found = Self.counterexample(seed: seed, &tally) else { continue }
      Issue.record("\(SeededGenerator.again(seed)): \(found.shrunk())")
    }
    print(
      "seed \(SeededGenerator.seed), run \(run): \(tally.policies) policies, \(tally.pairs) pairs of schemes")
    #expect(tally.refusals.count * 9 < tally.policies, "too few policies are valid: \(tally.refusals)")
    #expect(tally.pairs > tally.policies * 8, "too few schemes are valid")
    for outcome in [Outcome.pass, .fail, .unknown, .manual, .notApplicable] {
      #expect(tally.outcomes[outcome, default: 0] > 0, "no finding is \(outcome)")
    }
  }

  private static func counterexample(seed: UInt64, _ tally: inout Tally) -> SoundnessCounterexample? {
    let (files, vocabulary) = files(seed: seed)
    var problems: [String] = []
    guard let set = DraftedSet(files, problems: &problems) else {
      tally.refusals += problems.prefix(1)
      return nil
    }
    tally.policies += 1
    var schemes = RandomSchemeDraft(seed: seed, vocabulary: vocabulary)
    var random = SeededGenerator(seed: seed ^ 0x50)
    for _ in 0..<2 {
      guard let one = set.audit(schemes.scheme()) else { continue }
      for finding in one.findings.values { tally.outcomes[finding.outcome, default: 0] += 1 }
      for draft in others(than: one, &schemes, &random) {
        guard draft != one.draft, let other = set.audit(draft) else { continue }
        tally.pairs += 1
        if set.problem(one, other) != nil {
          return SoundnessCounterexample(files, set, one.draft, draft)
        }
      }
    }
    return nil
  }

  /// Schemes that leave something out, say something else, or agree only on what a finding rests on.
  private static func others(
    than one: DraftedSet.Audited, _ schemes: inout RandomSchemeDraft, _ random: inout SeededGenerator
  ) -> [SchemeDraft] {
    let places = one.draft.places.shuffled(using: &random)
    var others = places.prefix(5).map { one.draft.saying(nil, at: $0) }
    for place in places.suffix(4) { others.append(schemes.varied(one.draft, at: place)) }
    for finding in one.findings.values.sorted(by: { $0.id < $1.id }).shuffled(using: &random).prefix(6) {
      others.append(schemes.agreeing(with: one.draft, on: finding))
    }
    return others
  }
}
