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
    switch value(receiver, tree) {
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
    if case .failed = answer, !member.isSure { return .unknown }
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
        isOpen = true
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

  /// The members that a condition keeps, or what an expression makes of them.
  private func kept(
    _ list: NaiveList, _ variable: String, _ condition: SyntaxTree.ID?, _ body: SyntaxTree.ID?,
    _ tree: SyntaxTree
  ) -> NaiveValue {
    var members: [NaiveMember] = []
    for member in list.members {
      var member = member
      if let condition {
        switch test(condition, member, variable, tree) {
        case .bool(true): break
        case .bool: continue
        case .failed(let failure): return .failed(failure)
        default: member.isSure = false
        }
      }
      if let body {
        let result = with(variable, member.value) { value(body, tree) }
        if case .failed = result, member.isSure { return result }
        if case .failed = result { member.value = .unknown } else { member.value = result }
      }
      members.append(member)
    }
    return .list(NaiveList(members, mayHoldMore: list.mayHoldMore, isScattered: list.isScattered))
  }
}
