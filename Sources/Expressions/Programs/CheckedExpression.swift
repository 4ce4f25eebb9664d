package import Diagnostics
package import YAMLTree

/// Where an expression's text stands: a scalar of a policy file, a file of its own, or a text given in a program.
package struct ExpressionSource: Sendable {
  /// The text.
  package let text: String
  /// The scalar it stands in; nil outside policy files.
  package let node: YAMLNode?
  /// Where the text begins within the node's text, in UTF-8 offsets.
  private let offset: Int
  /// The file that holds the text and nothing else, if there is one.
  private let file: SourceFile?

  /// The text of a YAML scalar, whose places lead into the file through quotes, folds and escapes.
  package init(_ node: YAMLNode) {
    text = node.text
    self.node = node
    offset = 0
    file = nil
  }

  /// A piece of a scalar's text, such as a placeholder of a message; `range` counts UTF-8 offsets.
  package init(_ node: YAMLNode, range: Range<Int>) {
    text = String(
      decoding: Array(node.text.utf8.dropFirst(range.lowerBound).prefix(range.count)), as: UTF8.self)
    self.node = node
    offset = range.lowerBound
    file = nil
  }

  /// A text that stands in no file; its places count from its own beginning.
  package init(text: String) {
    self.text = text
    node = nil
    offset = 0
    file = nil
  }

  /// An expression that is a file of its own, such as one given on a command line.
  package init(_ file: SourceFile) {
    text = String(decoding: file.bytes, as: UTF8.self)
    node = nil
    offset = 0
    self.file = file
  }

  /// The place in the file of a range of UTF-8 offsets of the text.
  package func span(_ range: Range<Int>) -> SourceSpan? {
    if let file { return SourceSpan(file: file, start: range.lowerBound, end: range.upperBound) }
    return node?.span(ofText: range.lowerBound + offset..<range.upperBound + offset)
  }

  /// Whether the text is the whole scalar.
  package var isWholeNode: Bool {
    node.map { offset == 0 && text.utf8.count == $0.text.utf8.count } ?? false
  }
}

/// An expression that passed the checker: resolved names, known type. An object, since rules, steps and decisions pass
/// it on.
package final class CheckedExpression: Sendable {
  /// Where its text stands.
  package let source: ExpressionSource
  /// What the evaluator runs.
  package let term: Term
  /// The type of its value, its unit included.
  package let type: ValueType
  /// How many local variables an evaluation needs.
  package let localCount: Int
  /// The locals (of the scope it was checked in) that it reads, directly or through steps.
  package let usedLocals: Set<Int>
  /// The calls of decision tables, with the types their arguments have: what gives input columns their types.
  package let tableCalls: [TableCall]

  /// What checking found; `usedLocals` are the subjects that the expression names.
  package init(
    source: ExpressionSource, term: Term, type: ValueType, localCount: Int, usedLocals: Set<Int>,
    tableCalls: [TableCall] = []
  ) {
    self.source = source
    self.term = term
    self.type = type
    self.localCount = localCount
    self.usedLocals = usedLocals
    self.tableCalls = tableCalls
  }
}

/// A call `table.NAME(…)` with the static types of its arguments.
package struct TableCall: Sendable {
  /// Index among the program's tables.
  package var table: Int
  /// One type per input.
  package var arguments: [ValueType]
  /// One place per input, in UTF-8 offsets of the expression's text.
  package var ranges: [Range<Int>]

  /// A call with the types and the places (UTF-8 offsets) of its arguments.
  package init(table: Int, arguments: [ValueType], ranges: [Range<Int>]) {
    self.table = table
    self.arguments = arguments
    self.ranges = ranges
  }
}
