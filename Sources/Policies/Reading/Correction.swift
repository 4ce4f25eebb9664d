import Diagnostics
import YAMLTree

/// A misspelt word of a file, such as a key that is near a known one: once it is reported, the file is read as if the
/// right word stood there, so that nothing else is said because of it.
struct Correction {
  /// Puts the word that was probably meant in its place.
  let edit: YAMLEdit
  /// What was reported.
  let problem: Diagnostic
}

extension Correction {
  /// Most readings of one file: a misspelt key may hide others below it.
  private static let mostReadings = 4

  /// What `read` makes of a file, read again with the words that were meant as long as misspelt ones are found.
  ///
  /// `isWhole` says whether nothing was corrected and no error was found.
  static func reading<Model>(
    _ tree: YAMLTree, diagnostics: inout DiagnosticLog, _ read: (YAMLTree) -> (model: Model?, reader: Reader)
  ) -> (model: Model?, isWhole: Bool) {
    var (model, reader) = read(tree)
    var problems: [Diagnostic] = []
    var tree = tree
    for _ in 1..<mostReadings where !reader.corrections.isEmpty {
      problems += reader.corrections.map(\.problem)
      tree = tree.replacing(reader.corrections.map(\.edit))
      (model, reader) = read(tree)
    }
    for problem in problems { diagnostics.append(problem) }
    diagnostics.append(contentsOf: reader.log)
    return (model, problems.isEmpty && !reader.log.hasErrors)
  }
}
