/// A list's value, with the elements that could not be tested.
package struct EvaluatedElements: Sendable {
  /// The list and what it rests on.
  package var list: Evaluated
  /// Why the test of an element failed, or why it has no value, by the element's place in the list.
  package var errors: [Int: EvaluationError] = [:]
}

extension Evaluation {
  /// What a macro or `in` goes through: a list whose elements are needed one by one, with the errors of those that
  /// could not be tested. An error of the list as a whole is its value.
  func elements(of term: Term) -> (value: Value, errors: [Int: EvaluationError]) {
    let start = log.count
    let value = run(term)
    guard case .error(let error) = value, error.kind != .limit else { return (value, [:]) }
    let grounds = takeLog(since: start)
    guard let found = testedElements(of: term) else {
      log += grounds
      return (value, [:])
    }
    return (found.list.value, found.errors)
  }

  /// A list whose elements are needed one by one: an error in what `filter` or `map` asks of one element is that
  /// element's own and leaves the others as they are.
  package func evaluate(elementsOf expression: CheckedExpression) -> EvaluatedElements {
    let whole = evaluate(expression)
    guard case .error(let error) = whole.value, error.kind != .limit else {
      return EvaluatedElements(list: whole)
    }
    reserveLocals(expression.localCount)
    var found: EvaluatedElements?
    let again = logged {
      found = testedElements(of: expression.term)
      return .unknown
    }
    guard var found else { return EvaluatedElements(list: whole) }
    found.list.grounds = again.grounds
    return found
  }

  /// The list that a chain of `filter` and `map` makes, looked at element by element; nil where the list that the
  /// chain begins with has no elements to look at.
  private func testedElements(of term: Term) -> EvaluatedElements? {
    let start = log.count
    guard let chain = chain(term) else { return nil }
    let isOpen =
      chain.list.incomplete != nil
      || chain.elements.contains { $0.error == nil && (!$0.element.isCertain || $0.element.value.isOpen) }
    if !isOpen { forgetGaps(since: start) }
    var errors: [Int: EvaluationError] = [:]
    for (place, element) in chain.elements.enumerated() { errors[place] = element.error }
    let members = ListValue(
      chain.elements.map(\.element), incomplete: chain.list.incomplete, origin: chain.list.origin)
    let value = errors.values.first { $0.kind == .limit }.map { Value.error($0) } ?? .list(members)
    return EvaluatedElements(list: Evaluated(value: value, grounds: []), errors: errors)
  }

  /// The elements that a chain of `filter` and `map` gives, on their way through it.
  private struct Chain {
    /// What the chain begins with.
    var list: ListValue
    var elements: [Tested]
  }

  private struct Tested {
    var element: ListValue.Element
    var error: EvaluationError?
  }

  /// Follows a chain from its beginning, in steps too. A limit is the error of an element and ends it.
  private func chain(_ term: Term) -> Chain? {
    guard depth < Self.depthLimit else { return nil }
    depth += 1
    defer { depth -= 1 }
    switch term {
    case .cell(let cell):
      // A step has variables of its own in the places of those around its use.
      let expression = program.cells[(replacements[cell] ?? cell).index].expression
      let (outerLocals, outerGrounds) = (locals, localGrounds)
      defer { (locals, localGrounds) = (outerLocals, outerGrounds) }
      reserveLocals(expression.localCount)
      return chain(expression.term)
    case .macro(let macro) where macro.kind == .filter || macro.kind == .map:
      return chain(macro.list).map { follow($0, through: macro) }
    default:
      guard case .list(let list) = run(term) else { return nil }
      return Chain(list: list, elements: list.elements.map { Tested(element: $0) })
    }
  }

  private func follow(_ chain: Chain, through macro: Term.Macro) -> Chain {
    if let last = chain.elements.last, last.error?.kind == .limit { return chain }
    var next = Chain(list: chain.list, elements: [])
    guard charge(chain.elements.count + 1) else {
      next.elements = [Tested(element: ListValue.Element(.unknown), error: overBudget)]
      return next
    }
    reserveLocals(macro.local + 1)
    var kept = GroundSet()
    for element in chain.elements {
      let mark = log.count
      if var result = self.element(element.element, through: macro) {
        let isLimit = result.error?.kind == .limit
        result.error = isLimit ? result.error : element.error ?? result.error
        next.elements.append(result)
        if isLimit { return next }
      }
      restOnList(element.element, of: chain.list, since: mark, kept: &kept)
    }
    return next
  }

  /// What one `filter` or `map` makes of an element; nil: it is left out. An error of a doubtful element is open, and
  /// a value that could not be computed stays an error.
  private func element(_ element: ListValue.Element, through macro: Term.Macro) -> Tested? {
    let mark = log.count
    locals[macro.local] = element.value
    localGrounds[macro.local] = element.grounds
    var tested = Tested(element: element)
    switch (macro.kind == .filter ? macro.body : macro.condition).map({ truth(of: $0) }) {
    case .known(true)?, nil: break
    case .known(false)?: return nil
    case .unknown?: tested.element.isCertain = false
    case .error(let problem)?:
      if element.isCertain || problem.kind == .limit { tested.error = problem }
      tested.element.isCertain = false
    }
    if macro.kind == .map {
      tested.element.value = run(macro.body)
      if case .error(let problem) = tested.element.value {
        if tested.element.isCertain || problem.kind == .limit { tested.error = problem }
        tested.element.isCertain = false
      }
    }
    tested.element.grounds = Self.distinct(element.grounds + log[mark...])
    return tested
  }
}
