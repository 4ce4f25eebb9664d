import Diagnostics
import Findings
import Testing

@testable import Reporting

/// The arithmetic that a finding shows.
@Suite struct WorkedCalculationTests {
  private static func day(_ text: String, _ holiday: LocalizedText? = nil) -> ReportValue {
    ReportValue(.date, text, label: holiday)
  }

  private static func line(
    _ expression: String, _ value: ReportValue, unmoved: ReportValue? = nil,
    facts: [String: ReportValue] = [:],
    _ language: Language
  ) -> String {
    let finding = Finding(
      heading: SampleReport.heading("R", ko: "규칙", en: "rule"), outcome: .fail,
      evidence: facts.sorted { $0.key < $1.key }.map {
        SampleReport.fact($0.key, ko: "사실", en: "fact", $0.value, line: 1)
      },
      steps: [
        StepResult(
          name: "end", title: LocalizedText(ko: "기한", en: "deadline"), expression: expression, value: value,
          unmoved: unmoved)
      ])
    let words = FindingWords(PlanSample.report([finding]), RenderOptions(language: language, listsAll: true))
    return words.workedLines(of: finding).map(\.text).joined(separator: "; ")
  }

  @Test func `a day that the calendar moved shows the day it was moved from`() {
    func told(_ language: Language) -> String {
      Self.line(
        "days_after(restored, 30)", Self.day("2022-11-21"), unmoved: Self.day("2022-11-19"),
        facts: ["restored": Self.day("2022-10-20")], language)
    }
    #expect(told(.ko) == "기한 = 2022. 10. 20.부터 30일 = 2022. 11. 19.(토) → 2022. 11. 21.(월)")
    #expect(
      told(.en)
        == "deadline = 30 days after 20 October 2022 = Saturday 19 November 2022, moved to Monday 21 November 2022"
    )
  }

  @Test func `one that it did not move shows nothing else, and a holiday its name`() {
    let facts = ["restored": Self.day("2022-10-18")]
    #expect(
      Self.line("days_after(restored, 30)", Self.day("2022-11-17"), facts: facts, .ko)
        == "기한 = 2022. 10. 18.부터 30일 = 2022. 11. 17.")
    let holiday = Self.day("2022-10-10", LocalizedText(ko: "대체공휴일", en: "substitute holiday"))
    #expect(
      Self.line("x", Self.day("2022-10-11"), unmoved: holiday, .ko)
        == "기한 = 2022. 10. 10.(월, 대체공휴일) → 2022. 10. 11.(화)")
    #expect(
      Self.line("x", Self.day("2022-10-11"), unmoved: holiday, .en)
        == "deadline = Monday 10 October 2022 (substitute holiday), moved to Tuesday 11 October 2022")
  }

  @Test func `both ends of a range are moved on their own`() {
    let moved = ReportValue.range(atLeast: Self.day("2022-11-18"), atMost: Self.day("2022-11-21"))
    let counted = ReportValue.range(atLeast: Self.day("2022-11-18"), atMost: Self.day("2022-11-19"))
    #expect(
      Self.line("x", moved, unmoved: counted, .ko)
        == "기한 = 2022. 11. 18.(금)~2022. 11. 19.(토) → 2022. 11. 18.(금)~2022. 11. 21.(월)")
  }

  @Test(arguments: [
    ("1970-01-01", "(목)"), ("1969-12-31", "(수)"), ("2000-02-29", "(화)"), ("2022-11-20", "(일)"),
    ("0001-01-01", "(월)"), ("9999-12-31", "(금)"),
  ]) func `a day has its weekday`(_ text: String, _ weekday: String) {
    #expect(
      MovedDay.words(Self.day(text), ValueFormatter(language: .ko, units: [:])).hasSuffix(weekday))
  }

  @Test func `a formula that says what its result says is left out`() {
    let moment = ReportValue(.timestamp, "2022-10-20T23:00:00+09:00")
    #expect(
      Self.line("date_of(restored)", Self.day("2022-10-20"), facts: ["restored": moment], .ko)
        == "기한 = 2022. 10. 20.")
    let days = ReportValue.number("7", unit: "days")
    #expect(Self.line("opt(validity, 0)", days, facts: ["validity": days], .ko) == "기한 = 7일")
    let doubt = ReportValue.range(atLeast: moment, atMost: nil)
    #expect(
      Self.line("days_after(date_of(restored), 1)", Self.day("2022-10-21"), facts: ["restored": doubt], .ko)
        == "기한 = 2022. 10. 20. 이후부터 1일 = 2022. 10. 21.")
  }

  @Test(arguments: [("1", "1 month after"), ("2", "2 months after"), ("12", "12 months after")])
  func `a month is one month`(_ count: String, _ words: String) {
    let facts = ["started": Self.day("2022-10-15")]
    #expect(
      Self.line("months_after(started, \(count))", Self.day("2022-11-15"), facts: facts, .en).contains(words))
  }

  @Test func `what was rounded has one sign`() {
    let share = ReportValue.number("82.9512", exact: "87195/105116", unit: "percent")
    let facts = ["a": ReportValue.number("87195"), "b": ReportValue.number("105116")]
    #expect(Self.line("percent(a, b)", share, facts: facts, .ko) == "기한 = 87,195 ÷ 105,116 × 100 ≈ 82.95%")
    let formatter = ValueFormatter(language: .ko, units: ["KRW": LocalizedText(ko: "원", en: "KRW")])
    let english = ValueFormatter(language: .en, units: ["KRW": LocalizedText(ko: "원", en: "KRW")])
    func money(_ text: String, _ exact: String?) -> ReportValue { .number(text, exact: exact, unit: "KRW") }
    let both = ReportValue.range(atLeast: money("205.581", "1/3"), atMost: money("325.604", "1/3"))
    #expect(formatter.text(both) == "≈206~326원")
    #expect(english.text(both) == "KRW ≈206–326")
    let low = ReportValue.range(atLeast: money("3.514", "1/3"), atMost: money("4320", nil))
    #expect(formatter.text(low) == "≈3.51~4,320원")
    let high = ReportValue.range(atLeast: money("3", nil), atMost: money("4320.333", "1/3"))
    #expect(formatter.text(high) == "≈3~4,320원")
    let none = ReportValue.range(atLeast: money("3", nil), atMost: money("4", nil))
    #expect(formatter.text(none) == "3~4원")
  }
}

/// Missing facts told together.
@Suite struct NeedGroupTests {
  private static func finding(_ subject: String, _ path: String, _ name: LocalizedText) -> Finding {
    Finding(
      heading: SampleReport.heading("R", ko: "규칙", en: "rule"), subject: subject, outcome: .unknown,
      missing: [MissingFact(kind: .missing, path: path, name: name)])
  }

  @Test func `facts are told together by what their paths name, in both languages alike`() {
    let cap = { (ko: String) in LocalizedText(ko: ko, en: "cap") }
    let report = PlanSample.report([
      Self.finding("a", "scheme.awards[A].cap", cap("상한")),
      Self.finding("b", "scheme.awards['B]'].cap", cap("상한")),
      Self.finding("c", "scheme.awards[A].items[#1].cap", cap("구성품 상한")),
    ])
    let groups = NeedGroup.groups(of: report)
    #expect(groups.map { $0.needs.count } == [2, 1])
    #expect(groups.map { $0.findings } == [2, 1])
  }

  @Test(
    arguments: [
      (
        "scheme.awards[A3].tiers[#2].pays", "scheme.awards[].tiers[].pays", ["A3", "#2"],
        "scheme.awards[A3].tiers[#2]"
      ),
      ("scheme.awards['x]y'].total", "scheme.awards[].total", ["x]y"], "scheme.awards['x]y']"),
      ("incident.started", "incident.started", [], nil as String?),
      ("scheme.awards[A", "scheme.awards[A", [], nil),
      ("scheme.awards['A].x", "scheme.awards['A].x", [], nil),
      ("", "", [], nil), ("[]", "[]", [""], "[]"),
    ] as [(String, String, [String], String?)])
  func `a path is taken apart`(_ path: String, _ kind: String, _ keys: [String], _ element: String?) {
    let taken = FactPath(path)
    #expect(taken.kind == kind && taken.keys == keys && taken.element == element)
  }
}
