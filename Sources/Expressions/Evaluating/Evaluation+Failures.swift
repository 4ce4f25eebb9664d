extension Evaluation {
  /// Evaluates what an expression begins with so that everything in it that fails on its own is named: of `&&` every
  /// false side, of `all` every false element, and of `||` and `exists` below a `!` those that are true. The first
  /// leads. Inside other operators one side is enough, as anywhere.
  func runNamingFailures(_ term: Term, failing: Bool = false) -> Value {
    switch term {
    case .and, .or, .not, .macro: break
    default: return run(term)
    }
    guard depth < Self.depthLimit else { return depthError() }
    depth += 1
    defer { depth -= 1 }
    switch term {
    case .and(let a, let b): return connect(a, b, deciding: false, failing: failing)
    case .or(let a, let b): return connect(a, b, deciding: true, failing: failing)
    case .not(let a):
      switch truth(of: a, failing: !failing) {
      case .known(let answer): return .bool(!answer)
      case .unknown: return .unknown
      case .error(let error): return .error(error)
      }
    case .macro(let macro): return self.macro(macro, failing: failing)
    default: return run(term)
    }
  }

  /// Evaluates a condition; `failing` as for `connect`.
  func truth(of term: Term, failing: Bool?) -> Truth {
    guard let failing else { return truth(of: term) }
    let mark = log.count
    return truth(runNamingFailures(term, failing: failing), since: mark)
  }

  /// Looks at the side of `&&` or `||` that need not be looked at, to name it if it fails as well. A limit is one
  /// whoever meets it.
  func naming(_ other: Term, deciding: Bool) -> Value {
    let mark = log.count
    switch truth(of: other, failing: deciding) {
    case .known(deciding): break
    case .error(let error) where error.kind == .limit: return .error(error)
    case .known, .unknown, .error: log.removeSubrange(mark...)
    }
    return .bool(deciding)
  }
}
