import Diagnostics
import Findings

/// Reports made by hand that show everything a format has to show.
enum SampleReport {
  /// A scheme against a decree and a draft guideline: every outcome, with grounds of every kind.
  static let full = AuditReport(
    tool: .init(version: "0.1.0"),
    inputs: [
      .init(
        path: "policies/kr/notice/policy.yaml", sha256: String(repeating: "a1", count: 32),
        format: "guideline_policy/1"),
      .init(
        path: "schemes/acme.yaml", sha256: String(repeating: "0f", count: 32), format: "compensation_scheme/1"
      ),
    ],
    scheme: .init(
      id: "acme-2022-10", title: LocalizedText(ko: "10월 장애 보상안", en: "October outage scheme"),
      path: "schemes/acme.yaml"),
    policies: [
      .init(
        id: "kr.notice", version: "1.0.0",
        title: LocalizedText(ko: "역무 제공 중단 고지", en: "Notice of interruption"),
        legal: .init(status: .decree, effect: .law),
        review: .init(status: "approved", by: "kr.msit", on: "2026-01-15", document: "과기정통부-2026-11")),
      .init(
        id: "kr.outage", version: "0.2.0",
        title: LocalizedText(
          ko: "부가통신서비스 장애 이용자 보상 가이드라인(안)", en: "Draft guideline on outage compensation"),
        legal: .init(
          status: .proposed, effect: .draft,
          note: LocalizedText(ko: "수치는 모두 예시임", en: "all numbers are illustrative"))),
    ],
    options: .init(profile: "pre-submission", waivers: ["kr-2022"], failOn: .atLeast(.standard, .major)),
    law: .on("2024-01-02"),
    provenance: .init(kind: .reconstructed, by: "project", on: "2026-11-22"),
    notCovered: [
      .init(
        instrument: LocalizedText(ko: "전기통신사업법", en: "Telecommunications Business Act"),
        article: LocalizedText(ko: "제33조제1항", en: "art. 33(1)"),
        title: LocalizedText(ko: "손해배상", en: "damages"),
        why: LocalizedText(ko: "법원이 개별 사건에서 판단할 사항", en: "for a court to decide case by case"))
    ],
    units: [
      "KRW": LocalizedText(ko: "원", en: "KRW"), "h": LocalizedText(ko: "시간", en: "h"),
      "days": LocalizedText(ko: "일", en: "days"), "persons": LocalizedText(ko: "명", en: "persons"),
    ],
    findings: law + draft + rest)

  /// A report with nothing to say: no policy, no finding.
  static let empty = AuditReport(
    tool: .init(version: "0.1.0"), inputs: [.init(path: "-", sha256: String(repeating: "00", count: 32))],
    scheme: .init(id: nil, title: nil, path: "-"), policies: [], options: .init(), law: .written, findings: []
  )

  /// A heading with the defaults of these samples.
  static func heading(
    _ rule: String, part: String? = nil, ko: String, en: String, status: LegalStatus = .decree,
    severity: RuleSeverity = .major, cite: String = "영 제37조의11제1항", verified: Bool = true,
    text: LocalizedText? = nil, inForce: ReportPeriod = ReportPeriod()
  ) -> RuleHeading {
    RuleHeading(
      policy: status.effect == .law ? "kr.notice" : "kr.outage", rule: rule, part: part,
      title: LocalizedText(ko: ko, en: en), text: text, status: status, severity: severity,
      authority: .init(
        id: "kr.msit", name: LocalizedText(ko: "과학기술정보통신부", en: "Ministry of Science and ICT")),
      citations: [.init(cite: LocalizedText(cite), status: status, verified: verified)],
      sanction: status.effect == .law ? LocalizedText(ko: "시정명령(법 제92조)", en: "corrective order") : nil,
      inForce: inForce)
  }

  /// A place in the sample scheme.
  static func place(_ line: Int, _ columns: Range<Int>, _ excerpt: String) -> ReportLocation {
    ReportLocation(
      SourceLocation(
        file: "schemes/acme.yaml", line: line, column: columns.lowerBound, endLine: line,
        endColumn: columns.upperBound), excerpt: excerpt)
  }

  /// A stated fact of the sample scheme.
  static func fact(_ path: String, ko: String, en: String, _ value: ReportValue, line: Int) -> Evidence {
    Evidence(
      path: path, name: LocalizedText(ko: ko, en: en), value: value, file: "schemes/acme.yaml", line: line,
      column: 7)
  }

  /// An element's name.
  static func name(_ ko: String, _ en: String) -> LocalizedText { LocalizedText(ko: ko, en: en) }
}

extension SampleReport {
  private static let noticeHeading = heading(
    "KR-NTC-004", ko: "손해배상 기준과 절차의 고지", en: "notice of how damages are claimed",
    text: LocalizedText(
      ko: "역무 제공이 재개되거나 원인이 해소된 날부터 30일 이내에 손해배상의 기준·절차를 이용자에게 알려야 한다.",
      en: "Users are told within 30 days of resumption how damages are claimed."))
  private static let sizeHeading = heading(
    "KR-NTC-001", ko: "역무 제공 중단 사실의 고지", en: "notice of the interruption", severity: .critical,
    verified: false)

  fileprivate static let law: [Finding] = [
    Finding(
      heading: noticeHeading, subject: "drawer", subjectName: name("톡서랍", "Talk Drawer"), outcome: .fail,
      message: LocalizedText(
        ko: "톡서랍: 고지일 2022. 12. 29.이 기한 2022. 11. 18.보다 늦습니다.",
        en: "Talk Drawer: told on 29 December 2022, later than 18 November 2022."),
      remedy: LocalizedText(ko: "고지 경위를 소명하십시오.", en: "Explain how users were told."),
      actual: ReportValue(.date, "2022-12-29"), expected: ReportValue(.date, "2022-11-18"),
      evidence: [
        fact(
          "scheme.services[drawer].restored", ko: "복구일", en: "restored on", ReportValue(.date, "2022-10-19"),
          line: 41)
      ],
      parameters: [
        ParameterUse(
          name: "notice_days", title: name("고지 기한", "days to give notice"),
          value: .number("30", unit: "days"),
          from: "2019-06-25", on: "2022-10-15", cite: LocalizedText("영 제37조의11제2항"))
      ],
      dates: [
        DateUse(expression: "incident.date", value: ReportValue(.date, "2022-10-15"), overridden: true)
      ],
      steps: [
        StepResult(
          name: "deadline", title: name("고지 기한", "deadline"),
          expression: "days_after(service.restored, p.notice_days)", value: ReportValue(.date, "2022-11-18"))
      ],
      bindings: [SubjectBinding(name: "service", path: "scheme.services[drawer]")],
      location: place(
        44, 9..<31, "      - {notice: \"2022-12-29\", channel: 공지사항, url: \"https://example.invalid/1\"}")),
    Finding(
      heading: noticeHeading, subject: "melon", subjectName: name("멜론", "Melon"), outcome: .unknown,
      actual: .unknown,
      missing: [
        MissingFact(
          kind: .bounds, path: "scheme.services[melon].restored", name: name("복구일", "restored on"),
          value: .range(atLeast: ReportValue(.date, "2022-10-18"), atMost: ReportValue(.date, "2022-10-21")),
          location: place(52, 7..<20, "      restored: {at_least: 2022-10-18, at_most: 2022-10-21}"))
      ]),
    unknownSize("talk", name("톡", "Talk"), 30), unknownSize("mail", name("메일", "Mail"), 36),
    Finding(
      heading: sizeHeading, subject: "[*]", outcome: .unknown,
      missing: [
        MissingFact(
          kind: .incomplete, path: "scheme.services", name: name("서비스 목록", "services"),
          location: place(28, 3..<11, "  services:"))
      ]),
    Finding(
      heading: heading(
        "KR-TRM-003", ko: "입증책임의 전가", en: "burden of proof", status: .statute, cite: "약관법 제14조제2호"),
      subject: "약관-15조", outcome: .manual,
      question: LocalizedText(
        ko: "중단 뒤 40분 만의 첫 고지가 ‘지체 없이’에 해당하는가?",
        en: "Is a first notice after 40 minutes \"without delay\"?"),
      actual: .number("0.6666666667", exact: "2/3", unit: "h"),
      exception: ExceptionUse(
        id: "X1", title: name("불가항력이 입증된 경우", "proven force majeure"), cite: LocalizedText("제14조 단서"),
        state: .granted, effect: .notRequired, review: true, proof: "incident.force_majeure_evidence"),
      decision: DecisionUse(
        from: .manual, to: .pass, by: "kr.msit", on: "2026-02-01", reason: name("소명을 받아들임", "explained"),
        stale: true),
      proof: .company),
  ]

  private static func unknownSize(_ id: String, _ name: LocalizedText?, _ line: Int) -> Finding {
    Finding(
      heading: sizeHeading, subject: id, subjectName: name, outcome: .unknown,
      missing: [
        MissingFact(
          kind: .missing, path: "scheme.services[\(id)].daily_users",
          name: self.name("일평균 이용자 수(전년도 말 3개월)", "average daily users"),
          location: place(line, 5..<13, "  - id: \(id)")),
        MissingFact(
          kind: .missing, path: "scheme.revenue", name: self.name("전년도 매출액", "revenue of the prior year")),
      ], location: place(line, 5..<13, "  - id: \(id)"))
  }

  fileprivate static let draft: [Finding] = [
    award("A3", "pay", 500, 860, 14), uncovered("taxi"), uncovered("toon"),
  ]

  private static func award(_ id: String, _ service: String, _ value: Int, _ least: Int, _ line: Int)
    -> Finding
  {
    let row = ReportValue(
      .record, "table.minimum_award[5]",
      fields: [
        NamedValue(name: "multiple", title: name("배수", "times"), value: .number("10")),
        NamedValue(
          name: "reference_fee", title: name("기준요금", "reference fee"), value: .number("4900", unit: "KRW")),
      ])
    return Finding(
      heading: heading(
        "MIN-1", ko: "서비스별 최소 보상액", en: "per-service minimum award", status: .proposed,
        cite: "가이드라인(안) 제5조 제2항"),
      subject: id, outcome: .fail,
      message: LocalizedText(
        ko: "\(id)(에이페이): \(value)원은 최소액 \(least)원에 미달합니다.",
        en: "\(id) (AcmePay): KRW \(value) is below KRW \(least)."),
      remedy: LocalizedText(ko: "보상액을 \(least)원 이상으로 올리십시오.", en: "Raise the award to KRW \(least) or more."),
      actual: .number(String(value), unit: "KRW"), expected: .number(String(least), unit: "KRW"),
      evidence: [
        fact(
          "scheme.awards[\(id)].value", ko: "보상액", en: "value", .number(String(value), unit: "KRW"),
          line: line),
        fact(
          "scheme.services[\(service)].outage_hours", ko: "장애 시간", en: "outage hours",
          .number("12.5", unit: "h"),
          line: 7),
        fact(
          "scheme.services[\(service)].class", ko: "서비스 유형", en: "service class",
          ReportValue(.choice, "payment", label: name("결제", "payment")), line: 7),
      ],
      tables: [
        TableUse(
          name: "minimum_award", title: name("별표 1 서비스 유형별 최소 배상 배수", "Annex 1 minimum award multiples"),
          row: .init(
            number: 5,
            inputs: [
              NamedValue(name: "service_class", value: .string("payment")),
              NamedValue(name: "outage_hours", value: .string(">= 1")),
            ], outputs: row.fields), from: "2022-07-01", on: "2022-10-15", cite: LocalizedText("별표 1"),
          verified: false)
      ],
      steps: [
        StepResult(
          name: "service", title: name("서비스", "service"),
          expression: "find(scheme.services, 'id', award.service)",
          value: ReportValue(.record, "scheme.services[\(service)]", label: name("에이페이", "AcmePay"))),
        StepResult(
          name: "row", title: name("별표 1의 해당 행", "the row of Annex 1"),
          expression: "table.minimum_award(service.class, service.outage_hours)", value: row),
        StepResult(
          name: "fee", title: name("월 요금(무료는 기준요금)", "monthly fee (reference fee if free)"),
          expression: "if(award.group == 'free', row.reference_fee, award.monthly_fee)",
          value: .number("4900", unit: "KRW")),
        StepResult(
          name: "hours_in_month", title: name("월 시간", "hours in a month"), expression: "30 * 24",
          value: .number("720")),
        StepResult(
          name: "minimum", title: name("최소 보상액", "minimum award"),
          expression: "round_up(fee / hours_in_month * service.outage_hours * row.multiple, 10)",
          value: .number(String(least), unit: "KRW")),
      ],
      bindings: [SubjectBinding(name: "award", path: "scheme.awards[\(id)]")],
      cost: FindingCost(
        title: name("추가 지급액", "to be added"), value: .number(String(least - value), unit: "KRW")),
      location: place(
        line, 83..<93,
        "    - {id: \(id), service: \(service),  group: free, form: credit,  name: 에이페이 무료 이용자, value: \(value), first_payment: \"2022-12-20\", needs_third_party: false}"
      ))
  }

  private static func uncovered(_ service: String) -> Finding {
    Finding(
      heading: heading(
        "COV-1", ko: "서비스별 보상 누락 금지", en: "every affected service has an award", status: .proposed,
        severity: .critical,
        cite: "가이드라인(안) 제5조 제1항"),
      subject: service, outcome: .fail, message: name("보상 항목이 없습니다.", "No award covers the service."),
      actual: .number("0"), expectedText: name("1건 이상", "at least 1"),
      location: place(service == "taxi" ? 8 : 9, 7..<15, "    - {id: \(service), affected: true}"))
  }

  fileprivate static let rest: [Finding] = [
    Finding(
      heading: heading(
        "FRE-9", ko: "보도된 기한", en: "reported deadline", status: .reportedUnconfirmed, severity: .minor,
        cite: "2022-11 보도"),
      outcome: .fail, message: name("첫 지급이 늦습니다.", "The first payment is late."),
      parameters: [
        ParameterUse(
          name: "days", title: name("첫 지급 기한", "days to first payment"), value: .number("45", unit: "days"),
          isDefault: true, verified: false, tightened: name("내부 기준", "house rule"))
      ]),
    Finding(
      heading: heading(
        "CLAIM-2", ko: "접수 창구", en: "claim channels", status: .proposed, severity: .minor, cite: "제6조"),
      subject: "phone", outcome: .waived,
      message: name("접수 창구에 phone이 없습니다.", "Claim channel phone is missing."),
      waiver: WaiverUse(
        id: "W-2022-07", state: .applied,
        grantedBy: .init(id: "kr.msit", name: name("과학기술정보통신부", "Ministry of Science and ICT")),
        grantedOn: "2022-11-20", expires: "2023-03-31", basis: LocalizedText("제6조 제3항"),
        reason: name("콜센터 화재", "call centre lost in the fire"), document: "과기정통부-2022-1234")),
    Finding(
      heading: heading("DIV-1", ko: "비율", en: "ratio", status: .guideline, cite: "제1조"), outcome: .error,
      message: name("0으로 나눌 수 없습니다", "division by zero")),
    Finding(
      heading: heading(
        "INF-1", ko: "1인당 보상액", en: "award per head", status: .goodPractice, severity: .note,
        cite: "KT 2018년 보상"),
      outcome: .info, actual: .number("557700000000", unit: "KRW")),
    Finding(
      heading: heading("MIN-2", ko: "예고된 점검", en: "announced maintenance", cite: "제2호"), subject: "A1",
      outcome: .notApplicable,
      exception: ExceptionUse(
        id: "MIN-2.X1", title: name("7일 전에 예고한 점검", "announced 7 days ahead"), state: .granted,
        effect: .notRequired, proof: "incident.notice_evidence")),
    Finding(
      heading: heading("MIN-3", ko: "정기 요금", en: "periodic fee", cite: "제4호"), subject: "toon",
      subjectName: name("웹툰", "Toon"), outcome: .notApplicable,
      evidence: [
        fact("scheme.services[toon].periodic_fee", ko: "정기 요금 여부", en: "periodic fee", .bool(false), line: 61)
      ]),
    Finding(
      heading: heading("PAS-1", ko: "창구 공개", en: "channels are public", cite: "제3호"), subject: "online",
      outcome: .pass),
    Finding(
      heading: heading("PAS-1", ko: "창구 공개", en: "channels are public", cite: "제3호"), subject: "app",
      outcome: .pass,
      assumed: [
        AssumedFact(
          path: "incident.planned", name: name("예고된 점검 여부", "planned maintenance"), value: .bool(false),
          why: name("예고한 점검은 스스로 밝히게 마련임", "who announced it would say so"))
      ], lists: [ListGround(path: "scheme.claims.channels", name: name("접수 창구", "claim channels"), count: 2)]),
    Finding(
      heading: heading(
        "OLD-1", ko: "종전 고지", en: "former notice", cite: "구 제1조",
        inForce: .init(from: "2019-06-25", to: "2022-12-10")), outcome: .notInForce,
      dates: [
        DateUse(expression: "submission.date", value: ReportValue(.date, "2024-01-02"), overridden: true)
      ]),
    Finding(
      heading: heading(
        "TONE-1", ko: "원인 설명의 충실성", en: "adequacy of the explanation", status: .proposed, cite: "제9조"),
      outcome: .notSelected),
  ]
}
