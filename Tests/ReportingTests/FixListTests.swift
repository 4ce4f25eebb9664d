import Diagnostics
import Testing

@testable import Findings
@testable import Reporting

@Suite struct `Fix lists` {
  static let options = RenderOptions(language: .en, template: .fixList)

  @Test func `the strongest effect comes first, and what belongs to one thing stands together`() {
    let recorder = DocumentRecorder.record([PlanSample.report()], Self.options)
    let changes = recorder.rows(ofTable: "What to change")
    #expect(
      changes.map { $0[0][0] }
        == ["Talk [talk]", "Melon [melon]", "Melon [melon]", "points [A1]", "phone"])
    #expect(changes.map { $0[6][0].prefix(5) } == ["NTC-1", "AMT-2", "AMT-3", "AMT-1", "NTC-2"])
  }

  @Test func `a change says where, from what to what, by how much and at what cost`() {
    let recorder = DocumentRecorder.record([PlanSample.report()], Self.options)
    let points = recorder.rows(ofTable: "What to change")[3]
    #expect(points[0] == ["points [A1]", "service: Melon", "operator: Ent"])
    #expect(points[1...4] == [["plan.yaml:9"], ["KRW 1,500"], ["KRW 2,734"], ["KRW 1,234 too little"]])
    #expect(points[5] == ["Raise the points.", "Cost: to be added KRW 1,234"])
    #expect(points[6] == ["AMT-1 amount", "[draft not met] draft, severity: major"])
  }

  @Test func `what the company cannot supply stands apart`() {
    let recorder = DocumentRecorder.record([PlanSample.report()], Self.options)
    #expect(
      recorder.rows(ofTable: "Facts to supply")
        == [[["told on"], ["1"], ["1"], ["scheme.services[toon].notified (line\u{A0}7)"]]])
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
      en: "16.9%p too little"),
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

  // ── deadlines ──────────────────────────────────────────────────────────────

  /// A finding with its deadline, the day of the audit, and what is said of it.
  struct Case: Sendable {
    var outcome: Outcome
    var actual: ReportValue?
    var last: ReportValue
    var today: String?
    var state: String
    var left: String
  }

  private static func day(_ text: String) -> ReportValue { ReportValue(.date, text) }

  private static func between(_ first: String, _ last: String) -> ReportValue {
    .range(atLeast: day(first), atMost: day(last))
  }

  static let cases: [Case] = [
    Case(outcome: .pass, last: day("2022-11-18"), today: "2022-11-30", state: "met", left: ""),
    Case(outcome: .pass, last: day("2022-11-18"), today: nil, state: "met", left: ""),
    Case(
      outcome: .fail, actual: day("2022-12-29"), last: day("2022-11-18"), today: nil, state: "missed",
      left: ""),
    Case(
      outcome: .fail, actual: day("2022-11-18"), last: day("2022-11-18"), today: nil, state: "open, not met",
      left: ""),
    Case(outcome: .fail, last: day("2022-11-18"), today: nil, state: "open, not met", left: ""),
    Case(
      outcome: .fail, last: day("2022-11-18"), today: "2022-11-19", state: "missed", left: "1 day ago"),
    Case(
      outcome: .fail, actual: day("2022-12-29"), last: day("2022-11-18"), today: "2022-11-18",
      state: "open, not met", left: "due today"),
    Case(
      outcome: .fail, last: day("2022-11-18"), today: "2022-11-11", state: "open, not met",
      left: "7 days left"),
    Case(
      outcome: .fail, actual: ReportValue(.timestamp, "2022-10-15T16:10:00+09:00"),
      last: ReportValue(.timestamp, "2022-10-15T15:30:00+09:00"), today: nil, state: "missed", left: ""),
    Case(
      outcome: .unknown, last: day("2022-11-18"), today: "2022-12-18",
      state: "open though the day has passed — more information needed", left: "30 days ago"),
    Case(
      outcome: .manual, last: day("2022-11-18"), today: nil, state: "open — judgement needed", left: ""),
    Case(outcome: .fail, last: .unknown, today: "2022-12-18", state: "open, not met", left: ""),
    Case(
      outcome: .fail, actual: day("2022-12-29"), last: between("2022-11-18", "2022-12-30"), today: nil,
      state: "open, not met", left: ""),
    Case(
      outcome: .fail, last: between("2022-11-18", "2022-11-21"), today: "2022-11-10", state: "open, not met",
      left: "8 to 11 days left"),
    Case(
      outcome: .fail, last: between("2022-11-18", "2022-11-21"), today: "2022-11-20", state: "open, not met",
      left: "may have passed"),
    Case(
      outcome: .fail, last: between("2022-11-18", "2022-11-21"), today: "2022-11-23", state: "missed",
      left: "2 to 5 days ago"),
    Case(
      outcome: .unknown, last: .range(atLeast: day("2022-11-18"), atMost: nil), today: "2022-11-23",
      state: "open — more information needed", left: ""),
  ]

  @Test(arguments: cases) func `a deadline says what became of it and how long is left`(_ sample: Case) {
    let finding = Finding(
      heading: SampleReport.heading("R", ko: "규칙", en: "rule"), outcome: sample.outcome,
      actual: sample.actual,
      deadline: FindingDeadline(title: LocalizedText("deadline"), last: sample.last))
    let report = PlanSample.report(on: sample.today, [finding])
    let words = FindingWords(report, Self.options)
    let lines = DeadlineLine.lines(of: report, .en)
    #expect(lines.map(words.state) == [sample.state])
    #expect(lines.map(words.daysLeft) == [sample.left])
  }

  @Test(arguments: [Outcome.notApplicable, .notInForce, .notSelected, .info])
  func `what is not asked has no deadline`(_ outcome: Outcome) {
    let finding = Finding(
      heading: SampleReport.heading("R", ko: "규칙", en: "rule"), outcome: outcome,
      deadline: FindingDeadline(title: LocalizedText("deadline"), last: Self.day("2022-11-18")))
    #expect(DeadlineLine.lines(of: PlanSample.report([finding]), .en).isEmpty)
  }

  @Test func `equal deadlines of several subjects are one line, kept ones stand last`() {
    let heading = SampleReport.heading("R", ko: "규칙", en: "rule")
    func finding(_ subject: String, _ outcome: Outcome, _ last: String) -> Finding {
      Finding(
        heading: heading, subject: subject, outcome: outcome,
        deadline: FindingDeadline(title: LocalizedText("deadline"), last: Self.day(last)))
    }
    let report = PlanSample.report([
      finding("a", .pass, "2022-01-01"), finding("b", .unknown, "2022-12-02"),
      finding("c", .unknown, "2022-12-01"), finding("d", .unknown, "2022-12-02"),
    ])
    #expect(DeadlineLine.lines(of: report, .en).map(\.findings) == [[2], [1, 3], [0]])
  }

  @Test(arguments: Language.allCases) func `a report without a day of its own says how to get one`(
    _ language: Language
  ) throws {
    let options = RenderOptions(language: language, template: .fixList)
    func text(_ date: String?) throws -> String {
      let pieces = try ReportFormat.text.pieces([PlanSample.report(on: date)], options)
      return String(decoding: pieces.joined(), as: UTF8.self)
    }
    #expect(try text(nil).contains("--as-of today"))
    let dated = try text("2022-11-08")
    #expect(!dated.contains("--as-of today"))
    #expect(dated.contains(language == .ko ? "10일 남음" : "10 days left"))
  }
}
