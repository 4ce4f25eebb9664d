import Diagnostics
import Expressions
import Findings
import YAMLTree

/// Chooses the place in the scheme that a reader of a finding should look at first.
final class PlaceFinder {
  private let facts: Facts
  private let confidentiality: Confidentiality

  /// Chooses among a scheme's lines; some of them state something confidential.
  init(facts: Facts, confidentiality: Confidentiality) {
    self.facts = facts
    self.confidentiality = confidentiality
  }

  /// Past so many lines none of them decided alone, and the subject is the better place.
  private static let fewLines = 4

  /// The fact of the subject that was compared, else the nearest of the few that decided a failure, else the subject,
  /// else what is missing, was compared or decided.
  func place(
    of place: RuleAudit.Place, sides: [ExpandedGrounds], grounds: ExpandedGrounds, _ outcome: Outcome
  ) -> ReportLocation? {
    let element = place.subject?.locals.reversed().compactMap { local in
      if case .record(.fact(let record)) = local { record } else { nil }
    }.first
    let compared = sides.flatMap(\.reads)
    if let element {
      let fact = decisive(compared, of: element, in: grounds, beside: place.around, outcome)
      return confidentiality.location(fact.map { facts.span(of: $0) } ?? facts.records[element].node.span)
    }
    let missing = grounds.missing.first?.fact
    let awaited = outcome == .unknown ? missing : nil
    // The dates and the gate are read first, what decided last.
    let fact =
      awaited ?? compared.first ?? sides.flatMap(\.lists).first ?? missing ?? grounds.reads.last
      ?? grounds.lists.first ?? grounds.assumed.first
    return fact.map { confidentiality.location(facts.span(of: $0)) }
  }

  /// The fact at which to look for how a subject came out; nil where the subject itself is the place.
  private func decisive(
    _ compared: [FactID], of element: Int, in grounds: ExpandedGrounds, beside around: ExpandedGrounds,
    _ outcome: Outcome
  ) -> FactID? {
    let isOwn = { (fact: FactID) in self.facts.owner(of: fact) == element }
    let ownCompared = compared.first(where: isOwn)
    switch outcome {
    case .fail, .waived: break
    case .pass, .unknown, .manual, .notApplicable, .notInForce, .notSelected, .info, .error:
      return ownCompared
    }
    // What made it a subject was read for both sides too, but decided nothing.
    let known = Set(around.reads)
    let telling = compared.filter { !known.contains($0) }
    if let own = telling.first(where: isOwn) { return own }
    let deciding = Set(grounds.reads)
    let few =
      compared.isEmpty ? grounds.reads.filter { !known.contains($0) } : telling.filter(deciding.contains)
    let lines = Set(few.map { self.facts.span(of: $0).location.line })
    // What a computation comes to is read last.
    if let last = few.last, lines.count <= Self.fewLines { return last }
    return ownCompared
  }
}
