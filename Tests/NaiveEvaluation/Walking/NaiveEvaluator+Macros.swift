import Expressions

extension NaiveEvaluator {
  /// The names of macros, with how many arguments they take.
  static let macros: [String: Set<Int>] = [
    "all": [2], "exists": [2], "exists_one": [2], "filter": [2], "map": [2, 3],
  ]

  /// `list.filter(x, …)` and its kin.
  func macro(
    _ name: String, _ receiver: SyntaxTree.ID, _ arguments: [SyntaxTree.ID], _ tree: SyntaxTree
  ) -> NaiveValue {
    guard case .name(let variable, false) = tree[arguments[0]].kind else { return .failed(.undeclared) }
    let list: NaiveList
    let isSearch = name == "all" || name == "exists"
    switch isSearch ? elements(receiver, tree) : value(receiver, tree) {
    case .unknown: return .unknown
    case .failed(let failure): return .failed(failure)
    case .list(let members): list = members
    case .map(let entries): list = NaiveList(values: entries.map(\.key))
    default: return .failed(.mistyped)
    }
    let last = arguments[arguments.count - 1]
    switch name {
    case "all": return search(list, variable, last, tree, deciding: false)
    case "exists": return search(list, variable, last, tree, deciding: true)
    case "exists_one": return existsOne(list, variable, last, tree)
    case "filter": return kept(list, variable, last, nil, tree)
    default:
      return kept(list, variable, arguments.count == 3 ? arguments[1] : nil, last, tree)
    }
  }

  /// What a condition answers for a member. Where a doubtful member has an error, perhaps there is no such member.
  private func test(
    _ condition: SyntaxTree.ID, _ member: NaiveMember, _ variable: String, _ tree: SyntaxTree
  ) -> NaiveValue {
    let answer = with(variable, member.value) { NaiveValue.decided(value(condition, tree)) }
    if case .failed = answer, !member.isSure { return member.failure.map { .failed($0) } ?? .unknown }
    return answer
  }

  /// `exists` looks for a true member, `all` for a false one; only sure members decide.
  private func search(
    _ list: NaiveList, _ variable: String, _ body: SyntaxTree.ID, _ tree: SyntaxTree, deciding: Bool
  ) -> NaiveValue {
    var isOpen = list.mayHoldMore
    var failure: NaiveFailure?
    for member in list.members {
      switch test(body, member, variable, tree) {
      case .bool(deciding):
        if member.isSure { return .bool(deciding) }
        if let problem = member.failure { failure = failure ?? problem } else { isOpen = true }
      case .bool: break
      case .failed(let problem): failure = failure ?? problem
      default: isOpen = true
      }
    }
    if isOpen { return .unknown }
    return failure.map { .failed($0) } ?? .bool(!deciding)
  }

  private func existsOne(
    _ list: NaiveList, _ variable: String, _ body: SyntaxTree.ID, _ tree: SyntaxTree
  ) -> NaiveValue {
    var isOpen = list.mayHoldMore
    var hits = 0
    var failure: NaiveFailure?
    for member in list.members {
      switch test(body, member, variable, tree) {
      case .bool(true) where member.isSure: hits += 1
      case .bool(false): break
      case .failed(let problem): failure = failure ?? problem
      default: isOpen = true
      }
    }
    if isOpen { return hits > 1 && failure == nil ? .bool(false) : .unknown }
    return failure.map { .failed($0) } ?? .bool(hits == 1)
  }

  /// The members that a condition keeps, or what an expression makes of them; the first failure is that of all.
  private func kept(
    _ list: NaiveList, _ variable: String, _ condition: SyntaxTree.ID?, _ body: SyntaxTree.ID?,
    _ tree: SyntaxTree
  ) -> NaiveValue {
    let kept = tested(list, variable, condition, body, tree)
    if let failure = kept.members.lazy.compactMap(\.failure).first { return .failed(failure) }
    return .list(kept)
  }

  /// The members that a condition keeps, or what an expression makes of them, each with its own failure.
  private func tested(
    _ list: NaiveList, _ variable: String, _ condition: SyntaxTree.ID?, _ body: SyntaxTree.ID?,
    _ tree: SyntaxTree
  ) -> NaiveList {
    var members: [NaiveMember] = []
    for member in list.members {
      var member = member
      func fail(_ failure: NaiveFailure) {
        if member.isSure { member.failure = failure }
        member.isSure = false
      }
      if let condition {
        switch test(condition, member, variable, tree) {
        case .bool(true): break
        case .bool: continue
        case .failed(let failure): fail(failure)
        default: member.isSure = false
        }
      }
      if let body {
        let result = with(variable, member.value) { value(body, tree) }
        member.value = result
        if case .failed(let failure) = result { fail(failure) }
        if case .failed = result, member.failure == nil { member.value = .unknown }
      }
      members.append(member)
    }
    return NaiveList(members, mayHoldMore: list.mayHoldMore, isScattered: list.isScattered)
  }

  // ── members that cannot be tested ──────────────────────────────────────────

  /// What `exists`, `all` and `in` go through: a failure that `filter` or `map` meets at a member is that member's own.
  func elements(_ id: SyntaxTree.ID, _ tree: SyntaxTree) -> NaiveValue {
    let whole = value(id, tree)
    guard case .failed = whole, let list = chain(id, tree) else { return whole }
    return .list(list)
  }

  /// The list of a chain of `filter` and `map`, in steps too; nil for what is no list.
  private func chain(_ id: SyntaxTree.ID, _ tree: SyntaxTree) -> NaiveList? {
    if case .call(let name, let receiver?, let arguments) = tree[id].kind,
      name.text == "filter" || name.text == "map", Self.macros[name.text]?.contains(arguments.count) == true,
      case .name(let variable, false) = tree[arguments[0]].kind
    {
      guard let list = chain(receiver, tree) else { return nil }
      let isFilter = name.text == "filter"
      return tested(
        list, variable, isFilter || arguments.count == 3 ? arguments[1] : nil,
        isFilter ? nil : arguments[arguments.count - 1], tree)
    }
    if let words = words(of: id, tree), !variables.contains(where: { $0.name == words[0] }),
      names.values[words.joined(separator: ".")] == nil, let step = names.steps[words.joined(separator: ".")]
    {
      return alone { chain(step.root, step) }
    }
    if case .list(let list) = value(id, tree) { return list }
    return nil
  }
}
