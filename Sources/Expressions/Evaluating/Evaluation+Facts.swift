extension Evaluation {
  /// A fact's value; what is missing, or taken to mean something, is logged.
  func read(_ fact: FactID) -> Value {
    let owner = facts.owner(of: fact)
    return read(fact, FieldID(record: facts.records[owner].type, slot: facts.slot(of: fact, in: owner)))
  }

  /// A fact's value, where it is known which field it is.
  private func read(_ fact: FactID, _ field: FieldID) -> Value {
    // Fields are looked at in place: they are large, and most facts need nothing of theirs.
    if facts.environment.records[field.record].fields[field.slot].derived != nil {
      return derive(fact, field)
    }
    switch facts.slots[Int(fact.slot)] {
    case .missing:
      guard let absent = facts.environment.records[field.record].fields[field.slot].absent else {
        log.append(.missing(fact, .missing))
        return .unknown
      }
      log.append(.assumed(fact))
      return absent
    case .none:
      if case .list = facts.environment.records[field.record].fields[field.slot].type {
        log.append(.read(fact))
        return .list(ListValue([], fact: nil, origin: fact))
      }
      log.append(.missing(fact, .none))
      return .unknown
    case .list(let index):
      log.append(ground(ofList: index, fact))
      return .list(list(index))
    case .bool(let value): return stated(fact, .bool(value))
    case .number(let value): return stated(fact, .number(value))
    case .string(let value): return stated(fact, .string(value))
    case .date(let value): return stated(fact, .date(value))
    case .timestamp(let value): return stated(fact, .timestamp(value))
    case .range(let value): return stated(fact, .range(value))
    case .either(let values): return stated(fact, .either(values))
    case .group: return stated(fact, .bool(true))
    }
  }

  private func stated(_ fact: FactID, _ value: Value) -> Value {
    log.append(.read(fact))
    return value
  }

  /// A list of records rests on the list; one of plain values is itself what was read.
  private func ground(ofList index: Int, _ fact: FactID) -> Ground {
    switch facts.lists[index].elements.first {
    case .scalar: .read(fact)
    case .record, nil: .list(fact)
    }
  }

  /// A facts list as a value, made once.
  func list(_ index: Int) -> ListValue {
    if let list = factLists[index] { return list }
    let stated = facts.lists[index]
    let elements = stated.elements.map { element in
      switch element {
      case .record(let record): ListValue.Element(.record(.fact(record)))
      case .scalar(let value, _): ListValue.Element(value)
      }
    }
    let list = ListValue(
      elements, incomplete: stated.isIncomplete ? stated.fact : nil, fact: stated.fact)
    factLists[index] = list
    return list
  }

  /// What a derived fact came to, and the steps that took.
  struct Derived {
    var result: Evaluated
    var steps: Int
  }

  private func derive(_ fact: FactID, _ field: FieldID) -> Value {
    if let known = derived[Int(fact.slot)] {
      // Every use counts the same, whichever rule came first.
      guard charge(known.steps) else { return budgetError }
      log.append(contentsOf: known.result.grounds)
      return known.result.value
    }
    guard let expression = facts.environment.records[field.record].fields[field.slot].derived else {
      return .unknown
    }
    let before = stepsUsed
    let (outerLocals, outerGrounds) = (locals, localGrounds)
    locals = [.record(.fact(facts.owner(of: fact)))]
    localGrounds = [[]]
    var result = evaluate(expression)
    (locals, localGrounds) = (outerLocals, outerGrounds)
    result.grounds = Self.distinct(result.grounds)
    noteElement(facts.owner(of: fact), in: &result.grounds)
    log.append(contentsOf: result.grounds)
    if case .error(let error) = result.value, error.kind == .limit { return result.value }
    derived[Int(fact.slot)] = Derived(result: result, steps: stepsUsed - before)
    return result.value
  }

  /// Adds an element's key to what rests on nothing of the element: that there is such an element counts.
  private func noteElement(_ record: Int, in grounds: inout [Ground]) {
    guard facts.records[record].list != nil,
      let key = facts.environment.records[facts.records[record].type].key,
      !grounds.contains(where: { says($0, of: record) })
    else { return }
    grounds.append(.read(facts.fact(record: record, slot: key)))
  }

  /// Whether a ground names a fact of a record.
  private func says(_ ground: Ground, of record: Int) -> Bool {
    switch ground {
    case .read(let fact), .missing(let fact, _), .assumed(let fact), .list(let fact):
      facts.owner(of: fact) == record
    case .further, .cell, .partialCell, .date, .parameter, .noParameterVersion, .row, .noTableVersion, .noRow,
      .outsideCalendar, .uncertainHoliday:
      false
    }
  }

  /// A field of a record, whether the record is of the scheme or was made by a table or function.
  func field(_ field: FieldID, of base: Value) -> Value {
    switch base {
    case .record(.fact(let record)): return read(facts.fact(record: record, slot: field.slot))
    case .record(.computed(_, let fields)):
      return field.slot < fields.count ? fields[field.slot] : .error(Value.noOverload("."))
    case .either(let records):
      return Value.alternatives(records.map { self.field(field, of: $0) })
    case .unknown, .error: return base
    case .bool, .number, .string, .date, .timestamp, .duration, .list, .interval, .range, .null, .map:
      return .error(Value.noOverload("."))
    }
  }

  /// The element that a reference names.
  func follow(_ base: Term, _ reference: ValueType.Reference) -> Value {
    let mark = log.count
    let key = run(base)
    switch key {
    case .unknown, .error, .record: return key
    default: break
    }
    let target = facts.fact(record: 0, slot: reference.list)
    guard case .list(let index) = facts[target] else {
      log.append(.missing(target, .missing))
      return .unknown
    }
    let result: Value
    if case .string(let key) = key {
      result = element(of: index, named: key)
    } else {
      result = Value.overReadings(of: [key]) { readings in
        guard case .string(let key) = readings[0] else { return .unknown }
        return element(of: index, named: key)
      }
    }
    if case .unknown = result {
      notePartial(since: mark)
      if !key.isPartial {
        log.append(.missing(target, facts.lists[index].isIncomplete ? .incomplete : .missing))
      }
    }
    return result
  }

  /// The element of a facts list that bears a key.
  private func element(of list: Int, named key: String) -> Value {
    facts.lists[list].positions[key].map { self.list(list).elements[$0].value } ?? .unknown
  }

  /// Where the path of `has`, `opt` or `stated` leads: a fact, a computed value, or an unknown root.
  private enum Place {
    case fact(FactID)
    case computed(Value)
    case failed(Value)
  }

  private func place(_ base: Term?, _ field: FieldID) -> Place {
    guard let base else { return .fact(facts.fact(record: 0, slot: field.slot)) }
    let mark = log.count
    let value = run(base)
    switch value {
    case .record(.fact(let record)): return .fact(facts.fact(record: record, slot: field.slot))
    case .record(.computed): return .computed(self.field(field, of: value))
    case .unknown, .error: return .failed(value)
    case .either(let records):
      // Every row of a table has the field.
      if records.allSatisfy(\.isComputedRecord) { return .computed(self.field(field, of: value)) }
      notePartial(since: mark)
      return .failed(.unknown)
    case .bool, .number, .string, .date, .timestamp, .duration, .list, .interval, .range, .null, .map:
      return .failed(.error(Value.noOverload("has")))
    }
  }

  /// `has(path)`: true for a value, false for `none`; for a missing fact false, which is noted as assumed.
  func has(_ base: Term?, _ field: FieldID) -> Value {
    isStated(base, field) { fact in
      log.append(.assumed(fact))
      return .bool(false)
    }
  }

  /// `stated(path)`: true for a value, false for `none`; a missing fact is unknown.
  func stated(_ base: Term?, _ field: FieldID) -> Value {
    isStated(base, field) { fact in
      log.append(.missing(fact, .missing))
      return .unknown
    }
  }

  /// Whether a path is stated: true for a value, false for `none`; what a missing fact means is the caller's.
  private func isStated(_ base: Term?, _ field: FieldID, ifMissing: (FactID) -> Value) -> Value {
    switch place(base, field) {
    case .failed(let value): return value
    case .computed(let value):
      if case .unknown = value { return .unknown }
      return .bool(true)
    case .fact(let fact):
      switch facts[fact] {
      case .missing: return ifMissing(fact)
      case .none: return stated(fact, .bool(false))
      case .bool, .number, .string, .date, .timestamp, .list, .group, .range, .either:
        return stated(fact, .bool(true))
      }
    }
  }

  /// `opt(path, default)`: the value, or the default for a fact that is missing or declared `none`.
  func opt(_ base: Term?, _ field: FieldID, _ fallback: Term) -> Value {
    switch place(base, field) {
    case .failed(let value): return value
    case .computed(let value): return value
    case .fact(let fact):
      switch facts[fact] {
      case .missing: log.append(.assumed(fact))
      case .none:
        if case .list = facts.field(of: fact).type { return read(fact) }
        log.append(.read(fact))
      case .bool, .number, .string, .date, .timestamp, .list, .group, .range, .either: return read(fact)
      }
      return run(fallback)
    }
  }
}
