import Diagnostics
import Expressions

/// The conditions inside one expression that should be seen true and seen false: the sides of `&&` and `||`, and what
/// `if` and `? :` ask, outside of macros.
struct ConditionTree: Sendable {
  /// One condition.
  struct Leaf: Sendable {
    /// Ready to be asked where the whole expression can be.
    var condition: CheckedExpression
    /// Its place in the policy file.
    var span: SourceSpan
    /// Its text on one line, shortened.
    var text: String

    /// Whether it asks if a fact is stated.
    var isStated: Bool {
      if case .stated = condition.term { true } else { false }
    }
  }

  private indirect enum Node: Sendable {
    case leaf(Leaf)
    case and(Node, Node)
    case or(Node, Node)
    case not(Node)
    case choice(Node, then: Node, else: Node)
    /// A condition with choices inside.
    case whole(Leaf, [Node])
    /// Nothing to ask itself, perhaps in what stands inside.
    case other([Node])
  }

  private let root: Node

  /// The conditions of an expression; nil where there is none.
  init?(_ expression: CheckedExpression) {
    guard let tree = try? SyntaxTree(parsing: expression.source.text) else { return nil }
    let reader = Reader(tree: tree, expression: expression)
    guard let root = reader.read(tree.root, expression.term, isSide: false) else { return nil }
    self.root = root
  }

  /// All conditions, in the order of the text.
  var leaves: [Leaf] {
    var leaves: [Leaf] = []
    _ = visit(root) { leaf in
      leaves.append(leaf)
      return nil
    }
    return leaves
  }

  /// Asks the conditions in their order, each only where those before it leave the answer open.
  func ask(_ answer: (Leaf) -> Bool?) {
    _ = visit(root, answer)
  }

  private func visit(_ node: Node, _ answer: (Leaf) -> Bool?) -> Bool? {
    switch node {
    case .leaf(let leaf): return answer(leaf)
    case .and(let a, let b): return connect(a, b, deciding: false, answer)
    case .or(let a, let b): return connect(a, b, deciding: true, answer)
    case .not(let a): return visit(a, answer).map { !$0 }
    case .choice(let condition, let then, let otherwise):
      switch visit(condition, answer) {
      case true?: return visit(then, answer)
      case false?: return visit(otherwise, answer)
      case nil:
        _ = visit(then, answer)
        _ = visit(otherwise, answer)
        return nil
      }
    case .whole(let leaf, let nodes):
      for node in nodes { _ = visit(node, answer) }
      return answer(leaf)
    case .other(let nodes):
      for node in nodes { _ = visit(node, answer) }
      return nil
    }
  }

  private func connect(_ a: Node, _ b: Node, deciding: Bool, _ answer: (Leaf) -> Bool?) -> Bool? {
    let left = visit(a, answer)
    if left == deciding { return deciding }
    let right = visit(b, answer)
    if right == deciding { return deciding }
    return left == nil || right == nil ? nil : !deciding
  }

  /// Goes through text and term side by side, as far as they have the same shape.
  private struct Reader {
    let tree: SyntaxTree
    let expression: CheckedExpression

    /// - Parameter isSide: Whether the whole is itself a condition to be seen both ways.
    func read(_ id: SyntaxTree.ID, _ term: Term, isSide: Bool) -> Node? {
      switch (tree[id].kind, term) {
      case (.binary(.and, let a, let b), .and(let left, let right)):
        return .and(side(a, left), side(b, right))
      case (.binary(.or, let a, let b), .or(let left, let right)): return .or(side(a, left), side(b, right))
      case (.not(let a), .not(let inner)): return read(a, inner, isSide: isSide).map { .not($0) }
      case (.conditional(let a, let b, let c), .conditional(let condition, let then, let otherwise)):
        return choice((a, condition), (b, then), (c, otherwise), isSide: isSide)
      case (.call(_, nil, let arguments), .conditional(let condition, let then, let otherwise))
      where arguments.count == 3:
        return choice(
          (arguments[0], condition), (arguments[1], then), (arguments[2], otherwise), isSide: isSide)
      default: return plain(id, term, isSide: isSide)
      }
    }

    private func side(_ id: SyntaxTree.ID, _ term: Term) -> Node {
      read(id, term, isSide: true) ?? .other([])
    }

    private func choice(
      _ condition: (SyntaxTree.ID, Term), _ then: (SyntaxTree.ID, Term), _ otherwise: (SyntaxTree.ID, Term),
      isSide: Bool
    ) -> Node {
      .choice(
        side(condition.0, condition.1),
        then: read(then.0, then.1, isSide: isSide) ?? .other([]),
        else: read(otherwise.0, otherwise.1, isSide: isSide) ?? .other([]))
    }

    /// A condition without parts of its own, or something else in which a choice may stand.
    private func plain(_ id: SyntaxTree.ID, _ term: Term, isSide: Bool) -> Node? {
      let inner = zip(children(tree[id].kind), parts(term)).compactMap { read($0, $1, isSide: false) }
      guard isSide, let leaf = leaf(id, term) else { return inner.isEmpty ? nil : .other(inner) }
      return inner.isEmpty ? .leaf(leaf) : .whole(leaf, inner)
    }

    private func leaf(_ id: SyntaxTree.ID, _ term: Term) -> Leaf? {
      if case .constant = term { return nil }
      let range = tree[id].range
      guard let span = expression.source.span(range) else { return nil }
      return Leaf(
        condition: CheckedExpression(
          source: expression.source, term: term, type: .bool, localCount: expression.localCount,
          usedLocals: expression.usedLocals),
        span: span, text: ShownText.piece(range, of: expression.source.text))
    }

    private func children(_ kind: SyntaxTree.Kind) -> [SyntaxTree.ID] {
      switch kind {
      case .binary(_, let a, let b), .index(let a, let b): [a, b]
      case .negate(let a), .select(let a, _), .not(let a): [a]
      case .call(_, nil, let arguments): arguments
      case .null, .bool, .number, .string, .name, .call, .list, .map, .conditional: []
      }
    }

    /// The terms inside, where they are those that the text writes, in its order.
    private func parts(_ term: Term) -> [Term] {
      switch term {
      case .equals, .compare, .arithmetic, .contains, .negate, .call, .index, .not, .and, .or: term.children
      case .field(let inner, _): [inner]
      case .constant, .local, .cell, .parameter, .root, .follow, .conditional, .select, .list, .map, .table,
        .macro, .has, .opt, .stated, .hasKey, .find, .error:
        []
      }
    }
  }
}
