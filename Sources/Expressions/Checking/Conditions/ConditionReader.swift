/// Reads what a condition says about the values of terms.
struct ConditionReader {
  /// The keys of terms.
  var keys: TermKeys

  /// What steps that were looked into say, and what must hold for them.
  private var known: [CellID: Constraint] = [:]
  private var parts: [CellID: [Term]] = [:]

  /// Steps in steps are looked into so far.
  private static let deepest = 4
  /// Most constants in a list that are told apart, and most parts of a step that are looked at.
  private static let mostConstants = 1_000
  private static let mostParts = 64

  private var environment: TypeEnvironment { keys.program.environment }

  init(program: Program, replaced: Set<CellID>) {
    keys = TermKeys(program: program, replaced: replaced)
  }

  // MARK: Constants

  /// Whether a condition is true or false by itself: it compares constants, or something with itself.
  mutating func truth(_ term: Term, _ names: TermKeys.Names) -> Bool? {
    switch term {
    case .constant(.bool(let value)): return value
    case .not(let operand): return truth(operand, names).map { !$0 }
    case .compare(let order, let a, let b, _):
      if let x = keys.constant(a)?.axis?.place, let y = keys.constant(b)?.axis?.place {
        return order.holds(x, y)
      }
      guard isSame(a, b, names) else { return nil }
      return order == .lessOrEqual || order == .greaterOrEqual
    case .equals(let a, let b, let negated, _):
      if let x = keys.constant(a), let y = keys.constant(b), let isEqual = Self.isEqual(x, y) {
        return isEqual != negated
      }
      return isSame(a, b, names) ? !negated : nil
    case .contains(let element, let list, _):
      guard let value = keys.constant(element), case .list(let list)? = keys.constant(list) else {
        return nil
      }
      let answers = list.elements.map { Self.isEqual($0.value, value) }
      if answers.contains(true) { return true }
      return answers.contains { $0 == nil } ? nil : false
    default: return nil
    }
  }

  /// Whether two terms always have the same value.
  mutating func isSame(_ a: Term, _ b: Term, _ names: TermKeys.Names) -> Bool {
    keys.key(a, names) == keys.key(b, names)
  }

  private static func isEqual(_ a: Value, _ b: Value) -> Bool? {
    switch (a, b) {
    case (.bool(let x), .bool(let y)): x == y
    case (.string(let x), .string(let y)): x == y
    default:
      if let x = a.axis?.place, let y = b.axis?.place { x == y } else { nil }
    }
  }

  // MARK: Constraints

  /// What a condition says about one term; nil where it speaks of several, or only of constants.
  mutating func constraint(_ term: Term, _ names: TermKeys.Names, hops: Int = 0) -> Constraint? {
    switch term {
    case .constant: return nil
    case .not(let operand):
      guard var constraint = constraint(operand, names, hops: hops) else { return nil }
      constraint.values = constraint.values.complement
      return constraint
    case .and(let a, let b): return both(a, b, names, hops) { $0.intersection($1) }
    case .or(let a, let b): return both(a, b, names, hops) { $0.union($1) }
    case .compare(let order, let a, let b, _): return comparison(order, a, b, names)
    case .equals(let a, let b, let negated, _):
      guard var constraint = equality(a, b, names) else { return nil }
      if negated { constraint.values = constraint.values.complement }
      return constraint
    case .contains(let element, let list, _): return membership(term, element, list, names)
    case .cell(let cell):
      if let known = known[cell] { return known }
      guard hops < Self.deepest, let content = keys.content(of: cell), content.type == .bool else {
        return opaque(term, names)
      }
      let found = constraint(content.term, TermKeys.Names(), hops: hops + 1) ?? opaque(term, names)
      known[cell] = found
      return found
    case .field(let of, let field):
      // A derived fact of derived facts is taken as it is.
      guard hops < Self.deepest - 1, let derived = environment.field(field).derived else {
        return opaque(term, names)
      }
      let inner = TermKeys.Names(locals: [0: keys.key(of, names)], depth: names.depth)
      return constraint(derived.term, inner, hops: Self.deepest - 1) ?? opaque(term, names)
    case .root(let slot):
      let field = FieldID(record: TypeEnvironment.root, slot: slot)
      guard hops < Self.deepest - 1, let derived = environment.field(field).derived else {
        return opaque(term, names)
      }
      return constraint(derived.term, TermKeys.Names(), hops: Self.deepest - 1) ?? opaque(term, names)
    case .local, .parameter, .follow, .conditional, .arithmetic, .negate, .index, .select, .list, .map, .call,
      .table, .macro, .has, .opt, .stated, .hasKey, .find, .error:
      return opaque(term, names)
    }
  }

  /// A condition that is only known to be true or false as a whole.
  private mutating func opaque(_ term: Term, _ names: TermKeys.Names) -> Constraint {
    Constraint(key: keys.key(term, names), values: .yes)
  }

  private mutating func both(
    _ a: Term, _ b: Term, _ names: TermKeys.Names, _ hops: Int, _ join: (ValueSet, ValueSet) -> ValueSet?
  ) -> Constraint? {
    guard let first = constraint(a, names, hops: hops), let second = constraint(b, names, hops: hops),
      first.key == second.key
    else { return nil }
    return join(first.values, second.values).map { Constraint(key: first.key, values: $0) }
  }

  private mutating func comparison(
    _ order: Term.Order, _ a: Term, _ b: Term, _ names: TermKeys.Names
  ) -> Constraint? {
    if let axis = keys.constant(b)?.axis {
      return Constraint(
        key: keys.key(a, names), values: .places(Stretches(order, axis.place, ofDays: axis.isDays)))
    }
    if let axis = keys.constant(a)?.axis {
      return Constraint(
        key: keys.key(b, names), values: .places(Stretches(order.turned, axis.place, ofDays: axis.isDays)))
    }
    let signs: Set<String> =
      switch order {
      case .less: ["<"]
      case .lessOrEqual: ["<", "="]
      case .greater: [">"]
      case .greaterOrEqual: [">", "="]
      }
    return relation(a, b, signs, names)
  }

  private mutating func equality(_ a: Term, _ b: Term, _ names: TermKeys.Names) -> Constraint? {
    for (term, other) in [(a, b), (b, a)] {
      guard let value = keys.constant(other) else { continue }
      if let values = values(equalTo: [value], for: term) {
        return booleanKey(term, values, names) ?? Constraint(key: keys.key(term, names), values: values)
      }
    }
    return relation(a, b, ["="], names)
  }

  /// `x == true` says about `x` what `x` says.
  private mutating func booleanKey(_ term: Term, _ values: ValueSet, _ names: TermKeys.Names) -> Constraint? {
    guard case .members(let members, _) = values, members.count == 1, values.intersection(.yes) != nil,
      var constraint = constraint(term, names)
    else { return nil }
    if members.contains("false") { constraint.values = constraint.values.complement }
    return constraint
  }

  private mutating func membership(
    _ term: Term, _ element: Term, _ list: Term, _ names: TermKeys.Names
  ) -> Constraint? {
    guard case .list(let values)? = keys.constant(list), !values.elements.isEmpty,
      let set = self.values(equalTo: values.elements.map(\.value), for: element)
    else { return opaque(term, names) }
    return Constraint(key: keys.key(element, names), values: set)
  }

  /// What two terms are to each other.
  private mutating func relation(
    _ a: Term, _ b: Term, _ signs: Set<String>, _ names: TermKeys.Names
  ) -> Constraint {
    let (first, second) = (keys.key(a, names), keys.key(b, names))
    let turned = Set(signs.map { $0 == "<" ? ">" : $0 == ">" ? "<" : $0 })
    return first <= second
      ? Constraint(key: "\(first) : \(second)", values: .members(signs, of: ["<", "=", ">"]))
      : Constraint(key: "\(second) : \(first)", values: .members(turned, of: ["<", "=", ">"]))
  }

  /// The values of a term that equal one of some constants.
  private func values(equalTo constants: [Value], for term: Term) -> ValueSet? {
    guard constants.count <= Self.mostConstants else { return nil }
    var texts: Set<String> = []
    var truths: Set<String> = []
    var places: Stretches?
    for constant in constants {
      switch constant {
      case .bool(let value): truths.insert(value ? "true" : "false")
      case .string(let text): texts.insert(text)
      default:
        guard let axis = constant.axis else { return nil }
        let one = Stretches(at: axis.place, ofDays: axis.isDays)
        places = places.map { $0.union(one) } ?? one
      }
    }
    switch (texts.isEmpty, truths.isEmpty, places) {
    case (false, true, nil):
      guard let members = members(of: term) else { return .texts(texts, isExcluding: false) }
      return texts.isSubset(of: members) ? .members(texts, of: members) : nil
    case (true, false, nil): return .members(truths, of: ["true", "false"])
    case (true, true, let places?): return .places(places)
    default: return nil
    }
  }

  /// The members of the closed choice that a term is a value of.
  private func members(of term: Term) -> Set<String>? {
    let type: ValueType
    switch term {
    case .field(_, let field), .opt(_, let field, _): type = environment.field(field).type
    case .root(let slot):
      type = environment.field(FieldID(record: TypeEnvironment.root, slot: slot)).type
    case .cell(let cell) where keys.program.cells.indices.contains(cell.index):
      type = keys.program.cells[cell.index].expression.type
    case .parameter(let index): type = keys.program.parameters[index].type
    default: return nil
    }
    guard case .choice(let index) = type, environment.choices.indices.contains(index),
      !environment.choices[index].isOpen
    else { return nil }
    return Set(environment.choices[index].members.map(\.name))
  }

  /// The values that a term can have at all, where its function says so.
  func range(ofKey key: String) -> ValueSet? {
    let counting = ["size(", "count(", "abs(", "covered_hours(", "longest_hours("]
    guard counting.contains(where: { key.hasPrefix($0) }) else { return nil }
    return .places(Stretches(.greaterOrEqual, .zero, ofDays: false))
  }

  // MARK: Parts

  /// What must hold for a condition to hold: the operands of its `&&`, through steps.
  mutating func conjuncts(_ term: Term, hops: Int = 0) -> [Term] {
    switch term {
    case .and(let a, let b): return conjuncts(a, hops: hops) + conjuncts(b, hops: hops)
    case .not(.or(let a, let b)): return conjuncts(.not(a), hops: hops) + conjuncts(.not(b), hops: hops)
    case .not(.not(let operand)): return conjuncts(operand, hops: hops)
    case .cell(let cell):
      if let known = parts[cell] { return known }
      guard hops < Self.deepest, let content = keys.content(of: cell) else { return [term] }
      let inner = conjuncts(content.term, hops: hops + 1)
      let found = inner.count > 1 && inner.count <= Self.mostParts ? inner : [term]
      parts[cell] = found
      return found
    default: return [term]
    }
  }

  /// What holds for every element of a list that was filtered; `element` is the key of an element.
  mutating func constraints(
    onElementsOf list: Term, element: String, _ names: TermKeys.Names, hops: Int = 0
  ) -> [Constraint] {
    switch list {
    case .macro(let macro) where macro.kind == .filter:
      var found = constraints(onElementsOf: macro.list, element: element, names, hops: hops)
      var inner = names
      inner.locals[macro.local] = element
      for conjunct in conjuncts(macro.body) {
        if let constraint = constraint(conjunct, inner) { found.append(constraint) }
      }
      return found
    case .cell(let cell):
      guard hops < Self.deepest, let content = keys.content(of: cell) else { return [] }
      return constraints(onElementsOf: content.term, element: element, TermKeys.Names(), hops: hops + 1)
    default: return []
    }
  }
}

extension Term.Order {
  /// The order with its sides exchanged.
  var turned: Term.Order {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }

  /// Whether it holds between two places.
  func holds(_ a: Rational, _ b: Rational) -> Bool {
    switch self {
    case .less: a < b
    case .lessOrEqual: a < b || a == b
    case .greater: b < a
    case .greaterOrEqual: b < a || a == b
    }
  }
}
