import Diagnostics
import Findings

/// All that company staff have to do about a report, as every format of the fix list tells it.
struct FixPlan {
  /// The phrases of the document's language.
  let words: FindingWords
  /// What to change, by owner.
  let changes: [Change]
  /// What to supply, by owner.
  let supplies: [Supply]
  /// Which facts go together.
  let sets: [SupplySet]
  /// What only the policies' side can supply.
  let gaps: [PolicyGap]
  /// Findings that a person decides, as places in the report's findings.
  let questions: [Int]
  /// Rules that could not be decided because they contradict themselves.
  let errors: [Int]
  /// The deadlines.
  let deadlines: [DeadlineLine]
  /// Whose elements are whose.
  let elements: SchemeElements

  /// The report.
  var report: AuditReport { words.report }

  /// What there is to do about the report of some phrases.
  init(_ words: FindingWords) {
    self.words = words
    let report = words.report
    elements = SchemeElements(words)
    changes = Change.changes(of: words, elements)
    supplies = Supply.supplies(of: report, elements)
    sets = SupplySet.sets(of: report)
    gaps = PolicyGap.gaps(of: report, words.language)
    questions = report.findings.indices.filter { report.findings[$0].outcome == .manual }
    errors = report.findings.indices.filter { report.findings[$0].outcome == .error }
    deadlines = DeadlineLine.lines(of: report, words.language)
  }

  /// Everybody who has something to change or to supply, in order.
  var owners: [Owner] {
    var seen: Set<Owner> = []
    return (changes.map(\.owner) + supplies.map(\.owner)).filter { seen.insert($0).inserted }
      .sorted(by: Owner.precedes)
  }

  /// Whose element a finding is about.
  func owner(of finding: Finding) -> Owner {
    elements.owner(of: finding)
  }
}
