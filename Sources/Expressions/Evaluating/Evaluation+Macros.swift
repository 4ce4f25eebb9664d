extension Evaluation {
  /// Elements of which a macro keeps the grounds one by one; beyond it a result rests on the list.
  static let listedElements = 20

  /// `list.all(x, …)` and its kin: sure members decide, doubtful ones leave open only what they could change. An
  /// error of a doubtful member leaves open whether there is one.
  ///
  /// - Parameter failing: What counts as failing, where every element that fails on its own is to be named.
  func macro(_ macro: Term.Macro, failing: Bool? = nil) -> Value {
    let start = log.count
    let isSearch = macro.kind == .all || macro.kind == .exists
    let (value, errors) = isSearch ? elements(of: macro.list) : (run(macro.list), [:])
    let list: ListValue
    switch value {
    case .list(let members): list = members
    case .map(let entries): list = ListValue(values: entries.map(\.key))
    case .unknown, .error: return value
    case .bool, .number, .string, .date, .timestamp, .duration, .record, .interval, .range, .either, .null:
      return .error(Value.noOverload(macro.kind.rawValue))
    }
    reserveLocals(macro.local + 1)
    switch macro.kind {
    case .all: return search(list, macro, errors, start: start, deciding: false, failing: failing)
    case .exists: return search(list, macro, errors, start: start, deciding: true, failing: failing)
    case .existsOne: return existsOne(list, macro, start: start)
    case .filter: return filter(list, macro, start: start)
    case .map: return map(list, macro, start: start)
    }
  }

  /// Sets the macro's variable to an element and evaluates a condition on it. An error of a doubtful member is
  /// open: perhaps there is no such member. A limit is one whoever meets it.
  ///
  /// - Parameter ownError: why the element itself could not be tested.
  private func test(
    _ term: Term, _ element: ListValue.Element, _ local: Int, failing: Bool? = nil,
    ownError: EvaluationError? = nil
  ) -> Truth {
    bind(element, to: local)
    let truth = truth(of: term, failing: failing)
    if case .error(let problem) = truth, !element.isCertain, problem.kind != .limit {
      return ownError.map { .error($0) } ?? .unknown
    }
    return truth
  }

  private func bind(_ element: ListValue.Element, to local: Int) {
    locals[local] = element.value
    localGrounds[local] = element.grounds
  }

  /// `exists` looks for a true element, `all` for a false one. An element that could not be tested counts as a
  /// doubtful one, and what it could decide is its error.
  private func search(
    _ list: ListValue, _ macro: Term.Macro, _ errors: [Int: EvaluationError], start: Int, deciding: Bool,
    failing: Bool?
  ) -> Value {
    let listEnd = log.count
    let candidates = candidates(of: list, for: macro)
    guard charge(candidates.positions.count + 1) else { return budgetError }
    var hits: [Ground] = []
    var hitCount = 0
    var open: [Ground] = []
    var isOpen = false
    var error: EvaluationError?
    var kept = GroundSet()
    let namesFailures = failing == deciding
    var plain = macro.plain.map { PlainRun($0, over: list, in: self) }
    var place = 0
    while place < candidates.positions.count {
      if let (next, mustLook) = plain?.skip(candidates.positions, from: place, while: deciding ? .no : .yes) {
        place = next
        guard keepGrounds(of: &plain, &kept) else { return budgetError }
        guard mustLook else { continue }
      }
      let position = candidates.positions[place]
      let element = list.elements[position]
      place += 1
      let mark = log.count
      let ownError = errors[position]
      switch test(
        macro.body, element, macro.local, failing: namesFailures ? failing : nil, ownError: ownError)
      {
      case .known(deciding) where element.isCertain:
        hitCount += 1
        if hitCount <= Self.listedElements { hits += element.grounds + log[mark...] }
        log.removeSubrange(mark...)
      case .known(deciding) where ownError != nil:
        error = error ?? ownError
        log += element.grounds
      case .known(deciding), .unknown:
        isOpen = true
        open += element.grounds + log[mark...]
        log.removeSubrange(mark...)
      case .known:
        restOnList(element, of: list, since: mark, kept: &kept)
      case .error(let problem):
        if problem.kind == .limit { return .error(problem) }
        error = error ?? problem
      }
      // One hit decides `exists`; `all` lists what fails. Where failures are to be named, the others are counted.
      if hitCount > 0, !namesFailures, deciding || hitCount == Self.listedElements { break }
    }
    passOver(candidates, kept: &kept)
    if hitCount > 0 {
      if hitCount > Self.listedElements {
        hits.append(.further(list.origin, count: hitCount - Self.listedElements))
      }
      rest(on: hits, of: list, macro.list, since: start, listEnd: listEnd)
      forgetGaps(since: start)
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
    forgetGaps(since: start)
    return .bool(!deciding)
  }

  /// Puts what makes an element a hit in place of what the list rests on, where that says all: that there is such
  /// an element and why it belongs to the list.
  func rest(on hits: [Ground], of list: ListValue, _ term: Term, since start: Int, listEnd: Int) {
    if let origin = list.origin, saysWhatItHolds(term), hits.contains(where: { isWithin(origin, $0) }) {
      log.replaceSubrange(start..., with: hits)
    } else {
      log.replaceSubrange(listEnd..., with: hits)
    }
  }

  /// Whether each element of a list carries all the grounds of its being there: a list of facts, one filtered or
  /// mapped from it, or a step or derived fact that is one.
  private func saysWhatItHolds(_ term: Term) -> Bool {
    switch term {
    case .root(let slot):
      return saysWhatItHolds(FieldID(record: TypeEnvironment.root, slot: slot))
    case .field(.local, let field): return saysWhatItHolds(field)
    case .cell(let cell):
      return saysWhatItHolds(program.cells[(replacements[cell] ?? cell).index].expression.term)
    case .macro(let macro):
      return (macro.kind == .filter || macro.kind == .map) && saysWhatItHolds(macro.list)
    default: return false
    }
  }

  private func saysWhatItHolds(_ field: FieldID) -> Bool {
    facts.environment.field(field).derived.map { saysWhatItHolds($0.term) } ?? true
  }

  /// Logs once what a plain test looked at beside the elements, and counts its steps; false past the budget.
  private func keepGrounds(of run: inout PlainRun?, _ kept: inout GroundSet) -> Bool {
    if run?.used != 0 {
      for ground in run?.groundsBeside() ?? [] where kept.insert(ground) { log.append(ground) }
    }
    return charge(run?.takeSteps() ?? 0)
  }

  private func existsOne(_ list: ListValue, _ macro: Term.Macro, start: Int) -> Value {
    guard charge(list.elements.count + 1) else { return budgetError }
    var hits = 0
    var isOpen = list.incomplete != nil
    if let incomplete = list.incomplete { log.append(.missing(incomplete, .incomplete)) }
    var error: EvaluationError?
    var kept = GroundSet()
    for element in list.elements {
      let mark = log.count
      switch test(macro.body, element, macro.local) {
      case .known(true) where element.isCertain: hits += 1
      case .known(false): restOnList(element, of: list, since: mark, kept: &kept)
      case .known, .unknown:
        isOpen = true
        log += element.grounds
      case .error(let problem):
        if problem.kind == .limit { return .error(problem) }
        error = error ?? problem
      }
    }
    // Every element counts, so an error is one even past a second hit, as in CEL.
    if isOpen, hits <= 1 || error != nil { return .unknown }
    if let error { return .error(error) }
    forgetGaps(since: start)
    return .bool(hits == 1)
  }

  private func filter(_ list: ListValue, _ macro: Term.Macro, start: Int) -> Value {
    let candidates = candidates(of: list, for: macro)
    guard charge(candidates.positions.count + 1) else { return budgetError }
    var members: [ListValue.Element] = []
    var isOpen = list.incomplete != nil
    var error: EvaluationError?
    var kept = GroundSet()
    var plain = macro.plain.map { PlainRun($0, over: list, in: self) }
    for position in candidates.positions {
      if let answer = plain?.answer(at: position) {
        if answer { members.append(plain?.member(at: position) ?? list.elements[position]) }
        if answer, members.count <= Self.listedElements {
          log += plain?.grounds ?? []
          plain?.used = 0
        }
        guard keepGrounds(of: &plain, &kept) else { return budgetError }
        continue
      }
      let element = list.elements[position]
      let mark = log.count
      switch test(macro.body, element, macro.local) {
      case .known(true):
        members.append(member(element, element.value, isCertain: element.isCertain, since: mark))
        isOpen = isOpen || !element.isCertain || element.value.isOpen
        if members.count > Self.listedElements, element.isCertain {
          restOnList(element, of: list, since: mark, kept: &kept)
        }
      case .unknown:
        members.append(member(element, element.value, isCertain: false, since: mark))
        isOpen = true
      case .known:
        restOnList(element, of: list, since: mark, kept: &kept)
      case .error(let problem):
        if problem.kind == .limit { return .error(problem) }
        error = error ?? problem
      }
    }
    passOver(candidates, kept: &kept)
    if let error { return .error(error) }
    if !isOpen { forgetGaps(since: start) }
    return .list(ListValue(members, incomplete: list.incomplete, origin: list.origin))
  }

  private func map(_ list: ListValue, _ macro: Term.Macro, start: Int) -> Value {
    guard charge(list.elements.count + 1) else { return budgetError }
    var members: [ListValue.Element] = []
    members.reserveCapacity(list.elements.count)
    var isOpen = list.incomplete != nil
    var kept = GroundSet()
    for element in list.elements {
      let mark = log.count
      var isCertain = element.isCertain
      if let condition = macro.condition {
        switch test(condition, element, macro.local) {
        case .known(true): break
        case .known:
          restOnList(element, of: list, since: mark, kept: &kept)
          continue
        case .unknown: isCertain = false
        case .error(let problem): return .error(problem)
        }
      }
      bind(element, to: macro.local)
      var value = run(macro.body)
      if case .error(let problem) = value {
        guard !isCertain, problem.kind != .limit else { return value }
        value = .unknown
      }
      members.append(member(element, value, isCertain: isCertain, since: mark))
      let isWhole = isCertain && value.isWhole
      isOpen = isOpen || !isWhole
      if members.count > Self.listedElements, isWhole {
        restOnList(element, of: list, since: mark, kept: &kept)
      }
    }
    if !isOpen { forgetGaps(since: start) }
    return .list(ListValue(members, incomplete: list.incomplete, origin: list.origin))
  }

  private func member(
    _ element: ListValue.Element, _ value: Value, isCertain: Bool, since mark: Int
  ) -> ListValue.Element {
    ListValue.Element(value, isCertain: isCertain, grounds: Self.distinct(element.grounds + log[mark...]))
  }

  /// Grounds without repetitions, so that steps built on steps do not double them each time.
  static func distinct(_ grounds: [Ground]) -> [Ground] {
    guard grounds.count > 8 else { return grounds }
    var seen = GroundSet()
    return grounds.filter { seen.insert($0) }
  }

  /// Cuts what an element itself says out of the log: the list's ground stands for it. What the test read
  /// elsewhere stays, once.
  func restOnList(
    _ element: ListValue.Element, of list: ListValue, since mark: Int, kept: inout GroundSet
  ) {
    guard log.count > mark else { return }
    var record: Int?
    if case .record(.fact(let index)) = element.value, let own = facts.records[index].list,
      facts.lists[own].fact == list.origin
    {
      record = index
    }
    var end = mark
    for index in mark..<log.count {
      let ground = log[index]
      if let record, isWithin(record, ground) { continue }
      guard kept.insert(ground) else { continue }
      log[end] = ground
      end += 1
    }
    log.removeSubrange(end...)
  }

  /// Logs what testing the elements that were passed over would have rested on, beyond the list.
  private func passOver(_ candidates: Candidates, kept: inout GroundSet) {
    guard candidates.isSelection else { return }
    for ground in candidates.grounds where kept.insert(ground) { log.append(ground) }
  }

  /// Whether a ground is something that an element itself says, or an element further inside. A list inside it
  /// is not: that the list was no longer must show in the grounds.
  private func isWithin(_ record: Int, _ ground: Ground) -> Bool {
    guard case .read(let fact) = ground, !isList(fact) else { return false }
    return holders(of: ground, contain: { $0 == record })
  }

  private func isList(_ fact: FactID) -> Bool {
    if case .list = facts[fact] { true } else { false }
  }

  /// Whether a ground is a stated fact of an element of a list, or of one further inside.
  private func isWithin(_ list: FactID, _ ground: Ground) -> Bool {
    holders(
      of: ground,
      contain: { record in facts.records[record].list.map { facts.lists[$0].fact == list } ?? false })
  }

  /// Whether one of the records that a stated fact is in, from the inner to the outer, is as asked.
  private func holders(of ground: Ground, contain isWanted: (Int) -> Bool) -> Bool {
    let fact: FactID
    switch ground {
    case .read(let read), .list(let read): fact = read
    default: return false
    }
    var owner = facts.owner(of: fact)
    while !isWanted(owner) {
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

  /// Whether nothing of it is open; a list counts as open.
  fileprivate var isWhole: Bool {
    switch self {
    case .bool, .number, .string, .date, .timestamp, .duration, .interval, .null, .record(.fact): true
    case .list, .record(.computed), .range, .either, .unknown, .error, .map: false
    }
  }
}
