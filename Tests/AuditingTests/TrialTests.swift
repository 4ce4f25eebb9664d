import Diagnostics
import Findings
import Foundation
import Reporting
import Testing

@testable import Auditing

/// `audit eval`: an expression over a scheme, with its grounds.
@Suite struct TrialTests {
  private static let scheme = """
    shop:
      id: S
      filed: 2022-03-01
      opened: 2022-01-10
      open: true
      price: {at_least: 100, at_most: 200}
      size: {either: [3, 4]}
      proof: none
      items:
        - {id: A, name: 사과, kind: food, price: 700, marks: [{text: 할인, size: 2}]}
        - {id: B, name: 배, kind: food, price: 300}
        - {id: C, name: 인형, kind: toy}
    """

  private static let policy = """
    parameters:
      most: {title: {ko: 최고 가격, en: highest price}, unit: KRW, history: [{from: 2020-01-01, value: 500, cite: 고시 제1조}, {from: 2022-02-01, value: 600, cite: 고시 제1조(개정), verified: false}]}
    tables:
      rate:
        title: {ko: 별표, en: annex}
        inputs: [kind]
        outputs: [times]
        rows: [[food, 2], [toy, 3]]
        cite: 고시 별표
    definitions:
      dear: {title: {ko: 비싼 상품, en: dear items}, is: "shop.items.filter(i, i.price > p.most)"}
      broken: {title: {ko: 나눗셈, en: division}, is: 1 / (shop.items.size() - 3)}
      rated: "table.rate(shop.items[0].kind).times"
    rules:
      - id: R-1
        title: {ko: 가격, en: price}
        cite: 고시 제2조
        severity: minor
        for_each: {as: item, in: shop.items}
        let:
          twice: {title: {ko: 두 배, en: double}, unit: KRW, is: item.price * 2}
        require: twice <= p.most + 1000
      - id: R-2
        title: {ko: 규모, en: size}
        cite: 고시 제3조
        severity: minor
        parts:
          - {id: a, let: {half: shop.size / 2}, require: half > 0}
    """

  private struct Result {
    var trial: Trial?
    var log: DiagnosticLog
    var ko: String { text(.ko) }
    var en: String { text(.en) }

    func text(_ language: Language) -> String {
      String(decoding: trial?.sheet.render(RenderOptions(language: language)) ?? [], as: UTF8.self)
    }

    /// The problems as they are shown.
    var problems: String {
      log.sorted.map { DiagnosticRenderer(language: .ko, color: false).render($0) }.joined(separator: "\n")
    }
  }

  private func trying(
    _ expression: String, policy: String? = nil, rule: String? = nil, law: LawDate = .written,
    scheme: String = TrialTests.scheme, files: [String: String] = [:],
    vocabulary: String = InlineSet.vocabulary
  ) throws -> Result {
    var all = files
    all["vocabulary.yaml"] = vocabulary
    all["policy.yaml"] = InlineSet.head + Self.policy + "\n"
    let set = try InlineSet(all).loaded()
    let file = SourceFile(path: "plan.yaml", bytes: Array("format: shop/1\n\(scheme)\n".utf8))
    var log = DiagnosticLog()
    let request = TrialRequest(expression, name: "식", policy: policy, rule: rule, law: law)
    let trial = set.trying(request, on: file, diagnostics: &log)
    return Result(trial: trial, log: log)
  }

  @Test func `a value is shown with its type, its unit and the line it stands on`() throws {
    let result = try trying("shop.items[0].price + 50")
    #expect(result.trial?.exitStatus == 0)
    for line in [
      "값  750원 (`750`)", "유형    수 (`number, unit: KRW`)", "단위    원 KRW",
      "  가격 `shop.items[A].price` = 700원", "plan.yaml:11:44",
      "11 | …, name: 사과, kind: food, price: 700, marks",
      "요소가 모두 적혔는지가 중요한 목록\n  상품 `shop.items` = 요소 3개",
    ] { #expect(result.ko.contains(line), "\(line)\n\(result.ko)") }
    #expect(result.en.contains("value  KRW 750 (`750`)"))
  }

  @Test(arguments: [
    ("shop.open", "예 (`true`)"), ("shop.filed", "2022. 3. 1. (`2022-03-01`)"),
    ("shop.items[0].kind", "food"), ("1 / 3", "(`1/3`)"),
  ])
  func `a value is written as people write it and as files do`(expression: String, shown: String) throws {
    let result = try trying(expression)
    #expect(result.trial?.exitStatus == 0)
    #expect(result.ko.contains(shown), "\(result.ko)")
  }

  @Test func `what is missing makes a value unknown and is named with its place`() throws {
    let result = try trying("shop.items.map(i, i.price).sum()")
    #expect(result.problems.isEmpty == false)  // `sum` is no method: said, not guessed
    let sum = try trying("sum(shop.items.map(i, i.price))")
    #expect(sum.trial?.exitStatus == 3)
    #expect(sum.ko.contains("값  알 수 없음"))
    #expect(sum.ko.contains("가격 `shop.items[C].price`: 미기재"))
    #expect(sum.ko.contains("적을 곳: plan.yaml:13:7"))
    #expect(try trying("shop.proof").ko.contains("증빙 `shop.proof`: 값이 필요하나 없음으로 기재됨"))
  }

  @Test func `bounds and disputed readings are shown as such and are not known`() throws {
    let bounds = try trying("shop.price + 1")
    #expect(bounds.trial?.exitStatus == 3)
    #expect(bounds.ko.contains("101~201원 (범위만 알려짐)"))
    #expect(bounds.ko.contains("가격 `shop.price`: 범위만 기재됨"))
    let disputed = try trying("shop.size * 2")
    #expect(disputed.trial?.exitStatus == 3)
    #expect(disputed.en.contains("6 or 8 (sources disagree)"))
    #expect(try trying("shop.price < 500").trial?.exitStatus == 0)
  }

  @Test func `lists show their elements by key, doubtful ones marked, and the rest as a number`() throws {
    let list = try trying("shop.items.filter(i, i.price > 400)")
    #expect(list.trial?.exitStatus == 3)
    #expect(list.ko.contains("요소 2개 (그 가운데 1개는 드는지 알 수 없음)"))
    #expect(list.ko.contains("- A 사과 (shop.items[A])"))
    #expect(list.ko.contains("? C 인형 (shop.items[C]) — 드는지 알 수 없음: shop.items[C].price 미기재"))
    let numbers = (1...25).map(String.init).joined(separator: ", ")
    let long = try trying("[\(numbers)].map(x, x * 1000)")
    #expect(long.ko.contains("요소 25개") && long.ko.contains("- 20,000 (`20000`)"))
    #expect(!long.ko.contains("21,000") && long.ko.contains("… 외 5개"))
    let incomplete = try trying("shop.items", scheme: "incomplete: [shop.items]\n" + Self.scheme)
    #expect(incomplete.trial?.exitStatus == 3)
    #expect(incomplete.ko.contains("더 있을 수 있음"))
  }

  @Test func `a policy brings its numbers, tables and definitions with their versions`() throws {
    let dear = try trying("dear.map(i, i.id)", policy: "test.shop")
    #expect(dear.trial?.exitStatus == 3)  // the price of C is not stated
    for line in [
      "비싼 상품 `dear` =", "shop.items.filter(i, i.price > p.most)", "최고 가격 `p.most` = 600원",
      "고시 제1조(개정) · 2022. 2. 1.부터 · 적용일 2022. 3. 1. · 미확인 수치", "제출일 `shop.filed` = 2022. 3. 1.",
    ] { #expect(dear.ko.contains(line), "\(line)\n\(dear.ko)") }
    let earlier = try trying("p.most", policy: "test.shop", law: .on("2021-05-05"))
    #expect(earlier.ko.contains("값  500원") && earlier.ko.contains("지정한 날"))
    let row = try trying("table.rate('toy')", policy: "test.shop")
    #expect(row.ko.contains("`.times`  3") && row.ko.contains("별표 `table.rate` 2행"))
    #expect(row.ko.contains("표 ‘별표’의 행"))
  }

  @Test func `a rule brings its steps and is evaluated for each of its subjects`() throws {
    let result = try trying("twice", rule: "R-1")
    #expect(result.trial?.exitStatus == 3)
    #expect(result.ko.contains("== 대상 A 사과\n  값  1,400원"))
    #expect(result.ko.contains("대상 C 인형\n  값  알 수 없음"))
    #expect(try trying("p.most", rule: "R-1").trial?.exitStatus == 0)
    #expect(try trying("half", rule: "R-2.a").ko.contains("1.5 또는 2"))
    let none = try trying("twice", rule: "R-1", scheme: "shop: {filed: 2022-03-01, items: none}")
    #expect(none.trial?.exitStatus == 0 && none.ko.contains("대상이 없음"))
    let unlisted = try trying("twice", rule: "R-1", scheme: "shop: {filed: 2022-03-01}")
    #expect(unlisted.trial?.exitStatus == 3)
  }

  @Test func `problems stand in the expression itself, under the right column`() throws {
    let result = try trying("'가나' == shop.opned")
    #expect(result.trial == nil)
    #expect(
      result.problems.contains(
        """
        식:1:14: 오류: `shop`에 `opned` 항목이 없습니다 [expression.unknown-fact]
          1 | '가나' == shop.opned
            |                ^~~~~
          도움말: `opened`을(를) 쓰려던 것입니까?
        """), "\(result.problems)")
  }

  @Test(
    arguments: [
      ("p.most", nil, "`--policy test.shop`"), ("dear", nil, "`--policy test.shop`"),
      ("table.rate('toy')", nil, "`--policy test.shop`"), ("twice", "test.shop", "`--rule R-1`"),
      ("item.price", nil, "`--rule R-1`"), ("half", nil, "`--rule R-2.a`"),
      ("p.mots", "test.shop", "`p.most`"),
    ] as [(String, String?, String)])
  func `a name of a policy or rule that is not in scope says how to bring it`(
    expression: String, policy: String?, help: String
  ) throws {
    let result = try trying(expression, policy: policy)
    #expect(result.trial == nil)
    #expect(result.problems.contains(help), "\(result.problems)")
  }

  @Test(
    arguments: [
      ("test.shp", nil, "`test.shop`"), (nil, "R1", "`R-1`"), ("test.other", "R-1", "있는 것"),
    ] as [(String?, String?, String)])
  func `a policy or rule that is not there is an error with a suggestion`(
    policy: String?, rule: String?, help: String
  ) throws {
    let result = try trying("1", policy: policy, rule: rule)
    #expect(result.trial == nil && result.log.hasErrors)
    #expect(result.problems.contains(help), "\(result.problems)")
  }

  @Test func `a date without a policy to date is refused`() throws {
    let result = try trying("shop.open", law: .on("2022-01-01"))
    #expect(result.log.entries.map(\.code) == ["eval.as-of-without-policy"])
  }

  @Test func `what cannot be computed says what and where`() throws {
    let own = try trying("shop.items.size() + 1 / (shop.items.size() - 3)")
    #expect(own.trial?.exitStatus == 2)
    #expect(own.problems.contains("식:1:21: 오류") && own.problems.contains("[evaluation.division-by-zero]"))
    let step = try trying("broken + 1", policy: "test.shop")
    #expect(step.trial?.exitStatus == 2)
    #expect(
      step.problems.contains("policy.yaml:") && step.problems.contains("단계 `broken`"), "\(step.problems)")
  }

  @Test func `a fact that an element does not have is not asked for`() throws {
    let result = try trying(
      "shop.items.map(i, i.price)",
      scheme: "shop: {items: [{id: A, kind: food}, {id: B, kind: toy}, {id: C}]}",
      vocabulary: InlineSet.vocabulary.replacingOccurrences(
        of: "item.price: {type: number, unit: KRW,",
        with: "item.price: {type: number, unit: KRW, when: item.kind == 'food',"))
    #expect(result.trial?.exitStatus == 3)
    let parts = result.ko.components(separatedBy: "여기에는 없는 사실\n")
    try #require(parts.count == 2, "\(result.ko)")
    #expect(parts[0].contains("`shop.items[A].price`: 미기재\n      적을 곳"))
    #expect(
      parts[0].contains("`shop.items[C].price`: 미기재\n      `item.kind == 'food'`일 때만 있는 사실\n      적을 곳"))
    #expect(!parts[0].contains("items[B].price") && parts[1].contains("`shop.items[B].price`"))
  }

  @Test func `a reference to everything is called so in words`() throws {
    let result = try trying(
      "shop.covered", scheme: "shop: {items: [], covered: [all]}",
      vocabulary: InlineSet.vocabulary
        + "  shop.covered: {type: list, of: ref, to: shop.items, all: true, ko: 대상, en: covered}\n")
    #expect(result.ko.contains("  - 전체"), "\(result.ko)")
    #expect(result.en.contains("  - all"), "\(result.en)")
  }

  @Test func `a place is named only where there is one`() throws {
    let absent = try trying("shop.price", scheme: "shop: {open: true}")
    #expect(absent.ko.contains("적을 곳: 보상안 파일의 `shop.price`(아직 없는 자리)"), "\(absent.ko)")
    #expect(!absent.ko.contains(":1:1"))
    let null = try trying("shop.price", scheme: "shop: {price: null}")
    #expect(null.ko.contains("적을 곳: plan.yaml:2:15"), "\(null.ko)")
  }

  @Test func `days are counted by the only calendar there is, or not at all`() throws {
    func calendar(_ id: String) -> String {
      """
      format: guideline_calendar/1
      id: \(id)
      weekend: [sat, sun]
      covers: {from: 2022-01-01, to: 2022-12-31}
      holidays: []
      """
    }
    let one = try trying("days_after(shop.opened, 5)", files: ["a.yaml": calendar("one")])
    #expect(one.ko.contains("값  2022. 1. 17.") && one.ko.contains("달력    one"))
    let two = try trying(
      "days_after(shop.opened, 5)", files: ["a.yaml": calendar("one"), "b.yaml": calendar("two")])
    #expect(two.trial == nil)
    #expect(two.problems.contains("불러온 달력: `one`, `two`"), "\(two.problems)")
    let outside = try trying("days_after(shop.opened, 500)", files: ["a.yaml": calendar("one")])
    #expect(outside.trial?.exitStatus == 3 && outside.ko.contains("달력이 다루지 않는 날"))
  }

  @Test func `nothing of an expression or a scheme reaches the terminal raw`() throws {
    let result = try trying("'\u{1B}[31m' + shop.id + '\u{202E}'")
    #expect(!result.ko.contains("\u{1B}") && !result.ko.contains("\u{202E}"))
    for language in Language.allCases {
      for line in result.text(language).split(separator: "\n") {
        #expect(DisplayWidth.of(String(line)) <= 80)
      }
    }
  }

  @Test func `a scheme that is not valid is reported and nothing is evaluated`() throws {
    let result = try trying("shop.open", scheme: "shop: {opne: true}")
    #expect(result.trial == nil && result.log.hasErrors)
  }
}
