import Diagnostics
import Expressions
import Foundation
import NaiveEvaluation
import Testing

/// The naive evaluator against the rows of a conformance file and the functions of the language.
@Suite struct `The naive evaluator on its own` {
  private static let file = ProcessInfo.processInfo.environment["EXPRESSION_CASES"] ?? ""

  private static let environment = TypeEnvironment(
    id: "conformance", records: [RecordType(name: "", label: LocalizedText(""), fields: [])])

  /// What the naive evaluator makes of a row; nil where it calls a function that it leaves out.
  private static func naiveValue(of row: ConformanceRow) -> NaiveValue? {
    var facts = Facts(environment: environment)
    guard let node = Shop.node else { return nil }
    _ = facts.addRecord(type: TypeEnvironment.root, list: nil, position: 0, node: node)
    let naive = NaiveEvaluator(scheme: NaiveScheme(facts), program: Program(environment: environment))
    for (name, value) in zip(row.names, row.locals) { naive.names.values[name] = NaiveValue(value) }
    let value = naive.value(of: row.expr)
    return naive.uncovered.isEmpty ? value : nil
  }

  /// What the compiled evaluator makes of a row; nil where the checker refuses it.
  private static func compiledValue(of row: ConformanceRow) -> Value? {
    let program = Program(environment: environment)
    let checker = Checker(
      program: program, functions: .standard, mode: row.disableCheck == true ? .unchecked : .conformance)
    var log = DiagnosticLog()
    guard let checked = checker.check(ExpressionSource(text: row.expr), scope: row.scope, diagnostics: &log)
    else { return nil }
    let evaluation = Evaluation(facts: Facts(environment: environment), program: program)
    evaluation.startRule(asOf: nil)
    evaluation.startSubject(row.locals)
    return evaluation.evaluate(checked).value
  }

  @Test(.enabled(if: !file.isEmpty, "EXPRESSION_CASES names no file with conformance rows"))
  func `the naive evaluator agrees with the compiled one on every conformance row`() throws {
    let rows = try `Conformance rows`.rows(at: Self.file)
    var disagreements: [String] = []
    var leftOut = 0
    var compared = 0
    for row in rows {
      // A row that the checker refuses has no value to compare.
      guard let compiled = Self.compiledValue(of: row)?.toldNaively else { continue }
      guard let naive = Self.naiveValue(of: row) else {
        leftOut += 1
        continue
      }
      compared += 1
      if naive.told != compiled {
        disagreements.append("\(row.id): \(row.expr)\n  compiled \(compiled), naive \(naive.told)")
      }
    }
    print("\(compared) rows compared, \(leftOut) left out")
    #expect(disagreements == [])
    #expect(compared > rows.count / 2)
  }

  @Test func `the functions that the naive evaluator has are listed, with reasons for those it has not`() {
    let uncovered = NaiveEvaluator.uncoveredFunctions
    print("covered: " + NaiveEvaluator.coveredFunctions.joined(separator: " "))
    for name in uncovered { print("not covered: \(name): \(NaiveEvaluator.leftOut[name] ?? "no reason")") }
    #expect(uncovered.filter { NaiveEvaluator.leftOut[$0] == nil } == [])
  }

  @Test(arguments: `Examples of functions`.cases)
  func `the naive evaluator gives what the examples of a function say`(
    _ item: `Examples of functions`.Case
  ) throws {
    let (bench, facts) = try SampleScheme.bench()
    let naive = bench.naive(facts)
    let value = naive.value(of: item.example.expression)
    let wanted = naive.value(of: item.example.result)
    guard naive.uncovered.isEmpty else { return }
    switch item.example.result {
    case "error", "unknown": #expect(value.told == item.example.result)
    default: #expect(value.told == wanted.told)
    }
  }
}
