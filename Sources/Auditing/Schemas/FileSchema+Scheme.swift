import Diagnostics
import Expressions
import Findings
import Schemes

extension FileSchema {
  /// Schemes of a vocabulary: its facts, in the form in which a file states them.
  static func scheme(of vocabulary: Vocabulary) -> FileSchema {
    SchemeSchema(vocabulary: vocabulary, isOfAuthority: false).schema
  }

  /// Files of an authority's facts that are laid over schemes of a vocabulary.
  static func authorityFacts(of vocabulary: Vocabulary) -> FileSchema {
    SchemeSchema(vocabulary: vocabulary, isOfAuthority: true).schema
  }
}

/// Makes the schema of schemes from a vocabulary.
private struct SchemeSchema {
  let vocabulary: Vocabulary
  /// Whether the file holds an authority's facts, which name their author and are never incomplete.
  let isOfAuthority: Bool

  var schema: FileSchema {
    let environment = vocabulary.environment
    var objects: [SchemaObject] = []
    for (index, record) in environment.records.enumerated() {
      objects += groups(of: record, isRoot: index == TypeEnvironment.root)
    }
    objects[0].entries = header + objects[0].entries
    return FileSchema(
      isOfAuthority ? "facts" : "scheme", format: vocabulary.format,
      ko: isOfAuthority ? "기관이 확인한 사실" : "보상안",
      en: isOfAuthority ? "facts that an authority found" : "a compensation scheme",
      objects + [source, provenance] + values + SharedSchema.all.filter { $0.name == "words" })
  }

  // ── the header ─────────────────────────────────────────────────────────────

  private var header: [SchemaEntry] {
    let paths = SchemaShape.oneOrMore(.text)
    let partial: [SchemaEntry] =
      isOfAuthority
      ? [] : [.may("incomplete", paths, "다 적히지 않았을 수 있는 목록의 경로", "paths of lists that may not be whole")]
    let provenance = SchemaEntry.may(
      "provenance", .object("provenance"), "문서의 성격", "what kind of document it is")
    return [.must("format", .word([vocabulary.format]), "형식", "the format")]
      + [
        isOfAuthority
          ? SchemaEntry(
            key: "provenance", shape: .object("provenance"), isRequired: true, meaning: provenance.meaning)
          : provenance
      ]
      + [.may("sources", .map(.either([.text, .object("source_entry")])), "출처", "what facts rest on")]
      + partial + [
        .may(
          "confidential", paths, "비공개로 할 사실, 묶음, 항목의 경로", "paths of facts, groups and elements to withhold"),
        .may("notes", .any, "비고", "notes"),
      ]
  }

  private var provenance: SchemaObject {
    let kinds = isOfAuthority ? [AuthorityFacts.kind] : SchemeProvenance.Kind.allCases.map(\.rawValue)
    let keys = isOfAuthority ? AuthorityFacts.provenanceKeys : Scheme.provenanceKeys
    return SchemaObject(
      "provenance", ko: "문서의 성격", en: "what kind of document it is",
      keys.map { key in
        switch key {
        case "kind": .must(key, .word(kinds), "종류", "who stands behind it")
        case "by":
          isOfAuthority
            ? .must(key, .text, "확인한 기관", "who found the facts") : .may(key, .text, "쓴 사람", "who wrote it")
        case "on": .may(key, .orNull(.day), "날짜", "the day")
        case "not_filed_by_company": .may(key, .flag, "그 회사가 낸 것이 아님", "that company did not hand it in")
        case "note": .may(key, .words, "알아 둘 점", "what a reader should know")
        default: .may(key, .any, "`\(key)`", "`\(key)`")
        }
      })
  }

  private var source: SchemaObject {
    SchemaObject(
      "source_entry", ko: "출처", en: "a source",
      Scheme.sourceKeys.map { key in
        switch key {
        case "date": .may(key, .orNull(.day), "날짜", "its day")
        case "ko": .may(key, .text, "한국어 이름", "Korean name")
        case "en": .may(key, .text, "영어 이름", "English name")
        case "title", "cite", "note": .may(key, .words, "`\(key)`", "`\(key)`")
        default: .may(key, .any, "`\(key)`", "`\(key)`")
        }
      })
  }

  // ── facts ──────────────────────────────────────────────────────────────────

  /// A record and the groups in it, each an object of its own, the record first.
  private func groups(of record: RecordType, isRoot: Bool) -> [SchemaObject] {
    var objects = [
      SchemaObject(
        name(of: record, isRoot), ko: isRoot ? "파일" : record.name, en: isRoot ? "the file" : record.name, [])
    ]
    var places = ["": 0]
    for field in record.fields where field.derived == nil {
      let dot = field.name.lastIndex(of: ".")
      let group = dot.map { String(field.name[..<$0]) } ?? ""
      let word = dot.map { String(field.name[field.name.index(after: $0)...]) } ?? field.name
      guard let place = places[group] else { continue }
      if field.type == .group {
        let object = name(of: record, isRoot) + "." + field.name
        places[field.name] = objects.count
        objects.append(SchemaObject(object, ko: field.label.ko, en: field.label.en, []))
        objects[place].entries.append(entry(word, .either([.object(object), state]), field))
      } else {
        objects[place].entries.append(entry(word, shape(of: field), field))
      }
    }
    for place in objects.indices {
      objects[place].entries.append(
        .may(Vocabulary.sourceKey, .oneOrMore(.text), "출처의 이름", "names of sources"))
    }
    return objects
  }

  private func entry(_ key: String, _ shape: SchemaShape, _ field: Field) -> SchemaEntry {
    let unit = field.type.unit.map { code in vocabulary.environment.units[code] ?? LocalizedText(code) }
    let ko = unit.map { "\(field.label.ko)(\($0.ko))" } ?? field.label.ko
    let en = unit.map { "\(field.label.en) (\($0.en))" } ?? field.label.en
    return .may(key, shape, ko, en)
  }

  private func name(of record: RecordType, _ isRoot: Bool) -> String { isRoot ? "scheme" : record.name }

  /// `null`: nobody has said; `none`: there is none.
  private var state: SchemaShape { .object("state") }

  /// Values as facts state them, and the choices of the vocabulary.
  private var values: [SchemaObject] {
    let date = SchemaShape.day
    let timestamp = SchemaShape.pattern(
      #"^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?([Zz]|[+-]\d{2}:?\d{2})?$"#)
    let number = SchemaShape.either([.number, .pattern(#"^-?[0-9]+(\.[0-9]+)?$"#)])
    let flag = SchemaShape.either([.flag, .word(["true", "false"])])
    var values = [
      SchemaObject(
        "state", ko: "`null`: 알려지지 않음, `none`: 없음", en: "`null`: nobody has said; `none`: there is none",
        shape: .either([.null, .word(["none"])]))
    ]
    let scalars = [
      ("number", "수", "a number", number), ("date", "날짜", "a day", date),
      ("timestamp", "시각", "a moment", timestamp),
      ("flag", "예·아니오", "true or false", flag), ("text", "글", "a text", SchemaShape.text),
    ]
    for (name, ko, en, shape) in scalars { values += partial(name, ko, en, shape) }
    for choice in vocabulary.environment.choices {
      values += partial(
        "choice.\(choice.name)", choice.name, choice.name,
        choice.isOpen ? .text : .word(choice.members.map(\.name)))
    }
    return values
  }

  /// A value, and the same where only bounds or readings of it may be known.
  private func partial(_ name: String, _ ko: String, _ en: String, _ shape: SchemaShape) -> [SchemaObject] {
    let one = SchemaShape.object("value.\(name)")
    let bounds = SchemaShape.members([
      .may("at_least", one, "하한", "the least it can be"), .may("at_most", one, "상한", "the most it can be"),
    ])
    let readings = SchemaShape.members([.must("either", .list(one), "다투는 값", "what sources say")])
    return [
      SchemaObject("value.\(name)", ko: ko, en: en, shape: shape),
      SchemaObject(
        "fact.\(name)", ko: "\(ko), 범위, 다투는 값 또는 상태", en: "\(en), bounds, readings or a state",
        shape: .either([one, bounds, readings, state])),
    ]
  }

  private func shape(of field: Field) -> SchemaShape {
    switch field.type {
    case .list(.record(let index)):
      .either([.list(.object(vocabulary.environment.records[index].name)), state])
    case .list(let element): .either([.list(.object("value.\(name(of: element))")), state])
    case let type: .object("fact.\(name(of: type))")
    }
  }

  private func name(of type: ValueType) -> String {
    switch type {
    case .bool: "flag"
    case .number: "number"
    case .date: "date"
    case .timestamp: "timestamp"
    case .choice(let index): "choice.\(vocabulary.environment.choices[index].name)"
    case .string, .reference, .duration, .list, .record, .group, .pair, .interval, .dyn, .null, .map: "text"
    }
  }
}

extension ValueType {
  fileprivate var unit: String? {
    switch self {
    case .number(let unit): unit
    case .list(let element): element.unit
    case .bool, .string, .choice, .date, .timestamp, .duration, .record, .reference, .group, .pair, .interval,
      .dyn,
      .null, .map:
      nil
    }
  }
}
