/// Why something cannot be put into a pack, or what a pack holds cannot be read.
package enum PackFailure: Error, Sendable {
  /// The bytes end early or say what no writer writes.
  case damaged
  /// A value that no policy file can state, such as one that only a computation gives.
  case unwritable
}
