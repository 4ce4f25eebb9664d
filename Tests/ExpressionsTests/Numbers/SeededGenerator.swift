import Foundation

/// A small generator of pseudo-random numbers (SplitMix64) that a seed determines.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// How much more than usual the property tests try, from `TEST_EFFORT`.
  static let effort = ProcessInfo.processInfo.environment["TEST_EFFORT"].flatMap { Int($0) } ?? 1

  /// The seeds of the property tests: some fixed ones, and one from `PROPERTY_SEED` if that is set.
  static let seeds: [UInt64] =
    [1, 2, 3, 20_221_015]
    + [ProcessInfo.processInfo.environment["PROPERTY_SEED"].flatMap { UInt64($0) }].compactMap(\.self)
}
