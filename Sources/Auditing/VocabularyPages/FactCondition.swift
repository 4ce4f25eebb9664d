import Expressions
import Schemes

/// What an example states so that a fact exists: the plain facts of the same element that its `when` asks for.
struct FactCondition {
  /// A fact with the value that makes the condition true.
  struct Need {
    /// Its place among the facts of the element.
    var slot: Int
    /// Yes or no, a number, or a text.
    var value: Value
  }

  /// The record that the fact belongs to.
  let record: Int

  /// The facts that make a condition true; none of what is no comparison with a constant.
  func needs(of condition: Term) -> [Need] {
    switch condition {
    case .and(let a, let b): needs(of: a) + needs(of: b)
    case .or(let a, _): needs(of: a)
    case .not(let inner): slot(of: inner).map { [Need(slot: $0, value: .bool(false))] } ?? []
    case .equals(let fact, .constant(let value), negated: false, _),
      .equals(.constant(let value), let fact, negated: false, _):
      slot(of: fact).map { [Need(slot: $0, value: value)] } ?? []
    case .contains(let fact, let list, _): member(of: list, as: fact)
    default: slot(of: condition).map { [Need(slot: $0, value: .bool(true))] } ?? []
    }
  }

  private func member(of list: Term, as fact: Term) -> [Need] {
    guard let slot = slot(of: fact) else { return [] }
    switch list {
    case .list(let items):
      guard case .constant(let value)? = items.first else { return [] }
      return [Need(slot: slot, value: value)]
    case .constant(.list(let values)):
      return values.elements.first.map { [Need(slot: slot, value: $0.value)] } ?? []
    default: return []
    }
  }

  /// The place of a fact of the same element; nil for anything else.
  private func slot(of term: Term) -> Int? {
    switch term {
    case .field(.local(0), let id) where id.record == record: id.slot
    case .root(let slot) where record == TypeEnvironment.root: slot
    default: nil
    }
  }
}
