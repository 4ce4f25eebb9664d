/// Which multiple of the step a number between two of them becomes.
package enum Rounding: String, Sendable, Hashable, CaseIterable {
  /// The next multiple towards positive infinity.
  case up
  /// The next multiple towards negative infinity.
  case down
  /// The nearest multiple; halfway, the one farther from zero.
  case halfUp
  /// The nearest multiple; halfway, the even one.
  case halfEven
}
