import Diagnostics
import Expressions
import YAMLTree

extension SchemeLoader {
  // ── unknown names ────────────────────────────────────────────────────────────

  /// Reports a key that no fact of its place has.
  mutating func reportUnknown(_ key: YAMLNode, value: YAMLNode, type: Int, group: Int) {
    if key.isBroken { return }
    if entries.log.isFull {
      entries.log.error("scheme.unknown-fact", at: nil, ko: "", en: "")
      return
    }
    let name = Quoted.text(key.text)
    var allowed = vocabulary.shapes[type].names(in: group)
    if type == TypeEnvironment.root, group == 0 { allowed += Vocabulary.header }
    let help: LocalizedText
    if value.isNull, value.text.isEmpty, Self.mayBeSplit(key.text) {
      help = EntryReader.splitHelp
    } else if let near = scalars.suggestion(for: key.text, among: allowed + [Vocabulary.sourceKey]) {
      help = Suggestion.question(near)
    } else if key.text.utf8.contains(UInt8(ascii: ".")) {
      help = LocalizedText(
        ko: "점으로 잇지 말고 한 단계씩 들여 적으십시오", en: "nest the names in place of joining them by dots")
    } else if let elsewhere = elsewhere(key.text) {
      help = LocalizedText(ko: "`\(elsewhere)`의 자리로 옮기십시오", en: "it belongs to `\(elsewhere)`")
    } else {
      let list =
        allowed.prefix(20).map { "`\($0)`" }.joined(separator: ", ") + (allowed.count > 20 ? " …" : "")
      help = LocalizedText(ko: "이 자리에 쓸 수 있는 이름: \(list)", en: "expected one of \(list)")
    }
    let place = place(type: type, group: group)
    entries.log.error(
      "scheme.unknown-fact", at: key.span,
      ko: place.isEmpty ? "`\(name)`은(는) 최상위에 없는 항목입니다" : "`\(name)`은(는) `\(place)`에 없는 항목입니다",
      en: place.isEmpty ? "unknown fact `\(name)`" : "unknown fact `\(name)` in `\(place)`", help: help)
  }

  /// Whether an entry looks like the rest of a number or a sentence that a comma cut.
  private static func mayBeSplit(_ text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: " ")) || text.utf8.first.map { (0x30...0x39).contains($0) } == true
  }

  /// Where the vocabulary has a fact of that name, if at one place only.
  private func elsewhere(_ name: String) -> String? {
    guard name.utf8.count <= SchemeLimits.suggestionLength else { return nil }
    var found: String?
    for record in vocabulary.environment.records {
      for field in record.fields where field.name == name || field.name.hasSuffix("." + name) {
        let path = record.name.isEmpty ? field.name : record.name + "." + field.name
        if found != nil { return nil }
        found = path
      }
    }
    return found
  }

  /// A record's name with the group in it, as the vocabulary spells it.
  private func place(type: Int, group: Int) -> String {
    let record = vocabulary.environment.records[type]
    let name = vocabulary.shapes[type].entries[group].slot.map { record.fields[$0].name } ?? ""
    return [record.name, name].filter { !$0.isEmpty }.joined(separator: ".")
  }

  /// Reports a computed fact that a file states.
  mutating func reportDerived(_ key: YAMLNode, _ field: Field) {
    let formula = field.derived.map { Quoted.text($0.source.text) } ?? ""
    entries.log.error(
      "scheme.derived-fact", at: key.span, ko: "`\(field.name)`은(는) 다른 사실에서 계산되는 값이라 적지 않습니다",
      en: "`\(field.name)` is computed from other facts and is not stated",
      help: LocalizedText(ko: "이 줄을 지우십시오. 계산식: `\(formula)`", en: "take it out; it is `\(formula)`"))
  }

  // ── wrong kinds of nodes ─────────────────────────────────────────────────────

  /// Reports a value or a list in the place of a group.
  mutating func reportExpectedGroup(_ node: YAMLNode, type: Int, entry: Int) {
    if node.isBroken { return }
    let name = vocabulary.shapes[type].entries[entry].name
    let names = vocabulary.shapes[type].names(in: entry).prefix(4).joined(separator: ": …, ")
    entries.log.error(
      "scheme.expected-group", at: node.span, ko: "`\(name)`은(는) 여러 사실의 묶음이라 값 하나로 적을 수 없습니다",
      en: "`\(name)` groups several facts and needs a mapping",
      help: LocalizedText(
        ko: "`\(name): {\(names): …}` 꼴로 적으십시오. 모르면 `null`, 없으면 `none`으로 적으십시오",
        en:
          "write `\(name): {\(names): …}`, `null` if it is not known, or `none` to declare that there is none"
      ))
  }

  /// Reports a mapping in the place of one value.
  mutating func reportExpectedValue(_ node: YAMLNode, as form: ScalarForm) {
    if node.isBroken { return }
    let help: LocalizedText =
      if form.takesBounds {
        LocalizedText(
          ko: "값, `{at_least: 값, at_most: 값}`, `{either: [값, 값]}` 가운데 하나로 적으십시오",
          en: "write a value, `{at_least: value, at_most: value}` or `{either: [value, value]}`")
      } else if form.takesReadings {
        LocalizedText(
          ko: "값 하나 또는 `{either: [값, 값]}`으로 적으십시오", en: "write a value or `{either: [value, value]}`")
      } else {
        LocalizedText(ko: "값 하나를 적으십시오", en: "write one value")
      }
    entries.log.error(
      "scheme.expected-value", at: node.span, ko: "값 하나가 와야 할 자리에 묶음이 있습니다",
      en: "expected one value, found a mapping", help: help)
  }

  /// Reports something else in the place of a list.
  mutating func reportExpectedList(_ node: YAMLNode, ofRecords: Bool) {
    if node.isBroken { return }
    let help: LocalizedText
    switch node.kind {
    case .scalar:
      help = LocalizedText(
        ko: "하나뿐이어도 `[\(Quoted.text(node.text))]`처럼 적으십시오. 비었으면 `[]`, 모르면 `null`로 적으십시오",
        en: "write `[\(Quoted.text(node.text))]` even for one, `[]` if it is empty, `null` if it is not known"
      )
    case .mapping, .sequence:
      help =
        ofRecords
        ? LocalizedText(
          ko: "각 항목을 `- `로 시작하는 목록으로 적으십시오", en: "write a list whose elements each begin with `- `")
        : LocalizedText(ko: "`[값, 값]`으로 적으십시오", en: "write `[value, value]`")
    }
    entries.log.error(
      "scheme.expected-list", at: node.span, ko: "목록이 와야 합니다", en: "expected a list", help: help)
  }

  /// Reports an element of a list of records that is no mapping.
  mutating func reportExpectedElement(_ node: YAMLNode, type: Int) {
    if node.isBroken { return }
    guard !node.isNull, !node.isNone else {
      reportStateInList(node)
      return
    }
    let name = vocabulary.environment.records[type].name
    let names = vocabulary.shapes[type].names(in: 0).prefix(3).joined(separator: ": …, ")
    entries.log.error(
      "scheme.expected-element", at: node.span, ko: "`\(name)` 항목은 `{\(names): …}` 꼴이어야 합니다",
      en: "a `\(name)` needs a mapping such as `{\(names): …}`")
  }

  /// Reports `null`, `none` or nothing in the place of an element.
  mutating func reportStateInList(_ node: YAMLNode) {
    entries.log.error(
      "scheme.empty-element", at: node.span, ko: "목록에 빈 항목이 있습니다", en: "the list has an empty element",
      help: LocalizedText(
        ko: "항목을 지우십시오. 더 있을 수 있는 목록이면 그 경로를 첫머리 `incomplete:`에 적으십시오",
        en: "take it out; if the list may hold more, name its path under `incomplete:` at the top"))
  }

  // ── keys ─────────────────────────────────────────────────────────────────────

  /// Warns of a text that a list holds twice.
  mutating func reportRepeated(_ node: YAMLNode, first: YAMLNode) {
    entries.log.warning(
      "scheme.repeated-value", at: node.span, ko: "`\(Quoted.text(node.text))`이(가) 목록에 두 번 있습니다",
      en: "`\(Quoted.text(node.text))` is listed twice",
      help: LocalizedText(ko: "하나를 지우십시오", en: "take one out"),
      notes: [Diagnostic.Note(LocalizedText(ko: "먼저 적힌 것", en: "the first one"), at: first.span.location)])
  }

  /// Reports an element that nothing can name.
  mutating func reportMissingKey(_ node: YAMLNode, type: Int, slot: Int) {
    // What a damaged element lacks may stand in the lines that could not be read.
    if node.isBroken { return }
    let record = vocabulary.environment.records[type]
    let name = record.fields[slot].name
    entries.log.error(
      "scheme.missing-key", at: node.entries.first?.key.span ?? node.span,
      ko: "이 `\(record.name)` 항목에 `\(name)`이(가) 없습니다",
      en: "this `\(record.name)` has no `\(name)`",
      help: LocalizedText(
        ko: "항목을 가리킬 이름을 적으십시오. 보기: `\(name): \(record.name)-1`",
        en: "give it a name of its own, such as `\(name): \(record.name)-1`"))
  }

  /// Reports a key that an earlier element of the list has.
  mutating func reportRepeatedKey(_ key: String, _ node: YAMLNode?, first: YAMLNode?) {
    let note = first.map {
      Diagnostic.Note(LocalizedText(ko: "먼저 적힌 것", en: "the first one"), at: $0.span.location)
    }
    entries.log.error(
      "scheme.repeated-key", at: node?.span, ko: "`\(Quoted.text(key))`이(가) 이 목록에 두 번 있습니다",
      en: "`\(Quoted.text(key))` appears twice in this list",
      help: LocalizedText(ko: "항목마다 다른 이름을 적으십시오", en: "give every element a name of its own"),
      notes: note.map { [$0] } ?? [])
  }

  /// Reports an element named `all` where `all` stands for every element.
  mutating func checkReservedKey(_ node: YAMLNode, record: Int) {
    let type = facts.records[record].type
    guard vocabulary.takesAll.contains(type) else { return }
    entries.log.error(
      "scheme.reserved-key", at: node.span, ko: "`all`은 모두를 뜻하므로 항목의 이름이 될 수 없습니다",
      en: "`all` stands for every element and cannot name one",
      help: LocalizedText(ko: "다른 이름을 쓰십시오", en: "use another name"))
  }
}
