import Expressions
import NaiveEvaluation
import TestSupport
import Testing

/// The naive evaluator against the compiled one on random expressions about the shop.
@Suite struct `Agreement of two evaluators` {
  @Test(arguments: SeededGenerator.seeds)
  func `both evaluators give the same for random expressions about the shop`(seed: UInt64) throws {
    print("seed \(seed)")
    let (bench, asOf) = try `Soundness of values`.bench()
    var expressions = RandomExpression(seed: seed, asksWhetherStated: true)
    var schemes = RandomScheme(seed: seed ^ 0xABCD)
    var accepted = 0
    var found = 0
    for _ in 0..<150 {
      let text = expressions.condition()
      guard let checked = try? bench.check(text) else { continue }
      /// What differs over a scheme, if anything does.
      func problem(_ scheme: Counterexample.Scheme) -> String? {
        let facts = Shop.facts(scheme)
        let compiled = bench.evaluation(facts, asOf: asOf).evaluate(checked).value.toldNaively
        let naive = bench.naive(facts, asOf: asOf).value(of: text).told
        return compiled == naive ? nil : "compiled \(compiled), naive \(naive)"
      }
      for _ in 0..<3 {
        let scheme = schemes.scheme()
        accepted += 1
        guard let difference = problem(scheme) else { continue }
        let example = Counterexample(
          expression: TypedExpression(.bool, text), scheme: scheme, problem: difference)
        Issue.record("\(SeededGenerator.again(seed)): \(example.shrunk { problem($1) })")
        found += 1
        if found == 3 { return }
        break
      }
    }
    #expect(accepted > 150, "too few expressions are accepted")
  }
}

extension Bench {
  /// The naive evaluator for the same steps, parameters and tables over some facts.
  func naive(_ facts: Facts, asOf: CellID? = nil) -> NaiveEvaluator {
    let naive = NaiveEvaluator(scheme: NaiveScheme(facts, elementName: "item"), program: program)
    for cell in program.cells {
      naive.names.steps[cell.name] = try? SyntaxTree(parsing: cell.expression.source.text)
    }
    naive.asOf = asOf.flatMap { try? SyntaxTree(parsing: program.cells[$0.index].expression.source.text) }
    return naive
  }
}
