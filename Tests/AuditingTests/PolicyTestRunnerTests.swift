import Diagnostics
import Findings
import Testing

@testable import Auditing

/// The runner of policy tests.
@Suite struct PolicyTestRunnerTests {
  private static let policy = """
    parameters:
      limit:
        title: {ko: 한도, en: limit}
        unit: KRW
        stricter: lower
        history: [{from: 2022-01-01, value: 100, cite: 제1조}, {from: 2024-01-01, value: 50, cite: 제1조}]
    rules:
      - id: R
        title: {ko: 값, en: price}
        cite: 제1조
        severity: major
        for_each: {as: item, in: shop.items}
        parts:
          - {id: low, require: item.price <= p.limit}
          - {id: odd, require: item.price != 13}
      - {id: S, title: {ko: 간판, en: sign}, cite: 제2조, severity: minor, require: shop.sign}
    """

  private static let base = """
    format: shop/1
    shop:
      filed: 2023-01-01
      sign: true
      items: [{id: a, kind: food, price: 50}, {id: b, price: 500}]
    """

  private static func result(_ cases: String, head: String = "base: ../s.yaml") throws -> PolicyTestResult {
    let set = try InlineSet(
      policy: policy,
      files: [
        "s.yaml": base,
        "tests/t.yaml": "format: guideline_test/1\npolicy: test.shop\n\(head)\ncases:\n\(cases)\n",
      ])
    return PolicyTestRunner.run(try set.loaded())
  }

  @Test func `expectations that hold are counted one by one`() throws {
    let result = try Self.result(
      """
        - name: base
          expect:
            R.low[a]: {outcome: pass, actual: 50, expected: 100}
            R.low[b]: fail
            R.odd[b]: pass
            S: pass
        - name: changed
          set: {shop.items.b.price: ABSENT, "shop.items[a].price": 13, shop.sign: null}
          expect:
            R.low[b]: {outcome: unknown, missing: ["shop.items[b].price"]}
            R.odd[a]: fail
            S: {missing: [shop.sign]}
        - name: later
          as_of: 2024-01-01
          expect: {"R.low[a]": {expected: 50.0}}
        - name: earlier
          as_of: 2021-01-01
          expect: {R: not_in_force}
      """)
    #expect(result.diagnostics.filter { $0.severity == .error }.map(FixtureSet.text).isEmpty)
    #expect(result.failures.map { $0.line(.en) }.isEmpty)
    #expect(result.passed == 9)
    #expect(result.cases == 4)
    #expect(result.exitStatus == 0)
  }

  @Test func `an expectation that does not hold is one line with wanted and got`() throws {
    let result = try Self.result(
      """
        - name: base
          expect:
            R.low[a]: {outcome: fail, actual: 51}
            R.low[z]: pass
            S: {outcome: pass, exception: X, missing: [shop.sign]}
      """)
    #expect(result.passed == 0)
    #expect(result.exitStatus == 1)
    let lines = result.failures.map { $0.line(.en) }
    #expect(lines.count == 3)
    #expect(lines[0].hasSuffix("base: R.low[a]: wanted `fail`, got `pass`; wanted actual `51`, got `50`"))
    #expect(lines[0].contains("tests/t.yaml:7:"))
    #expect(lines[1].contains("wanted `pass`, got no such finding (there are R.low[a]: pass"))
    #expect(
      lines[2].hasSuffix("S: wanted exception `X`, got nothing; wanted missing `shop.sign`, got nothing"))
  }

  @Test func `a case may forbid every other failure`() throws {
    let result = try Self.result(
      """
        - name: base
          only: true
          expect: {"R.low[a]": pass}
      """)
    #expect(result.passed == 1)
    #expect(result.failures.map(\.finding) == ["R.low[b]"])
  }

  @Test func `a whole subject may be named where all its parts agree`() throws {
    let result = try Self.result(
      """
        - name: base
          expect: {"R[a]": pass, "R[b]": pass}
      """)
    #expect(result.passed == 1)
    #expect(
      result.failures.map { $0.line(.en) }.first?.hasSuffix("R[b]: R.low[b] wanted `pass`, got `fail`")
        == true)
  }

  @Test(arguments: [
    "  - name: base\n    set: {shop.sing: true}\n    expect: {S: pass}",
    "  - name: base\n    set: {shop.sign: maybe}\n    expect: {S: pass}",
    "  - name: base\n    base: nowhere.yaml\n    expect: {S: pass}",
    "  - name: base\n    profile: nobody\n    expect: {S: pass}",
    "  - name: base\n    waivers: nobody\n    expect: {S: pass}",
  ])
  func `a case that cannot be set up is a problem of the test file`(testCase: String) throws {
    let result = try Self.result(testCase)
    #expect(result.exitStatus == 2)
    let problem = try #require(result.diagnostics.first { $0.severity == .error })
    #expect(problem.location?.file.hasSuffix("tests/t.yaml") == true)
  }

  @Test func `no tests at all are a problem`() throws {
    let set = try InlineSet(policy: Self.policy)
    #expect(PolicyTestRunner.run(try set.loaded()).exitStatus == 2)
  }

  @Test func `the tests of the parcel set hold`() throws {
    let result = PolicyTestRunner.run(try FixtureSet.named("parcel"))
    #expect(result.failures.map { $0.line(.en) }.isEmpty)
    #expect(result.exitStatus == 0)
  }
}
