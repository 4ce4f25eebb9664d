import Diagnostics

/// What documents consist of, in the order in which it is read.
///
/// A template puts blocks one after the other into a `BlockWriter`; no document is held in memory as a whole. A
/// table is its head, its rows and its end; a group is its start, its blocks and its end. Groups and tables are never
/// nested.
package enum Block: Sendable, Hashable {
  /// The document's own title.
  case title(String)
  /// Begins a section; the level counts from 1 to 3. An anchor can be led to from elsewhere in the document.
  case heading([Run], level: Int, anchor: String? = nil)
  /// A text of its own.
  case paragraph([Run], ParagraphStyle = .body)
  /// A point of a list with its label (`가.`, `1)`, `-`); the level counts from 1.
  case item([Run], label: String, level: Int)
  /// Labels with texts beside them, as the title block of an official document has them.
  case rows([LabelledRow])
  /// Begins a table.
  case tableStart(TableHead)
  /// A row of the table that was begun, with a cell for each of its columns.
  case tableRow([TableCell])
  /// Ends the table.
  case tableEnd
  /// A line of a scheme with the part that is meant.
  case source(SourceLine)
  /// Figures to be drawn; formats that do not draw write them as a table.
  case chart(Chart)
  /// Begins what is told of one finding or of several that say the same.
  case groupStart(FindingGroup)
  /// Ends it.
  case groupEnd
  /// What follows begins on a page of its own, where there are pages.
  case pageBreak
}

/// What kind of paragraph it is, for the eye.
package enum ParagraphStyle: Sendable, Hashable {
  /// Ordinary.
  case body
  /// Below a point or heading, set in.
  case inset
  /// What a reader must see before anything else: what kind of document was audited, what was withheld.
  case banner
  /// A remark in small letters.
  case note
  /// In the middle, as the name of the body that signs.
  case centered
  /// At the right edge, as a date or "끝." of a table of its own.
  case trailing
}

/// A label with what stands beside it; several paragraphs stand one below the other.
package struct LabelledRow: Sendable, Hashable {
  /// What it is, safe to show: it may be the name of a fact.
  package private(set) var label: String
  /// What is said.
  package var text: [[Run]]

  /// A label with one paragraph.
  package init(_ label: String, _ text: [Run]) {
    self.label = Printable.escaped(label)
    self.text = [text]
  }

  /// A label with several paragraphs.
  package init(_ label: String, paragraphs: [[Run]]) {
    self.label = Printable.escaped(label)
    text = paragraphs
  }
}

/// A line of a scheme.
package struct SourceLine: Sendable, Hashable {
  /// The file as the user gave it.
  package var file: String
  /// Its number, from 1.
  package var number: Int
  /// The line's text before the part that is meant, the part, and what follows.
  package var before: String
  /// The part that is meant.
  package var marked: String
  /// What follows it.
  package var after: String

  /// A line of a scheme.
  package init(file: String, number: Int, before: String, marked: String, after: String) {
    self.file = file
    self.number = number
    self.before = before
    self.marked = marked
    self.after = after
  }
}

/// What readers may look for when they leave out the rest: a finding, or several that say the same.
package struct FindingGroup: Sendable, Hashable {
  /// Unique in the document; other blocks may lead here.
  package var anchor: String
  /// Codes of the effect and outcome, such as `law` and `fail`.
  package var effect: String
  package var outcome: String
  /// The policy's and the rule's id.
  package var policy: String
  package var rule: String
  /// How many findings it tells.
  package var findings: Int
  /// What people call the operators and services that the findings are about, each with the number of its findings.
  package var owners: [Share]
  /// What people call the subjects, each with the number of its findings.
  package var subjects: [Share]

  /// Some of the findings of a group, by what they are about.
  package struct Share: Sendable, Hashable {
    /// What people call it.
    package var name: String
    /// How many findings are about it.
    package var findings: Int

    /// Some of the findings of a group.
    package init(_ name: String, _ findings: Int = 1) {
      self.name = name
      self.findings = findings
    }
  }

  /// A group of findings that say the same.
  package init(
    anchor: String, effect: String, outcome: String, policy: String, rule: String, findings: Int,
    owners: [Share], subjects: [Share]
  ) {
    self.anchor = anchor
    self.effect = effect
    self.outcome = outcome
    self.policy = policy
    self.rule = rule
    self.findings = findings
    self.owners = owners
    self.subjects = subjects
  }
}
