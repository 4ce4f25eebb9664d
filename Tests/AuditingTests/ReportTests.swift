import Diagnostics
import Findings
import Foundation
import Testing

@testable import Auditing

/// What a report carries besides outcomes.
@Suite struct ReportTests {
  private static let policy = """
    parameters:
      limit:
        title: {ko: 한도, en: limit}
        unit: KRW
        stricter: lower
        as_of: shop.opened
        history:
          - {from: 2022-01-01, value: 100, cite: 제1조}
          - {from: 2023-01-01, value: 80, cite: 제1조(2023), verified: false}
      few: {title: {ko: 최소, en: least}, history: [{from: 2022-01-01, value: 2, cite: 제2조, default: true}]}
      late: {title: {ko: 나중, en: later}, history: [{from: 2024-01-01, value: 2, cite: 제3조}]}
    tables:
      share:
        title: {ko: 별표, en: annex}
        inputs: [kind, price]
        outputs: [rate]
        history:
          - from: 2022-01-01
            cite: 별표 1
            rows:
              - [food, "< 50", 10]
              - [food, "[50..100]", 20]
              - [toy, "-", 30]
    rules:
      - id: A
        title: {ko: 값, en: price}
        cite: 제1조
        severity: major
        let:
          twice: {title: {ko: 두 배, en: twice}, unit: KRW, is: shop.price * 2}
          unused: {title: {ko: 안 씀, en: unused}, is: shop.size}
        require: twice <= p.limit
        message: {ko: "{twice:이/가} 한도 {expected:을/를} 넘습니다({shop.opened}, {shop.opened|iso}, {twice|plain}).", en: "{twice} is above {expected} ({shop.opened}, {shop.opened|iso}, {twice|plain})."}
        remedy: {ko: "{expected} 이하로 낮추십시오.", en: "Lower it to {expected}."}
        cost: {is: twice - p.limit, title: {ko: 초과액, en: excess}}
      - {id: B, title: {ko: 수, en: count}, cite: 제2조, severity: minor, require: shop.tags.size() >= p.few}
      - {id: C, title: {ko: 나중, en: later}, cite: 제3조, severity: minor, require: shop.size >= p.late}
      - id: D
        title: {ko: 별표, en: annex}
        cite: 별표 1
        severity: minor
        for_each: {as: item, in: shop.items}
        require: "table.share(item.kind, item.price).rate < 20"
      - {id: E, title: {ko: 나눗셈, en: division}, cite: 제5조, severity: minor, require: 1 / shop.size > 0}
    """

  @Test func `a message is worded in both languages`() throws {
    let set = try InlineSet(policy: Self.policy)
    let found = try set.findings("shop: {filed: 2023-01-01, opened: 2022-12-29, price: 7550}")
    let finding = try #require(found["A"])
    #expect(finding.message?.ko == "15,100원이 한도 100원을 넘습니다(2022. 12. 29., 2022-12-29, 15100).")
    #expect(finding.message?.en == "KRW 15,100 is above KRW 100 (29 December 2022, 2022-12-29, 15100).")
    #expect(finding.remedy?.en == "Lower it to KRW 100.")
    #expect(finding.cost?.value.text == "15000")
    #expect(finding.cost?.title.en == "excess")
  }

  @Test func `a report introduces the scheme with the facts that the vocabulary marks`() throws {
    let vocabulary = InlineSet.vocabulary
      .replacingOccurrences(
        of: "shop.opened: {type: date,", with: "shop.opened: {type: date, headline: true,"
      )
      .replacingOccurrences(
        of: "item.name: {type: string,", with: "item.name: {type: string, headline: true,")
    #expect(vocabulary.components(separatedBy: "headline").count == 3)
    let set = try InlineSet([
      "vocabulary.yaml": vocabulary,
      "policy.yaml": InlineSet.head
        + "rules: [{id: A, title: 값, cite: 제1조, severity: minor, require: shop.open}]\n",
    ])
    let report = try set.report(
      "shop: {filed: 2023-01-01, items: [{id: i1, name: 하나}, {id: i2}, {id: i3, name: none}]}")
    #expect(
      report.scheme.headlines.map { "\($0.path) \($0.value.text)" }
        == ["shop.items[i1].name 하나", "shop.items[i3].name "])
    let saved = try JSONDecoder().decode(AuditReport.self, from: Data(report.json))
    #expect(saved.scheme == report.scheme)
  }

  @Test func `a finding names its deadline, whatever came of it`() throws {
    let rules = """
      rules:
        - id: A
          title: {ko: 고지, en: notice}
          cite: 제1조
          severity: major
          deadline: {title: {ko: 고지 기한, en: last day of notice}, is: "months_after(shop.opened, 1)"}
          parts:
            - {id: late, title: {ko: 늦음, en: late}, require: shop.filed <= date('2023-02-01')}
            - {id: soon, title: {ko: 앞섬, en: soon}, require: shop.filed <= date('2023-01-01'), deadline: shop.opened}
        - {id: B, title: {ko: 없음, en: none}, cite: 제2조, severity: minor, require: shop.filed <= date('2023-02-01')}
        - {id: C, title: {ko: 바로, en: at once}, cite: 제2조, severity: minor, require: shop.open, deadline: {text: {ko: 즉시, en: at once}, from: shop.opened}}

      """
    let set = try InlineSet(policy: rules)
    let found = try set.findings("shop: {filed: 2023-01-15, opened: 2022-12-29}")
    let late = try #require(found["A.late"])
    #expect(late.outcome == .pass && late.deadline?.title.en == "last day of notice")
    #expect(late.deadline?.last?.text == "2023-01-29")
    #expect(late.evidence.map(\.path) == ["shop.filed"])
    let soon = try #require(found["A.soon"])
    #expect(soon.outcome == .fail && soon.deadline?.last?.text == "2022-12-29")
    #expect(soon.deadline?.title.ko == "앞섬")
    #expect(found["B"]?.deadline == nil)
    let atOnce = try #require(found["C"]?.deadline)
    #expect(atOnce.last == nil && atOnce.text?.en == "at once" && atOnce.from?.text == "2022-12-29")
    let open = try #require(try set.findings("shop: {filed: 2023-01-15}")["A.late"])
    #expect(open.outcome == .pass && open.deadline?.last?.type == .unknown)
  }

  @Test func `a finding names the steps, numbers and dates it rests on`() throws {
    let set = try InlineSet(policy: Self.policy)
    let scheme = "shop: {filed: 2023-05-01, opened: 2022-12-29, price: 50}"
    let finding = try #require(try set.findings(scheme)["A"])
    #expect(finding.outcome == .pass)
    #expect(finding.steps.map(\.name) == ["twice"])
    #expect(finding.steps.first?.expression == "shop.price * 2")
    #expect(finding.steps.first?.value.unit == "KRW")
    #expect(finding.parameters.map(\.name) == ["limit"])
    #expect(finding.parameters.first?.value.text == "100")
    #expect(finding.parameters.first?.from == "2022-01-01")
    #expect(finding.parameters.first?.on == "2022-12-29")
    #expect(finding.parameters.first?.cite?.ko == "제1조")
    #expect(finding.dates.map(\.expression) == ["shop.filed", "shop.opened"])
    #expect(finding.dates.map(\.value.text) == ["2023-05-01", "2022-12-29"])
    #expect(finding.dates.first?.title?.en == "filed")
    #expect(finding.evidence.map(\.path) == ["shop.filed", "shop.price", "shop.opened"])
    let evidence = try #require(finding.evidence.first { $0.path == "shop.price" })
    #expect((evidence.file, evidence.line, evidence.column) == ("scheme.yaml", 2, 54))
    #expect(finding.location?.excerpt == scheme)
    #expect(finding.actual?.text == "100")
    #expect(finding.expected?.text == "100")
    #expect(finding.firm)
  }

  @Test func `a finding that rests on an unverified or default number is not firm`() throws {
    let set = try InlineSet(policy: Self.policy)
    let found = try set.findings("shop: {filed: 2023-05-01, opened: 2023-01-01, price: 50, tags: [a]}")
    #expect(found["A"]?.outcome == .fail)
    #expect(found["A"]?.parameters.first?.verified == false)
    #expect(found["A"]?.firm == false)
    #expect(found["B"]?.parameters.first?.isDefault == true)
    #expect(found["B"]?.firm == false)
  }

  @Test func `a number without a version for the date is missing`() throws {
    let set = try InlineSet(policy: Self.policy)
    let finding = try #require(try set.findings("shop: {filed: 2023-05-01, size: 3}")["C"])
    #expect(finding.outcome == .unknown)
    #expect(finding.missing.map(\.kind) == [.version])
    #expect(finding.missing.first?.path == "p.late")
    #expect(finding.missing.first?.value?.text == "2023-05-01")
  }

  @Test func `a table shows its row, and inputs without a row are missing`() throws {
    let set = try InlineSet(policy: Self.policy)
    let found = try set.findings(
      """
      shop:
        filed: 2023-05-01
        items: [{id: a, kind: food, price: 50}, {id: b, kind: food, price: 500}, {id: c, kind: toy, price: 1}]
      """)
    #expect(found["D[a]"]?.outcome == .fail)
    let row = try #require(found["D[a]"]?.tables.first?.row)
    #expect(row.number == 2)
    #expect(row.inputs.map(\.value.text) == ["food", "[50..100]"])
    #expect(row.outputs.map(\.value.text) == ["20"])
    #expect(found["D[c]"]?.tables.first?.row.inputs.map(\.value.text) == ["toy", "-"])
    #expect(found["D[b]"]?.outcome == .unknown)
    #expect(found["D[b]"]?.missing.map(\.kind) == [.row])
    #expect(found["D[b]"]?.missing.first?.value?.text == "food, 500")
    let words = ValueFormatter(language: .ko, units: ["KRW": LocalizedText(ko: "원", en: "KRW")])
    #expect(row.inputs.map { words.text($0.value) } == ["food", "50원 이상 100원 이하"])
  }

  @Test func `members of choices in a table's row, and in inputs without one, are called by their labels`()
    throws
  {
    let vocabulary = InlineSet.vocabulary.replacingOccurrences(
      of: "choices: [food, toy]", with: "choices: {food: {ko: 음식, en: meals}, toy: {ko: 장난감, en: toys}}")
    let set = try InlineSet([
      "vocabulary.yaml": vocabulary, "policy.yaml": InlineSet.head + Self.policy + "\n",
    ])
    let found = try set.findings(
      "shop: {filed: 2023-05-01, items: [{id: a, kind: food, price: 50}, {id: b, kind: food, price: 500}]}")
    let input = try #require(found["D[a]"]?.tables.first?.row.inputs.first?.value)
    #expect(input.text == "food" && input.label == LocalizedText(ko: "음식", en: "meals"))
    let missed = try #require(found["D[b]"]?.missing.first?.value)
    #expect(missed.text == "food, 500" && missed.label == LocalizedText(ko: "음식, 500", en: "meals, 500"))
  }

  @Test func `a rule that cannot be computed is an error with its reason`() throws {
    let set = try InlineSet(policy: Self.policy)
    let report = try set.report("shop: {filed: 2023-05-01, size: 0}")
    let finding = try #require(report.findings.first { $0.rule == "E" })
    #expect(finding.outcome == .error)
    #expect(finding.message != nil)
    #expect(report.summary.exit == 2)
  }

  @Test func `one date may stand in place of all others`() throws {
    let set = try InlineSet(policy: Self.policy)
    let scheme = "shop: {filed: 2022-05-01, opened: 2022-12-29, price: 45, size: 3}"
    let written = try set.report(scheme)
    #expect(written.law == .written)
    #expect(written.findings.first { $0.rule == "A" }?.outcome == .pass)
    #expect(written.findings.first { $0.rule == "C" }?.outcome == .unknown)
    let later = try set.report(scheme, law: .on("2024-06-01"))
    #expect(later.law.date == "2024-06-01")
    let finding = try #require(later.findings.first { $0.rule == "A" })
    #expect(finding.outcome == .fail)
    #expect(finding.expected?.text == "80")
    #expect(finding.dates.map(\.value.text) == ["2024-06-01", "2024-06-01"])
    #expect(finding.dates.map(\.overridden) == [true, true])
    #expect(finding.evidence.map(\.path) == ["shop.price"])
    #expect(later.findings.first { $0.rule == "C" }?.outcome == .pass)
    let early = try set.report(scheme, law: .on("2021-06-01"))
    #expect(Set(early.findings.map(\.outcome)) == [.notInForce])
  }

  @Test func `inputs carry their digests and the report its program and policies`() throws {
    let set = try InlineSet(policy: Self.policy)
    let report = try set.report("shop: {id: mine, filed: 2023-05-01}")
    #expect(report.inputs.map(\.format) == ["guideline_policy/1", "guideline_vocabulary/1", "shop/1"])
    #expect(Set(report.inputs.map { $0.sha256.utf8.count }) == [64])
    #expect(report.scheme.id == "mine")
    #expect(report.tool.version == ToolVersion.current)
    #expect(report.policies.map(\.id) == ["test.shop"])
    #expect(report.policies.first?.isApproved == false)
    #expect(report.needs.first?.path == "shop.size")
    #expect(report.units["KRW"]?.ko == "원")
  }

  @Test func `a heading speaks of the rule in the wording of its date`() throws {
    let policy = """
      sources: {act: {cite: 가게법, url: "https://example.invalid/act"}}
      rules:
        - id: R
          title: {ko: 간판, en: sign}
          cite:
            history:
              - {from: 2022-01-01, value: act 제1조}
              - {from: 2023-01-01, value: act 제2조, verified: false}
          text: {ko: 간판을 단다., en: there is a sign}
          severity: critical
          legal: {status: recommendation}
          in_force: {from: 2022-06-01, to: 2025-12-31}
          require: shop.sign
      """
    let set = try InlineSet(policy: policy)
    let finding = try #require(try set.findings("shop: {filed: 2023-05-01, sign: true}")["R"])
    #expect(finding.citations.first?.cite.ko == "가게법 제2조")
    #expect(finding.citations.first?.verified == false)
    #expect(finding.citations.first?.url == "https://example.invalid/act")
    #expect(finding.heading.text?.en == "there is a sign")
    #expect(finding.effect == .recommendation)
    #expect(finding.authority?.id == "city")
    #expect((finding.heading.inForce.from, finding.heading.inForce.to) == ("2022-06-01", "2025-12-31"))
    #expect(try set.findings("shop: {filed: 2022-07-01}")["R"]?.citations.first?.cite.ko == "가게법 제1조")
  }

  @Test func `a long list is shown by its first members`() throws {
    let policy =
      "rules:\n  - {id: R, title: {ko: 수, en: count}, cite: 제1조, severity: minor, check: info, actual: shop.tags}"
    let tags = (1...50).map { "t\($0)" }.joined(separator: ", ")
    let finding = try #require(
      try InlineSet(policy: policy).findings("shop: {filed: 2023-01-01, tags: [\(tags)]}")["R"])
    #expect(finding.actual?.items.count == ValueWriter.longestList + 1)
    #expect(finding.actual?.items.last?.label?.en == "and 31 more")
  }

  @Test func `the same inputs give the same bytes whatever the order of the folder`() throws {
    let names = ["a.yaml", "z/policy.yaml", "m/n/o.yaml"]
    let reports = try names.map { name in
      let set = try InlineSet([
        "vocabulary-\(name.count).yaml": InlineSet.vocabulary, name: InlineSet.head + Self.policy + "\n",
      ])
      var report = try set.report("shop: {filed: 2023-05-01, price: 50, size: 2, tags: [a, b]}")
      report.inputs = []
      return report.json
    }
    #expect(Set(reports).count == 1)
  }
}

/// What a finding says was taken in place of an unstated fact.
@Suite struct AssumptionValueTests {
  private static func assumed(_ requirement: String) throws -> ReportValue? {
    let rule =
      "  - {id: R, title: {ko: 값, en: price}, cite: 제1조, severity: minor, require: \"\(requirement)\"}"
    let finding = try #require(try findings(rules: rule, scheme: "shop: {filed: 2023-01-01}")["R"])
    return try #require(finding.assumed.first { $0.path == "shop.price" }).value
  }

  @Test(
    arguments: [
      // One value that stands in its place everywhere in the rule.
      ("opt(shop.price, 7) > 5", "7"), ("opt(shop.price, 7) > 5 && opt(shop.price, 7) < 9", "7"),
      // Two values, or silence with a meaning of its own: nothing that could be said of all of it.
      ("opt(shop.price, 7) > 5 && opt(shop.price, 8) < 9", nil),
      ("has(shop.price) || opt(shop.price, 7) > 5", nil), ("!has(shop.price)", nil),
    ] as [(String, String?)])
  func `is the value that the rule writes`(_ requirement: String, _ value: String?) throws {
    #expect(try Self.assumed(requirement)?.text == value)
  }

  @Test func `is told to be another one where it is computed`() throws {
    let value = try #require(try Self.assumed("opt(shop.price, abs(7)) > 5"))
    #expect(value.label?.en == "what the policy uses instead")
  }
}
