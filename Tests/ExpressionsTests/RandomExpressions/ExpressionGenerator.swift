import Expressions

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
  private(set) var random: SeededGenerator
  private var names = 0

  init(seed: UInt64, program: Program) {
    random = SeededGenerator(seed: seed)
    self.program = program
  }

  var environment: TypeEnvironment { program.environment }

  mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &random) == 0 }

  mutating func pick<T>(_ values: [T]) -> T {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  /// Types that expressions are asked for as a whole.
  static let wholes: [ValueType] = [
    .bool, .bool, .bool, .number(unit: nil), .number(unit: "KRW"), .string, .date, .timestamp,
    .list(.number(unit: "KRW")), .list(.string),
  ]

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

  private mutating func conditional(_ type: ValueType, _ depth: Int) -> TypedExpression {
    let (test, yes, no) = (condition(depth - 1), expression(type, depth - 1), expression(type, depth - 1))
    return TypedExpression(type, pick(["if(#, #, #)", "(# ? # : #)"]), test, yes, no)
  }

  // MARK: Names

  /// Paths that lead to values of a type, from the facts, subjects, steps and parameters.
  private func paths(to type: ValueType) -> [String] {
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

  private mutating func plain(_ type: ValueType) -> String? {
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
  private mutating func anyList(_ depth: Int) -> (list: TypedExpression, element: ValueType) {
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

  private var rowType: Int? { program.tables.first?.rowType }

  /// `list.NAME(x, …)`.
  private mutating func macro(
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

  // MARK: Conditions

  private mutating func condition(_ depth: Int) -> TypedExpression {
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
  private mutating func membership() -> TypedExpression {
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
  private mutating func factPath() -> String {
    var paths = environment.records[TypeEnvironment.root].fields.filter { $0.derived == nil }.map(\.name)
    for (name, type) in variables {
      guard case .record(let record) = type else { continue }
      paths += environment.records[record].fields.filter { $0.derived == nil }.map { "\(name).\($0.name)" }
    }
    return pick(paths)
  }

  /// What can be asked of references.
  private mutating func references(_ depth: Int) -> TypedExpression {
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

  // MARK: Numbers

  private mutating func number(_ unit: String?, _ depth: Int) -> TypedExpression {
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
  private mutating func optional(_ type: ValueType, _ depth: Int) -> TypedExpression {
    let facts = paths(to: type).filter { path in
      !path.hasPrefix("p.") && !steps.contains { $0.name == path }
        && !variables.contains { $0.name == path }
    }
    guard let path = facts.randomElement(using: &random) else { return leaf(type) }
    return TypedExpression(type, "opt(\(path), #)", expression(type, depth))
  }

  /// What has just this unit.
  private mutating func special(_ unit: String?, _ depth: Int) -> TypedExpression {
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
  private mutating func row(_ type: ValueType, _ depth: Int) -> TypedExpression {
    guard let table = program.tables.first, let output = table.outputs.first(where: { $0.type == type })
    else {
      return leaf(type)
    }
    let inputs = table.inputs.map { expression($0.type ?? .bool, depth) }
    guard inputs.count == 2 else { return leaf(type) }
    return TypedExpression(type, "table.\(table.name)(#, #).\(output.name)", inputs[0], inputs[1])
  }

  // MARK: Texts and times

  private mutating func text(_ depth: Int) -> TypedExpression {
    switch Int.random(in: 0..<8, using: &random) {
    case 6:
      return TypedExpression(
        .string, "#.\(pick(["trim", "reverse", "lowerAscii", "upperAscii"]))()", expression(.string, depth))
    case 7:
      return TypedExpression(.string, "#.substring(\(pick(["0", "1", "1, 2"])))", expression(.string, depth))
    case 0: return TypedExpression(.string, "(# + #)", expression(.string, depth), expression(.string, depth))
    case 1: return TypedExpression(.string, "string(#)", expression(pick(Self.scalars + [.duration]), depth))
    case 2: return TypedExpression(.string, "join(#, ' ')", expression(.list(.string), depth))
    case 3: return TypedExpression(.string, "#[\(pick([0, 1]))]", expression(.list(.string), depth))
    case 4: return optional(.string, depth)
    default: return leaf(.string)
    }
  }

  private mutating func date(_ depth: Int) -> TypedExpression {
    let days = ValueType.number(unit: "days")
    switch Int.random(in: 0..<8, using: &random) {
    case 0, 1:
      let name = pick(["days_after", "working_days_after"])
      let mode = pick(["", "", ", 'counted'"])
      return TypedExpression(.date, "\(name)(#, #\(mode))", expression(.date, depth), expression(days, depth))
    case 2:
      return TypedExpression(
        .date, "months_after(#, #\(pick(["", ", 'counted'"])))", expression(.date, depth),
        TypedExpression(.number(unit: nil), pick(["0", "1", "-2", "7"])))
    case 3: return TypedExpression(.date, "date_of(#)", expression(.timestamp, depth))
    case 4:
      return TypedExpression(
        .date, pick(["min(#, #)", "max(#, #)"]), expression(.date, depth), expression(.date, depth))
    case 5:
      return TypedExpression(.date, pick(["min(#)", "max(#)", "#[0]"]), expression(.list(.date), depth))
    case 6: return optional(.date, depth)
    default: return leaf(.date)
    }
  }

  private mutating func timestamp(_ depth: Int) -> TypedExpression {
    switch Int.random(in: 0..<5, using: &random) {
    case 0, 1:
      return TypedExpression(
        .timestamp, "(# \(pick(["+", "-"])) #)", expression(.timestamp, depth), expression(.duration, depth))
    case 2:
      return TypedExpression(
        .timestamp, pick(["min(#, #)", "max(#, #)"]), expression(.timestamp, depth),
        expression(.timestamp, depth))
    case 3:
      guard let record = windowsRecord else { return leaf(.timestamp) }
      return TypedExpression(
        .timestamp, pick(["earliest(#)", "latest(#)"]), expression(.list(.record(record)), depth))
    default: return leaf(.timestamp)
    }
  }

  private mutating func duration(_ depth: Int) -> TypedExpression {
    switch Int.random(in: 0..<3, using: &random) {
    case 0:
      return TypedExpression(
        .duration, "(# - #)", expression(.timestamp, depth), expression(.timestamp, depth))
    case 1:
      return TypedExpression(
        .duration, "(# \(pick(["+", "-"])) #)", expression(.duration, depth), expression(.duration, depth))
    default: return leaf(.duration)
    }
  }

  // MARK: Lists and elements

  private var windowsRecord: Int? {
    environment.records.firstIndex { $0.slots["from"] != nil && $0.slots["to"] != nil }
  }

  private mutating func list(_ element: ValueType, _ depth: Int) -> TypedExpression {
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
  private mutating func made(_ type: ValueType, _ depth: Int) -> TypedExpression {
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

  private mutating func element(_ record: Int, _ depth: Int) -> TypedExpression {
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
