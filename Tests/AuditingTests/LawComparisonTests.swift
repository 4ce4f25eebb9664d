import Diagnostics
import Findings
import Foundation
import Reporting
import Testing

@testable import Auditing

/// One scheme under the law of two days.
@Suite struct LawComparisonTests {
  static let policy = """
    parameters:
      limit:
        title: {ko: 한도, en: limit}
        unit: KRW
        stricter: lower
        history:
          - {from: 2020-01-01, value: 100, cite: {ko: 가게법 제1조, en: Shop Act art. 1}}
          - {from: 2024-01-01, value: 300, cite: {ko: 가게법 제2조, en: Shop Act art. 2}, verified: false}
    tables:
      sizes:
        title: {ko: 크기표, en: sizes}
        inputs: [small]
        outputs: {most: {title: {ko: 최대, en: most}}}
        hit: unique
        history:
          - {from: 2020-01-01, rows: [[true, 1], [false, 9]]}
          - {from: 2024-01-01, rows: [[true, 1], [false, 5]]}
    rules:
      - {id: MILD, title: {ko: 가격, en: price}, cite: 제1조, severity: major, for_each: {as: item, in: shop.items}, require: item.price <= p.limit, message: {ko: 비쌈, en: too dear}}
      - {id: ADVICE, title: {ko: 권고 가격, en: advised price}, cite: 제2조, severity: major, legal: {status: recommendation}, require: shop.price <= p.limit}
      - {id: GONE, title: {ko: 없어짐, en: gone}, cite: 제3조, severity: major, in_force: {to: 2023-12-31}, for_each: {as: item, in: shop.items}, require: item.price > 1000}
      - {id: COME, title: {ko: 새로 둠, en: new}, cite: 제4조, severity: major, in_force: {from: 2024-01-01}, parts: [{id: a, title: {ko: 가, en: a}, require: shop.open}, {id: b, title: {ko: 나, en: b}, require: "!shop.open"}]}
      - {id: EXC, title: {ko: 예외, en: exception}, cite: 제5조, severity: major, require: "!shop.open", exceptions: [{id: EXC.X, title: {ko: 간판, en: sign}, in_force: {to: 2023-06-30}, when: shop.sign}]}
      - {id: SIZE, title: {ko: 크기, en: size}, cite: 제6조, severity: major, require: shop.size <= table.sizes(shop.small).most}
      - {id: SAME, title: {ko: 같음, en: same}, cite: 제7조, severity: major, require: shop.open}
      - {id: CITE, title: {ko: 번호, en: number}, cite: [{from: 2020-01-01, cite: 제8조}, {from: 2024-01-01, cite: 제9조}], severity: major, require: shop.open}
      - {id: OPEN, title: {ko: 모름, en: open}, cite: 제10조, severity: major, in_force: {to: 2023-12-31}, require: shop.price <= 5}
    """

  static let scheme = """
    shop:
      filed: 2023-01-01
      open: true
      sign: true
      price: 200
      size: 4
      items:
        - {id: i1, name: 하나, price: 50}
        - {id: i2, name: 둘, price: 200}
        - {id: i3, name: 셋, price: 250}
        - {id: i4, name: 넷}
    """

  private func comparison(
    _ scheme: String = scheme, from: String = "2022-10-15", to: String = "2026-10-02"
  ) throws -> LawComparison {
    let set = try InlineSet(policy: Self.policy)
    return LawComparison(
      from: try set.report(scheme, law: .on(from)), to: try set.report(scheme, law: .on(to)))
  }

  private func text(_ comparison: LawComparison, _ language: Language, all: Bool = false) -> String {
    let sheet = LawComparisonSheet(comparison, listsAll: all).sheet
    return String(decoding: sheet.render(RenderOptions(language: language, width: 300)), as: UTF8.self)
  }

  @Test func `each change says what was, what is, and of what kind it is`() throws {
    let changes = try comparison().changes.map { change in
      "\(change.finding?.id ?? "") \(change.kind.rawValue) \(change.earlier?.outcome.rawValue ?? "-") "
        + "\(change.later?.outcome.rawValue ?? "-") \(change.tendency?.rawValue ?? "-") \(change.concernsSanctions)"
    }
    #expect(
      changes == [
        "MILD[i1] grounds pass pass - false", "MILD[i2] outcome fail pass milder true",
        "MILD[i3] outcome fail pass milder true", "MILD[i4] grounds unknown unknown - false",
        "ADVICE outcome fail pass milder false", "GONE[i1] outcome fail not_in_force milder true",
        "GONE[i2] outcome fail not_in_force milder true", "GONE[i3] outcome fail not_in_force milder true",
        "GONE[i4] outcome unknown not_in_force milder true", "COME.a outcome not_in_force pass - false",
        "COME.b outcome not_in_force fail stricter false", "EXC outcome not_applicable fail stricter false",
        "SIZE grounds pass pass - false", "CITE citation pass pass - false",
        "OPEN outcome fail not_in_force milder true",
      ])
  }

  @Test func `every finding of both reports is a change or counted as equal`() throws {
    let compared = try comparison()
    let from = compared.changes.count { $0.from != nil } + compared.equal
    let to = compared.changes.count { $0.to != nil } + compared.equal
    // A finding of a whole rule stands for its subjects on the other side and is not paired itself.
    let wholes = Set(compared.changes.compactMap { $0.whole?.fingerprint })
    #expect(
      from + compared.from.findings.count { wholes.contains($0.fingerprint) } == compared.from.findings.count)
    #expect(to + compared.to.findings.count { wholes.contains($0.fingerprint) } == compared.to.findings.count)
    #expect(compared.equal == 1)
  }

  @Test func `the reasons give both versions, since when and where they are written`() throws {
    let text = try text(comparison(), .ko)
    for words in [
      "까닭: 수치 ‘한도’: 100원 (2020. 1. 1.부터; 가게법 제1조) → 300원 (2024. 1. 1.부터; 가게법 제2조; 확인되지 않음)",
      "까닭: 규칙의 적용 기간: 시행 중 (2022. 1. 1.부터 2023. 12. 31.까지) → 폐지 (2022. 1. 1.부터 2023. 12. 31.까지)",
      "까닭: 규칙의 적용 기간: 시행 전 (2024. 1. 1.부터) → 시행 중 (2024. 1. 1.부터)",
      "까닭: 예외 EXC.X(간판): 적용됨 (2023. 6. 30.까지) → 폐지됨", "<위반 소지> → <충족> ※", "대상: 둘 [i2], 셋 [i3]", "<충족> (같음)",
      "까닭: 표 ‘크기표(아니요)’: 최대 9 (2020. 1. 1.부터) → 최대 5 (2024. 1. 1.부터)",
      "행정기본법 제14조 제3항 단서", "처분이나 유권해석이 아님",
      "결과가 달라짐 11건, 결과는 같고 근거가 달라짐 3건, 조문·문언·기관 이름만 달라짐 1건, 같음 1건",
    ] { #expect(text.contains(words), "\(words)\n\(text)") }
    #expect(!text.contains("제8조"), "what only cites another article is listed with --all")
    #expect(try self.text(comparison(), .ko, all: true).contains("근거 조문: 제8조 → 제9조"))
  }

  @Test func `the same stands there in English`() throws {
    let text = try text(comparison(), .en)
    for words in [
      "why: number “limit”: KRW 100 (from 1 January 2020; Shop Act art. 1) → KRW 300 (from 1 January 2024; Shop Act art. 2; unverified)",
      "<potential violation> → <met> *", "art. 14(3), proviso",
      "why: exception EXC.X (sign): applies (until 30 June 2023) → no longer in force",
      "neither a decision", "<potential violation> → <no longer in force> *",
      "<recommendation not reflected> → <met>\n",
    ] { #expect(text.contains(words), "\(words)\n\(text)") }
  }

  @Test func `a recommendation is never marked as a matter of sanctions`() throws {
    let changes = try comparison().changes.filter { $0.finding?.rule == "ADVICE" }
    #expect(changes.count == 1 && changes.allSatisfy { $0.tendency == .milder && !$0.concernsSanctions })
  }

  @Test func `what becomes undecided is only perhaps milder`() throws {
    let set = try InlineSet(
      policy: """
        parameters:
          limit: {title: {ko: 한도, en: limit}, unit: KRW, history: [{from: 2020-01-01, to: 2023-12-31, value: 100}]}
        rules:
          - {id: R, title: {ko: 가격, en: price}, cite: 제1조, severity: major, require: shop.price <= p.limit}
        """)
    let compared = LawComparison(
      from: try set.report(Self.scheme, law: .on("2022-10-15")),
      to: try set.report(Self.scheme, law: .on("2026-10-02")))
    #expect(compared.changes.map(\.tendency) == [.perhapsMilder])
    #expect(compared.changes[0].concernsSanctions)
    let text = text(compared, .ko)
    #expect(text.contains("까닭: 수치 ‘한도’: 100원 (2020. 1. 1.부터) → 정해진 값 없음 (2024. 1. 1.부터)"), "\(text)")
    #expect(text.contains("더 가벼울 수 있음"))
  }

  @Test func `a subject that only one law knows is explained by the list that grew`() throws {
    let set = try InlineSet(
      policy: """
        parameters:
          kinds:
            title: {ko: 볼 것, en: what counts}
            type: list
            history: [{from: 2020-01-01, value: [food]}, {from: 2024-01-01, value: [food, toy]}]
        rules:
          - {id: R, title: {ko: 종류, en: kinds}, cite: 제1조, severity: major, for_each: {as: kind, in: p.kinds}, require: "shop.tags.exists(t, t == kind)"}
        """)
    let scheme = "shop: {filed: 2023-01-01, tags: [food]}"
    let early = try set.report(scheme, law: .on("2022-10-15"))
    let late = try set.report(scheme, law: .on("2026-10-02"))
    for (from, to, tendency, sanctions) in [
      (early, late, FindingChange.Tendency.stricter, false), (late, early, .milder, true),
    ] {
      let compared = LawComparison(from: from, to: to)
      let lone = try #require(compared.changes.first { $0.finding?.subject == "toy" })
      #expect(lone.tendency == tendency && lone.concernsSanctions == sanctions && lone.whole == nil)
      #expect(lone.reasons.map(\.name) == ["kinds"])
    }
    #expect(text(LawComparison(from: early, to: late), .ko).contains("<점검 대상 아님> → <위반 소지>"))
  }

  @Test func `the same law on both days differs in nothing`() throws {
    let compared = try comparison(from: "2024-02-01", to: "2026-10-02")
    #expect(compared.changes.isEmpty && compared.equal == compared.to.findings.count)
    #expect(!text(compared, .ko).contains("행정기본법"))
  }

  @Test func `the JSON carries both languages, both versions and the counts`() throws {
    let compared = try comparison()
    let object = try JSONSerialization.jsonObject(with: Data(compared.json))
    let root = try #require(object as? [String: Any])
    #expect(root["format"] as? String == "guideline_law_comparison/1")
    #expect((root["from"] as? [String: Any])?["date"] as? String == "2022-10-15")
    let changes = try #require(root["changes"] as? [[String: Any]])
    #expect(changes.count == compared.changes.count)
    let mild = try #require(changes.first { $0["subject"] as? String == "i2" })
    #expect(mild["tendency"] as? String == "milder" && mild["concernsSanctions"] as? Bool == true)
    #expect(mild["fingerprint"] as? String == compared.to.findings[1].fingerprint)
    let reason = try #require((mild["reasons"] as? [[String: Any]])?.first)
    #expect(reason["kind"] as? String == "parameter")
    #expect((reason["title"] as? [String: String]) == ["ko": "한도", "en": "limit"])
    let side = try #require(reason["to"] as? [String: Any])
    #expect(side["from"] as? String == "2024-01-01" && side["verified"] as? Bool == false)
    let counts = try #require(root["counts"] as? [String: Int])
    #expect(counts == ["outcome": 11, "grounds": 3, "citation": 1, "equal": 1, "sanctions": 7])
    #expect(compared.json == LawComparison(from: compared.from, to: compared.to).json)
  }

  @Test func `texts of a saved report reach neither a terminal nor JSON raw`() throws {
    var compared = try comparison()
    var later = compared.to
    for index in later.findings.indices {
      later.findings[index].subjectName = LocalizedText("둘\u{1B}[31m\n\u{202E}")
      for place in later.findings[index].parameters.indices {
        later.findings[index].parameters[place].cite = LocalizedText("\u{1B}]0;x\u{7}")
      }
    }
    compared = LawComparison(from: compared.from, to: later)
    #expect(compared.changes.contains { $0.finding?.subjectName?.ko.contains("\u{1B}") == true })
    for bytes in [compared.json, Array(text(compared, .ko, all: true).utf8)] {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}") && !text.contains("\u{7}"))
    }
  }

  // ── the next version in a report ───────────────────────────────────────────

  @Test func `a finding names the next version of its numbers and rows`() throws {
    let report = try InlineSet(policy: Self.policy).report(Self.scheme, law: .on("2022-10-15"))
    let later = try #require(report.findings.first { $0.id == "MILD[i2]" }?.parameters.first?.later)
    #expect(later.map(\.from) == ["2024-01-01"] && later[0].values.map(\.value.text) == ["300"])
    #expect(later[0].cite?.en == "Shop Act art. 2" && !later[0].verified)
    let row = try #require(report.findings.first { $0.id == "SIZE" }?.tables.first)
    #expect(row.later.map(\.from) == ["2024-01-01"] && row.later[0].values.map(\.value.text) == ["5"])
    func text(_ language: Language) throws -> String {
      String(
        decoding: try ReportFormat.text.render([report], RenderOptions(language: language, width: 200)),
        as: UTF8.self)
    }
    #expect(try text(.ko).contains("다음 판: 2024. 1. 1.부터 300원 (미확인 수치)"))
    #expect(try text(.en).contains("next version: KRW 300 from 1 January 2024 (unverified number)"))
    #expect(try text(.ko).contains("연혁    한도: 2022. 10. 15. 기준 100원, 2024. 1. 1.부터 300원"))
    #expect(try text(.ko).contains("EXC.X 간판 [2023. 6. 30.까지 시행] — 적용됨"))
  }

  @Test func `under the last version there is no next one, nor for a row that stays`() throws {
    let set = try InlineSet(policy: Self.policy)
    let report = try set.report(Self.scheme, law: .on("2026-10-02"))
    #expect(report.findings.flatMap(\.parameters).allSatisfy { $0.later.isEmpty })
    #expect(!String(decoding: report.json, as: UTF8.self).contains("\"later\""))
    let small = try set.report(
      Self.scheme.replacingOccurrences(of: "sign: true", with: "small: true"), law: .on("2022-10-15"))
    #expect(small.findings.first { $0.rule == "SIZE" }?.tables.first?.later == [])
  }

  @Test func `a saved report renders the next version again, and older ones are still read`() throws {
    let report = try InlineSet(policy: Self.policy).report(Self.scheme, law: .on("2022-10-15"))
    let saved = try JSONDecoder().decode(AuditReport.self, from: Data(report.json))
    #expect(saved.json == report.json)
    let options = RenderOptions(language: .ko, listsAll: true)
    #expect(try ReportFormat.text.render([saved], options) == ReportFormat.text.render([report], options))
    let whole = try JSONSerialization.jsonObject(with: Data(report.json))
    let older = try JSONSerialization.data(withJSONObject: Self.without(["later"], whole))
    let read = try JSONDecoder().decode(AuditReport.self, from: older)
    #expect(report.findings.contains { !($0.parameters.first?.later.isEmpty ?? true) })
    #expect(read.findings.flatMap(\.parameters).allSatisfy { $0.later.isEmpty })
    #expect(read.findings.flatMap(\.tables).allSatisfy { $0.later.isEmpty })
    let exception = try #require(report.findings.first { $0.rule == "EXC" }?.exception)
    #expect(exception.inForce == ReportPeriod(to: "2023-06-30"))
  }

  /// A JSON value without the members of some names.
  private static func without(_ names: Set<String>, _ value: Any) -> Any {
    if let object = value as? [String: Any] {
      return object.filter { !names.contains($0.key) }.mapValues { without(names, $0) }
    }
    return (value as? [Any])?.map { without(names, $0) } ?? value
  }
}
