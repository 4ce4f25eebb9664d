/// A macro's condition as it is decided for an element that states everything it looks at: compiled to closures that
/// read the element's slots, without a log.
///
/// It says the same as the evaluator or nothing: an element that leaves a fact open, or states it as bounds, is the
/// evaluator's. What is the same for every element, such as a parameter or a fact of the whole scheme, is evaluated
/// once, when it is first needed.
package struct PlainTest: Sendable {
  /// What one look at an element gives.
  enum Answer: UInt8 {
    /// What the condition is for an element that states all it looks at.
    case no, yes
    /// The evaluator must look.
    case open
  }

  /// Decides the condition for the element whose facts begin at a slot.
  typealias Decide = @Sendable (_ run: inout PlainRun, _ first: Int) -> Answer

  /// The condition.
  let decide: Decide
  /// The record type that elements must have.
  let record: Int
  /// What does not depend on the element, in the order of the text.
  let outside: [Term]

  /// Nil for a condition that looks at more than plain facts of its element.
  init?(_ condition: Term, element local: Int, in environment: TypeEnvironment) {
    var compiler = Compiler(local: local, environment: environment)
    guard let decide = compiler.test(condition), let record = compiler.record else { return nil }
    self.decide = decide
    self.record = record
    outside = compiler.outside
  }

  /// What of an element, or beside it, a comparison looks at.
  enum Operand: Sendable {
    /// A fact of the element, by its slot.
    case own(slot: Int)
    /// A value that the expression writes.
    case constant(Value)
    /// What is the same for all elements, by its place among the values that are evaluated before.
    case outside(Int)
  }

  private struct Compiler {
    let local: Int
    let environment: TypeEnvironment
    var record: Int?
    var outside: [Term] = []

    // ── conditions ───────────────────────────────────────────────────────────

    mutating func test(_ term: Term) -> Decide? {
      switch term {
      case .constant(.bool(let answer)):
        return { _, _ in answer ? .yes : .no }
      case .and(let a, let b): return connection(a, b, deciding: .no)
      case .or(let a, let b): return connection(a, b, deciding: .yes)
      case .not(let a):
        guard let inner = test(a) else { return nil }
        return { run, first in
          switch inner(&run, first) {
          case .yes: .no
          case .no: .yes
          case .open: .open
          }
        }
      case .conditional(let condition, let a, let b):
        guard let condition = test(condition), let a = test(a), let b = test(b) else { return nil }
        return { run, first in
          switch condition(&run, first) {
          case .yes: a(&run, first)
          case .no: b(&run, first)
          case .open: .open
          }
        }
      case .equals(let a, let b, let negated, _): return equality(a, b, negated: negated)
      case .compare(let order, let a, let b, _): return comparison(order, a, b)
      case .contains(let element, .list(let members), _): return membership(element, members)
      case .field: return ownBool(term)
      default: return nil
      }
    }

    /// `&&` and `||`: the first side that decides is all that counts.
    private mutating func connection(_ a: Term, _ b: Term, deciding: Answer) -> Decide? {
      let before = outside.count
      guard let left = test(a), let right = test(b) else { return nil }
      if outside.count == before {
        return { run, first in
          let start = run.grounds.count
          let answer = left(&run, first)
          guard answer != deciding, answer != .open else { return answer }
          let middle = run.grounds.count
          let other = right(&run, first)
          if other == deciding { run.forget(from: start, to: middle) }
          return other
        }
      }
      return { run, first in
        let start = run.mark
        let answer = left(&run, first)
        guard answer != deciding, answer != .open else { return answer }
        let middle = run.mark
        run.used = 0
        let other = right(&run, first)
        if other == deciding {
          run.forget(from: start, to: middle)
        } else {
          run.used |= middle.used
        }
        return other
      }
    }

    private mutating func ownBool(_ term: Term) -> Decide? {
      guard case .own(let slot)? = operand(term) else { return nil }
      return { run, first in
        guard case .bool(let answer) = run.slots[first + slot] else { return .open }
        run.note(first + slot)
        return answer ? .yes : .no
      }
    }

    private mutating func comparison(_ order: Term.Order, _ a: Term, _ b: Term) -> Decide? {
      guard let left = operand(a), let right = operand(b) else { return nil }
      if case .own(let slot) = left, case .constant(.number(let bound)) = right {
        if let whole = bound.int { return comparison(order, slot, Int64(whole)) }
        return { run, first in
          guard case .number(let number) = run.slots[first + slot] else { return .open }
          run.note(first + slot)
          return order.holds(number, bound) ? .yes : .no
        }
      }
      return { run, first in
        guard let x = run.value(left, first), let y = run.value(right, first),
          let relation = Value.order(x, y)
        else { return .open }
        return relation.satisfies(order) ? .yes : .no
      }
    }

    /// A comparison with a whole number of one machine word, as nearly all are.
    private func comparison(_ order: Term.Order, _ slot: Int, _ bound: Int64) -> Decide {
      let exact = Rational(Int(bound))
      return { run, first in
        guard case .number(let number) = run.slots[first + slot] else { return .open }
        run.note(first + slot)
        if case .small(let whole, 1) = number.storage { return order.holds(whole, bound) ? .yes : .no }
        return order.holds(number, exact) ? .yes : .no
      }
    }

    private mutating func equality(_ a: Term, _ b: Term, negated: Bool) -> Decide? {
      guard let left = operand(a), let right = operand(b) else { return nil }
      if case .own(let slot) = left, case .constant(.string(let wanted)) = right {
        return { run, first in
          guard case .string(let text) = run.slots[first + slot] else { return .open }
          run.note(first + slot)
          return Texts.isSame(text, wanted) != negated ? .yes : .no
        }
      }
      return { run, first in
        guard let x = run.value(left, first), let y = run.value(right, first),
          let answer = Value.equal(x, y, in: run.facts)
        else { return .open }
        return answer != negated ? .yes : .no
      }
    }

    private mutating func membership(_ element: Term, _ members: [Term]) -> Decide? {
      guard case .own(let slot)? = operand(element) else { return nil }
      var values: [Value] = []
      for member in members {
        guard case .constant(let value) = member, value.isScalar else { return nil }
        values.append(value)
      }
      return { [values] run, first in
        guard let value = run.own(first + slot) else { return .open }
        run.steps += values.count
        for member in values where Value.equal(value, member, in: run.facts) == true { return .yes }
        return .no
      }
    }

    // ── operands ─────────────────────────────────────────────────────────────

    private mutating func operand(_ term: Term) -> Operand? {
      switch term {
      case .constant(let value): return value.isScalar ? .constant(value) : nil
      case .field(.local(local), let field):
        guard isPlain(field), record == nil || record == field.record else { return nil }
        record = field.record
        return .own(slot: field.slot)
      case .field(.local, let field): return isPlain(field) ? beside(term) : nil
      case .root(let slot):
        return isPlain(FieldID(record: TypeEnvironment.root, slot: slot)) ? beside(term) : nil
      case .local(let other): return other == local ? nil : beside(term)
      case .parameter, .cell: return beside(term)
      default: return nil
      }
    }

    /// Derived facts count steps at each use: they are the evaluator's.
    private func isPlain(_ field: FieldID) -> Bool {
      environment.field(field).derived == nil
    }

    private mutating func beside(_ term: Term) -> Operand? {
      // As many as the bits that say which of them were used.
      guard outside.count < 64 else { return nil }
      outside.append(term)
      return .outside(outside.count - 1)
    }
  }
}

extension Term.Order {
  /// Whether two values stand to each other as the comparison says.
  fileprivate func holds<Ordered: Comparable>(_ a: Ordered, _ b: Ordered) -> Bool {
    switch self {
    case .less: a < b
    case .lessOrEqual: !(b < a)
    case .greater: b < a
    case .greaterOrEqual: !(a < b)
    }
  }
}
