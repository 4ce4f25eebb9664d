extension Evaluation {
  /// What `all` or `exists` over the plain facts of a list's elements comes to, decided by the same compiled condition
  /// as by `evaluate` and without any record of what it rests on: what recording costs is measured against this. Nil
  /// for any other expression, and where an element leaves a fact open.
  package func answer(withoutGrounds expression: CheckedExpression) -> Bool? {
    guard case .macro(let macro) = expression.term, macro.kind == .all || macro.kind == .exists,
      let test = macro.plain
    else { return nil }
    reserveLocals(expression.localCount)
    let start = log.count
    defer { log.removeSubrange(start...) }
    guard case .list(let list) = run(macro.list), list.incomplete == nil else { return nil }
    let positions = candidates(of: list, for: macro).positions
    guard charge(positions.count + 1) else { return nil }
    let passing = macro.kind == .all
    var plain = PlainRun(test, over: list, in: self)
    var place = 0
    while place < positions.count {
      let (next, mustLook) = plain.skip(positions, from: place, while: passing ? .yes : .no)
      place = next
      guard mustLook else { continue }
      guard let answer = plain.answer(at: positions[place]) else { return nil }
      if answer != passing { return answer }
      place += 1
    }
    return charge(plain.takeSteps()) ? passing : nil
  }
}
