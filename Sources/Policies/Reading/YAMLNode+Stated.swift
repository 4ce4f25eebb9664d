import YAMLTree

extension YAMLNode {
  /// The value under a key, unless it is empty or `null`.
  func stated(_ key: String) -> YAMLNode? {
    self[key].flatMap { $0.isNull ? nil : $0 }
  }

  /// The entry whose key has this text, with the key's own node.
  func entry(_ key: String) -> (key: YAMLNode, value: YAMLNode)? {
    entries.first { $0.key.hasText(key) }
  }
}
