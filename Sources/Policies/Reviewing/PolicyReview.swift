import Diagnostics
import Expressions
import YAMLTree

/// What a review of a policy keeps while the policy is loaded: what each expression is made of, and which names
/// are used.
struct PolicyReview {
  /// A name that an author gave, and where.
  struct Named {
    /// The name as it stands in the file.
    var name: YAMLNode
    /// What computes it.
    var cell: CellID
  }

  /// A parameter or table, by its place in the program.
  enum DatedName: Hashable {
    /// By its index in the program.
    case parameter(Int)
    /// By its index in the program.
    case table(Int)
  }

  /// Days on which a rule needs a value.
  struct Need {
    /// The rule's id and place.
    var rule: Rule
    /// The rule's days, within the policy's.
    var period: Period
  }

  // MARK: Of the whole policy

  /// Steps and definitions that some expression names.
  private(set) var usedCells: Set<CellID> = []
  /// Parameters and tables that some expression names.
  private(set) var usedDates: Set<DatedName> = []
  /// With more words than this in expressions with errors nothing is said to be unused.
  private static let mostWords = 2_000

  /// Words of expressions that could not be checked: what they name counts as used.
  private var uncheckedWords: Set<String> = []
  /// The rules that use a parameter or table, in their order.
  var needs: [DatedName: [Need]] = [:]
  /// What rules say they replace.
  var replaced: [YAMLNode] = []
  /// The definitions, with their names.
  var definitions: [Named] = []

  /// Errors that had been found before the rule was read.
  private(set) var errorsBefore = 0

  // MARK: Of the rule that is read

  /// The rule in the file; nil for definitions and measures.
  var rule: YAMLNode?
  /// Steps of the rule and its parts.
  var steps: [Named] = []
  /// Names of the rule's subjects, by their locals.
  var subjects: [YAMLNode] = []
  /// Locals that the rule's expressions read.
  private(set) var usedLocals: Set<Int> = []
  /// The rule's expressions.
  private(set) var expressions: [CheckedExpression] = []
  private var observations: [Int: ObservedExpression] = [:]

  /// Forgets what belongs to the rule before.
  mutating func begin(_ node: YAMLNode?, errors: Int) {
    rule = node
    errorsBefore = errors
    steps = []
    subjects = []
    usedLocals = []
    expressions = []
    observations = [:]
  }

  /// Keeps a checked expression.
  mutating func add(_ checked: CheckedExpression, _ observed: ObservedExpression) {
    if let start = Self.place(of: checked.source) { observations[start] = observed }
    add(checked)
  }

  /// Keeps what an expression names.
  mutating func add(_ checked: CheckedExpression) {
    expressions.append(checked)
    usedLocals.formUnion(checked.usedLocals)
    var open = [checked.term]
    while let term = open.popLast() {
      switch term {
      case .cell(let cell): usedCells.insert(cell)
      case .parameter(let index): usedDates.insert(.parameter(index))
      case .table(let index, _, _): usedDates.insert(.table(index))
      default: break
      }
      open.append(contentsOf: term.children)
    }
  }

  /// Keeps the words of an expression that has an error, or rests on one.
  mutating func addUnchecked(_ text: String) {
    for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" }) {
      uncheckedWords.insert(String(word))
    }
  }

  /// Keeps the words of everything below a node: of a rule with an error any of it may rest on the error.
  mutating func addUnchecked(below node: YAMLNode) {
    var open = [node]
    while let node = open.popLast() {
      switch node.kind {
      case .scalar: addUnchecked(node.text)
      case .sequence: open.append(contentsOf: node.items)
      case .mapping: open.append(contentsOf: node.entries.map(\.value))
      }
    }
  }

  /// Whether an expression that could not be checked may mean a name: it holds it, or a word like it.
  func mayMean(_ name: String) -> Bool {
    uncheckedWords.count > Self.mostWords || uncheckedWords.contains(name)
      || uncheckedWords.contains { Suggestion.nearest(to: $0, among: [name]) != nil }
  }

  /// What was found about the parts of an expression.
  func observation(of checked: CheckedExpression) -> ObservedExpression? {
    Self.place(of: checked.source).flatMap { observations[$0] }
  }

  private static func place(of source: ExpressionSource) -> Int? {
    source.span(0..<source.text.utf8.count)?.start
  }

  /// The parameters and tables that the rule's expressions use, directly or through steps.
  func dates(in program: Program) -> Set<DatedName> {
    var found: Set<DatedName> = []
    var seen: Set<CellID> = []
    var open = expressions.map(\.term)
    while let term = open.popLast() {
      switch term {
      case .cell(let cell):
        if seen.insert(cell).inserted, program.cells.indices.contains(cell.index) {
          open.append(program.cells[cell.index].expression.term)
        }
      case .parameter(let index): found.insert(.parameter(index))
      case .table(let index, _, _): found.insert(.table(index))
      default: break
      }
      open.append(contentsOf: term.children)
    }
    return found
  }
}
