import Diagnostics
import Expressions
import Findings
import Schemes

/// Writes a scheme's facts as grounds of findings, each once for all findings that rest on it, whatever core they are
/// decided on.
final class FactWriter: Sendable {
  /// The scheme's facts.
  let facts: Facts
  /// Tells what of them is confidential.
  let confidentiality: Confidentiality
  private let values: ValueWriter
  private let sources: FactSources
  /// By the facts' slots.
  private let evidence: WrittenOnce<Evidence>
  /// By the facts' slots and the numbers of the kinds, then by slots alone.
  private let missing: WrittenOnce<MissingFact>
  private let assumed: WrittenOnce<AssumedFact>
  private let lists: WrittenOnce<ListGround>

  /// - Parameter sources: what a fact's statement rests on, where the scheme names its sources.
  init(facts: Facts, values: ValueWriter, sources: FactSources, confidentiality: Confidentiality) {
    self.facts = facts
    self.confidentiality = confidentiality
    self.values = values
    self.sources = sources
    evidence = WrittenOnce(count: facts.slots.count)
    missing = WrittenOnce(count: facts.slots.count << 3)
    assumed = WrittenOnce(count: facts.slots.count)
    lists = WrittenOnce(count: facts.slots.count)
  }

  /// Writes the scheme's elements.
  var records: RecordWriter { values.records }

  /// A stated fact with its value and place.
  func evidence(_ fact: FactID) -> Evidence {
    evidence.value(at: Int(fact.slot)) {
      let field = facts.field(of: fact)
      let place = facts.span(of: fact).location
      return Evidence(
        path: records.path(of: fact), name: field.label,
        value: confidentiality.marked(
          values.write(facts[fact], as: field.type), if: facts.isConfidential(fact)),
        file: place.file, line: place.line, column: place.column, source: sources.name(of: fact))
    }
  }

  /// Whether a fact was stated by the authority whose facts lie over the scheme.
  func isFromAuthority(_ fact: FactID) -> Bool { sources.isFromAuthority(fact) }

  /// Whose word or paper stands behind what some facts say: the company's, if only one of them rests on it.
  func proof(of facts: [FactID]) -> ProofSource {
    var strongest = ProofSource.none
    for fact in facts {
      switch sources.proof(of: fact) {
      case .company: return .company
      case .authority: strongest = .authority
      case .none: break
      }
    }
    return strongest
  }

  /// A fact that was needed, with the place where it could be stated.
  func missing(_ fact: FactID, _ kind: MissingKind) -> MissingFact {
    missing.value(at: Int(fact.slot) << 3 | kind.number) {
      let field = facts.field(of: fact)
      let known: ReportValue? =
        switch kind {
        case .bounds, .disputed:
          confidentiality.marked(values.write(facts[fact], as: field.type), if: facts.isConfidential(fact))
        case .missing, .none, .incomplete, .proof: nil
        }
      return MissingFact(
        kind: Self.kind(kind), path: records.path(of: fact), name: field.label, value: known,
        location: hasPlace(fact) ? confidentiality.location(facts.span(of: fact)) : nil)
    }
  }

  /// Whether there is a line at which a fact stands or could be added: its own or that of its element. A fact of the
  /// scheme as a whole that nobody has written down has none.
  private func hasPlace(_ fact: FactID) -> Bool {
    facts.nodes[Int(fact.slot)] != nil || facts.records[facts.owner(of: fact)].list != nil
  }

  /// A fact that is not stated and was given a meaning.
  func assumed(_ fact: FactID) -> AssumedFact {
    assumed.value(at: Int(fact.slot)) {
      let field = facts.field(of: fact)
      return AssumedFact(
        path: records.path(of: fact), name: field.label,
        value: field.absent.map { values.write($0, as: field.type) }, why: field.absentWhy)
    }
  }

  /// A list whose completeness mattered.
  func list(_ fact: FactID) -> ListGround {
    lists.value(at: Int(fact.slot)) {
      var count = 0
      if case .list(let list) = facts[fact] { count = facts.lists[list].elements.count }
      return ListGround(
        path: records.path(of: fact), name: facts.field(of: fact).label, count: count,
        location: facts.span(of: fact).location, isConfidential: facts.isConfidential(fact))
    }
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
