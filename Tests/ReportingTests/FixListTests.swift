import Diagnostics
import Testing

@testable import Findings
@testable import Reporting

@Suite struct `Fix lists` {
  static let options = RenderOptions(language: .en, template: .fixList)

  @Test
  func
    `the strongest effect comes first of what one service has, and what belongs to one thing stands together`()
  {
    let recorder = DocumentRecorder.record([PlanSample.report()], Self.options)
    func changes(_ owner: String) -> [[[String]]] { recorder.rows(ofTable: "What to change: \(owner)") }
    #expect(changes("The scheme as a whole").map { $0[0][0] } == ["phone"])
    #expect(changes("Acme · Talk").map { $0[6][0].prefix(5) } == ["NTC-1"])
    #expect(changes("Ent · Melon").map { $0[0][0] } == ["Melon [melon]", "Melon [melon]", "points [A1]"])
    #expect(changes("Ent · Melon").map { $0[6][0].prefix(5) } == ["AMT-2", "AMT-3", "AMT-1"])
  }

  @Test func `a change says where, from what to what, by how much and at what cost`() throws {
    let recorder = DocumentRecorder.record([PlanSample.report()], Self.options)
    let points = try #require(recorder.rows(ofTable: "What to change: Ent · Melon").last)
    #expect(points[0] == ["points [A1]"])
    #expect(points[1...4] == [["line\u{A0}9"], ["KRW 1,500"], ["KRW 2,734"], ["KRW 1,234 too little"]])
    #expect(points[5] == ["Raise the points.", "Cost (to be added): KRW 1,234"])
    #expect(points[6] == ["AMT-1 amount", "[draft not met] draft, severity: major"])
  }

  @Test func `what the company cannot supply stands apart`() {
    let recorder = DocumentRecorder.record([PlanSample.report()], Self.options)
    #expect(
      recorder.rows(ofTable: "Facts to supply")
        == [[["told on"], ["scheme.services[toon].notified (line\u{A0}7)"], ["1"], ["1"], ["law: NTC-1"]]])
    #expect(
      recorder.rows(ofTable: "Numbers, rows and days that the policies lack")
        == [[["Annex 1 (table.annex)"], ["no row for the inputs"], ["1"]]])
  }

  @Test func `every table names the scheme, to be read apart`() {
    let recorder = DocumentRecorder.record([PlanSample.report(), SampleReport.full], Self.options)
    let captions = recorder.blocks.compactMap { block -> String? in
      if case .tableStart(let head) = block { head.caption } else { nil }
    }
    #expect(captions.allSatisfy { $0.hasSuffix("November plan plan") || $0.hasSuffix("acme-2022-10") })
    #expect(Set(captions).count == captions.count)
  }

  // ── differences ────────────────────────────────────────────────────────────

  /// Two sides of a comparison and what lies between them.
  struct Difference: Sendable {
    var actual: ReportValue
    var expected: ReportValue
    var ko: String?
    var en: String?
  }

  private static func won(_ text: String) -> ReportValue { .number(text, unit: "KRW") }

  static let differences: [Difference] = [
    Difference(actual: won("500"), expected: won("1734"), ko: "1,234원 부족", en: "KRW 1,234 too little"),
    Difference(actual: won("1734"), expected: won("500.5"), ko: "1,233.5원 초과", en: "KRW 1,233.5 too much"),
    Difference(
      actual: .number("1.6666666667", exact: "5/3", unit: "h"), expected: .number("1", unit: "h"),
      ko: "40분 초과", en: "40 min too much"),
    Difference(
      actual: .number("0.3333333333", exact: "1/3"), expected: .number("1"), ko: "≈0.67 부족",
      en: "≈0.67 too little"),
    Difference(
      actual: .number("0.1"), expected: .number("0.3"), ko: "0.2 부족", en: "0.2 too little"),
    Difference(
      actual: .number("83.1", unit: "percent"), expected: .number("100", unit: "percent"), ko: "16.9%p 부족",
      en: "16.9 percentage points too little"),
    Difference(
      actual: .number("21", unit: "percent"), expected: .number("20", unit: "percent"), ko: "1%p 초과",
      en: "1 percentage point too much"),
    Difference(
      actual: .number("90", unit: "days"), expected: .number("365", unit: "days"), ko: "275일 부족",
      en: "275 days too few"),
    Difference(actual: .number("4"), expected: .number("2"), ko: "2 초과", en: "2 too many"),
    Difference(actual: won("-5"), expected: won("-5"), ko: "차이 없음", en: "no difference"),
    Difference(actual: won("4"), expected: .number("6"), ko: "2원 부족", en: "KRW 2 too little"),
    Difference(actual: won("5"), expected: .number("5", unit: "h"), ko: nil, en: nil),
    Difference(
      actual: ReportValue(.date, "2022-12-29"), expected: ReportValue(.date, "2022-11-18"), ko: "41일 늦음",
      en: "41 days late"),
    Difference(
      actual: ReportValue(.date, "2024-02-28"), expected: ReportValue(.date, "2024-03-01"), ko: "2일 이름",
      en: "2 days early"),
    Difference(
      actual: ReportValue(.timestamp, "2022-10-15T16:10:00+09:00"),
      expected: ReportValue(.timestamp, "2022-10-15T06:30:00Z"), ko: "40분 늦음", en: "40 min late"),
    Difference(
      actual: .range(atLeast: ReportValue(.date, "2023-01-30"), atMost: ReportValue(.date, "2023-03-31")),
      expected: ReportValue(.date, "2022-11-21"), ko: "70~130일 늦음", en: "70–130 days late"),
    Difference(
      actual: .range(atLeast: won("1"), atMost: won("3")), expected: won("5"), ko: "2~4원 부족",
      en: "KRW 2–4 too little"),
    Difference(actual: .range(atLeast: won("1"), atMost: won("9")), expected: won("5"), ko: nil, en: nil),
    Difference(actual: .range(atLeast: won("1"), atMost: nil), expected: won("5"), ko: nil, en: nil),
    Difference(actual: .string("5"), expected: .number("6"), ko: nil, en: nil),
    Difference(actual: .unknown, expected: .number("6"), ko: nil, en: nil),
    Difference(actual: .number("1e6"), expected: .number("6"), ko: nil, en: nil),
    Difference(actual: .number(""), expected: .number("6"), ko: nil, en: nil),
    Difference(
      actual: .number(String(repeating: "9", count: 60)), expected: .number("6"), ko: nil, en: nil),
    Difference(
      actual: .number("1", exact: "1/170141183460469231731687303715884105727"),
      expected: .number("1", exact: "1/170141183460469231731687303715884105725"), ko: nil, en: nil),
  ]

  @Test(arguments: differences) func `a difference is exact or is not told`(_ difference: Difference) {
    let finding = Finding(
      heading: SampleReport.heading("R", ko: "규칙", en: "rule"), outcome: .fail, actual: difference.actual,
      expected: difference.expected)
    let report = PlanSample.report([finding])
    #expect(FindingWords(report, RenderOptions(language: .ko)).difference(of: finding) == difference.ko)
    #expect(FindingWords(report, RenderOptions(language: .en)).difference(of: finding) == difference.en)
  }

  @Test func `what a rule only compares with is no requirement that anything falls short of`() {
    let finding = Finding(
      heading: SampleReport.heading("R", ko: "규칙", en: "rule"), outcome: .fail,
      actual: .number("13195", unit: "cases"), expected: .number("13198", unit: "cases"),
      expectedText: LocalizedText(ko: "변동 사유의 설명", en: "an explanation of the change"))
    let words = FindingWords(PlanSample.report([finding]), RenderOptions(language: .en))
    #expect(words.difference(of: finding) == nil)
    #expect(words.required(of: finding) == "an explanation of the change")
  }

  @Test func `a day for reference makes nothing late`() {
    let finding = Finding(
      heading: SampleReport.heading("R", ko: "규칙", en: "rule", status: .goodPractice), outcome: .fail,
      actual: ReportValue(.date, "2022-12-29"), expected: ReportValue(.date, "2022-11-18"))
    let report = PlanSample.report([finding])
    #expect(FindingWords(report, RenderOptions(language: .ko)).difference(of: finding) == "41일 뒤")
    #expect(FindingWords(report, RenderOptions(language: .en)).difference(of: finding) == "41 days after it")
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("2000-02-29", 11_016), ("1969-12-31", -1), ("2022-12-29T10:00:00+09:00", 19_355),
    ("0000-03-01", -719_468),
  ]) func `days are counted by the calendar`(_ text: String, _ number: Int) {
    #expect(CivilDay(text)?.number == number)
  }

  @Test(arguments: ["", "2022", "2022-13-01", "2022-1-01", "2022-10-15 10", "가나다라-12-29", "2022-10-32"])
  func `what is no day is not counted`(_ text: String) {
    #expect(CivilDay(text) == nil)
  }

  @Test(arguments: [
    "2022-10-15", "2022-10-15T1:30:00Z", "2022-10-15T15:30:00", "2022-10-15T15:30:0", "2022-10-15T15:30:00+9",
    "2022-10-15T15:30:00.5Z",
  ]) func `what is no instant is not counted`(_ text: String) {
    #expect(CivilInstant(text) == nil)
  }
}
