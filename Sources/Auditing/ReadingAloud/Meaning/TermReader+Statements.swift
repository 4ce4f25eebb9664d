import Expressions

extension TermReader {
  /// What a condition says.
  mutating func statement(_ term: Term) -> Statement {
    switch term {
    case .and: return .all(Self.operands(term, of: .and).map { statement($0) })
    case .or: return .any(Self.operands(term, of: .or).map { statement($0) })
    case .not(let inner): return statement(inner).negated
    case .constant(.bool(let value)): return .constant(value)
    case .conditional(let test, let yes, let no):
      return .conditional(statement(test), statement(yes), statement(no))
    case .equals(let a, let b, let negated, _): return equality(a, b, negated: negated)
    case .compare(let order, let a, let b, _):
      if order == .greater, b.isZero, let list = a.sizedList {
        let (list, type) = quantity(list, as: nil)
        if case .list = type { return .hasMembers(list, negated: false) }
        return .compares(.call("size", [list]), order, quantity(b, as: nil).quantity, .amount, negated: false)
      }
      let (left, right, type) = sides(a, b)
      return .compares(left, order, right, Self.scale(of: type), negated: false)
    case .contains(let element, let list, _): return membership(element, list, negated: false)
    case .macro(let macro): return quantified(macro)
    case .stated(let owner, let fact): return .stated(path(owner, fact), negated: false)
    case .has(let owner, let fact): return .has(path(owner, fact), negated: false)
    case .call(let function, let arguments, _): return call(function, arguments)
    case .constant, .local, .cell, .parameter, .root, .field, .follow, .arithmetic, .negate, .index, .select,
      .list, .map, .table, .opt, .hasKey, .find, .error:
      return .answer(quantity(term, as: .bool).quantity, isYes: true)
    }
  }

  private enum Connective { case and, or }

  /// The operands of a chain of one connective, in their order.
  private static func operands(_ term: Term, of connective: Connective) -> [Term] {
    var operands: [Term] = []
    var open = [term]
    while let next = open.popLast() {
      switch (next, connective) {
      case (.and(let a, let b), .and), (.or(let a, let b), .or): open += [b, a]
      default: operands.append(next)
      }
    }
    return operands
  }

  private mutating func equality(_ a: Term, _ b: Term, negated: Bool) -> Statement {
    switch (a, b) {
    case (let other, .constant(.bool(let value))), (.constant(.bool(let value)), let other):
      let same = statement(other)
      return value == negated ? same.negated : same
    case (let size, let zero) where zero.isZero && size.sizedList != nil:
      let (list, type) = quantity(size.sizedList ?? size, as: nil)
      guard case .list = type else {
        return .equals(.call("size", [list]), quantity(zero, as: nil).quantity, negated: negated)
      }
      return .hasMembers(list, negated: !negated)
    default:
      let (left, right, type) = sides(a, b)
      guard type != .bool else { return .equals(left, right, negated: negated) }
      // The constant comes last: `x is 'y'`.
      if case .value = left { return .equals(right, left, negated: negated) }
      return .equals(left, right, negated: negated)
    }
  }

  private mutating func membership(_ element: Term, _ list: Term, negated: Bool) -> Statement {
    if case .constant = list {
      let (left, type) = quantity(element, as: nil)
      return .contains(
        list: quantity(list, as: .list(type)).quantity, element: left, negated: negated)
    }
    let (right, type) = quantity(list, as: nil)
    var wanted: ValueType?
    if case .list(let inner) = type { wanted = inner }
    let left = quantity(element, as: wanted).quantity
    if case .reference? = wanted {
      return .contains(list: right, element: self.element(named: element, left), negated: negated)
    }
    return .contains(list: right, element: left, negated: negated)
  }

  private mutating func quantified(_ macro: Term.Macro) -> Statement {
    let (list, type) = quantity(macro.list, as: nil)
    let (element, condition) = binding(macro.local, of: Self.element(of: type), in: [macro.body]) {
      $0.statement(macro.body)
    }
    switch macro.kind {
    case .exists: return .quantified(.some, list, element, condition)
    case .all:
      sayEvery()
      return .quantified(.every, list, element, condition)
    case .existsOne: return .quantified(.exactlyOne, list, element, condition)
    case .filter, .map: return .answer(.filtered(list, element, condition), isYes: true)
    }
  }

  private mutating func call(_ function: Function, _ arguments: [Term]) -> Statement {
    switch (function.name, arguments.count) {
    case ("not_in", 2): return membership(arguments[0], arguments[1], negated: true)
    default:
      let read = self.arguments(of: function, arguments)
      return FunctionPhrase.named(function.name)?.isPredicate == true
        ? .call(function.name, read.quantities, negated: false)
        : .answer(.call(function.name, read.quantities), isYes: true)
    }
  }

  /// Both sides of a comparison; a constant takes the type of the other side.
  mutating func sides(_ a: Term, _ b: Term) -> (Quantity, Quantity, ValueType) {
    if a.isConstant, !b.isConstant {
      let (right, type) = quantity(b, as: nil)
      return (quantity(a, as: type).quantity, right, type)
    }
    let (left, type) = quantity(a, as: nil)
    let (right, other) = quantity(b, as: type)
    if case .reference = other { return (element(named: a, left), right, other) }
    if case .reference = type { return (left, element(named: b, right), type) }
    return (left, right, type)
  }

  /// The element itself in place of its key, beside a reference, which names an element by its key.
  func element(named term: Term, _ key: Quantity) -> Quantity {
    guard case .field(.local, let fact) = term, environment.field(fact).isKey, case .field(let owner, _) = key
    else { return key }
    return owner
  }

  private static func scale(of type: ValueType) -> Statement.Scale {
    switch type {
    case .date, .timestamp: .time
    case .string, .choice, .reference: .text
    case .bool, .number, .duration, .list, .record, .group, .pair, .interval, .dyn, .null, .map: .amount
    }
  }

  /// The type of a list's elements.
  static func element(of type: ValueType) -> ValueType {
    switch type {
    case .list(let element): element
    case .map(let key, _): key
    default: .dyn
    }
  }
}

extension Term {
  /// What `size` or `count` counts.
  fileprivate var sizedList: Term? {
    guard case .call(let function, let arguments, _) = self, ["size", "count"].contains(function.name) else {
      return nil
    }
    return arguments.first
  }

  fileprivate var isZero: Bool {
    if case .constant(.number(let number)) = self { number == Rational(0) } else { false }
  }

  /// Whether it is a constant, or a list of constants.
  var isConstant: Bool {
    if case .constant = self { true } else { false }
  }
}

extension Statement {
  /// The opposite, said where it is easiest to read.
  var negated: Statement {
    switch self {
    case .not(let inner): inner
    case .answer(let value, let isYes): .answer(value, isYes: !isYes)
    case .equals(let a, let b, let negated): .equals(a, b, negated: !negated)
    case .compares(let a, let order, let b, let scale, let negated):
      .compares(a, order, b, scale, negated: !negated)
    case .hasMembers(let list, let negated): .hasMembers(list, negated: !negated)
    case .contains(let list, let element, let negated):
      .contains(list: list, element: element, negated: !negated)
    case .stated(let fact, let negated): .stated(fact, negated: !negated)
    case .has(let fact, let negated): .has(fact, negated: !negated)
    case .call(let name, let arguments, let negated): .call(name, arguments, negated: !negated)
    case .constant(let value): .constant(!value)
    case .all, .any, .quantified, .conditional: .not(self)
    }
  }
}
