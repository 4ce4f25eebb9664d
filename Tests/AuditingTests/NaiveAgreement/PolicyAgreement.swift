import Expressions
import Findings
import NaiveEvaluation
import Policies
import Schemes

@testable import Auditing

/// Evaluates every expression of a plan's policies over a scheme with both evaluators, subject by subject, and notes
/// where they differ.
struct PolicyAgreement {
  let plan: AuditPlan
  let scheme: Scheme
  /// Expressions that both evaluated.
  private(set) var compared = 0
  /// What differs: the rule, the expression and both values.
  private(set) var differences: [String] = []

  init(_ plan: AuditPlan, _ scheme: Scheme) {
    self.plan = plan
    self.scheme = scheme
    let naiveScheme = NaiveScheme(scheme.facts)
    for policy in plan.policies {
      for rule in policy.rules { compare(rule, of: policy, naiveScheme) }
      for measure in policy.measures {
        var pair = pair(policy, asOf: nil, steps: measure.steps, naiveScheme)
        visit(measure.subjects[...], [], &pair, measure.id) { agreement, pair in
          agreement.compare(measure.steps + [measure.value], pair, measure.id)
        }
      }
    }
  }

  /// Both evaluators, standing at the same subject of a rule.
  private struct Pair {
    var program: Program
    var compiled: Evaluation
    var naive: NaiveEvaluator
  }

  private func pair(
    _ policy: Policy, asOf: CellID?, steps: [CellID], _ scheme: NaiveScheme
  ) -> Pair {
    let compiled = Evaluation(facts: self.scheme.facts, program: policy.program, asOf: plan.day)
    compiled.startRule(asOf: asOf ?? policy.asOf)
    let naive = NaiveEvaluator(scheme: scheme, program: policy.program)
    naive.asOf = Self.tree(of: asOf ?? policy.asOf, policy.program)
    naive.dayOverride = plan.day
    let pair = Pair(program: policy.program, compiled: compiled, naive: naive)
    Self.add(policy.definitions + steps, to: pair)
    return pair
  }

  private static func tree(of cell: CellID, _ program: Program) -> SyntaxTree? {
    try? SyntaxTree(parsing: program.cells[cell.index].expression.source.text)
  }

  private static func add(_ steps: [CellID], to pair: Pair) {
    for step in steps {
      pair.naive.names.steps[pair.program.cells[step.index].name] = tree(of: step, pair.program)
    }
  }

  // MARK: Rules

  private mutating func compare(_ rule: Rule, of policy: Policy, _ scheme: NaiveScheme) {
    var pair = pair(policy, asOf: rule.asOf, steps: rule.steps, scheme)
    compare(policy.definitions + [rule.asOf ?? policy.asOf], pair, rule.id)
    if let applies = rule.appliesWhen, !rule.appliesPerSubject { compare(applies, pair, rule.id) }
    visit(rule.subjects[...], [], &pair, rule.id) { agreement, pair in
      if let applies = rule.appliesWhen { agreement.compare(applies, pair, rule.id) }
      agreement.compare(rule.steps, pair, rule.id)
      if let manual = rule.manualWhen { agreement.compare(manual, pair, rule.id) }
      if let cost = rule.cost { agreement.compare([cost.value], pair, rule.id) }
      agreement.compareRequirements(of: rule, pair, rule.id)
      for exception in rule.exceptions { agreement.compare(exception, of: rule, pair) }
    }
  }

  private mutating func compareRequirements(of rule: Rule, _ pair: Pair, _ place: String) {
    for requirement in rule.requirements {
      let outer = pair.naive.names
      Self.add(requirement.steps, to: pair)
      compare(requirement.steps + [requirement.actual, requirement.expected].compactMap(\.self), pair, place)
      if let condition = requirement.condition { compare(condition, pair, place) }
      pair.naive.names = outer
    }
  }

  private mutating func compare(_ exception: RuleException, of rule: Rule, _ pair: Pair) {
    compare(exception.when, pair, exception.id)
    if let proof = exception.proof {
      compare(pair.compiled.evaluate(proof).value, pair, "stated(\(proof.source.text))", exception.id)
    }
    guard case .replace(let replaced) = exception.relief else { return }
    let outer = pair.naive.names
    pair.naive.names.unreplacedSteps = outer.steps
    for (old, new) in replaced {
      pair.naive.names.steps[pair.program.cells[old.index].name] = Self.tree(of: new, pair.program)
    }
    var inner = self
    pair.compiled.replacing(replaced) { inner.compareRequirements(of: rule, pair, exception.id) }
    self = inner
    pair.naive.names = outer
  }

  /// Stands at every subject of some lists, the doubtful ones too.
  private mutating func visit(
    _ lists: ArraySlice<SubjectList>, _ locals: [Value], _ pair: inout Pair, _ place: String,
    _ body: (inout PolicyAgreement, Pair) -> Void
  ) {
    pair.compiled.startSubject(locals)
    guard let list = lists.first else {
      body(&self, pair)
      return
    }
    let value = pair.compiled.evaluate(list.list).value
    let naive = pair.naive.value(of: list.list.source.text)
    note(value, naive, list.list.source.text, place)
    guard case .list(let elements) = value, case .list(let members) = naive else { return }
    for (element, member) in zip(elements.elements, members.members) {
      pair.naive.names.values[list.name] = member.value
      visit(lists.dropFirst(), locals + [element.value], &pair, place, body)
    }
    pair.naive.names.values[list.name] = nil
  }

  // MARK: Expressions

  private mutating func compare(_ cells: [CellID], _ pair: Pair, _ place: String) {
    for cell in cells {
      let text = pair.program.cells[cell.index].expression.source.text
      compare(pair.compiled.evaluate(cell).value, pair, text, place)
    }
  }

  private mutating func compare(_ expression: CheckedExpression, _ pair: Pair, _ place: String) {
    compare(pair.compiled.evaluate(expression).value, pair, expression.source.text, place)
  }

  private mutating func compare(_ compiled: Value, _ pair: Pair, _ text: String, _ place: String) {
    note(compiled, pair.naive.value(of: text), text, place)
  }

  private mutating func note(_ compiled: Value, _ naive: NaiveValue, _ text: String, _ place: String) {
    compared += 1
    let (a, b) = (compiled.toldNaively, naive.told)
    if a != b { differences.append("\(place): \(text): compiled \(a), naive \(b)") }
  }
}
