import Diagnostics
import Foundation
import Testing

@testable import Auditing

/// What `audit policy mutate` changes, and what tests notice of it.
struct MutationTests {
  /// `what stands there → what it becomes` for a policy below the common head, whose own first day is left out.
  private static func changes(_ policy: String) throws -> [String] {
    let set = try InlineSet(policy: policy).loaded()
    return MutationFinder.mutations(of: try #require(set.policies.first)).filter { $0.owner != "test.shop" }
      .map {
        "\($0.original) → \($0.replacements[0].shown)"
      }
  }

  @Test(
    arguments: [
      (
        "shop.size < 3",
        ["3 → 4", "3 → 2", "shop.size < 3 → shop.size <= 3", "shop.size < 3 → shop.size >= 3"]
      ),
      (
        "1.50 >= shop.size",
        [
          "1.50 → 1.51", "1.50 → 1.49", "1.50 >= shop.size → 1.50 > shop.size",
          "1.50 >= shop.size → 1.50 < shop.size",
        ]
      ),
      ("shop.size == 0.0", ["0.0 → 0.1", "0.0 → -0.1", "shop.size == 0.0 → shop.size != 0.0"]),
      (
        "shop.open && !shop.sign",
        [
          "shop.open → shop.open == false", "shop.open && !shop.sign → shop.open || !shop.sign",
          "!shop.sign → shop.sign",
        ]
      ),
      (
        "shop.opened <= date('2022-02-28')",
        [
          "2022-02-28 → 2022-03-01", "2022-02-28 → 2022-02-27",
          "shop.opened <= date('2022-02-28') → shop.opened < date('2022-02-28')",
          "shop.opened <= date('2022-02-28') → shop.opened > date('2022-02-28')",
        ]
      ),
      (
        "shop.items.exists(i, i.kind in ['food'])",
        [
          "shop.items.exists(i, i.kind in ['food']) → shop.items.exists(i, i.kind in ['food']) == false",
          "i.kind in ['food'] → (i.kind in ['food']) == false", "food → toy",
        ]
      ),
      (
        "(shop.size + 1) * shop.size != -2",
        [
          "(shop.size + 1) * shop.size != -2 → (shop.size + 1) * shop.size == -2",
          "(shop.size + 1) * shop.size → (shop.size + 1) / shop.size", "shop.size + 1 → shop.size - 1",
          "1 → 2",
          "1 → 0", "2 → 3", "2 → 1",
        ]
      ),
    ] as [(String, [String])])
  func `an expression is changed at its literals, operators and conditions`(
    expression: String, expected: [String]
  ) throws {
    let rule = "rules:\n  - {id: R, title: r, cite: c, severity: note, require: \"\(expression)\"}\n"
    #expect(try Self.changes(rule).sorted() == expected.sorted())
  }

  @Test func `a rule is changed at its days, subjects, exceptions and judgement`() throws {
    let changes = try Self.changes(
      """
      rules:
        - id: R
          title: r
          cite: c
          severity: note
          in_force: {to: 2023-12-31}
          for_each: {as: item, in: shop.items, if_none: fail}
          require: has(item.name)
          exceptions:
            - id: R.X
              title: x
              when: shop.small
              proof: shop.proof
              review: manual
              in_force: {from: 2022-01-01, to: 2022-12-31}
          manual_when: true
          question: q
      """)
    #expect(
      changes == [
        "2023-12-31 → 2024-01-01", "2023-12-31 → 2023-12-30", "if_none: fail → if_none: not_applicable",
        "has(item.name) → has(item.name) == false", "when: shop.small → when: false",
        "shop.small → shop.small == false", "proof: shop.proof → proof: –", "review: manual → review: –",
        // The day before the policy's first makes no difference to its exception.
        "2022-01-01 → 2022-01-02", "2022-12-31 → 2023-01-01", "2022-12-31 → 2022-12-30", "true → false",
      ])
  }

  @Test func `parameters and tables are changed at their values, bounds and days`() throws {
    let changes = try Self.changes(
      """
      parameters:
        least: {unit: KRW, history: [{from: 2022-01-01, value: 100}, {from: 2023-01-01, value: 90.5}]}
        kinds: [food, 7 days]
        day: 2022-12-31
      tables:
        rate:
          inputs: [kind, size]
          outputs: [price]
          rows:
            - [food, "< 2", 10]
            - [food, "[2..3)", 20]
            - [toy, "-", 30]
      rules:
        - {id: R, title: r, cite: c, severity: note, for_each: {as: item, in: shop.items},
           require: "item.price >= p.least && shop.filed < p.day && 'a' in p.kinds
             && table.rate(item.kind, shop.size).price > item.price"}
      """)
    let values = [
      "2022-01-01 → 2022-01-02", "100 → 101", "100 → 99", "2023-01-01 → 2023-01-02",
      "2023-01-01 → 2022-12-31",
      "90.5 → 90.6", "90.5 → 90.4", "food → toy", "2022-12-31 → 2023-01-01", "2022-12-31 → 2022-12-30",
      "food → toy", "< → <=", "2 → 3", "2 → 1", "10 → 11", "10 → 9", "food → toy", "[ → (", "2 → 3", "2 → 1",
      "3 → 4", "3 → 2", ") → ]", "20 → 21", "20 → 19", "toy → food", "30 → 31", "30 → 29",
    ]
    #expect(Array(changes.prefix(values.count)) == values)
  }

  @Test func `every change is made at its own place, through quotes, folds and aliases`() throws {
    let set = try InlineSet(
      policy: """
        rules:
          - id: A
            title: 가
            cite: c
            severity: note
            require: &same >-
              shop.size
              < 3 && shop.open
          - {id: B, title: b, cite: c, severity: note, require: *same}
          - {id: C, title: c, cite: c, severity: note, applies_when: "'a' in shop.tags", require: 'shop.size > 1'}
        """
    ).loaded()
    let mutations = MutationFinder.mutations(of: try #require(set.policies.first)).filter {
      $0.owner != "test.shop"
    }
    for mutation in mutations {
      let bytes = mutation.file(with: mutation.replacements[0]).bytes
      #expect(
        bytes.count == mutation.span.file.bytes.count - (mutation.span.end - mutation.span.start)
          + mutation.replacements[0].bytes.count)
    }
    let connective = try #require(mutations.first { $0.original.contains("&&") })
    let text = String(decoding: connective.file(with: connective.replacements[0]).bytes, as: UTF8.self)
    #expect(text.contains("shop.size\n      < 3 || shop.open\n"))
    #expect(connective.rules == ["A", "B"] && connective.span.location.line == 17)
    #expect(mutations.count { $0.owner == "B" } == 0)
  }

  @Test(
    arguments: [
      ("0", ["1", "-1"]), ("-1", ["0", "-2"]), ("0.05", ["0.06", "0.04"]), ("-0.1", ["0.0", "-0.2"]),
      ("10000000000", ["10000000001", "9999999999"]), ("1234567890123456789", []),
    ] as [(String, [String])])
  func `a number moves by one step of its last digit`(text: String, expected: [String]) {
    #expect(Neighbours.numbers(of: text) == expected)
  }

  @Test(
    arguments: [
      ("2024-02-28", ["2024-02-29", "2024-02-27"]),
      ("2022-12-31T23:00+09:00", ["2023-01-01T23:00+09:00", "2022-12-30T23:00+09:00"]),
      ("2022-02-30", nil), ("2022-12-31 and more", nil), ("soon", nil),
    ] as [(String, [String]?)])
  func `a date moves by one day`(text: String, expected: [String]?) {
    #expect(Neighbours.days(of: text) == expected)
  }

  @Test func `what reads the same is no change`() throws {
    let changes = try Self.changes(
      """
      rules:
        - {id: R, title: r, cite: c, severity: note, require: shop.filed != date('9999-12-31'), manual_when: false, question: q,
           exceptions: [{id: X, title: x, when: false}]}
      """)
    #expect(
      changes == [
        "shop.filed != date('9999-12-31') → shop.filed == date('9999-12-31')", "9999-12-31 → 9999-12-30",
        "false → true", "false → true",
      ])
  }

  // ── what tests notice ──────────────────────────────────────────────────────

  private static let rule = """
    parameters:
      most: {unit: KRW, value: 100}
    rules:
      - id: PRICE
        title: prices
        cite: art. 1
        severity: minor
        require: shop.price <= p.most
      - id: OPEN
        title: open
        cite: art. 2
        severity: minor
        require: shop.open

    """

  private static func set(_ cases: String) throws -> InlineSet {
    try InlineSet(
      policy: rule,
      files: [
        "scheme.yaml": "format: shop/1\nshop: {filed: 2022-01-01, open: true, price: 100}\n",
        "tests.yaml": "format: guideline_test/1\npolicy: test.shop\nbase: scheme.yaml\ncases:\n\(cases)\n",
      ])
  }

  private static let strong = """
      - {name: at the edge, expect: {PRICE: pass, OPEN: pass}}
      - {name: above, set: {shop.price: 101}, expect: {PRICE: fail}}
      - {name: early, set: {shop.filed: 2021-12-31}, expect: {PRICE: not_in_force}}
    """

  @Test func `tests on both sides of every edge notice everything`() throws {
    let set = try Self.set(Self.strong)
    let result = MutationRun.run(try set.loaded())
    #expect(result.missed.map { $0.line(.en) } == [])
    #expect(result.summary(.en) == "7 changes, 7 noticed (100 %), 0 not noticed")
    #expect(result.reaches(percent: 100))
  }

  @Test func `what no test notices is listed with its place`() throws {
    let set = try Self.set("  - {name: far above, set: {shop.price: 150}, expect: {PRICE: fail, OPEN: pass}}")
    let result = MutationRun.run(try set.loaded())
    let lines = result.missed.map { $0.line(.en).replacingOccurrences(of: set.folder + "/", with: "") }
    #expect(
      lines == [
        "policy.yaml:8:18: test.shop: 2022-01-01 → 2021-12-31", "policy.yaml:11:28: p.most: 100 → 101",
        "policy.yaml:11:28: p.most: 100 → 99",
        "policy.yaml:17:25: PRICE: shop.price <= p.most → shop.price < p.most",
      ])
    #expect(result.summary(.en) == "7 changes, 3 noticed (42 %), 4 not noticed")
    #expect(result.summary(.ko) == "변경 7건 가운데 3건을 시험이 알아챔(42%), 4건 알아채지 못함")
    #expect(result.reaches(percent: 42) && !result.reaches(percent: 43))
  }

  @Test func `the share is rounded down, and reached only where it is whole`() throws {
    #expect(WholePercent.of(199, in: 200) == 99 && WholePercent.of(200, in: 200) == 100)
    #expect(WholePercent.of(0, in: 0) == 100)
  }

  @Test func `only what is named is changed, with the parameters it uses`() throws {
    let files = try Self.set(Self.strong)
    let set = try files.loaded()
    #expect(Set(MutationRun.run(set, names: ["PRICE"]).changes.map(\.owner)) == ["PRICE", "p.most"])
    #expect(Set(MutationRun.run(set, names: ["OPEN"]).changes.map(\.owner)) == ["OPEN"])
    #expect(MutationRun.run(set, names: ["test.shop"]).changes.count == 7)
    withExtendedLifetime(files) {}
  }

  @Test func `a change that the checker refuses counts for nothing`() throws {
    let set = try InlineSet(
      policy: """
        tables:
          rate: {inputs: [size], outputs: [price], rows: [["< 2", 1], [">= 2", 2]]}
        rules:
          - {id: R, title: r, cite: c, severity: note, require: shop.price >= table.rate(shop.size).price}
        """,
      files: [
        "scheme.yaml": "format: shop/1\nshop: {filed: 2022-01-01, size: 1, price: 1}\n",
        "tests.yaml":
          "format: guideline_test/1\npolicy: test.shop\nbase: scheme.yaml\ncases:\n  - {name: n, expect: {R: pass}}\n",
      ])
    let result = MutationRun.run(try set.loaded())
    // `<= 2` beside `>= 2`, `< 3` and `>= 1` overlap.
    #expect(result.changes.filter(\.isRefused).map(\.original) == ["<", "2", "2"])
    #expect(result.tried == result.changes.count - 3)
  }

  @Test func `nothing is changed while a test does not hold`() throws {
    let set = try Self.set("  - {name: wrong, expect: {PRICE: fail}}")
    let result = MutationRun.run(try set.loaded())
    #expect(result.failures.count == 1 && result.changes.isEmpty)
  }

  @Test func `a change is noticed by a case that forbids any other failure`() throws {
    let set = try Self.set("  - {name: only, only: true, expect: {OPEN: pass}}")
    let result = MutationRun.run(try set.loaded())
    #expect(!result.missed.contains { $0.changed == "shop.price > p.most" })
    #expect(!result.missed.contains { $0.original == "100" && $0.changed == "99" })
    #expect(result.missed.contains { $0.original == "100" && $0.changed == "101" })
  }

  // ── reasons ────────────────────────────────────────────────────────────────

  private static let weak =
    "  - {name: far above, set: {shop.price: 150}, expect: {PRICE: fail, OPEN: pass}}\n"

  @Test func `a reason stands beside the change that it explains, which still counts as not noticed`() throws
  {
    let set = try Self.set(
      Self.weak + """
        not_noticed:
          - in: PRICE
            change: shop.price <= p.most  ->  shop.price < p.most
            why: {ko: 경계는 협의 중, en: the edge is being negotiated}
        """)
    let result = MutationRun.run(try set.loaded())
    #expect(result.diagnostics.isEmpty)
    #expect(
      result.missed.last?.line(.en).hasSuffix("shop.price < p.most (the edge is being negotiated)") == true)
    #expect(result.missed.last?.line(.ko).hasSuffix("(경계는 협의 중)") == true)
    #expect(result.missed.dropLast().allSatisfy { $0.why == nil })
    #expect(result.summary(.en) == "7 changes, 3 noticed (42 %), 4 not noticed (1 with a reason)")
    #expect(result.summary(.ko).hasSuffix("4건 알아채지 못함(까닭이 적힌 것 1건)"))
  }

  @Test(
    arguments: [
      ("PRICE", "shop.price <= p.most → shop.price > p.most", "test.noticed-change"),
      ("PRICE", "shop.price <= p.most → shop.price >= p.most", "test.unknown-change"),
      ("PRISE", "shop.price <= p.most → shop.price < p.most", "test.unknown-change"),
    ])
  func `a reason that explains nothing is a warning`(owner: String, change: String, code: String) throws {
    let set = try Self.set(
      Self.weak + "not_noticed: [{in: \(owner), change: \"\(change)\", why: {ko: 가, en: a}}]")
    let result = MutationRun.run(try set.loaded())
    #expect(result.diagnostics.map(\.code) == [code])
    #expect(!result.couldNotRun && result.missed.allSatisfy { $0.why == nil })
    // Where another rule is asked for, nothing is said of this one.
    #expect(MutationRun.run(try set.loaded(), names: ["OPEN"]).diagnostics.isEmpty)
  }

  @Test func `a reason needs a place, a change and words`() throws {
    let set = try Self.set(Self.weak + "not_noticed: [{in: PRICE, wy: because}]")
    let result = MutationRun.run(try set.loaded())
    #expect(result.couldNotRun)
    #expect(Set(result.diagnostics.map(\.code)) == ["test.unknown-key", "test.missing-key"])
  }
}

/// `audit policy test --coverage` and `audit policy mutate` as they are called.
@Suite(.enabled(if: CommandRun.program != nil, "the program was not built beside the tests"))
struct TestStrengthCommandTests {
  private static let set = ["--policies", "examples/small-policy-set"]
  private static let korean = "ko_KR.UTF-8"

  @Test(arguments: [("C", " exercised ("), (korean, " 시험됨(")])
  func `coverage lists what is left out and ends with status 1`(locale: String, words: String) throws {
    let run = try CommandRun(["policy", "test", "--coverage"] + Self.set, locale: locale)
    #expect(run.status == 1 && run.errors.isEmpty)
    let lines = run.output.split(separator: "\n")
    #expect(lines.first?.hasSuffix(" passed, 0 failed") == true)
    #expect(lines.last?.contains(words) == true)
    #expect(lines.count > 2)
    #expect(
      lines.dropFirst().dropLast().allSatisfy {
        $0.hasPrefix("examples/small-policy-set/policies/kr-outage-compensation.yaml:")
      })
    let plain = try CommandRun(["policy", "test"] + Self.set, locale: locale)
    #expect(plain.status == 0 && plain.output == lines[0] + "\n")
  }

  @Test func `changes are listed, and the share decides the status`() throws {
    let run = try CommandRun(["policy", "mutate", "PUB-1"] + Self.set)
    #expect(run.errors.isEmpty)
    #expect(run.output.contains(": PUB-1: d <= deadline → d < deadline\n"))
    #expect(run.status == 1)
    #expect(try CommandRun(["policy", "mutate", "PUB-1", "--least", "1"] + Self.set).status == 0)
    let all = try CommandRun(["policy", "mutate", "PUB-1", "--all"] + Self.set, locale: Self.korean)
    #expect(all.output.contains(": 알아챔(") && all.output.contains(": 알아채지 못함\n"))
    let again = try CommandRun(["policy", "mutate", "PUB-1"] + Self.set)
    #expect(again.output == run.output)
  }

  @Test func `a name that means nothing and a share that is none end the run`() throws {
    let unknown = try CommandRun(["policy", "mutate", "PUB-9"] + Self.set)
    #expect(unknown.status == 2 && unknown.output.isEmpty && unknown.errors.contains("did you mean `PUB-1`?"))
    let share = try CommandRun(["policy", "mutate", "--least", "101"] + Self.set)
    #expect(share.status == 2 && share.errors.contains("0 to 100"))
  }
}
