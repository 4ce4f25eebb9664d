import Expressions
import TestSupport

/// Conditions.
extension ExpressionGenerator {
  /// A condition.
  mutating func condition(_ depth: Int) -> TypedExpression {
    func both(_ form: String, _ type: ValueType, _ generator: inout Self) -> TypedExpression {
      TypedExpression(.bool, form, generator.expression(type, depth), generator.expression(type, depth))
    }
    switch Int.random(in: 0..<20, using: &random) {
    case 17, 18: return membership()
    case 0, 1: return both("(# && #)", .bool, &self)
    case 2, 3: return both("(# || #)", .bool, &self)
    case 4: return TypedExpression(.bool, "!(#)", expression(.bool, depth))
    case 5, 6, 7:
      let type = pick(Self.scalars.filter { $0 != .bool } + [.duration])
      return both("(# \(pick(["<", "<=", ">", ">="])) #)", type, &self)
    case 8, 9: return both("(# \(pick(["==", "!="])) #)", pick(Self.scalars), &self)
    case 10, 11, 12:
      var (list, element) = anyList(depth)
      // Often a filter before, which leaves doubtful members.
      if chance(2) { list = macro(list.type, "filter", over: list, element, body: .bool, depth - 1) }
      return macro(
        .bool, pick(["all", "exists", "exists_one"]), over: list, element, body: .bool, depth)
    case 13:
      let type = pick(Self.scalars)
      let (value, list) = (expression(type, depth), expression(.list(type), depth))
      return TypedExpression(.bool, pick(["(# in #)", "not_in(#, #)"]), value, list)
    case 14: return both(pick(["overlap(#, #)", "(# == #)"]), .list(pick(Self.scalars)), &self)
    case 15: return TypedExpression(.bool, pick(["has", "stated"]) + "(\(factPath()))")
    case 16: return references(depth)
    default: return both(pick(["#.contains(#)", "#.startsWith(#)", "#.endsWith(#)"]), .string, &self)
    }
  }

  /// Whether a value is one of some that are written out.
  mutating func membership() -> TypedExpression {
    let types: [ValueType] = [
      .choice(0), .choice(1), .number(unit: "KRW"), .number(unit: nil), .string, .date,
    ]
    let type = pick(types)
    let value = leaf(type)
    let list: TypedExpression
    switch type {
    case .choice: list = TypedExpression(.list(type), "[#, #]", leaf(type), leaf(type))
    case .number: list = TypedExpression(.list(type), "[-1, 0, 1, 2, #, 3, 4]", leaf(type))
    default: list = TypedExpression(.list(type), "[#, #, #]", leaf(type), leaf(type), leaf(type))
    }
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return TypedExpression(.bool, "(# == #)", value, leaf(type))
    case 1: return TypedExpression(.bool, "not_in(#, #)", value, list)
    case 2: return TypedExpression(.bool, "overlap([#], #)", value, list)
    case 3: return TypedExpression(.bool, "#.exists(v, v == #)", list, value)
    default: return TypedExpression(.bool, "(# in #)", value, list)
    }
  }

  /// A path of facts, of any type.
  mutating func factPath() -> String {
    var paths = environment.records[TypeEnvironment.root].fields.filter { $0.derived == nil }.map(\.name)
    for (name, type) in variables {
      guard case .record(let record) = type else { continue }
      paths += environment.records[record].fields.filter { $0.derived == nil }.map { "\(name).\($0.name)" }
    }
    return pick(paths)
  }

  /// What can be asked of references.
  mutating func references(_ depth: Int) -> TypedExpression {
    let all = environment.records.flatMap(\.fields).map(\.type)
    let references = all.filter { if case .reference = $0 { true } else { false } }
    guard let type = references.randomElement(using: &random), case .reference(let reference) = type else {
      return leaf(.bool)
    }
    if chance(2) {
      let element = element(reference.record, depth)
      return TypedExpression(.bool, "(# \(pick(["==", "!="])) #)", leaf(type), element)
    }
    return TypedExpression(.bool, "covers(#, #)", leaf(.list(type)), expression(.string, 1))
  }
}
