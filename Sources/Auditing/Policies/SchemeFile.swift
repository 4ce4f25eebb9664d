package import Diagnostics
package import Schemes
import YAMLTree

/// A scheme's file, parsed and, once the vocabularies are known, read.
package struct SchemeFile: Sendable {
  /// The scheme; nil until it is read and where it cannot be, which is reported.
  package private(set) var scheme: Scheme?
  /// Every problem that was found.
  private(set) var log = DiagnosticLog()
  private let tree: YAMLTree?

  /// Parses a file, as far as it can be read: what it says is of no use if YAML lost its way in it, and its other
  /// problems are found in the same pass.
  package init(parsing file: SourceFile) {
    tree = YAMLTree.parseRest(file, into: &log)
  }

  /// The same file, read with the vocabularies of a set.
  package func read(with policies: PolicySet) -> SchemeFile {
    guard let tree, scheme == nil else { return self }
    var file = self
    let scheme = policies.readScheme(tree, diagnostics: &file.log)
    file.scheme = file.log.hasErrors ? nil : scheme
    return file
  }
}
