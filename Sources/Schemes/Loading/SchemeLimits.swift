/// What a scheme file may hold at most, beside the limits of the YAML tree.
package enum SchemeLimits {
  /// Places for facts: the sum over all elements of the number of facts that their kind may state.
  package static let slots = 8_000_000
  /// Names compared in search of suggestions while one file is loaded.
  package static let suggestionWork = 200_000
  /// Keys of a list among which one is sought in place of a reference that leads nowhere.
  package static let suggestionKeys = 2_000
  /// UTF-8 bytes of a name for which a suggestion is sought.
  package static let suggestionLength = 100
  /// UTF-8 bytes of the author's text that a message repeats.
  package static let quotedLength = 80
  /// Values of one `either`.
  package static let readings = 20
  /// Facts that a vocabulary may declare.
  package static let declarations = 2_000
  /// Assignments in one `set:`.
  package static let edits = 1_000
}
