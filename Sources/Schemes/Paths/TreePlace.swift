import Diagnostics
import Expressions
import YAMLTree

/// The place in a scheme file that a path leads to, whether or not something is stated there.
struct TreePlace {
  /// What a place holds by the vocabulary.
  enum Content {
    /// A mapping: an element or the group of a dotted name, by its record type and its entry there.
    case group(type: Int, entry: Int)
    /// A sequence of such elements.
    case list(elements: RecordShape.FactForm)
    /// A value, below which there is nothing.
    case value
    /// A part of the header, or of a value: no fact.
    case free
  }

  /// Why a path leads nowhere.
  struct Failure: Error {
    /// What the path names in vain.
    enum Reason {
      /// No such name; the names that would be.
      case unknownName([String])
      /// A list has no such element; the keys that it has.
      case unknownElement([String])
      /// The list is not stated.
      case noList
      /// Brackets where no list is, or a name below a single value.
      case notAList
    }

    /// What the path names in vain.
    var reason: Reason
    /// Index of the step that fails.
    var step: Int
  }

  /// The node that is stated there.
  var node: YAMLNode?
  /// The nearest stated mapping above, and the keys from there on.
  var base: YAMLNode
  /// Keys from `base` on, down to the place itself.
  var missing: [String]
  /// A `null` or `none` that stands where a mapping will be needed.
  var obsolete: YAMLNode?
  /// Every stated node on the way, the root first.
  var chain: [YAMLNode]
  /// What the vocabulary says of the place.
  var content: Content
  /// Set for an element that its list does not hold yet: the list and the key.
  var newElement: (list: YAMLNode, key: String)?

  /// Follows a path through a tree.
  init(_ path: SchemePath, in tree: YAMLTree, vocabulary: Vocabulary) throws(Failure) {
    node = tree.root
    base = tree.root
    missing = []
    chain = [tree.root]
    content = .group(type: TypeEnvironment.root, entry: 0)
    for index in path.steps.indices {
      let isLast = index == path.steps.count - 1
      switch content {
      case .group(let type, let entry):
        guard case .name(let name) = path.steps[index].step else {
          throw Failure(reason: .notAList, step: index)
        }
        try enter(name, type: type, entry: entry, step: index, vocabulary)
      case .list(let form):
        try enterElement(path.steps[index].step, form: form, isLast: isLast, step: index, vocabulary)
      case .value, .free:
        guard case .name(let name) = path.steps[index].step else {
          throw Failure(reason: .notAList, step: index)
        }
        if case .value = content, !["at_least", "at_most", "either", Vocabulary.sourceKey].contains(name) {
          throw Failure(reason: .unknownName([]), step: index)
        }
        content = .free
        descend(name)
      }
    }
  }

  private mutating func enter(
    _ name: String, type: Int, entry: Int, step: Int, _ vocabulary: Vocabulary
  ) throws(Failure) {
    let shape = vocabulary.shapes[type]
    let isRoot = type == TypeEnvironment.root && entry == 0
    if let child = shape.child(of: entry, named: name) {
      switch shape.entries[child].form {
      case .group: content = .group(type: type, entry: child)
      case .scalar: content = .value
      case .scalars, .records: content = .list(elements: shape.entries[child].form)
      }
    } else if name == Vocabulary.sourceKey || (isRoot && Vocabulary.header.contains(name) && name != "format")
    {
      content = .free
    } else {
      throw Failure(reason: .unknownName(shape.names(in: entry)), step: step)
    }
    descend(name)
  }

  /// Goes to an entry of the mapping here, stated or not.
  private mutating func descend(_ name: String) {
    if let node, node.kind == .mapping {
      base = node
      missing = [name]
      self.node = node[name]
    } else {
      if let node, obsolete == nil { obsolete = node }
      missing.append(name)
      node = nil
    }
    if let node { chain.append(node) }
  }

  private mutating func enterElement(
    _ step: SchemePath.Step, form: RecordShape.FactForm, isLast: Bool, step index: Int,
    _ vocabulary: Vocabulary
  ) throws(Failure) {
    guard let list = node, list.kind == .sequence else { throw Failure(reason: .noList, step: index) }
    let items = list.items
    var keyName: [String] = []
    switch form {
    case .records(let type):
      content = .group(type: type, entry: 0)
      let record = vocabulary.environment.records[type]
      if let key = record.key { keyName = record.fields[key].name.split(separator: ".").map(String.init) }
    case .scalars, .scalar, .group: content = .value
    }
    let found: YAMLNode?
    let wanted: String?
    switch step {
    case .position(let position):
      found = items.indices.contains(position) ? items[position] : nil
      wanted = nil
    case .name(let key), .key(let key):
      found = items.first { Self.key(of: $0, keyName) == key }
      wanted = key
    }
    if let found {
      node = found
      chain.append(found)
      base = found
      missing = []
      return
    }
    guard isLast, let wanted, !keyName.isEmpty || !isRecords(form) else {
      throw Failure(
        reason: .unknownElement(
          items.prefix(SchemeLimits.suggestionKeys).compactMap { Self.key(of: $0, keyName) }),
        step: index)
    }
    newElement = (list, wanted)
    node = nil
  }

  private func isRecords(_ form: RecordShape.FactForm) -> Bool {
    if case .records = form { return true }
    return false
  }

  /// What names an element: a record's key, or a scalar's text.
  static func key(of item: YAMLNode, _ keyName: [String]) -> String? {
    var current = item
    if item.kind == .mapping {
      guard !keyName.isEmpty else { return nil }
      for word in keyName {
        guard let next = current[word] else { return nil }
        current = next
      }
    } else if !keyName.isEmpty {
      return nil
    }
    return current.kind == .scalar && !current.isNull && !current.isNone ? current.text : nil
  }
}
