import Diagnostics

extension Checking {
  /// Whether a call with a macro's name has a macro's arguments; other calls of that name are functions.
  func isMacro(_ kind: Term.Macro.Kind, _ arguments: [SyntaxTree.ID]) -> Bool {
    switch kind {
    case .map: arguments.count == 2 || arguments.count == 3
    case .all, .exists, .existsOne, .filter: arguments.count == 2
    }
  }

  /// `list.filter(x, …)` and its kin.
  mutating func macro(
    _ id: SyntaxTree.ID, _ kind: Term.Macro.Kind, _ name: SyntaxTree.Name, _ receiver: SyntaxTree.ID,
    _ arguments: [SyntaxTree.ID]
  ) -> Typed? {
    let list = value(receiver)
    guard case .name(let variable, isAbsolute: false) = tree[arguments[0]].kind else {
      error(
        "expression.macro-variable", tree[arguments[0]].range,
        ko: "`\(name.text)`의 첫 자리에는 각 요소를 부를 이름이 와야 합니다",
        en: "the first value of `\(name.text)` is a name for each element",
        help: LocalizedText("`\(written(receiver)).\(name.text)(x, …)`"))
      return isUnchecked ? unchecked(.undeclared, id) : gap(result(kind, list?.type, body: nil), id)
    }
    guard !Scope.reserved.contains(variable) || !isStrict else {
      error(
        "expression.reserved-name", tree[arguments[0]].range, ko: "`\(variable)`은(는) 이름으로 쓸 수 없는 낱말입니다",
        en: "`\(variable)` is a reserved word and cannot name an element")
      return gap(result(kind, list?.type, body: nil), id)
    }
    if observed != nil { remarkHiding(variable, tree[arguments[0]].range) }
    // The body is judged all the same where the list has an error: what it says of the elements agrees with all.
    let element = list.flatMap { elementType($0, name) }

    let local = nextLocal
    nextLocal += 1
    localCount = max(localCount, nextLocal)
    variables.append((variable, local, element))
    defer {
      variables.removeLast()
      nextLocal -= 1
    }
    var condition: Typed?
    if arguments.count == 3 { condition = truth(arguments[1]) }
    let last = arguments[arguments.count - 1]
    let body = kind == .map ? value(last) : truth(last)
    guard let list, let element, let body, arguments.count < 3 || condition != nil else {
      return gap(result(kind, element.map { .list($0) }, body: body?.type), id)
    }
    let term = Term.macro(
      Term.Macro(
        kind: kind, list: list.term, local: local, condition: condition?.term, body: body.term,
        join: join(kind, body.term, local, element), in: environment, at: tree[id].range))
    return Typed(term, result(kind, .list(element), body: body.type) ?? .dyn, id)
  }

  /// Checks the arguments of a call whose name is unknown: in that of a misspelt macro the first one names each
  /// element, and what is said of the elements is judged as usual.
  mutating func checkArguments(_ arguments: [SyntaxTree.ID], on base: Typed?) {
    guard let first = arguments.first, arguments.count > 1,
      case .name(let variable, isAbsolute: false) = tree[first].kind, !isDeclared(variable)
    else {
      for argument in arguments { _ = value(argument) }
      return
    }
    var element: ValueType?
    if let type = base?.type {
      guard case .list(let found) = type else { return }
      element = found
    }
    variables.append((variable, nextLocal, element))
    nextLocal += 1
    localCount = max(localCount, nextLocal)
    for argument in arguments.dropFirst() { _ = value(argument) }
    variables.removeLast()
    nextLocal -= 1
  }

  /// Remarks that a macro's variable takes away the meaning that a name has around it.
  private mutating func remarkHiding(_ variable: String, _ range: Range<Int>) {
    let hidden: LocalizedText
    if variables.contains(where: { $0.name == variable }) {
      hidden = LocalizedText(ko: "바깥 목록의 요소를", en: "the element of the list around it")
    } else if let binding = scope[variable] {
      hidden =
        switch binding {
        case .local: LocalizedText(ko: "그 이름의 대상을", en: "the subject of that name")
        case .cell, .broken: LocalizedText(ko: "그 이름의 단계나 정의를", en: "the step or definition of that name")
        }
    } else if isFirstWord(variable) {
      hidden = LocalizedText(ko: "보상안의 사실 `\(variable)…`을(를)", en: "the facts `\(variable)…` of the scheme")
    } else {
      return
    }
    remarks.warning(
      "expression.hidden-name", at: source.span(range),
      ko: "여기서 `\(variable)`은(는) 각 요소를 가리켜, \(hidden.ko) 쓸 수 없게 됩니다",
      en: "`\(variable)` names each element here and hides \(hidden.en)",
      help: LocalizedText(ko: "요소에 다른 이름을 쓰십시오", en: "give the element another name"))
  }

  /// What a macro gives, as far as the types of its list and body are known.
  private func result(_ kind: Term.Macro.Kind, _ list: ValueType?, body: ValueType?) -> ValueType? {
    switch kind {
    case .all, .exists, .existsOne: .bool
    case .filter: list
    case .map: body.map { .list($0) }
    }
  }

  private mutating func elementType(_ list: Typed, _ name: SyntaxTree.Name) -> ValueType? {
    switch list.type {
    case .list(let element): return element
    case .map(let key, _): return key
    case .dyn where !isStrict: return .dyn
    case .dyn, .bool, .number, .string, .choice, .date, .timestamp, .duration, .record, .reference, .group,
      .pair, .interval, .null:
      mismatch(
        list, expected: LocalizedText(ko: "`.\(name.text)` 앞에는 목록", en: "a list before `.\(name.text)`"))
      return nil
    }
  }

  // MARK: Joins

  /// The equality that a macro's body begins with, if its elements can be found by it.
  private func join(
    _ kind: Term.Macro.Kind, _ body: Term, _ local: Int, _ element: ValueType
  ) -> Term.Join? {
    guard case .record = element else { return nil }
    switch kind {
    case .exists, .filter:
      guard case .equals(let a, let b, negated: false, _) = Self.firstConjunct(body) else { return nil }
      return join(a, b, local)
    case .all:
      switch Self.firstDisjunct(body) {
      case .equals(let a, let b, negated: true, _): return join(a, b, local)
      case .not(.equals(let a, let b, negated: false, _)): return join(a, b, local)
      default: return nil
      }
    case .existsOne, .map: return nil
    }
  }

  private static func firstConjunct(_ term: Term) -> Term {
    var term = term
    while case .and(let first, _) = term { term = first }
    return term
  }

  private static func firstDisjunct(_ term: Term) -> Term {
    var term = term
    while case .or(let first, _) = term { term = first }
    return term
  }

  private func join(_ a: Term, _ b: Term, _ local: Int) -> Term.Join? {
    for (side, value) in [(a, b), (b, a)] {
      guard case .field(.local(local), let field) = side, !value.reads(local: local) else { continue }
      let declared = environment.field(field)
      guard declared.derived == nil, Self.isIndexable(declared.type) else { continue }
      return Term.Join(field: field, value: value)
    }
    return nil
  }

  /// Whether equal values of a type can be found by an index.
  private static func isIndexable(_ type: ValueType) -> Bool {
    switch type {
    case .bool, .number, .string, .choice, .date, .timestamp, .reference: true
    case .duration, .list, .record, .group, .pair, .interval, .dyn, .null, .map: false
    }
  }
}

extension Term {
  /// Whether it reads a local variable.
  func reads(local: Int) -> Bool {
    if case .local(local) = self { return true }
    return children.contains { $0.reads(local: local) }
  }
}
