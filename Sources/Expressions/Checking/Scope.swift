/// The names that a place in a policy declares besides facts, parameters and tables: subjects of `for_each`,
/// steps, definitions.
package struct Scope: Sendable {
  /// What a name stands for.
  package enum Binding: Sendable {
    /// A subject, by its local slot.
    case local(Int, ValueType)
    /// A step or definition, its type and the locals it reads directly or through other steps.
    case cell(CellID, ValueType, usedLocals: Set<Int>)
    /// Something whose declaration has an error: what rests on it is not judged.
    case broken
  }

  /// Names that authors may not give to subjects, steps and definitions.
  package static let reserved: Set<String> = [
    "if", "p", "table", "actual", "expected", "true", "false", "null", "in",
  ]

  /// Bindings by name; a later one hides an earlier one of the same name.
  package private(set) var bindings: [String: Binding] = [:]

  /// The first local slot that no binding ever occupied.
  package private(set) var nextLocal = 0
  /// Names of steps that are declared further down and cannot be used yet.
  package var later: Set<String> = []
  /// Whether some name has dots.
  private(set) var hasDottedNames = false

  package init() {}

  /// Declares a name; a name with dots is matched by its longest prefix.
  package mutating func bind(_ name: String, _ binding: Binding) {
    bindings[name] = binding
    if name.utf8.contains(UInt8(ascii: ".")) { hasDottedNames = true }
    switch binding {
    case .local(let slot, _): nextLocal = max(nextLocal, slot + 1)
    case .cell(_, _, let used): nextLocal = max(nextLocal, (used.max() ?? -1) + 1)
    case .broken: break
    }
  }

  /// What a name stands for; nil if nothing has it.
  package subscript(name: String) -> Binding? {
    bindings[name]
  }
}
