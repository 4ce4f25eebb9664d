import Diagnostics
import Expressions
import Findings

extension TermReader {
  /// A quantity with its type.
  typealias Read = (quantity: Quantity, type: ValueType)

  /// What a term gives; `wanted` is the type that its surroundings ask for, which constants take.
  mutating func quantity(_ term: Term, as wanted: ValueType?) -> Read {
    switch term {
    case .constant(let value): return constant(value, as: wanted)
    case .local(let index): return local(index)
    case .cell(let cell):
      use(cell: cell)
      return (.name(names.step(cell)), program.cells[cell.index].expression.type)
    case .parameter(let index):
      use(parameter: index)
      return (.name(names.parameter(index)), program.parameters[index].type)
    case .root(let slot):
      let fact = FieldID(record: TypeEnvironment.root, slot: slot)
      return (path(nil, fact), environment.field(fact).type)
    case .field(let owner, let fact):
      return (path(owner, fact), environment.field(fact).type)
    case .follow(let base, let reference):
      return (quantity(base, as: nil).quantity, .record(reference.record))
    case .and, .or, .not, .equals, .compare, .contains, .has, .stated, .hasKey:
      return (.truth(statement(term)), .bool)
    case .conditional(let test, let yes, let no): return conditional(test, yes, no, as: wanted)
    case .arithmetic(let operation, let a, let b, _): return arithmetic(operation, a, b)
    case .negate(let inner, _):
      let (value, type) = quantity(inner, as: wanted)
      return (.negative(value), type)
    case .index(let list, let place, _): return index(list, place)
    case .select(let base, let name, _):
      return (.field(quantity(base, as: nil).quantity, Name(text: LocalizedText(name))), .dyn)
    case .list(let items): return self.list(items, as: wanted)
    case .map(let entries, _):
      return (
        .map(entries.map { (quantity($0.key, as: nil).quantity, quantity($0.value, as: nil).quantity) }),
        .map(.dyn, .dyn)
      )
    case .call(let function, let arguments, _): return call(function, arguments)
    case .table(let table, let arguments, _): return row(table, arguments)
    case .macro(let macro): return self.macro(macro)
    case .opt(let owner, let fact, let fallback):
      let type = environment.field(fact).type
      return (.fallback(path(owner, fact), quantity(fallback, as: type).quantity), type)
    case .find(let list, let field, let value, _):
      let type = environment.field(field).type
      use(field)
      return (
        .found(
          quantity(list, as: nil).quantity, field: names.field(field), quantity(value, as: type).quantity,
          isOnly: environment.field(field).isKey),
        .record(field.record)
      )
    case .error(let problem): return (.unnamed(problem.message.en), .dyn)
    }
  }

  /// A fact of the scheme as a whole or of an element.
  mutating func path(_ owner: Term?, _ fact: FieldID) -> Quantity {
    use(fact)
    guard let owner else { return .name(names.field(fact)) }
    return .field(quantity(owner, as: nil).quantity, names.field(fact))
  }

  private func constant(_ value: Value, as wanted: ValueType?) -> Read {
    let type = wanted ?? Self.type(of: value)
    return (.value(names.constants.write(value, as: type)), type)
  }

  private static func type(of value: Value) -> ValueType {
    switch value {
    case .bool: .bool
    case .number: .number(unit: nil)
    case .string: .string
    case .date: .date
    case .timestamp: .timestamp
    case .duration: .duration
    case .list(let list): .list(list.elements.first.map { type(of: $0.value) } ?? .dyn)
    case .null: .null
    case .record, .interval, .range, .either, .unknown, .error, .map: .dyn
    }
  }

  private mutating func conditional(_ test: Term, _ yes: Term, _ no: Term, as wanted: ValueType?) -> Read {
    let condition = statement(test)
    let (first, second, type) = sides(yes, no)
    if let wanted, yes.isConstant, no.isConstant {
      return (
        .conditional(condition, quantity(yes, as: wanted).quantity, quantity(no, as: wanted).quantity), wanted
      )
    }
    return (.conditional(condition, first, second), type)
  }

  private mutating func arithmetic(_ operation: Term.Arithmetic, _ a: Term, _ b: Term) -> Read {
    switch operation {
    case .add, .subtract, .remainder:
      let (left, right, type) = sides(a, b)
      return (.arithmetic(operation, left, right), type)
    case .multiply, .divide:
      return (
        .arithmetic(operation, quantity(a, as: nil).quantity, quantity(b, as: nil).quantity),
        .number(unit: nil)
      )
    }
  }

  private mutating func index(_ list: Term, _ place: Term) -> Read {
    let (base, type) = quantity(list, as: nil)
    if case .pair(let element) = type {
      if case .constant(.number(let number)) = place {
        return (.neighbour(base, isAfter: number != Rational(0)), element)
      }
      return (.place(base, quantity(place, as: nil).quantity), element)
    }
    return (.place(base, quantity(place, as: nil).quantity), Self.element(of: type))
  }

  private mutating func list(_ items: [Term], as wanted: ValueType?) -> Read {
    var element: ValueType?
    if case .list(let inner)? = wanted { element = inner }
    var read: [Quantity?] = items.map { item in
      guard !item.isConstant else { return nil }
      let (value, type) = quantity(item, as: element)
      element = element ?? type
      return value
    }
    for (place, item) in items.enumerated() where read[place] == nil {
      read[place] = quantity(item, as: element).quantity
    }
    return (.list(read.compactMap { $0 }), .list(element ?? .dyn))
  }

  private mutating func call(_ function: Function, _ arguments: [Term]) -> Read {
    if FunctionPhrase.named(function.name)?.isPredicate == true || function.name == "not_in" {
      return (.truth(statement(.call(function, arguments, at: 0..<0))), .bool)
    }
    let read = self.arguments(of: function, arguments)
    if let period = CountedPeriod(function, arguments) { use(period: period) }
    let isTime = read.result == .date || read.result == .timestamp
    return (.call(FunctionPhrase.name(function.name, ofTimes: isTime), read.quantities), read.result)
  }

  private mutating func row(_ index: Int, _ arguments: [Term]) -> Read {
    let table = program.tables[index]
    let inputs = arguments.enumerated().map { place, term in
      quantity(term, as: place < table.inputs.count ? table.inputs[place].type : nil).quantity
    }
    let headings = table.inputs.enumerated().map { place, column in
      column.title ?? (place < inputs.count ? inputs[place].heading : nil) ?? LocalizedText(column.name)
    }
    use(table: index, inputs: headings)
    return (.row(names.table(index), inputs), .record(table.rowType))
  }

  private mutating func macro(_ macro: Term.Macro) -> Read {
    switch macro.kind {
    case .all, .exists, .existsOne: return (.truth(statement(.macro(macro))), .bool)
    case .filter:
      let (list, type) = quantity(macro.list, as: nil)
      let (element, condition) = binding(macro.local, of: Self.element(of: type), in: [macro.body]) {
        $0.statement(macro.body)
      }
      return (.filtered(list, element, condition), type)
    case .map:
      let (list, type) = quantity(macro.list, as: nil)
      let terms = [macro.body] + (macro.condition.map { [$0] } ?? [])
      let (element, (only, body)) = binding(macro.local, of: Self.element(of: type), in: terms) { reader in
        (macro.condition.map { reader.statement($0) }, reader.quantity(macro.body, as: nil))
      }
      return (.mapped(list, element, only: only, body.quantity), .list(body.type))
    }
  }
}

extension Quantity {
  /// What a table's column is called that is asked with it.
  fileprivate var heading: LocalizedText? {
    switch self {
    case .name(let name), .field(_, let name): name.text
    default: nil
    }
  }
}
