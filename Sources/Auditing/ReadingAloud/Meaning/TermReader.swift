import Diagnostics
import Expressions
import Findings
import Policies

/// Reads checked expressions of one rule: what they say, and which facts, parameters, tables and functions they
/// name.
struct TermReader {
  /// What names are called.
  let names: NameBook
  /// What the indices in terms lead to.
  let program: Program
  /// What was read so far.
  private(set) var uses = Uses()
  /// What the locals in scope stand for, with their types.
  private var locals: [Int: (element: Element, type: ValueType)] = [:]
  /// Letters given to elements so far.
  private var letters = 0

  /// What expressions name.
  struct Uses {
    /// Facts in the order of their first mention.
    var facts: [FieldID] = []
    /// Definitions and steps, all that are named.
    var cells: Set<CellID> = []
    /// Indices of the parameters in the program.
    var parameters: Set<Int> = []
    /// Tables, with what their inputs are called where they are first asked.
    var tables: [Int: [LocalizedText]] = [:]
    /// Functions that have no words of their own.
    var functions: [String: LocalizedText] = [:]
    /// Periods that are counted, by the function and the calendar's mode (nil: none is named).
    var periods: Set<CountedPeriod> = []
    /// Some condition must hold for every element of a list.
    var saysEvery = false
  }

  /// A reader that has read nothing yet.
  init(names: NameBook, program: Program) {
    self.names = names
    self.program = program
  }

  /// Types of the vocabulary and of the tables' rows.
  var environment: TypeEnvironment { program.environment }

  /// Makes a rule's subjects known, from the outer to the inner; each one is called by its kind, with a letter
  /// where two are of one kind.
  mutating func bind(_ subjects: [SubjectList]) {
    let labels = subjects.map { names.label(of: $0.element) }
    for (local, subject) in subjects.enumerated() {
      let isOnly = labels.count { $0 == labels[local] } == 1
      let style: Element.Style = isOnly ? .subject : .lettered(nextLetter())
      locals[local] = (Element(label: labels[local], style: style), subject.element)
    }
  }

  /// A subject that `bind` made known.
  func subject(_ local: Int) -> Element? { locals[local]?.element }

  /// What a condition says.
  mutating func statement(_ expression: CheckedExpression) -> Statement { statement(expression.term) }

  /// What an expression gives.
  mutating func quantity(_ expression: CheckedExpression) -> Quantity {
    quantity(expression.term, as: expression.type).quantity
  }

  /// What a derived fact is, or when a fact exists, seen from its element.
  mutating func ofElement<T>(_ record: Int, _ read: (inout TermReader) -> T) -> T {
    let before = locals
    defer { locals = before }
    let type = ValueType.record(record)
    locals[0] = (Element(label: names.label(of: type), style: .pronoun), type)
    return read(&self)
  }

  // MARK: Elements

  /// Reads with a local that stands for an element, which gets a letter if an inner condition speaks of it too.
  mutating func binding<T>(
    _ local: Int, of type: ValueType, in terms: [Term], _ read: (inout TermReader) -> T
  ) -> (Element, T) {
    let before = locals[local]
    defer { locals[local] = before }
    let needsLetter = terms.contains { $0.speaks(of: local, insideAnother: false) }
    let style: Element.Style = needsLetter ? .lettered(nextLetter()) : .pronoun
    let element = Element(label: names.label(of: type), style: style)
    locals[local] = (element, type)
    return (element, read(&self))
  }

  /// The element that a local stands for.
  func local(_ index: Int) -> (quantity: Quantity, type: ValueType) {
    guard let known = locals[index] else { return (.unnamed("?"), .dyn) }
    return (.element(known.element), known.type)
  }

  private mutating func nextLetter() -> String {
    defer { letters += 1 }
    let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(letters % 26)))
    return letters < 26 ? letter : "\(letter)\(letters / 26)"
  }

  // MARK: Uses

  /// Notes a fact that is read, once.
  mutating func use(_ fact: FieldID) {
    let isColumn = program.tables.contains { $0.rowType == fact.record }
    if !isColumn, !uses.facts.contains(fact) { uses.facts.append(fact) }
  }

  /// Notes a step or definition.
  mutating func use(cell: CellID) { uses.cells.insert(cell) }

  /// Notes a parameter by its index in the program.
  mutating func use(parameter: Int) { uses.parameters.insert(parameter) }

  /// Notes a table by its index with the headings of its inputs, which the first call names.
  mutating func use(table: Int, inputs: [LocalizedText]) {
    if uses.tables[table] == nil { uses.tables[table] = inputs }
  }

  /// Notes a function that has no words of its own and is explained below the reading.
  mutating func use(_ function: Function) {
    if FunctionPhrase.named(function.name) == nil { uses.functions[function.name] = function.documentation }
  }

  /// Notes a way of counting, which is explained below the reading.
  mutating func use(period: CountedPeriod) { uses.periods.insert(period) }

  /// Notes that something is said of every element, which also holds of none.
  mutating func sayEvery() { uses.saysEvery = true }
}

extension Term {
  /// Whether a local is spoken of inside the condition or value of another macro.
  fileprivate func speaks(of local: Int, insideAnother: Bool) -> Bool {
    switch self {
    case .local(local): return insideAnother
    case .macro(let macro):
      return macro.list.speaks(of: local, insideAnother: insideAnother)
        || [macro.condition, macro.body].contains { $0?.speaks(of: local, insideAnother: true) ?? false }
    default: return children.contains { $0.speaks(of: local, insideAnother: insideAnother) }
    }
  }
}
