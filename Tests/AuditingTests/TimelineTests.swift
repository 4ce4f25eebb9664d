import Diagnostics
import Findings
import Foundation
import Reporting
import Testing

@testable import Auditing

/// A rule's history on one line of time.
@Suite struct TimelineTests {
  static let head = """
    format: guideline_policy/1
    id: test.shop
    version: 1.0.0
    vocabulary: shop
    title: {ko: 가게 기준, en: shop policy}
    authority: city
    legal: {status: statute}
    sources: {act: {kind: statute, cite: {ko: 가게법, en: Shop Act}}}
    in_force: {from: 2020-01-01}
    as_of: shop.filed

    """

  static let register = """
    format: guideline_register/1
    id: town
    bodies:
      - id: city
        names:
          - {from: 2019-01-01, ko: 시청, en: City Hall}
          - {from: 2024-07-01, ko: 특별시청, en: Metropolitan Hall, cite: 조례 제9호, verified: false}
    instruments:
      - id: act
        kind: statute
        title: {ko: 가게법, en: Shop Act}
        articles:
          - {id: price, title: {ko: 가격, en: price}, numbers: [{from: 2020-01-01, value: 제5조제1항}, {from: 2023-05-01, value: 제7조제1항, verified: false}]}
          - {id: whole, title: {ko: 조 전체, en: whole article}, numbers: [{from: 2020-01-01, value: 제5조}, {from: 2020-06-06, value: 제50조}]}
          - {id: other, title: {ko: 다른 조, en: other}, numbers: [{from: 2020-01-01, value: 제5조의2}, {from: 2023-05-01, value: 제70조}]}
    """

  static let policy = """
    parameters:
      limit:
        title: {ko: 한도, en: limit}
        unit: KRW
        stricter: lower
        history:
          - {from: 2020-01-01, value: 4000, cite: {ko: act 제5조제1항, en: act art. 5(1)}}
          - {from: 2022-02-02, value: 2000, cite: {ko: act 제5조제1항, en: act art. 5(1)}, status: decree, verified: false}
          - {from: 2025-03-28, to: 2025-12-31, value: 1000, default: true, note: {ko: 임시값, en: provisional}}
      unused: {title: {ko: 남의 값, en: not its own}, history: [{from: 2021-01-01, value: 1}, {from: 2021-06-06, value: 2}]}
    tables:
      sizes:
        title: {ko: 크기표, en: sizes}
        inputs: [kind]
        outputs: {most: {unit: KRW, title: {ko: 최대, en: most}}}
        hit: unique
        history:
          - {from: 2020-01-01, rows: [[true, 1], [false, 2]]}
          - {from: 2022-02-02, rows: [[true, 1], [false, 3]]}
    rules:
      - {id: OLD, title: {ko: 옛 규칙, en: old rule}, cite: {ko: act 제3조, en: act art. 3}, severity: major, in_force: {to: 2021-12-31}, require: shop.open}
      - id: NOW
        title: {ko: 새 규칙, en: new rule}
        cite:
          - {from: 2022-01-01, cite: {ko: act 제5조제1항, en: act art. 5(1)}}
          - {from: 2023-05-01, cite: {ko: act 제7조제1항, en: act art. 7(1)}, verified: false}
        text:
          - {from: 2022-01-01, ko: 싸게 판다, en: sell cheaply}
          - {from: 2022-02-02, ko: 더 싸게 판다, en: sell more cheaply}
        severity: major
        in_force: {from: 2022-01-01}
        replaces: OLD
        require: shop.price <= p.limit && shop.size <= table.sizes(shop.small).most
        exceptions:
          - {id: NOW.X, title: {ko: 간판 없음, en: no sign}, in_force: {from: 2022-03-03, to: 2024-04-04}, when: "!shop.sign"}
      - {id: NEXT, title: {ko: 다음 규칙, en: next rule}, cite: {ko: act 제8조, en: act art. 8}, severity: major, in_force: {from: 2026-01-01}, replaces: NOW, require: shop.open}
      - {id: FLAT, title: {ko: 그대로, en: steady}, cite: {ko: 조례 제1조, en: ordinance 1}, severity: note, legal: {basis: 조례}, require: shop.open}
    """

  private func set() throws -> PolicySet {
    try InlineSet(policy: Self.policy, head: Self.head, files: ["register.yaml": Self.register]).loaded()
  }

  private func lines(_ id: String?, _ language: Language) throws -> [String] {
    let sheet = try set()
    let page = try #require(id.map { sheet.timeline(of: $0) } ?? sheet.timelines())
    let text = String(decoding: page.render(RenderOptions(language: language, width: 400)), as: UTF8.self)
    return text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  @Test func `days stand in order, and what changes on one day stands together`() throws {
    let lines = try lines("NOW", .ko)
    let days = lines.filter { $0.wholeMatch(of: /\d{4}\. \d+\. \d+\./) != nil }
    #expect(
      days == [
        "2019. 1. 1.", "2020. 1. 1.", "2022. 1. 1.", "2022. 2. 2.", "2022. 3. 3.", "2023. 5. 1.",
        "2024. 4. 5.",
        "2024. 7. 1.", "2025. 3. 28.", "2026. 1. 1.",
      ])
    let start = try #require(lines.firstIndex(of: "2022. 2. 2."))
    let end = try #require(lines.firstIndex(of: "2022. 3. 3."))
    #expect(
      lines[start..<end].dropFirst() == [
        "- 문언: ‘싸게 판다’ → ‘더 싸게 판다’", "(법률)", "- 수치 ‘한도’: 4,000원 → 2,000원",
        "(근거 가게법 제5조제1항; 시행령; 확인되지 않음)", "- 표 ‘크기표’: 행 2개 가운데 바뀐 것", "아니요: 최대 2원 → 3원", "(법률)",
      ])
  }

  @Test(arguments: [
    "- [OLD] 규칙 OLD: 시행이 끝남(마지막 날 2021. 12. 31.)", "- 규칙 NOW이(가) OLD을(를) 갈음함", "- 규칙 NEXT이(가) NOW을(를) 갈음함",
    "- 근거 조문: 가게법 제5조제1항 → 가게법 제7조제1항", "- 가게법 조문 번호(가격): 제5조제1항 → 제7조제1항", "- 소관 기관: 시청 → 특별시청",
    "(근거 조례 제9호; 확인되지 않음)", "- 예외 NOW.X(간판 없음): 시행", "- 예외 NOW.X(간판 없음): 시행이 끝남(마지막 날 2024. 4. 4.)",
    "- 수치 ‘한도’: 2,000원 → 1,000원", "(법률; 도구 기본값; 임시값)", "- 수치 ‘한도’: 1,000원 → 없음",
  ])
  func `every kind of change has its line`(line: String) throws {
    #expect(try lines("NOW", .ko).contains(line))
  }

  @Test func `the same stands there in English`() throws {
    let lines = try lines("NOW", .en)
    for line in [
      "28 March 2025", "- number “limit”: KRW 2,000 → KRW 1,000", "(statute; tool's default; provisional)",
      "- basis: Shop Act art. 5(1) → Shop Act art. 7(1)", "- authority: City Hall → Metropolitan Hall",
      "- rule NOW takes the place of OLD",
      "- exception NOW.X (no sign): no longer in force (last day 4 April 2024)",
      "no: most KRW 2 → KRW 3", "before it  OLD “old rule”", "after it   NEXT “next rule”",
    ] { #expect(lines.contains(line), "\(line)") }
  }

  @Test func `what a rule does not use is no part of its history`() throws {
    let text = try lines("NOW", .ko).joined(separator: "\n")
    #expect(!text.contains("남의 값"))
    #expect(!text.contains("다른 조"), "제5조 does not begin 제5조의2")
    #expect(!text.contains("조 전체"), "제5조제1항 is nearer to the citation than 제5조")
  }

  @Test func `without a rule those that changed are listed with their days, the others counted`() throws {
    let lines = try lines(nil, .ko)
    #expect(lines.contains { $0.hasPrefix("NOW") && $0.contains("2022. 2. 2., 2022. 3. 3.") })
    #expect(lines.contains { $0.hasPrefix("OLD") && $0.contains("2022. 1. 1.") })
    #expect(lines.last == "바뀐 규칙·지표 4개, 바뀐 적이 없는 규칙·지표 0개. 자세한 연혁: `audit policy timeline 규칙`")
    #expect(try set().timeline(of: "NOBODY") == nil)
    #expect(try set().timeline(of: "test.shop") == set().timelines())
  }

  @Test func `a rule that never changed says so`() throws {
    let set = try InlineSet(
      policy: "rules: [{id: R, title: {ko: 영업, en: open}, cite: 제1조, severity: major, require: shop.open}]")
    let page = try #require(try set.loaded().timeline(of: "R"))
    let text = String(decoding: page.render(RenderOptions(language: .en)), as: UTF8.self)
    #expect(text.contains("No change after the first version is on record."))
    #expect(text.contains("Without a day (always the same)"))
    #expect(try set.loaded().timelines().pieces.count == 3)
  }

  @Test func `rules that replace one another in a ring end where it closes`() throws {
    let rules = [("A", "B"), ("B", "C"), ("C", "A")].map { id, old in
      "  - {id: \(id), title: {ko: 갑, en: a}, cite: 제1조, severity: note, replaces: \(old), require: shop.open}"
    }
    let set = try InlineSet(policy: "rules:\n" + rules.joined(separator: "\n"))
    let page = try #require(try set.loaded().timeline(of: "A"))
    let text = String(decoding: page.render(RenderOptions(language: .ko)), as: UTF8.self)
    for name in ["A", "B", "C"] { #expect(text.contains("규칙 \(name)이(가)")) }
  }

  @Test func `a rule that replaces one which is not loaded names it`() throws {
    let set = try InlineSet(
      policy:
        "rules: [{id: R, title: {ko: 영업, en: open}, cite: 제1조, severity: major, replaces: GONE-1, require: shop.open}]"
    )
    let page = try #require(try set.loaded().timeline(of: "R"))
    let text = String(decoding: page.render(RenderOptions(language: .ko)), as: UTF8.self)
    #expect(text.contains("GONE-1 (읽은 기준에 없음)"))
  }

  @Test func `a hundred rules in a row and long tables end soon`() throws {
    let rules = (1...100).map { number in
      "  - {id: R\(number), title: {ko: 갑, en: a}, cite: 제1조, severity: note, replaces: R\(number - 1), require: \"shop.size <= table.t(shop.size).y\"}"
    }
    let rows = (0..<300).map { "          - [\"[\($0)..\($0 + 1))\", \($0)]" }.joined(separator: "\n")
    let set = try InlineSet(
      policy: """
        tables:
          t:
            title: {ko: 긴 표, en: long table}
            inputs: [x]
            outputs: {y: {type: number}}
            hit: unique
            history:
              - from: 2020-01-01
                rows:
        \(rows)
        rules:
        \(rules.joined(separator: "\n"))
        """)
    let page = try #require(try set.loaded().timeline(of: "R50"))
    let text = String(decoding: page.render(RenderOptions(language: .en)), as: UTF8.self)
    #expect(text.contains("and 260 more rows"))
  }
}
