/// A word, literal or sign of an expression.
struct Token: Sendable {
  /// What kind of token it is, with the text that its place in the source does not give.
  enum Kind: Sendable, Equatable {
    case identifier
    /// A name between backquotes, for map keys that are no words.
    case quotedIdentifier(String)
    case number
    /// A string literal, unescaped.
    case string(String)
    case sign(Sign)
    case end
  }

  /// Operators and brackets.
  enum Sign: String, Sendable, CaseIterable {
    case question = "?"
    case colon = ":"
    case or = "||"
    case and = "&&"
    case equal = "=="
    case notEqual = "!="
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case less = "<"
    case greater = ">"
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divide = "/"
    case remainder = "%"
    case not = "!"
    case dot = "."
    case comma = ","
    case openParenthesis = "("
    case closeParenthesis = ")"
    case openBracket = "["
    case closeBracket = "]"
    case openBrace = "{"
    case closeBrace = "}"
  }

  var kind: Kind
  /// UTF-8 offsets of the expression's text.
  var range: Range<Int>
}
