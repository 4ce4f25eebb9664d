import Diagnostics
import Foundation
import Testing

@testable import Auditing

/// What `audit policy test --coverage` says of tests that leave something out.
struct CoverageTests {
  private static let policy = """
    parameters:
      most: {unit: KRW, history: [{from: 2022-01-01, value: 100}, {from: 2023-01-01, value: 90}]}
    tables:
      limit: {inputs: [kind], outputs: [size], rows: [[food, 5], [toy, 9]]}
    rules:
      - id: PRICE
        title: prices
        cite: art. 1
        severity: minor
        applies_when: shop.open
        for_each: {as: item, in: shop.items, if_none: fail}
        require: item.price <= p.most
        exceptions:
          - {id: PRICE.X, title: x, when: shop.sign, proof: shop.letter, in_force: {to: 2022-12-31}}
      - id: SIZE
        title: sizes
        cite: art. 2
        severity: minor
        for_each: {as: item, in: shop.items}
        parts:
          - id: largest
            title: largest
            require: item.marks.all(m, m.size <= table.limit(item.kind).size)
          - {id: named, title: named, require: "stated(item.name) || shop.small"}
        manual_when: shop.size > 10
        question: is it so?

    """

  private static let scheme = """
    format: shop/1
    shop:
      id: s1
      filed: 2022-06-01
      open: true
      sign: false
      size: 1
      items: [{id: a, name: ball, kind: food, price: 100, marks: [{text: t, size: 5}]}]

    """

  /// Cases that together leave nothing out, by their names.
  private static let cases: [(name: String, text: String)] = [
    ("met", "expect: {\"PRICE[a]\": pass, \"SIZE.largest[a]\": pass}"),
    ("named", "expect: {\"SIZE.named[a]\": pass}"),
    ("dear", "set: {\"shop.items[a].price\": 101}, expect: {\"PRICE[a]\": fail}"),
    ("price unknown", "set: {\"shop.items[a].price\": ABSENT}, expect: {\"PRICE[a]\": unknown}"),
    ("closed", "set: {shop.open: false}, expect: {PRICE: not_applicable}"),
    ("empty", "set: {shop.items: []}, expect: {PRICE: fail, SIZE: not_applicable}"),
    ("early", "set: {shop.filed: 2021-12-31}, expect: {PRICE: not_in_force}"),
    (
      "excused",
      """
      set: {shop.filed: 2022-12-31, "shop.items[a].price": 101, shop.sign: true, shop.letter: l}, \
      expect: {"PRICE[a]": not_applicable}
      """
    ),
    (
      "no longer excused",
      """
      set: {shop.filed: 2023-01-01, "shop.items[a].price": 91, shop.sign: true, shop.letter: l}, \
      expect: {"PRICE[a]": fail}
      """
    ),
    (
      "claimed",
      """
      set: {"shop.items[a].price": 101, shop.sign: true}, \
      expect: {"PRICE[a]": {outcome: unknown, exception: PRICE.X}}
      """
    ),
    (
      "toy",
      """
      set: {"shop.items[a].kind": toy, "shop.items[a].marks": [{text: t, size: 10}]}, \
      expect: {"SIZE.largest[a]": fail}
      """
    ),
    ("kind unknown", "set: {\"shop.items[a].kind\": ABSENT}, expect: {\"SIZE.largest[a]\": unknown}"),
    ("nameless", "set: {\"shop.items[a].name\": none}, expect: {\"SIZE.named[a]\": fail}"),
    (
      "nameless and small",
      "set: {\"shop.items[a].name\": none, shop.small: true}, expect: {\"SIZE.named[a]\": pass}"
    ),
    ("large", "set: {shop.size: 11}, expect: {\"SIZE.largest[a]\": manual, \"SIZE.named[a]\": manual}"),
  ]

  private static func set(without left: [String] = [], policy: String = policy) throws -> InlineSet {
    let cases = cases.filter { !left.contains($0.name) }.map { "  - {name: \($0.name), \($0.text)}" }
    return try InlineSet(
      policy: policy,
      files: [
        "scheme.yaml": scheme,
        "tests.yaml": """
        format: guideline_test/1
        policy: test.shop
        base: scheme.yaml
        cases:
        \(cases.joined(separator: "\n"))

        """,
      ])
  }

  private static func gaps(_ set: InlineSet) throws -> (gaps: [String], coverage: Coverage) {
    let (result, coverage) = CoverageRun.run(try set.loaded())
    #expect(result.diagnostics.isEmpty && result.failures.isEmpty, "\(result)")
    return (coverage.parts.flatMap(\.gaps).map { "\($0.owner): \($0.what.en)" }, coverage)
  }

  @Test func `tests that leave nothing out are complete`() throws {
    let (gaps, coverage) = try Self.gaps(Self.set())
    #expect(gaps == [])
    #expect(coverage.isComplete && coverage.count > 25)
    #expect(
      coverage.summary(.en) == ["test.shop: \(coverage.count) of \(coverage.count) exercised (100 %), 0 not"])
  }

  @Test(
    arguments: [
      (
        "dear, price unknown, no longer excused",
        [
          "test.shop: `p.most` (from 2023-01-01) is never used",
          "PRICE: exception `PRICE.X` is never refused",
          "PRICE: no case after 2022-12-31 (`in_force`)",
        ]
      ),
      (
        "price unknown, claimed",
        ["PRICE: no case expects `unknown`", "PRICE: exception `PRICE.X` is never open"]
      ),
      ("closed", ["PRICE: `applies_when` is never false"]),
      (
        "empty",
        [
          "PRICE: the list of `item` is never empty (`if_none`)",
          "SIZE: the list of `item` is never empty (`if_none`)",
        ]
      ),
      ("early", ["test.shop: no case before 2022-01-01 (`in_force`)"]),
      (
        "excused",
        ["PRICE: exception `PRICE.X` is never granted", "PRICE: no case until 2022-12-31 (`in_force`)"]
      ),
      (
        "no longer excused",
        [
          "test.shop: `p.most` (from 2023-01-01) is never used",
          "PRICE: no case after 2022-12-31 (`in_force`)",
        ]
      ),
      ("claimed", ["PRICE: exception `PRICE.X` is never open"]),
      (
        "toy",
        ["test.shop: row 2 of `table.limit` is never used", "SIZE: part `largest`: no case expects `fail`"]
      ),
      ("kind unknown", ["SIZE: no case expects `unknown`"]),
      (
        "nameless",
        [
          "SIZE: part `named`: no case expects `fail`", "SIZE: `shop.small` is never false",
        ]
      ),
      ("nameless and small", ["SIZE: `shop.small` is never true"]),
      (
        "large",
        [
          "SIZE: part `largest`: no case expects `manual`", "SIZE: part `named`: no case expects `manual`",
        ]
      ),
    ] as [(String, [String])])
  func `what only some cases exercise is missed without them`(left: String, expected: [String]) throws {
    let (gaps, coverage) = try Self.gaps(Self.set(without: left.components(separatedBy: ", ")))
    #expect(gaps == expected)
    #expect(!coverage.isComplete && coverage.exercised == coverage.count - expected.count)
    #expect(coverage.summary(.en)[0].contains("(100 %)") == false)
  }

  @Test func `a parameter that nothing uses is named`() throws {
    let unused = Self.policy.replacingOccurrences(of: "parameters:\n", with: "parameters:\n  idle: 3\n")
    #expect(try Self.gaps(Self.set(policy: unused)).gaps == ["test.shop: no rule uses `p.idle`"])
  }

  @Test func `a version that begins after its rule asks for a case before it`() throws {
    let late = Self.policy.replacingOccurrences(
      of: "from: 2022-01-01, value: 100", with: "from: 2022-03-01, value: 100")
    #expect(
      try Self.gaps(Self.set(policy: late)).gaps == [
        "test.shop: `p.most`: no case before its first day, 2022-03-01"
      ])
  }

  @Test func `a look into a definition leaves the subject in its place`() throws {
    let set = try InlineSet(
      policy: """
        definitions:
          busy: {title: {ko: 바쁨, en: busy}, is: "shop.open && shop.items.exists(o, o.kind == 'food')"}
        rules:
          - id: R
            title: {ko: 값, en: price}
            cite: 제1조
            severity: minor
            for_each: {as: item, in: "if(busy, shop.items.filter(i, i.price > 0), [])"}
            applies_when: item.kind == 'toy' && item.price > 1
            require: item.price < 10
        """,
      files: [
        "scheme.yaml": """
        format: shop/1
        shop:
          id: s1
          filed: 2022-06-01
          open: true
          items:
            - {id: a, kind: food, price: 3}
            - {id: b, kind: toy, price: 3}
            - {id: c, kind: toy, price: 1}
            - {id: d, kind: toy, price: 30}

        """,
        "tests.yaml": """
        format: guideline_test/1
        policy: test.shop
        base: scheme.yaml
        cases:
          - {name: all, expect: {"R[a]": not_applicable, "R[b]": pass, "R[c]": not_applicable, "R[d]": fail}}

        """,
      ])
    let gaps = try Self.gaps(set).gaps
    #expect(!gaps.contains { $0.contains("item.kind") || $0.contains("item.price") }, "\(gaps)")
    #expect(gaps.contains("test.shop: `shop.open` is never false"))
  }

  @Test(arguments: [
    ("check: manual", "question: \"is {limit} enough?\"", "manual"),
    ("require: shop.open", "message: \"at most {limit}\"", "fail"),
    ("require: shop.open", "remedy: \"at most {limit}\"", "fail"),
    ("check: info", "message: \"at most {limit}\"", "info"),
  ])
  func `a number that only a text puts in is used where the text is said`(
    check: String, text: String, outcome: String
  ) throws {
    let set = try InlineSet(
      policy: """
        parameters: {limit: {unit: KRW, value: 100}}
        definitions: {limit: {title: limit, is: p.limit}}
        rules:
          - id: R
            title: r
            cite: c
            severity: minor
            \(check)
            \(text)
        """,
      files: [
        "scheme.yaml": "format: shop/1\nshop: {filed: 2022-06-01, open: false}\n",
        "tests.yaml": """
        format: guideline_test/1
        policy: test.shop
        base: scheme.yaml
        cases: [{name: one, expect: {R: \(outcome)}}]

        """,
      ])
    let gaps = try Self.gaps(set).gaps
    #expect(!gaps.contains { $0.contains("p.limit") }, "\(gaps)")
    // Where it is not said, it is not exercised.
    guard outcome == "fail" else { return }
    try Data("format: shop/1\nshop: {filed: 2022-06-01, open: true}\n".utf8).write(
      to: URL(fileURLWithPath: set.path("scheme.yaml")))
    try Data(
      "format: guideline_test/1\npolicy: test.shop\nbase: scheme.yaml\ncases: [{name: one, expect: {R: pass}}]\n"
        .utf8
    ).write(to: URL(fileURLWithPath: set.path("tests.yaml")))
    #expect(try Self.gaps(set).gaps.contains("test.shop: `p.limit` is never used"))
  }

  @Test func `days without a version ask for a case of their own`() throws {
    let gap = Self.policy.replacingOccurrences(
      of: "from: 2022-01-01, value: 100", with: "from: 2022-01-01, to: 2022-06-30, value: 100")
    #expect(try Self.gaps(Self.set(policy: gap)).gaps == [])
    #expect(
      try Self.gaps(Self.set(without: ["excused"], policy: gap)).gaps == [
        "test.shop: `p.most`: no case after 2022-06-30, when no version holds",
        "PRICE: exception `PRICE.X` is never granted", "PRICE: no case until 2022-12-31 (`in_force`)",
      ])
  }

  @Test func `the tests come to the same with and without a look at what they exercise`() throws {
    let files = try Self.set()
    let set = try files.loaded()
    let (watched, plain) = (CoverageRun.run(set).result, PolicyTestRunner.run(set))
    #expect(watched.passed == plain.passed && watched.failed == 0 && plain.failed == 0)
    #expect(watched.passed == 18 && watched.cases == Self.cases.count && plain.cases == Self.cases.count)
    let wrong = try Self.set(policy: Self.policy.replacingOccurrences(of: "value: 100", with: "value: 99"))
    let broken = try wrong.loaded()
    #expect(
      CoverageRun.run(broken).result.failures.map { $0.line(.en) }
        == PolicyTestRunner.run(broken).failures.map { $0.line(.en) })
    withExtendedLifetime(files) {}
  }

  @Test func `every version of a citation asks for a case on its days`() throws {
    let cited = Self.policy.replacingOccurrences(
      of: "cite: art. 1\n",
      with: "cite: [{from: 2015-01-01, cite: a}, {from: 2021-12-31, cite: b}, {from: 2022-12-01, cite: c}]\n")
    #expect(try Self.gaps(Self.set(policy: cited)).gaps == [])
    let late = cited.replacingOccurrences(of: "2022-12-01, cite: c", with: "2024-01-01, cite: c")
    #expect(
      try Self.gaps(Self.set(policy: late)).gaps == ["PRICE: `cite` (from 2024-01-01): no case on its days"])
  }

  @Test func `what informs exercises what it shows`() throws {
    let set = try InlineSet(
      policy: """
        tables:
          limit: {inputs: [kind], outputs: [size], rows: [[food, 5], [toy, 9]]}
        rules:
          - id: NOTE
            title: n
            cite: c
            severity: note
            check: info
            let: {size: "if(shop.small, 1, 2)"}
        measures:
          - {id: M, title: m, for_each: {as: item, in: shop.items}, is: table.limit(item.kind).size}
        """,
      files: [
        "scheme.yaml": Self.scheme,
        "tests.yaml": """
        format: guideline_test/1
        policy: test.shop
        base: scheme.yaml
        cases: [{name: one, expect: {"M[a]": info, NOTE: info}}]

        """,
      ])
    #expect(
      try Self.gaps(set).gaps == [
        "test.shop: no case before 2022-01-01 (`in_force`)",
        "test.shop: row 2 of `table.limit` is never used",
        "NOTE: `shop.small` is never true",
      ])
  }

  @Test(arguments: [("shop.filed", []), ("shop.opened", ["R: exception `R.X` is never open"])])
  func `an exception that asks for nothing but the date that counts is never open`(
    fact: String, expected: [String]
  ) throws {
    let set = try InlineSet(
      policy: """
        rules:
          - id: R
            title: r
            cite: c
            severity: minor
            require: shop.open
            exceptions: [{id: R.X, title: x, when: "\(fact) <= date('2022-03-01')"}]
        """,
      files: [
        "scheme.yaml": "format: shop/1\nshop: {filed: 2022-06-01, opened: 2022-06-01, open: true}\n",
        "tests.yaml": """
        format: guideline_test/1
        policy: test.shop
        base: scheme.yaml
        cases:
          - {name: met, expect: {R: pass}}
          - {name: not met, set: {shop.open: false}, expect: {R: fail}}
          - {name: unknown, set: {shop.open: ABSENT}, expect: {R: unknown}}
          - {name: excused, set: {shop.open: false, \(fact): 2022-02-01}, expect: {R: not_applicable}}
          - {name: early, set: {shop.filed: 2021-12-31}, expect: {R: not_in_force}}

        """,
      ])
    #expect(try Self.gaps(set).gaps == expected)
  }

  @Test func `what no expectation is about is not exercised`() throws {
    let set = try InlineSet(
      policy: Self.policy,
      files: [
        "scheme.yaml": Self.scheme,
        "tests.yaml": """
        format: guideline_test/1
        policy: test.shop
        base: scheme.yaml
        cases: [{name: only one, expect: {"PRICE[a]": pass}}]

        """,
      ])
    let gaps = try Self.gaps(set).gaps
    #expect(gaps.contains("SIZE: part `largest`: no case expects `pass`"))
    #expect(gaps.contains("test.shop: row 1 of `table.limit` is never used"))
    #expect(!gaps.contains("PRICE: no case expects `pass`"))
  }

  @Test func `both languages say the same of every gap`() throws {
    let set = try Self.set(without: ["toy"])
    let (_, coverage) = CoverageRun.run(try set.loaded())
    let part = try #require(coverage.parts.first)
    let lines = part.gaps.map { $0.line(.ko).replacingOccurrences(of: set.folder + "/", with: "") }
    #expect(
      lines == [
        "policy.yaml:13:62: test.shop: `table.limit`의 2행: 쓰인 사례가 없습니다",
        "policy.yaml:32:18: SIZE: 호 `largest`: `fail`을(를) 기대하는 사례가 없습니다",
      ])
    #expect(coverage.summary(.ko)[0].hasSuffix("2가지 안 됨"))
  }
}
