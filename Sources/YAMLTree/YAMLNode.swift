/// A place in a tree: one scalar, list or mapping. Equal nodes are the same node, not the same content.
package struct YAMLNode: Sendable, Hashable {
  /// What a node holds.
  package enum Kind: UInt8, Sendable, BitwiseCopyable {
    /// A value, a list, a mapping.
    case scalar, sequence, mapping
  }

  /// How a scalar is written; lists and mappings are `plain`.
  package enum Style: UInt8, Sendable, BitwiseCopyable {
    /// How it is written: bare, quoted, or as a block.
    case plain, singleQuoted, doubleQuoted, literal, folded
  }

  /// The tree the node lives in.
  package let tree: YAMLTree
  /// The node's index in the tree's records.
  let id: UInt32

  /// The node with this index.
  init(tree: YAMLTree, id: UInt32) {
    self.tree = tree
    self.id = id
  }

  /// Whether both are the same node of the same tree.
  package static func == (a: YAMLNode, b: YAMLNode) -> Bool {
    a.id == b.id && a.tree === b.tree
  }

  /// Hashes the node's identity.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(ObjectIdentifier(tree))
  }

  /// The node's entry in the arena.
  var record: NodeRecord { tree.records[Int(id)] }

  /// Whether it is a scalar, a list or a mapping.
  package var kind: Kind { record.kind }

  /// How a scalar is written.
  package var style: Style { record.style }

  /// Whether the author marked a scalar as text, by quotes or as a block.
  package var isQuoted: Bool { record.style != .plain }

  /// The scalar's text in NFC; empty for lists and mappings.
  package var text: String {
    let record = record
    guard record.kind == .scalar else { return "" }
    return tree.string(Int(record.first)..<Int(record.first) + Int(record.count))
  }

  /// Whether it is a scalar with exactly this text, given in NFC; cheaper than a look at `text`.
  package func hasText(_ wanted: String) -> Bool {
    let record = record
    guard record.kind == .scalar, Int(record.count) == wanted.utf8.count else { return false }
    let text = tree.text
    return text.span.extracting(Int(record.first)..<Int(record.first) + Int(record.count))
      .isEqual(to: wanted.utf8.span)
  }

  /// The bytes of `text`.
  package var utf8: ArraySlice<UInt8> {
    let record = record
    guard record.kind == .scalar else { return [] }
    return tree.text[Int(record.first)..<Int(record.first) + Int(record.count)]
  }

  /// The number of items of a list or entries of a mapping.
  package var count: Int {
    let record = record
    return switch record.kind {
    case .scalar: 0
    case .sequence: Int(record.count)
    case .mapping: Int(record.count) / 2
    }
  }

  /// The items of a list in order; empty for scalars and mappings.
  package var items: [YAMLNode] {
    guard record.kind == .sequence else { return [] }
    return childIDs.map { YAMLNode(tree: tree, id: $0) }
  }

  /// The entries of a mapping in order; empty for scalars and lists.
  package var entries: [(key: YAMLNode, value: YAMLNode)] {
    let record = record
    guard record.kind == .mapping else { return [] }
    let first = Int(record.first)
    return (0..<Int(record.count) / 2).map { index in
      (
        YAMLNode(tree: tree, id: tree.children[first + 2 * index]),
        YAMLNode(tree: tree, id: tree.children[first + 2 * index + 1])
      )
    }
  }

  /// The places among a mapping's entries whose keys have none of these texts, given in NFC.
  package func placesOfKeys(notAmong wanted: [String]) -> [Int] {
    let record = record
    guard record.kind == .mapping else { return [] }
    let (arena, records, children) = (tree.text, tree.records, tree.children)
    let text = arena.span
    var places: [Int] = []
    entries: for place in 0..<Int(record.count) / 2 {
      let key = records[Int(children[Int(record.first) + 2 * place])]
      if key.kind == .scalar {
        let words = text.extracting(Int(key.first)..<Int(key.first) + Int(key.count))
        for word in wanted where word.utf8.count == words.count && words.isEqual(to: word.utf8.span) {
          continue entries
        }
      }
      places.append(place)
    }
    return places
  }

  /// The value of a mapping's entry, nil if there is none; keys compare in NFC.
  package subscript(key: String) -> YAMLNode? {
    let record = record
    guard record.kind == .mapping else { return nil }
    // Few keys are compared faster than one is looked for among those of the whole tree.
    if record.count <= 2 * Self.fewKeys {
      if let id = tree.value(of: key.utf8.span, in: record) { return YAMLNode(tree: tree, id: id) }
      if key.utf8.span.isASCII { return nil }
    }
    return tree.findKey(key).flatMap { value(ofKeyID: $0) }
  }

  private static let fewKeys = 16

  /// The key as a number below `YAMLTree.keyCount`, for keys; equal texts have equal numbers.
  package var keyID: Int? {
    let key = record.key
    return key == NodeRecord.noKey ? nil : Int(key)
  }

  /// Plain `null`, `~` or nothing at all.
  package var isNull: Bool {
    let record = record
    guard record.kind == .scalar, record.style == .plain, record.count <= 4 else { return false }
    let utf8 = utf8
    return utf8.isEmpty || utf8.elementsEqual("null".utf8) || utf8.elementsEqual("~".utf8)
  }

  /// Plain `none`.
  package var isNone: Bool {
    let record = record
    return record.kind == .scalar && record.style == .plain && record.count == 4
      && utf8.elementsEqual("none".utf8)
  }

  /// Whether a part of it could not be read, or does not mean what it says, which has been reported: what it lacks
  /// is not missing, and what it says is not judged.
  package var isBroken: Bool { record.isBroken }

  /// The indices of the children; keys and values alternate.
  var childIDs: ArraySlice<UInt32> {
    let record = record
    guard record.kind != .scalar else { return [] }
    return tree.children[Int(record.first)..<Int(record.first) + Int(record.count)]
  }

  /// The value of a mapping's entry by its key's number.
  func value(ofKeyID wanted: UInt32) -> YAMLNode? {
    let ids = childIDs
    var index = ids.startIndex
    while index + 1 < ids.endIndex {
      if tree.records[Int(ids[index])].key == wanted { return YAMLNode(tree: tree, id: ids[index + 1]) }
      index += 2
    }
    return nil
  }
}
