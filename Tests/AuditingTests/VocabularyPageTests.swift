import Diagnostics
import Expressions
import Findings
import Foundation
import Reporting
import Schemes
import Testing
import YAMLTree

@testable import Auditing

/// `audit vocabulary`: the facts that a scheme may state.
@Suite struct VocabularyPageTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  private static func set(_ folder: String) throws -> PolicySet {
    try #require(PolicySet.load([root + "/" + folder]).set)
  }

  private func page(
    _ path: String?, in set: PolicySet, of id: String? = nil, _ language: Language = .ko
  ) -> (text: String, problems: [Diagnostic]) {
    var log = DiagnosticLog()
    let sheet = set.vocabularySheet(path, of: id, diagnostics: &log)
    let bytes = sheet?.render(RenderOptions(language: language)) ?? []
    return (String(decoding: bytes, as: UTF8.self), log.sorted)
  }

  private static let facts = """
    format: guideline_vocabulary/1
    id: plan
    version: 1
    title: {ko: 계획, en: plan}
    units: {KRW: {ko: 원, en: KRW}}
    choices: {fee_kind: {free: {ko: 무료, en: free of charge}, paid: {ko: 유료, en: paid}}}
    records: {service: {ko: 서비스, en: service}}
    facts:
      plan.filed: {type: date, filed: true, ko: 제출일, en: filed on}
      plan.secret: {type: number, unit: KRW, confidential: true, ko: 보험금, en: insured sum}
      plan.excused: {type: bool, needs_proof: plan.letter, ko: 면제 주장, en: excuse claimed}
      plan.letter: {type: string, ko: 공문, en: letter}
      plan.quiet: {type: bool, absent: false, absent_why: {ko: 없으면 없는 것, en: nobody would hide it}, ko: 조용함, en: quiet}
      plan.services: {type: list, of: service, ko: 서비스 목록, en: services}
      service.id: {type: string, key: true, ko: 식별자, en: id}
      service.kind: {type: choice, choices: fee_kind, open: true, ko: 요금 구분, en: kind of fee}
      service.fee: {type: number, unit: KRW, when: service.kind == 'paid', ko: 월 요금, en: monthly fee}
      service.users: {type: number, ko: 이용자, en: users}
      service.dear: {type: bool, is: service.fee > 10000, ko: 비쌈, en: dear}
      service.parent: {type: ref, to: plan.services, ko: 상위 서비스, en: parent}
      plan.notes.text: {type: string, ko: 비고, en: remark}
    """

  private static let policy = """
    format: guideline_policy/1
    id: plan.rules
    version: 1.0.0
    vocabulary: plan
    title: {ko: 기준, en: rules}
    authority: {id: city, ko: 시청, en: city}
    legal: {status: statute}
    as_of: plan.filed
    definitions: {dear_ones: "plan.services.filter(s, s.dear)"}
    rules:
      - {id: R-DEF, title: {ko: 가, en: a}, cite: 제1조, severity: minor, require: dear_ones.size() < 3}
      - id: R-SHOW
        title: {ko: 나, en: b}
        cite: 제2조
        severity: minor
        for_each: {as: service, in: plan.services}
        require: service.kind == 'free'
        message: {ko: "{service.users}", en: "{service.users}"}
      - id: R-EXC
        title: {ko: 다, en: c}
        cite: 제3조
        severity: minor
        require: plan.secret > 0
        exceptions: [{id: R-EXC.X, title: {ko: 라, en: d}, when: plan.excused, proof: plan.letter}]
    """

  private func inline() throws -> PolicySet {
    try InlineSet(["vocabulary.yaml": Self.facts, "policy.yaml": Self.policy]).loaded()
  }

  @Test func `the tree shows every fact with what a vocabulary says of it`() throws {
    let text = page(nil, in: try inline()).text
    for line in [
      "plan/1 — 계획", "제출일 · 날짜 · 유예의 기준일", "보험금 · 수 (원) · 비공개", "면제 주장 · 참·거짓 · 입증자료 `plan.letter`",
      "조용함 · 참·거짓 · 적지 않으면 아니요 (`false`)", "  services[]  서비스 목록 · 서비스(`service`)의 목록",
      "    id        식별자 · 글 · 식별자", "선택값(다른 값도 가능): free 무료, paid 유료", "`service.kind == 'paid'`일 때만",
      "계산됨 `service.fee > 10000`", "`plan.services`의 요소를 가리키는 값", "  notes\n    text",
    ] { #expect(text.contains(line), "\(line)\n\(text)") }
    #expect(
      page(nil, in: try inline(), .en).text.contains("a choice (other members too): free free of charge"))
  }

  @Test(arguments: [
    "plan.services[talk].fee", "plan.services.fee", "plan.services[].fee", "plan.services[#2].fee",
    "plan.services.talk.fee", "service.fee", "월 요금", "월요금", "Monthly Fee",
  ])
  func `a path, an element of a scheme or a name leads to the fact`(path: String) throws {
    let (text, problems) = page(path, in: try inline())
    #expect(problems.isEmpty)
    #expect(text.hasPrefix("plan.services[].fee — 월 요금\n"), "\(text)")
    #expect(text.contains("`service.kind == 'paid'`일 때만") && text.contains("type: number, unit: KRW"))
  }

  @Test func `a group, a record and the beginning of paths lead to all their facts`() throws {
    let set = try inline()
    #expect(page("plan.notes", in: set).text.contains("text  비고 · 글"))
    #expect(page("service", in: set).text.contains("서비스(`service`) — 목록의 요소"))
    let begun = page("plan.se", in: set).text
    #expect(begun.contains("사실 2개") && begun.contains("plan.secret") && begun.contains("plan.services"))
  }

  @Test(arguments: [
    ("plan.servics.fee", "plan.services[].fee"), ("plan.services.fre", "plan.services[].fee"),
    ("월 오금", "plan.services[].fee"), ("serivce.dear", "plan.services[].dear"),
    ("상위", "plan.services[].parent"),
  ])
  func `a misspelt path or name is an error with a suggestion`(path: String, meant: String) throws {
    let (text, problems) = page(path, in: try inline())
    #expect(text.isEmpty)
    #expect(problems.map(\.code) == ["vocabulary.unknown-fact"])
    #expect(problems.first?.help?.ko.contains("`\(meant)`") == true, "\(problems)")
  }

  @Test(
    arguments: [
      // through the definition and the derived fact
      ("service.fee", ["R-DEF"], []), ("service.dear", ["R-DEF"], []),
      ("service.users", [], ["R-SHOW"]), ("service.kind", ["R-SHOW"], []),
      ("plan.excused", ["R-EXC"], []), ("plan.letter", ["R-EXC"], []),
      // by the date of the policy
      ("plan.filed", ["R-DEF", "R-SHOW", "R-EXC"], []), ("plan.quiet", [], []),
    ] as [(String, [String], [String])])
  func `the rules that read a fact are found through steps, exceptions, dates and messages`(
    path: String, deciding: [String], showing: [String]
  ) throws {
    let set = try inline()
    let vocabulary = try #require(set.vocabularies["plan"])
    let found = try #require(VocabularyLookup(map: FactMap(vocabulary)).find(path))
    guard case .fact(let field) = found else {
      Issue.record("\(path) is no fact")
      return
    }
    let readers = FactReads(set, vocabulary: "plan").readers(of: [field]).first
    #expect(readers?.deciding ?? [] == deciding)
    #expect(readers?.showing ?? [] == showing)
  }

  /// Whether a scheme says something of a fact, in the last of the elements that have it.
  private static func states(_ field: FieldID, _ facts: Facts) -> Bool {
    guard let record = facts.records.lastIndex(where: { $0.type == field.record }) else { return false }
    if case .missing = facts[facts.fact(record: record, slot: field.slot)] { return false }
    return true
  }

  @Test(arguments: ["policies", "examples/small-policy-set"])
  func `every example can be read as a scheme without an error`(folder: String) throws {
    let set = try Self.set(folder)
    var count = 0
    for vocabulary in set.vocabularies.values {
      let map = FactMap(vocabulary)
      for field in map.fields {
        for language in Language.allCases {
          let example = FactExample(map: map, field: field, language: language)
          for statement in example.statements {
            let text = example.file(statement)
            var log = DiagnosticLog()
            let file = SourceFile(path: "example.yaml", bytes: Array((text + "\n").utf8))
            let tree = YAMLTree.parse(file, into: &log)
            let scheme = tree.flatMap { Scheme.load($0, vocabulary: vocabulary, diagnostics: &log) }
            #expect(scheme != nil && !log.hasErrors, "\(text)\n\(log.sorted.map(FixtureSet.text))")
            #expect(scheme.map { Self.states(field, $0.facts) } == true, "\(text)")
            count += 1
          }
        }
      }
    }
    #expect(count > 100)
  }

  @Test(arguments: [
    ("service.fee", ["kind: paid", "fee: 10"]), ("plan.cause.text", ["kind: storm", "text: \"cause\""]),
    ("plan.mild", ["quiet: false", "size: 3", "mild: true"]),
  ])
  func `an example states the facts that its own fact depends on, before it`(
    path: String, lines: [String]
  ) throws {
    let more = """

        plan.cause.kind: {type: choice, choices: [storm, fire], ko: 원인, en: kind of cause}
        plan.cause.text: {type: string, when: "plan.cause.kind in ['storm', 'fire']", ko: 설명, en: cause}
        plan.size: {type: number, ko: 규모, en: size}
        plan.mild: {type: bool, when: "!plan.quiet && plan.size == 3", ko: 경미, en: mild}
      """
    let set = try InlineSet(["vocabulary.yaml": Self.facts + more, "policy.yaml": Self.policy]).loaded()
    let text = page(path, in: set, .en).text
    var rest = try #require(text.components(separatedBy: "format: plan/1").last)[...]
    for line in lines {
      let found = try #require(rest.range(of: line), "\(line)\n\(text)")
      rest = rest[found.upperBound...]
    }
  }

  @Test(arguments: ["policies", "examples/small-policy-set"])
  func `in its example every fact exists`(folder: String) throws {
    let set = try Self.set(folder)
    for vocabulary in set.vocabularies.values {
      let map = FactMap(vocabulary)
      for field in map.fields {
        guard let when = map.environment.field(field).when else { continue }
        let example = FactExample(map: map, field: field, language: .en)
        guard let statement = example.statements.first else { continue }
        let file = SourceFile(path: "e.yaml", bytes: Array((example.file(statement) + "\n").utf8))
        var log = DiagnosticLog()
        let tree = try #require(YAMLTree.parse(file, into: &log))
        let facts = try #require(Scheme.load(tree, vocabulary: vocabulary, diagnostics: &log)?.facts)
        let evaluation = Evaluation(facts: facts, program: Program(environment: facts.environment))
        let record = try #require(facts.records.lastIndex { $0.type == field.record })
        evaluation.startRule(asOf: nil)
        evaluation.startSubject([.record(.fact(record))])
        guard case .bool(true) = evaluation.evaluate(when).value else {
          Issue.record("\(map.name(of: field)) needs \(when.source.text):\n\(example.file(statement))")
          continue
        }
      }
    }
  }

  @Test(arguments: [("outage.from", true), ("offset.from", false), ("transfer.to", false)])
  func `what a function looks up in its windows is read of those windows only`(
    path: String, isRead: Bool
  ) throws {
    let set = try Self.set("policies")
    let vocabulary = try #require(set.vocabularies["compensation_scheme"])
    guard case .fact(let field)? = VocabularyLookup(map: FactMap(vocabulary)).find(path) else {
      Issue.record("\(path) is no fact")
      return
    }
    let readers = FactReads(set, vocabulary: vocabulary.id).readers(of: [field])
    #expect(readers.flatMap(\.deciding).contains("KR-NTC-001") == isRead)
  }

  @Test(arguments: ["policies", "examples/small-policy-set"])
  func `every page keeps to 80 columns and finds itself again`(folder: String) throws {
    let set = try Self.set(folder)
    for vocabulary in set.vocabularies.values {
      let map = FactMap(vocabulary)
      let lookup = VocabularyLookup(map: map)
      for field in map.fields {
        for path in map.paths(of: field) + [map.name(of: field)] {
          guard case .fact(let found)? = lookup.find(path) else {
            Issue.record("\(path) is not found")
            continue
          }
          #expect(found == field)
        }
      }
    }
    for language in Language.allCases {
      for path in [nil, "scheme", "scheme.awards", "award", "scheme.services", "incident.planned"] {
        let text = page(path, in: set, language).text
        #expect(!text.isEmpty)
        for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= 80, "\(line)") }
      }
    }
  }

  @Test func `several vocabularies are listed, and one is chosen`() throws {
    let other = Self.facts.replacingOccurrences(of: "id: plan\n", with: "id: draft\n")
    let set = try InlineSet(["a.yaml": Self.facts, "b.yaml": other, "policy.yaml": Self.policy]).loaded()
    #expect(page(nil, in: set).text.contains("용어집 2개"))
    #expect(page("service.fee", in: set).problems.map(\.code) == ["vocabulary.several"])
    #expect(page("service.fee", in: set, of: "draft").text.contains("월 요금"))
    let unknown = page(nil, in: set, of: "drat").problems
    #expect(unknown.first?.help?.en == "did you mean `draft`?")
  }

  @Test func `records that hold themselves end`() throws {
    let nested = Self.facts + "\n  service.parts: {type: list, of: service, ko: 구성, en: parts}\n"
    let set = try InlineSet(["a.yaml": nested, "policy.yaml": Self.policy]).loaded()
    #expect(page(nil, in: set).text.contains("서비스(`service`)의 사실은 위와 같음"))
    #expect(page("plan.services.parts.fee", in: set).text.hasPrefix("plan.services[].fee"))
  }
}
