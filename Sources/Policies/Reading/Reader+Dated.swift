import Diagnostics
import Expressions
import YAMLTree

/// Values with a history: `[{from, value…, cite, status, verified, default, note}]`, directly or under `history:`.
extension Reader {
  /// Keys that every entry of a history may have.
  static let entryKeys = ["from", "to", "cite", "status", "verified", "default", "note"]

  /// The entries of a history node; nil when it is no history.
  func historyEntries(_ node: YAMLNode) -> [YAMLNode]? {
    if node.kind == .sequence { return node.items }
    return node["history"].flatMap { $0.kind == .sequence ? $0.items : nil }
  }

  /// Reads a history; `value` reads one entry's value and `keys` are the keys it uses.
  ///
  /// Entries must be in the order of their days, each day once. Entries that cannot be read are left out.
  mutating func history<Element>(
    _ entries: [YAMLNode], at span: SourceSpan, keys: [String], sources: [String: Source],
    of what: LocalizedText,
    value: (inout Reader, YAMLNode) -> Element?
  ) -> Dated<Element>? {
    guard !entries.isEmpty else {
      error(
        "empty-history", at: span, ko: "\(what.ko)의 이력이 비어 있습니다", en: "the history of \(what.en) is empty",
        help: LocalizedText(ko: "`- {from: 2022-01-01, …}`을 쓰십시오", en: "write `- {from: 2022-01-01, …}`"))
      return nil
    }
    var versions: [Dated<Element>.Version] = []
    var lastDay: Day?
    var previous: SourceSpan?
    let known = Self.entryKeys + keys.filter { !Self.entryKeys.contains($0) }
    for (place, entry) in entries.enumerated() {
      guard
        mapping(entry, keys: known, of: LocalizedText(ko: "\(what.ko)의 이력", en: "a version of \(what.en)"))
      else { continue }
      let from = entry.stated("from").flatMap { day($0, LocalizedText(ko: "시작일", en: "the first day")) }
      let to = entry.stated("to").flatMap { day($0, LocalizedText(ko: "마지막 날", en: "the last day")) }
      if place > 0, entry.stated("from") == nil {
        _ = required(
          "from", in: entry, of: LocalizedText(ko: "\(what.ko)의 이력", en: "a version of \(what.en)"))
      }
      if let from, let last = lastDay, from <= last {
        error(
          "history-order", at: entry["from"]?.span ?? entry.span,
          ko: "\(what.ko)의 이력이 날짜순이 아니거나 기간이 겹칩니다",
          en: "the versions of \(what.en) are out of order or overlap",
          help: LocalizedText(
            ko: "오래된 것부터 날짜마다 하나씩 쓰십시오(`to`는 그날을 포함)",
            en: "write the oldest first, each day once (`to` is inclusive)"),
          notes: [
            Diagnostic.Note(LocalizedText(ko: "앞의 이력", en: "the version before"), at: previous?.location)
          ])
      }
      if let from, let to, to < from {
        error(
          "period", at: entry["to"]?.span ?? entry.span, ko: "마지막 날이 시작일보다 앞섭니다",
          en: "the last day comes before the first",
          help: LocalizedText(ko: "`from`과 `to`를 확인하십시오", en: "check `from` and `to`"))
      }
      lastDay = to ?? from ?? lastDay
      previous = entry.span
      let provenance = provenance(entry, sources: sources)
      if let element = value(&self, entry) {
        versions.append(.init(from: from, to: to, value: element, provenance: provenance))
      }
    }
    return versions.isEmpty ? nil : Dated(versions: versions)
  }

  /// Where a version comes from and how sure that is.
  mutating func provenance(_ entry: YAMLNode, sources: [String: Source]) -> Provenance {
    var provenance = Provenance()
    provenance.span = entry.span
    if let node = entry.stated("cite") {
      let citation = citation(node, sources: sources)
      provenance.cite = citation?.text
      provenance.isVerified = citation?.isVerified ?? true
    }
    if let node = entry.stated("status") {
      provenance.status =
        word(node, among: LegalStatus.allCases, LocalizedText(ko: "지위", en: "status"))?.rawValue
    }
    if let node = entry.stated("verified") {
      provenance.isVerified = flag(node, LocalizedText(ko: "확인 여부", en: "verified")) ?? true
    }
    if let node = entry.stated("default") {
      provenance.isDefault = flag(node, LocalizedText(ko: "도구 기본값 여부", en: "default")) ?? false
    }
    if let node = entry.stated("note") {
      provenance.note = localized(node, LocalizedText(ko: "비고", en: "a note"))
    }
    return provenance
  }

  /// A citation; one that begins with a key of `sources` has the source's full citation in its place.
  mutating func citation(_ node: YAMLNode, sources: [String: Source]) -> (
    text: LocalizedText, isVerified: Bool
  )? {
    guard let text = localized(node, LocalizedText(ko: "출처", en: "a citation")) else { return nil }
    let ko = resolved(text.ko, sources: sources, at: node)
    let en = text.en == text.ko ? ko : resolved(text.en, sources: sources, at: node)
    return (
      LocalizedText(ko: ko.text.ko, en: en.text.en),
      (ko.source?.isVerified ?? true) && (en.source?.isVerified ?? true)
    )
  }

  private mutating func resolved(
    _ text: String, sources: [String: Source], at node: YAMLNode
  ) -> (text: LocalizedText, source: Source?) {
    let end =
      text.utf8.firstIndex { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "(") }
      ?? text.endIndex
    let key = String(text[..<end])
    if let source = sources[key] {
      usedSources.insert(key)
      let rest = String(text[end...])
      return (LocalizedText(ko: source.cite.ko + rest, en: source.cite.en + rest), source)
    }
    // Only a word that can be a key is taken for a misspelt one: Korean citations begin with the act's name.
    if key.utf8.allSatisfy({ $0 < 0x80 }), let help = suggestion(for: key, among: sources.keys.sorted()) {
      warning(
        "unknown-source", at: node.kind == .scalar ? node.span(ofText: 0..<key.utf8.count) : node.span,
        ko: "`\(key)`은(는) `sources`에 없습니다", en: "`\(key)` is not among `sources`", help: help)
    }
    return (LocalizedText(text), nil)
  }
}
