package import Diagnostics

/// What the holes of one overload's types stand for in one call.
struct OverloadMatch {
  /// The first argument that does not fit.
  struct Failure {
    /// Its place among the arguments.
    var position: Int
    /// Why it does not fit.
    var problem: ValueType.Mismatch
    /// How many arguments fitted before it.
    var matched: Int
  }

  /// The vocabulary's types.
  let environment: TypeEnvironment
  private var types: [String: ValueType] = [:]
  /// Units found so far; a hole that only bare numbers met has none.
  private var units: [String: String] = [:]

  init(environment: TypeEnvironment) {
    self.environment = environment
  }

  /// Matches arguments in the given order; nil when all fit.
  mutating func bind(_ overload: Function.Overload, _ arguments: [Typed?], in order: [Int]) -> Failure? {
    for (matched, position) in order.enumerated() {
      guard let argument = arguments[position] else { continue }
      do throws(ValueType.Mismatch) {
        try bind(overload.pattern(at: position), to: argument.type)
      } catch {
        return Failure(position: position, problem: error, matched: matched)
      }
    }
    return nil
  }

  private mutating func bind(_ pattern: TypePattern, to type: ValueType) throws(ValueType.Mismatch) {
    switch pattern {
    case .exact(let wanted):
      guard !type.fits(wanted) else { return }
      if case .number(let a?) = type, case .number(let b?) = wanted { throw .units(a, b) }
      throw .types
    case .any(let name): try bind(name, to: type)
    case .number(let name):
      switch type {
      case .number(let unit): try bindUnit(name, unit)
      case .dyn: break
      default: throw .types
      }
    case .ordered(let name):
      switch type {
      case .number, .string, .date, .timestamp, .duration, .dyn: try bind(name, to: type)
      default: throw .types
      }
    case .list(let element):
      switch type {
      case .list(let found): try bind(element, to: found)
      case .dyn: break
      default: throw .types
      }
    case .windows:
      guard isList(type, ofRecords: { record in isWindow(record) }) else { throw .types }
    case .ranges(let name):
      guard isList(type, ofRecords: { record in isRange(record) }) else { throw .types }
      if case .list(.record(let record)) = type {
        for unit in rangeUnits(environment.records[record]) { try bindUnit(name, unit) }
      }
    case .interval(let name):
      switch type {
      case .interval(let unit): try bindUnit(name, unit)
      case .dyn: break
      default: throw .types
      }
    case .pair(let name):
      switch type {
      case .pair(let element): try bind(name, to: element)
      case .dyn: break
      default: throw .types
      }
    }
  }

  private mutating func bind(_ name: String, to type: ValueType) throws(ValueType.Mismatch) {
    guard let known = types[name] else {
      types[name] = type
      return
    }
    // A literal text beside a choice keeps the choice; whether it is a member is checked afterwards.
    if case .choice = known, type == .string { return }
    // A reference and the element it names compare by the key.
    types[name] = try known.joined(with: type)
  }

  private mutating func bindUnit(_ name: String, _ unit: String?) throws(ValueType.Mismatch) {
    if let joined = try ValueType.joinedUnit(units[name], unit) { units[name] = joined }
  }

  /// The type that a pattern stands for once the arguments are matched.
  func result(_ pattern: TypePattern) -> ValueType {
    switch pattern {
    case .exact(let type): type
    case .any(let name), .ordered(let name): types[name] ?? .dyn
    case .number(let name): .number(unit: units[name])
    case .list(let element): .list(result(element))
    case .windows, .ranges: .list(.dyn)
    case .interval(let name): .interval(unit: units[name])
    case .pair(let name): .pair(types[name] ?? .dyn)
    }
  }

  // MARK: Records with a meaning

  private func isList(_ type: ValueType, ofRecords test: (RecordType) -> Bool) -> Bool {
    switch type {
    case .dyn, .list(.dyn): true
    case .list(.record(let record)):
      environment.records.indices.contains(record) && test(environment.records[record])
    default: false
    }
  }

  private func isWindow(_ record: RecordType) -> Bool {
    ["from", "to"].allSatisfy { name in
      guard let slot = record.slots[name] else { return false }
      return record.fields[slot].type == .timestamp || record.fields[slot].type == .date
    }
  }

  private func isRange(_ record: RecordType) -> Bool {
    let has = { (name: String) in
      guard let slot = record.slots["range." + name], case .number = record.fields[slot].type else {
        return false
      }
      return true
    }
    return (has("gt") || has("ge")) && (has("lt") || has("le"))
  }

  private func rangeUnits(_ record: RecordType) -> [String?] {
    ["gt", "ge", "lt", "le"].compactMap { record.slots["range." + $0] }.map { slot in
      if case .number(let unit) = record.fields[slot].type { unit } else { nil }
    }
  }

  // MARK: Words

  /// What a pattern asks for, given what its holes stand for already.
  func described(_ pattern: TypePattern) -> LocalizedText {
    switch pattern {
    case .any(let name): (types[name] ?? .dyn).described(in: environment)
    case .ordered(let name) where types[name] != nil: (types[name] ?? .dyn).described(in: environment)
    case .number(let name): ValueType.number(unit: units[name]).described(in: environment)
    case .list(.any(let name)) where types[name] != nil:
      ValueType.list(types[name] ?? .dyn).described(in: environment)
    case .exact, .ordered, .list, .windows, .ranges, .interval, .pair: pattern.described(in: environment)
    }
  }
}

extension Function.Overload {
  /// The pattern of the argument at a place; the last one of a variadic overload is repeated.
  func pattern(at position: Int) -> TypePattern {
    position < parameters.count ? parameters[position] : parameters.last ?? .any("T")
  }

  /// Whether it can be called with so many arguments; the repeated one stands at least once.
  func accepts(count: Int) -> Bool {
    isVariadic ? count >= parameters.count : count == parameters.count
  }

  /// The parameters as a person reads them: `a date, a number`.
  func parameterText(in environment: TypeEnvironment) -> LocalizedText {
    let texts = parameters.map { $0.described(in: environment) }
    // The whole signature is quoted: no quotes within it.
    let whole = LocalizedText.joined(texts, separator: ", ")
    let joined = LocalizedText(ko: whole.ko.filter { $0 != "`" }, en: whole.en.filter { $0 != "`" })
    return isVariadic ? LocalizedText(ko: joined.ko + ", …", en: joined.en + ", …") : joined
  }
}

extension TypePattern {
  /// What a function asks for, for messages.
  package func described(in environment: TypeEnvironment) -> LocalizedText {
    switch self {
    case .exact(let type): return type.described(in: environment)
    case .any: return LocalizedText(ko: "값", en: "a value")
    case .number: return LocalizedText(ko: "수", en: "a number")
    case .ordered: return LocalizedText(ko: "수·날짜·일시·글", en: "a number, date, timestamp or text")
    case .list(let element):
      let inner = element.described(in: environment)
      return LocalizedText(ko: "목록(\(inner.ko))", en: "a list of \(inner.en)")
    case .windows:
      return LocalizedText(ko: "`from`과 `to`가 있는 요소의 목록", en: "a list of elements with `from` and `to`")
    case .ranges:
      return LocalizedText(ko: "`range`가 있는 요소의 목록", en: "a list of elements with a `range`")
    case .interval: return LocalizedText(ko: "구간", en: "an interval")
    case .pair: return LocalizedText(ko: "이웃한 두 요소", en: "a pair of neighbours")
    }
  }
}
