import Diagnostics
import Expressions
import Schemes
import Testing
import YAMLTree

/// A vocabulary with one fact of every kind.
let orchardVocabulary = """
  format: guideline_vocabulary/1
  id: orchard_plan
  version: 1
  units:
    KRW: {ko: 원, en: KRW}
    h: {ko: 시간, en: hours}
  records:
    tree: {ko: 나무, en: tree}
  choices:
    fruit_kind:
      apple: {ko: 사과, en: apple}
      pear: {ko: 배, en: pear}
  facts:
    plan.id: {type: string, ko: 계획, en: plan}
    plan.title: {type: string, ko: 제목, en: title}
    plan.filed: {type: date, filed: true, ko: 제출일, en: filed}
    plan.started: {type: timestamp, ko: 시작, en: started}
    plan.organic: {type: bool, ko: 유기농, en: organic}
    plan.cost: {type: number, unit: KRW, ko: 비용, en: cost}
    plan.pause: {type: number, unit: h, ko: 쉼, en: pause}
    plan.fruit: {type: choice, choices: fruit_kind, ko: 과일, en: fruit}
    plan.season: {type: choice, open: true, choices: [spring, autumn], ko: 철, en: season}
    plan.water: {ko: 물, en: water}
    plan.water.source_name: {type: string, ko: 수원, en: source of water}
    plan.water.daily.amount: {type: number, ko: 하루 물, en: daily water}
    plan.tools: {type: list, of: string, ko: 도구, en: tools}
    plan.trees: {type: list, of: tree, ko: 나무 목록, en: trees}
    plan.workers: {type: list, of: worker, ko: 일꾼, en: workers}
    plan.remarks: {type: list, of: remark, ko: 비고, en: remarks}
    계획.이름: {type: string, ko: 이름, en: name}
    tree.id: {type: string, key: true, ko: 나무 번호, en: tree id}
    tree.kind: {type: choice, choices: fruit_kind, ko: 종류, en: kind}
    tree.age: {type: number, ko: 나이, en: age}
    tree.old: {type: bool, is: tree.age > 50, ko: 고목, en: old}
    tree.grafts: {type: list, of: graft, ko: 접가지, en: grafts}
    tree.ripe: {type: date, when: tree.kind == 'pear', ko: 익는 날, en: ripe}
    graft.id: {type: string, key: true, ko: 접가지 번호, en: graft id}
    graft.length: {type: number, ko: 길이, en: length}
    worker.id: {type: string, key: true, ko: 일꾼 번호, en: worker id}
    worker.tree: {type: ref, to: plan.trees, ko: 맡은 나무, en: tree}
    worker.helps: {type: list, of: ref, to: plan.trees, all: true, ko: 돕는 나무, en: trees helped}
    worker.paid: {type: bool, absent: false, absent_why: {ko: 적지 않으면 무급, en: silence means unpaid}, ko: 유급, en: paid}
    remark.text: {type: string, ko: 글, en: text}
  """

/// A YAML text as a tree; a problem of the YAML itself fails the test.
func tree(_ text: String, _ path: String = "plan.yaml") throws -> YAMLTree {
  var log = DiagnosticLog()
  let tree = YAMLTree.parse(SourceFile(path: path, bytes: Array(text.utf8)), into: &log)
  #expect(log.entries.map(\.message.en) == [])
  return try #require(tree)
}

/// A vocabulary and everything that was reported about it.
func vocabulary(_ text: String) throws -> (value: Vocabulary?, log: DiagnosticLog) {
  var log = DiagnosticLog()
  let value = Vocabulary.load(try tree(text, "vocabulary.yaml"), diagnostics: &log)
  return (value, log)
}

/// The orchard's vocabulary, which has no problems.
func orchard() throws -> Vocabulary {
  let (value, log) = try vocabulary(orchardVocabulary)
  #expect(log.entries.map(\.message.en) == [])
  return try #require(value)
}

/// A scheme of the orchard and everything that was reported about it. The body stands after the format line.
func load(_ body: String) throws -> (scheme: Scheme, log: DiagnosticLog) {
  let tree = try tree("format: orchard_plan/1\n" + body)
  var log = DiagnosticLog()
  let scheme = Scheme.load(tree, vocabulary: try orchard(), diagnostics: &log)
  return (try #require(scheme), log)
}

/// A scheme that must load without any remark.
func sound(_ body: String) throws -> Scheme {
  let (scheme, log) = try load(body)
  #expect(log.entries.map { "\($0.code): \($0.message.en)" } == [])
  return scheme
}

/// The codes of what was reported, in the order of the file.
func codes(_ body: String) throws -> [String] {
  try load(body).log.sorted.map(\.code)
}

/// The only problem of a scheme.
func problem(_ body: String) throws -> Diagnostic {
  let log = try load(body).log
  #expect(log.entries.map { "\($0.code): \($0.message.en)" }.count == 1, "\(log.entries.map(\.message.en))")
  return try #require(log.entries.first)
}

extension Scheme {
  /// The fact at a path of words and keys, such as `plan.trees[T1].age`.
  func fact(_ path: String) throws -> FactID {
    for record in facts.records.indices {
      for slot in facts.environment.records[facts.records[record].type].fields.indices {
        let fact = facts.fact(record: record, slot: slot)
        if facts.path(of: fact) == path { return fact }
      }
    }
    throw NoSuchFact(path: path)
  }

  /// What is stated at a path, in short.
  func stated(_ path: String) throws -> String {
    let fact = try fact(path)
    return describe(facts[fact])
  }

  private func describe(_ slot: Facts.Slot) -> String {
    switch slot {
    case .missing: "missing"
    case .none: "none"
    case .bool(let value): "bool \(value)"
    case .number(let value): "number \(value.decimalText.text)"
    case .string(let value): "text \(value)"
    case .date(let value): "date \(value.iso)"
    case .timestamp(let value): "time \(value.text)"
    case .group: "group"
    case .range(let range): "range \(range.low.map(describe) ?? "…")–\(range.high.map(describe) ?? "…")"
    case .either(let values): "either " + values.map(describe).joined(separator: "|")
    case .list(let list):
      "list "
        + facts.lists[list].elements.map { element in
          switch element {
          case .record(let record): facts.label(ofRecord: record)
          case .scalar(let value, _): describe(value)
          }
        }.joined(separator: ",") + (facts.lists[list].isIncomplete ? "…" : "")
    }
  }

  private func describe(_ value: Value) -> String {
    Scheme.describe(value)
  }

  static func describe(_ value: Value) -> String {
    switch value {
    case .bool(let value): "\(value)"
    case .number(let value): value.decimalText.text
    case .string(let value): value
    case .date(let value): value.iso
    case .timestamp(let value): value.text
    case .range(let range): "\(range.low.map(describe) ?? "…")–\(range.high.map(describe) ?? "…")"
    case .either(let values): values.map(describe).joined(separator: "|")
    default: "?"
    }
  }
}

struct NoSuchFact: Error {
  var path: String
}
