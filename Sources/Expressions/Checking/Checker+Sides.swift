import Diagnostics
import YAMLTree

extension Checker {
  /// The two sides of the comparison that a checked condition is, each as an expression of its own; nil for any
  /// other condition. A bare number takes the unit of the other side, a text its choice.
  package func sides(
    of condition: CheckedExpression, scope: Scope
  ) -> (left: CheckedExpression, right: CheckedExpression)? {
    guard let node = condition.source.node, condition.source.isWholeNode,
      let ranges = sideRanges(condition.source.text)
    else { return nil }
    // The condition was checked whole: what its sides could report has been reported.
    var silent = DiagnosticLog()
    let left = check(ExpressionSource(node, range: ranges.left), scope: scope, diagnostics: &silent)
    let right = check(ExpressionSource(node, range: ranges.right), scope: scope, diagnostics: &silent)
    guard let left, let right else { return nil }
    return (left.typed(like: right), right.typed(like: left))
  }

  /// The places of the two operands of a comparison.
  private func sideRanges(_ text: String) -> (left: Range<Int>, right: Range<Int>)? {
    guard let tree = try? Parser.parse(text),
      case .binary(let sign, let first, let second) = tree[tree.root].kind,
      sign.isComparison
    else { return nil }
    return (tree[first].range, tree[second].range)
  }
}

extension SyntaxTree.Operator {
  /// Whether it puts two values in an order or says whether they are equal.
  fileprivate var isComparison: Bool {
    switch self {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: true
    case .or, .and, .contains, .add, .subtract, .multiply, .divide, .remainder: false
    }
  }
}

extension CheckedExpression {
  fileprivate func typed(like other: CheckedExpression) -> CheckedExpression {
    switch (type, other.type) {
    case (.number(nil), .number), (.string, .choice):
      CheckedExpression(
        source: source, term: term, type: other.type, localCount: localCount, usedLocals: usedLocals,
        tableCalls: tableCalls)
    default: self
    }
  }
}
