import Diagnostics
import Findings

/// A report on a plan whose findings have deadlines, differences and owners.
enum PlanSample {
  /// The plan, audited under the law that each policy asks for or under that of a day.
  ///
  /// - Parameter today: the day of the audit that was named.
  static func report(
    on date: String? = nil, today: String? = nil, _ findings: [Finding] = findings
  ) -> AuditReport {
    AuditReport(
      tool: .init(version: "0.1.0"),
      inputs: [
        .init(
          path: "schemes/plan.yaml", sha256: String(repeating: "0f", count: 32),
          format: "compensation_scheme/1")
      ],
      scheme: .init(id: "plan", title: name("11월 보상안", "November plan"), path: "schemes/plan.yaml"),
      policies: [
        .init(
          id: "kr.notice", version: "1.0.0", title: name("중단의 고지", "Notice"),
          legal: .init(status: .decree, effect: .law)),
        .init(
          id: "kr.outage", version: "0.2.0", title: name("보상 가이드라인(안)", "Draft guideline"),
          legal: .init(status: .proposed, effect: .draft, note: name("수치는 예시임", "illustrative"))),
      ],
      options: .init(today: today), law: date.map(LawDate.on) ?? .written, provenance: .init(kind: .draft),
      units: [
        "KRW": name("원", "KRW"), "h": name("시간", "h"), "days": name("일", "days"),
        "percent": LocalizedText("%"), "times": name("배", "times"),
      ], findings: findings)
  }

  /// A text in both languages.
  static func name(_ ko: String, _ en: String) -> LocalizedText { LocalizedText(ko: ko, en: en) }

  /// A place in the plan.
  static func place(_ line: Int) -> ReportLocation {
    ReportLocation(
      SourceLocation(file: "schemes/plan.yaml", line: line, column: 5, endLine: line, endColumn: 10),
      excerpt: "    value: 1")
  }

  private static let notice = SampleReport.heading(
    "NTC-1", ko: "손해배상의 고지", en: "notice of damages", severity: .critical)
  private static let refund = SampleReport.heading("NTC-2", ko: "환급", en: "refund", severity: .minor)
  private static let amount = SampleReport.heading(
    "AMT-1", ko: "보상액", en: "amount", status: .proposed, severity: .major, cite: "제5조")
  private static let ratio = SampleReport.heading(
    "AMT-2", ko: "보상률", en: "rate", status: .proposed, severity: .critical, cite: "제6조")
  private static let delay = SampleReport.heading(
    "AMT-3", ko: "첫 고지", en: "first notice", status: .proposed, severity: .minor, cite: "제7조")

  private static func binding(_ path: String) -> [SubjectBinding] {
    [SubjectBinding(name: "it", path: path)]
  }

  private static func reference(_ path: String, _ id: String, _ name: LocalizedText) -> Evidence {
    SampleReport.fact(
      path, ko: "사업자", en: "operator", ReportValue(.ref, id, label: name), line: 3)
  }

  private static let last = FindingDeadline(
    title: name("고지 기한", "deadline of the notice"), last: ReportValue(.date, "2022-11-18"))

  /// Failures of three things under two effects, a waiver, a question, what is missing, and deadlines of every state.
  static let findings: [Finding] = [
    Finding(
      heading: amount, subject: "A1", subjectName: name("포인트", "points"), outcome: .fail,
      message: name("포인트가 적습니다.", "Too few points."),
      remedy: name("포인트를 올리십시오.", "Raise the points."),
      actual: .number("1500", unit: "KRW"), expected: .number("2734", unit: "KRW"),
      evidence: [
        SampleReport.fact(
          "scheme.awards[A1].services", ko: "대상 서비스", en: "services",
          .list([ReportValue(.ref, "melon", label: name("멜론", "Melon"))]), line: 9)
      ],
      bindings: binding("scheme.awards[A1]"),
      cost: FindingCost(title: name("추가 지급액", "to be added"), value: .number("1234", unit: "KRW")),
      location: place(9)),
    Finding(
      heading: delay, subject: "melon", subjectName: name("멜론", "Melon"), outcome: .fail,
      message: name("고지가 늦습니다.", "The notice is late."),
      actual: .number("1.6666666667", exact: "5/3", unit: "h"), expected: .number("1", unit: "h"),
      bindings: binding("scheme.services[melon]"), location: place(5)),
    Finding(
      heading: ratio, subject: "melon", subjectName: name("멜론", "Melon"), outcome: .fail,
      actual: .number("6.25", unit: "percent"), expected: .number("100", unit: "percent"),
      evidence: [reference("scheme.services[melon].operator", "ent", name("엔터", "Ent"))],
      bindings: binding("scheme.services[melon]"), location: place(4)),
    Finding(
      heading: notice, subject: "talk", subjectName: name("톡", "Talk"), outcome: .fail,
      message: name("고지일이 기한보다 늦습니다.", "Told after the deadline."),
      remedy: name("바로 고지하십시오.", "Tell users at once."), actual: ReportValue(.date, "2022-12-29"),
      expected: ReportValue(.date, "2022-11-18"),
      evidence: [reference("scheme.services[talk].operator", "acme", name("에이콤", "Acme"))],
      bindings: binding("scheme.services[talk]"), deadline: last, location: place(3)),
    Finding(
      heading: notice, subject: "mail", subjectName: name("메일", "Mail"), outcome: .pass,
      bindings: binding("scheme.services[mail]"), deadline: last),
    Finding(
      heading: notice, subject: "toon", subjectName: name("웹툰", "Toon"), outcome: .unknown,
      missing: [
        MissingFact(
          kind: .missing, path: "scheme.services[toon].notified", name: name("고지일", "told on"),
          location: place(7))
      ], bindings: binding("scheme.services[toon]"),
      deadline: FindingDeadline(title: name("고지 기한", "deadline of the notice"), last: .unknown)),
    Finding(
      heading: refund, outcome: .manual,
      question: name("지체 없이 환급하였는가?", "Was it refunded without delay?"),
      actual: .number("71", unit: "days"),
      deadline: FindingDeadline(
        title: name("환급 기한", "deadline of the refund"), text: name("지체 없이", "without delay"),
        from: ReportValue(.timestamp, "2022-10-15T15:30:00+09:00"))),
    Finding(
      heading: refund, subject: "phone", outcome: .waived, actual: .number("2"), expected: .number("3"),
      bindings: binding("scheme.claims.channels[phone]"),
      waiver: WaiverUse(
        id: "W-1", state: .applied, grantedBy: .init(id: "kr.msit", name: name("과기정통부", "MSIT")),
        grantedOn: "2022-11-20", expires: "2023-03-31"),
      deadline: FindingDeadline(
        title: name("환급 기한", "deadline of the refund"), last: ReportValue(.date, "2022-12-31"))),
    measure("talk", name("톡", "Talk"), .number("0.5", unit: "times")),
    measure(
      "melon", name("멜론", "Melon"),
      .range(
        atLeast: .number("2", unit: "times"), atMost: .number("3", unit: "times"))),
    measure("toon", name("웹툰", "Toon"), .unknown),
    Finding(
      heading: SampleReport.heading(
        "TBL-1", ko: "별표", en: "annex", status: .proposed, severity: .note, cite: "별표"),
      outcome: .unknown,
      missing: [MissingFact(kind: .row, path: "table.annex", name: name("별표 1", "Annex 1"))]),
  ]

  private static let multiple = RuleHeading(
    policy: "kr.outage", rule: "M-1", title: name("요금의 배수", "multiple of the fee"), status: .illustrative,
    severity: .note, isMeasure: true)

  private static func measure(_ id: String, _ name: LocalizedText, _ value: ReportValue) -> Finding {
    Finding(
      heading: multiple, subject: id, subjectName: name, outcome: .info, actual: value,
      bindings: binding("scheme.services[\(id)]"))
  }
}
