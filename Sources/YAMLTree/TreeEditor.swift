import Diagnostics

/// A tree under change: nodes keep their numbers, new ones are added at the end.
struct TreeEditor {
  private let original: YAMLTree
  private var records: [NodeRecord]
  private var children: [UInt32]
  private var text: [UInt8]
  private var keys: KeyTable
  private var files: [SourceFile]
  /// The children of lists and mappings whose children changed.
  private var changed: [UInt32: [UInt32]] = [:]
  private var removed: Set<UInt32> = []
  private var fileNumbers: [ObjectIdentifier: UInt32] = [:]
  /// Where texts of other trees were copied to, so that a long text that is used often is copied once.
  private var textPlaces: [TextPlace: UInt32] = [:]

  private struct TextPlace: Hashable {
    var tree: ObjectIdentifier
    var first: UInt32
    var count: UInt32
  }

  /// An editor with no change made.
  init(_ tree: YAMLTree) {
    original = tree
    records = tree.records
    children = tree.children
    text = tree.text
    keys = tree.keys
    files = tree.files
    for (number, file) in files.enumerated() { fileNumbers[ObjectIdentifier(file)] = UInt32(number) }
  }

  /// Makes one change.
  mutating func apply(_ edit: YAMLEdit) {
    switch edit {
    case .replace(let node, let value):
      guard node.tree === original else { return }
      replace(node.id, with: copy(value))
    case .remove(let node):
      guard node.tree === original, node.id != original.rootID else { return }
      removed.insert(node.id)
    case .insert(let key, let value, let mapping):
      guard mapping.tree === original, records[Int(mapping.id)].kind == .mapping else { return }
      set(key, to: copy(value), in: mapping.id)
    case .append(let value, let list):
      guard list.tree === original, records[Int(list.id)].kind == .sequence else { return }
      append([copy(value)], to: list.id)
    case .insertPath(let path, let value, let node):
      guard node.tree === original, let last = path.last else { return }
      let id = copy(value)
      var parent = mapping(at: node.id, beside: id)
      for key in path.dropLast() {
        let child = valueIndex(of: key, in: parent).map { currentChildren(parent)[$0] }
        if let child, !removed.contains(child) {
          parent = mapping(at: child, beside: id)
        } else {
          let made = addMapping(beside: id)
          set(key, to: made, in: parent)
          parent = made
        }
      }
      set(last, to: id, in: parent)
    case .reword(let node, let words):
      guard node.tree === original, records[Int(node.id)].kind == .scalar else { return }
      reword(node.id, Normalization.nfc(words))
    }
  }

  /// The tree with all changes made.
  var tree: YAMLTree {
    var result = self
    result.settle()
    return YAMLTree(
      records: result.records, children: result.children, text: result.text, keys: result.keys,
      rootID: original.rootID, files: result.files, lostWords: original.lostWords,
      isWhole: original.isWhole)
  }

  // MARK: Changing

  private func currentChildren(_ id: UInt32) -> [UInt32] {
    if let ids = changed[id] { return ids }
    let record = records[Int(id)]
    guard record.kind != .scalar else { return [] }
    return Array(children[Int(record.first)..<Int(record.first) + Int(record.count)])
  }

  private mutating func append(_ ids: [UInt32], to parent: UInt32) {
    var all = changed.removeValue(forKey: parent) ?? currentChildren(parent)
    all.append(contentsOf: ids)
    changed[parent] = all
  }

  private mutating func replace(_ id: UInt32, with other: UInt32) {
    let key = records[Int(id)].key
    changed[id] = changed[other]
    records[Int(id)] = records[Int(other)]
    records[Int(id)].key = key
  }

  private mutating func reword(_ id: UInt32, _ words: String) {
    var record = records[Int(id)]
    if record.key == NodeRecord.noKey {
      record.first = UInt32(text.count)
      text.append(contentsOf: words.utf8)
      record.count = UInt32(text.count) - record.first
    } else {
      record.key = keys.intern(words.utf8.span, in: &text)
      let place = keys.range(of: record.key)
      record.first = UInt32(place.lowerBound)
      record.count = UInt32(place.count)
    }
    records[Int(id)] = record
  }

  private func valueIndex(of key: String, in mapping: UInt32) -> Int? {
    guard let wanted = keys.find(Normalization.nfc(key).utf8.span, in: text) else { return nil }
    let ids = currentChildren(mapping)
    return stride(from: 0, to: ids.count - 1, by: 2).first { records[Int(ids[$0])].key == wanted }
      .map { $0 + 1 }
  }

  private mutating func set(_ key: String, to value: UInt32, in mapping: UInt32) {
    if let index = valueIndex(of: key, in: mapping) {
      var ids = currentChildren(mapping)
      ids[index] = value
      changed[mapping] = ids
      return
    }
    let number = keys.intern(Normalization.nfc(key).utf8.span, in: &text)
    let place = keys.range(of: number)
    var record = records[Int(value)]
    record.kind = .scalar
    record.style = .plain
    record.isNormalized = false
    record.end = record.start
    record.first = UInt32(place.lowerBound)
    record.count = UInt32(place.count)
    record.key = number
    append([add(record), value], to: mapping)
  }

  /// Turns a node that is no mapping into an empty one.
  private mutating func mapping(at id: UInt32, beside value: UInt32) -> UInt32 {
    if records[Int(id)].kind != .mapping { replace(id, with: addMapping(beside: value)) }
    return id
  }

  private mutating func addMapping(beside value: UInt32) -> UInt32 {
    let place = records[Int(value)]
    var record = NodeRecord(
      kind: .mapping, style: .plain, start: place.start, end: place.end, first: 0, count: 0)
    record.file = place.file
    return add(record)
  }

  private mutating func add(_ record: NodeRecord) -> UInt32 {
    records.append(record)
    return UInt32(records.count - 1)
  }

  /// Writes changed children into the arena and leaves out removed ones.
  private mutating func settle() {
    if !removed.isEmpty {
      for id in records.indices where records[id].kind != .scalar {
        let ids = currentChildren(UInt32(id))
        if ids.contains(where: removed.contains) {
          changed[UInt32(id)] = remaining(of: ids, in: records[id].kind)
        }
      }
    }
    for (id, ids) in changed.sorted(by: { $0.key < $1.key }) {
      records[Int(id)].first = UInt32(children.count)
      records[Int(id)].count = UInt32(ids.count)
      children.append(contentsOf: ids)
    }
  }

  private func remaining(of ids: [UInt32], in kind: YAMLNode.Kind) -> [UInt32] {
    if kind == .sequence { return ids.filter { !removed.contains($0) } }
    var result: [UInt32] = []
    for index in stride(from: 0, to: ids.count - 1, by: 2) where !removed.contains(ids[index + 1]) {
      result.append(contentsOf: ids[index...index + 1])
    }
    return result
  }

  // MARK: Copying from another tree

  /// Copies a node with all below it as it was before any edit; what it shares stays shared.
  private mutating func copy(_ node: YAMLNode) -> UInt32 {
    let source = node.tree
    var copies: [UInt32: UInt32] = [:]
    var order: [UInt32] = []
    var waiting = [node.id]
    while let id = waiting.popLast() {
      guard copies[id] == nil else { continue }
      copies[id] = add(copyRecord(source.records[Int(id)], from: source))
      order.append(id)
      waiting.append(contentsOf: YAMLNode(tree: source, id: id).childIDs)
    }
    for id in order {
      let own = YAMLNode(tree: source, id: id).childIDs
      guard !own.isEmpty, let copied = copies[id] else { continue }
      records[Int(copied)].first = UInt32(children.count)
      children.append(contentsOf: own.compactMap { copies[$0] })
    }
    let root = copies[node.id] ?? original.rootID
    records[Int(root)].key = NodeRecord.noKey
    return root
  }

  private mutating func copyRecord(_ record: NodeRecord, from source: YAMLTree) -> NodeRecord {
    var copy = record
    copy.file = number(of: source.files[Int(record.file)])
    guard record.kind == .scalar else {
      copy.first = 0
      return copy
    }
    let words = source.text[Int(record.first)..<Int(record.first) + Int(record.count)]
    if record.key == NodeRecord.noKey {
      let place = TextPlace(tree: ObjectIdentifier(source), first: record.first, count: record.count)
      if let known = textPlaces[place] {
        copy.first = known
      } else {
        copy.first = UInt32(text.count)
        text.append(contentsOf: words)
        textPlaces[place] = copy.first
      }
    } else {
      copy.key = keys.intern(words.span, in: &text)
      copy.first = UInt32(keys.range(of: copy.key).lowerBound)
    }
    return copy
  }

  private mutating func number(of file: SourceFile) -> UInt32 {
    if let number = fileNumbers[ObjectIdentifier(file)] { return number }
    let number = UInt32(files.count)
    files.append(file)
    fileNumbers[ObjectIdentifier(file)] = number
    return number
  }
}
