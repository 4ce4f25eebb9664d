extension Term {
  /// The terms directly inside this one.
  package var children: [Term] {
    var children: [Term] = []
    forEachChild { children.append($0) }
    return children
  }

  /// Gives the terms directly inside this one to `body`, one after the other, without putting them into a list.
  package func forEachChild(_ body: (Term) -> Void) {
    switch self {
    case .constant, .local, .cell, .parameter, .root, .error: break
    case .field(let a, _), .follow(let a, _), .not(let a), .negate(let a, _), .select(let a, _, _),
      .hasKey(let a, _):
      body(a)
    case .and(let a, let b), .or(let a, let b), .equals(let a, let b, _, _), .compare(_, let a, let b, _),
      .arithmetic(_, let a, let b, _), .contains(let a, let b, _), .index(let a, let b, _),
      .find(let a, _, let b, _):
      body(a)
      body(b)
    case .conditional(let a, let b, let c):
      body(a)
      body(b)
      body(c)
    case .list(let terms), .call(_, let terms, _), .table(_, let terms, _): terms.forEach(body)
    case .map(let entries, _):
      for entry in entries {
        body(entry.key)
        body(entry.value)
      }
    case .macro(let macro):
      body(macro.list)
      body(macro.body)
      if let condition = macro.condition { body(condition) }
      if let join = macro.join { body(join.value) }
    case .has(let a, _), .stated(let a, _): if let a { body(a) }
    case .opt(let a, _, let fallback):
      if let a { body(a) }
      body(fallback)
    }
  }

  /// The steps it names directly.
  package var cells: Set<CellID> {
    var cells: Set<CellID> = []
    addCells(to: &cells)
    return cells
  }

  private func addCells(to cells: inout Set<CellID>) {
    if case .cell(let cell) = self { cells.insert(cell) }
    forEachChild { $0.addCells(to: &cells) }
  }
}
