import Diagnostics

extension Checking {
  /// A chain `base.a.b.c`: what it starts from, if that is no name, and the names.
  struct Chain {
    /// What the chain starts from, if that is no name.
    var base: SyntaxTree.ID?
    /// The names, first to last.
    var names: [SyntaxTree.Name]
    /// A leading dot: the variables of macros are not meant.
    var isAbsolute: Bool
  }

  /// The chain of selections that ends at a node.
  func chain(_ id: SyntaxTree.ID) -> Chain {
    var names: [SyntaxTree.Name] = []
    names.reserveCapacity(4)
    var current = id
    while true {
      switch tree[current].kind {
      case .select(let base, let name):
        names.append(name)
        current = base
      case .name(let text, let isAbsolute):
        names.append(SyntaxTree.Name(text: text, range: tree[current].range))
        names.reverse()
        return Chain(base: nil, names: names, isAbsolute: isAbsolute)
      case .null, .bool, .number, .string, .call, .index, .list, .map, .not, .negate, .binary, .conditional:
        names.reverse()
        return Chain(base: current, names: names, isAbsolute: false)
      }
    }
  }

  /// Checks a name or a chain of selections.
  mutating func path(_ id: SyntaxTree.ID) -> Typed? {
    if case .name(let word, isAbsolute: false) = tree[id].kind, let typed = declared(word, id) {
      return typed
    }
    let chain = chain(id)
    if let base = chain.base {
      guard let typed = value(base) else { return gap() }
      return select(chain.names[...], of: typed, id)
    }
    guard let first = chain.names.first else { return nil }
    if !chain.isAbsolute, let variable = variables.last(where: { $0.name == first.text }) {
      guard let type = variable.type else { return gap() }
      return select(chain.names.dropFirst(), of: Typed(.local(variable.local), type, id), id)
    }
    if scope.hasDottedNames, chain.names.count > 1 {
      for count in (2...chain.names.count).reversed() {
        let name = chain.names.prefix(count).map(\.text).joined(separator: ".")
        guard let binding = scope[name] else { continue }
        guard let value = bound(binding, id) else { return gap() }
        return select(chain.names.dropFirst(count), of: value, id)
      }
    }
    if let binding = scope[first.text] {
      guard let value = bound(binding, id) else { return gap() }
      return select(chain.names.dropFirst(), of: value, id)
    }
    if first.text == "p" { return parameter(chain.names, id) }
    if first.text == "table" { return tableWithoutCall(chain.names, id) }
    return rootFact(chain.names, id)
  }

  /// What a lone word is that a macro or the scope declares, `.some(nil)` where its declaration has an error; nil for
  /// all others.
  private mutating func declared(_ word: String, _ id: SyntaxTree.ID) -> Typed?? {
    if let variable = variables.last(where: { $0.name == word }) {
      guard let type = variable.type else { return .some(gap()) }
      return Typed(.local(variable.local), type, id)
    }
    guard let binding = scope[word] else { return nil }
    guard let typed = bound(binding, id) else { return .some(gap()) }
    return typed
  }

  /// What a name stands for; nil for one whose declaration has an error.
  private mutating func bound(_ binding: Scope.Binding, _ id: SyntaxTree.ID) -> Typed? {
    switch binding {
    case .local(let slot, let type):
      usedLocals.insert(slot)
      return Typed(.local(slot), isUnchecked ? .dyn : type, id)
    case .cell(let cell, let type, let used):
      usedLocals.formUnion(used)
      return Typed(.cell(cell), isUnchecked ? .dyn : type, id)
    case .broken:
      return nil
    }
  }

  /// Whether a name means something here without being a function's namespace.
  func isDeclared(_ name: String) -> Bool {
    variables.contains { $0.name == name } || name == "p" || name == "table"
      || scope.bindings.keys.contains { $0 == name || $0.hasPrefix(name + ".") }
      || rootNames.contains(name)
  }

  private var root: RecordType? { environment.records.first }

  /// First words of the scheme's facts.
  private var rootNames: Set<String> {
    Set((root?.fields ?? []).map { String($0.name.prefix { $0 != "." }) })
  }

  /// Whether the scheme's facts of some group, or one fact, begin with a name.
  func isFirstWord(_ name: String) -> Bool {
    root?.fields.contains { $0.name == name || $0.name.hasPrefix(name + ".") } ?? false
  }

  // MARK: Facts

  private mutating func rootFact(_ names: [SyntaxTree.Name], _ id: SyntaxTree.ID) -> Typed? {
    guard !environment.records.isEmpty, let first = names.first else { return nil }
    if isBroken(names, in: TypeEnvironment.root) { return gap() }
    switch environment.records[TypeEnvironment.root].longestMatch(names) {
    case .field(let slot, let count):
      let field = FieldID(record: TypeEnvironment.root, slot: slot)
      let type = environment.records[field.record].fields[slot].type
      let typed = Typed(
        .root(slot: slot), isUnchecked && type != .group ? .dyn : type, id,
        fact: Typed.Fact(of: nil, field: field))
      return select(names.dropFirst(count), of: typed, id)
    case .none(let matched):
      if isUnchecked { return unchecked(.undeclared, id) }
      if mayBeDeclared(names[min(matched, names.count - 1)].text) { return gap() }
      if matched > 0 {
        unknownField(names, after: matched, in: environment.records[TypeEnvironment.root], owner: nil)
      } else {
        unknownName(first, names)
      }
      return nil
    }
  }

  // MARK: Names that have an error

  /// Whether a path leads to or through a fact whose declaration has an error.
  private func isBroken(_ names: some Sequence<SyntaxTree.Name>, in record: Int) -> Bool {
    guard !environment.brokenFacts.isEmpty else { return false }
    var path = environment.records[record].name
    for name in names {
      path = path.isEmpty ? name.text : path + "." + name.text
      if environment.brokenFacts.contains(path) { return true }
    }
    return false
  }

  /// Whether a name that nothing declares may be declared in a part of a file that could not be read.
  func mayBeDeclared(_ name: String) -> Bool {
    environment.isCut || environment.lostWords.contains(name) || broken.words.contains(name)
  }

  /// Checks selections on a value.
  mutating func select(
    _ names: ArraySlice<SyntaxTree.Name>, of base: Typed, _ id: SyntaxTree.ID
  ) -> Typed? {
    guard let name = names.first else { return base }
    let rest = names.dropFirst()
    let range = tree[id].range.lowerBound..<name.range.upperBound
    switch base.type {
    case .record(let type): return field(names, of: base, type, id)
    case .reference(let reference):
      return field(
        names, of: Typed(.follow(base.term, reference), .record(reference.record), id), reference.record, id)
    case .pair(let type):
      guard let place = name.text == "before" ? 0 : name.text == "after" ? 1 : nil else {
        unknownSelection(name, of: base, among: ["before", "after"])
        return nil
      }
      let term = Term.index(base.term, .constant(.number(Rational(place))), at: range)
      return select(rest, of: Typed(term, type, id), id)
    case .map(_, let type):
      return select(rest, of: Typed(.select(base.term, name.text, at: range), type, id), id)
    case .dyn where !isStrict:
      return select(rest, of: Typed(.select(base.term, name.text, at: range), .dyn, id), id)
    case .list:
      notSelectable(
        name, base,
        help: name.text == "size"
          ? methodHelp(name)
          : LocalizedText(
            ko: "목록의 각 요소를 보려면 `.filter(x, …)`, `.map(x, x.\(name.text))`, `.exists(x, …)` 등을 쓰십시오",
            en: "to look at each element write `.filter(x, …)`, `.map(x, x.\(name.text))` or `.exists(x, …)`")
      )
      return nil
    case .group, .bool, .number, .string, .choice, .date, .timestamp, .duration, .interval, .dyn, .null:
      notSelectable(name, base, help: methodHelp(name))
      return nil
    }
  }

  private mutating func field(
    _ names: ArraySlice<SyntaxTree.Name>, of base: Typed, _ type: Int, _ id: SyntaxTree.ID
  ) -> Typed? {
    guard environment.records.indices.contains(type) else { return nil }
    if isBroken(names, in: type) { return gap() }
    switch environment.records[type].longestMatch(names) {
    case .field(let slot, let count):
      let field = FieldID(record: type, slot: slot)
      let typed = Typed(
        .field(base.term, field), environment.records[type].fields[slot].type, id,
        fact: Typed.Fact(of: base.term, field: field))
      return select(names.dropFirst(count), of: typed, id)
    case .none(let matched):
      if mayBeDeclared(names[names.startIndex + min(matched, names.count - 1)].text) { return gap() }
      unknownField(Array(names), after: matched, in: environment.records[type], owner: base)
      return nil
    }
  }

  // MARK: Parameters and tables

  private mutating func parameter(_ names: [SyntaxTree.Name], _ id: SyntaxTree.ID) -> Typed? {
    guard names.count > 1 else {
      error(
        "expression.unknown-parameter", names[0].range, ko: "`p` 뒤에 매개변수 이름이 와야 합니다",
        en: "expected a parameter's name after `p`",
        help: LocalizedText(ko: "`p.이름`으로 씁니다", en: "write `p.NAME`"))
      return isUnchecked ? unchecked(.undeclared, id) : nil
    }
    if broken.parameters.contains(names[1].text) { return gap() }
    guard let index = program.parameters.firstIndex(where: { $0.name == names[1].text }) else {
      if broken.words.contains(names[1].text) { return gap() }
      let near = Suggestion.nearest(to: names[1].text, among: program.parameters.map(\.name))
      error(
        "expression.unknown-parameter", names[1].range, ko: "`\(names[1].text)`(이)라는 매개변수가 없습니다",
        en: "there is no parameter `\(names[1].text)`",
        help: near.map { Suggestion.question("p.\($0)") }
          ?? LocalizedText(ko: "`parameters:`에 선언하십시오", en: "declare it under `parameters:`"))
      return isUnchecked ? unchecked(.undeclared, id) : nil
    }
    let typed = Typed(.parameter(index), program.parameters[index].type, id)
    return select(names.dropFirst(2)[...], of: typed, id)
  }

  private mutating func tableWithoutCall(_ names: [SyntaxTree.Name], _ id: SyntaxTree.ID) -> Typed? {
    let name = names.count > 1 ? names[1].text : "NAME"
    if broken.tables.contains(name) { return gap() }
    let table = program.tables.first { $0.name == name }
    let inputs = table?.inputs.map(\.name).joined(separator: ", ") ?? "…"
    error(
      "expression.table-without-call", tree[id].range, ko: "표는 입력값을 괄호에 넣어 부릅니다",
      en: "a table is called with its inputs in parentheses",
      help: LocalizedText(ko: "`table.\(name)(\(inputs))`로 쓰십시오", en: "write `table.\(name)(\(inputs))`"))
    return isUnchecked ? unchecked(.undeclared, id) : nil
  }
}

extension RecordType {
  /// How far a dotted path leads among a record's facts.
  enum Match {
    /// The field and how many names it took.
    case field(slot: Int, count: Int)
    /// No fact: the first so many names are those of a group.
    case none(matched: Int)
  }

  /// The fact with the longest name that the path begins with. A group is a match only for the whole path: with
  /// more names after it, one of its facts was meant.
  func longestMatch(_ names: some Collection<SyntaxTree.Name>) -> Match {
    var path = names.first?.text ?? ""
    for name in names.dropFirst() {
      path += "."
      path += name.text
    }
    if let slot = slots[path] { return .field(slot: slot, count: names.count) }
    var prefixes: [String] = []
    for name in names {
      prefixes.append(prefixes.last.map { $0 + "." + name.text } ?? name.text)
    }
    for index in prefixes.indices.dropLast().reversed() {
      guard let slot = slots[prefixes[index]], fields[slot].type != .group else { continue }
      return .field(slot: slot, count: index + 1)
    }
    let matched = prefixes.prefix { prefix in
      slots[prefix] != nil || fields.contains { $0.name.hasPrefix(prefix + ".") }
    }.count
    return .none(matched: matched)
  }
}
