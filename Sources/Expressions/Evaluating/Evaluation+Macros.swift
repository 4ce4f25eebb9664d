extension Evaluation {
  /// Elements of which a macro keeps the grounds one by one; beyond it a result rests on the list.
  static let listedElements = 20

  /// `list.all(x, …)` and its kin: sure members decide, doubtful ones leave open only what they could change.
  func macro(_ macro: Term.Macro) -> Value {
    let start = log.count
    let value = run(macro.list)
    let list: ListValue
    switch value {
    case .list(let members): list = members
    case .map(let entries): list = ListValue(values: entries.map(\.key))
    case .unknown, .error: return value
    case .bool, .number, .string, .date, .timestamp, .duration, .record, .interval, .range, .either, .null:
      return .error(Value.noOverload(macro.kind.rawValue))
    }
    guard charge(list.elements.count + 1) else { return budgetError }
    reserveLocals(macro.local + 1)
    let candidates = candidates(of: list, for: macro)
    switch macro.kind {
    case .all: return search(list, candidates, macro, start: start, deciding: false)
    case .exists: return search(list, candidates, macro, start: start, deciding: true)
    case .existsOne: return existsOne(list, macro)
    case .filter: return filter(list, candidates, macro)
    case .map: return map(list, macro)
    }
  }

  /// Sets the macro's variable to an element and evaluates a condition on it.
  private func test(_ term: Term, _ element: ListValue.Element, _ local: Int) -> Truth {
    bind(element, to: local)
    return truth(of: term)
  }

  private func bind(_ element: ListValue.Element, to local: Int) {
    locals[local] = element.value
    localGrounds[local] = element.grounds
  }

  /// `exists` looks for a true element, `all` for a false one.
  private func search(
    _ list: ListValue, _ candidates: Candidates, _ macro: Term.Macro, start: Int, deciding: Bool
  ) -> Value {
    let listEnd = log.count
    var hits: [Ground] = []
    var hitCount = 0
    var open: [Ground] = []
    var isOpen = false
    var error: EvaluationError?
    var kept: Set<Ground> = []
    for position in candidates {
      let element = list.elements[position]
      let mark = log.count
      switch test(macro.body, element, macro.local) {
      case .known(deciding) where element.isCertain:
        hitCount += 1
        hits += element.grounds + log[mark...]
        log.removeSubrange(mark...)
      case .known(deciding), .unknown:
        isOpen = true
        open += element.grounds + log[mark...]
        log.removeSubrange(mark...)
      case .known:
        restOnList(element, since: mark, kept: &kept)
      case .error(let problem):
        if problem.kind == .limit { return .error(problem) }
        error = error ?? problem
      }
      // One hit decides `exists`; `all` lists what fails.
      if hitCount > 0, deciding || hitCount == Self.listedElements { break }
    }
    if hitCount > 0 {
      if hits.isEmpty { log.removeSubrange(listEnd...) } else { log.replaceSubrange(start..., with: hits) }
      return .bool(deciding)
    }
    if let incomplete = list.incomplete {
      isOpen = true
      open.append(.missing(incomplete, .incomplete))
    }
    if isOpen {
      log += open
      return .unknown
    }
    if let error { return .error(error) }
    return .bool(!deciding)
  }

  private func existsOne(_ list: ListValue, _ macro: Term.Macro) -> Value {
    var hits = 0
    var isOpen = list.incomplete != nil
    if let incomplete = list.incomplete { log.append(.missing(incomplete, .incomplete)) }
    var error: EvaluationError?
    var kept: Set<Ground> = []
    for element in list.elements {
      let mark = log.count
      switch test(macro.body, element, macro.local) {
      case .known(true) where element.isCertain: hits += 1
      case .known(false): restOnList(element, since: mark, kept: &kept)
      case .known, .unknown:
        isOpen = true
        log += element.grounds
      case .error(let problem):
        if problem.kind == .limit { return .error(problem) }
        error = error ?? problem
      }
    }
    if hits > 1 { return .bool(false) }
    if isOpen { return .unknown }
    if let error { return .error(error) }
    return .bool(hits == 1)
  }

  private func filter(_ list: ListValue, _ candidates: Candidates, _ macro: Term.Macro) -> Value {
    var members: [ListValue.Element] = []
    var error: EvaluationError?
    var kept: Set<Ground> = []
    for position in candidates {
      let element = list.elements[position]
      let mark = log.count
      switch test(macro.body, element, macro.local) {
      case .known(true):
        members.append(member(element, element.value, isCertain: element.isCertain, since: mark))
        if members.count > Self.listedElements, element.isCertain {
          restOnList(element, since: mark, kept: &kept)
        }
      case .unknown:
        members.append(member(element, element.value, isCertain: false, since: mark))
      case .known:
        restOnList(element, since: mark, kept: &kept)
      case .error(let problem):
        if problem.kind == .limit { return .error(problem) }
        error = error ?? problem
      }
    }
    if let error { return .error(error) }
    return .list(ListValue(members, incomplete: list.incomplete, origin: list.origin))
  }

  private func map(_ list: ListValue, _ macro: Term.Macro) -> Value {
    var members: [ListValue.Element] = []
    members.reserveCapacity(list.elements.count)
    var kept: Set<Ground> = []
    for element in list.elements {
      let mark = log.count
      var isCertain = element.isCertain
      if let condition = macro.condition {
        switch test(condition, element, macro.local) {
        case .known(true): break
        case .known: 
          restOnList(element, since: mark, kept: &kept)
          continue
        case .unknown: isCertain = false
        case .error(let problem): return .error(problem)
        }
      }
      bind(element, to: macro.local)
      let value = run(macro.body)
      if case .error = value { return value }
      members.append(member(element, value, isCertain: isCertain, since: mark))
      if members.count > Self.listedElements, isCertain, !value.isOpen {
        restOnList(element, since: mark, kept: &kept)
      }
    }
    return .list(ListValue(members, incomplete: list.incomplete, origin: list.origin))
  }

  private func member(
    _ element: ListValue.Element, _ value: Value, isCertain: Bool, since mark: Int
  ) -> ListValue.Element {
    ListValue.Element(value, isCertain: isCertain, grounds: element.grounds + log[mark...])
  }

  /// Cuts what an element itself says out of the log: the list's ground stands for it. What the test read
  /// elsewhere stays, once.
  private func restOnList(_ element: ListValue.Element, since mark: Int, kept: inout Set<Ground>) {
    guard log.count > mark else { return }
    var end = mark
    for index in mark..<log.count {
      let ground = log[index]
      if isWithin(element, ground) || !kept.insert(ground).inserted { continue }
      log[end] = ground
      end += 1
    }
    log.removeSubrange(end...)
  }

  private func isWithin(_ element: ListValue.Element, _ ground: Ground) -> Bool {
    guard case .record(.fact(let record)) = element.value else { return false }
    let fact: FactID
    switch ground {
    case .read(let read), .list(let read): fact = read
    default: return false
    }
    var owner = facts.owner(of: fact)
    while owner != record {
      guard let list = facts.records[owner].list else { return false }
      owner = facts.owner(of: facts.lists[list].fact)
    }
    return true
  }
}

extension Value {
  /// Whether more than one reading is possible, or none is known.
  var isOpen: Bool {
    switch self {
    case .unknown, .range, .either: true
    default: false
    }
  }
}
