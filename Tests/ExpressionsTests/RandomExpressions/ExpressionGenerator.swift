import Expressions
import TestSupport

/// Writes expressions of a wanted type at random, over the facts, steps, parameters and tables of a policy.
struct ExpressionGenerator {
  /// Names and their types.
  let program: Program
  /// Steps that may be used.
  var steps: [(name: String, type: ValueType)] = []
  /// Subjects and variables of macros.
  var variables: [(name: String, type: ValueType)] = []
  /// Of how many parts one has another type than is wanted, which the checker must refuse; 0: none.
  var slips = 0
  /// What is drawn.
  var random: SeededGenerator
  /// How many variables were named.
  private var names = 0

  /// A generator whose expressions follow from the seed.
  init(seed: UInt64, program: Program) {
    random = SeededGenerator(seed: seed)
    self.program = program
  }

  /// The facts, records and choices.
  var environment: TypeEnvironment { program.environment }

  /// True once in so many times.
  mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &random) == 0 }

  /// One of some values.
  mutating func pick<T>(_ values: [T]) -> T {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  /// Types that expressions are asked for as a whole.
  static let wholes: [ValueType] = [
    .bool, .bool, .bool, .number(unit: nil), .number(unit: "KRW"), .string, .date, .timestamp,
    .list(.number(unit: "KRW")), .list(.string),
  ]

  /// Types of values without parts.
  static let scalars: [ValueType] = [
    .bool, .number(unit: nil), .number(unit: "KRW"), .number(unit: "days"), .string, .date, .timestamp,
  ]

  /// An expression of a type, nested at most so deep.
  mutating func expression(_ type: ValueType, _ depth: Int = 4) -> TypedExpression {
    if slips > 0, chance(slips) { return expression(pick(Self.wholes), 1) }
    if depth <= 0 || chance(5) { return leaf(type) }
    if chance(14) { return conditional(type, depth) }
    switch type {
    case .bool: return condition(depth - 1)
    case .number(let unit): return number(unit, depth - 1)
    case .string: return text(depth - 1)
    case .date: return date(depth - 1)
    case .timestamp: return timestamp(depth - 1)
    case .duration: return duration(depth - 1)
    case .list(let element): return list(element, depth - 1)
    case .record(let record): return element(record, depth - 1)
    case .choice, .reference, .group, .pair, .interval, .dyn, .null, .map: return leaf(type)
    }
  }

  /// `if` and `? :`.
  mutating func conditional(_ type: ValueType, _ depth: Int) -> TypedExpression {
    let (test, yes, no) = (condition(depth - 1), expression(type, depth - 1), expression(type, depth - 1))
    return TypedExpression(type, pick(["if(#, #, #)", "(# ? # : #)"]), test, yes, no)
  }

  // MARK: Names

  /// Paths that lead to values of a type, from the facts, subjects, steps and parameters.
  func paths(to type: ValueType) -> [String] {
    var paths: [String] = []
    for (name, found) in variables {
      if found == type { paths.append(name) }
      paths += self.paths(to: type, from: name, found, depth: 2)
    }
    for field in environment.records[TypeEnvironment.root].fields {
      if field.type == type { paths.append(field.name) }
      if case .reference = field.type {
        paths += self.paths(to: type, from: field.name, field.type, depth: 1)
      }
    }
    paths += steps.filter { $0.type == type }.map(\.name)
    paths += program.parameters.filter { $0.type == type }.map { "p.\($0.name)" }
    return paths
  }

  private func paths(to type: ValueType, from name: String, _ found: ValueType, depth: Int) -> [String] {
    let record: Int
    switch found {
    case .record(let index): record = index
    case .reference(let reference): record = reference.record
    default: return []
    }
    return environment.records[record].fields.flatMap { field -> [String] in
      let path = "\(name).\(field.name)"
      var paths = field.type == type ? [path] : []
      if depth > 1, case .reference = field.type {
        paths += self.paths(to: type, from: path, field.type, depth: depth - 1)
      }
      return paths
    }
  }

  /// A new name.
  mutating func variable() -> String {
    names += 1
    return "x\(names)"
  }

  /// Something of a type without parts: a fact, a step, a plain value.
  mutating func leaf(_ type: ValueType) -> TypedExpression {
    var paths = paths(to: type)
    if case .number(let unit?) = type, unit != ValueType.percent, chance(3) {
      paths = self.paths(to: .number(unit: nil))
    }
    if case .string = type {
      for index in environment.choices.indices { paths += self.paths(to: .choice(index)) }
    }
    if !paths.isEmpty, !chance(4) { return TypedExpression(type, pick(paths)) }
    return TypedExpression(type, plain(type) ?? paths.first ?? "[]")
  }

  /// A value of a type as it is written out; nil if it cannot be.
  mutating func plain(_ type: ValueType) -> String? {
    switch type {
    case .bool: pick(["true", "false"])
    case .number: pick(["0", "1", "2", "1.5", "-3", "100"])
    // The second 가나 is decomposed.
    case .string:
      pick(["''", "'a'", "'가나'", "'\u{1100}\u{1161}\u{1102}\u{1161}'", "'free'", "'item0'", "'item1'"])
    case .choice(let choice): "'\(pick(environment.choices[choice].members.map(\.name)))'"
    case .date: pick(["date('2022-05-05')", "date('2022-10-15')", "date('2021-12-31')"])
    case .timestamp: pick(["timestamp('2022-10-15T03:00:00Z')", "timestamp('2022-10-15T15:30:00+09:00')"])
    case .duration: pick(["duration('2h')", "duration('90m')", "duration('-1s')"])
    case .reference: nil
    case .record, .list, .group, .pair, .interval, .dyn, .null, .map: nil
    }
  }

  // MARK: Macros

  /// A list to go through and the type of its elements.
  mutating func anyList(_ depth: Int) -> (list: TypedExpression, element: ValueType) {
    let records = environment.records.indices.dropFirst()
    let element: ValueType =
      switch Int.random(in: 0..<8, using: &random) {
      case 0: .number(unit: "KRW")
      case 1: .string
      case 2: .date
      case 3: .number(unit: nil)
      default: .record(pick(records.filter { $0 != rowType }))
      }
    return (expression(.list(element), depth), element)
  }

  /// The record type of the first table's rows.
  var rowType: Int? { program.tables.first?.rowType }

  /// `list.NAME(x, …)`.
  mutating func macro(
    _ type: ValueType, _ name: String, over list: TypedExpression, _ element: ValueType, body: ValueType,
    _ depth: Int
  ) -> TypedExpression {
    let variable = variable()
    variables.append((variable, element))
    defer { variables.removeLast() }
    var inner = expression(body, depth)
    // Often an equality first, by which elements are found.
    if body == .bool, case .record(let record) = element, chance(3) {
      let fields = environment.records[record].fields.filter { Self.scalars.contains($0.type) }
      if let field = fields.randomElement(using: &random) {
        inner = TypedExpression(
          .bool,
          "\(variable).\(field.name) \(name == "all" ? "!=" : "==") # \(name == "all" ? "||" : "&&") #",
          expression(field.type, 1), inner)
      }
    }
    return TypedExpression(type, "#.\(name)(\(variable), #)", list, inner)
  }
}
