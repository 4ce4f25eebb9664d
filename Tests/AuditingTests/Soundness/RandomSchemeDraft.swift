import Findings
import TestSupport

/// Makes schemes of a random vocabulary, and others that agree with them on some grounds.
struct RandomSchemeDraft {
  typealias Said = SchemeDraft.Said

  private var random: SeededGenerator
  private let vocabulary: RandomVocabulary
  /// Keys of the items, for what refers to them.
  private var items: [String] = []
  /// Of how many facts seven are missing, `none`, bounded or disputed.
  private let plainness: Int

  init(seed: UInt64, vocabulary: RandomVocabulary) {
    random = SeededGenerator(seed: seed)
    self.vocabulary = vocabulary
    plainness = [16, 30, 60][Int(seed % 3)]
  }

  private mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &random) == 0 }
  private mutating func pick<T>(_ values: [T]) -> T {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  // ── schemes ────────────────────────────────────────────────────────────────

  mutating func scheme() -> SchemeDraft {
    items = (0..<Int.random(in: 0...3, using: &random)).map { "I\($0 + 1)" }
    return SchemeDraft(plan: record(.plan, key: "plan-1"))
  }

  private mutating func record(_ type: RandomVocabulary.Record, key: String?) -> SchemeDraft.Record {
    var record: SchemeDraft.Record = [:]
    for fact in vocabulary.facts[type] ?? [] where fact.derived == nil {
      if fact.name == "id" {
        record["id"] = key.map { .scalar($0) }
      } else {
        record[fact.name] = said(fact.kind)
      }
    }
    return record
  }

  /// Something to say of a fact; nil: nothing.
  mutating func said(_ kind: RandomVocabulary.Kind) -> Said? {
    switch kind {
    case .elements(let type):
      if type != .item, chance(9) { return chance(2) ? .scalar("none") : nil }
      if type == .item {
        let records = items.map { record(.item, key: $0) }
        return records.isEmpty && chance(2) ? nil : .records(records, isIncomplete: chance(6))
      }
      let count = Int.random(in: 0...2, using: &random)
      return .records((0..<count).map { record(type, key: key(type, $0)) }, isIncomplete: chance(7))
    case .texts, .references:
      if chance(8) { return chance(2) ? .scalar("none") : nil }
      let count = Int.random(in: 0...2, using: &random)
      var values: [String] = []
      for _ in 0..<count {
        guard let value = plain(kind), !values.contains(value) else { continue }
        values.append(value)
      }
      return .values(values, isIncomplete: chance(7))
    case .bool, .number, .text, .date, .choice, .reference: return scalar(kind).map { .scalar($0) }
    }
  }

  private func key(_ type: RandomVocabulary.Record, _ place: Int) -> String? {
    vocabulary.facts[type]?.first?.isKey == true ? "\(type.rawValue.uppercased().prefix(1))\(place + 1)" : nil
  }

  private mutating func plain(_ kind: RandomVocabulary.Kind) -> String? {
    switch kind {
    case .bool: pick(["true", "false"])
    case .number: String(Int.random(in: -1...5, using: &random))
    case .text, .texts: pick(RandomVocabulary.words)
    case .date: pick(RandomVocabulary.days)
    case .choice(let choice): pick(RandomVocabulary.choices[choice])
    case .reference: items.randomElement(using: &random)
    case .references: (items + ["all"]).randomElement(using: &random)
    case .elements: nil
    }
  }

  private mutating func scalar(_ kind: RandomVocabulary.Kind) -> String? {
    let roll = Int.random(in: 0..<plainness, using: &random)
    guard roll < 7, let one = plain(kind), let other = plain(kind) else {
      return roll < 3 ? nil : plain(kind)
    }
    switch roll {
    case 0..<3: return nil
    case 3: return "none"
    case 4, 5:
      guard kind == .number || kind == .date else {
        return one == other ? one : "{either: [\(one), \(other)]}"
      }
      let isInOrder = kind == .date ? one <= other : (Int(one) ?? 0) <= (Int(other) ?? 0)
      let (low, high) = isInOrder ? (one, other) : (other, one)
      return pick(["{at_least: \(low)}", "{at_most: \(high)}", "{at_least: \(low), at_most: \(high)}"])
    default: return one == other ? one : "{either: [\(one), \(other)]}"
    }
  }

  // ── changes ────────────────────────────────────────────────────────────────

  /// The kind of fact that a place is.
  func kind(at place: [SchemeDraft.Step]) -> RandomVocabulary.Fact? {
    var record = RandomVocabulary.Record.plan
    var fact: RandomVocabulary.Fact?
    for step in place {
      guard case .fact(let name) = step else { continue }
      fact = vocabulary.facts[record]?.first { $0.name == name }
      if case .elements(let inner)? = fact?.kind { record = inner }
    }
    return fact
  }

  /// The same scheme with one fact said otherwise, or with one element more.
  mutating func varied(_ scheme: SchemeDraft, at place: [SchemeDraft.Step]) -> SchemeDraft {
    guard let fact = kind(at: place) else { return scheme }
    if case .elements(let type) = fact.kind,
      case .records(var records, let isIncomplete)? = scheme.said(at: place)
    {
      if chance(3) { return scheme.saying(.records(records, isIncomplete: !isIncomplete), at: place) }
      records.append(record(type, key: key(type, 6 + records.count)))
      return scheme.saying(.records(records, isIncomplete: isIncomplete), at: place)
    }
    return scheme.saying(said(fact.kind), at: place)
  }

  // ── agreement ──────────────────────────────────────────────────────────────

  /// Another scheme that says the same on the grounds of a finding and perhaps something else on everything else.
  mutating func agreeing(with scheme: SchemeDraft, on finding: Finding) -> SchemeDraft {
    let grounds = NamedGrounds(finding)
    var other = scheme
    for place in scheme.places.reversed() {
      guard other.said(at: place) != nil || place.last.map(isElement) == true else { continue }
      let changed =
        place.last.map(isElement) == true
        ? (chance(3) ? other.saying(nil, at: place) : other) : chance(2) ? varied(other, at: place) : other
      if scheme.differences(to: changed).allSatisfy({ !grounds.name($0) }) { other = changed }
    }
    // What is not said may be said.
    for fact in vocabulary.facts[.plan] ?? []
    where fact.derived == nil && other.plan[fact.name] == nil && chance(2) {
      let changed = other.saying(said(fact.kind), at: [.fact(fact.name)])
      if scheme.differences(to: changed).allSatisfy({ !grounds.name($0) }) { other = changed }
    }
    return other
  }

  private func isElement(_ step: SchemeDraft.Step) -> Bool {
    if case .element = step { true } else { false }
  }
}
