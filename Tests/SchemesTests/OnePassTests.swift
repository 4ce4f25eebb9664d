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
