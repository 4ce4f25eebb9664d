import Diagnostics

extension ConditionReview {
  /// How the operands of a condition are joined.
  enum Joint {
    case and, or
  }

  /// An operand that says something about one term.
  private struct Operand {
    var id: SyntaxTree.ID
    var constraint: Constraint
  }

  // MARK: One condition

  /// Judges a condition that has no operands; gives whether it was reported.
  mutating func verdict(on id: SyntaxTree.ID, _ here: Surroundings) -> Bool {
    guard let typed = expression[id], typed.type == .bool else { return false }
    if let truth = reader.truth(typed.term, here.names) {
      reportTruth(truth, id, typed.term, here)
      return true
    }
    guard let constraint = reader.constraint(typed.term, here.names) else { return false }
    if constraint.values.isEmpty || constraint.values.isWhole {
      report(constraint.values.isWhole, id, help: everyMember)
      return true
    }
    let range = reader.range(ofKey: constraint.key)
    let entry = here.known[constraint.key]
    guard let left = entry?.values ?? range, let common = left.intersection(constraint.values) else {
      return false
    }
    guard common.isEmpty || left.isSubset(of: constraint.values) else { return false }
    report(
      !common.isEmpty, id,
      help: entry == nil
        ? LocalizedText(ko: "그 값은 0보다 작을 수 없습니다", en: "that value is never below 0")
        : LocalizedText(
          ko: "다른 조건에서 이미 정해진 것입니다. 빼거나 바로잡으십시오",
          en: "another condition has decided that already: take this out, or correct it"),
      notes: reason(entry?.span))
    return true
  }

  private mutating func reportTruth(
    _ truth: Bool, _ id: SyntaxTree.ID, _ term: Term, _ here: Surroundings
  ) {
    var help = LocalizedText(
      ko: "보상안의 사실을 하나도 묻지 않습니다", en: "it asks about no fact of the scheme")
    var inner = term
    while case .not(let operand) = inner { inner = operand }
    switch inner {
    case .compare(_, let a, let b, _), .equals(let a, let b, _, _):
      if reader.keys.constant(a) == nil, reader.isSame(a, b, here.names) {
        help = LocalizedText(
          ko: "양쪽이 같습니다. 한쪽에 다른 것을 쓰려던 것인지 보십시오",
          en: "both sides are the same: one of them was probably meant to be something else")
      }
    default: break
    }
    report(truth, id, help: help)
  }

  private var everyMember: LocalizedText {
    LocalizedText(
      ko: "있을 수 있는 값을 모두 적었습니다. 조건을 빼거나 값을 줄이십시오",
      en: "every value that there is has been named: take the condition out, or name fewer")
  }

  /// Reports a condition that can only come out one way.
  private mutating func report(
    _ truth: Bool, _ id: SyntaxTree.ID, help: LocalizedText, notes: [Diagnostic.Note] = []
  ) {
    let text = expression.written(id)
    if case .bool = expression.tree[id].kind {
      log.warning(
        truth ? "expression.always-true" : "expression.always-false", at: expression.span(id),
        ko: "이 조건은 언제나 `\(text)`입니다", en: "this condition is always `\(text)`", help: help, notes: notes)
      return
    }
    log.warning(
      truth ? "expression.always-true" : "expression.always-false", at: expression.span(id),
      ko: truth ? "`\(text)`은(는) 언제나 참입니다" : "`\(text)`은(는) 참일 수 없습니다",
      en: truth ? "`\(text)` is always true" : "`\(text)` is never true", help: help, notes: notes)
  }

  // MARK: Joined conditions

  /// Judges the operands of `&&` or `||`, each with what the others leave.
  mutating func junction(_ id: SyntaxTree.ID, _ joint: Joint, _ here: Surroundings) -> Bool {
    let ids = operands(id, joint)
    var found = false
    var before: [Operand] = []
    var known = here
    for (place, operand) in ids.enumerated() {
      guard let term = expression[operand]?.term else { continue }
      guard let constraint = reader.constraint(term, here.names), !isConstant(constraint) else {
        if condition(operand, beside(operand, place, ids, joint, here)) { found = true }
        continue
      }
      var own = here
      own.around = beside(operand, place, ids, joint, here).around
      if condition(operand, own) {
        found = true
        continue
      }
      let current = Operand(id: operand, constraint: constraint)
      if judge(current, joint, whole: id, before, known.known) { found = true }
      before.append(current)
      learn(joint == .and ? term : .not(term), from: expression.span(operand), in: &known)
    }
    return found
  }

  private func isConstant(_ constraint: Constraint) -> Bool {
    constraint.values.isEmpty || constraint.values.isWhole
  }

  /// What holds where an operand matters: for `&&` the other operands, for `||` that those before are false.
  private mutating func beside(
    _ id: SyntaxTree.ID, _ place: Int, _ ids: [SyntaxTree.ID], _ joint: Joint, _ here: Surroundings
  ) -> Surroundings {
    var result = here
    let others = joint == .and ? ids.filter { $0 != id } : Array(ids[..<place])
    // Many operands would be compared each with each.
    guard others.count <= 64 else { return result }
    for other in others {
      guard let term = expression[other]?.term else { continue }
      learn(joint == .and ? term : .not(term), from: expression.span(other), in: &result)
    }
    return result
  }

  /// The operands of a chain of one operator, in their order.
  private func operands(_ id: SyntaxTree.ID, _ joint: Joint) -> [SyntaxTree.ID] {
    switch (expression.tree[id].kind, joint) {
    case (.binary(.and, let a, let b), .and), (.binary(.or, let a, let b), .or):
      operands(a, joint) + operands(b, joint)
    default: [id]
    }
  }

  /// Judges an operand by what the ones before it leave of its term's values.
  private mutating func judge(
    _ operand: Operand, _ joint: Joint, whole: SyntaxTree.ID, _ before: [Operand], _ known: Knowledge
  ) -> Bool {
    let related = before.filter { $0.constraint.key == operand.constraint.key }
    guard let last = related.last, let entry = known[operand.constraint.key],
      let common = entry.values.intersection(operand.constraint.values)
    else { return false }
    let isImplied = entry.values.isSubset(of: operand.constraint.values)
    switch joint {
    case .and where common.isEmpty:
      let other = related.first {
        $0.constraint.values.intersection(operand.constraint.values)?.isEmpty ?? false
      }
      return reportContradiction(operand, with: other, after: last)
    case .or where isImplied:
      let other = related.first { $0.constraint.values.complement.isSubset(of: operand.constraint.values) }
      return reportCompletion(operand, with: other, whole)
    case .and where isImplied, .or where common.isEmpty:
      return reportIdle(operand.id, beside: last.id)
    case .and, .or: break
    }
    for earlier in related {
      let (mine, theirs) = (operand.constraint.values, earlier.constraint.values)
      if joint == .and ? mine.isSubset(of: theirs) : theirs.isSubset(of: mine) {
        return reportIdle(earlier.id, beside: operand.id)
      }
    }
    return false
  }

  /// Reports an operand of `&&` that leaves no value; `other` is the one that alone contradicts it.
  private mutating func reportContradiction(
    _ operand: Operand, with other: Operand?, after last: Operand
  ) -> Bool {
    let text = expression.written(operand.id)
    let pair = other.map { expression.written($0.id) }
    log.warning(
      "expression.always-false", at: expression.span(operand.id),
      ko: pair.map { "`\($0)`와(과) `\(text)`은(는) 함께 참일 수 없습니다" }
        ?? "앞의 조건들과 `\(text)`은(는) 함께 참일 수 없습니다",
      en: pair.map { "`\($0)` and `\(text)` are never true together" }
        ?? "`\(text)` is never true together with the conditions before it",
      help: LocalizedText(
        ko: "둘 중 하나면 되는 것이면 `||`로 잇고, 아니면 값을 바로잡으십시오",
        en: "join them with `||` if one is enough, or correct the values"),
      notes: reason(expression.span((other ?? last).id)))
    return true
  }

  /// Reports operands of `||` of which one always holds; `other` is the one that completes it alone.
  private mutating func reportCompletion(
    _ operand: Operand, with other: Operand?, _ whole: SyntaxTree.ID
  ) -> Bool {
    let text = expression.written(operand.id)
    let pair = other.map { expression.written($0.id) }
    var help = LocalizedText(
      ko: "모두 맞아야 하는 것이면 `&&`로 잇고, 아니면 값을 바로잡으십시오",
      en: "join them with `&&` if all are meant, or correct the values")
    if let other, other.constraint.values.intersection(operand.constraint.values)?.isEmpty ?? false {
      help = everyMember
    }
    log.warning(
      "expression.always-true", at: expression.span(whole),
      ko: pair.map { "`\($0)`이(가) 아니면 `\(text)`이므로 이 조건은 언제나 참입니다" }
        ?? "어떤 값이든 이 조건들 가운데 하나에 들어가므로 언제나 참입니다",
      en: pair.map { "where `\($0)` is false, `\(text)` is true: the condition is always true" }
        ?? "one of these conditions holds for every value: the whole is always true", help: help)
    return true
  }

  private mutating func reportIdle(_ id: SyntaxTree.ID, beside other: SyntaxTree.ID) -> Bool {
    let (idle, deciding) = (expression.written(id), expression.written(other))
    log.warning(
      "expression.adds-nothing", at: expression.span(id),
      ko: "`\(idle)`은(는) `\(deciding)` 옆에서 아무것도 바꾸지 않습니다",
      en: "`\(idle)` changes nothing beside `\(deciding)`",
      help: LocalizedText(
        ko: "빼거나, 다른 것을 물으려던 것인지 보십시오", en: "take it out, or check whether it was meant to ask something else"
      ),
      notes: [
        Diagnostic.Note(
          LocalizedText(ko: "이 조건", en: "the other condition"), at: expression.span(other)?.location)
      ])
    return true
  }

  // MARK: Lists

  /// Reports a value that is written twice in a list.
  mutating func repeated(_ items: [SyntaxTree.ID]) -> Bool {
    var found = false
    var seen: [String: SyntaxTree.ID] = [:]
    for item in items {
      guard let term = expression[item]?.term, reader.keys.constant(term) != nil else { continue }
      let key = reader.keys.key(term, TermKeys.Names())
      guard let first = seen[key] else {
        seen[key] = item
        continue
      }
      found = true
      log.warning(
        "expression.repeated-value", at: expression.span(item),
        ko: "`\(expression.written(item))`이(가) 목록에 두 번 있습니다",
        en: "`\(expression.written(item))` is in the list twice",
        help: LocalizedText(ko: "빼거나 다른 값으로 고치십시오", en: "take it out, or write another value"),
        notes: [
          Diagnostic.Note(
            LocalizedText(ko: "먼저 적힌 곳", en: "first written here"), at: expression.span(first)?.location)
        ])
    }
    return found
  }
}
