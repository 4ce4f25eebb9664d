import Auditing
import BenchmarkSupport
import Diagnostics
import Expressions
import NaiveEvaluation
import Policies
import Schemes

/// Prints what the policy language costs, as ratios made in one run, over schemes of 1,000 and 10,000 services that
/// are named as arguments.
@main
struct LanguageBenchmark {
  private static let predicate = "scheme.services.all(s, s.affected && s.outage_hours >= 0)"
  private static let filter = "scheme.services.filter(s, s.affected && s.outage_hours >= 2)"
  private static let join =
    "scheme.services.all(s, scheme.awards.filter(a, a.service == s.id).all(a, a.value > 0))"
  private static let texts = [
    predicate, filter, join,
    "scheme.awards.all(a, a.group == 'free' ? a.value >= 1000 : a.first_payment <= submission.date)",
    "sum(scheme.awards.filter(a, a.form == 'cash').map(a, a.value)) / size(scheme.awards) > 10000",
  ]

  static func main() throws {
    guard CommandLine.arguments.count == 3 else {
      throw Failure(text: "usage: LanguageBenchmark SCHEME-OF-1000 SCHEME-OF-10000")
    }
    let policies = try PolicySet(directory: "examples/small-policy-set")
    let thousand = try Setting(scheme: CommandLine.arguments[1], policies: policies)
    let more = try Setting(scheme: CommandLine.arguments[2], policies: policies)
    try decide(thousand)
    try compareWithNaive(thousand)
    try check(thousand)
    try grow(from: thousand, to: more)
  }

  // ── evaluating ─────────────────────────────────────────────────────────────

  private static func decide(_ setting: Setting) throws {
    let services = try HandWritten(setting.facts)
    let evaluation = Evaluation(facts: setting.facts, program: setting.program)
    let all = try setting.check(predicate)
    var isTrue = false
    let predicates = Interleaved.times(rounds: 300) {
      isTrue = services.all()
    } _: {
      evaluation.startRule(asOf: nil)
      guard case .bool(isTrue) = evaluation.evaluate(all).value else { fatalError("the two disagree") }
    }
    print("all over 1,000 elements: evaluator / hand-written loop (at most 6)", predicates.ratio)
    let recordings = Interleaved.times(rounds: 300) {
      evaluation.startRule(asOf: nil)
      guard evaluation.answer(withoutGrounds: all) == isTrue else { fatalError("the two disagree") }
    } _: {
      evaluation.startRule(asOf: nil)
      guard case .bool(isTrue) = evaluation.evaluate(all).value else { fatalError("the two disagree") }
    }
    print("all over 1,000 elements: with grounds / without (at most 1.15)", recordings.ratio)
    let chosen = try setting.check(filter)
    var count = 0
    let filters = Interleaved.times(rounds: 300) {
      count = services.filter().count
    } _: {
      evaluation.startRule(asOf: nil)
      guard case .list(let list) = evaluation.evaluate(chosen).value, list.elements.count == count else {
        fatalError("the two disagree")
      }
    }
    print(
      "filter over 1,000 elements, each kept with its grounds: evaluator / hand-written loop", filters.ratio)
  }

  private static func compareWithNaive(_ setting: Setting) throws {
    let naive = NaiveEvaluator(scheme: NaiveScheme(setting.facts), program: setting.program)
    let evaluation = Evaluation(facts: setting.facts, program: setting.program)
    let checked = try setting.check(predicate)
    let tree = try SyntaxTree(parsing: predicate)
    let times = Interleaved.times(rounds: 20) {
      evaluation.startRule(asOf: nil)
      _ = evaluation.evaluate(checked)
    } _: {
      _ = naive.value(of: tree)
    }
    print("all over 1,000 elements: naive evaluator / evaluator (at least 10)", times.ratio)
  }

  private static func grow(from few: Setting, to many: Setting) throws {
    let (small, large) = (try few.check(join), try many.check(join))
    let times = Interleaved.times(rounds: 10) {
      let evaluation = Evaluation(facts: few.facts, program: few.program)
      guard case .bool = evaluation.evaluate(small).value else { fatalError("the join has no value") }
    } _: {
      let evaluation = Evaluation(facts: many.facts, program: many.program)
      guard case .bool = evaluation.evaluate(large).value else { fatalError("the join has no value") }
    }
    print("a join over 10,000 services / over 1,000 (linear: about 10)", times.ratio)
  }

  // ── checking ───────────────────────────────────────────────────────────────

  private static func check(_ setting: Setting) throws {
    for text in texts { _ = try setting.check(text) }
    let times = Interleaved.times(rounds: 2_000) {
      for text in texts { _ = Lexer.tokenCount(of: text) }
    } _: {
      for text in texts { _ = try? setting.check(text) }
    }
    print("parsing and checking / splitting into tokens (at most 30)", times.ratio)
  }
}
