package import Diagnostics
package import Expressions

/// One requirement of a policy, with an id that never changes.
package struct Rule: Sendable {
  /// How a rule is decided.
  package enum Check: String, Sendable {
    /// By its requirements.
    case requirements
    /// By a person, always.
    case manual
    /// Not at all: it informs.
    case info
  }

  package var id: String
  package var title: LocalizedText
  package var cite: Dated<LocalizedText>
  /// The requirement in plain words.
  package var text: Dated<LocalizedText>?
  package var severity: RuleSeverity
  /// The policy's, unless the rule says otherwise.
  package var legal: Legal
  /// The rule's own date expression; nil: the policy's.
  package var asOf: CellID?
  /// The rule's own days; the policy's hold besides.
  package var inForce = Period.always
  package var rationale: LocalizedText?
  package var sanction: LocalizedText?
  /// Rule that this one follows after a change of shape.
  package var replaces: String?
  package var appliesWhen: CheckedExpression?
  /// Whether `appliesWhen` names a subject or a step and is asked per subject.
  package var appliesPerSubject = false
  /// Lists from the outer to the inner; empty: the rule has one subject, the scheme.
  package var subjects: [SubjectList] = []
  /// What no subject means.
  package var ifNone = Outcome.notApplicable
  /// The rule's `let` steps in their order.
  package var steps: [CellID] = []
  package var check = Check.requirements
  /// One without id for `require`, or one for each of `parts`. One without condition for a rule that does not
  /// decide (`check: manual`, `check: info`), for the sides it shows.
  package var requirements: [Requirement] = []
  package var exceptions: [RuleException] = []
  package var manualWhen: CheckedExpression?
  package var question: Template?
  package var messageIfNone: Template?
  package var remedyIfNone: Template?
  package var cost: Cost?
  package var waivable: Waivable?
  package var span: SourceSpan

  package init(
    id: String, title: LocalizedText, cite: Dated<LocalizedText>, severity: RuleSeverity, legal: Legal,
    span: SourceSpan
  ) {
    self.id = id
    self.title = title
    self.cite = cite
    self.severity = severity
    self.legal = legal
    self.span = span
  }
}

/// One of the lists whose elements a rule is applied to.
package struct SubjectList: Sendable {
  /// The name that expressions use for the element; its local is its place in `Rule.subjects`.
  package var name: String
  package var list: CheckedExpression
  /// Type of the list's elements.
  package var element: ValueType

  package init(name: String, list: CheckedExpression, element: ValueType) {
    self.name = name
    self.list = list
    self.element = element
  }
}

/// What must hold, with the two sides to show and what to say.
package struct Requirement: Sendable {
  /// A part's id; nil for the rule's own `require`.
  package var id: String?
  package var title: LocalizedText?
  package var cite: LocalizedText?
  /// The part's own steps.
  package var steps: [CellID] = []
  package var condition: CheckedExpression?
  package var actual: CellID?
  package var expected: CellID?
  package var actualText: LocalizedText?
  package var expectedText: LocalizedText?
  package var message: Template?
  package var remedy: Template?
  package var span: SourceSpan

  package init(id: String?, span: SourceSpan) {
    self.id = id
    self.span = span
  }
}

/// A case in which a rule asks something else, or nothing.
package struct RuleException: Sendable {
  /// What a granted exception gives.
  package enum Relief: Sendable {
    case notRequired
    /// Steps that are computed another way: old → new.
    case replace([CellID: CellID])
  }

  package var id: String
  package var title: LocalizedText
  package var cite: LocalizedText?
  package var inForce: Period
  package var when: CheckedExpression
  /// The fact that must be stated as proof, as a `stated(path)` term.
  package var proof: CheckedExpression?
  package var relief: Relief
  /// A person must confirm an outcome that differs from the verdict.
  package var needsReview: Bool
  package var span: SourceSpan

  package init(
    id: String, title: LocalizedText, cite: LocalizedText? = nil, inForce: Period = .always,
    when: CheckedExpression, proof: CheckedExpression? = nil, relief: Relief, needsReview: Bool = false,
    span: SourceSpan
  ) {
    self.id = id
    self.title = title
    self.cite = cite
    self.inForce = inForce
    self.when = when
    self.proof = proof
    self.relief = relief
    self.needsReview = needsReview
    self.span = span
  }
}

/// What it costs to mend a failure.
package struct Cost: Sendable {
  package var title: LocalizedText
  package var value: CellID

  package init(title: LocalizedText, value: CellID) {
    self.title = title
    self.value = value
  }
}

/// Who may accept a deviation, and on what basis.
package struct Waivable: Sendable {
  /// Ids of the bodies.
  package var by: [String]
  package var basis: LocalizedText

  package init(by: [String], basis: LocalizedText) {
    self.by = by
    self.basis = basis
  }
}
