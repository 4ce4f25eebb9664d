import Expressions
import TestSupport

/// Numbers, and what any type may be made of.
extension ExpressionGenerator {
  /// A number of a unit.
  mutating func number(_ unit: String?, _ depth: Int) -> TypedExpression {
    if unit == "percent", chance(2) { return special(unit, depth) }
    let type = ValueType.number(unit: unit)
    func same(_ form: String, _ generator: inout Self) -> TypedExpression {
      TypedExpression(type, form, generator.expression(type, depth), generator.expression(type, depth))
    }
    switch Int.random(in: 0..<14, using: &random) {
    case 0, 1: return same("(# \(pick(["+", "-"])) #)", &self)
    case 2: return same(pick(["min(#, #)", "max(#, #)"]), &self)
    case 3: return TypedExpression(type, "-(#)", expression(type, depth))
    case 4: return TypedExpression(type, "\(pick(["abs", "floor", "ceil"]))(#)", expression(type, depth))
    case 5:
      let name = pick(["round_up", "round_down", "round_half_up", "round_half_even"])
      return TypedExpression(type, "\(name)(#\(pick(["", ", 10", ", 0.5"])))", expression(type, depth))
    case 6, 7:
      let name = pick(["sum", "avg", "min", "max"])
      return TypedExpression(type, "\(name)(#)", expression(.list(type), depth))
    case 8:
      return TypedExpression(type, "percentile(#, \(pick([0, 50, 99])))", expression(.list(type), depth))
    case 9: return TypedExpression(type, "#[\(pick([0, 1, 2]))]", expression(.list(type), depth))
    case 10: return optional(type, depth)
    case 11:
      return TypedExpression(
        type, "percent_of(#, #)", expression(.number(unit: ValueType.percent), 1), expression(type, depth))
    default: return special(unit, depth)
    }
  }

  /// `opt(path, default)`.
  mutating func optional(_ type: ValueType, _ depth: Int) -> TypedExpression {
    let facts = paths(to: type).filter { path in
      !path.hasPrefix("p.") && !steps.contains { $0.name == path }
        && !variables.contains { $0.name == path }
    }
    guard let path = facts.randomElement(using: &random) else { return leaf(type) }
    return TypedExpression(type, "opt(\(path), #)", expression(type, depth))
  }

  /// What has just this unit.
  mutating func special(_ unit: String?, _ depth: Int) -> TypedExpression {
    let type = ValueType.number(unit: unit)
    switch unit {
    case nil:
      let other = pick([ValueType.number(unit: nil), .number(unit: "KRW"), .number(unit: "days")])
      switch Int.random(in: 0..<6, using: &random) {
      case 5:
        return TypedExpression(type, "#.indexOf(#)", expression(.string, depth), expression(.string, 1))
      case 0: return TypedExpression(type, "(# * #)", expression(other, depth), expression(type, depth))
      case 1: return TypedExpression(type, "(# / #)", expression(other, depth), expression(other, depth))
      case 2: return TypedExpression(type, "(# % #)", expression(other, depth), expression(other, depth))
      case 3: return TypedExpression(type, "#.size()", anyList(depth).list)
      default:
        return TypedExpression(
          type, "#.\(pick(["getHours", "getDayOfWeek", "getDayOfYear", "getMonth"]))()",
          expression(.timestamp, depth))
      }
    case "days":
      if chance(3) {
        return TypedExpression(
          type, "days_over(#, #, \(pick(["0", "1", "12.5"])))", expression(.timestamp, depth),
          expression(.timestamp, depth))
      }
      return TypedExpression(
        type, pick(["days_between(#, #)", "days_inclusive(#, #)"]), expression(.date, depth),
        expression(.date, depth))
    case "h":
      return TypedExpression(
        type, "hours_between(#, #)", expression(.timestamp, depth), expression(.timestamp, depth))
    case ValueType.percent:
      let part = ValueType.number(unit: "KRW")
      return TypedExpression(type, "percent(#, #)", expression(part, depth), expression(part, depth))
    default: return row(type, depth)
    }
  }

  /// An output of a table's row.
  mutating func row(_ type: ValueType, _ depth: Int) -> TypedExpression {
    guard let table = program.tables.first, let output = table.outputs.first(where: { $0.type == type })
    else {
      return leaf(type)
    }
    let inputs = table.inputs.map { expression($0.type ?? .bool, depth) }
    guard inputs.count == 2 else { return leaf(type) }
    return TypedExpression(type, "table.\(table.name)(#, #).\(output.name)", inputs[0], inputs[1])
  }
}
