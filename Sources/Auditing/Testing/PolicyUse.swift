import Expressions
import Policies

/// Which rules and measures of a policy use its parameters, tables and steps, directly or through steps.
struct PolicyUse: Sendable {
  /// Ids of rules and measures by the parameters' places.
  private(set) var parameters: [Int: Set<String>] = [:]
  /// By the tables' places.
  private(set) var tables: [Int: Set<String>] = [:]
  /// By the places of steps and definitions.
  private(set) var cells: [Int: Set<String>] = [:]
  /// The days of each rule and measure.
  private let periods: [String: Period]

  /// Follows every expression of a policy.
  init(_ policy: Policy) {
    periods = Dictionary(
      policy.rules.map { ($0.id, policy.inForce.intersection($0.inForce)) }
        + policy.measures.map { ($0.id, policy.inForce) }, uniquingKeysWith: { first, _ in first })
    for rule in policy.rules { follow(rule.terms(of: policy), of: rule.id, in: policy.program) }
    for measure in policy.measures { follow(measure.terms(of: policy), of: measure.id, in: policy.program) }
  }

  /// Whether one of some rules and measures is in force on one of some days; nil: whatever their days are.
  func isAny(of rules: Set<String>?, inForceOn days: Period) -> Bool {
    guard let rules else { return true }
    return rules.contains { rule in
      guard let both = periods[rule]?.intersection(days) else { return false }
      return both.from.map { from in both.to.map { from <= $0 } ?? true } ?? true
    }
  }

  private mutating func follow(_ terms: [Term], of id: String, in program: Program) {
    var open = terms
    while let term = open.popLast() {
      open += term.children
      if case .parameter(let index) = term { parameters[index, default: []].insert(id) }
      if case .table(let index, _, _) = term { tables[index, default: []].insert(id) }
      if case .cell(let cell) = term, cells[cell.index, default: []].insert(id).inserted {
        open.append(program.cells[cell.index].expression.term)
      }
    }
  }
}

extension Rule {
  /// Everything that the rule computes, for its texts too.
  fileprivate func terms(of policy: Policy) -> [Term] {
    var terms: [Term] = [.cell(asOf ?? policy.asOf)]
    terms += subjects.map(\.list.term) + [appliesWhen, manualWhen].compactMap { $0?.term }
    terms += steps.map { .cell($0) } + [cost.map { .cell($0.value) }].compactMap { $0 }
    terms += [question, messageIfNone, remedyIfNone].flatMap { $0?.values.map(\.term) ?? [] }
    for requirement in requirements {
      terms += [requirement.message, requirement.remedy].flatMap { $0?.values.map(\.term) ?? [] }
      terms += requirement.steps.map { .cell($0) } + [requirement.condition?.term].compactMap { $0 }
      terms += [requirement.actual, requirement.expected, requirement.deadline?.cell].compactMap { $0 }.map {
        .cell($0)
      }
    }
    for exception in exceptions {
      terms += [exception.when.term] + [exception.proof?.term].compactMap { $0 }
      if case .replace(let steps) = exception.relief { terms += steps.values.map { .cell($0) } }
    }
    return terms
  }
}

extension Measure {
  /// Everything that the measure computes.
  fileprivate func terms(of policy: Policy) -> [Term] {
    [.cell(policy.asOf), .cell(value)] + subjects.map(\.list.term) + steps.map { .cell($0) }
  }
}
