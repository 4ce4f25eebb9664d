import Diagnostics
import Expressions
import YAMLTree

/// The names that authors give, and expressions that use names.
extension PolicyBuilder {
  /// Whether a text can stand as a name in an expression: letters (Hangul too), digits and `_`.
  static func isIdentifier(_ text: String) -> Bool {
    isIdentifier(Substring(text))
  }

  /// Whether a piece of a text can stand as a name in an expression.
  static func isIdentifier(_ text: Substring) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return isLetter(first) && text.unicodeScalars.allSatisfy { isLetter($0) || isDigit($0) }
  }

  /// Whether a text is a name, or names with dots between them.
  static func isPath(_ text: String) -> Bool {
    var beginsName = true
    for scalar in text.unicodeScalars {
      if scalar == "." {
        if beginsName { return false }
        beginsName = true
        continue
      }
      guard isLetter(scalar) || !beginsName && isDigit(scalar) else { return false }
      beginsName = false
    }
    return !beginsName
  }

  /// Whether a name may begin with it.
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "_", "가"..."힣": true
    default: scalar.value >= 0x80 && scalar.properties.isAlphabetic
    }
  }

  /// Whether a name may go on with it.
  static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }

  /// Reports a key that cannot be the name of a parameter, table or column.
  mutating func isName(_ key: YAMLNode) -> Bool {
    guard !Self.isIdentifier(key.text) else { return true }
    reader.error(
      "name", at: key.span, ko: "`\(key.text)`은(는) 이름으로 쓸 수 없습니다", en: "`\(key.text)` cannot be a name",
      help: LocalizedText(
        ko: "글자나 `_`로 시작하고 글자, 숫자, `_`만 쓰십시오",
        en: "begin with a letter or `_` and use letters, digits and `_`"))
    return false
  }

  /// Reports a name that an expression could not see as the author's own: reserved, a fact's, or already given.
  mutating func isFreeName(_ key: YAMLNode, in scope: Scope) -> Bool {
    guard isName(key) else { return false }
    let name = key.text
    if Scope.reserved.contains(name) {
      reader.error(
        "reserved-name", at: key.span, ko: "`\(name)`은(는) 예약된 이름입니다", en: "`\(name)` is a reserved name",
        help: LocalizedText(ko: "다른 이름을 쓰십시오", en: "choose another name"))
      return false
    }
    if factRoots.contains(name) {
      reader.error(
        "shadowed-fact", at: key.span, ko: "`\(name)`은(는) 보상안의 사실 이름과 겹칩니다",
        en: "`\(name)` would hide the facts `\(name)…` of the scheme",
        help: LocalizedText(ko: "다른 이름을 쓰십시오", en: "choose another name"))
      return false
    }
    if scope[name] != nil {
      reader.error(
        "duplicate-name", at: key.span, ko: "`\(name)`이라는 이름이 이미 있습니다",
        en: "the name `\(name)` is already taken",
        help: LocalizedText(
          ko: "정의, 대상, 단계에는 서로 다른 이름을 쓰십시오", en: "give definitions, subjects and steps different names"))
      return false
    }
    return true
  }

  /// Whether a name has a meaning already that a declaration with an error does not take away.
  func isTaken(_ name: String, in scope: Scope) -> Bool {
    Scope.reserved.contains(name) || factRoots.contains(name) || scope[name] != nil
  }

  /// Gives a name that an author chose the meaning of something broken: what rests on it is not judged.
  mutating func markBroken(_ name: String, in scope: inout Scope) {
    broken.insert(name)
    if !isTaken(name, in: scope) { scope.bind(name, .broken) }
  }

  /// Checks the expression that stands in a scalar; nil when it has an error or rests on a name that has one.
  mutating func expression(
    _ node: YAMLNode, in scope: Scope, expecting: ValueType? = nil, unit: String? = nil,
    keepsType: Bool = false
  ) -> CheckedExpression? {
    guard !node.isBroken else { return nil }
    guard node.kind == .scalar, !node.isNull else {
      reader.error(
        "expression", at: node.span, ko: "식이 필요한 자리입니다", en: "expected an expression",
        help: LocalizedText(
          ko: "식에 `{`, `[`, `: `, `, `이 들어 있으면 전체를 따옴표로 묶으십시오",
          en: "quote the whole expression if it holds `{`, `[`, `: ` or `, `"))
      return nil
    }
    return expression(
      ExpressionSource(node), in: scope, expecting: expecting, unit: unit, keepsType: keepsType)
  }

  /// Checks an expression; nil when it has an error or rests on a name that has one.
  ///
  /// With `keepsType` one of which the type can be told all the same stands for a value of that type, so that what
  /// rests on it can be judged; the policy is not used.
  mutating func expression(
    _ source: ExpressionSource, in scope: Scope, expecting: ValueType? = nil, unit: String? = nil,
    keepsType: Bool = false
  ) -> CheckedExpression? {
    let found = checker.judge(
      source, scope: scope, expecting: expecting, unit: unit, isObserved: review != nil,
      diagnostics: &reader.log)
    for call in found.tableCalls { tableCalls.append((call, source)) }
    guard let checked = found.checked else {
      hasGaps = true
      review?.addUnchecked(source.text)
      return keepsType
        ? found.type.map {
          CheckedExpression(
            source: source, term: .constant(.unknown), type: $0, localCount: scope.nextLocal,
            usedLocals: found.usedLocals)
        } : nil
    }
    if let observed = found.observed { review?.add(checked, observed) }
    checkCounting(checked)
    return checked
  }

  /// A date expression of facts that picks versions.
  mutating func date(_ node: YAMLNode) -> CellID? {
    guard let checked = expression(node, in: Scope()) else { return nil }
    if checked.type == .timestamp {
      reader.error(
        "as-of-type", at: node.span, ko: "`as_of`에는 날짜가 필요한데 시각입니다",
        en: "`as_of` needs a date, this is an instant",
        help: LocalizedText(ko: "`date_of(\(node.text))`로 쓰십시오", en: "write `date_of(\(node.text))`"))
      return nil
    }
    guard checked.type == .date else {
      let words = checked.type.described(in: environment)
      reader.error(
        "as-of-type", at: node.span, ko: "`as_of`에는 날짜가 필요한데 \(words.ko)입니다",
        en: "`as_of` needs a date, this is \(words.en)",
        help: LocalizedText(ko: "날짜인 사실을 쓰십시오", en: "name a fact that is a date"))
      return nil
    }
    guard !checked.term.contains(where: \.isDatedValue) else {
      reader.error(
        "as-of-dated", at: node.span, ko: "`as_of`는 값의 시점을 정하므로 매개변수나 표를 쓸 수 없습니다",
        en: "`as_of` picks versions, so it cannot use a parameter or a table",
        help: LocalizedText(ko: "사실만 쓰십시오", en: "use facts only"))
      return nil
    }
    return addCell("as_of", title: nil, checked)
  }

  /// Adds a cell to the program.
  mutating func addCell(_ name: String, title: LocalizedText?, _ expression: CheckedExpression) -> CellID {
    program.cells.append(
      Cell(
        name: name, title: title, expression: expression, dependsOnSubject: !expression.usedLocals.isEmpty))
    return CellID(program.cells.count - 1)
  }
}
