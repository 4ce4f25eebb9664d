import Diagnostics
import Findings
import Testing

@testable import Reporting

@Suite struct DeadlineTests {
  /// A finding with its deadline, the day of the audit, and what is said of it.
  struct Case: Sendable {
    var status = LegalStatus.decree
    var outcome: Outcome
    var actual: ReportValue?
    var last: ReportValue
    var today: String?
    var ko: String
    var en: String
    var left = ""
  }

  private static func day(_ text: String) -> ReportValue { ReportValue(.date, text) }

  private static func between(_ first: String?, _ last: String?) -> ReportValue {
    .range(atLeast: first.map(day), atMost: last.map(day))
  }

  private static func either(_ days: String...) -> ReportValue { .either(days.map(day)) }

  static let cases: [Case] = [
    Case(outcome: .pass, last: day("2022-11-18"), today: "2022-11-30", ko: "충족", en: "met"),
    Case(outcome: .pass, last: day("2022-11-18"), ko: "충족", en: "met"),
    Case(
      outcome: .fail, actual: day("2022-12-29"), last: day("2022-11-18"), ko: "기한 뒤(2022. 12. 29.)",
      en: "after the deadline (29 December 2022)"),
    Case(outcome: .fail, actual: day("2022-11-18"), last: day("2022-11-18"), ko: "미충족", en: "not met"),
    Case(outcome: .fail, last: day("2022-11-18"), ko: "미충족", en: "not met"),
    Case(
      outcome: .fail, last: day("2022-11-18"), today: "2022-11-19", ko: "기한 지남(미충족)",
      en: "deadline passed, not met", left: "1 day ago"),
    Case(
      outcome: .fail, last: day("2022-11-18"), today: "2022-11-18", ko: "미충족", en: "not met",
      left: "due today"),
    Case(
      outcome: .fail, actual: day("2022-12-29"), last: day("2022-11-18"), today: "2022-11-18",
      ko: "기한 뒤(2022. 12. 29.)", en: "after the deadline (29 December 2022)", left: "due today"),
    Case(
      outcome: .fail, last: day("2022-11-18"), today: "2022-11-11", ko: "미충족", en: "not met",
      left: "7 days left"),
    Case(
      outcome: .fail, last: day("2022-11-18"), today: "2026-11-23", ko: "기한 지남(미충족)",
      en: "deadline passed, not met", left: "1,466 days ago"),
    Case(
      outcome: .fail, actual: ReportValue(.timestamp, "2022-10-15T16:10:00+09:00"),
      last: ReportValue(.timestamp, "2022-10-15T15:30:00+09:00"), ko: "기한 뒤(2022. 10. 15. 16:10)",
      en: "after the deadline (15 October 2022, 16:10)"),
    Case(
      outcome: .unknown, last: day("2022-11-18"), today: "2022-12-18", ko: "자료 보완 필요(기한 지남)",
      en: "more information needed (the deadline has passed)", left: "30 days ago"),
    Case(outcome: .manual, last: day("2022-11-18"), ko: "판단 필요", en: "judgement needed"),
    Case(outcome: .fail, last: .unknown, today: "2022-12-18", ko: "미충족", en: "not met"),
    // A range is late only if all of it is.
    Case(
      outcome: .fail, actual: between("2022-11-19", "2022-12-31"), last: day("2022-11-18"),
      ko: "기한 뒤(2022. 11. 19.~2022. 12. 31.)",
      en: "after the deadline (19 November 2022 – 31 December 2022)"),
    Case(
      outcome: .fail, actual: between("2022-11-18", "2022-12-31"), last: day("2022-11-18"), ko: "미충족",
      en: "not met"),
    Case(
      outcome: .fail, actual: between("2022-11-19", nil), last: day("2022-11-18"),
      ko: "기한 뒤(2022. 11. 19. 이후)",
      en: "after the deadline (19 November 2022 or later)"),
    Case(
      outcome: .fail, actual: between(nil, "2022-12-31"), last: day("2022-11-18"), ko: "미충족", en: "not met"),
    Case(
      outcome: .fail, actual: either("2022-11-20", "2022-11-19"), last: day("2022-11-18"),
      ko: "기한 뒤(2022. 11. 20. 또는 2022. 11. 19.)",
      en: "after the deadline (20 November 2022 or 19 November 2022)"),
    Case(
      outcome: .fail, actual: either("2022-11-20", "2022-11-18"), last: day("2022-11-18"), ko: "미충족",
      en: "not met"),
    Case(
      outcome: .fail, actual: day("2022-12-29"), last: between("2022-11-18", "2022-12-30"), ko: "미충족",
      en: "not met"),
    Case(
      outcome: .fail, actual: day("2022-12-31"), last: between(nil, "2022-12-30"), ko: "기한 뒤(2022. 12. 31.)",
      en: "after the deadline (31 December 2022)"),
    Case(
      outcome: .fail, last: between("2022-11-18", "2022-11-21"), today: "2022-11-10", ko: "미충족",
      en: "not met",
      left: "8 to 11 days left"),
    Case(
      outcome: .fail, last: between("2022-11-18", "2022-11-21"), today: "2022-11-20", ko: "미충족",
      en: "not met",
      left: "may have passed"),
    Case(
      outcome: .fail, last: between("2022-11-18", "2022-11-21"), today: "2022-11-23", ko: "기한 지남(미충족)",
      en: "deadline passed, not met", left: "2 to 5 days ago"),
    Case(
      outcome: .unknown, last: between("2022-11-18", nil), today: "2022-11-23", ko: "자료 보완 필요",
      en: "more information needed"),
    // Nobody has to keep a day for reference: it is never missed.
    Case(
      status: .toolDefault, outcome: .fail, actual: day("2023-01-05"), last: day("2022-11-18"),
      ko: "그 뒤(2023. 1. 5.)", en: "later (5 January 2023)"),
    Case(
      status: .toolDefault, outcome: .fail, last: day("2022-11-18"), today: "2022-11-19", ko: "참고 기준 미충족",
      en: "reference not met", left: "1 day ago"),
    Case(
      status: .reportedUnconfirmed, outcome: .fail, last: day("2022-11-18"), ko: "안 미충족(시행 전), 기관 미확인",
      en: "draft not met, not confirmed by the body"),
    Case(
      status: .guideline, outcome: .unknown, last: day("2022-11-18"), today: "2022-12-18", ko: "자료 보완 필요",
      en: "more information needed", left: "30 days ago"),
  ]

  private static func finding(
    _ sample: Case, isDefault: Bool = false, verified: Bool = true
  ) -> Finding {
    Finding(
      heading: SampleReport.heading("R", ko: "규칙", en: "rule", status: sample.status),
      outcome: sample.outcome,
      actual: sample.actual,
      deadline: FindingDeadline(
        title: LocalizedText("deadline"), last: sample.last, isDefault: isDefault, verified: verified))
  }

  @Test(arguments: cases) func `a deadline says what became of it and how long is left`(_ sample: Case) {
    // The day of the audit counts, whether it is named or is the date of the law.
    let finding = Self.finding(sample)
    for report in [
      PlanSample.report(on: sample.today, [finding]), PlanSample.report(today: sample.today, [finding]),
    ] {
      for language in Language.allCases {
        let words = FindingWords(report, RenderOptions(language: language))
        let lines = DeadlineLine.lines(of: report, language)
        #expect(lines.map(words.state) == [language == .ko ? sample.ko : sample.en])
        if language == .en { #expect(lines.map(words.daysLeft) == [sample.left]) }
      }
    }
  }

  @Test func `the day that was named comes before the date of the law`() {
    let finding = Self.finding(Case(outcome: .fail, last: Self.day("2022-11-18"), ko: "", en: ""))
    let report = PlanSample.report(on: "2022-10-15", today: "2022-11-10", [finding])
    let words = FindingWords(report, RenderOptions(language: .ko))
    #expect(DeadlineLine.lines(of: report, .ko).map(words.daysLeft) == ["8일 남음"])
    #expect(words.deadlineRemark().contains("검토일인 2022. 11. 10."))
  }

  @Test(arguments: LegalStatus.allCases) func `only law and terms set a deadline that must be kept`(
    _ status: LegalStatus
  ) {
    let finding = Self.finding(
      Case(status: status, outcome: .fail, last: Self.day("2022-11-18"), ko: "", en: ""))
    let report = PlanSample.report([finding])
    let binding: Set<LegalStatus> = [.statute, .decree, .notice, .terms]
    #expect(
      DeadlineLine.lines(of: report, .ko).map(\.weight) == [binding.contains(status) ? .duty : .reference])
  }

  @Test(arguments: [
    (false, true, LegalStatus.decree, ""), (true, true, .toolDefault, " (도구 기본값)"),
    (false, false, .decree, " (미확인 수치)"), (true, false, .reportedUnconfirmed, " (도구 기본값; 미확인 수치; 기관 미확인)"),
  ]) func `a day that rests on a number nobody decided says so`(
    _ isDefault: Bool, _ verified: Bool, _ status: LegalStatus, _ mark: String
  ) throws {
    let sample = Case(status: status, outcome: .fail, last: Self.day("2022-11-18"), ko: "", en: "")
    let report = PlanSample.report([Self.finding(sample, isDefault: isDefault, verified: verified)])
    let words = FindingWords(report, RenderOptions(language: .ko))
    let line = try #require(DeadlineLine.lines(of: report, .ko).first)
    #expect(line.isFirm == (!isDefault && verified))
    #expect(words.last(of: line) == "2022. 11. 18." + mark)
    let deadline = try #require(report.findings[0].deadline)
    let json = String(decoding: report.json, as: UTF8.self)
    #expect(json.contains(#""default":true"#) == deadline.isDefault)
  }

  @Test(arguments: [Outcome.notApplicable, .notInForce, .notSelected, .info])
  func `what is not asked has no deadline`(_ outcome: Outcome) {
    let finding = Self.finding(Case(outcome: outcome, last: Self.day("2022-11-18"), ko: "", en: ""))
    #expect(DeadlineLine.lines(of: PlanSample.report([finding]), .en).isEmpty)
  }

  @Test func `equal deadlines of several subjects are one line, duties stand first and kept ones last`() {
    func finding(_ subject: String, _ outcome: Outcome, _ last: String, _ status: LegalStatus) -> Finding {
      Finding(
        heading: SampleReport.heading("R\(status.rawValue)", ko: "규칙", en: "rule", status: status),
        subject: subject, outcome: outcome,
        deadline: FindingDeadline(title: LocalizedText("deadline"), last: Self.day(last)))
    }
    let report = PlanSample.report([
      finding("a", .pass, "2022-01-01", .decree), finding("r", .fail, "2022-01-01", .toolDefault),
      finding("b", .unknown, "2022-12-02", .decree), finding("c", .unknown, "2022-12-01", .decree),
      finding("d", .unknown, "2022-12-02", .decree),
    ])
    #expect(DeadlineLine.lines(of: report, .en).map(\.findings) == [[3], [2, 4], [0], [1]])
  }

  @Test(arguments: Language.allCases)
  func `a report without a day of the audit says how to name one only to who runs it`(
    _ language: Language
  ) throws {
    func text(_ report: AuditReport, _ template: ReportTemplate) throws -> String {
      let pieces = try ReportFormat.text.pieces(
        [report], RenderOptions(language: language, template: template))
      return String(decoding: pieces.joined(), as: UTF8.self)
    }
    #expect(try text(PlanSample.report(), .fixList).contains("--today"))
    for template in [ReportTemplate.findings, .reviewOpinion] {
      #expect(try !text(PlanSample.report(), template).contains("--today"))
    }
    for report in [PlanSample.report(on: "2022-11-08"), PlanSample.report(today: "2022-11-08")] {
      let dated = try text(report, .fixList)
      #expect(!dated.contains("--today"))
      #expect(dated.contains(language == .ko ? "10일 남음" : "10 days left"))
    }
  }
}
