import Diagnostics
import Expressions
import YAMLTree

extension VocabularyLoader {
  /// Gives every declaration a slot in the root or in a record, groups before what is in them.
  mutating func place(_ declarations: [FactDeclaration]) {
    let firstWords = Set(declarations.compactMap { $0.words.first })
    // A misspelt name is reported once; what is said of the record that was meant keeps its place.
    var seen: Set<String> = []
    var meant: [String: String] = [:]
    for declaration in declarations {
      guard let name = declaration.record else { continue }
      if !firstWords.contains(name), meant[name] == nil {
        meant[name] = Suggestion.nearest(to: name, among: firstWords.sorted())
      }
      let record = meant[name] ?? name
      if seen.insert(record).inserted { recordNames.append(record) }
    }
    for name in recordLabels.keys.sorted() where !seen.contains(name) {
      let near = Suggestion.nearest(to: name, among: recordNames)
      entries.log.warning(
        "vocabulary.unused-record", at: tree.root["records"]?.span, ko: "`\(name)`의 목록(`of: \(name)`)이 없습니다",
        en: "no list is `of: \(name)`",
        help: near.map(Suggestion.question))
    }
    fields = Array(repeating: [], count: recordNames.count + 1)
    slots = Array(repeating: [:], count: recordNames.count + 1)
    origins = Array(repeating: [], count: recordNames.count + 1)
    isGroup = Array(repeating: [], count: recordNames.count + 1)
    slots[TypeEnvironment.root].reserveCapacity(declarations.count)
    fields[TypeEnvironment.root].reserveCapacity(declarations.count)
    var recordIndex = Dictionary(
      uniqueKeysWithValues: recordNames.enumerated().map { ($0.element, $0.offset + 1) })
    for (name, record) in meant { recordIndex[name] = recordIndex[record] }
    for declaration in declarations {
      if let name = declaration.record, !firstWords.contains(name) {
        let near = meant[name]
        entries.log.error(
          "vocabulary.unknown-record", at: declaration.attribute(.of)?.span, ko: "`\(name)`의 사실이 하나도 없습니다",
          en: "there are no facts of `\(name)`",
          help: near.map(Suggestion.question)
            ?? LocalizedText(
              ko: "`\(name).id: {type: string, key: true, …}`처럼 적으십시오",
              en: "declare them, such as `\(name).id: {type: string, key: true, …}`"))
      }
      let record = declaration.words.first.flatMap { recordIndex[$0] }
      let words = record == nil ? declaration.words : Array(declaration.words.dropFirst())
      guard !words.isEmpty else {
        entries.log.error(
          "vocabulary.bare-record", at: declaration.key.span,
          ko: "`\(declaration.path)`은(는) 목록 낱개의 이름이라 그 자체로 사실이 될 수 없습니다",
          en: "`\(declaration.path)` names the elements of a list and is no fact itself",
          help: LocalizedText(
            ko: "이름과 라벨은 `records:` 아래에 적으십시오", en: "put its label under `records:`"))
        continue
      }
      add(declaration, words: words, record: record ?? TypeEnvironment.root)
    }
    finishTypes(recordIndex)
  }

  private mutating func add(_ declaration: FactDeclaration, words: [String], record: Int) {
    var name = words.first ?? ""
    for word in words.dropFirst() {
      if let slot = slots[record][name] {
        if let origin = origins[record][slot], origin.kind != nil {
          reportConflict(declaration, with: origin)
          return
        }
        isGroup[record][slot] = true
      } else {
        append(Field(name: name, type: .group, label: LocalizedText(name)), origin: nil, record: record)
        isGroup[record][fields[record].count - 1] = true
      }
      name += "."
      name += word
    }
    if let slot = slots[record][name] {
      // A declaration without a type labels the group that its facts made.
      guard declaration.kind == nil, origins[record][slot] == nil else {
        if let origin = origins[record][slot] {
          reportConflict(declaration, with: origin)
        } else if let child = origins[record].first(where: {
          $0?.words.starts(with: declaration.words) == true
        }) ?? nil {
          reportConflict(child, with: declaration)
        }
        return
      }
      origins[record][slot] = declaration
      fields[record][slot].label = declaration.label
      fields[record][slot].span = declaration.key.span
      return
    }
    var field = Field(name: name, type: .group, label: declaration.label)
    field.span = declaration.key.span
    append(field, origin: declaration, record: record)
  }

  private mutating func append(_ field: Field, origin: FactDeclaration?, record: Int) {
    slots[record][field.name] = fields[record].count
    fields[record].append(field)
    origins[record].append(origin)
    isGroup[record].append(false)
  }

  private mutating func reportConflict(_ declaration: FactDeclaration, with other: FactDeclaration) {
    brokenPaths.formUnion([declaration.path, other.path])
    entries.log.error(
      "vocabulary.conflict", at: declaration.key.span,
      ko: "`\(declaration.path)`은(는) `\(other.path)`와(과) 함께 있을 수 없습니다",
      en: "`\(declaration.path)` cannot stand beside `\(other.path)`",
      help: LocalizedText(
        ko: "유형이 있는 사실 아래에는 다른 사실을 둘 수 없습니다. 묶음은 `type` 없이 적으십시오",
        en: "a fact with a type holds no other facts; declare a group without `type`"),
      notes: [
        Diagnostic.Note(LocalizedText(ko: "다른 쪽", en: "the other one"), at: other.key.span.location)
      ])
  }

  /// Fills in types and properties, now that every list and record has its place.
  private mutating func finishTypes(_ recordIndex: [String: Int]) {
    var filed: FactDeclaration?
    for record in fields.indices {
      var key: FactDeclaration?
      for slot in fields[record].indices {
        guard let declaration = origins[record][slot] else { continue }
        guard declaration.kind != nil else {
          checkGroup(declaration, slot: slot, record: record)
          continue
        }
        if let type = type(of: declaration, recordIndex) {
          fields[record][slot].type = type
        } else {
          brokenPaths.insert(declaration.path)
        }
        fields[record][slot].absentWhy = declaration.attribute(.absentWhy).flatMap { entries.localized($0) }
        fields[record][slot].isConfidential = entries.flag(declaration.attribute(.confidential))
        fields[record][slot].isHeadline = entries.flag(declaration.attribute(.headline))
        fields[record][slot].needsProof = proof(declaration)
        if entries.flag(declaration.attribute(.filed)) {
          if record != TypeEnvironment.root {
            entries.log.error(
              "vocabulary.filed-in-record", at: declaration.key.span, ko: "`filed`는 목록 밖의 날짜에만 씁니다",
              en: "`filed` is for a date outside of lists")
          } else if let filed {
            reportSecond("filed", declaration, first: filed)
          } else {
            fields[record][slot].isFiled = true
            filed = declaration
          }
        }
        if entries.flag(declaration.attribute(.key)) {
          if record == TypeEnvironment.root {
            entries.log.error(
              "vocabulary.key-outside-list", at: declaration.key.span, ko: "`key`는 목록 낱개의 사실에만 씁니다",
              en: "`key` is for facts of list elements")
          } else if let key {
            reportSecond("key", declaration, first: key)
          } else {
            fields[record][slot].isKey = true
            key = declaration
          }
        }
      }
    }
  }

  private mutating func checkGroup(_ declaration: FactDeclaration, slot: Int, record: Int) {
    guard !isGroup[record][slot] else { return }
    brokenPaths.insert(declaration.path)
    if declaration.isBroken { return }
    entries.log.error(
      "vocabulary.no-type", at: declaration.key.span, ko: "`\(declaration.path)`에 `type`이 없습니다",
      en: "fact `\(declaration.path)` has no `type`",
      help: LocalizedText(
        ko: "`type: bool | number | string | choice | date | timestamp | list | ref` 가운데 하나를 적으십시오",
        en: "write one of `type: bool | number | string | choice | date | timestamp | list | ref`"))
  }

  private mutating func reportSecond(
    _ attribute: String, _ declaration: FactDeclaration, first: FactDeclaration
  ) {
    entries.log.error(
      "vocabulary.second-\(attribute)", at: declaration.key.span, ko: "`\(attribute)`은(는) 하나만 둘 수 있습니다",
      en: "there can be one `\(attribute)` only",
      notes: [
        Diagnostic.Note(LocalizedText(ko: "먼저 적힌 것", en: "the first one"), at: first.key.span.location)
      ])
  }

  /// What proof a fact needs: a fact's path, or who has to give it.
  private mutating func proof(_ declaration: FactDeclaration) -> String? {
    guard let node = declaration.attribute(.needsProof), let text = entries.text(node), text != "false" else {
      return nil
    }
    guard text.contains(".") else { return text }
    let words = text.split(separator: ".").map(String.init)
    let record = words.first.flatMap { recordNames.firstIndex(of: $0) }.map { $0 + 1 } ?? TypeEnvironment.root
    let name = (record == TypeEnvironment.root ? words : Array(words.dropFirst())).joined(separator: ".")
    if slots[record][name] == nil {
      let prefix = record == TypeEnvironment.root ? "" : words[0] + "."
      let near = Suggestion.nearest(to: text, among: slots[record].keys.sorted().map { prefix + $0 })
      entries.log.error(
        "vocabulary.unknown-fact", at: node.span, ko: "`\(text)`은(는) 이 용어집에 없는 사실입니다",
        en: "unknown fact `\(text)`",
        help: near.map(Suggestion.question))
    }
    return text
  }

  /// The record types, the root first.
  func recordTypes() -> [RecordType] {
    fields.enumerated().map { index, fields in
      let name = index == TypeEnvironment.root ? "" : recordNames[index - 1]
      return RecordType(name: name, label: recordLabels[name] ?? LocalizedText(name), fields: fields)
    }
  }
}
