import Diagnostics
import Expressions
import YAMLTree

/// Citations and texts that may have a history.
extension PolicyBuilder {
  /// A text, or a history of texts: `[{from, ko, en}]`.
  mutating func datedText(_ node: YAMLNode, _ what: LocalizedText) -> Dated<LocalizedText>? {
    guard let entries = reader.historyEntries(node) else {
      return reader.localized(node, what).map { Dated(always: $0) }
    }
    if node.kind == .mapping { _ = reader.mapping(node, keys: ["history"], of: what) }
    return reader.history(
      entries, at: node.span, keys: ["ko", "en", "value", "text"], sources: sources, of: what
    ) { reader, entry in
      (entry["value"] ?? entry["text"]).map { reader.localized($0, what) }
        ?? reader.localized(entriesOf: entry, what)
    }
  }

  /// A citation, or a history of citations: `[{from, cite}]`.
  mutating func datedCitation(_ node: YAMLNode) -> Dated<LocalizedText>? {
    let what = LocalizedText(ko: "출처", en: "a citation")
    guard let entries = reader.historyEntries(node) else {
      guard let citation = reader.citation(node, sources: sources) else { return nil }
      var provenance = Provenance()
      provenance.isVerified = citation.isVerified
      provenance.span = node.span
      return Dated(always: citation.text, provenance: provenance)
    }
    if node.kind == .mapping { _ = reader.mapping(node, keys: ["history"], of: what) }
    let sources = sources
    return reader.history(
      entries, at: node.span, keys: ["cite", "value", "ko", "en"], sources: sources, of: what
    ) { reader, entry in
      if let node = entry.stated("cite") ?? entry.stated("value") {
        return reader.citation(node, sources: sources)?.text
      }
      return reader.localized(entriesOf: entry, what)
    }
  }
}
