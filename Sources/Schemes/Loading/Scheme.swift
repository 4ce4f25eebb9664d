package import Diagnostics
package import Expressions
package import YAMLTree

/// A company's compensation scheme: its facts in typed form and what its header says about them.
package struct Scheme: Sendable {
  /// The file as it was given.
  package let file: SourceFile
  /// The file's nodes, for edits.
  package let tree: YAMLTree
  /// Id of the vocabulary that gave the facts their types.
  package let vocabularyID: String
  /// Everything the scheme states.
  package let facts: Facts
  /// What kind of document this is; nil when the header does not say.
  package let provenance: SchemeProvenance?
  /// What facts rest on, by the names that `source:` uses.
  package let sources: [String: SchemeSource]
  /// The authority whose facts were laid over the company's.
  package private(set) var authority: AuthorityFacts?
  /// The facts as the company states them, below the authority's; the marks of both files hold for them.
  package private(set) var companyFacts: Facts?

  /// Reads a scheme file; nil when it is no scheme of this vocabulary. All its problems are reported.
  package static func load(
    _ tree: YAMLTree, vocabulary: Vocabulary, diagnostics: inout DiagnosticLog
  ) -> Scheme? {
    var loader = SchemeLoader(tree: tree, vocabulary: vocabulary)
    let scheme = loader.load()
    diagnostics.append(contentsOf: loader.entries.log)
    return scheme
  }

  /// The scheme with an authority's facts in place of the company's; nil where the two do not go together, which is
  /// reported. What was wrong with the scheme before is not reported again.
  package func overlaid(
    with authority: AuthorityFacts, vocabulary: Vocabulary, diagnostics: inout DiagnosticLog
  ) -> Scheme? {
    var log = DiagnosticLog()
    let edited = authority.overlaid(on: tree, vocabulary: vocabulary, diagnostics: &log)
    var loader = SchemeLoader(tree: edited, vocabulary: vocabulary)
    loader.alsoConfidential = authority.confidential
    var scheme = loader.load()
    scheme?.authority = authority
    var known = DiagnosticLog()
    _ = Scheme.load(tree, vocabulary: vocabulary, diagnostics: &known)
    for problem in loader.entries.log.entries where !known.entries.contains(problem) { log.append(problem) }
    // What the authority marks is as confidential where the company states it. A path that only the authority's facts
    // have leads nowhere here, which is no mistake.
    var company = SchemeLoader(tree: tree, vocabulary: vocabulary)
    company.alsoConfidential = authority.confidential
    scheme?.companyFacts = company.load()?.facts
    diagnostics.append(contentsOf: log)
    return log.hasErrors ? nil : scheme
  }

  /// Whether a fact was stated by the authority.
  package func isFromAuthority(_ fact: FactID) -> Bool {
    guard let authority, let node = facts.nodes[Int(fact.slot)] else { return false }
    return node.span.file === authority.file
  }

  /// The names of the sources of a fact: what the nearest mapping around it says under `source:`.
  package func sources(of fact: FactID) -> [String] {
    var fact = fact
    // Every turn goes up to the list that holds the record.
    while true {
      let owner = facts.owner(of: fact)
      let record = facts.records[owner]
      let type = facts.environment.records[record.type]
      var name = Substring(type.fields[Int(fact.slot) - record.firstSlot].name)
      while !name.isEmpty {
        if let slot = type.slots[String(name)], let node = facts.nodes[record.firstSlot + slot],
          let names = Self.sourceNames(node)
        {
          return names
        }
        name = name[..<(name.utf8.lastIndex(of: UInt8(ascii: ".")) ?? name.startIndex)]
      }
      if let names = Self.sourceNames(record.node) { return names }
      guard let list = record.list else { return [] }
      fact = facts.lists[list].fact
    }
  }

  private static func sourceNames(_ node: YAMLNode) -> [String]? {
    guard let source = node[Vocabulary.sourceKey], !source.isNull else { return nil }
    let nodes = source.kind == .sequence ? source.items : [source]
    return nodes.filter { $0.kind == .scalar }.map(\.text)
  }

  /// What the scheme calls itself, such as `kakao-2022-12-29`.
  package var id: String? {
    idSlot.flatMap { text(facts.environment.records[TypeEnvironment.root].fields[$0].name) }
  }

  /// The scheme's title or name for people.
  package var title: String? {
    guard let idSlot else { return nil }
    let prefix = facts.environment.records[TypeEnvironment.root].fields[idSlot].name.dropLast("id".count)
    return text(prefix + "title") ?? text(prefix + "name")
  }

  /// Slot of the fact that names the scheme: `scheme.id`, else the `id` beside the fact that is marked `filed`, else
  /// that of a group named in the vocabulary's id, else the vocabulary's first.
  package var idSlot: Int? {
    let fields = facts.environment.records[TypeEnvironment.root].fields
    let candidates = fields.indices.compactMap { slot -> (slot: Int, group: Substring)? in
      guard fields[slot].name.utf8.suffix(2).elementsEqual("id".utf8) else { return nil }
      let words = fields[slot].name.split(separator: ".")
      guard fields[slot].type == .string, words.last == "id", words.count <= 2 else { return nil }
      return (slot, words.count == 1 ? "" : words[0])
    }
    let filed = fields.first(where: \.isFiled)?.name.split(separator: ".").dropLast().first
    let named = vocabularyID.split(separator: "_")
    let chosen =
      candidates.first { $0.group == "scheme" } ?? candidates.first { $0.group == filed }
      ?? candidates.first { named.contains($0.group) } ?? candidates.first
    return chosen?.slot
  }

  private func text(_ name: String) -> String? {
    guard let slot = facts.environment.records[TypeEnvironment.root].slots[name], !facts.records.isEmpty,
      case .string(let text) = facts[facts.fact(record: 0, slot: slot)]
    else { return nil }
    return text
  }
}
