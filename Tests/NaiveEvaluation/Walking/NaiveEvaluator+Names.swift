import Expressions

extension NaiveEvaluator {
  /// Where a path leads: a fact of an element, or a value that is no fact.
  enum Place {
    case fact(NaiveRecord, String)
    case value(NaiveValue)
    /// One of these: a reference is disputed.
    case several([Place])
  }

  /// What a name or a chain of selections comes to.
  func path(_ id: SyntaxTree.ID, _ tree: SyntaxTree) -> NaiveValue {
    value(at: place(id, tree))
  }

  private func value(at place: Place) -> NaiveValue {
    switch place {
    case .fact(let record, let name): read(name, of: record)
    case .value(let value): value
    case .several(let places): NaiveValue.agreed(places.map { value(at: $0) })
    }
  }

  /// The words of a chain of selections and what it starts from, if that is no name.
  private func words(
    _ id: SyntaxTree.ID, _ tree: SyntaxTree
  ) -> (base: SyntaxTree.ID?, words: [String], isAbsolute: Bool) {
    switch tree[id].kind {
    case .name(let text, let isAbsolute): return (nil, [text], isAbsolute)
    case .select(let base, let name):
      var words = words(base, tree)
      words.words.append(name.text)
      return words
    default: return (id, [], false)
    }
  }

  /// The words of a path that begins with a name.
  func words(of id: SyntaxTree.ID, _ tree: SyntaxTree) -> [String]? {
    let words = words(id, tree)
    return words.base == nil ? words.words : nil
  }

  /// Where a name or a chain of selections leads.
  func place(_ id: SyntaxTree.ID, _ tree: SyntaxTree) -> Place {
    let (base, words, isAbsolute) = words(id, tree)
    if let base { return select(words, of: value(base, tree)) }
    if !isAbsolute, let variable = variables.last(where: { $0.name == words[0] }) {
      return select(Array(words.dropFirst()), of: variable.value)
    }
    for count in stride(from: words.count, to: 0, by: -1) {
      let name = words.prefix(count).joined(separator: ".")
      if let value = names.values[name] { return select(Array(words.dropFirst(count)), of: value) }
      if let step = names.steps[name] { return select(Array(words.dropFirst(count)), of: separately(step)) }
    }
    if words[0] == "p", words.count > 1 {
      return select(Array(words.dropFirst(2)), of: parameter(words[1]))
    }
    guard scheme.root.wordsOfFact(words) != nil else { return .value(.failed(.undeclared)) }
    return select(words, of: .element(scheme.root))
  }

  /// Whether a word means something by itself.
  func isDeclared(_ word: String) -> Bool {
    variables.contains { $0.name == word } || word == "p" || word == "table"
      || names.values.keys.contains { $0 == word || $0.hasPrefix(word + ".") } || names.steps[word] != nil
      || scheme.root.type.fields.contains { $0.name == word || $0.name.hasPrefix(word + ".") }
  }

  /// Follows the words of a path from a value.
  private func select(_ words: [String], of value: NaiveValue) -> Place {
    guard let word = words.first else { return .value(value) }
    let rest = Array(words.dropFirst())
    switch value {
    case .unknown, .failed: return .value(value)
    case .element(let record):
      guard let count = record.wordsOfFact(words) else { return .value(.failed(.undeclared)) }
      let name = words.prefix(count).joined(separator: ".")
      if count == words.count { return .fact(record, name) }
      return select(Array(words.dropFirst(count)), of: read(name, of: record))
    case .reference(let key, let list): return select(words, of: scheme.element(key, in: list))
    case .row(let outputs):
      return select(rest, of: outputs.first { $0.name == word }?.value ?? .failed(.undeclared))
    case .neighbours(let before, let after):
      return select(rest, of: word == "before" ? before : word == "after" ? after : .failed(.undeclared))
    case .map(let entries):
      let found = entries.first { NaiveValue.equal($0.key, .text(word)) == true }
      return select(rest, of: found?.value ?? .failed(.place))
    case .oneOf(let readings):
      var distinct: [NaiveValue] = []
      for reading in readings where !distinct.contains(where: { $0.told == reading.told }) {
        distinct.append(reading)
      }
      return distinct.count == 1
        ? select(words, of: distinct[0]) : .several(distinct.map { select(words, of: $0) })
    case .bool, .number, .text, .day, .moment, .span, .list, .stretch, .between, .null:
      return .value(.failed(.mistyped))
    }
  }

  // MARK: Facts

  /// A fact's value, as far as it is stated or derived.
  func read(_ name: String, of record: NaiveRecord) -> NaiveValue {
    guard let declaration = record.declaration(name) else { return .failed(.undeclared) }
    if let derived = declaration.derived {
      guard let tree = try? SyntaxTree(parsing: derived.source.text) else { return .failed(.undeclared) }
      var names = Names()
      names.values[scheme.elementName ?? record.type.name] = .element(record)
      return separately(tree, names)
    }
    switch record.states[name] ?? .missing {
    case .missing: return declaration.absent.map { NaiveValue($0) } ?? .unknown
    case .none: return isList(declaration) ? .list(NaiveList(values: [])) : .unknown
    case .group: return .bool(true)
    case .stated(let value): return value
    }
  }

  private func isList(_ field: Field) -> Bool {
    if case .list = field.type { true } else { false }
  }

  /// `has(path)` (a missing fact: false) and `stated(path)` (a missing fact: unknown).
  func isStated(_ id: SyntaxTree.ID, _ tree: SyntaxTree, ifMissing: NaiveValue) -> NaiveValue {
    if case .select(let base, let name) = tree[id].kind, case .map(let entries) = value(base, tree) {
      return .bool(entries.contains { NaiveValue.equal($0.key, .text(name.text)) == true })
    }
    switch place(id, tree) {
    case .several: return .unknown
    case .value(let value):
      switch value {
      case .unknown, .failed: return value
      default: return .bool(true)
      }
    case .fact(let record, let name):
      switch record.states[name] ?? .missing {
      case .missing: return ifMissing
      case .none: return .bool(false)
      case .group, .stated: return .bool(true)
      }
    }
  }

  /// `opt(path, default)`.
  func opt(_ id: SyntaxTree.ID, _ fallback: SyntaxTree.ID, _ tree: SyntaxTree) -> NaiveValue {
    switch place(id, tree) {
    case .several: return .unknown
    case .value(let value): return value
    case .fact(let record, let name):
      switch record.states[name] ?? .missing {
      case .missing: return value(fallback, tree)
      case .none:
        return record.declaration(name).map(isList) == true
          ? .list(NaiveList(values: [])) : value(fallback, tree)
      case .group, .stated: return read(name, of: record)
      }
    }
  }

  /// `find(list, 'fact', value)`: the first element whose fact equals the value.
  func find(_ arguments: [SyntaxTree.ID], _ tree: SyntaxTree) -> NaiveValue {
    guard arguments.count == 3, case .string(let name) = tree[arguments[1]].kind else {
      return .failed(.mistyped)
    }
    let (list, wanted) = (value(arguments[0], tree), value(arguments[2], tree))
    if list.isUnknown || wanted.isUnknown { return .unknown }
    if case .failed = list { return list }
    if case .failed = wanted { return wanted }
    guard case .list(let list) = list else { return .failed(.mistyped) }
    if list.isScattered { return .unknown }
    for member in list.members {
      let found = selected(name, of: member.value)
      if case .failed = found, member.isSure { return found }
      switch NaiveValue.equal(found, wanted) {
      case false: continue
      case true where member.isSure: return member.value
      default: return .unknown
      }
    }
    return .unknown
  }

  /// A fact of an element by its name, dots included.
  func selected(_ name: String, of value: NaiveValue) -> NaiveValue {
    self.value(at: select(name.split(separator: ".").map(String.init), of: value))
  }
}
