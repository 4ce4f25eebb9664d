import Expressions

extension Term {
  /// Whether the term or one inside it has a property.
  func contains(where matches: (Term) -> Bool) -> Bool {
    var open = [self]
    while let term = open.popLast() {
      if matches(term) { return true }
      open.append(contentsOf: term.children)
    }
    return false
  }

  /// A parameter or a table: a value that has versions.
  var isDatedValue: Bool {
    switch self {
    case .parameter, .table: true
    case .constant, .local, .cell, .root, .field, .follow, .and, .or, .not, .conditional, .equals, .compare,
      .arithmetic, .negate, .contains, .index, .select, .list, .map, .call, .macro, .has, .opt, .stated,
      .hasKey, .find, .error:
      false
    }
  }
}
