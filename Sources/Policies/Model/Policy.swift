package import Diagnostics
package import Expressions

/// One guideline, loaded and checked against a vocabulary.
package struct Policy: Sendable {
  /// An id that never changes.
  package var id: String
  /// The version that the author gave it.
  package var version: String
  /// What people call it.
  package var title: LocalizedText
  /// The vocabulary whose schemes it audits.
  package var vocabulary: String
  /// Who issued it, with the name of the day.
  package var authority: Dated<Authority>
  /// Its legal nature.
  package var legal: Legal
  /// What citations may begin with, by key.
  package var sources: [String: Source]
  /// The days on which it holds; a rule may narrow them.
  package var inForce: Period
  /// The date that picks versions unless a rule, parameter or table has its own.
  package var asOf: CellID
  /// Whether a body has approved the wording; nil: none has.
  package var review: Review?
  /// Parameters, tables, definitions and steps of all rules, ready to run.
  package var program: Program
  /// The definitions in their order.
  package var definitions: [CellID]
  /// The rules in their order.
  package var rules: [Rule]
  /// Named quantities in their order.
  package var measures: [Measure]
  /// Where it was read from.
  package var file: SourceFile
  /// Names that the file of a policy with errors declares or may declare: not to find one is no problem of what
  /// names it. Empty for a policy that can be used.
  package var lostNames: Set<String> = []

  /// A policy whose rules and program have been checked.
  package init(
    id: String, version: String, title: LocalizedText, vocabulary: String, authority: Dated<Authority>,
    legal: Legal, sources: [String: Source] = [:], inForce: Period = .always, asOf: CellID,
    review: Review? = nil, program: Program, definitions: [CellID] = [], rules: [Rule],
    measures: [Measure] = [], file: SourceFile
  ) {
    self.id = id
    self.version = version
    self.title = title
    self.vocabulary = vocabulary
    self.authority = authority
    self.legal = legal
    self.sources = sources
    self.inForce = inForce
    self.asOf = asOf
    self.review = review
    self.program = program
    self.definitions = definitions
    self.rules = rules
    self.measures = measures
    self.file = file
  }
}

/// Who issued a text, with the name it bore on a date.
package struct Authority: Sendable, Hashable {
  /// A register's id, such as `kr.msit`; `tool` for the tool's own criteria.
  package var id: String
  /// The name it bore.
  package var name: LocalizedText

  /// A body by its id with one of the names that it has borne.
  package init(id: String, name: LocalizedText) {
    self.id = id
    self.name = name
  }

  /// The id of criteria that no body has issued.
  package static let toolID = "tool"

  /// The tool itself, where no body has issued a text.
  package static let tool = Authority(
    id: toolID, name: LocalizedText(ko: "점검 도구(기관 기준 아님)", en: "the tool itself (no authority)"))
}

/// The legal nature of a policy or rule.
package struct Legal: Sendable {
  /// What kind of text it is.
  package var status: LegalStatus
  /// What weight it has: follows from the status unless the author says otherwise.
  package var effect: Effect
  /// What readers should know besides.
  package var note: LocalizedText?
  /// The provision that the text rests on.
  package var basis: LocalizedText?
  /// False: the text was not checked against its source.
  package var isVerified: Bool

  /// A nature; without an effect the status decides that.
  package init(
    status: LegalStatus, effect: Effect? = nil, note: LocalizedText? = nil, basis: LocalizedText? = nil,
    isVerified: Bool = true
  ) {
    self.status = status
    self.effect = effect ?? status.effect
    self.note = note
    self.basis = basis
    self.isVerified = isVerified
  }
}

/// A source that citations may begin with.
package struct Source: Sendable {
  /// What it is: `statute`, `proposed`, `news` …, in the author's word.
  package var kind: String?
  /// The full citation that stands for the key.
  package var cite: LocalizedText
  /// Where it can be read.
  package var url: String?
  /// What readers should know besides.
  package var note: LocalizedText?
  /// False: nobody compared the policy with it.
  package var isVerified: Bool

  /// A source as a policy's `sources` describes it.
  package init(
    kind: String?, cite: LocalizedText, url: String?, note: LocalizedText? = nil, isVerified: Bool = true
  ) {
    self.kind = kind
    self.cite = cite
    self.url = url
    self.note = note
    self.isVerified = isVerified
  }
}

/// Days from and to which something holds, both inclusive; nil is open.
package struct Period: Sendable, Hashable {
  /// First day.
  package var from: Day?
  /// Last day.
  package var to: Day?

  /// Days of which either end may be open.
  package init(from: Day? = nil, to: Day? = nil) {
    self.from = from
    self.to = to
  }

  /// Open at both ends.
  package static let always = Period()

  /// Whether a day lies in it.
  package func contains(_ day: Day) -> Bool {
    (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
  }
}

/// Whether a body has approved the policy's wording.
package struct Review: Sendable {
  /// How far the review is, in the author's word.
  package var status: String
  /// Who reviewed it.
  package var by: String?
  /// When.
  package var on: Day?
  /// The document that says so.
  package var document: String?

  /// A review; only `approved` counts as one that was passed.
  package init(status: String, by: String?, on: Day?, document: String?) {
    self.status = status
    self.by = by
    self.on = on
    self.document = document
  }
}

/// A named quantity per subject, shown as information.
package struct Measure: Sendable {
  /// An id that never changes.
  package var id: String
  /// What people call it.
  package var title: LocalizedText
  /// Where it rests.
  package var cite: LocalizedText?
  /// Lists from the outer to the inner; empty: one value for the scheme.
  package var subjects: [SubjectList]
  /// Its `let` steps in their order.
  package var steps: [CellID]
  /// The quantity.
  package var value: CellID
  /// Place of its id.
  package var span: SourceSpan

  /// A measure whose value is a cell of the policy's program.
  package init(
    id: String, title: LocalizedText, cite: LocalizedText? = nil, subjects: [SubjectList] = [],
    steps: [CellID] = [], value: CellID, span: SourceSpan
  ) {
    self.id = id
    self.title = title
    self.cite = cite
    self.subjects = subjects
    self.steps = steps
    self.value = value
    self.span = span
  }
}
