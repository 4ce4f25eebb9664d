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

  /// Its id.
  package var id: String
  /// What people call it.
  package var title: LocalizedText
  /// Where the requirement stands, with the article number of the day.
  package var cite: Dated<LocalizedText>
  /// The requirement in plain words.
  package var text: Dated<LocalizedText>?
  /// How much it matters.
  package var severity: RuleSeverity
  /// The policy's, unless the rule says otherwise.
  package var legal: Legal
  /// The rule's own date expression; nil: the policy's.
  package var asOf: CellID?
  /// The rule's own days; the policy's hold besides.
  package var inForce = Period.always
  /// Why it is asked.
  package var rationale: LocalizedText?
  /// What follows from a violation.
  package var sanction: LocalizedText?
  /// Rule that this one follows after a change of shape.
  package var replaces: String?
  /// When the rule applies at all; nil: always.
  package var appliesWhen: CheckedExpression?
  /// Whether `appliesWhen` names a subject or a step and is asked per subject.
  package var appliesPerSubject = false
  /// Lists from the outer to the inner; empty: the rule has one subject, the scheme.
  package var subjects: [SubjectList] = []
  /// What no subject means: the word of the outermost list.
  package var ifNone: Outcome { subjects.first?.ifNone ?? .notApplicable }
  /// The rule's `let` steps in their order.
  package var steps: [CellID] = []
  /// How it is decided.
  package var check = Check.requirements
  /// One without id for `require`, or one for each of `parts`. One without condition for a rule that does not
  /// decide (`check: manual`, `check: info`), for the sides it shows.
  package var requirements: [Requirement] = []
  /// Cases in which it asks something else.
  package var exceptions: [RuleException] = []
  /// When a person decides.
  package var manualWhen: CheckedExpression?
  /// What that person is asked.
  package var question: Template?
  /// What to say where there is no subject.
  package var messageIfNone: Template?
  /// What to do where there is no subject.
  package var remedyIfNone: Template?
  /// What mending costs.
  package var cost: Cost?
  /// Who may accept a deviation; nil: nobody.
  package var waivable: Waivable?
  /// Its place in the file.
  package var span: SourceSpan
  /// Whether it stands for a measure of the policy.
  package var isMeasure = false

  /// A rule of which only the head is known; the rest is set as it is read.
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
  /// The elements.
  package var list: CheckedExpression
  /// Type of the list's elements.
  package var element: ValueType
  /// What it means that the list is empty; nil: not stated.
  package var ifNone: Outcome?

  /// A list with the name that its element goes by.
  package init(name: String, list: CheckedExpression, element: ValueType, ifNone: Outcome? = nil) {
    self.name = name
    self.list = list
    self.element = element
    self.ifNone = ifNone
  }
}

/// What must hold, with the two sides to show and what to say.
package struct Requirement: Sendable {
  /// A part's id; nil for the rule's own `require`.
  package var id: String?
  /// What people call it.
  package var title: LocalizedText?
  /// Where it stands, with the article number of the day.
  package var cites: Dated<LocalizedText>?
  /// The part's own steps.
  package var steps: [CellID] = []
  /// What must hold; nil: it only shows its sides.
  package var condition: CheckedExpression?
  /// The value that the scheme states.
  package var actual: CellID?
  /// The value that the rule asks for.
  package var expected: CellID?
  /// The last day on which it can be met; nil: it has none.
  package var deadline: Deadline?
  /// Words in place of the actual value.
  package var actualText: LocalizedText?
  /// Words in place of the expected value.
  package var expectedText: LocalizedText?
  /// What to say of a failure.
  package var message: Template?
  /// What to do about it.
  package var remedy: Template?
  /// Its place in the file.
  package var span: SourceSpan

  /// A requirement that asks nothing yet; its properties are set as they are read.
  package init(id: String?, span: SourceSpan) {
    self.id = id
    self.span = span
  }
}

/// A case in which a rule asks something else, or nothing.
package struct RuleException: Sendable {
  /// What a granted exception gives.
  package enum Relief: Sendable {
    /// Nothing is asked.
    case notRequired
    /// Steps that are computed another way: old → new.
    case replace([CellID: CellID])
  }

  /// Its id.
  package var id: String
  /// What people call it.
  package var title: LocalizedText
  /// Where it stands, with the article number of the day.
  package var cites: Dated<LocalizedText>?
  /// The days on which it is open.
  package var inForce: Period
  /// What must be true for it.
  package var when: CheckedExpression
  /// The fact that must be stated as proof, as a `stated(path)` term.
  package var proof: CheckedExpression?
  /// What it gives.
  package var relief: Relief
  /// A person must confirm an outcome that differs from the verdict.
  package var needsReview: Bool
  /// Its place in the file.
  package var span: SourceSpan

  /// An exception whose condition and proof have been checked.
  package init(
    id: String, title: LocalizedText, cites: Dated<LocalizedText>? = nil, inForce: Period = .always,
    when: CheckedExpression, proof: CheckedExpression? = nil, relief: Relief, needsReview: Bool = false,
    span: SourceSpan
  ) {
    self.id = id
    self.title = title
    self.cites = cites
    self.inForce = inForce
    self.when = when
    self.proof = proof
    self.relief = relief
    self.needsReview = needsReview
    self.span = span
  }

  /// Where it stands now: the last of `cites`.
  package var cite: LocalizedText? { cites?.versions.last?.value }
}

/// What it costs to mend a failure.
package struct Cost: Sendable {
  /// What people call it.
  package var title: LocalizedText
  /// The amount.
  package var value: CellID

  /// A cost whose amount is a cell of the policy's program.
  package init(title: LocalizedText, value: CellID) {
    self.title = title
    self.value = value
  }
}

/// Until when a requirement can be met.
package struct Deadline: Sendable {
  /// What sets its end.
  package enum End: Sendable {
    /// The last day or moment, a date or timestamp.
    case last(CellID)
    /// Words without a number, such as `without delay`, and the date or timestamp from which they run.
    case words(LocalizedText, from: CellID?)
  }

  /// What people call it; nil: by the requirement's own title.
  package var title: LocalizedText?
  /// What sets its end.
  package var end: End

  /// A deadline whose days are cells of the policy's program.
  package init(title: LocalizedText?, end: End) {
    self.title = title
    self.end = end
  }

  /// The cell that it is counted by, if any.
  package var cell: CellID? {
    switch end {
    case .last(let cell): cell
    case .words(_, let from): from
    }
  }
}

/// Who may accept a deviation, and on what basis.
package struct Waivable: Sendable {
  /// Ids of the bodies.
  package var by: [String]
  /// The provision that allows it.
  package var basis: LocalizedText

  /// Bodies by their ids, and what entitles them.
  package init(by: [String], basis: LocalizedText) {
    self.by = by
    self.basis = basis
  }

  /// Stands among a policy's lost names where what a rule says of waivers has an error.
  static func mark(of rule: String) -> String { "waivable " + rule }
}
