import Findings

extension Statement {
  /// How much there is to read: the number of names and constants.
  var size: Int {
    switch self {
    case .all(let parts), .any(let parts): parts.reduce(0) { $0 + $1.size }
    case .not(let inner): inner.size + 1
    case .answer(let value, _), .stated(let value, _), .has(let value, _), .hasMembers(let value, _):
      value.size
    case .equals(let a, let b, _), .compares(let a, _, let b, _, _), .contains(let a, let b, _):
      a.size + b.size
    case .quantified(_, let list, _, let condition): list.size + condition.size + 1
    case .call(_, let arguments, _): arguments.reduce(1) { $0 + $1.size }
    case .conditional(let a, let b, let c): a.size + b.size + c.size
    case .constant: 1
    }
  }

  /// Whether it is one plain clause that may stand beside others in a sentence.
  var isPlain: Bool {
    switch self {
    case .answer(let value, _), .stated(let value, _), .has(let value, _), .hasMembers(let value, _):
      !value.holdsClauses
    case .equals(let a, let b, _), .compares(let a, _, let b, _, _), .contains(let a, let b, _):
      !a.holdsClauses && !b.holdsClauses
    case .call(_, let arguments, _): !arguments.contains(where: \.holdsClauses)
    case .constant: true
    case .all, .any, .not, .quantified, .conditional: false
    }
  }

  /// The most that is said in one sentence; what is longer becomes a numbered list.
  static let longestSentence = 12

  /// Whether parts joined by one connective are said in one sentence.
  static func isShort(_ parts: [Statement]) -> Bool {
    parts.count <= 3 && parts.allSatisfy(\.isPlain) && parts.reduce(0) { $0 + $1.size } <= longestSentence
  }

  /// Whether it refers to a list of its own, however it is said.
  var hasOwnList: Bool {
    switch self {
    case .all(let parts), .any(let parts): !Self.isShort(parts)
    case .not(let inner):
      switch inner {
      case .all, .any: true
      default: false
      }
    case .conditional: !isPlainChoice
    case .answer, .equals, .compares, .contains, .hasMembers, .quantified, .stated, .has, .call, .constant:
      false
    }
  }

  /// Whether it is a choice between two plain clauses by a plain one.
  var isPlainChoice: Bool {
    guard case .conditional(let test, let yes, let no) = self else { return false }
    return test.isPlain && yes.isPlain && no.isPlain
  }

  /// Whether it may stand inside another sentence, before the word it belongs to.
  var isShort: Bool {
    switch self {
    case .all(let parts), .any(let parts): Self.isShort(parts)
    case .answer, .equals, .compares, .contains, .hasMembers, .stated, .has, .call, .constant:
      size <= Self.longestSentence
    case .not, .quantified, .conditional: false
    }
  }
}

extension Quantity {
  /// How much there is to read: the number of names and constants.
  var size: Int {
    switch self {
    case .value(let value): max(1, value.items.count)
    case .name, .element, .unnamed: 1
    case .field(let owner, _):
      if case .element = owner { 1 } else { owner.size + 1 }
    case .arithmetic(_, let a, let b), .place(let a, let b), .fallback(let a, let b): a.size + b.size
    case .negative(let a), .neighbour(let a, _): a.size + 1
    case .conditional(let test, let a, let b): test.size + a.size + b.size
    case .list(let items), .call(_, let items), .row(_, let items): items.reduce(1) { $0 + $1.size }
    case .filtered(let list, _, let condition): list.size + condition.size
    case .mapped(let list, _, let condition, let body): list.size + (condition?.size ?? 0) + body.size
    case .found(let list, _, let value, _): list.size + value.size + 1
    case .truth(let statement): statement.size
    case .map(let pairs): pairs.reduce(1) { $0 + $1.0.size + $1.1.size }
    }
  }

  /// Whether a condition of several clauses stands within it, which must not run into the clauses around.
  var holdsClauses: Bool {
    switch self {
    case .value, .name, .element, .unnamed: false
    case .field(let inner, _), .negative(let inner), .neighbour(let inner, _): inner.holdsClauses
    case .arithmetic(_, let a, let b), .place(let a, let b), .fallback(let a, let b),
      .found(let a, _, let b, _):
      a.holdsClauses || b.holdsClauses
    case .list(let items), .call(_, let items), .row(_, let items): items.contains(where: \.holdsClauses)
    case .filtered(let list, _, let condition): list.holdsClauses || !condition.isPlain
    case .mapped(let list, _, let condition, let body):
      list.holdsClauses || body.holdsClauses || condition.map { !$0.isPlain } ?? false
    case .conditional, .truth, .map: true
    }
  }

  /// Whether it is a constant or an element, which a list holds, rather than a fact that is one of a list.
  var isMemberItself: Bool {
    switch self {
    case .value, .element: true
    default: false
    }
  }
}
