import Diagnostics
import Expressions
import Findings
import Schemes
import Synchronization
import YAMLTree

/// Names what the statements of a scheme rest on, looked up once for all plain facts of a group of an element.
final class FactSources: Sendable {
  private let scheme: Scheme
  /// The names for the plain facts of each record that have been looked up, by the group that the facts are in.
  private let known: Mutex<[[(group: Substring, name: LocalizedText?)]]>

  /// The sources that a scheme names.
  init(_ scheme: Scheme) {
    self.scheme = scheme
    known = Mutex(Array(repeating: [], count: scheme.sources.isEmpty ? 0 : scheme.facts.records.count))
  }

  /// What a fact's statement rests on; nil where the scheme does not say.
  func name(of fact: FactID) -> LocalizedText? {
    if let authority = scheme.authority, scheme.isFromAuthority(fact) {
      return LocalizedText(ko: "\(authority.by) 확인 사실", en: "found by \(authority.by)")
    }
    if scheme.sources.isEmpty { return nil }
    // A scalar cannot name sources of its own; its group, or what is around that, does.
    guard scheme.facts.nodes[Int(fact.slot)]?.kind == .scalar else { return lookUp(fact) }
    let record = scheme.facts.owner(of: fact)
    let group = group(of: fact)
    if let known = known.withLock({ $0[record].first { $0.group == group } }) { return known.name }
    let name = lookUp(fact)
    known.withLock { $0[record].append((group, name)) }
    return name
  }

  /// Whether a fact was stated by the authority whose facts lie over the scheme.
  func isFromAuthority(_ fact: FactID) -> Bool { scheme.isFromAuthority(fact) }

  /// Whose word or paper stands behind a fact that excuses; `none` for all other facts.
  func proof(of fact: FactID) -> ProofSource {
    let field = scheme.facts.fieldID(of: fact)
    guard let proof = scheme.facts.environment.records[field.record].fields[field.slot].needsProof else {
      return .none
    }
    if scheme.isFromAuthority(fact) { return .authority }
    guard let paper = proofFact(proof, beside: fact), scheme.isFromAuthority(paper) else { return .company }
    switch scheme.facts[paper] {
    case .missing, .none: return .company
    case .bool, .number, .string, .date, .timestamp, .list, .group, .range, .either: return .authority
    }
  }

  /// The fact that a vocabulary names as proof: one of the same element, or of the scheme as a whole.
  private func proofFact(_ path: String, beside fact: FactID) -> FactID? {
    let owner = scheme.facts.owner(of: fact)
    let type = scheme.facts.environment.records[scheme.facts.records[owner].type]
    if let slot = type.slots[path] { return scheme.facts.fact(record: owner, slot: slot) }
    if path.hasPrefix(type.name + "."), let slot = type.slots[String(path.dropFirst(type.name.count + 1))] {
      return scheme.facts.fact(record: owner, slot: slot)
    }
    return scheme.facts.environment.records[TypeEnvironment.root].slots[path].map {
      scheme.facts.fact(record: 0, slot: $0)
    }
  }

  /// `scheme.claims` for `scheme.claims.opens`; empty for a fact that stands directly in its element.
  private func group(of fact: FactID) -> Substring {
    let field = scheme.facts.fieldID(of: fact)
    let name = scheme.facts.environment.records[field.record].fields[field.slot].name
    return name.utf8.lastIndex(of: UInt8(ascii: ".")).map { name[..<$0] } ?? ""
  }

  private func lookUp(_ fact: FactID) -> LocalizedText? {
    let titles = scheme.sources(of: fact).map { scheme.sources[$0]?.title ?? LocalizedText($0) }
    if titles.count < 2 { return titles.first }
    return LocalizedText.joined(titles, separator: ", ")
  }
}
