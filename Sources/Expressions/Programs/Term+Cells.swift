extension Term {
  /// The terms directly inside this one.
  package var children: [Term] {
    switch self {
    case .constant, .local, .cell, .parameter, .root, .error: []
    case .field(let a, _), .follow(let a, _), .not(let a), .negate(let a, _), .select(let a, _, _),
      .hasKey(let a, _):
      [a]
    case .and(let a, let b), .or(let a, let b), .equals(let a, let b, _, _), .compare(_, let a, let b, _),
      .arithmetic(_, let a, let b, _), .contains(let a, let b, _), .index(let a, let b, _):
      [a, b]
    case .conditional(let a, let b, let c): [a, b, c]
    case .list(let terms), .call(_, let terms, _), .table(_, let terms, _): terms
    case .map(let entries, _): entries.flatMap { [$0.key, $0.value] }
    case .macro(let macro):
      [macro.list, macro.body] + (macro.condition.map { [$0] } ?? []) + (macro.join.map { [$0.value] } ?? [])
    case .has(let a, _), .stated(let a, _): a.map { [$0] } ?? []
    case .opt(let a, _, let fallback): (a.map { [$0] } ?? []) + [fallback]
    case .find(let list, _, let value, _): [list, value]
    }
  }

  /// The steps it names directly.
  package var cells: Set<CellID> {
    if case .cell(let cell) = self { return [cell] }
    return children.reduce(into: []) { $0.formUnion($1.cells) }
  }
}
