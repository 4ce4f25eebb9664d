import Expressions
import TestSupport
import Testing

/// Conditions of `all` and `exists` that are compiled because they look at plain facts of their elements alone.
@Suite struct `Compiled conditions` {
  private static let texts = [
    "awards.all(a, a.value >= 0)", "awards.exists(a, a.value > 8)",
    "awards.all(a, a.value < 9 && a.group == 'free')",
    "awards.exists(a, a.group != 'paid' && (a.value == 7 || !(a.value > incident.count)))",
    "awards.all(a, a.value > 1 || a.value <= incident.count)",
    "awards.exists(a, a.value > 2.5 && a.value < 7 / 2)",
  ]

  private static func awards(_ random: inout SeededGenerator, blanks: Bool) -> [String: Shop.Stated] {
    let elements = (0..<30).map { place -> [String: Shop.Stated] in
      var element: [String: Shop.Stated] = ["id": .text("A\(place)")]
      let isBlank = blanks && Int.random(in: 0..<10, using: &random) == 0
      if !isBlank { element["value"] = .number(Rational(Int.random(in: 0..<9, using: &random))) }
      element["group"] = .text(Bool.random(using: &random) ? "free" : "paid")
      return element
    }
    return ["awards": .records(elements), "incident.count": 3]
  }

  @Test(arguments: SeededGenerator.seeds)
  func `are decided alike with grounds and without, or not without`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var answers = (yes: 0, no: 0, open: 0)
    for round in 0..<(40 * SeededGenerator.effort) {
      let facts = Shop.facts(Self.awards(&random, blanks: round.isMultiple(of: 2)))
      for text in Self.texts {
        let bench = Bench()
        let checked = try bench.check(text)
        let evaluation = bench.evaluation(facts)
        switch evaluation.answer(withoutGrounds: checked) {
        case nil: answers.open += 1
        case let answer?:
          if answer { answers.yes += 1 } else { answers.no += 1 }
          guard case .bool(answer) = evaluation.evaluate(checked).value else {
            Issue.record("\(text) is not \(answer): \(SeededGenerator.again(seed))")
            continue
          }
        }
      }
    }
    #expect(answers.yes > 0 && answers.no > 0 && answers.open > 0, "\(SeededGenerator.again(seed))")
  }
}
