import Expressions

/// Tells lists whose elements are chosen one by one from lists in which one element may depend on another.
enum PlainSelection {
  /// Whether a term is a list of facts, perhaps filtered by tests that look at one element after the other.
  static func isPlain(_ term: Term, in program: Program) -> Bool {
    var term = term
    // A definition may name another, and filters may be stacked; a checked program has no cycles.
    while true {
      switch term {
      case .root: return true
      case .field(.local, _): return true
      case .cell(let cell): term = program.cells[cell.index].expression.term
      case .macro(let macro):
        guard macro.kind == .filter, isElementTest(macro.body, in: program) else { return false }
        term = macro.list
      default: return false
      }
    }
  }

  /// Whether a test reads single facts, or goes through lists by macros, which say of each element what they rest on:
  /// then the grounds of a test are the element's own.
  private static func isElementTest(_ term: Term, in program: Program) -> Bool {
    var pending = [term]
    while let term = pending.popLast() {
      switch term {
      case .constant, .local, .parameter, .root: break
      case .field(let base, _): pending.append(base)
      case .follow(let base, _): pending.append(base)
      case .and(let a, let b), .or(let a, let b): pending += [a, b]
      case .not(let a), .negate(let a, _): pending.append(a)
      case .conditional(let a, let b, let c): pending += [a, b, c]
      case .equals(let a, let b, _, _), .compare(_, let a, let b, _), .arithmetic(_, let a, let b, _):
        pending += [a, b]
      case .contains(let a, let b, _): pending += [a, b]
      case .list(let terms): pending += terms
      case .call(_, let arguments, _): pending += arguments
      case .table(_, let arguments, _): pending += arguments
      case .has(let base, _), .stated(let base, _): if let base { pending.append(base) }
      case .opt(let base, _, let fallback):
        pending.append(fallback)
        if let base { pending.append(base) }
      case .macro(let macro): pending += [macro.list, macro.body] + (macro.condition.map { [$0] } ?? [])
      case .cell, .index, .select, .map, .hasKey, .find, .error: return false
      }
    }
    return true
  }
}
