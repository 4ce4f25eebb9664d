import Diagnostics
import Expressions
import Schemes
import Testing
import YAMLTree

/// Vocabularies with mistakes, as far as policies can be checked against them.
@Suite struct `What is sound of a vocabulary` {
  private static let head = "format: guideline_vocabulary/1\nid: shop\nversion: 1\n"

  private static func rest(
    _ facts: String, head: String = Self.head, isReviewing: Bool = false
  ) throws -> (vocabulary: Vocabulary, log: DiagnosticLog) {
    var log = DiagnosticLog()
    let file = SourceFile(path: "v.yaml", bytes: Array((head + "facts:\n" + facts).utf8))
    let tree = try #require(YAMLTree.parseRest(file, into: &log))
    let vocabulary = Vocabulary.loadRest(tree, isReviewing: isReviewing, diagnostics: &log)
    return (try #require(vocabulary), log)
  }

  static let broken: [(fact: String, codes: [String], path: String)] = [
    ("shop.x: {type: numbr, ko: 가, en: a}", ["vocabulary.unknown-type"], "shop.x"),
    ("shop.x: 3", ["vocabulary.bad-fact"], "shop.x"),
    ("shop.x: {type: choice, ko: 가, en: a}", ["vocabulary.no-members"], "shop.x"),
    ("shop.x: {type: list, ko: 가, en: a}", ["vocabulary.list-without-of"], "shop.x"),
    ("shop.x: {ko: 가, en: a}", ["vocabulary.no-type"], "shop.x"),
    ("shop.x: {type: ref, to: shop.y, ko: 가, en: a}", ["vocabulary.bad-reference"], "shop.x"),
  ]

  @Test(arguments: broken)
  func `knows which facts have an error`(fact: String, codes: [String], path: String) throws {
    let (vocabulary, log) = try Self.rest(
      "  shop.ok: {type: bool, ko: 나, en: b, when: shop.x == 3 && shop.okk}\n  \(fact)\n")
    #expect(log.sorted.map(\.code) == ["expression.unknown-fact"] + codes)
    #expect(vocabulary.environment.brokenFacts == [path])
    #expect(vocabulary.environment.records[0].slots["shop.ok"] != nil)
  }

  @Test func `takes a misspelt attribute for the one that was meant`() throws {
    let (vocabulary, log) = try Self.rest("  shop.x: {tpye: number, unti: KRW, ko: 가, en: a}\n")
    #expect(log.sorted.map(\.code) == ["vocabulary.unknown-attribute", "vocabulary.unknown-attribute"])
    let slot = try #require(vocabulary.environment.records[0].slots["shop.x"])
    #expect(vocabulary.environment.records[0].fields[slot].type == .number(unit: "KRW"))
    #expect(vocabulary.environment.brokenFacts.isEmpty)
  }

  @Test func `is there without an id, and knows the words that could not be read`() throws {
    let (vocabulary, log) = try Self.rest(
      "  shop.x: {type: bool, ko: \"가, en: a}\n  shop.y: {type: bool, ko: 가, en: a}\n",
      head: "format: guideline_vocabulary/1\nversion: 1\n")
    #expect(Set(log.sorted.map(\.code)).isSuperset(of: ["vocabulary.missing-key"]))
    #expect(vocabulary.id.isEmpty)
    #expect(vocabulary.environment.lostWords.contains("shop.x"))
    #expect(vocabulary.environment.records[0].slots["shop.y"] != nil)
  }

  @Test(arguments: [
    ("when: shop.size > 3 && shop.size < 2", "expression.always-false", "shop.size < 2"),
    ("is: \"shop.size > 3 || shop.size <= 3\"", "expression.always-true", ""),
  ])
  func `is reviewed for conditions that come out one way, if that is asked for`(
    attribute: String, code: String, piece: String
  ) throws {
    let facts = """
        shop.size: {type: number, ko: 가, en: a}
        shop.x:
          type: bool
          ko: 나
          en: b
          \(attribute)

      """
    let reviewed = try Self.rest(facts, isReviewing: true).log.sorted
    #expect(reviewed.map(\.code) == [code])
    #expect(reviewed.allSatisfy { $0.severity == .warning })
    #expect(try Self.rest(facts).log.isEmpty)
  }
}

/// Schemes in which YAML loses its way: their other problems are found in the same pass, and nothing is said of what
/// stood in the lost lines.
@Suite struct `The rest of a scheme with YAML errors` {
  private static func codes(_ body: String) throws -> [String] {
    var log = DiagnosticLog()
    let file = SourceFile(path: "plan.yaml", bytes: Array(("format: orchard_plan/1\n" + body).utf8))
    if let tree = YAMLTree.parseRest(file, into: &log) {
      _ = Scheme.load(tree, vocabulary: try orchard(), diagnostics: &log)
    }
    return log.sorted.map { "\($0.location?.line ?? 0) \($0.code)" }
  }

  @Test(arguments: [
    // An unclosed quote, with mistakes before and after it.
    (
      "plan:\n  cots: 3\n  title: \"a\n  organic: maybe\n  trees: [{id: T1, aeg: 3}]\n",
      ["3 scheme.unknown-fact", "4 yaml.unclosed-quote", "5 value.not-a-boolean", "6 scheme.unknown-fact"]
    ),
    // The key of an element, and elements, stand in lost lines.
    (
      "plan:\n  trees:\n    - id: \"T1\n      age: x\n    - {id: T2, age: y}\n",
      ["4 yaml.unclosed-quote", "6 value.not-a-number"]
    ),
    (
      "plan:\n  trees:\n    - {id: T1, kind: [apple}\n    - {id: T2}\n  workers: [{id: W, tree: T1}, {id: V, tree: T9}]\n",
      ["4 yaml.unclosed-bracket", "6 scheme.dangling-reference"]
    ),
    // Sources and incomplete lists that may have been declared there.
    (
      "sources:\n  log: @x\nplan:\n  cost: 1만\n  source: log\nincomplete: [plan.trees]\n",
      ["3 yaml.reserved-character", "5 value.not-a-number"]
    ),
    // A tag in place of a value.
    ("plan:\n  organic: !yes\n  cost: 1만\n", ["3 yaml.tag", "4 value.not-a-number"]),
    // The first line.
    ("plan: {cost: 1만}\n\tx: 2\n", ["2 value.not-a-number", "3 yaml.tab"]),
  ])
  func `says what is wrong elsewhere and nothing of what is lost`(body: String, expected: [String]) throws {
    #expect(try Self.codes(body) == expected)
  }

  @Test func `a first line that could not be read is not missing`() throws {
    var log = DiagnosticLog()
    let file = SourceFile(path: "plan.yaml", bytes: Array("format: \"orchard_plan/1\nplan: {cost: 1}\n".utf8))
    if let tree = YAMLTree.parseRest(file, into: &log) {
      #expect(Scheme.load(tree, vocabulary: try orchard(), diagnostics: &log) == nil)
    }
    #expect(log.sorted.map(\.code) == ["yaml.unclosed-quote"])
  }
}

@Suite struct `A misspelt unit` {
  @Test func `in a vocabulary is the only mistake where its facts do not go with others`() throws {
    var log = DiagnosticLog()
    let text = """
      format: guideline_vocabulary/1
      id: shop
      version: 1
      units: {KRW: {ko: 원, en: KRW}}
      facts:
        shop.price: {type: number, unit: KWR, ko: 가격, en: price}
        shop.least: {type: number, unit: KRW, ko: 최저, en: least}
        shop.fine: {type: bool, is: shop.price >= shop.least, ko: 적정, en: fine}
      """
    let tree = try #require(
      YAMLTree.parse(SourceFile(path: "v.yaml", bytes: Array(text.utf8)), into: &log))
    let vocabulary = try #require(Vocabulary.loadRest(tree, diagnostics: &log))
    #expect(log.sorted.map(\.code) == ["vocabulary.unknown-unit"])
    #expect(log.sorted.map(\.severity) == [.error])
    #expect(log.sorted.first?.help?.en == "did you mean `KRW`?")
    #expect(vocabulary.misspeltUnits.isEmpty)
  }
}
