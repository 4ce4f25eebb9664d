import Diagnostics
import Expressions
import Findings
import Policies

/// What a rule takes in place of facts that nobody has stated, where its expressions say `opt(fact, value)`.
struct FactFallbacks {
  /// What stands in place of a fact.
  private enum Fallback {
    /// The values that are written where the rule asks for the fact.
    case written([Value])
    /// Something that is computed.
    case computed
    /// It depends on where the rule asks.
    case various
  }

  /// A rule asks for few facts in this way.
  private var fallbacks: [(field: FieldID, fallback: Fallback)] = []

  /// Reads everything that a rule computes.
  init(_ matter: RuleOfPolicy, in program: Program) {
    var steps = Steps(count: program.cells.count)
    for term in matter.rule.readTerms { read(term, &steps) }
    read(.cell(matter.rule.asOf ?? matter.policy.asOf), &steps)
    while let cell = steps.pending.popLast() { read(program.cells[cell.index].expression.term, &steps) }
  }

  /// The steps that the terms read so far name.
  private struct Steps {
    /// Those whose own terms are still to be read.
    var pending: [CellID] = []
    /// By the steps' places in the program.
    private var isKnown: [Bool]

    init(count: Int) { isKnown = Array(repeating: false, count: count) }

    mutating func add(_ cell: CellID) {
      if isKnown[cell.index] { return }
      isKnown[cell.index] = true
      pending.append(cell)
    }
  }

  private mutating func read(_ term: Term, _ steps: inout Steps) {
    switch term {
    case .cell(let cell): steps.add(cell)
    case .opt(_, let field, let fallback):
      if case .constant(let value) = fallback {
        add(.written([value]), for: field)
      } else {
        add(.computed, for: field)
      }
    // Where it is also asked whether the fact is stated, silence has a meaning of its own.
    case .has(_, let field): set(.various, for: field)
    case .constant, .local, .parameter, .root, .field, .follow, .and, .or, .not, .conditional, .equals,
      .compare, .arithmetic, .negate, .contains, .index, .select, .list, .map, .call, .table, .macro, .stated,
      .hasKey, .find, .error:
      break
    }
    term.forEachChild { read($0, &steps) }
  }

  private mutating func add(_ fallback: Fallback, for field: FieldID) {
    switch (self.fallback(of: field), fallback) {
    case (nil, _): set(fallback, for: field)
    case (.computed?, .computed): break
    case (.written(let known)?, .written(let new)): set(.written(known + new), for: field)
    case (.written?, _), (.computed?, _), (.various?, _): set(.various, for: field)
    }
  }

  private func fallback(of field: FieldID) -> Fallback? {
    fallbacks.first { $0.field == field }?.fallback
  }

  private mutating func set(_ fallback: Fallback, for field: FieldID) {
    if let place = fallbacks.firstIndex(where: { $0.field == field }) {
      fallbacks[place].fallback = fallback
    } else {
      fallbacks.append((field, fallback))
    }
  }

  /// What is taken in place of a fact; nil where it counts as none, or is not the same everywhere in the rule.
  func value(of field: FieldID, as type: ValueType, _ values: ValueWriter) -> ReportValue? {
    switch fallback(of: field) {
    case .written(let written)?:
      Self.only(written.map { values.write($0, as: type) })
    case .computed?:
      ReportValue(
        .string, "fallback", label: LocalizedText(ko: "기준이 대신 쓰는 값", en: "what the policy uses instead"))
    case .various?, nil: nil
    }
  }

  private static func only(_ values: [ReportValue]) -> ReportValue? {
    values.first.flatMap { first in values.allSatisfy { $0 == first } ? first : nil }
  }
}

extension Rule {
  /// The terms that the rule evaluates, steps by their names.
  fileprivate var readTerms: [Term] {
    var terms = subjects.map(\.list.term) + [appliesWhen, manualWhen].compactMap { $0?.term }
    for requirement in requirements {
      if let condition = requirement.condition { terms.append(condition.term) }
      terms += [requirement.actual, requirement.expected, requirement.deadline?.cell].compactMap { $0 }.map {
        .cell($0)
      }
      terms += requirement.steps.map { .cell($0) }
    }
    terms += steps.map { .cell($0) }
    for exception in exceptions {
      terms.append(exception.when.term)
      if let proof = exception.proof { terms.append(proof.term) }
      if case .replace(let new) = exception.relief { terms += new.values.map { .cell($0) } }
    }
    return terms
  }
}
