import Diagnostics
import Expressions
import Schemes
import YAMLTree

/// Names what the statements of a scheme rest on, looked up once for all plain facts of a group of an element.
final class FactSources {
  private let scheme: Scheme
  /// The names for the plain facts of each record that have been looked up, by the group that the facts are in.
  private var known: [[(group: Substring, name: LocalizedText?)]]

  /// The sources that a scheme names.
  init(_ scheme: Scheme) {
    self.scheme = scheme
    known = Array(repeating: [], count: scheme.sources.isEmpty ? 0 : scheme.facts.records.count)
  }

  /// What a fact's statement rests on; nil where the scheme does not say.
  func name(of fact: FactID) -> LocalizedText? {
    if scheme.sources.isEmpty { return nil }
    // A scalar cannot name sources of its own; its group, or what is around that, does.
    guard scheme.facts.nodes[Int(fact.slot)]?.kind == .scalar else { return lookUp(fact) }
    let record = scheme.facts.owner(of: fact)
    let group = group(of: fact)
    if let known = known[record].first(where: { $0.group == group }) { return known.name }
    let name = lookUp(fact)
    known[record].append((group, name))
    return name
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
