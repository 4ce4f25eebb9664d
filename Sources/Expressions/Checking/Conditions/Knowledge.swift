import Diagnostics

/// What is known about the values of terms where a condition is asked: what other conditions leave of them.
package struct Knowledge: Sendable {
  /// What is left of a term's values, and the condition that left no more.
  struct Entry: Sendable {
    /// The values that are left.
    var values: ValueSet
    /// The condition that says so, if it stands in a file.
    var span: SourceSpan?
  }

  /// By the terms' keys.
  private(set) var entries: [String: Entry] = [:]

  /// Nothing is known.
  package init() {}

  /// What is known about a term.
  subscript(key: String) -> Entry? { entries[key] }

  /// Adds what a condition says; the later of two conditions is the one that is named.
  mutating func learn(_ constraint: Constraint, from span: SourceSpan?) {
    guard let known = entries[constraint.key] else {
      entries[constraint.key] = Entry(values: constraint.values, span: span)
      return
    }
    // Contradictions are reported where they arise; nothing follows from them.
    guard let both = known.values.intersection(constraint.values), !both.isEmpty, both != known.values else {
      return
    }
    entries[constraint.key] = Entry(values: both, span: span ?? known.span)
  }
}
