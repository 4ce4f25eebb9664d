import Diagnostics
import Expressions
import Findings
import YAMLTree

/// Chooses the place in the scheme that a reader of a finding should look at first.
struct PlaceFinder {
  /// The scheme's facts.
  let facts: Facts
  /// Tells which lines state something confidential.
  let confidentiality: Confidentiality

  /// The fact of the subject that was compared, else the subject, else what is missing, was compared or decided.
  func place(
    of subject: Subject?, sides: [ExpandedGrounds], grounds: ExpandedGrounds, _ outcome: Outcome
  ) -> ReportLocation? {
    let element = subject?.locals.reversed().compactMap { local in
      if case .record(.fact(let record)) = local { record } else { nil }
    }.first
    let compared = sides.flatMap(\.reads)
    if let element {
      let own = compared.first { facts.owner(of: $0) == element }
      return confidentiality.location(own.map { facts.span(of: $0) } ?? facts.records[element].node.span)
    }
    let missing = grounds.missing.first?.fact
    let awaited = outcome == .unknown ? missing : nil
    // The dates and the gate are read first, what decided last.
    let fact =
      awaited ?? compared.first ?? sides.flatMap(\.lists).first ?? missing ?? grounds.reads.last
      ?? grounds.lists.first ?? grounds.assumed.first
    return fact.map { confidentiality.location(facts.span(of: $0)) }
  }
}
