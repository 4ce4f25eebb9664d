import Diagnostics
import Expressions
import Findings
import Schemes

/// Writes a scheme's facts as grounds of findings, each once for all findings that rest on it.
final class FactWriter {
  /// The scheme's facts.
  let facts: Facts
  private let values: ValueWriter
  private let sources: FactSources
  /// By the facts' slots.
  private var evidence: [Evidence?]
  /// By the records' places in the facts.
  private var recordPaths: [String?]
  /// By the facts' slots and the numbers of the kinds, then by slots alone.
  private var missing: [Int: MissingFact] = [:]
  private var assumed: [Int: AssumedFact] = [:]
  private var lists: [Int: ListGround] = [:]

  /// - Parameter sources: what a fact's statement rests on, where the scheme names its sources.
  init(facts: Facts, values: ValueWriter, sources: FactSources) {
    self.facts = facts
    self.values = values
    self.sources = sources
    evidence = Array(repeating: nil, count: facts.slots.count)
    recordPaths = Array(repeating: nil, count: facts.records.count)
  }

  /// `scheme.awards[A3]`; empty for the root.
  func path(ofRecord record: Int) -> String {
    if let known = recordPaths[record] { return known }
    guard let list = facts.records[record].list else { return "" }
    let new = path(of: facts.lists[list].fact) + "[" + facts.label(ofRecord: record) + "]"
    recordPaths[record] = new
    return new
  }

  private func path(of fact: FactID) -> String {
    facts.path(of: fact, below: path(ofRecord: facts.owner(of: fact)))
  }

  /// A stated fact with its value and place.
  func evidence(_ fact: FactID) -> Evidence {
    if let known = evidence[Int(fact.slot)] { return known }
    let field = facts.field(of: fact)
    let place = facts.span(of: fact).location
    let new = Evidence(
      path: path(of: fact), name: field.label, value: values.write(facts[fact], as: field.type),
      file: place.file, line: place.line, column: place.column, source: sources.name(of: fact))
    evidence[Int(fact.slot)] = new
    return new
  }

  /// A fact that was needed, with the place where it could be stated.
  func missing(_ fact: FactID, _ kind: MissingKind) -> MissingFact {
    let gap = Int(fact.slot) << 3 | kind.number
    if let known = missing[gap] { return known }
    let field = facts.field(of: fact)
    let known: ReportValue? =
      switch kind {
      case .bounds, .disputed: values.write(facts[fact], as: field.type)
      case .missing, .none, .incomplete, .proof: nil
      }
    let new = MissingFact(
      kind: Self.kind(kind), path: path(of: fact), name: field.label, value: known,
      location: ReportLocation(facts.span(of: fact)))
    missing[gap] = new
    return new
  }

  /// A fact that is not stated and was given a meaning.
  func assumed(_ fact: FactID) -> AssumedFact {
    if let known = assumed[Int(fact.slot)] { return known }
    let field = facts.field(of: fact)
    let new = AssumedFact(
      path: path(of: fact), name: field.label,
      value: field.absent.map { values.write($0, as: field.type) }, why: field.absentWhy)
    assumed[Int(fact.slot)] = new
    return new
  }

  /// A list whose completeness mattered.
  func list(_ fact: FactID) -> ListGround {
    if let known = lists[Int(fact.slot)] { return known }
    var count = 0
    if case .list(let list) = facts[fact] { count = facts.lists[list].elements.count }
    let new = ListGround(
      path: path(of: fact), name: facts.field(of: fact).label, count: count,
      location: facts.span(of: fact).location)
    lists[Int(fact.slot)] = new
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
