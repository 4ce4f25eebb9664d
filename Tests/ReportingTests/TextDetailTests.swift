import Diagnostics
import Findings
import Foundation
import Testing

@testable import Reporting

@Suite struct `Text report details` {
  static func excerpt(_ text: String, _ columns: Range<Int>, width: Int) -> SourceExcerpt? {
    SourceExcerpt(
      ReportLocation(
        SourceLocation(
          file: "f", line: 1, column: columns.lowerBound, endLine: 1, endColumn: columns.upperBound),
        excerpt: text), width: width)
  }

  @Test func `a caret stands under wide characters`() throws {
    let excerpt = try #require(Self.excerpt("이름: 톡서랍", 5..<8, width: 40))
    #expect(excerpt.line == "이름: 톡서랍")
    #expect(excerpt.carets == "      ^^^^^^")
  }

  @Test func `a long line is cut around the place`() throws {
    let line = String(repeating: "a", count: 200) + "HERE" + String(repeating: "b", count: 200)
    let excerpt = try #require(Self.excerpt(line, 201..<205, width: 40))
    #expect(DisplayWidth.of(excerpt.line) <= 40)
    #expect(excerpt.line.hasPrefix("…") && excerpt.line.hasSuffix("…"))
    let start = try #require(excerpt.carets.firstIndex(of: "^"))
    let offset = excerpt.carets.distance(from: excerpt.carets.startIndex, to: start)
    #expect(excerpt.line.dropFirst(offset).hasPrefix("HERE"))
  }

  @Test(arguments: [0..<3, 9..<9, 5..<4000, 4000..<4001].map { ($0.lowerBound, $0.upperBound) })
  func `a place outside its line does no harm`(_ low: Int, _ high: Int) {
    if let excerpt = Self.excerpt("짧은 줄", low..<max(low, high), width: 20) {
      #expect(DisplayWidth.of(excerpt.line) <= 20)
    }
  }

  /// The lines that a text is broken into.
  static func lines(of text: String, width: Int) -> [String] {
    let broken = BrokenText(text, first: width, rest: width)
    return broken.lines.map { String(decoding: broken.bytes[$0], as: UTF8.self) }
  }

  @Test func `lines break between words and keep dates whole`() {
    let text = "첫 지급일 2022. 12. 20.이 기한 2022. 11. 29.보다 늦습니다."
    let lines = Self.lines(of: text, width: 24)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= 24 })
    #expect(lines.contains { $0.contains("2022. 12. 20.이") })
    #expect(lines.joined(separator: " ") == text)
  }

  @Test(arguments: ["paid on 18 November 2022, late", "an award of KRW 7,550 each", "see line\u{A0}41 there"])
  func `what belongs together stays on one line`(_ text: String) {
    for width in 18...24 {
      let lines = Self.lines(of: text, width: width)
      #expect(
        lines.contains {
          $0.contains("18 November 2022") || $0.contains("KRW 7,550") || $0.contains("line 41")
        },
        "\(width): \(lines)")
    }
  }

  @Test(arguments: [
    "멈춘 시간 2022. 10. 19. 00:00~2022. 10. 20. 23:00 (111행)", "기한은 2022. 11. 18.~2022. 11. 21. 사이입니다",
  ])
  func `neither date of a range is parted`(_ text: String) {
    for width in 40...60 {
      let lines = Self.lines(of: text, width: width)
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
      for line in lines.dropLast() {
        let isParted = line.hasSuffix("~2022.") || line.hasSuffix("10.") || line.hasSuffix("11.")
        #expect(!isParted, "\(width): \(lines)")
      }
    }
  }

  @Test func `a word longer than a line is broken inside`() {
    let lines = Self.lines(of: String(repeating: "가", count: 50), width: 20)
    #expect(lines.count == 5)
    #expect(lines.joined() == String(repeating: "가", count: 50))
  }

  @Test func `a long path is parted between its steps`() {
    let path = "scheme.releases[2022-12-02].breakdowns[reporter].rows[individual].count"
    let lines = Self.lines(of: path, width: 40)
    #expect(lines.joined() == path)
    #expect(lines.dropLast().allSatisfy { $0.hasSuffix("]") || $0.hasSuffix(".") })
  }

  @Test(arguments: [("", [""]), ("   ", [""]), ("a  b\n c\t", ["a b c"]), (" 가  나 ", ["가 나"])])
  func `spaces and line breaks become single spaces`(_ text: String, _ lines: [String]) {
    #expect(Self.lines(of: text, width: 20) == lines)
  }

  @Test func `what a terminal could act on is made visible before lines are broken`() {
    let lines = Self.lines(of: "가\u{1B}[2J나 \u{202E}다", width: 12)
    #expect(lines.joined() == "가\\u{1B}[2J나\\u{202E}다")
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= 12 })
  }

  @Test(arguments: [
    "plain", "톡서랍 [drawer]", "日本語、カナ", "Ⅱ·≈÷×→…—“”", "e\u{301}te\u{301}", "👍🏽 👨‍👩‍👧 🇰🇷 ☂️ 1️⃣", "ㄱㅏ ｱ Ａ ￦", "ẞ ﬁ ⠿ 𠀀",
  ]) func `cells counted by scalars are those counted by characters`(_ text: String) {
    let cells = text.reduce(0) { $0 + DisplayWidth.of($1) }
    #expect(CellWidth.of(text) == cells)
    #expect(DisplayWidth.of(text) == cells)
  }

  @Test func `random texts break into lines that fit and lose nothing`() {
    let seed = UInt64.random(in: .min ... .max)
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = [
      "가", "각하", "a", "word", "2022.", "12.", "9.", "KRW", "7,550", "—", "[x].y", "", "é", "Ⅱ", "漢字",
    ]
    for _ in 0..<300 {
      let words = (0..<next(30)).map { _ in (0...next(3)).map { _ in pieces[next(pieces.count)] }.joined() }
      let width = 12 + next(40)
      let text = words.joined(separator: " ")
      let lines = Self.lines(of: text, width: width)
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= width }, "seed \(seed), width \(width): \(text)")
      #expect(
        lines.joined().filter { $0 != " " } == text.filter { $0 != " " },
        "seed \(seed), width \(width): \(text)")
    }
  }

  /// Text of a report with nothing but some findings.
  static func text(of findings: [Finding], _ language: Language = .en, listsAll: Bool = false) -> String {
    let report = AuditReport(
      tool: .init(version: "0"), inputs: [], scheme: .init(id: "s", title: nil, path: "s.yaml"), policies: [],
      options: .init(), law: .written, units: SampleReport.full.units, findings: findings)
    return String(
      decoding: TextReport.render([report], RenderOptions(language: language, listsAll: listsAll)).joined(),
      as: UTF8.self)
  }

  @Test func `a number that all subjects share stands once`() {
    let shared = ParameterUse(name: "n", title: LocalizedText("limit"), value: .number("30"))
    let heading = SampleReport.heading("R", ko: "규칙", en: "rule")
    let findings = ["a", "b", "c"].map { subject in
      let own = ParameterUse(name: "m", title: LocalizedText("own"), value: .string(subject))
      return Finding(
        heading: heading, subject: subject, outcome: .fail, message: LocalizedText(subject),
        parameters: subject == "c" ? [own] : [shared, own])
    }
    let text = Self.text(of: findings)
    #expect(text.components(separatedBy: "limit: 30").count == 2)
    #expect(text.contains("own: a") && text.contains("own: b") && text.contains("own: c"))
  }

  @Test func `a long text is cut with its length, and told whole where all is told`() {
    let text = String(repeating: "가나다라 ", count: 40) + "끝"
    let finding = Finding(
      heading: SampleReport.heading("R", ko: "규칙", en: "rule"), subject: "a", outcome: .fail,
      actual: .string(text),
      evidence: [
        Evidence(
          path: "scheme.note", name: LocalizedText("note"), value: .string(text), file: "s.yaml", line: 7,
          column: 3)
      ])
    let short = Self.text(of: [finding], .ko)
    #expect(!short.contains("끝") && short.contains("…(전체 201자)") && short.contains("(7행)"))
    #expect(Self.text(of: [finding], .en).contains("(201 characters in all)"))
    #expect(Self.text(of: [finding], .ko, listsAll: true).contains("끝"))
  }

  @Test(arguments: [
    ("working_days_after", "2", "2 days after 5 April 2023, in working days", "5 April 2023부터 영업일로 2일"),
    (
      "working_days_after", "2 days", "2 days after 5 April 2023, in working days",
      "5 April 2023부터 영업일로 2 days"
    ),
    ("days_after", "2", "2 days after 5 April 2023", "5 April 2023부터 2일"),
  ])
  func `a period says what it counts, with a unit or without`(
    name: String, count: String, en: String, ko: String
  ) {
    #expect(FormulaWords.call(name, ["5 April 2023", count], .en) == en)
    #expect(FormulaWords.call(name, ["5 April 2023", count], .ko) == ko)
  }

  @Test func `a table's row says what it asks in words, and nothing of what it does not ask`() {
    let row = TableUse.Row(
      number: 2,
      inputs: [
        NamedValue(
          name: "operator_class",
          value: ReportValue(.string, "value_added", label: LocalizedText(ko: "부가통신사업자", en: "value-added"))),
        NamedValue(
          name: "hours", title: LocalizedText(ko: "중단 시간", en: "hours"),
          value: ReportValue(.string, ">= 4", label: LocalizedText(ko: "4시간 이상", en: "at least 4 hours"))),
        NamedValue(name: "size", value: ReportValue(.string, "-", label: LocalizedText("(무엇이든)"))),
      ], outputs: [NamedValue(name: "times", value: .number("3"))])
    let finding = Finding(
      heading: SampleReport.heading("R", ko: "규칙", en: "rule"), subject: "a", outcome: .fail,
      tables: [TableUse(name: "t", title: LocalizedText(ko: "별표 1", en: "annex 1"), row: row)])
    #expect(Self.text(of: [finding], .ko).contains("별표 1, 2번째 줄(부가통신사업자, 중단 시간 4시간 이상): times 3"))
    #expect(
      Self.text(of: [finding]).contains("annex 1, row 2 (value-added, hours at least 4 hours): times 3"))
  }

  @Test func `the same gap of many elements is one line`() {
    let missing = (1...5).map {
      MissingFact(kind: .missing, path: "scheme.xs[\($0)].y", name: LocalizedText("y"))
    }
    let finding = Finding(
      heading: SampleReport.heading("R", ko: "규칙", en: "rule"), outcome: .unknown, missing: missing)
    #expect(Self.text(of: [finding]).contains("supply    y (scheme.xs[1].y; 5 places)"))
    let all = Self.text(of: [finding], listsAll: true)
    #expect(all.contains("y: not stated in 5 places"))
    #expect(all.contains("scheme.xs[5].y"))
  }

  @Test func `passing rules are listed only when asked for`() {
    let findings = ["a", "b"].map {
      Finding(heading: SampleReport.heading("R-7", ko: "규칙", en: "rule"), subject: $0, outcome: .pass)
    }
    #expect(!Self.text(of: findings).contains("R-7"))
    #expect(Self.text(of: findings, listsAll: true).contains("- R-7 rule: a, b"))
  }

  @Test(arguments: [
    ("a.b > 1", false), ("xs.filter(x, x.y)", true), ("'text' + a", false), ("((((1))))", true),
    ("1 +", false),
    ("round_up(a / b, 10)", true), ("", false), ("a ? b : c", false), ("f(", false), ("-1", true),
  ]) func `only arithmetic is read as a formula`(_ text: String, _ isFormula: Bool) {
    #expect((Formula(text) != nil) == isFormula)
  }

  @Test func `deep brackets are given up, not followed`() {
    let text = String(repeating: "(", count: 900) + "1" + String(repeating: ")", count: 900)
    #expect(Formula(text) == nil)
  }

  @Test func `a worked calculation holds the values of the scheme`() throws {
    let finding = try #require(SampleReport.full.findings.first { $0.id == "MIN-1[A3]" })
    let formatter = ValueFormatter(language: .ko, units: SampleReport.full.units)
    let last = try #require(WorkedCalculation(finding, formatter).lines.last)
    #expect(last.title == "최소 보상액")
    #expect(last.formula == "올림(4,900원 ÷ 720 × 12.5시간 × 10, 10 단위)")
    #expect(last.result == "860원")
  }

  @Test func `equal messages of a rule are one entry`() throws {
    let formatter = ValueFormatter(language: .en, units: [:])
    let findings = SampleReport.full.findings
    let places = findings.indices.filter { findings[$0].rule == "COV-1" || findings[$0].rule == "MIN-1" }
    let blocks = RuleGrouping.blocks(places, of: findings, formatter, mergesUnknown: true)
    #expect(blocks.map { findings[$0.first].rule } == ["COV-1", "MIN-1"])  // the graver first
    #expect(blocks.first?.sections.first?.entries.map(\.findings.count) == [2])
  }
}

/// Whose facts were taken for said where nobody has said them.
@Suite struct `Assumptions in the text report` {
  private static func finding(_ subject: String?, _ paths: [String]) -> Finding {
    let heading = RuleHeading(
      policy: "p", rule: "R", title: LocalizedText("R"), status: .guideline, effect: .recommendation,
      severity: .minor, citations: [])
    return Finding(
      heading: heading, subject: subject, outcome: .pass,
      assumed: paths.map {
        AssumedFact(path: $0, name: LocalizedText(ko: "총액", en: "total"), value: .number("0"))
      },
      bindings: subject.map { [SubjectBinding(name: "award", path: "scheme.awards[\($0)]")] } ?? [])
  }

  private static func text(_ findings: [Finding], _ language: Language, all: Bool = false) -> String {
    let report = AuditReport(
      tool: AuditReport.Tool(version: "1"), inputs: [],
      scheme: AuditReport.Scheme(id: nil, title: nil, path: "s.yaml"), policies: [], options: AuditOptions(),
      law: .written, findings: findings)
    let options = RenderOptions(language: language, listsAll: all, width: 200)
    return String(decoding: TextReport.render([report], options).joined(), as: UTF8.self)
  }

  @Test func `name the element that the fact belongs to`() {
    let findings = [
      Self.finding(nil, ["scheme.awards[A1].tiers[#1].total", "scheme.awards[A2].tiers[#3].total"])
    ]
    #expect(Self.text(findings, .ko).contains("A1/#1, A2/#3의 총액이 기재되지 않아 ‘0’으로 보았음"))
    #expect(
      Self.text(findings, .en).contains("given that “total” is not stated for A1/#1, A2/#3, taken as 0"))
  }

  @Test func `tell the same fact of many elements once`() {
    let paths = (1...9).map { "scheme.awards[A\($0)].total" } + ["scheme.awards['x]y'].total"]
    let text = Self.text([Self.finding(nil, paths)], .ko)
    #expect(text.contains("A1, A2, A3, A4 외 6건의 총액이"))
    #expect(text.components(separatedBy: "기재되지 않아").count == 2)
    #expect(Self.text([Self.finding(nil, paths)], .ko, all: true).contains("A8, A9, x]y의 총액이"))
  }

  @Test func `name the subjects that it belongs to where it does not hold for all that are told together`() {
    func path(_ key: String) -> String { "scheme.awards[\(key)].total" }
    let findings = [
      Self.finding("A1", [path("A1")]), Self.finding("A2", []), Self.finding("A3", [path("A3")]),
      Self.finding("A4", [path("A1")]),
    ]
    func told(_ findings: [Finding]) -> [String] {
      let report = PlanSample.report(findings)
      return FindingWords(report, RenderOptions(language: .en)).assumptions(of: findings)
    }
    let total = "given that “total” is not stated"
    #expect(told(findings) == ["\(total) for A1, A3, taken as 0"])
    #expect(told([findings[0], findings[2]]) == ["\(total), taken as 0"])
    #expect(told(Array(findings[0...1])) == ["\(total) for A1, taken as 0"])
    #expect(told([findings[3]]) == ["\(total) for A1, taken as 0"])
  }

  @Test func `tell facts of one name apart that are not of one kind`() {
    let paths = ["scheme.awards[A1].total", "scheme.awards[A1].tiers[#1].total"]
    let report = PlanSample.report([Self.finding("A1", paths)])
    let words = FindingWords(report, RenderOptions(language: .ko))
    #expect(
      words.assumptions(of: report.findings) == [
        "총액이 기재되지 않아 ‘0’으로 보았음", "A1/#1의 총액이 기재되지 않아 ‘0’으로 보았음",
      ])
  }

  @Test func `say that nothing was taken in place of what has no value`() {
    let fact = AssumedFact(path: "scheme.batch", name: LocalizedText(ko: "일괄 지급", en: "given in one batch"))
    let finding = Finding(
      heading: SampleReport.heading("R", ko: "규칙", en: "rule"), outcome: .pass, assumed: [fact])
    let report = PlanSample.report([finding])
    func told(_ language: Language) -> [String] {
      FindingWords(report, RenderOptions(language: language)).assumptions(of: [finding])
    }
    #expect(told(.ko) == ["일괄 지급이 기재되지 않아 없는 것으로 보았음"])
    #expect(told(.en) == ["given that “given in one batch” is not stated, taken as none"])
  }

  @Test func `need not name the finding's own subject, nor the whole scheme`() {
    let own = Self.text([Self.finding("A1", ["scheme.awards[A1].total", "scheme.total"])], .en)
    #expect(own.contains("given that “total” is not stated, taken as 0"))
    let other = Self.text([Self.finding("A1", ["scheme.awards[A2].total"])], .en)
    #expect(other.contains("given that “total” is not stated for A2, taken as 0"))
  }
}
