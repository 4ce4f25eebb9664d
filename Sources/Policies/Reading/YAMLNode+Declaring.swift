import YAMLTree

extension YAMLNode {
  /// Every name that stands where names are declared at or below the node, be the declaration right or not: keys,
  /// and the values of `id` and `as`.
  var declaredNames: Set<String> {
    var names: Set<String> = []
    var open = [self]
    while let node = open.popLast() {
      switch node.kind {
      case .scalar: break
      case .sequence: open += node.items
      case .mapping:
        for (key, value) in node.entries {
          names.insert(key.text)
          if key.hasText("id") || key.hasText("as") { names.insert(value.text) }
          open.append(value)
        }
      }
    }
    return names
  }
}

extension YAMLTree {
  /// Names that the file declares or may declare: those that stand in it and the words of what could not be read.
  package var declaredNames: Set<String> { root.declaredNames.union(lostWords) }
}
