package import Diagnostics
package import Expressions
package import YAMLTree

/// Facts that an authority found, in a file that is written like a scheme and laid over one: what it states counts in
/// place of what the company states.
package struct AuthorityFacts: Sendable {
  /// The file as it was given.
  package let file: SourceFile
  /// Who found the facts.
  package let by: String
  /// The day the findings bear.
  package let on: Day?
  /// Paths of facts that are confidential beside those that the scheme names.
  var confidential: YAMLNode? { tree.root["confidential"] }
  /// The file's nodes.
  let tree: YAMLTree

  /// What `provenance: {kind: …}` says in a file of an authority's facts.
  package static let kind = "authority"
  /// What `provenance:` may say in such a file.
  package static let provenanceKeys = ["kind", "by", "on", "note", "url", "document", "title"]

  /// Reads the header of a file for schemes of a vocabulary; nil, with the reason reported, where it is none.
  package init?(_ tree: YAMLTree, vocabulary: Vocabulary, diagnostics: inout DiagnosticLog) {
    var entries = EntryReader()
    defer { diagnostics.append(contentsOf: entries.log) }
    guard let file = tree.files.first, let format = FormatLine.read(tree, diagnostics: &entries.log) else {
      return nil
    }
    guard format.name == vocabulary.id, format.version == vocabulary.formatVersion else {
      entries.log.error(
        "facts.format", at: format.node.span,
        ko: "보상안과 같은 `format: \(vocabulary.format)` 파일이어야 합니다",
        en: "expected a file of the scheme's own format, `format: \(vocabulary.format)`")
      return nil
    }
    if let incomplete = tree.root["incomplete"] {
      entries.log.error(
        "facts.incomplete", at: incomplete.span, ko: "확인 사실 파일에는 `incomplete`를 적지 않습니다",
        en: "a file of an authority's facts has no `incomplete`",
        help: LocalizedText(
          ko: "적은 것만 보상안 위에 놓이므로 지우십시오", en: "take it out: only what is stated is laid over the scheme"))
    }
    let provenance = tree.root["provenance"]
    guard let provenance, provenance.kind == .mapping,
      provenance["kind"].flatMap({ entries.text($0) }) == Self.kind,
      let by = provenance["by"].flatMap({ entries.text($0) })
    else {
      entries.log.error(
        "facts.provenance", at: (provenance ?? tree.root).span,
        ko: "누가 확인한 사실인지 적혀 있지 않습니다", en: "the file does not say who found the facts",
        help: LocalizedText(
          ko: "`provenance: {kind: authority, by: 기관 이름, on: 2023-01-31}`을 적으십시오",
          en: "write `provenance: {kind: authority, by: its name, on: 2023-01-31}`"))
      return nil
    }
    entries.checkKeys(of: provenance, allowed: Self.provenanceKeys, code: "scheme.unknown-key")
    self.file = file
    self.by = by
    on = entries.day(provenance["on"])
    self.tree = tree
  }
}
