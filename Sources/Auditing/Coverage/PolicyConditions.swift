import Diagnostics
import Expressions
import YAMLTree

/// The conditions inside the expressions of one policy.
struct PolicyConditions: Sendable {
  /// Those of steps and definitions, by the steps' places.
  var steps: [Int: ConditionTree] = [:]
  private var others: [Key: ConditionTree] = [:]

  /// An aliased expression stands in several rules, with other subjects in each.
  private struct Key: Hashable {
    var owner: String
    var start: Int

    init(_ expression: CheckedExpression, _ owner: String) {
      self.owner = owner
      start = expression.source.node?.span.start ?? -1
    }
  }

  /// Keeps the conditions of an expression of a rule that is no step.
  mutating func add(_ tree: ConditionTree, of expression: CheckedExpression, owner: String) {
    others[Key(expression, owner)] = tree
  }

  /// The conditions of an expression of a rule that is no step; nil where there are none.
  func tree(of expression: CheckedExpression, owner: String) -> ConditionTree? {
    others[Key(expression, owner)]
  }
}
