import Diagnostics
import Expressions
import Findings
import Schemes

/// Writes a scheme's facts as grounds of findings, each once for all findings that rest on it.
final class FactWriter {
  /// The scheme's facts.
  let facts: Facts
  private let values: ValueWriter
  private let sources: (FactID) -> LocalizedText?
  private var evidence: [FactID: Evidence] = [:]
  private var missing: [Gap: MissingFact] = [:]
  private var assumed: [FactID: AssumedFact] = [:]
  private var lists: [FactID: ListGround] = [:]

  private struct Gap: Hashable {
    var fact: FactID
    var kind: MissingKind
  }

  /// - Parameter sources: what a fact's statement rests on, where the scheme names its sources.
  init(facts: Facts, values: ValueWriter, sources: @escaping (FactID) -> LocalizedText?) {
    self.facts = facts
    self.values = values
    self.sources = sources
  }

  /// A stated fact with its value and place.
  func evidence(_ fact: FactID) -> Evidence {
    if let known = evidence[fact] { return known }
    let field = facts.field(of: fact)
    let place = facts.span(of: fact).location
    let new = Evidence(
      path: facts.path(of: fact), name: field.label, value: values.write(facts[fact], as: field.type),
      file: place.file, line: place.line, column: place.column, source: sources(fact))
    evidence[fact] = new
    return new
  }

  /// A fact that was needed, with the place where it could be stated.
  func missing(_ fact: FactID, _ kind: MissingKind) -> MissingFact {
    let gap = Gap(fact: fact, kind: kind)
    if let known = missing[gap] { return known }
    let field = facts.field(of: fact)
    let known: ReportValue? =
      switch kind {
      case .bounds, .disputed: values.write(facts[fact], as: field.type)
      case .missing, .none, .incomplete, .proof: nil
      }
    let new = MissingFact(
      kind: Self.kind(kind), path: facts.path(of: fact), name: field.label, value: known,
      location: ReportLocation(facts.span(of: fact)))
    missing[gap] = new
    return new
  }

  /// A fact that is not stated and was given a meaning.
  func assumed(_ fact: FactID) -> AssumedFact {
    if let known = assumed[fact] { return known }
    let field = facts.field(of: fact)
    let new = AssumedFact(
      path: facts.path(of: fact), name: field.label,
      value: field.absent.map { values.write($0, as: field.type) }, why: field.absentWhy)
    assumed[fact] = new
    return new
  }

  /// A list whose completeness mattered.
  func list(_ fact: FactID) -> ListGround {
    if let known = lists[fact] { return known }
    var count = 0
    if case .list(let list) = facts[fact] { count = facts.lists[list].elements.count }
    let new = ListGround(
      path: facts.path(of: fact), name: facts.field(of: fact).label, count: count,
      location: facts.span(of: fact).location)
    lists[fact] = new
    return new
  }

  private static func kind(_ kind: MissingKind) -> MissingFact.Kind {
    switch kind {
    case .missing: .missing
    case .none: .none
    case .bounds: .bounds
    case .disputed: .disputed
    case .incomplete: .incomplete
    case .proof: .proof
    }
  }
}
