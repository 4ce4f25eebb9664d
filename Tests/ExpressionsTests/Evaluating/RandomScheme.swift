import Expressions
import TestSupport

/// Schemes made at random, of the shop unless another vocabulary is given, and others that agree with them on
/// something.
struct RandomScheme {
  typealias Stated = Shop.Stated

  private var random: SeededGenerator
  private let environment: TypeEnvironment
  /// Of how many facts six are missing, `none`, bounded or disputed.
  private let plainness: Int

  init(seed: UInt64, environment: TypeEnvironment = Shop.environment, plainness: Int = 20) {
    random = SeededGenerator(seed: seed)
    self.environment = environment
    self.plainness = plainness
  }

  private mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &random) == 0 }
  private mutating func pick<T>(_ values: [T]) -> T {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  private func fields(_ type: Int) -> [Field] { environment.records[type].fields }

  // MARK: Values

  private mutating func scalar(_ type: ValueType) -> Stated? {
    switch type {
    case .bool: .bool(Bool.random(using: &random))
    case .number: .number(Rational(Int.random(in: -1...5, using: &random)))
    case .string: .text(pick(["free", "web", "talk"]))
    case .choice(let choice): .text(pick(environment.choices[choice].members.map(\.name)))
    case .reference(let reference):
      .text(
        pick((0..<2).compactMap { key(reference.record, $0) } + [reference.allowsAll ? "all" : "ghost"]))
    case .date: .text("2022-0\(Int.random(in: 1...9, using: &random))-15")
    case .timestamp: .text("2022-10-15T0\(Int.random(in: 1...9, using: &random)):00:00Z")
    default: nil
    }
  }

  /// A value, bounds, readings or `none`; nil: not stated.
  private mutating func state(_ type: ValueType) -> Stated? {
    switch Int.random(in: 0..<plainness, using: &random) {
    case 0..<3: return nil
    case 3: return Stated.none
    case 4:
      guard let low = scalar(type) else { return nil }
      switch (low, type) {
      case (.number(let number), _):
        return .between(low, chance(2) ? nil : (try? number.adding(Rational(2))).map { .number($0) })
      case (_, .date), (_, .timestamp): return chance(2) ? .between(low, nil) : .between(nil, low)
      default: return low
      }
    case 5:
      guard let one = scalar(type), let other = scalar(type) else { return nil }
      return .either([one, other])
    default: return scalar(type)
    }
  }

  mutating func scheme() -> [String: Stated] {
    var scheme = record(TypeEnvironment.root)
    if environment.id == Shop.environment.id, chance(2) {
      scheme["awards"] = .records(records(Shop.award, Int.random(in: 1...4, using: &random)))
    }
    return scheme
  }

  private mutating func record(_ type: Int, key: String? = nil) -> [String: Stated] {
    var record: [String: Stated] = [:]
    for field in fields(type) where field.derived == nil {
      if field.isKey {
        record[field.name] = key.map { .text($0) }
      } else {
        record[field.name] = fact(field.type)
      }
    }
    return record
  }

  private mutating func fact(_ type: ValueType) -> Stated? {
    switch type {
    case .group: return chance(4) ? nil : .group
    case .list(.record(let element)):
      if chance(8) { return chance(2) ? Stated.none : nil }
      return .records(records(element, Int.random(in: 0...3, using: &random)), isIncomplete: chance(6))
    case .list(let element):
      if chance(8) { return chance(2) ? Stated.none : nil }
      if !isText(element) {
        let count = Int.random(in: 0...3, using: &random)
        return .values((0..<count).compactMap { _ in scalar(element) }, isIncomplete: chance(6))
      }
      let texts = (0..<Int.random(in: 0...3, using: &random)).compactMap { _ -> String? in
        if case .text(let text) = scalar(element) { text } else { nil }
      }
      return .texts(texts, isIncomplete: chance(6))
    default: return state(type)
    }
  }

  private func isText(_ type: ValueType) -> Bool {
    switch type {
    case .string, .choice, .reference: true
    default: false
    }
  }

  private mutating func records(_ type: Int, _ count: Int) -> [[String: Stated]] {
    (0..<count).map { record(type, key: key(type, $0)) }
  }

  private func key(_ type: Int, _ position: Int) -> String? {
    guard environment.records[type].key != nil else { return nil }
    guard environment.id == Shop.environment.id else { return "\(environment.records[type].name)\(position)" }
    if type == Shop.service, position < 2 { return ["talk", "pay"][position] }
    return (type == Shop.service ? "S" : "A") + "\(position)"
  }

  // MARK: Completions

  /// The same scheme with one of the values that each bound, reading, blank and incomplete list allows.
  mutating func completion(of scheme: [String: Stated]) -> [String: Stated] {
    completion(of: scheme, TypeEnvironment.root)
  }

  private mutating func completion(of record: [String: Stated], _ type: Int) -> [String: Stated] {
    var result = record
    for field in fields(type) where field.derived == nil && !field.isKey && field.absent == nil {
      switch (record[field.name], field.type) {
      case (nil, .group): break
      case (nil, _): if chance(2) { result[field.name] = fact(field.type) }
      case (.between(let low, let high)?, _): result[field.name] = within(low, high) ?? result[field.name]
      case (.either(let readings)?, _): result[field.name] = pick(readings)
      case (.records(let elements, let isIncomplete)?, .list(.record(let element))):
        var completed = elements.map { completion(of: $0, element) }
        if isIncomplete, chance(2) {
          completed.append(self.record(element, key: key(element, elements.count + 1)))
        }
        result[field.name] = .records(completed, isIncomplete: isIncomplete && chance(2))
      case (.texts(let texts, true)?, _):
        result[field.name] = .texts(texts + (chance(2) ? [pick(["web", "talk", "all"])] : []))
      default: break
      }
    }
    return result
  }

  private mutating func within(_ low: Stated?, _ high: Stated?) -> Stated? {
    switch (low, high) {
    case (.number(let number)?, nil):
      number.int.map { .number(Rational($0 + Int.random(in: 0...3, using: &random))) }
    case (.number(let a)?, .number(let b)?):
      a.int.flatMap { a in
        b.int.map { b in .number(Rational(Int.random(in: min(a, b)...max(a, b), using: &random))) }
      }
    case (.text?, nil):
      .text(
        chance(2) ? Self.text(low) : Self.text(low).hasSuffix("Z") ? "2022-12-30T00:00:00Z" : "2022-12-30")
    case (nil, .text?):
      .text(
        chance(2) ? Self.text(high) : Self.text(high).hasSuffix("Z") ? "2021-01-01T00:00:00Z" : "2021-01-01")
    default: nil
    }
  }

  private static func text(_ stated: Stated?) -> String {
    if case .text(let text)? = stated { text } else { "" }
  }

  // MARK: Agreement

  /// Another scheme that says the same on some grounds and perhaps something else on everything else.
  mutating func agreeing(with scheme: [String: Stated], on grounds: Outcome) -> [String: Stated] {
    let facts = Set(
      grounds.reads + grounds.assumed
        + grounds.missing.compactMap { $0.split(separator: " ").first.map(String.init) })
    return agreeing(with: scheme, TypeEnvironment.root, "", Kept(facts: facts, lists: Set(grounds.lists)))
  }

  private struct Kept {
    var facts: Set<String>
    var lists: Set<String>

    func touches(_ prefix: String) -> Bool {
      facts.contains { $0.hasPrefix(prefix) } || lists.contains { $0.hasPrefix(prefix) }
    }
  }

  private mutating func agreeing(
    with record: [String: Stated], _ type: Int, _ prefix: String, _ kept: Kept
  ) -> [String: Stated] {
    var result = record
    for field in fields(type) where field.derived == nil && !field.isKey {
      let path = prefix + field.name
      if kept.facts.contains(path) || kept.lists.contains(path) { continue }
      switch (record[field.name], field.type) {
      case (.records(let elements, let isIncomplete)?, .list(.record(let element))):
        result[field.name] = .records(
          agreeing(with: elements, element, path, kept), isIncomplete: isIncomplete != chance(4))
      case (_, .list) where kept.touches(path + "["): break
      default: if chance(2) { result[field.name] = fact(field.type) }
      }
    }
    return result
  }

  private mutating func agreeing(
    with elements: [[String: Stated]], _ type: Int, _ path: String, _ kept: Kept
  ) -> [[String: Stated]] {
    var result: [[String: Stated]] = []
    let isKeyed = fields(type)[0].isKey
    for (position, element) in elements.enumerated() {
      let prefix = "\(path)[\(key(type, position) ?? "#\(position + 1)")]."
      if isKeyed, !kept.touches(prefix), chance(3) { continue }
      result.append(agreeing(with: element, type, prefix, kept))
    }
    guard chance(2) else { return result }
    let new = record(type, key: isKeyed ? "N\(Int.random(in: 0...9, using: &random))" : nil)
    result.insert(new, at: isKeyed ? Int.random(in: 0...result.count, using: &random) : result.count)
    return result
  }
}
