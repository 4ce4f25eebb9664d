import Diagnostics
import Expressions
import YAMLTree

/// Who says it, with what force, resting on what.
extension PolicyBuilder {
  /// The sources that citations may begin with.
  mutating func readSources(_ node: YAMLNode) -> [String: Source] {
    let what = LocalizedText(ko: "출처", en: "a source")
    guard node.kind == .mapping else {
      _ = reader.mapping(node, keys: [], of: LocalizedText(ko: "`sources`", en: "`sources`"))
      return [:]
    }
    var sources: [String: Source] = [:]
    for (key, value) in node.entries {
      if value.kind == .scalar {
        if let cite = reader.text(value, what) {
          sources[key.text] = Source(kind: nil, cite: LocalizedText(cite), url: nil)
        }
        continue
      }
      guard
        reader.mapping(
          value, keys: ["kind", "cite", "ko", "en", "url", "date", "note", "verified"], of: what)
      else { continue }
      let cite =
        value["cite"].flatMap { reader.localized($0, what) }
        ?? (value["ko"] ?? value["en"]).flatMap { _ in reader.localized(entriesOf: value, what) }
      guard let cite else {
        if value["cite"] == nil { _ = reader.required("cite", in: value, of: what, name: key.span) }
        continue
      }
      sources[key.text] = Source(
        kind: value.stated("kind").flatMap {
          reader.text($0, LocalizedText(ko: "출처의 종류", en: "a source's kind"))
        },
        cite: cite,
        url: value.stated("url").flatMap { reader.text($0, LocalizedText(ko: "주소", en: "an address")) },
        note: value.stated("note").flatMap { reader.localized($0, LocalizedText(ko: "비고", en: "a note")) },
        isVerified: value.stated("verified").flatMap {
          reader.flag($0, LocalizedText(ko: "확인 여부", en: "verified"))
        } ?? true)
    }
    return sources
  }

  /// A register's id, `{id, ko, en}` in place, or a history of either.
  mutating func readAuthority(_ node: YAMLNode) -> Dated<Authority>? {
    let what = LocalizedText(ko: "소관 기관", en: "an authority")
    guard let entries = reader.historyEntries(node) else {
      guard node.kind == .mapping else { return registered(node) }
      guard reader.mapping(node, keys: ["id", "ko", "en"], of: what) else { return nil }
      return inPlace(node, id: nil)
    }
    let id = node["id"]
    let authority = reader.history(
      entries, at: node.span, keys: ["id", "ko", "en"], sources: sources, of: what
    ) { reader, entry -> Authority? in
      let idNode = entry["id"] ?? id ?? reader.required("id", in: entry, of: what)
      guard let idNode, let text = reader.identifier(idNode, what),
        let name = reader.localized(entriesOf: entry, LocalizedText(ko: "기관의 이름", en: "the authority's name"))
      else { return nil }
      return Authority(id: text, name: name)
    }
    if node.kind == .mapping { _ = reader.mapping(node, keys: ["id", "history", "ko", "en"], of: what) }
    return authority
  }

  private mutating func inPlace(_ node: YAMLNode, id: YAMLNode?) -> Dated<Authority>? {
    let what = LocalizedText(ko: "소관 기관", en: "an authority")
    guard let idNode = reader.required("id", in: node, of: what), let id = reader.identifier(idNode, what)
    else {
      return nil
    }
    if node["ko"] == nil, node["en"] == nil { return registered(idNode) }
    return reader.localized(entriesOf: node, LocalizedText(ko: "기관의 이름", en: "the authority's name"))
      .map { Dated(always: Authority(id: id, name: $0)) }
  }

  private mutating func registered(_ node: YAMLNode) -> Dated<Authority>? {
    guard let id = reader.identifier(node, LocalizedText(ko: "소관 기관", en: "an authority")) else { return nil }
    if id == Authority.toolID { return Dated(always: .tool) }
    for register in loader.registers {
      guard let body = register.body(id) else { continue }
      return Dated(
        versions: body.names.versions.map { version in
          .init(
            from: version.from, to: version.to, value: Authority(id: id, name: version.value),
            provenance: version.provenance)
        })
    }
    guard !loader.lostNames.contains(id) else { return nil }
    reader.error(
      "unknown-body", at: node.span, ko: "기관 `\(id)`이(가) 등록부에 없습니다", en: "no register has a body `\(id)`",
      help: reader.suggestion(for: id, among: bodyIDs + [Authority.toolID])
        ?? LocalizedText(
          ko: "등록부에 더하거나 `{id: \(id), ko: …, en: …}`로 쓰십시오",
          en: "add it to a register or write `{id: \(id), ko: …, en: …}`"))
    return nil
  }

  /// Ids of all bodies in the registers.
  var bodyIDs: [String] {
    loader.registers.flatMap { $0.bodies.map(\.id) }
  }

  /// A policy's or a rule's legal nature; a rule's entries stand over the policy's.
  mutating func readLegal(_ node: YAMLNode, over base: Legal? = nil) -> Legal? {
    let what = LocalizedText(ko: "법적 성격", en: "`legal`")
    guard reader.mapping(node, keys: ["status", "effect", "note", "basis", "verified"], of: what) else {
      return base
    }
    let status = node.stated("status").flatMap {
      reader.word($0, among: LegalStatus.allCases, LocalizedText(ko: "지위", en: "status"))
    }
    let effect = node.stated("effect").flatMap {
      reader.word($0, among: Effect.allCases, LocalizedText(ko: "효과", en: "effect"))
    }
    guard let known = status ?? base?.status else {
      if node.stated("status") == nil { _ = reader.required("status", in: node, of: what) }
      return nil
    }
    let inherited = status == nil ? base?.effect : nil
    return Legal(
      status: known, effect: effect ?? inherited,
      note: node.stated("note").flatMap { reader.localized($0, LocalizedText(ko: "비고", en: "a note")) }
        ?? base?.note,
      basis: node.stated("basis").flatMap { reader.citation($0, sources: sources)?.text } ?? base?.basis,
      isVerified: node.stated("verified").flatMap {
        reader.flag($0, LocalizedText(ko: "확인 여부", en: "verified"))
      } ?? base?.isVerified ?? true)
  }

  /// Whether a body has approved the policy's wording.
  mutating func readReview(_ node: YAMLNode) -> Review? {
    let what = LocalizedText(ko: "문안 검토", en: "a review")
    guard reader.mapping(node, keys: ["status", "by", "on", "document"], of: what),
      let status = reader.required("status", in: node, of: what).flatMap({
        reader.text($0, LocalizedText(ko: "검토 상태", en: "the review's status"))
      })
    else { return nil }
    return Review(
      status: status,
      by: node.stated("by").flatMap { reader.text($0, LocalizedText(ko: "검토한 기관", en: "the reviewer")) },
      on: node.stated("on").flatMap { reader.day($0, LocalizedText(ko: "검토일", en: "the day of the review")) },
      document: node.stated("document").flatMap {
        reader.text($0, LocalizedText(ko: "문서 번호", en: "the document"))
      })
  }
}
