package import Diagnostics
package import YAMLTree

/// Changes to a scheme for one case of a policy test: what `set:` says.
package enum SchemeEdit {
  /// The scalar that takes a fact or an element out, when it is not quoted.
  package static let absent = "ABSENT"

  /// A copy of a scheme's tree with every path of `set:` given its value. Values stand first, then what is
  /// `ABSENT` is taken out, so that places counted by `#` keep their meaning. What cannot be done is reported.
  package static func applying(
    _ assignments: [(path: String, node: YAMLNode)], to tree: YAMLTree, vocabulary: Vocabulary,
    diagnostics: inout DiagnosticLog
  ) -> YAMLTree {
    apply(
      assignments.map { Assignment(text: $0.path, key: nil, value: $0.node) }, to: tree,
      vocabulary: vocabulary,
      diagnostics: &diagnostics)
  }

  /// The same for paths that stand in scalars, with problems of a path reported at its place.
  package static func applying(
    _ assignments: [(path: YAMLNode, node: YAMLNode)], to tree: YAMLTree, vocabulary: Vocabulary,
    diagnostics: inout DiagnosticLog
  ) -> YAMLTree {
    apply(
      assignments.map { Assignment(text: $0.path.text, key: $0.path, value: $0.node) }, to: tree,
      vocabulary: vocabulary, diagnostics: &diagnostics)
  }

  /// The same for the mapping under `set:`, with problems of a path reported at its place.
  package static func applying(
    _ set: YAMLNode, to tree: YAMLTree, vocabulary: Vocabulary, diagnostics: inout DiagnosticLog
  ) -> YAMLTree {
    guard !set.isNull else { return tree }
    guard set.kind == .mapping else {
      diagnostics.error(
        "edit.expected-mapping", at: set.span, ko: "`set`은 `경로: 값` 꼴이어야 합니다",
        en: "`set` needs a mapping of `path: value` entries")
      return tree
    }
    return apply(
      set.entries.map { Assignment(text: $0.key.text, key: $0.key, value: $0.value) }, to: tree,
      vocabulary: vocabulary, diagnostics: &diagnostics)
  }

  private static func apply(
    _ assignments: [Assignment], to tree: YAMLTree, vocabulary: Vocabulary, diagnostics: inout DiagnosticLog
  ) -> YAMLTree {
    guard assignments.count <= SchemeLimits.edits else {
      diagnostics.error(
        "edit.too-many", at: assignments.first?.span, ko: "`set`은 \(SchemeLimits.edits)줄까지입니다",
        en: "`set` may hold \(SchemeLimits.edits) assignments at most")
      return tree
    }
    var editor = SchemeEditor(tree: tree, vocabulary: vocabulary)
    var removals: [(Assignment, SchemePath)] = []
    for assignment in assignments {
      guard let path = assignment.path(&editor.log) else { continue }
      if assignment.isRemoval {
        removals.append((assignment, path))
      } else {
        editor.assign(assignment, path)
      }
    }
    editor.remove(removals)
    editor.forgetIncomplete(from: tree)
    diagnostics.append(contentsOf: editor.log)
    return editor.tree
  }

  /// One entry of `set:`.
  struct Assignment {
    /// The path as it was written.
    let text: String
    /// The scalar that holds the path, if a file does.
    let key: YAMLNode?
    /// What the place is given.
    let value: YAMLNode

    /// Whether the place is taken out.
    var isRemoval: Bool { value.kind == .scalar && !value.isQuoted && value.text == SchemeEdit.absent }

    /// Where problems of the path are reported.
    var span: SourceSpan { key?.span ?? value.span }

    /// Where a piece of the path stands; the value's place if no file holds the path.
    func span(of range: Range<Int>) -> SourceSpan {
      key?.span(ofText: range) ?? value.span
    }

    /// The path, or nil when it is malformed, which is reported.
    func path(_ log: inout DiagnosticLog) -> SchemePath? {
      do throws(SchemePath.Malformed) {
        return try SchemePath(text)
      } catch {
        error.report(at: span(of: error.range), diagnostics: &log)
        return nil
      }
    }
  }
}
