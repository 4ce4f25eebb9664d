/// A word, literal or sign of an expression: a few numbers, so that a parser looks at it as at plain memory.
struct Token: Sendable {
  /// What kind of token it is; a text that its place in the source does not give lies among the lexer's `literals`.
  enum Kind: Sendable, Equatable {
    /// A name, or a word of the language such as `in` and `true`.
    case identifier
    /// A name between backquotes, for map keys that are no words.
    case quotedIdentifier(literal: Int)
    /// Digits, perhaps with a fraction or an exponent.
    case number
    /// A string literal, unescaped.
    case string(literal: Int)
    case sign(Sign)
    /// Behind the last token, so that a parser can always look at one.
    case end
  }

  /// Operators and brackets.
  enum Sign: String, Sendable {
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

    /// The sign that two bytes begin with, and its length.
    static func read(_ first: UInt8, then second: UInt8) -> (sign: Sign, length: Int)? {
      let isDoubled = second == first
      let isBeforeEqual = second == UInt8(ascii: "=")
      switch first {
      case UInt8(ascii: "?"): return (.question, 1)
      case UInt8(ascii: ":"): return (.colon, 1)
      case UInt8(ascii: "|"): return isDoubled ? (.or, 2) : nil
      case UInt8(ascii: "&"): return isDoubled ? (.and, 2) : nil
      case UInt8(ascii: "="): return isDoubled ? (.equal, 2) : nil
      case UInt8(ascii: "!"): return isBeforeEqual ? (.notEqual, 2) : (.not, 1)
      case UInt8(ascii: "<"): return isBeforeEqual ? (.lessOrEqual, 2) : (.less, 1)
      case UInt8(ascii: ">"): return isBeforeEqual ? (.greaterOrEqual, 2) : (.greater, 1)
      case UInt8(ascii: "+"): return (.plus, 1)
      case UInt8(ascii: "-"): return (.minus, 1)
      case UInt8(ascii: "*"): return (.times, 1)
      case UInt8(ascii: "/"): return (.divide, 1)
      case UInt8(ascii: "%"): return (.remainder, 1)
      case UInt8(ascii: "."): return (.dot, 1)
      case UInt8(ascii: ","): return (.comma, 1)
      case UInt8(ascii: "("): return (.openParenthesis, 1)
      case UInt8(ascii: ")"): return (.closeParenthesis, 1)
      case UInt8(ascii: "["): return (.openBracket, 1)
      case UInt8(ascii: "]"): return (.closeBracket, 1)
      case UInt8(ascii: "{"): return (.openBrace, 1)
      case UInt8(ascii: "}"): return (.closeBrace, 1)
      default: return nil
      }
    }

    /// The operator between two operands that it is, if it is one.
    var binary: SyntaxTree.Operator? {
      switch self {
      case .or: .or
      case .and: .and
      case .equal: .equal
      case .notEqual: .notEqual
      case .less: .less
      case .lessOrEqual: .lessOrEqual
      case .greater: .greater
      case .greaterOrEqual: .greaterOrEqual
      case .plus: .add
      case .minus: .subtract
      case .times: .multiply
      case .divide: .divide
      case .remainder: .remainder
      case .question, .colon, .not, .dot, .comma, .openParenthesis, .closeParenthesis, .openBracket,
        .closeBracket, .openBrace, .closeBrace:
        nil
      }
    }
  }

  /// What it is.
  var kind: Kind
  /// UTF-8 offsets of the expression's text.
  var range: Range<Int>
}
