import Foundation

/// A small generator of pseudo-random numbers (SplitMix64) that a seed determines: what tests draw, they draw here.
package struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// A generator whose numbers follow from the seed.
  package init(seed: UInt64) {
    state = seed
  }

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  // ── what property tests draw from ──────────────────────────────────────────

  /// How many times more than usual the property tests try, from `TEST_EFFORT`.
  package static let effort = variable("TEST_EFFORT").flatMap { Int($0) } ?? 1

  /// The seeds of the property tests: some fixed ones, or the one of `TEST_SEED` where that is set.
  package static let seeds: [UInt64] = given.map { [$0] } ?? [1, 2, 3, usual]

  /// The seed of property tests that take long: a fixed one, or that of `TEST_SEED`.
  package static let seed = given ?? usual

  /// The seed of one round of a test whose rounds each have their own. The first round's is the test's own: the seed
  /// that a failure names comes first when `TEST_SEED` gives it.
  package static func seed(ofRound round: UInt64, from first: UInt64) -> UInt64 {
    first &+ round &* 1_000_003
  }

  /// How to run what failed with a seed again.
  package static func again(_ seed: UInt64) -> String {
    "run again with TEST_SEED=\(seed)" + (effort == 1 ? "" : " TEST_EFFORT=\(effort)")
  }

  private static let usual: UInt64 = 20_221_015
  private static let given = variable("TEST_SEED").flatMap { UInt64($0) }

  private static func variable(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name]
  }
}
