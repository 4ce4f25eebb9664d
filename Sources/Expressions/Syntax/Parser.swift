import Diagnostics

/// Builds the syntax tree of an expression: CEL's grammar, with names that may hold Hangul letters.
struct Parser: ~Copyable {
  private let lexer: Lexer
  private var position = 0
  private var nodes: [SyntaxTree.Node] = []
  /// How many expressions the current one stands in.
  private var depth = 0
  /// The brackets that are open, innermost last.
  private var open: [Token] = []

  /// Parses an expression or says where it breaks the grammar.
  static func parse(_ text: String) throws(SyntaxProblem) -> SyntaxTree {
    let length = text.utf8.count
    guard length <= SyntaxTree.longestText else {
      throw SyntaxProblem(
        "expression.too-long", 0..<length, ko: "식이 너무 깁니다(\(length)바이트)",
        en: "the expression is too long (\(length) bytes)",
        help: LocalizedText(
          ko: "\(SyntaxTree.longestText)바이트까지 쓸 수 있습니다. 여러 단계로 나누십시오",
          en: "at most \(SyntaxTree.longestText) bytes; split it into steps"))
    }
    var lexer = Lexer(text)
    try lexer.run()
    let lastComment = lexer.lastComment
    var parser = Parser(lexer)
    let root = try parser.whole()
    return SyntaxTree(nodes: parser.nodes, root: root, lastComment: lastComment)
  }

  private init(_ lexer: consuming Lexer) {
    nodes.reserveCapacity(lexer.tokens.count)
    self.lexer = lexer
  }

  // MARK: Tokens

  private var token: Token {
    position < lexer.tokens.count
      ? lexer.tokens[position] : Token(kind: .end, range: lexer.bytes.count..<lexer.bytes.count)
  }

  private var wordText: String {
    token.kind == .identifier ? lexer.text(token.range) : ""
  }

  private var lastEnd: Int {
    position > 0 ? lexer.tokens[position - 1].range.upperBound : 0
  }

  private mutating func take(_ sign: Token.Sign) -> Bool {
    guard token.kind == .sign(sign) else { return false }
    position += 1
    return true
  }

  private mutating func close(_ sign: Token.Sign, expected: LocalizedText) throws(SyntaxProblem) {
    guard take(sign) else { throw unexpected(expected) }
    open.removeLast()
  }

  // MARK: Nodes

  /// Adds a node that stands above so many levels of others.
  private mutating func add(
    _ kind: SyntaxTree.Kind, _ range: Range<Int>, above levels: Int = 0
  ) throws(SyntaxProblem) -> SyntaxTree.ID {
    let height = levels + 1
    guard height <= SyntaxTree.deepestNesting else { throw tooDeep(range) }
    nodes.append(SyntaxTree.Node(kind: kind, range: range, height: height))
    return SyntaxTree.ID(index: nodes.count - 1)
  }

  private func height(_ id: SyntaxTree.ID) -> Int {
    nodes[id.index].height
  }

  /// The levels that the highest of some nodes has.
  private func height(_ ids: [SyntaxTree.ID]) -> Int {
    ids.reduce(0) { max($0, height($1)) }
  }

  private func tooDeep(_ range: Range<Int>) -> SyntaxProblem {
    SyntaxProblem(
      "expression.too-deep", range, ko: "식이 너무 깊이 중첩되었습니다",
      en: "the expression is nested too deeply",
      help: LocalizedText(
        ko: "\(SyntaxTree.deepestNesting)단계까지 쓸 수 있습니다. 여러 단계로 나누십시오",
        en: "at most \(SyntaxTree.deepestNesting) levels; split it into steps"))
  }

  private func range(_ id: SyntaxTree.ID) -> Range<Int> {
    nodes[id.index].range
  }

  private func start(_ id: SyntaxTree.ID) -> Int {
    nodes[id.index].range.lowerBound
  }

  // MARK: Grammar

  private mutating func whole() throws(SyntaxProblem) -> SyntaxTree.ID {
    if token.kind == .end {
      throw SyntaxProblem(
        "expression.empty", token.range, ko: "식이 비어 있습니다", en: "expected an expression",
        isAtEnd: true)
    }
    let root = try expression()
    guard token.kind == .end else { throw trailing() }
    return root
  }

  private mutating func expression() throws(SyntaxProblem) -> SyntaxTree.ID {
    depth += 1
    defer { depth -= 1 }
    guard depth <= SyntaxTree.deepestNesting else { throw tooDeep(token.range) }
    let condition = try binary(1)
    guard take(.question) else { return condition }
    let yes = try binary(1)
    guard take(.colon) else {
      throw unexpected(
        LocalizedText(ko: "`:`(`조건 ? 참일 때 : 거짓일 때`)", en: "`:` (`condition ? if true : if false`)"))
    }
    let no = try expression()
    return try add(
      .conditional(condition, yes, no), start(condition)..<range(no).upperBound,
      above: max(height(condition), height(yes), height(no)))
  }

  private func binaryOperator() -> SyntaxTree.Operator? {
    switch token.kind {
    case .sign(let sign): sign.binary
    case .identifier: token.range.count == 2 && wordText == "in" ? .contains : nil
    case .quotedIdentifier, .number, .string, .end: nil
    }
  }

  private mutating func binary(_ minimum: Int) throws(SyntaxProblem) -> SyntaxTree.ID {
    var left = try unary()
    while let sign = binaryOperator(), sign.precedence >= minimum {
      if sign == .and || sign == .or {
        left = try chain(sign, first: left)
        continue
      }
      position += 1
      let right = try binary(sign.precedence + 1)
      left = try add(
        .binary(sign, left, right), start(left)..<range(right).upperBound,
        above: max(height(left), height(right)))
    }
    return left
  }

  /// Operands of `&&` or `||`, put together evenly so that a long list of conditions stays flat.
  private mutating func chain(
    _ sign: SyntaxTree.Operator, first: SyntaxTree.ID
  ) throws(SyntaxProblem) -> SyntaxTree.ID {
    var operands = [first]
    while binaryOperator() == sign {
      position += 1
      operands.append(try binary(sign.precedence + 1))
    }
    return try joined(operands[...], sign)
  }

  private mutating func joined(
    _ operands: ArraySlice<SyntaxTree.ID>, _ sign: SyntaxTree.Operator
  ) throws(SyntaxProblem) -> SyntaxTree.ID {
    guard operands.count > 1 else { return operands[operands.startIndex] }
    let middle = operands.startIndex + (operands.count + 1) / 2
    let left = try joined(operands[..<middle], sign)
    let right = try joined(operands[middle...], sign)
    return try add(
      .binary(sign, left, right), start(left)..<range(right).upperBound,
      above: max(height(left), height(right)))
  }

  private mutating func unary() throws(SyntaxProblem) -> SyntaxTree.ID {
    // A run of signs is read in a loop: each is one level of the tree, not one of the stack.
    var signs: [Token] = []
    while token.kind == .sign(.not) || token.kind == .sign(.minus) {
      signs.append(token)
      position += 1
    }
    var operand = try postfix()
    for sign in signs.reversed() {
      let range = sign.range.lowerBound..<range(operand).upperBound
      operand = try add(
        sign.kind == .sign(.not) ? .not(operand) : .negate(operand), range, above: height(operand))
    }
    return operand
  }

  private mutating func postfix() throws(SyntaxProblem) -> SyntaxTree.ID {
    var operand = try primary()
    while true {
      if take(.dot) {
        let name = try selector()
        if token.kind == .sign(.openParenthesis) {
          let arguments = try self.arguments()
          operand = try add(
            .call(name, receiver: operand, arguments: arguments), start(operand)..<lastEnd,
            above: max(height(operand), height(arguments)))
        } else {
          operand = try add(
            .select(operand, name), start(operand)..<name.range.upperBound, above: height(operand))
        }
      } else if token.kind == .sign(.openBracket) {
        open.append(token)
        position += 1
        let index = try expression()
        try close(.closeBracket, expected: LocalizedText("`]`"))
        operand = try add(
          .index(operand, index), start(operand)..<lastEnd, above: max(height(operand), height(index)))
      } else {
        return operand
      }
    }
  }

  private mutating func selector() throws(SyntaxProblem) -> SyntaxTree.Name {
    let token = token
    switch token.kind {
    case .identifier:
      position += 1
      return SyntaxTree.Name(text: lexer.text(token.range), range: token.range)
    case .quotedIdentifier(let literal):
      position += 1
      return SyntaxTree.Name(text: lexer.literals[literal], range: token.range)
    case .number, .string, .sign, .end:
      throw unexpected(LocalizedText(ko: "`.` 뒤의 이름", en: "a name after `.`"))
    }
  }

  private mutating func arguments() throws(SyntaxProblem) -> [SyntaxTree.ID] {
    open.append(token)
    position += 1
    var arguments: [SyntaxTree.ID] = []
    arguments.reserveCapacity(4)
    if token.kind != .sign(.closeParenthesis) {
      repeat { arguments.append(try expression()) } while take(.comma)
    }
    try close(.closeParenthesis, expected: LocalizedText(ko: "`,` 또는 `)`", en: "`,` or `)`"))
    return arguments
  }

  private mutating func primary() throws(SyntaxProblem) -> SyntaxTree.ID {
    let token = token
    switch token.kind {
    case .number:
      position += 1
      return try add(.number(lexer.text(token.range)), token.range)
    case .string(let literal):
      position += 1
      return try add(.string(lexer.literals[literal]), token.range)
    case .identifier:
      return try word()
    case .sign(.dot):
      position += 1
      let name = try selector()
      return try add(.name(name.text, isAbsolute: true), token.range.lowerBound..<name.range.upperBound)
    case .sign(.openParenthesis):
      open.append(token)
      position += 1
      let inner = try expression()
      try close(.closeParenthesis, expected: LocalizedText("`)`"))
      nodes[inner.index].range = token.range.lowerBound..<lastEnd
      return inner
    case .sign(.openBracket): return try list()
    case .sign(.openBrace): return try map()
    case .sign, .quotedIdentifier, .end:
      throw unexpected(LocalizedText(ko: "값(항목, 수, 글 또는 괄호)", en: "a value: a name, a number, a text or `(`"))
    }
  }

  private mutating func word() throws(SyntaxProblem) -> SyntaxTree.ID {
    let range = token.range
    let text = wordText
    switch text {
    case "true", "false":
      position += 1
      return try add(.bool(text == "true"), range)
    case "null":
      position += 1
      return try add(.null, range)
    case "in":
      throw unexpected(LocalizedText(ko: "`in` 앞의 값", en: "a value before `in`"))
    default:
      position += 1
      guard token.kind == .sign(.openParenthesis) else {
        return try add(.name(text, isAbsolute: false), range)
      }
      let arguments = try self.arguments()
      return try add(
        .call(SyntaxTree.Name(text: text, range: range), receiver: nil, arguments: arguments),
        range.lowerBound..<lastEnd, above: height(arguments))
    }
  }

  private mutating func list() throws(SyntaxProblem) -> SyntaxTree.ID {
    let start = token.range.lowerBound
    open.append(token)
    position += 1
    var items: [SyntaxTree.ID] = []
    while token.kind != .sign(.closeBracket) {
      items.append(try expression())
      guard take(.comma) else { break }
    }
    try close(.closeBracket, expected: LocalizedText(ko: "`,` 또는 `]`", en: "`,` or `]`"))
    return try add(.list(items), start..<lastEnd, above: height(items))
  }

  private mutating func map() throws(SyntaxProblem) -> SyntaxTree.ID {
    let start = token.range.lowerBound
    open.append(token)
    position += 1
    var entries: [(key: SyntaxTree.ID, value: SyntaxTree.ID)] = []
    while token.kind != .sign(.closeBrace) {
      let key = try expression()
      guard take(.colon) else { throw unexpected(LocalizedText("`:`")) }
      entries.append((key, try expression()))
      guard take(.comma) else { break }
    }
    try close(.closeBrace, expected: LocalizedText(ko: "`,` 또는 `}`", en: "`,` or `}`"))
    return try add(
      .map(entries), start..<lastEnd, above: entries.reduce(0) { max($0, height($1.key), height($1.value)) })
  }

  // MARK: Problems

  /// What stands where something else was expected.
  private func unexpected(_ expected: LocalizedText) -> SyntaxProblem {
    let token = token
    guard token.kind == .end else {
      if let problem = writtenNot() { return problem }
      let found = lexer.text(token.range)
      return SyntaxProblem(
        "expression.unexpected", token.range,
        ko: "\(expected.ko.withSubjectParticle) 와야 하는데 `\(found)`이(가) 있습니다",
        en: "expected \(expected.en), found `\(found)`", help: helpForHere())
    }
    if let bracket = open.last {
      let opening = lexer.text(bracket.range)
      return SyntaxProblem(
        "expression.unclosed", bracket.range, ko: "`\(opening)`가 닫히지 않았습니다",
        en: "`\(opening)` is not closed",
        help: LocalizedText(ko: "\(expected.ko)을(를) 넣으십시오", en: "add \(expected.en)"), isAtEnd: true)
    }
    return SyntaxProblem(
      "expression.incomplete", max(0, lastEnd - 1)..<lastEnd, ko: "식이 끝나지 않았습니다. \(expected.ko)이(가) 더 필요합니다",
      en: "the expression is incomplete: expected \(expected.en)", help: helpForPercent(), isAtEnd: true)
  }

  /// What stands after a complete expression.
  private func trailing() -> SyntaxProblem {
    if let problem = writtenNot() { return problem }
    let found = lexer.text(token.range)
    let help = helpForHere()
    switch token.kind {
    case .sign(.closeParenthesis), .sign(.closeBracket), .sign(.closeBrace):
      return SyntaxProblem(
        "expression.unexpected", token.range, ko: "`\(found)`에 대응하는 여는 괄호가 없습니다",
        en: "`\(found)` closes nothing", help: help)
    case .identifier, .quotedIdentifier, .number, .string, .sign, .end:
      return SyntaxProblem(
        "expression.unexpected", token.range, ko: "식이 끝난 뒤에 `\(found)`이(가) 있습니다",
        en: "expected an operator or the end of the expression, found `\(found)`", help: help)
    }
  }

  /// `not` read as a name, with what it negates after it.
  private func writtenNot() -> SyntaxProblem? {
    guard position > 0, case let last = lexer.tokens[position - 1], last.kind == .identifier,
      case let word = lexer.text(last.range), word == "not" || word == "NOT"
    else { return nil }
    switch token.kind {
    case .identifier where ["in", "and", "or", "is"].contains(wordText): return nil
    case .sign, .end: return nil
    case .identifier, .quotedIdentifier, .number, .string:
      return SyntaxProblem(
        "expression.unknown-operator", last.range, ko: "`\(word)`은(는) 쓸 수 없는 연산자입니다",
        en: "`\(word)` is no operator", help: LocalizedText(ko: "`!`를 쓰십시오", en: "write `!`"))
    }
  }

  /// Words and signs of other languages that people write here.
  /// What to write for `10%`, of which the sign was read as the operator of the remainder.
  private func helpForPercent() -> LocalizedText? {
    guard position > 1, lexer.text(lexer.tokens[position - 1].range) == "%",
      lexer.tokens[position - 2].kind == .number
    else { return nil }
    let rate = lexer.text(lexer.tokens[position - 2].range)
    return LocalizedText(
      ko: "어떤 수의 \(rate)%는 `percent_of(\(rate), 수)`로 씁니다. `%`는 나머지입니다",
      en: "\(rate) percent of a number is `percent_of(\(rate), number)`; `%` is the remainder of a division")
  }

  private func helpForHere() -> LocalizedText? {
    if let help = helpForPercent() { return help }
    let found = lexer.text(token.range)
    switch found {
    case "and", "AND", "그리고": return LocalizedText(ko: "`&&`를 쓰십시오", en: "write `&&`")
    case "or", "OR", "또는": return LocalizedText(ko: "`||`를 쓰십시오", en: "write `||`")
    case "not", "NOT": return LocalizedText(ko: "`!`를 쓰십시오", en: "write `!`")
    case "is": return LocalizedText(ko: "`==`를 쓰십시오", en: "write `==`")
    case ",":
      let before = position > 0 && lexer.tokens[position - 1].kind == .number
      return before
        ? LocalizedText(
          ko: "수는 쉼표 없이 쓰십시오(1,000이 아니라 1000)", en: "write numbers without commas (1000, not 1,000)")
        : nil
    default:
      if case .string = token.kind, position > 0, lexer.tokens[position - 1].kind == .identifier,
        ["b", "B", "br", "bR"].contains(lexer.text(lexer.tokens[position - 1].range))
      {
        return LocalizedText(ko: "바이트 열은 쓰지 않습니다. 글로 쓰십시오", en: "there are no byte strings; write a text")
      }
      return nil
    }
  }
}
