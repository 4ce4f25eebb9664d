import Expressions
import Findings
import Policies

/// Writes the named steps and definitions of a computation with their expressions and values.
final class StepWriter {
  private let evaluation: Evaluation
  private let values: ValueWriter
  private let confidentiality: Confidentiality
  private let matter: RuleOfPolicy
  /// Places in the file of definitions, the rule's steps and the steps of its parts, by the cells' indices.
  private let order: [Int?]
  /// Values of what does not depend on the subject, by the cells' indices.
  private var shared: [Int: StepResult] = [:]

  /// A writer for one rule.
  init(
    _ matter: RuleOfPolicy, evaluation: Evaluation, values: ValueWriter, confidentiality: Confidentiality
  ) {
    self.confidentiality = confidentiality
    self.evaluation = evaluation
    self.values = values
    self.matter = matter
    let rule = matter.rule
    let named = matter.policy.definitions + rule.steps + rule.requirements.flatMap(\.steps)
    var order: [Int?] = Array(repeating: nil, count: evaluation.program.cells.count)
    for (place, cell) in named.enumerated() where order[cell.index] == nil { order[cell.index] = place }
    self.order = order
  }

  private var rule: Rule { matter.rule }

  /// The steps among the cells that were used, earlier ones first; `all` adds every step of the rule.
  func steps(
    used: [CellID], requirement: Requirement?, all: Bool, replaced: [CellID: CellID]
  ) -> [StepResult] {
    var cells = used
    for (step, new) in replaced where used.contains(new) { cells.append(step) }
    if all { cells += rule.steps + (requirement?.steps ?? []) }
    var places = cells.compactMap { cell in order[cell.index].map { (place: $0, cell: cell) } }
    places.sort { $0.place < $1.place }
    var results: [StepResult] = []
    var last: Int?
    for (place, cell) in places where place != last {
      results.append(result(of: cell, replaced: replaced))
      last = place
    }
    return results
  }

  /// What the rule's steps rest on.
  func grounds(of requirement: Requirement?) -> [ExpandedGrounds] {
    (rule.steps + (requirement?.steps ?? [])).map { evaluation.expand(evaluation.evaluate($0).grounds) }
  }

  private func result(of step: CellID, replaced: [CellID: CellID]) -> StepResult {
    if let known = shared[step.index] { return known }
    // The cells are looked at in place: each holds many things that a copy would have to count.
    let cells = evaluation.program.cells
    let shown = replaced[step]?.index ?? step.index
    let evaluated = evaluation.evaluate(step)
    let isHidden = !confidentiality.isEmpty && confidentiality.hides(evaluation.expand(evaluated.grounds))
    let value = values.write(evaluated.value, as: cells[step.index].expression.type)
    let unmoved = PeriodEnd(evaluation, values).unmoved(of: cells[shown].expression, moved: evaluated.value)
    let result = StepResult(
      name: cells[step.index].name, title: cells[step.index].title,
      expression: cells[shown].expression.source.text, value: confidentiality.marked(value, if: isHidden),
      unmoved: unmoved.map { confidentiality.marked($0, if: isHidden) })
    if !cells[step.index].dependsOnSubject, replaced.isEmpty { shared[step.index] = result }
    return result
  }
}
