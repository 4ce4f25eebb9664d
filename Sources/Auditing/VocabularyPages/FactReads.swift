import Expressions
import Policies
import Schemes

/// Which rules of which policies read the facts of a vocabulary, directly or through steps, definitions and derived facts.
struct FactReads: Sendable {
  /// The rules that read a fact, by policy.
  struct Readers: Sendable {
    /// Id of the policy.
    var policy: String
    /// Rules and measures that it decides in.
    var deciding: [String] = []
    /// Rules and measures that only show it, in a message or beside the outcome.
    var showing: [String] = []
  }

  /// Per policy: each rule with what decides it and what it shows.
  private let policies: [(id: String, rules: [(id: String, deciding: Set<FieldID>, shown: Set<FieldID>)])]

  /// Looks through all policies of a vocabulary.
  init(_ set: PolicySet, vocabulary: String) {
    policies = set.policies.filter { $0.vocabulary == vocabulary }.map { policy in
      let rules = policy.rules.map { rule in
        (rule.id, Self.reads(rule.decidingTerms(in: policy), policy), Self.reads(rule.shownTerms, policy))
      }
      let measures = policy.measures.map { measure in
        let terms = measure.subjects.map(\.list.term) + [.cell(measure.value), .cell(policy.asOf)]
        return (measure.id, Self.reads(terms, policy), Set<FieldID>())
      }
      return (policy.id, rules + measures)
    }
  }

  /// The rules that read any of some facts.
  func readers(of facts: Set<FieldID>) -> [Readers] {
    policies.compactMap { policy in
      var readers = Readers(policy: policy.id)
      for rule in policy.rules {
        if !rule.deciding.isDisjoint(with: facts) {
          readers.deciding.append(rule.id)
        } else if !rule.shown.isDisjoint(with: facts) {
          readers.showing.append(rule.id)
        }
      }
      return readers.deciding.isEmpty && readers.showing.isEmpty ? nil : readers
    }
  }

  /// Every fact that terms of a policy may read.
  private static func reads(_ terms: [Term], _ policy: Policy) -> Set<FieldID> {
    let program = policy.program
    var fields: Set<FieldID> = []
    var cells: Set<CellID> = []
    var whole = terms
    while let term = whole.popLast() {
      let named = FieldReads.fields(of: term, in: program.environment, steps: program)
      for field in named where fields.insert(field).inserted {
        if let derived = program.environment.field(field).derived { whole.append(derived.term) }
      }
      var parts = [term]
      while let part = parts.popLast() {
        var steps: [CellID] = []
        switch part {
        case .cell(let cell): steps.append(cell)
        case .parameter(let index): if let date = program.parameters[index].asOf { steps.append(date) }
        case .table(let index, _, _): if let date = program.tables[index].asOf { steps.append(date) }
        case .follow(_, let reference):
          fields.insert(FieldID(record: TypeEnvironment.root, slot: reference.list))
        default: break
        }
        for cell in steps where cells.insert(cell).inserted {
          whole.append(program.cells[cell.index].expression.term)
        }
        parts += part.children
      }
    }
    return fields
  }
}

extension Rule {
  /// What its outcome may depend on.
  fileprivate func decidingTerms(in policy: Policy) -> [Term] {
    var terms = subjects.map(\.list.term) + [.cell(asOf ?? policy.asOf)]
    terms += [appliesWhen, manualWhen].compactMap { $0?.term }
    terms += requirements.compactMap { $0.condition?.term }
    for exception in exceptions {
      terms.append(exception.when.term)
      if let proof = exception.proof { terms.append(proof.term) }
      if case .replace(let new) = exception.relief { terms += new.values.map { .cell($0) } }
    }
    return terms
  }

  /// What it only shows.
  fileprivate var shownTerms: [Term] {
    let sides = requirements.flatMap { [$0.actual, $0.expected, $0.deadline?.cell].compactMap { $0 } }
    let texts =
      requirements.flatMap { [$0.message, $0.remedy] } + [question, messageIfNone, remedyIfNone]
    let steps = check == .requirements ? [] : self.steps + requirements.flatMap(\.steps)
    return (sides + steps + [cost?.value].compactMap { $0 }).map { .cell($0) }
      + texts.compactMap { $0 }.flatMap(\.terms)
  }
}

extension Template {
  /// The expressions of its placeholders.
  fileprivate var terms: [Term] {
    (ko + en).compactMap { piece in
      switch piece {
      case .text: nil
      case .value(let placeholder): placeholder.value.term
      }
    }
  }
}
