import Expressions
import TestSupport
import Testing

@Suite struct `Soundness of values` {
  static func bench() throws -> (bench: Bench, asOf: CellID) {
    func number(_ value: Int) -> Value { .number(Rational(value)) }
    var bench = Bench()
    let asOf = try bench.step("as_of", "incident.date")
    bench.parameter(
      "days", .number(unit: nil),
      [("2022-01-01", "2022-04-30", number(1)), ("2022-05-01", nil, number(4))])
    func row(_ group: DecisionTable.Condition, _ low: Int?, _ high: Int?, _ multiple: Int)
      -> DecisionTable.Row
    {
      func limit(_ value: Int?, _ isIncluded: Bool) -> DecisionTable.Limit? {
        value.map { DecisionTable.Limit(number($0), isIncluded: isIncluded) }
      }
      return DecisionTable.Row(
        conditions: [group, .between(low: limit(low, true), high: limit(high, false))],
        outputs: [number(multiple), .string("row")])
    }
    bench.table(
      Dated(always: [
        row(.oneOf([.string("free")]), nil, 2, 1), row(.oneOf([.string("free")]), 2, nil, 3),
        row(.oneOf([.string("paid")]), nil, nil, 4),
      ]))
    try bench.step("free", "awards.filter(x, x.group == 'free')")
    try bench.step("total", "incident.cap + incident.count")
    try bench.step("lowest", "min(free.map(y, y.value))")
    return (bench, asOf)
  }

  private struct Sample {
    var text: String
    var scheme: [String: Shop.Stated]
    var outcome: Outcome
  }

  /// Conditions with schemes; `check` gets those that have a value.
  private static func forSamples(
    seed: UInt64, asksWhetherStated: Bool, count: Int = 150,
    _ check: (Sample, inout RandomScheme, ([String: Shop.Stated]) -> Outcome) -> Bool
  ) throws {
    print("seed \(seed)")
    let (bench, asOf) = try bench()
    var expressions = RandomExpression(seed: seed, asksWhetherStated: asksWhetherStated)
    var schemes = RandomScheme(seed: seed ^ 0xABCD)
    var accepted = 0
    var decided = 0
    for _ in 0..<count {
      let text = expressions.condition()
      for _ in 0..<3 {
        let scheme = schemes.scheme()
        let outcome = bench.run(text, Shop.facts(scheme), asOf: asOf)
        if outcome.value.hasPrefix("refused") { break }
        accepted += 1
        if outcome.value == "true" || outcome.value == "false" { decided += 1 }
        let sample = Sample(text: text, scheme: scheme, outcome: outcome)
        guard check(sample, &schemes, { bench.run(text, Shop.facts($0), asOf: asOf) }) else { return }
      }
    }
    #expect(accepted > count, "too few expressions are accepted")
    #expect(decided > count / 4, "too few expressions are decided")
  }

  @Test(arguments: SeededGenerator.seeds)
  func `whatever agrees on the grounds has the same value`(seed: UInt64) throws {
    try Self.forSamples(seed: seed, asksWhetherStated: true) { sample, schemes, run in
      guard !sample.outcome.value.hasPrefix("error") else { return true }
      for _ in 0..<5 {
        let other = schemes.agreeing(with: sample.scheme, on: sample.outcome)
        let result = run(other)
        guard result.value == sample.outcome.value else {
          Issue.record("\(sample.text)\n\(sample.outcome)\n\(result)\n\(sample.scheme)\n\(other)")
          return false
        }
      }
      return true
    }
  }

  @Test(arguments: SeededGenerator.seeds)
  func `what is decided holds for every completion of the scheme`(seed: UInt64) throws {
    try Self.forSamples(seed: seed, asksWhetherStated: false) { sample, schemes, run in
      guard ["true", "false"].contains(sample.outcome.value) else { return true }
      for _ in 0..<5 {
        let completion = schemes.completion(of: sample.scheme)
        let result = run(completion)
        // What was blank may be such that a part which the result does not need cannot be computed.
        guard
          result.value == sample.outcome.value || result.value.hasPrefix("error") || result.value == "unknown"
        else {
          Issue.record("\(sample.text)\n\(sample.outcome)\n\(result)\n\(sample.scheme)\n\(completion)")
          return false
        }
      }
      return true
    }
  }

  @Test(arguments: SeededGenerator.seeds)
  func `a stated scalar left out keeps the value or makes it unknown`(seed: UInt64) throws {
    let (bench, asOf) = try Self.bench()
    try Self.forSamples(seed: seed, asksWhetherStated: false, count: 80) { sample, _, _ in
      guard !sample.outcome.value.hasPrefix("error") else { return true }
      let facts = Shop.facts(sample.scheme)
      for index in facts.slots.indices {
        let field = facts.field(of: FactID(index))
        guard !field.isKey, field.absent == nil else { continue }
        switch facts.slots[index] {
        case .bool, .number, .string, .date, .timestamp, .range, .either: break
        case .missing, .none, .list, .group: continue
        }
        var less = facts
        less.slots[index] = .missing
        let result = bench.run(sample.text, less, asOf: asOf)
        guard result.value == sample.outcome.value || result.value == "unknown" else {
          Issue.record(
            "\(sample.text)\nwithout \(facts.path(of: FactID(index)))\n\(sample.outcome)\n\(result)\n\(sample.scheme)"
          )
          return false
        }
      }
      return true
    }
  }

  @Test(arguments: SeededGenerator.seeds)
  func `what is decided misses nothing, what is open says what is missing`(seed: UInt64) throws {
    try Self.forSamples(seed: seed, asksWhetherStated: true) { sample, _, _ in
      switch sample.outcome.value {
      case "true", "false":
        guard sample.outcome.missing.isEmpty else {
          Issue.record("\(sample.text)\n\(sample.outcome)\n\(sample.scheme)")
          return false
        }
      case "unknown":
        guard !sample.outcome.missing.isEmpty || sample.outcome.hasPolicyGap else {
          Issue.record("\(sample.text)\n\(sample.outcome)\n\(sample.scheme)")
          return false
        }
      default: break
      }
      return true
    }
  }
}
