import Diagnostics

/// A checked expression with what the checker found about each of its parts: what a review looks at.
package struct ObservedExpression: Sendable {
  /// Where the text stands.
  package let source: ExpressionSource
  /// The parsed text.
  let tree: SyntaxTree
  /// What each node of the tree is; nil for names that are part of a path, and where something was wrong.
  let parts: [Typed?]
  /// Notes and warnings that only a review shows, such as names that hide others.
  let remarks: DiagnosticLog

  /// What a node is.
  subscript(id: SyntaxTree.ID) -> Typed? {
    parts.indices.contains(id.index) ? parts[id.index] : nil
  }

  /// A node's text on one line, shortened where it is too long to be quoted whole.
  func written(_ id: SyntaxTree.ID) -> String {
    let range = tree[id].range
    let text = String(
      decoding: source.text.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > 60 ? line.prefix(40) + " … " + line.suffix(15) : line
  }

  /// The place of a node in the file.
  func span(_ id: SyntaxTree.ID) -> SourceSpan? {
    source.span(tree[id].range)
  }
}
