import Diagnostics

/// Keys of terms: texts that are equal only for terms that always have the same value.
struct TermKeys {
  /// Names for local variables in keys, and how many variables of macros are bound.
  struct Names {
    /// Keys of what locals stand for; others go by their number.
    var locals: [Int: String] = [:]
    /// How many variables of macros are bound.
    var depth = 0

    /// The names inside a macro, with the key of its variable.
    func binding(_ local: Int) -> Names {
      var names = self
      names.depth += 1
      names.locals[local] = "@\(names.depth)"
      return names
    }
  }

  /// The names of the policy.
  let program: Program
  /// Steps that some exception computes another way: they are not looked into.
  let replaced: Set<CellID>
  /// Keys of steps that were looked into.
  private var known: [CellID: String] = [:]
  /// What steps that were looked into are, if they are constant.
  private var constants: [CellID: Value?] = [:]

  /// A key longer than this is not looked for inside others.
  private static let longest = 400
  /// Steps in steps are looked into so far.
  private static let deepest = 4

  init(program: Program, replaced: Set<CellID>) {
    self.program = program
    self.replaced = replaced
  }

  /// A step's own expression, unless an exception may compute it another way.
  func content(of cell: CellID) -> CheckedExpression? {
    guard !replaced.contains(cell), program.cells.indices.contains(cell.index) else { return nil }
    return program.cells[cell.index].expression
  }

  /// The constant that a term is, by itself or through steps.
  mutating func constant(_ term: Term, hops: Int = 0) -> Value? {
    switch term {
    case .constant(let value): return value
    case .cell(let cell) where hops < Self.deepest:
      if let known = constants[cell] { return known }
      let value = content(of: cell).flatMap { constant($0.term, hops: hops + 1) }
      constants[cell] = .some(value)
      return value
    case .negate(let operand, _):
      guard case .number(let number)? = constant(operand, hops: hops) else { return nil }
      return (try? Rational.zero.subtracting(number)).map { .number($0) }
    case .arithmetic(let sign, let first, let second, _):
      guard case .number(let a)? = constant(first, hops: hops),
        case .number(let b)? = constant(second, hops: hops)
      else { return nil }
      return Self.calculated(sign, a, b).map { .number($0) }
    default: return nil
    }
  }

  private static func calculated(_ sign: Term.Arithmetic, _ a: Rational, _ b: Rational) -> Rational? {
    switch sign {
    case .add: try? a.adding(b)
    case .subtract: try? a.subtracting(b)
    case .multiply: try? a.multiplied(by: b)
    case .divide: b == .zero ? nil : try? a.divided(by: b)
    case .remainder: nil
    }
  }

  /// The key of a term.
  mutating func key(_ term: Term, _ names: Names, hops: Int = 0) -> String {
    if let value = constant(term, hops: hops), let text = Self.text(value) { return text }
    switch term {
    case .constant: return "?"
    case .local(let local): return names.locals[local] ?? "$\(local)"
    case .cell(let cell): return key(of: cell, hops: hops)
    case .parameter(let index): return "p\(index)"
    case .root(let slot): return "/\(slot)"
    case .field(let of, let field):
      return key(of, names, hops: hops) + ".\(field.record).\(field.slot)"
    case .follow(let of, let reference):
      return key(of, names, hops: hops) + ">\(reference.list)"
    case .has(let of, let field), .stated(let of, let field):
      let owner = of.map { key($0, names, hops: hops) } ?? ""
      let form = if case .has = term { "has" } else { "stated" }
      return "\(form) \(owner).\(field.record).\(field.slot)"
    case .opt(let of, let field, let fallback):
      let owner = of.map { key($0, names, hops: hops) } ?? ""
      return "opt(\(owner).\(field.record).\(field.slot),\(key(fallback, names, hops: hops)))"
    case .macro(let macro):
      let inner = names.binding(macro.local)
      let list = key(macro.list, names, hops: hops)
      let condition = macro.condition.map { key($0, inner, hops: hops) } ?? ""
      return "\(list) \(macro.kind.rawValue)[\(condition)|\(key(macro.body, inner, hops: hops))]"
    case .find(let list, let field, let value, _):
      return "find(\(key(list, names, hops: hops)),\(field.slot),\(key(value, names, hops: hops)))"
    case .call, .table, .and, .or, .not, .conditional, .equals, .compare, .arithmetic, .negate, .contains,
      .index, .select, .list, .map, .hasKey, .error:
      var parts: [String] = []
      for child in term.children { parts.append(key(child, names, hops: hops)) }
      return "\(Self.sign(term))(\(parts.joined(separator: ",")))"
    }
  }

  private mutating func key(of cell: CellID, hops: Int) -> String {
    let name = "c\(cell.index)"
    guard hops < Self.deepest, let content = content(of: cell) else { return name }
    if let key = known[cell] { return key }
    let key = key(content.term, Names(), hops: hops + 1)
    let short = key.utf8.count > Self.longest ? name : key
    known[cell] = short
    return short
  }

  /// What tells a term from others with the same parts.
  private static func sign(_ term: Term) -> String {
    switch term {
    case .call(let function, _, _): function.name
    case .table(let index, _, _): "table\(index)"
    case .and: "&&"
    case .or: "||"
    case .not: "!"
    case .conditional: "if"
    case .equals(_, _, let negated, _): negated ? "!=" : "=="
    case .compare(let order, _, _, _): order.rawValue
    case .arithmetic(let sign, _, _, _): sign.rawValue
    case .negate: "neg"
    case .contains: "in"
    case .index: "[]"
    case .select(_, let name, _), .hasKey(_, let name): "." + name
    case .list: "list"
    case .map: "map"
    case .constant, .local, .cell, .parameter, .root, .field, .follow, .macro, .has, .opt, .stated, .find,
      .error:
      "?"
    }
  }

  /// A constant as part of a key; nil for what is not written in expressions.
  private static func text(_ value: Value) -> String? {
    switch value {
    case .bool(let value): return value ? "true" : "false"
    case .string(let text): return "'\(text)'"
    case .list(let list):
      let texts = list.elements.map { text($0.value) }
      return texts.contains { $0 == nil } ? nil : "[" + texts.compactMap { $0 }.joined(separator: ",") + "]"
    case .number, .date, .timestamp, .duration: return value.axis.map { "#\($0.place.fractionText)" }
    case .record, .interval, .range, .either, .unknown, .error, .null, .map: return nil
    }
  }
}

extension Value {
  /// Where an ordered value lies on its axis, and whether only whole places exist there.
  var axis: (place: Rational, isDays: Bool)? {
    switch self {
    case .number(let number): (number, false)
    case .date(let day): (Rational(Int(day.number)), true)
    case .timestamp(let instant): (Rational(instant.nanoseconds), false)
    case .duration(let span): (Rational(span.nanoseconds), false)
    case .bool, .string, .list, .record, .interval, .range, .either, .unknown, .error, .null, .map: nil
    }
  }
}
