import Diagnostics
import Findings
import Foundation
import Policies
import Testing

@testable import Auditing

/// What a reading holds besides its requirement.
@Suite struct RuleReadingTests {
  private static let rule = """
    parameters:
      limit:
        title: {ko: 한도, en: limit}
        unit: KRW
        history:
          - {from: 2022-01-01, value: 5000, cite: {ko: 제2조, en: art. 2}}
          - {from: 2024-01-01, value: 7000, cite: {ko: 제2조(개정), en: art. 2 as amended}}
    tables:
      rate:
        title: {ko: 요율표, en: rates}
        inputs: [kind]
        outputs: {times: {title: {ko: 배수, en: times}}}
        cite: {ko: 별표 1, en: annex 1}
        rows:
          - [food, 2]
          - [toy, 4]
    rules:
      - id: R-1
        title: {ko: 규칙, en: rule}
        cite: {ko: 제1조, en: art. 1}
        text: {ko: 조문의 글, en: the wording}
        severity: minor
        waivable: {by: [city], basis: {ko: 제9조, en: art. 9}}
        applies_when: shop.open
        for_each: {as: thing, in: "shop.items.filter(i, i.price > 3)", if_none: fail}
        let:
          due: {title: {ko: 기준액, en: amount due}, unit: KRW, is: thing.price * table.rate(thing.kind).times}
        require: due <= p.limit
        exceptions:
          - id: R-1.X1
            title: {ko: 소규모 예외, en: small shops}
            cite: {ko: 제1조 단서, en: art. 1 proviso}
            when: shop.small
            proof: shop.proof
            review: manual
            in_force: {from: 2022-02-01}
          - {id: R-1.X2, title: {ko: 다른 예외, en: other}, when: shop.sign, replace: {due: thing.price * 2}}
        manual_when: thing.price > 100
        question: {ko: "{thing.name:은/는} 비싼가?", en: "is {thing.name} dear?"}
        message: {ko: "{actual} 초과", en: "{actual} too much"}
        remedy: {ko: 낮추십시오, en: lower it}
        message_if_none: {ko: 상품이 없음, en: no items}
    """

  private static func text(
    _ rule: String = rule, day: String = "2024-06-01", _ language: Language = .ko
  ) throws -> String {
    let set = try InlineSet(policy: rule).loaded()
    return try #require(set.readings(of: "R-1", on: day, language)?.first).text(width: 80)
  }

  /// Something a rule says, and something else in its place.
  static let changes: [(String, String)] = [
    ("severity: minor", "severity: major"), ("조문의 글, en: the wording", "다른 글, en: another wording"),
    ("cite: {ko: 제1조, en: art. 1}", "cite: {ko: 제3조, en: art. 3}"),
    ("by: [city]", "by: [state]"), ("제9조, en: art. 9", "제8조, en: art. 8"),
    ("applies_when: shop.open", "applies_when: shop.sign"), ("i.price > 3", "i.price > 4"),
    ("if_none: fail", "if_none: pass"), ("unit: KRW, is: thing", "is: thing"),
    ("thing.price * table", "thing.price / table"),
    ("[food, 2]", "[food, 3]"), ("- [toy, 4]", "- [toy, 5]"), ("value: 7000", "value: 8000"),
    ("value: 5000", "value: 6000"), ("from: 2024-01-01", "from: 2024-02-01"),
    ("due <= p.limit", "due < p.limit"),
    ("when: shop.small", "when: shop.open"), ("proof: shop.proof", "proof: shop.letter"),
    ("\n        proof: shop.proof", ""), ("\n        review: manual", ""),
    ("from: 2022-02-01", "from: 2022-03-01"), ("제1조 단서, en: art. 1 proviso", "제4조, en: art. 4"),
    ("{due: thing.price * 2}", "{due: thing.price * 3}"), (", replace: {due: thing.price * 2}", ""),
    ("thing.price > 100", "thing.price >= 100"),
    ("비싼가?\", en: \"is {thing.name} dear?", "싼가?\", en: \"is {thing.name} cheap?"),
    ("{actual} 초과\", en: \"{actual} too", "{expected} 초과\", en: \"{expected} too"),
    ("낮추십시오, en: lower it", "올리십시오, en: raise it"), ("상품이 없음, en: no items", "물건이 없음, en: nothing"),
    ("소규모 예외, en: small shops", "작은 가게, en: tiny shops"),
  ]

  @Test(arguments: Language.allCases)
  func `whatever a rule says shows in its reading`(_ language: Language) throws {
    let base = try Self.text(language)
    for (old, new) in Self.changes {
      let changed = Self.rule.replacing(old, with: new)
      try #require(changed != Self.rule, "`\(old)` is not in the rule")
      let text = try Self.text(changed, language)
      #expect(text != base, "`\(old)` reads as `\(new)`")
    }
  }

  private static func text(_ language: Language) throws -> String { try text(rule, language) }

  private static func text(_ rule: String, _ language: Language) throws -> String {
    try text(rule, day: "2024-06-01", language)
  }

  @Test func `what an empty list within a list means is said of each list that says it`() throws {
    let nested = Self.rule.replacing(
      "for_each: {as: thing, in: \"shop.items.filter(i, i.price > 3)\", if_none: fail}",
      with:
        "for_each: [{as: thing, in: shop.items, if_none: pass}, {as: mark, in: thing.marks, if_none: fail}]")
    func words(_ rule: String, _ language: Language) throws -> String {
      try Self.text(rule, language).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let english = try words(nested, .en)
    #expect(english.contains("If there is none, the outcome is “met”."))
    #expect(english.contains("for “the item”, the outcome for it is “potential violation”."))
    #expect(try words(nested, .ko).contains("하나도 없으면 그에 대한 결과는 ‘위반 소지’로 한다."))
    let silent = nested.replacing(", in: thing.marks, if_none: fail", with: ", in: thing.marks")
    #expect(try !words(silent, .en).contains(" for it is "))
  }

  @Test func `a parameter shows the value of the day, and its history`() throws {
    let now = try Self.text(day: "2024-06-01")
    #expect(now.contains("〈기준액〉이 〈한도〉(7,000원) 이하이어야 한다."))
    #expect(now.contains("2022. 1. 1.부터 2023. 12. 31.까지: 5,000원; 근거 제2조"))
    let then = try Self.text(day: "2023-12-31")
    #expect(then.contains("〈기준액〉이 〈한도〉(5,000원) 이하이어야 한다."))
    let before = try Self.text(day: "2021-12-31")
    #expect(before.contains("〈한도〉(이 날짜에 정해진 값 없음) 이하이어야 한다."))
  }

  @Test func `an exception that replaces a step says how it is computed instead`() throws {
    let text = try Self.text()
    #expect(text.contains("다만, 〈간판〉이 ‘예’인 경우에는 다음과 같이 계산한다.\n       〈기준액〉: 해당 상품의 〈가격〉에 2를 곱한 값 (단위: 원)."))
  }

  @Test func `names with the same title are told apart by their identifiers`() throws {
    let rule = Self.rule.replacing("{ko: 기준액, en: amount due}", with: "{ko: 한도, en: limit}")
    #expect(try Self.text(rule).contains("〈한도(due)〉가 〈한도(p.limit)〉(7,000원) 이하이어야 한다."))
  }

  @Test func `a judgement that is always asked, and an exception that hangs on its proof alone, say so`()
    throws
  {
    let rule = Self.rule.replacing("manual_when: thing.price > 100", with: "manual_when: true")
      .replacing("when: shop.small", with: "when: true")
    let words = try Self.text(rule).replacing("\n", with: " ").split(separator: " ").joined(separator: " ")
    #expect(words.contains("사람의 판단 요건을 충족하지 못함이 분명한 때를 제외하고 언제나 사람이 판단한다(‘판단 필요’)."))
    #expect(words.contains("다만, 아래의 입증자료를 갖춘 경우에는 적용하지 아니한다."))
  }

  @Test func `two subjects of one kind get letters`() throws {
    let text = try Self.text(
      """
      rules:
        - id: R-1
          title: {ko: 규칙, en: rule}
          cite: 제1조
          severity: minor
          for_each: [{as: a, in: shop.items}, {as: b, in: shop.items}]
          require: a.price <= b.price
      """)
    #expect(text.contains("상품 A의 〈가격〉이 상품 B의 〈가격〉 이하이어야 한다."))
  }

  private static let measures = """
    rules: [{id: R-1, title: 규칙, cite: 제1조, severity: minor, require: shop.open}]
    measures:
      - id: M-1
        title: {ko: 평균 가격, en: average price}
        cite: {ko: 제7조, en: art. 7}
        for_each: {as: thing, in: shop.items}
        let: {twice: {title: {ko: 두 배, en: double}, unit: KRW, is: thing.price * 2}}
        unit: KRW
        is: twice / 2
    """

  @Test func `a measure is read, listed and explained as one`() throws {
    let set = try InlineSet(policy: Self.measures).loaded()
    #expect(set.measureIDs == ["M-1"])
    for (language, words) in [
      (Language.ko, ["평균 가격", "제7조", "지표", "〈두 배〉: 해당 상품의 〈가격〉에 2를 곱한 값", "(단위: 원)"]),
      (.en, ["average price", "art. 7", "measure", "〈double〉", "(in KRW)"]),
    ] {
      let reading = try #require(set.readings(of: "M-1", on: "2024-06-01", language)?.first).text(width: 80)
      let explanation = try #require(set.explanation(of: "M-1", on: "2024-06-01", language)).text(width: 80)
      for word in words {
        #expect(reading.contains(word), "\(word)\n\(reading)")
        #expect(explanation.contains(word), "\(word)\n\(explanation)")
      }
      // Nothing is asked, so nothing can fail or be left open.
      for word in [Outcome.fail.word[language], Outcome.unknown.word[language]] {
        #expect(!reading.contains(word) && !explanation.contains(word), "\(word)")
      }
    }
    let list = try #require(set.ruleList(matching: ["average"], on: "2024-06-01", .en))
    #expect(list.entries.flatMap(\.measures).map(\.id) == ["M-1"] && list.entries.flatMap(\.rules).isEmpty)
    #expect(list.text(width: 80).contains("measure (shown, not decided) · art. 7"))
    #expect(list.text(width: 80).contains("1 policy, 0 rules, 1 measure"))
    #expect(set.readings(of: "test.shop", on: "2024-06-01", .en)?.count == 2)
  }

  @Test func `every version of a table is shown with its days, the one of the day marked`() throws {
    func table(_ rows: [String]) -> String {
      """
      tables:
        rate:
          title: {ko: 요율표, en: rates}
          inputs: [kind]
          outputs: [times]
          history:
            - {from: 2020-01-01, rows: [[food, 2], [toy, 3]], cite: 별표 1}
            - {from: 2023-01-01, rows: [\(rows.joined(separator: ", "))], cite: 별표 1(개정)}
      rules:
        - {id: R-1, title: 규칙, cite: 제1조, severity: minor, for_each: {as: thing, in: shop.items}, require: table.rate(thing.kind).times > 1}
      """
    }
    func words(_ text: String) -> String { text.split { $0 == " " || $0 == "\n" }.joined(separator: " ") }
    let changed = try Self.text(table(["[food, 5]", "[toy, 7]"]), day: "2022-03-01", .en)
    let lines = words(changed)
    #expect(lines.contains("31 December 2022: 2 rows; basis 별표 1 [the day shown] kind"), "\(changed)")
    #expect(lines.contains("from 1 January 2023: 2 rows; basis 별표 1(개정) kind"), "\(changed)")
    for cell in ["│ 2", "│ 3", "│ 5", "│ 7"] { #expect(changed.contains(cell), "\(cell)\n\(changed)") }
    let same = try Self.text(table(["[food, 2]", "[toy, 3]"]), .ko)
    #expect(same.contains("위와 같은 행"))
  }

  @Test func `a long table of another day is not written out`() throws {
    func rows(_ first: Int) -> String {
      (0..<40).map { "[\($0), \(first + $0)]" }.joined(separator: ", ")
    }
    let rule = """
      tables:
        rate:
          title: {ko: 요율표, en: rates}
          inputs: [size]
          outputs: [times]
          history: [{from: 2020-01-01, rows: [\(rows(100))]}, {from: 2023-01-01, rows: [\(rows(200))]}]
      rules: [{id: R-1, title: 규칙, cite: 제1조, severity: minor, require: table.rate(shop.size).times > 1}]
      """
    let text = try Self.text(rule, .en)
    #expect(text.contains("│ 200") && text.contains("│ 239") && !text.contains("│ 100"))
    #expect(text.contains("shown with `--as-of` a day of that time"))
    #expect(try Self.text(rule, day: "2022-03-01", .ko).contains("│ 139"))
  }

  @Test func `a policy's id stands for all its rules, an unknown id for none`() throws {
    let set = try InlineSet(policy: Self.rule).loaded()
    #expect(set.readings(of: "test.shop", on: "2024-06-01", .en)?.count == 1)
    #expect(set.readings(of: "R-2", on: "2024-06-01", .en) == nil)
    #expect(set.readings(of: "R-1", on: "2024-13-01", .en) == nil)
  }

  @Test func `the list is narrowed by a policy's id and by words of a rule`() throws {
    let set = try ReadingSnapshotTests.load("policies")
    func ids(_ words: String...) throws -> [String] {
      try #require(set.ruleList(matching: words, on: "2024-06-01", .ko)).entries.flatMap {
        $0.rules.map(\.id)
      }
    }
    let notices = try ids("kr.telecom_business_act.interruption_notice")
    #expect(notices.contains("KR-NTC-001") && notices.allSatisfy { $0.hasPrefix("KR-NTC-") })
    #expect(try ids("발표", "변동").contains("KR-CLM-003-C"))
    #expect(!(try ids("발표", "변동").contains("KR-NTC-001")))
    #expect(try ids("FREE USERS").contains("KR-FRE-001"))
    #expect(try ids("nothing of the kind").isEmpty)
    #expect(try ids().count == set.ruleIDs.count)
  }

  @Test(arguments: Language.allCases)
  func `conditions nested as deeply and chained as long as the language allows are read in lines of 80 cells`(
    _ language: Language
  ) throws {
    var nested = "shop.open"
    for level in 0..<60 {
      nested = level % 2 == 0 ? "(\(nested)) && shop.sign" : "!((\(nested)) || shop.small)"
    }
    let chained = Array(repeating: "shop.open", count: 150).joined(separator: " || ")
    let lists = (0..<12).reduce("m.size > 1") { inner, level in
      "shop.items.exists(i\(level), i\(level).marks.all(m, \(inner)))"
    }
    let texts = try [nested, chained, lists].enumerated().map { number, condition in
      let rule = "rules:\n  - {id: R-1, title: 규칙, cite: 제1조, severity: minor, require: \"\(condition)\"}"
      let text = try Self.text(rule, language)
      for line in text.split(separator: "\n") {
        #expect(DisplayWidth.of(String(line)) <= 80, "\(number): \(line)")
      }
      return text
    }
    #expect(Set(texts).count == 3)
  }
}

extension String {
  /// The text with every occurrence of another replaced.
  fileprivate func replacing(_ old: String, with new: String) -> String {
    guard !old.isEmpty else { return self }
    var result = ""
    var rest = self[...]
    while let found = rest.range(of: old) {
      result += rest[..<found.lowerBound] + new
      rest = rest[found.upperBound...]
    }
    return result + rest
  }
}
