package import Expressions

/// A second evaluator of the policy language, written from its description alone and as simply as that allows: it
/// walks the syntax tree, looks names up as texts, keeps nothing that it has computed, and follows every reading
/// of a disputed fact one by one. It knows no types, indexes, slots or grounds, and no limits.
///
/// To time it against the compiled evaluator, parse once and evaluate often:
///
///     let naive = NaiveEvaluator(scheme: NaiveScheme(facts), program: program)
///     naive.names.values["award"] = .element(…)     // the subjects of the rule
///     let tree = try SyntaxTree(parsing: text)
///     for _ in 0..<rounds { _ = naive.value(of: tree) }
package final class NaiveEvaluator {
  /// What names stand for, besides facts, parameters and tables.
  package struct Names: Sendable {
    /// Subjects of a rule, or what a conformance row binds.
    package var values: [String: NaiveValue] = [:]
    /// Steps and definitions.
    package var steps: [String: SyntaxTree] = [:]
    /// The steps as they are without an exception: what dates that pick versions are made from.
    package var unreplacedSteps: [String: SyntaxTree]?

    package init() {}
  }

  /// What the scheme states.
  let scheme: NaiveScheme
  /// Parameters, tables and the calendar; its steps are not looked at.
  let program: Program
  /// What names stand for.
  package var names = Names()
  /// The date expression that picks versions.
  package var asOf: SyntaxTree?
  /// The date in place of all that pick versions.
  package var dayOverride: Day?
  /// Functions that were called and that this evaluator does not have.
  package private(set) var uncovered: Set<String> = []

  /// The variables of macros, innermost last.
  private(set) var variables: [(name: String, value: NaiveValue)] = []

  package init(scheme: NaiveScheme, program: Program) {
    self.scheme = scheme
    self.program = program
  }

  /// What an expression comes to.
  package func value(of text: String) -> NaiveValue {
    guard let tree = try? SyntaxTree(parsing: text) else { return .failed(.undeclared) }
    return value(of: tree)
  }

  /// What a parsed expression comes to.
  package func value(of tree: SyntaxTree) -> NaiveValue {
    value(tree.root, tree)
  }

  /// What an expression comes to outside of the macros around it, as steps and derived facts are evaluated.
  func separately(_ tree: SyntaxTree, _ other: Names? = nil) -> NaiveValue {
    alone(other) { value(of: tree) }
  }

  /// Does something outside of the macros around it.
  func alone<R>(_ other: Names? = nil, _ body: () -> R) -> R {
    let (outerVariables, outerNames) = (variables, names)
    variables = []
    if let other { names = other }
    defer { (variables, names) = (outerVariables, outerNames) }
    return body()
  }

  /// Evaluates with a variable set.
  func with<R>(_ name: String, _ value: NaiveValue, _ body: () -> R) -> R {
    variables.append((name, value))
    defer { variables.removeLast() }
    return body()
  }

  /// Notes a function that it does not have; what follows from it means nothing.
  func note(uncovered name: String) -> NaiveValue {
    uncovered.insert(name)
    return .unknown
  }

  /// What a node comes to.
  func value(_ id: SyntaxTree.ID, _ tree: SyntaxTree) -> NaiveValue {
    switch tree[id].kind {
    case .null: return .null
    case .bool(let value): return .bool(value)
    case .number(let digits): return Rational(decimal: digits).map { .number($0) } ?? .failed(.arithmetic)
    case .string(let text): return .text(text)
    case .name, .select: return path(id, tree)
    case .call(let name, let receiver, let arguments): return call(name.text, receiver, arguments, tree)
    case .index(let list, let place): return index(value(list, tree), value(place, tree))
    case .list(let items):
      let values = items.map { value($0, tree) }
      for case .failed(let failure) in values { return .failed(failure) }
      return .list(NaiveList(values: values))
    case .map(let entries): return map(entries.map { (value($0.key, tree), value($0.value, tree)) })
    case .not(let operand):
      let answer = NaiveValue.decided(value(operand, tree))
      if case .bool(let answer) = answer { return .bool(!answer) }
      return answer
    case .negate(let operand): return NaiveValue.negated(value(operand, tree))
    case .binary(let sign, let left, let right): return binary(sign, left, right, tree)
    case .conditional(let condition, let yes, let no): return choose(condition, yes, no, tree)
    }
  }

  /// `c ? a : b`.
  func choose(
    _ condition: SyntaxTree.ID, _ yes: SyntaxTree.ID, _ no: SyntaxTree.ID, _ tree: SyntaxTree
  ) -> NaiveValue {
    let answer = NaiveValue.decided(value(condition, tree))
    if case .bool(let answer) = answer { return value(answer ? yes : no, tree) }
    return answer
  }

  private func binary(
    _ sign: SyntaxTree.Operator, _ left: SyntaxTree.ID, _ right: SyntaxTree.ID, _ tree: SyntaxTree
  ) -> NaiveValue {
    if sign == .and || sign == .or { return connect(left, right, deciding: sign == .or, tree) }
    let (a, b) = (value(left, tree), sign == .contains ? elements(right, tree) : value(right, tree))
    if a.isUnknown || b.isUnknown { return .unknown }
    if case .failed = a { return a }
    if case .failed = b { return b }
    switch sign {
    case .equal: return NaiveValue.equal(a, b).map { .bool($0) } ?? .unknown
    case .notEqual: return NaiveValue.equal(a, b).map { .bool(!$0) } ?? .unknown
    case .less, .lessOrEqual, .greater, .greaterOrEqual: return NaiveValue.compare(sign, a, b)
    case .contains: return NaiveValue.contains(a, in: b)
    case .and, .or, .add, .subtract, .multiply, .divide, .remainder: return NaiveValue.combine(sign, a, b)
    }
  }

  /// `a && b` (a false side decides) or `a || b` (a true side does); unknown beats an error.
  private func connect(
    _ left: SyntaxTree.ID, _ right: SyntaxTree.ID, deciding: Bool, _ tree: SyntaxTree
  ) -> NaiveValue {
    let sides = [left, right].map { NaiveValue.decided(value($0, tree)) }
    for case .bool(deciding) in sides { return .bool(deciding) }
    if sides.contains(where: \.isUnknown) { return .unknown }
    for case .failed(let failure) in sides { return .failed(failure) }
    return .bool(!deciding)
  }

  /// `list[n]` or `map[key]`.
  private func index(_ container: NaiveValue, _ place: NaiveValue) -> NaiveValue {
    if container.isUnknown || place.isUnknown { return .unknown }
    if case .failed = container { return container }
    if case .failed = place { return place }
    switch (container, place) {
    case (.map(let entries), _):
      return entries.first { NaiveValue.equal($0.key, place) == true }?.value ?? .failed(.place)
    case (.list(let list), .number(let number)): return member(number, of: list)
    case (.list, .oneOf), (.list, .between): return .unknown
    default: return .failed(.mistyped)
    }
  }

  /// A list's element by its place; unknown past a doubtful one.
  private func member(_ number: Rational, of list: NaiveList) -> NaiveValue {
    guard let place = number.int, place >= 0 else { return .failed(.place) }
    if list.isScattered { return .unknown }
    if place < list.members.count {
      return list.members[...place].allSatisfy(\.isSure) ? list.members[place].value : .unknown
    }
    return list.isSure ? .failed(.place) : .unknown
  }

  /// `{key: value}`, in conformance rows.
  private func map(_ entries: [(NaiveValue, NaiveValue)]) -> NaiveValue {
    var result: [NaiveEntry] = []
    for (key, value) in entries {
      for part in [key, value] {
        if part.isUnknown { return .unknown }
        if case .failed = part { return part }
      }
      switch key {
      case .bool, .number, .text: break
      default: return .failed(.mistyped)
      }
      if result.contains(where: { NaiveValue.equal($0.key, key) == true }) { return .failed(.argument) }
      result.append(NaiveEntry(key: key, value: value))
    }
    return .map(result)
  }
}
