import Diagnostics
import Expressions
import Findings
import Schemes

/// Everything about one fact, one record or several facts.
struct FactSheet {
  private let map: FactMap
  private let reads: FactReads
  private let words: FactWords
  private let tree: VocabularyTree

  /// Sheets of a vocabulary with the rules that read its facts.
  init(_ map: FactMap, reads: FactReads) {
    self.map = map
    self.reads = reads
    words = FactWords(map.environment)
    tree = VocabularyTree(map)
  }

  private var environment: TypeEnvironment { map.environment }

  /// The sheet of what was found.
  func sheet(of found: VocabularyLookup.Found) -> Sheet {
    switch found {
    case .fact(let field): environment.field(field).type == .group ? group(field) : fact(field)
    case .record(let record): self.record(record)
    case .several(let fields): several(fields)
    }
  }

  // ── one fact ───────────────────────────────────────────────────────────────

  private func fact(_ id: FieldID) -> Sheet {
    let field = environment.field(id)
    var sheet = Sheet([.title(title(of: id))])
    sheet.pieces += names(of: id) + kinds(of: field) + states(of: field)
    if let choice = words.choice(of: field.type) {
      sheet.section("선택지", "Choices", choice.members.map { Self.row(of: $0) } + openness(choice))
    }
    var facts: Set<FieldID> = [id]
    if case .list(.record(let record)) = field.type {
      sheet.section("요소의 사실", "Facts of each element", tree.rows(of: record, indent: 2))
      facts.formUnion(within(record))
      sheet.section("이 목록을 쓰는 규칙", "Rules that read this list", readers(of: [id]))
      sheet.section(
        "요소의 사실을 쓰는 규칙", "Rules that read facts of its elements", readers(of: facts.subtracting([id])))
    } else {
      sheet.section("이 사실을 쓰는 규칙", "Rules that read it", readers(of: facts))
    }
    sheet.section("적는 법", "How to state it", examples(of: id))
    return sheet
  }

  private func title(of id: FieldID) -> LocalizedText {
    let path = LocalizedText(map.paths(of: id).first ?? map.name(of: id))
    let label = environment.field(id).label
    return label.ko == environment.field(id).name ? path : .joined([path, label], separator: " — ")
  }

  private func names(of id: FieldID) -> [Sheet.Piece] {
    let field = environment.field(id)
    var rows: [Sheet.Piece] = []
    if field.label.ko != field.name {
      rows.append(
        .row(
          ko: "이름", en: "name",
          LocalizedText(
            ko: "\(field.label.ko) (\(field.label.en))", en: "\(field.label.en) (\(field.label.ko))")))
    }
    let paths = map.paths(of: id)
    if paths.count > 1 {
      rows.append(
        .row(ko: "경로", en: "paths", LocalizedText(paths.map { "`\($0)`" }.joined(separator: ", "))))
    }
    if id.record != TypeEnvironment.root {
      rows.append(.row(ko: "식에서", en: "in expressions", LocalizedText("`\(map.name(of: id))`")))
    }
    return rows
  }

  private func kinds(of field: Field) -> [Sheet.Piece] {
    var type = words.kind(field.type)
    if let written = words.written(field.type) {
      type = BilingualValues.noted(type, LocalizedText("`type: \(written)`"))
    }
    var rows: [Sheet.Piece] = [.row(ko: "유형", en: "type", type)]
    if let unit = words.unit(of: field.type) {
      rows.append(.row(ko: "단위", en: "unit", unit))
    }
    if field.isKey {
      rows.append(
        .row(
          ko: "식별자", en: "key",
          LocalizedText(ko: "요소마다 적고 서로 달라야 함", en: "every element states it, no two the same")))
    }
    if case .reference(let reference) = field.type, reference.allowsAll {
      rows.append(
        .row(ko: "모두", en: "all", LocalizedText(ko: "`all`이면 모든 요소", en: "`all` stands for every element")))
    }
    return rows
  }

  private func states(of field: Field) -> [Sheet.Piece] {
    if let derived = field.derived {
      return [
        .row(
          ko: "계산", en: "derived",
          LocalizedText(
            ko: "보상안에 적지 않고 계산함: `\(derived.source.text)`",
            en: "computed, never stated: `\(derived.source.text)`"))
      ]
    }
    var rows: [Sheet.Piece] = []
    if let when = field.when {
      rows.append(
        .row(
          ko: "있는 경우", en: "exists",
          LocalizedText(
            ko: "`\(when.source.text)`일 때만. 그 밖에는 적을 수 없음",
            en: "only when `\(when.source.text)`; stating it elsewhere is an error")))
    }
    if !field.isKey { rows.append(.row(ko: "적지 않으면", en: "if not stated", silence(field))) }
    if let proof = field.needsProof {
      rows.append(.row(ko: "입증자료", en: "proof", LocalizedText("`\(proof)`")))
    }
    if field.isConfidential {
      rows.append(
        .row(
          ko: "비공개", en: "confidential",
          LocalizedText(ko: "영업상 비밀일 수 있는 사실", en: "it may be a business secret")))
    }
    if field.isHeadline {
      rows.append(
        .row(
          ko: "보고서", en: "reports",
          LocalizedText(ko: "보상안을 소개하는 사실로 적음", en: "introduce a scheme with it")))
    }
    if field.isFiled {
      rows.append(
        .row(
          ko: "제출일", en: "filed",
          LocalizedText(ko: "유예는 이 날짜에 유효하여야 함", en: "waivers must hold on this date")))
    }
    return rows
  }

  private func silence(_ field: Field) -> LocalizedText {
    guard let absence = words.absence(field) else {
      return LocalizedText(
        ko: "모르는 것으로 봄(그에 달린 판정은 자료 보완 필요)", en: "it is unknown, and so is what depends on it")
    }
    let taken = LocalizedText(ko: "\(absence.ko)(으)로 봄", en: "taken as \(absence.en)")
    guard let why = field.absentWhy else { return taken }
    return .joined([taken, why], separator: " — ")
  }

  private static func row(of member: ChoiceType.Member) -> Sheet.Piece {
    .row(
      LocalizedText(member.name),
      LocalizedText(
        ko: "\(member.label.ko) (\(member.label.en))", en: "\(member.label.en) (\(member.label.ko))"),
      indent: 2)
  }

  private func openness(_ choice: ChoiceType) -> [Sheet.Piece] {
    guard choice.isOpen else { return [] }
    return [.paragraph(ko: "여기에 없는 값도 적을 수 있음", en: "other values may be stated too")]
  }

  // ── several facts ──────────────────────────────────────────────────────────

  private func group(_ id: FieldID) -> Sheet {
    var sheet = Sheet([.title(title(of: id)), .gap])
    let name = environment.field(id).name
    sheet.pieces += tree.rows(of: id.record, group: name, indent: 2)
    let facts = environment.records[id.record].fields.indices.filter { slot in
      environment.records[id.record].fields[slot].name.hasPrefix(name + ".")
    }
    var all: Set<FieldID> = [id]
    for slot in facts {
      let field = FieldID(record: id.record, slot: slot)
      all.insert(field)
      if case .list(.record(let record)) = environment.field(field).type { all.formUnion(within(record)) }
    }
    sheet.section("이 가운데 어느 사실이든 쓰는 규칙", "Rules that read any of them", readers(of: all))
    return sheet
  }

  private func record(_ record: Int) -> Sheet {
    let name = words.recordName(record)
    var sheet = Sheet([
      .title(LocalizedText(ko: "\(name.ko) — 목록의 요소", en: "\(name.en) — an element of a list"))
    ])
    let lists = map.lists(of: record).flatMap { map.paths(of: $0) }
    sheet.pieces += [
      .row(ko: "목록", en: "lists", LocalizedText(lists.map { "`\($0)`" }.joined(separator: ", "))), .gap,
    ]
    sheet.pieces += tree.rows(of: record, indent: 2)
    sheet.section("그 사실을 쓰는 규칙", "Rules that read its facts", readers(of: within(record)))
    if let list = map.lists(of: record).first {
      sheet.section("적는 법", "How to state one", examples(of: list))
    }
    return sheet
  }

  private func several(_ fields: [FieldID]) -> Sheet {
    var sheet = Sheet([
      .title(LocalizedText(ko: "사실 \(fields.count)개", en: "\(fields.count) facts")), .gap,
    ])
    sheet.pieces += fields.map { field in
      .row(
        LocalizedText(map.paths(of: field).first ?? map.name(of: field)),
        words.line(environment.field(field)), indent: 2)
    }
    sheet.section("이 가운데 어느 사실이든 쓰는 규칙", "Rules that read any of them", readers(of: Set(fields)))
    return sheet
  }

  /// The facts of a record and of the records below it.
  private func within(_ record: Int) -> Set<FieldID> {
    var facts: Set<FieldID> = []
    var open = [record]
    var seen: Set<Int> = [record]
    while let next = open.popLast() {
      for slot in environment.records[next].fields.indices {
        let field = FieldID(record: next, slot: slot)
        facts.insert(field)
        if case .list(.record(let inner)) = environment.field(field).type, seen.insert(inner).inserted {
          open.append(inner)
        }
      }
    }
    return facts
  }

  // ── rules and examples ─────────────────────────────────────────────────────

  private func readers(of facts: Set<FieldID>) -> [Sheet.Piece] {
    let readers = reads.readers(of: facts)
    guard !readers.isEmpty else {
      return [.paragraph(ko: "없음", en: "none")]
    }
    return readers.flatMap { policy -> [Sheet.Piece] in
      var texts: [LocalizedText] = []
      if !policy.deciding.isEmpty { texts.append(LocalizedText(policy.deciding.joined(separator: ", "))) }
      if !policy.showing.isEmpty {
        let ids = policy.showing.joined(separator: ", ")
        texts.append(LocalizedText(ko: "문안에만 쓰는 규칙: \(ids)", en: "shown only by \(ids)"))
      }
      return [.paragraph(LocalizedText(policy.policy), indent: 2)] + texts.map { .paragraph($0, indent: 6) }
    }
  }

  private func examples(of id: FieldID) -> [Sheet.Piece] {
    let ko = FactExample(map: map, field: id, language: .ko)
    let en = FactExample(map: map, field: id, language: .en)
    guard ko.statements.contains(.value) else { return [] }
    var pieces: [Sheet.Piece] = [
      .code(LocalizedText(ko: ko.file(.value), en: en.file(.value)), indent: 2)
    ]
    let others = ko.statements.filter { $0 != .value }
    guard !others.isEmpty else { return pieces }
    pieces.append(.gap)
    pieces += others.map { statement in
      .row(
        Self.meaning(of: statement, environment.field(id).type),
        LocalizedText(ko: "`\(ko.line(statement))`", en: "`\(en.line(statement))`"), indent: 2)
    }
    let word = environment.field(id).name.split(separator: ".").last.map(String.init) ?? ""
    pieces.append(
      .row(
        ko: "아직 모름", en: "nobody has said",
        LocalizedText(ko: "`\(word): null`(적지 않은 것과 같음)", en: "`\(word): null`, the same as leaving it out")))
    if case .list = environment.field(id).type, id.record == TypeEnvironment.root {
      let path = environment.field(id).name
      pieces.append(
        .row(
          ko: "일부만 적음", en: "not complete",
          LocalizedText(ko: "맨 위에 `incomplete: [\(path)]`", en: "`incomplete: [\(path)]` at the top")))
    }
    return pieces
  }

  private static func meaning(of statement: FactExample.Statement, _ type: ValueType) -> LocalizedText {
    switch statement {
    case .value: LocalizedText(ko: "값", en: "a value")
    case .none: LocalizedText(ko: "없다고 밝힘", en: "there is none")
    case .bounds: LocalizedText(ko: "범위만 앎", en: "only bounds known")
    case .either: LocalizedText(ko: "출처마다 다름", en: "sources disagree")
    case .emptyList: LocalizedText(ko: "빈 목록", en: "an empty list")
    }
  }
}
