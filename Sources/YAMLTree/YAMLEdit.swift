/// One change to a tree. Nodes to be changed belong to the tree; values may come from other trees.
///
/// A node that aliases share is one node: changing it changes every place that refers to it.
package enum YAMLEdit: Sendable {
  /// Puts another value in a node's place.
  case replace(YAMLNode, with: YAMLNode)
  /// Takes out a list's item, or a mapping's entry given its value. The root stays.
  case remove(YAMLNode)
  /// Adds an entry to a mapping, or gives the entry of that key another value.
  case insert(key: String, value: YAMLNode, into: YAMLNode)
  /// Adds an item at the end of a list.
  case append(YAMLNode, to: YAMLNode)
  /// Like `insert` under a path of keys; what is no mapping on the way becomes one.
  case insertPath([String], value: YAMLNode, into: YAMLNode)
  /// Gives a scalar, which may be a key, another text in the same place.
  case reword(YAMLNode, as: String)
}

extension YAMLTree {
  /// A copy with some nodes replaced, added or removed, one edit after the other.
  ///
  /// Nodes keep the places they had in their own files; what an edit adds stands where its value stands.
  /// An edit that does not fit, such as an item for a mapping or a node of another tree, changes nothing.
  package func replacing(_ edits: [YAMLEdit]) -> YAMLTree {
    var editor = TreeEditor(self)
    for edit in edits { editor.apply(edit) }
    return editor.tree
  }
}
