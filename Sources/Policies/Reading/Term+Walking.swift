import Expressions

extension Term {
  /// Whether the term or one inside it has a property.
  func contains(where matches: (Term) -> Bool) -> Bool {
    if matches(self) { return true }
    var isFound = false
    forEachChild { child in isFound = isFound || child.contains(where: matches) }
    return isFound
  }

  /// Gives the term and every one inside it to `body`.
  func forEachInside(_ body: (Term) -> Void) {
    body(self)
    forEachChild { $0.forEachInside(body) }
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
