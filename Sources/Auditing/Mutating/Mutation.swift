import Diagnostics

/// A change of one thing in a policy file.
struct Mutation: Sendable {
  /// What may stand in a thing's place.
  struct Replacement: Sendable {
    /// The bytes in the file.
    var bytes: [UInt8]
    /// What the thing then reads.
    var shown: String
  }

  /// The bytes that are replaced.
  let span: SourceSpan
  /// What the thing reads.
  let original: String
  /// What takes their place: the first that the checker accepts.
  let replacements: [Replacement]
  /// The rule, measure, parameter, table or definition that it is a part of, else the policy.
  let owner: String
  /// Ids of the rules and measures that it can reach; nil: any.
  var rules: Set<String>?

  /// The whole file with a replacement in it.
  func file(with replacement: Replacement) -> SourceFile {
    SourceFile(
      path: span.file.path,
      bytes: Array(span.file.bytes[..<span.start]) + replacement.bytes + Array(span.file.bytes[span.end...]))
  }
}
