extension Evaluation {
  /// `x.name` of a value whose type is known only now: a key of a map.
  func select(_ name: String, of base: Value, at range: Range<Int>) -> Value {
    switch base {
    case .unknown, .error: return base
    case .map(let entries): return value(of: .string(name), in: entries, at: range)
    case .record(.fact(let record)):
      let type = facts.records[record].type
      guard let slot = facts.environment.records[type].slots[name] else { return noKey(name, at: range) }
      return read(facts.fact(record: record, slot: slot))
    case .bool, .number, .string, .date, .timestamp, .duration, .list, .record, .interval, .range, .either,
      .null:
      return settle(.error(Value.noOverload(".")), since: log.count, at: range)
    }
  }

  /// `has(x.name)` of a map. Conformance rows only.
  func hasKey(_ name: String, of base: Value) -> Value {
    switch base {
    case .unknown, .error: return base
    case .map(let entries):
      return .bool(entries.contains { Value.equal($0.key, .string(name), in: facts) == true })
    case .bool, .number, .string, .date, .timestamp, .duration, .list, .record, .interval, .range, .either,
      .null:
      return .error(Value.noOverload("has"))
    }
  }

  private func value(of key: Value, in entries: [MapEntry], at range: Range<Int>) -> Value {
    entries.first { Value.equal($0.key, key, in: facts) == true }?.value ?? noKey(key.plainText, at: range)
  }

  private func noKey(_ key: String, at range: Range<Int>) -> Value {
    .error(
      EvaluationError(.noSuchKey, ko: "`\(key)`이라는 키가 없습니다", en: "there is no key `\(key)`", range: range))
  }

  /// `{key: value}`. Conformance rows only.
  func map(_ entries: [(key: Term, value: Term)], at range: Range<Int>) -> Value {
    var result: [MapEntry] = []
    for entry in entries {
      let key = run(entry.key)
      let value = run(entry.value)
      for part in [key, value] {
        switch part {
        case .unknown, .error: return part
        default: break
        }
      }
      switch key {
      case .bool, .string: break
      case .number(let number) where number.isWhole: break
      default: return settle(.error(Value.noOverload("{}")), since: log.count, at: range)
      }
      if result.contains(where: { Value.equal($0.key, key, in: facts) == true }) {
        return .error(
          EvaluationError(.invalidArgument, ko: "키가 겹칩니다", en: "a key is repeated", range: range))
      }
      result.append(MapEntry(key: key, value: value))
    }
    return .map(result)
  }

  /// `list[i]` or `map[key]`.
  func index(_ base: Term, _ index: Term, at range: Range<Int>) -> Value {
    let mark = log.count
    let container = run(base)
    let position = run(index)
    if let failed = failure(container, position) { return failed }
    switch (container, position) {
    case (.map(let entries), _): return value(of: position, in: entries, at: range)
    case (.list(let list), .number(let number)):
      return settle(element(number, of: list, at: range), since: mark, at: range)
    case (.list, .range), (.list, .either):
      notePartial(since: mark)
      return .unknown
    default: return settle(.error(Value.noOverload("[]")), since: mark, at: range)
    }
  }

  private func element(_ number: Rational, of list: ListValue, at range: Range<Int>) -> Value {
    guard let position = number.int, position >= 0 else { return outOfRange(number, at: range) }
    // Elements that a list does not name come after the others, unless it was put together from several.
    let isOrdered = list.incomplete == nil || list.origin != nil
    if isOrdered, position < list.elements.count, list.elements[...position].allSatisfy(\.isCertain) {
      return list.elements[position].value
    }
    if let incomplete = list.incomplete {
      log.append(.missing(incomplete, .incomplete))
      return .unknown
    }
    return list.isCertain ? outOfRange(number, at: range) : .unknown
  }

  private func outOfRange(_ number: Rational, at range: Range<Int>) -> Value {
    let text = number.decimalText.text
    return .error(
      EvaluationError(
        .index, ko: "목록에 \(text)번째 항목이 없습니다(0부터 셈)", en: "the list has no element \(text), counted from 0",
        range: range))
  }
}
