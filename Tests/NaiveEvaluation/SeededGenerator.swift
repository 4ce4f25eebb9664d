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

  /// How many times more than usual the property tests try, from `TEST_EFFORT`.
  package static let effort = ProcessInfo.processInfo.environment["TEST_EFFORT"].flatMap { Int($0) } ?? 1

  /// The seeds of the property tests: some fixed ones, and one from `PROPERTY_SEED` if that is set.
  package static let seeds: [UInt64] =
    [1, 2, 3, 20_221_015]
    + [ProcessInfo.processInfo.environment["PROPERTY_SEED"].flatMap { UInt64($0) }].compactMap(\.self)
}
