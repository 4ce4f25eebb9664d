import Expressions
import TestSupport

/// Lists and their elements.
extension ExpressionGenerator {
  /// The record type of windows, if the vocabulary has one.
  var windowsRecord: Int? {
    environment.records.firstIndex { $0.slots["from"] != nil && $0.slots["to"] != nil }
  }

  /// A list of elements of a type.
  mutating func list(_ element: ValueType, _ depth: Int) -> TypedExpression {
    let type = ValueType.list(element)
    switch Int.random(in: 0..<8, using: &random) {
    case 0, 1:
      return macro(type, "filter", over: expression(type, depth), element, body: .bool, depth)
    case 2, 3:
      if case .record = element { return leaf(type) }
      let (list, of) = anyList(depth)
      return macro(type, "map", over: list, of, body: element, depth)
    case 4: return TypedExpression(type, "(# + #)", expression(type, depth), expression(type, depth))
    case 5:
      if case .record = element { return leaf(type) }
      return TypedExpression(type, "[#, #]", expression(element, depth), expression(element, depth))
    case 6: return TypedExpression(type, "distinct(#)", expression(type, depth))
    default: return made(type, depth)
    }
  }

  /// What only some functions make: months, stretches, neighbours.
  mutating func made(_ type: ValueType, _ depth: Int) -> TypedExpression {
    switch type {
    case .list(.date):
      guard let record = windowsRecord else { return leaf(type) }
      return TypedExpression(type, "months_touched(#)", expression(.list(.record(record)), depth))
    case .list(.number(let unit)):
      let variable = variable()
      let (a, b) = (pick(["before", "after"]), pick(["before", "after"]))
      return TypedExpression(
        type, "pairs(#).map(\(variable), \(variable).\(a) - \(variable).\(b))",
        expression(.list(.number(unit: unit)), depth))
    case .list(.string):
      return TypedExpression(type, "#.split(\(pick(["''", "' '", "'a'"])))", expression(.string, depth))
    default: return leaf(type)
    }
  }

  /// An element of a list of records.
  mutating func element(_ record: Int, _ depth: Int) -> TypedExpression {
    let type = ValueType.record(record)
    let list = ValueType.list(type)
    if chance(2) { return leaf(type) }
    let fields = environment.records[record].fields.filter { Self.scalars.contains($0.type) }
    guard let field = fields.randomElement(using: &random), chance(2) else {
      return TypedExpression(type, "#[\(pick([0, 1]))]", expression(list, depth))
    }
    return TypedExpression(
      type, "find(#, '\(field.name)', #)", expression(list, depth), expression(field.type, 1))
  }
}
