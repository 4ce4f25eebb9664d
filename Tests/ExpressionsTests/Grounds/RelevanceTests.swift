import Expressions
import TestSupport
import Testing

/// Nothing is listed among the grounds that could never matter.
@Suite struct `Relevance of grounds` {
  /// Values that a fact is tried with.
  private static func values(of field: Field) -> [Facts.Slot] {
    switch field.type {
    case .bool: [.bool(true), .bool(false)]
    case .number: (0...4).map { .number(Rational($0)) }
    case .string, .choice: ["web", "free", "talk", "other"].map { .string($0) }
    case .date: ["2022-03-15", "2022-05-15", "2022-08-15"].compactMap { Day(iso: $0) }.map { .date($0) }
    case .list(.string): [.none]
    default: []
    }
  }

  private static func told(_ expression: CheckedExpression, _ bench: Bench, _ facts: Facts) -> String {
    bench.evaluation(facts).evaluate(expression).value.told
  }

  /// Facts with one value that a result rests on; keys and lists are not tried.
  private static func listed(_ grounds: ExpandedGrounds, _ facts: Facts) -> [FactID] {
    let all = Set(grounds.reads + grounds.missing.map(\.fact) + grounds.assumed)
    return all.sorted().filter { fact in
      let field = facts.field(of: fact)
      if case .list = field.type { return false }
      return !field.isKey && !values(of: field).isEmpty
    }
  }

  /// The facts that may have other values: those among the grounds, and what the elements of their lists say.
  private static func free(_ grounds: ExpandedGrounds, _ facts: Facts) -> [FactID] {
    let all = Set(grounds.reads + grounds.missing.map(\.fact) + grounds.assumed)
    let lists = grounds.lists.map { facts.path(of: $0) + "[" }
    return facts.slots.indices.map { FactID($0) }.filter { fact in
      let field = facts.field(of: fact)
      if field.isKey || values(of: field).isEmpty { return false }
      return all.contains(fact) || lists.contains { facts.path(of: fact).hasPrefix($0) }
    }
  }

  /// Whether a fact makes a difference for some values of the other grounds, while everything else stays as it is,
  /// while nobody has said it, or whatever else is said.
  private static func matters(
    _ fact: FactID, among free: [FactID], _ expression: CheckedExpression, _ bench: Bench, _ facts: Facts,
    _ random: inout SeededGenerator
  ) -> Bool {
    var silent = facts
    for index in facts.slots.indices where !free.contains(FactID(index)) {
      let field = facts.field(of: FactID(index))
      if !field.isKey, !values(of: field).isEmpty { silent.slots[index] = .missing }
    }
    for trial in 0..<1500 {
      var tried = trial % 2 == 0 ? facts : silent
      if trial % 8 == 6 {
        for index in tried.slots.indices where !free.contains(FactID(index)) {
          let field = facts.field(of: FactID(index))
          if !field.isKey, let value = values(of: field).randomElement(using: &random) {
            tried.slots[index] = value
          }
        }
      }
      // That a list is incomplete is one of the grounds too.
      if trial % 4 > 1 { for list in tried.lists.indices { tried.lists[list].isIncomplete = false } }
      for other in free where other != fact && trial > 1 && (trial % 3 == 0 || Bool.random(using: &random)) {
        tried.slots[Int(other.slot)] =
          values(of: facts.field(of: other)).randomElement(using: &random) ?? .missing
      }
      var results: Set<String> = []
      for value in values(of: facts.field(of: fact)) {
        tried.slots[Int(fact.slot)] = value
        results.insert(told(expression, bench, tried))
        if results.count > 1 { return true }
      }
    }
    return false
  }

  @Test(arguments: SeededGenerator.seeds)
  func `each listed fact matters for some values of the other grounds`(seed: UInt64) throws {
    let bench = Bench()
    var expressions = ReadOnceExpression(seed: seed)
    var random = SeededGenerator(seed: seed ^ 0x7E5)
    var tried = 0
    var found = 0
    for _ in 0..<(30 * SeededGenerator.effort) {
      let text = expressions.condition()
      let expression = try bench.check(text)
      for _ in 0..<3 {
        let scheme = expressions.scheme()
        let facts = Shop.facts(scheme)
        let evaluation = bench.evaluation(facts)
        let result = evaluation.evaluate(expression)
        // While a result is unknown it is open what else will count.
        guard case .bool = result.value else { continue }
        let grounds = evaluation.expand(result.grounds)
        let listed = Self.listed(grounds, facts)
        let free = Self.free(grounds, facts)
        for fact in listed {
          tried += 1
          guard !Self.matters(fact, among: free, expression, bench, facts, &random) else { continue }
          found += 1
          Issue.record(
            "\(SeededGenerator.again(seed)): \(facts.path(of: fact)) never matters for \(text)\n\(result.value.told)\n\(Shop.text(scheme))"
          )
          if found == 3 { return }
        }
      }
    }
    print("seed \(seed): \(tried) listed facts")
    #expect(tried > 50)
  }
}
