import Diagnostics
import Expressions
import YAMLTree

extension Scheme {
  /// What `provenance:` may say.
  package static let provenanceKeys = [
    "kind", "by", "on", "not_filed_by_company", "note", "url", "document", "title", "method", "basis", "ko",
    "en",
  ]
  /// What an entry of `sources:` may say.
  package static let sourceKeys = [
    "ko", "en", "kind", "date", "confidence", "url", "document", "note", "title", "cite", "by", "pages",
  ]
}

extension SchemeLoader {
  /// Reads `sources:`: names and what stands behind them.
  mutating func readSources(_ node: YAMLNode?) -> [String: SchemeSource] {
    var sources: [String: SchemeSource] = [:]
    for (key, value) in entries.entries(node) {
      let name = key.text
      guard value.kind == .mapping else {
        let title = entries.localized(value) ?? LocalizedText(name)
        sources[name] = SchemeSource(
          name: name, title: title, kind: nil, date: nil, confidence: nil, url: nil, note: nil, span: key.span
        )
        continue
      }
      entries.checkKeys(of: value, allowed: Scheme.sourceKeys, code: "scheme.unknown-key")
      let title =
        value["title"].flatMap { entries.localized($0) } ?? entries.localized(value)
        ?? value["cite"].flatMap { entries.localized($0) }
      sources[name] = SchemeSource(
        name: name, title: title ?? LocalizedText(name), kind: value["kind"].flatMap { entries.text($0) },
        date: entries.day(value["date"]), confidence: value["confidence"].flatMap { entries.text($0) },
        url: value["url"].flatMap { entries.text($0) }, note: value["note"].flatMap { entries.localized($0) },
        span: key.span)
    }
    return sources
  }

  /// Reads `provenance:`.
  mutating func readProvenance(_ node: YAMLNode?) -> SchemeProvenance? {
    guard let node, !node.isNull else { return nil }
    guard node.kind == .mapping else {
      if node.isBroken { return nil }
      entries.log.error(
        "scheme.bad-provenance", at: node.span, ko: "`provenance`는 `{kind: …, by: …, on: …}` 꼴이어야 합니다",
        en: "`provenance` needs a mapping such as `{kind: …, by: …, on: …}`")
      return nil
    }
    entries.checkKeys(of: node, allowed: Scheme.provenanceKeys, code: "scheme.unknown-key")
    let by = node["by"].flatMap { entries.text($0) }
    let on = entries.day(node["on"])
    let isDeclaredNotFiled = entries.flag(node["not_filed_by_company"])
    let note = node["note"].flatMap { entries.localized($0) }
    let url = node["url"].flatMap { entries.text($0) }
    guard let kind = readProvenanceKind(node) else { return nil }
    if kind == .filed, isDeclaredNotFiled {
      entries.log.error(
        "scheme.bad-provenance", at: node["not_filed_by_company"]?.span,
        ko: "`kind: filed`와 `not_filed_by_company: true`는 함께 있을 수 없습니다",
        en: "`kind: filed` and `not_filed_by_company: true` contradict each other")
    }
    return SchemeProvenance(
      kind: kind, by: by, on: on, isDeclaredNotFiled: isDeclaredNotFiled, note: note, url: url,
      span: node.span)
  }

  private mutating func readProvenanceKind(_ node: YAMLNode) -> SchemeProvenance.Kind? {
    let names = SchemeProvenance.Kind.allCases.map(\.rawValue)
    guard let value = node["kind"], let text = entries.text(value) else {
      if node.isBroken || node["kind"]?.isBroken == true { return nil }
      entries.log.error(
        "scheme.bad-provenance", at: node.span, ko: "`provenance`에 `kind`가 없습니다",
        en: "`provenance` has no `kind`",
        help: LocalizedText(
          ko: "`kind: filed`(제출본), `draft`(시안), `reconstructed`(공개 자료로 재구성) 가운데 하나를 적으십시오",
          en: "write `kind: filed`, `draft` or `reconstructed` (built from public reports)"))
      return nil
    }
    if let kind = SchemeProvenance.Kind(rawValue: text) { return kind }
    if text == AuthorityFacts.kind {
      entries.log.error(
        "scheme.authority-facts", at: value.span, ko: "기관이 확인한 사실의 파일이며 보상안이 아닙니다",
        en: "this file holds facts that an authority found; it is no scheme",
        help: LocalizedText(
          ko: "`audit 보상안.yaml --facts 이-파일.yaml`처럼 보상안 위에 놓으십시오",
          en: "lay it over a scheme: `audit scheme.yaml --facts this-file.yaml`"))
      return nil
    }
    let near = Suggestion.nearest(to: Quoted.text(text), among: names)
    entries.log.error(
      "scheme.bad-provenance", at: value.span, ko: "`\(Quoted.text(text))`은(는) 쓸 수 있는 값이 아닙니다",
      en: "`\(Quoted.text(text))` is not one of the listed values",
      help: near.map(Suggestion.question)
        ?? LocalizedText(
          ko: "쓸 수 있는 값: `filed`, `draft`, `reconstructed`",
          en: "expected `filed`, `draft` or `reconstructed`"))
    return nil
  }

  /// Checks what a `source:` names.
  mutating func checkSource(_ node: YAMLNode) {
    for item in entries.names(node) where sources[item.text] == nil && !mayBeLost(item.text) {
      let name = Quoted.text(item.text)
      let near = scalars.suggestion(for: item.text, among: sources.keys.sorted())
      entries.log.error(
        "scheme.unknown-source", at: item.span, ko: "`\(name)`은(는) `sources`에 없는 출처입니다",
        en: "`\(name)` is not among the `sources`",
        help: near.map(Suggestion.question)
          ?? LocalizedText(
            ko: "파일 첫머리 `sources:`에 `\(name): {ko: …, kind: …, date: …}`처럼 적으십시오",
            en: "declare it at the top: `sources:` with `\(name): {ko: …, kind: …, date: …}`"))
    }
  }

  /// Marks the lists that `incomplete:` names.
  mutating func readIncomplete(_ node: YAMLNode?) {
    for item in entries.names(node) {
      guard let path = SchemePath.read(item, diagnostics: &entries.log) else { continue }
      markIncomplete(path, item)
    }
  }

  private mutating func markIncomplete(_ path: SchemePath, _ node: YAMLNode) {
    var record = 0
    var group = 0
    var index = 0
    while index < path.steps.count {
      let located = path.steps[index]
      let span = node.span(ofText: located.range)
      guard case .name(let name) = located.step else {
        reportNoList(path, through: index, at: span)
        return
      }
      let type = facts.records[record].type
      guard let entry = vocabulary.shapes[type].child(of: group, named: name) else {
        reportUnknownStep(name, at: span, type: type, group: group)
        return
      }
      index += 1
      let fact = vocabulary.shapes[type].entries[entry].slot.map { facts.fact(record: record, slot: $0) }
      switch vocabulary.shapes[type].entries[entry].form {
      case .group:
        group = entry
        continue
      case .scalar:
        reportNoList(path, through: index - 1, at: span)
        return
      case .scalars, .records: break
      }
      guard let fact else { return }
      guard case .list(let list) = facts[fact] else {
        reportUnstatedList(path, through: index - 1, at: span, isNone: isNone(facts[fact]))
        return
      }
      if index == path.steps.count {
        facts.lists[list].isIncomplete = true
        return
      }
      guard let next = element(path.steps[index], of: list) else {
        reportNoElement(path, through: index, at: node.span(ofText: path.steps[index].range), list: list)
        return
      }
      record = next
      group = 0
      index += 1
    }
    reportNoList(path, through: path.steps.count - 1, at: node.span)
  }

  private func isNone(_ slot: Facts.Slot) -> Bool {
    if case .none = slot { return true }
    return false
  }

  /// The record that a step leads to within a list.
  private func element(_ located: SchemePath.Located, of list: Int) -> Int? {
    let position: Int?
    switch located.step {
    case .name(let key), .key(let key): position = facts.lists[list].positions[key]
    case .position(let place): position = place
    }
    guard let position, facts.lists[list].elements.indices.contains(position),
      case .record(let record) = facts.lists[list].elements[position]
    else { return nil }
    return record
  }

  private mutating func reportNoList(_ path: SchemePath, through index: Int, at span: SourceSpan) {
    let text = Quoted.text(path.text(through: index))
    entries.log.error(
      "scheme.incomplete-no-list", at: span, ko: "`\(text)`은(는) 목록이 아닙니다", en: "`\(text)` is no list",
      help: LocalizedText(
        ko: "`incomplete`에는 다 적히지 않았을 수 있는 목록의 경로를 적습니다. 보기: `scheme.services`",
        en: "`incomplete` takes paths of lists that may not be whole, such as `scheme.services`"))
  }

  private mutating func reportUnknownStep(_ name: String, at span: SourceSpan, type: Int, group: Int) {
    let near = scalars.suggestion(for: name, among: vocabulary.shapes[type].names(in: group))
    entries.log.error(
      "scheme.unknown-fact", at: span, ko: "`\(Quoted.text(name))`은(는) 용어집에 없는 이름입니다",
      en: "unknown fact `\(Quoted.text(name))`",
      help: near.map(Suggestion.question))
  }

  private mutating func reportUnstatedList(
    _ path: SchemePath, through index: Int, at span: SourceSpan, isNone: Bool
  ) {
    // What is not stated may stand in lines that could not be read.
    if !tree.isWhole { return }
    let text = Quoted.text(path.text(through: index))
    if isNone {
      entries.log.error(
        "scheme.incomplete-none", at: span, ko: "`\(text)`은(는) 없다고(`none`) 적혀 있어 덜 적힌 목록일 수 없습니다",
        en: "`\(text)` is declared `none` and cannot be incomplete",
        help: LocalizedText(
          ko: "모르는 것이면 `none`을 `null`로 고치십시오", en: "write `null` in place of `none` if it is not known"))
    } else {
      entries.log.warning(
        "scheme.incomplete-unstated", at: span, ko: "`\(text)`이(가) 적혀 있지 않아 이 줄은 뜻이 없습니다",
        en: "`\(text)` is not stated, so this has no effect",
        help: LocalizedText(ko: "적지 않은 목록은 어차피 모르는 것으로 봅니다", en: "an unstated list is unknown anyway"))
    }
  }

  private mutating func reportNoElement(
    _ path: SchemePath, through index: Int, at span: SourceSpan, list: Int
  ) {
    switch path.steps[index].step {
    case .name(let key), .key(let key): if mayBeLost(key) { return }
    case .position: if !tree.isWhole { return }
    }
    let text = Quoted.text(path.text(through: index))
    var near: String?
    if case .name(let key) = path.steps[index].step {
      near = scalars.suggestion(for: key, among: keys(of: list))
    } else if case .key(let key) = path.steps[index].step {
      near = scalars.suggestion(for: key, among: keys(of: list))
    }
    entries.log.error(
      "scheme.unknown-element", at: span, ko: "`\(text)`에 해당하는 항목이 목록에 없습니다",
      en: "no element `\(text)` in the list",
      help: near.map(Suggestion.question))
  }
}
