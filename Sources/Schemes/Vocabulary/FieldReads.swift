package import Expressions

/// Which facts an expression may read.
package enum FieldReads {
  /// Every fact named anywhere in a term, without regard to what decides, and those that functions look up
  /// by their names; one may be there repeatedly.
  ///
  /// - Parameter program: the steps that the term may name, to tell what lists they are; nil where there are none.
  package static func fields(
    of term: Term, in environment: TypeEnvironment, steps program: Program? = nil
  ) -> [FieldID] {
    var fields: [FieldID] = []
    var rest = [term]
    while let term = rest.popLast() {
      switch term {
      case .constant, .local, .cell, .parameter, .error: break
      case .root(let slot): fields.append(FieldID(record: TypeEnvironment.root, slot: slot))
      case .field(let of, let field):
        fields.append(field)
        rest.append(of)
      case .follow(let of, _), .not(let of), .negate(let of, _), .select(let of, _, _), .hasKey(let of, _):
        rest.append(of)
      case .and(let a, let b), .or(let a, let b), .equals(let a, let b, _, _), .compare(_, let a, let b, _),
        .arithmetic(_, let a, let b, _), .contains(let a, let b, _), .index(let a, let b, _):
        rest += [a, b]
      case .conditional(let a, let b, let c): rest += [a, b, c]
      case .list(let items), .table(_, let items, _): rest += items
      case .call(let function, let items, _):
        rest += items
        fields.append(contentsOf: implicit(function, items, environment, program))
      case .map(let pairs, _):
        for pair in pairs { rest += [pair.key, pair.value] }
      case .macro(let macro):
        rest += [macro.list, macro.body]
        if let condition = macro.condition { rest.append(condition) }
        if let join = macro.join {
          fields.append(join.field)
          rest.append(join.value)
        }
      case .has(let of, let field), .stated(let of, let field):
        fields.append(field)
        if let of { rest.append(of) }
      case .opt(let of, let field, let fallback):
        fields.append(field)
        rest.append(fallback)
        if let of { rest.append(of) }
      case .find(let list, let field, let value, _):
        fields.append(field)
        rest += [list, value]
      }
    }
    return fields
  }

  /// The facts `from`, `to` and `range` of the records that functions over windows and ranges get; of any record
  /// where it cannot be told which.
  private static func implicit(
    _ function: Function, _ arguments: [Term], _ environment: TypeEnvironment, _ program: Program?
  ) -> [FieldID] {
    var names: Set<String> = []
    for overload in function.overloads {
      for parameter in overload.parameters {
        switch parameter {
        case .windows: names.formUnion(["from", "to"])
        case .ranges: names.formUnion(["range.gt", "range.ge", "range.lt", "range.le"])
        default: break
        }
      }
    }
    guard !names.isEmpty else { return [] }
    let known = arguments.first.flatMap { elements(of: $0, in: environment, program) }
    var fields: [FieldID] = []
    for (record, type) in environment.records.enumerated() where known == nil || record == known {
      for name in names {
        if let slot = type.slots[name] { fields.append(FieldID(record: record, slot: slot)) }
      }
    }
    return fields
  }

  /// The record of the elements of a list that is a fact, or a choice among its elements, perhaps a step of its own;
  /// nil for others.
  private static func elements(of list: Term, in environment: TypeEnvironment, _ program: Program?) -> Int? {
    var list = list
    search: while true {
      switch list {
      case .macro(let macro) where macro.kind == .filter: list = macro.list
      // A step names earlier ones alone, so this ends.
      case .cell(let cell):
        guard let program else { return nil }
        list = program.cells[cell.index].expression.term
      default: break search
      }
    }
    let type: ValueType
    switch list {
    case .root(let slot): type = environment.records[TypeEnvironment.root].fields[slot].type
    case .field(_, let field): type = environment.field(field).type
    default: return nil
    }
    if case .list(.record(let record)) = type { return record }
    return nil
  }
}
