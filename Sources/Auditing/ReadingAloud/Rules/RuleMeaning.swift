import Diagnostics
import Expressions
import Policies

/// What one rule says, before a language gives it words.
struct RuleMeaning {
  /// A definition or step and what it is.
  struct Step {
    /// What people call it, unlike any other name of the rule.
    var name: Name
    /// What it is computed from.
    var value: Quantity
    /// The unit it declares, where the computation itself gives none.
    var unit: String?
  }

  /// `require`, or one of the parts.
  struct Demand {
    /// What the policy says of it: id, title, citation.
    var requirement: Requirement
    /// A part's own steps; empty for `require`, whose steps are the rule's.
    var steps: [Step]
    /// What must hold; nil for a rule that does not decide.
    var condition: Statement?
    /// The side of the scheme; nil where the policy shows none.
    var actual: Quantity?
    /// The side of the rule; nil where the policy shows none.
    var expected: Quantity?
    /// The last day on which it can be met, or the day from which the words of its deadline run.
    var deadline: Quantity?
    /// What a report says of a failure.
    var message: Words?
    /// What a report advises after a failure.
    var remedy: Words?
  }

  /// A case in which the rule asks something else.
  struct Relief {
    /// What the policy says of it: id, title, citation, days, review.
    var exception: RuleException
    /// What must be true for it; `true` where it hangs on its proof alone.
    var when: Statement
    /// That its proof is stated; nil where none is asked.
    var proof: Statement?
    /// Steps that are computed another way; empty: nothing is asked.
    var instead: [Step]
  }

  /// A text with placeholders.
  struct Words {
    /// Words, or a value in their midst.
    enum Piece {
      /// Words of the policy as they are.
      case text(String)
      /// A placeholder, with the two forms of a Korean particle that follows it.
      case value(Quantity, particle: (String, String)?)
    }

    /// The Korean text in its order.
    var ko: [Piece]
    /// The English text in its order.
    var en: [Piece]
  }

  /// A fact that the rule reads.
  struct Fact {
    /// Its place in the vocabulary.
    var id: FieldID
    /// It exists only where this holds.
    var when: Statement?
    /// What it is, where it follows from others.
    var derived: Quantity?
  }

  /// The date that picks versions, the rule's own or else the policy's.
  var asOf: Quantity
  /// `applies_when`; nil: it always applies.
  var gate: Statement?
  /// From the outer to the inner.
  var subjects: [(element: Element, list: Quantity)] = []
  /// Definitions that the rule uses, then its own steps.
  var definitions: [Step] = []
  /// The rule's `let`, without those of its parts.
  var steps: [Step] = []
  /// One for `require`, or one for each part.
  var demands: [Demand] = []
  /// Exceptions in their order.
  var reliefs: [Relief] = []
  /// When a person decides; nil: never, or always by `check: manual`.
  var manualWhen: Statement?
  /// What that person is asked.
  var question: Words?
  /// What a report says where there is no subject.
  var messageIfNone: Words?
  /// What a report advises where there is no subject.
  var remedyIfNone: Words?
  /// What mending costs.
  var cost: Quantity?
  /// In the order in which they are first read, those that derived facts read last.
  var facts: [Fact] = []
  /// Dates of parameters and tables that go by a date of their own, by the steps that give them.
  var dates: [CellID: Quantity] = [:]
  /// Parameters, tables, steps and functions that stand in any of it.
  var uses = TermReader.Uses()

  /// Reads a rule.
  init(policy: Policy, rule: Rule, names: NameBook) {
    var reader = TermReader(names: names, program: policy.program)
    let cells = policy.program.cells
    asOf = reader.quantity(cells[(rule.asOf ?? policy.asOf).index].expression)
    reader.bind(rule.subjects)
    for (local, subject) in rule.subjects.enumerated() {
      guard let element = reader.subject(local) else { continue }
      subjects.append((element, reader.quantity(subject.list)))
    }
    gate = rule.appliesWhen.map { reader.statement($0) }
    steps = rule.steps.map { Self.step($0, cells, &reader) }
    demands = rule.requirements.map { Self.demand($0, cells, &reader) }
    reliefs = rule.exceptions.map { Self.relief($0, cells, &reader) }
    if rule.check == .requirements { manualWhen = rule.manualWhen.map { reader.statement($0) } }
    question = rule.question.map { Self.words($0, &reader) }
    messageIfNone = rule.messageIfNone.map { Self.words($0, &reader) }
    remedyIfNone = rule.remedyIfNone.map { Self.words($0, &reader) }
    cost = rule.cost.map { reader.quantity(cells[$0.value.index].expression) }
    for cell in policy.definitions.reversed() where reader.uses.cells.contains(cell) {
      definitions.insert(Self.step(cell, cells, &reader), at: 0)
    }
    readDates(policy.program, &reader)
    readFacts(policy.program.environment, &reader)
    uses = reader.uses
  }

  private static func step(_ cell: CellID, _ cells: [Cell], _ reader: inout TermReader) -> Step {
    let expression = cells[cell.index].expression
    let (value, type) = reader.quantity(expression.term, as: expression.type)
    var unit: String?
    if case .number(let declared?) = expression.type, type != expression.type { unit = declared }
    return Step(name: reader.names.step(cell), value: value, unit: unit)
  }

  private static func demand(
    _ requirement: Requirement, _ cells: [Cell], _ reader: inout TermReader
  ) -> Demand {
    Demand(
      requirement: requirement, steps: requirement.steps.map { step($0, cells, &reader) },
      condition: requirement.condition.map { reader.statement($0) },
      actual: requirement.actual.map { reader.quantity(cells[$0.index].expression) },
      expected: requirement.expected.map { reader.quantity(cells[$0.index].expression) },
      deadline: requirement.deadline?.cell.map { reader.quantity(cells[$0.index].expression) },
      message: requirement.message.map { words($0, &reader) },
      remedy: requirement.remedy.map { words($0, &reader) })
  }

  private static func relief(
    _ exception: RuleException, _ cells: [Cell], _ reader: inout TermReader
  ) -> Relief {
    var instead: [Step] = []
    if case .replace(let replaced) = exception.relief {
      for (old, new) in replaced.sorted(by: { $0.key.index < $1.key.index }) {
        var step = step(new, cells, &reader)
        step.name = reader.names.step(old)
        instead.append(step)
      }
    }
    return Relief(
      exception: exception, when: reader.statement(exception.when),
      proof: exception.proof.map { reader.statement($0) }, instead: instead)
  }

  private static func words(_ template: Template, _ reader: inout TermReader) -> Words {
    func pieces(_ pieces: [Template.Piece]) -> [Words.Piece] {
      pieces.map { piece in
        switch piece {
        case .text(let text): .text(text)
        case .value(let placeholder):
          .value(reader.quantity(placeholder.value), particle: placeholder.particle)
        }
      }
    }
    return Words(ko: pieces(template.ko), en: pieces(template.en))
  }

  private mutating func readDates(_ program: Program, _ reader: inout TermReader) {
    let own =
      reader.uses.parameters.sorted().compactMap { program.parameters[$0].asOf }
      + reader.uses.tables.keys.sorted().compactMap { program.tables[$0].asOf }
    for cell in own where dates[cell] == nil {
      dates[cell] = reader.quantity(program.cells[cell.index].expression)
    }
  }

  /// Facts may follow from others, and those from others again.
  private mutating func readFacts(_ environment: TypeEnvironment, _ reader: inout TermReader) {
    while facts.count < reader.uses.facts.count {
      let id = reader.uses.facts[facts.count]
      let field = environment.field(id)
      facts.append(
        reader.ofElement(id.record) { reader in
          Fact(
            id: id, when: field.when.map { reader.statement($0) },
            derived: field.derived.map { reader.quantity($0) })
        })
    }
  }
}
