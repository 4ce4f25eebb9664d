import Diagnostics
import Expressions
import Findings
import Schemes
import Testing
import YAMLTree

@testable import Auditing

/// Subjects of a rule are decided on all cores as if they were decided one after the other.
@Suite struct SharedWorkTests {
  @Test(arguments: [1, 4, 5, 300])
  func `findings stand in the order of the rules and subjects`(_ count: Int) throws {
    let set = try InlineSet(
      policy: """
        rules:
          - {id: A, title: {ko: 값, en: price}, cite: 제1조, severity: major, for_each: {as: item, in: shop.items}, require: item.price < 150}
          - {id: B, title: {ko: 가게, en: shop}, cite: 제1조, severity: major, require: shop.open}
          - {id: C, title: {ko: 값, en: price}, cite: 제1조, severity: major, for_each: {as: item, in: shop.items}, require: item.price > 150}
        """)
    let items = (0..<count).map { "{id: i\($0), price: \($0)}" }.joined(separator: ", ")
    let report = try set.report("shop: {filed: 2023-01-01, open: true, items: [\(items)]}")
    let expected =
      (0..<count).map { "A[i\($0)] \($0 < 150 ? "pass" : "fail")" } + ["B pass"]
      + (0..<count).map { "C[i\($0)] \($0 > 150 ? "pass" : "fail")" }
    #expect(report.findings.map { "\($0.id) \($0.outcome.rawValue)" } == expected)
  }

  @Test func `the steps that a rule may take are those of all its subjects together`() throws {
    // A call on a long text counts a step for every 256 bytes besides its own.
    let (bytes, count) = (1 << 17, 60)
    let set = try InlineSet(
      policy: """
        rules:
          - {id: R, title: {ko: 값, en: price}, cite: 제1조, severity: major, for_each: {as: item, in: shop.items}, require: "shop.items.all(i, !shop.letter.startsWith(i.id))"}
        """)
    let items = (0..<count).map { "{id: i\($0)}" }.joined(separator: ", ")
    let text =
      "shop: {filed: 2023-01-01, letter: \(String(repeating: "a", count: bytes)), items: [\(items)]}"
    let loaded = try set.loaded()
    var log = DiagnosticLog()
    let file = SourceFile(path: "scheme.yaml", bytes: Array("format: shop/1\n\(text)\n".utf8))
    let tree = try #require(YAMLTree.parse(file, into: &log))
    let facts = try #require(loaded.readScheme(tree, diagnostics: &log)).facts
    let passing = Evaluation.stepBudget(for: facts) / (count * (2 + bytes / 256) + 1)
    #expect(passing > 0 && passing < count)
    for _ in 1...2 {
      let findings = try set.report(text).findings
      #expect(findings.map(\.outcome) == (0..<count).map { $0 < passing ? .pass : .error })
    }
  }
}
