/// An expression as it is written: nodes in one array, each with its place in the text.
package struct SyntaxTree: Sendable {
  /// A node's place in its tree.
  package struct ID: Sendable, Hashable {
    /// Place of the node in its tree.
    let index: Int
  }

  /// A piece of an expression and its place in the text.
  package struct Node: Sendable {
    /// What the node is.
    package var kind: Kind
    /// UTF-8 offsets of the expression's text, with the parentheses around it.
    package var range: Range<Int>
    /// Levels below and including this node.
    var height: Int
  }

  /// A name and its place in the text.
  package struct Name: Sendable {
    /// The name without backquotes.
    package var text: String
    /// Its place in the text, in UTF-8 offsets.
    package var range: Range<Int>
  }

  /// What a node is.
  package enum Kind: Sendable {
    case null
    case bool(Bool)
    /// Digits, with `.` before decimals.
    case number(String)
    case string(String)
    /// A name; `isAbsolute` if a dot stands before it, which looks past the variables of macros.
    case name(String, isAbsolute: Bool)
    /// `a.name`.
    case select(ID, Name)
    /// `f(x)` or, with a receiver, `r.f(x)`.
    case call(Name, receiver: ID?, arguments: [ID])
    /// `a[b]`.
    case index(ID, ID)
    /// `[a, b]`.
    case list([ID])
    /// `{a: b}`.
    case map([(key: ID, value: ID)])
    /// `!a`.
    case not(ID)
    /// `-a`.
    case negate(ID)
    /// An operator between two operands.
    case binary(Operator, ID, ID)
    /// `a ? b : c`.
    case conditional(ID, ID, ID)
  }

  /// Operators between two operands.
  package enum Operator: String, Sendable {
    case or = "||"
    case and = "&&"
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case contains = "in"
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case remainder = "%"

    /// Higher binds more tightly.
    var precedence: Int {
      switch self {
      case .or: 1
      case .and: 2
      case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .contains: 3
      case .add, .subtract: 4
      case .multiply, .divide, .remainder: 5
      }
    }
  }

  package internal(set) var nodes: [Node]
  package internal(set) var root: ID
  /// A `//` comment after which nothing follows.
  package internal(set) var lastComment: Range<Int>?

  /// The node with an id.
  package subscript(id: ID) -> Node {
    nodes[id.index]
  }

  /// Longest text that is parsed, in bytes.
  package static let longestText = 65_536
  /// Most levels that an expression may be nested.
  package static let deepestNesting = 200
}

extension SyntaxTree {
  /// Parses an expression or says where it breaks the grammar.
  package init(parsing text: String) throws(SyntaxProblem) {
    self = try Parser.parse(text)
  }
}
