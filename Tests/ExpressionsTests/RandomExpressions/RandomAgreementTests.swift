import Diagnostics
import Expressions
import NaiveEvaluation
import TestSupport
import Testing

/// Random well-typed expressions over random vocabularies and schemes.
@Suite struct `Random expressions` {
  /// What is wrong with the value of an expression over a scheme; nil if nothing is, or the checker refuses it.
  private static func problem(
    _ policy: RandomPolicy, _ text: String, _ scheme: Counterexample.Scheme
  ) -> String? {
    guard let checked = policy.check(text) else { return nil }
    let facts = Shop.facts(scheme, in: policy.program.environment)
    let evaluation = Evaluation(facts: facts, program: policy.program)
    evaluation.startRule(asOf: policy.asOf)
    let value = evaluation.evaluate(checked).value
    if let error = value.typeError { return "fails for its types: \(error.message.en)" }
    let compiled = value.toldNaively
    if compiled == "limit" { return nil }
    let naive = naive(policy, facts)
    let told = naive.value(of: text).told
    guard naive.uncovered.isEmpty, told != compiled else { return nil }
    return "compiled \(compiled), naive \(told)"
  }

  private static func told(_ policy: RandomPolicy, _ text: String, _ scheme: Counterexample.Scheme) -> String
  {
    guard let checked = policy.check(text) else { return "" }
    let evaluation = Evaluation(
      facts: Shop.facts(scheme, in: policy.program.environment), program: policy.program)
    evaluation.startRule(asOf: policy.asOf)
    return evaluation.evaluate(checked).value.toldNaively
  }

  private static func naive(_ policy: RandomPolicy, _ facts: Facts) -> NaiveEvaluator {
    let naive = NaiveEvaluator(scheme: NaiveScheme(facts), program: policy.program)
    for cell in policy.program.cells {
      naive.names.steps[cell.name] = try? SyntaxTree(parsing: cell.expression.source.text)
    }
    naive.asOf = naive.names.steps["as_of"]
    return naive
  }

  @Test(arguments: SeededGenerator.seeds)
  func `a checked expression never fails for its types, and both evaluators agree on it`(seed: UInt64) {
    var accepted = 0
    var decided = 0
    var refused = 0
    var found: [Counterexample] = []
    for round in 0..<UInt64(12 * SeededGenerator.effort) {
      let seed = SeededGenerator.seed(ofRound: round, from: seed)
      let policy = RandomPolicy(seed: seed)
      var expressions = policy.generator(seed: seed ^ 0xE0)
      expressions.slips = 60
      var schemes = RandomScheme(seed: seed ^ 0x5C, environment: policy.program.environment, plainness: 26)
      for number in 0..<60 {
        let type = ExpressionGenerator.wholes[number % ExpressionGenerator.wholes.count]
        let expression = expressions.expression(type)
        guard policy.check(expression.description) != nil else {
          refused += 1
          continue
        }
        for _ in 0..<3 {
          accepted += 1
          let scheme = schemes.scheme()
          let told = Self.told(policy, expression.description, scheme)
          if told != "unknown", told != "error" { decided += 1 }
          guard let problem = Self.problem(policy, expression.description, scheme) else { continue }
          let example = Counterexample(expression: expression, scheme: scheme, problem: problem)
          let shrunk = example.shrunk { Self.problem(policy, $0.description, $1) }
          found.append(shrunk)
          Issue.record("\(SeededGenerator.again(seed)): \(shrunk)\(policy.steps(in: shrunk.expression))")
          if found.count == 5 { return }
          break
        }
      }
    }
    print("seed \(seed): \(accepted) evaluations, \(decided) decided, \(refused) expressions refused")
    #expect(accepted > 1000, "the checker refuses too many expressions")
  }
}

extension RandomPolicy {
  /// What the steps say that an expression names, one on each line.
  fileprivate func steps(in expression: TypedExpression) -> String {
    let words = expression.description.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    return program.cells.filter { words.contains($0.name[...]) }
      .map { "\n  \($0.name): \($0.expression.source.text)" }.joined()
  }
}

extension Value {
  /// The first error of a type in a value, if there is one.
  var typeError: EvaluationError? {
    switch self {
    case .error(let error):
      switch error.kind {
      case .noSuchOverload, .noSuchKey, .undeclared: error
      case .divisionByZero, .emptyList, .index, .overflow, .invalidArgument, .limit: nil
      }
    case .list(let list): list.elements.lazy.compactMap(\.value.typeError).first
    case .either(let values): values.lazy.compactMap(\.typeError).first
    default: nil
    }
  }
}
