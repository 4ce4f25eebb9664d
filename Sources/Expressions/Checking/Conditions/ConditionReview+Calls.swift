import Diagnostics

extension ConditionReview {
  /// Reviews the arguments of a call, macros with what holds for the elements of their lists.
  mutating func call(
    _ id: SyntaxTree.ID, _ name: SyntaxTree.Name, _ receiver: SyntaxTree.ID?, _ arguments: [SyntaxTree.ID],
    _ here: Surroundings
  ) -> Bool {
    if case .macro(let macro)? = expression[id]?.term, let receiver {
      return self.macro(macro, receiver, arguments, here)
    }
    guard receiver == nil else { return values([receiver].compactMap { $0 } + arguments, here) }
    switch name.text {
    case "if" where arguments.count == 3:
      return conditional(arguments[0], arguments[1], arguments[2], here)
    case "has", "stated":
      if name.text == "has", let argument = arguments.first { silence(id, argument, nil) }
      return false
    case "opt":
      guard arguments.count == 2 else { return false }
      silence(id, arguments[0], arguments[1])
      return parts(arguments[1], here)
    default: return values(arguments, here)
    }
  }

  private mutating func macro(
    _ macro: Term.Macro, _ receiver: SyntaxTree.ID, _ arguments: [SyntaxTree.ID], _ here: Surroundings
  ) -> Bool {
    var found = parts(receiver, here)
    if unused(macro, arguments) { found = true }
    var inner = here
    inner.names = here.names.binding(macro.local)
    let element = inner.names.locals[macro.local] ?? ""
    for constraint in reader.constraints(onElementsOf: macro.list, element: element, here.names) {
      inner.known.learn(constraint, from: expression.span(receiver))
      inner.around.learn(constraint, from: expression.span(receiver))
    }
    let tests = macro.kind == .map ? arguments.dropFirst().dropLast() : arguments.dropFirst()
    for test in tests {
      if condition(test, inner) { found = true }
      if let term = expression[test]?.term { learn(term, from: expression.span(test), in: &inner) }
    }
    if macro.kind == .map, let value = arguments.last, parts(value, inner) { found = true }
    return found
  }

  /// Reports a variable that the macro's body does not read.
  private mutating func unused(_ macro: Term.Macro, _ arguments: [SyntaxTree.ID]) -> Bool {
    // A value for each element, such as a weight, may well be the same for all. A name that an inner list takes
    // over has been reported.
    guard macro.kind != .map, expression.remarks.isEmpty, let variable = arguments.first,
      !arguments.dropFirst().contains(where: { expression[$0]?.term.reads(local: macro.local) ?? true })
    else { return false }
    let text = expression.written(variable)
    log.warning(
      "expression.unused-variable", at: expression.span(variable),
      ko: "`\(text)`을(를) 정해 놓고 쓰지 않았습니다. 모든 요소에 같은 답이 나옵니다",
      en: "`\(text)` is never used, so the answer is the same for every element",
      help: LocalizedText(
        ko: "`\(macro.kind.rawValue)` 안에서 `\(text).항목`처럼 각 요소를 물으십시오",
        en: "ask about each element inside `\(macro.kind.rawValue)`, such as `\(text).fact`"))
    return true
  }

  // MARK: Silence

  /// Notes that silence about a fact counts as an answer.
  private mutating func silence(_ id: SyntaxTree.ID, _ path: SyntaxTree.ID, _ fallback: SyntaxTree.ID?) {
    guard let fact = expression[path]?.fact else { return }
    let text = expression.written(path)
    let field = reader.keys.program.environment.field(fact.field)
    guard field.absent == nil else { return }
    guard let fallback else {
      log.note(
        "expression.silence", at: expression.span(id),
        ko: "`\(text)`을(를) 적지 않으면 `has`는 없다고 봅니다",
        en: "while nobody has said anything about `\(text)`, `has` counts that as no",
        help: LocalizedText(
          ko: "적지 않은 것을 없는 것으로 보아도 되는 경우가 아니면 `stated(\(text))`를 쓰십시오. 그때에는 자료 보완을 요구합니다",
          en: "unless silence may mean no, write `stated(\(text))`: the company is asked then"))
      return
    }
    // A default that is computed from other facts is a second source; a constant is a guess.
    guard let term = expression[fallback]?.term, reader.keys.constant(term) != nil else { return }
    let value = expression.written(fallback)
    log.note(
      "expression.silence", at: expression.span(id),
      ko: "`\(text)`을(를) 적지 않으면 `\(value)`(으)로 봅니다",
      en: "while nobody has said anything about `\(text)`, it counts as `\(value)`",
      help: LocalizedText(
        ko: "그렇게 보아도 되는 경우가 아니면 `\(text)`을(를) 그대로 쓰십시오. 그때에는 자료 보완을 요구합니다",
        en: "unless silence may mean that, use `\(text)` itself: the company is asked then"))
  }

  // MARK: Facts for some elements only

  /// Reports a fact that is read where its `when:` cannot hold.
  mutating func path(_ id: SyntaxTree.ID, _ here: Surroundings) -> Bool {
    guard let typed = expression[id], let fact = typed.fact,
      let when = reader.keys.program.environment.field(fact.field).when
    else { return false }
    var names = TermKeys.Names()
    if let owner = fact.of { names.locals[0] = reader.keys.key(owner, here.names) }
    for conjunct in reader.conjuncts(when.term) {
      guard let constraint = reader.constraint(conjunct, names), let known = here.around[constraint.key],
        let common = known.values.intersection(constraint.values), common.isEmpty
      else { continue }
      let text = expression.written(id)
      let condition = when.source.text
      log.warning(
        "expression.outside-when", at: expression.span(id),
        ko: "`\(text)`은(는) `\(condition)`일 때에만 있는데 여기서는 그럴 수 없습니다",
        en: "`\(text)` exists only where `\(condition)`, which cannot be so here",
        help: LocalizedText(
          ko: "조건이나 항목을 바꾸십시오. 이대로면 언제나 자료 보완 필요가 됩니다",
          en: "change the condition or the fact: as it stands the value is never there"),
        notes: reason(known.span))
      return true
    }
    return false
  }

  /// The condition that something follows from, as a second place.
  func reason(_ span: SourceSpan?) -> [Diagnostic.Note] {
    guard let span else { return [] }
    return [
      Diagnostic.Note(LocalizedText(ko: "이 조건 때문입니다", en: "because of this condition"), at: span.location)
    ]
  }
}
