package import Diagnostics

/// Looks for conditions that can only come out one way, and for parts of conditions that change nothing.
///
/// It reasons about one term at a time: what conditions leave of its values. Values of parameters and tables are
/// not looked at, because they change with time.
package struct ConditionReview {
  /// What a reviewed expression is for.
  package enum Place: Sendable {
    /// A condition that decides.
    case condition
    /// A condition that may be `true` to say "always".
    case optionalCondition
    /// A value, in which conditions may stand.
    case value
  }

  /// What holds where a node stands.
  struct Surroundings {
    /// What is known before the node is asked.
    var known: Knowledge
    /// What else has to hold for the node to matter.
    var around: Knowledge
    /// Names for the variables of macros.
    var names = TermKeys.Names()
  }

  /// Reads conditions.
  var reader: ConditionReader
  /// What was found.
  package internal(set) var log = DiagnosticLog()
  /// The expression that is reviewed.
  var expression: ObservedExpression

  /// Reviews one expression.
  ///
  /// - Parameters:
  ///   - replaced: Steps that an exception may compute another way: nothing is concluded from what they are.
  ///   - known: What holds wherever the expression is asked.
  package static func review(
    _ expression: ObservedExpression, as place: Place, in program: Program, replaced: Set<CellID> = [],
    knowing known: Knowledge = Knowledge(), diagnostics: inout DiagnosticLog
  ) {
    var review = ConditionReview(
      reader: ConditionReader(program: program, replaced: replaced), expression: expression)
    review.log.append(contentsOf: expression.remarks)
    let surroundings = Surroundings(known: known, around: known)
    let root = expression.tree.root
    switch place {
    case .condition: _ = review.condition(root, surroundings)
    case .optionalCondition:
      if case .bool(true) = expression.tree[root].kind { break }
      _ = review.condition(root, surroundings)
    case .value:
      // A constant truth value may be what a definition is there for.
      if case .bool = expression.tree[root].kind { break }
      if expression[root]?.type == .bool {
        _ = review.condition(root, surroundings)
      } else {
        _ = review.parts(root, surroundings)
      }
    }
    diagnostics.append(contentsOf: review.log)
  }

  /// What holds where a condition holds.
  package static func knowledge(
    from condition: CheckedExpression, in program: Program, replaced: Set<CellID> = [],
    and known: Knowledge = Knowledge()
  ) -> Knowledge {
    var reader = ConditionReader(program: program, replaced: replaced)
    var known = known
    let names = TermKeys.Names()
    let span = condition.source.span(0..<condition.source.text.utf8.count)
    for conjunct in reader.conjuncts(condition.term) {
      if let constraint = reader.constraint(conjunct, names) { known.learn(constraint, from: span) }
    }
    return known
  }

  /// What holds for every element of a list that subjects are taken from.
  package static func knowledge(
    ofSubject local: Int, from list: CheckedExpression, in program: Program, replaced: Set<CellID> = [],
    and known: Knowledge = Knowledge()
  ) -> Knowledge {
    var reader = ConditionReader(program: program, replaced: replaced)
    var known = known
    let span = list.source.span(0..<list.source.text.utf8.count)
    let constraints = reader.constraints(
      onElementsOf: list.term, element: "$\(local)", TermKeys.Names())
    for constraint in constraints { known.learn(constraint, from: span) }
    return known
  }

  // MARK: Walking

  /// Reviews a node that is asked for its truth; gives whether something was reported about it or in it.
  mutating func condition(_ id: SyntaxTree.ID, _ here: Surroundings) -> Bool {
    switch expression.tree[id].kind {
    case .binary(.and, _, _): return junction(id, .and, here)
    case .binary(.or, _, _): return junction(id, .or, here)
    case .not(let operand):
      if case .binary(let sign, _, _) = expression.tree[operand].kind, sign == .and || sign == .or {
        return condition(operand, here)
      }
      return parts(operand, here) || verdict(on: id, here)
    case .null, .bool, .number, .string, .name, .select, .call, .index, .list, .map, .negate, .binary,
      .conditional:
      return parts(id, here) || verdict(on: id, here)
    }
  }

  /// Reviews what stands inside a node that is no condition itself, or whose own truth is judged apart.
  mutating func parts(_ id: SyntaxTree.ID, _ here: Surroundings) -> Bool {
    switch expression.tree[id].kind {
    case .null, .bool, .number, .string: return false
    case .name, .select: return path(id, here)
    case .call(let name, let receiver, let arguments): return call(id, name, receiver, arguments, here)
    case .index(let a, let b): return values([a, b], here)
    case .list(let items):
      return values(items, here) || repeated(items)
    case .map(let entries): return values(entries.flatMap { [$0.key, $0.value] }, here)
    case .not(let operand): return condition(operand, here)
    case .negate(let operand): return parts(operand, here)
    case .binary(.and, _, _), .binary(.or, _, _): return condition(id, here)
    case .binary(_, let a, let b): return values([a, b], here)
    case .conditional(let test, let yes, let no): return conditional(test, yes, no, here)
    }
  }

  /// Reviews nodes one after the other.
  mutating func values(_ ids: [SyntaxTree.ID], _ here: Surroundings) -> Bool {
    var found = false
    for id in ids where parts(id, here) { found = true }
    return found
  }

  /// Reviews a choice between two values: each with what the test says.
  mutating func conditional(
    _ test: SyntaxTree.ID, _ yes: SyntaxTree.ID, _ no: SyntaxTree.ID, _ here: Surroundings
  ) -> Bool {
    if condition(test, here) {
      _ = branch(yes, here)
      _ = branch(no, here)
      return true
    }
    var (then, other) = (here, here)
    if let term = expression[test]?.term {
      let span = expression.span(test)
      learn(term, from: span, in: &then)
      learn(.not(term), from: span, in: &other)
    }
    let inYes = branch(yes, then)
    return branch(no, other) || inYes
  }

  /// Reviews one of two values; `true` and `false` may well be what is chosen between.
  private mutating func branch(_ id: SyntaxTree.ID, _ here: Surroundings) -> Bool {
    if case .bool = expression.tree[id].kind { return false }
    return expression[id]?.type == .bool ? condition(id, here) : parts(id, here)
  }

  /// Adds what a condition says to what is known.
  mutating func learn(_ term: Term, from span: SourceSpan?, in here: inout Surroundings) {
    for conjunct in reader.conjuncts(term) {
      guard let constraint = reader.constraint(conjunct, here.names) else { continue }
      here.known.learn(constraint, from: span)
      here.around.learn(constraint, from: span)
    }
  }
}
