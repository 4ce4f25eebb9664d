import Diagnostics
import Testing

@testable import Findings
@testable import Reporting

@Suite struct `Review opinions` {
  private typealias Sample = OpinionSample

  // ── nothing is left out ────────────────────────────────────────────────────

  @Test(arguments: Language.allCases) func `blocks follow one another as writers expect them`(
    _ language: Language
  ) {
    for reports in [
      [SampleReport.full], [PlanSample.report()], [SampleReport.full, PlanSample.report()],
      [SampleReport.empty],
    ] {
      #expect(Sample.opinion(reports, language).problems == [])
    }
  }

  @Test func `a rule that does not apply is told with the exception and the lines that decided`() {
    var finding = Sample.finding(Sample.heading("NTC-1"), .notApplicable)
    finding.exception = ExceptionUse(
      id: "NTC-1.X4", title: Sample.name("정기 이용요금이 없는 역무", "no periodic fee"),
      cite: LocalizedText("같은 조 제1항제4호"),
      state: .granted, effect: .notRequired, inForce: ReportPeriod(from: nil, to: "2025-03-27"))
    finding.evidence = [Sample.fact("periodic_fee", .bool(false), line: 49)]
    let rows = Sample.opinion([finding]).section("적용하지 않은 규칙")
    #expect(rows.count == 2)
    #expect(
      rows.last
        == "NTC-1 규칙 NTC-1 / 영 제37조의11제1항 [시행령] | 해당 없음 | "
        + "NTC-1.X4 정기 이용요금이 없는 역무 (같은 조 제1항제4호) [2025. 3. 27.까지 시행] — 적용됨 | 서비스 talk / (근거: 49행)")
  }

  @Test func `a subject is named once where its message begins with it`() {
    var finding = Sample.finding(Sample.heading("FRE-1", .illustrative), .fail, of: "talk")
    finding.subjectName = LocalizedText(ko: "카카오톡", en: "Talk")
    finding.message = LocalizedText(ko: "카카오톡: 보상이 없습니다.", en: "Talk: there is no award.")
    let korean = Sample.opinion([finding]).said.joined(separator: "\n")
    #expect(korean.contains(": 보상이 없음") && !korean.contains("카카오톡: 카카오톡"), "\(korean)")
    let english = Sample.opinion([finding], .en).said.joined(separator: "\n")
    #expect(english.contains(": There is no award") && !english.contains("Talk: Talk"), "\(english)")
  }

  @Test(arguments: [
    (ReportPeriod(from: "2023-07-04"), "시행 전", "2023. 7. 4.부터 시행"),
    (ReportPeriod(from: nil, to: "2020-01-01"), "폐지", "2020. 1. 1.까지 시행"),
  ]) func `what was not in force says on which side of its days`(
    _ period: ReportPeriod, _ word: String, _ days: String
  ) {
    var finding = Sample.finding(Sample.heading("STB-1", inForce: period), .notInForce)
    finding.dates = [
      DateUse(expression: "date_of(incident.started)", value: ReportValue(.date, "2022-10-15"))
    ]
    let opinion = Sample.opinion([finding])
    #expect(
      opinion.section("적용하지 않은 규칙").last?.contains("| \(word) | \(days) / 적용일 2022. 10. 15.(장애 발생 시각) |")
        == true)
    #expect(opinion.section("검토 결론").contains { $0.hasSuffix("법령: \(word) 1") })
    #expect(!opinion.said.contains { $0.contains("시행 전 / 폐지") })
  }

  @Test func `measures stand in a section of their own, those without a value in an annex`() {
    let heading = Sample.heading("ADQ-M1", .illustrative, isMeasure: true)
    var known = Sample.finding(heading, .info, of: "talk")
    known.actual = .number("0.5", unit: "times")
    var same = Sample.finding(heading, .info, of: "mail")
    same.actual = known.actual
    var unknown = Sample.finding(heading, .info, of: "toon")
    (unknown.actual, unknown.missing) = (.unknown, [Sample.missing("fee", of: "toon")])
    let opinion = Sample.opinion([known, same, unknown])
    #expect(opinion.section("보상 수준").contains { $0.hasPrefix("규칙 ADQ-M1 | 0.5배 | 서비스 talk, 서비스 mail |") })
    #expect(opinion.section("보상 수준").last == "자료가 없어 계산하지 못한 지표 1건은 별지 1에 적음.")
    #expect(opinion.section("별지 1").last?.contains("| 서비스 toon | 자료 fee: 미기재") == true)
  }

  @Test func `every subject, place and fact is named, however many`() {
    let names = (1...60).map { "s\($0)" }
    let heading = Sample.heading("KR-1")
    let waiting = names.enumerated().map { index, name in
      var finding = Sample.finding(heading, .unknown, of: name, line: 2 * index + 1)
      finding.missing = [Sample.missing("users", of: name, line: 2 * index + 1)]
      return finding
    }
    var failing = Sample.finding(Sample.heading("KR-2"), .fail)
    failing.message = Sample.name("적지 않았습니다.", "Not stated.")
    failing.evidence = (0..<60).map { Sample.fact("f\($0)", .number("\($0)"), line: $0 + 1) }
    failing.assumed = names.map {
      AssumedFact(path: "scheme.awards[\($0)].cap", name: Sample.name("상한", "cap"))
    }
    let opinion = Sample.opinion(waiting + [failing])
    for name in names {
      let told = opinion.said.filter {
        $0.contains("서비스 \(name),") || $0.contains("서비스 \(name) ") || $0.hasSuffix("서비스 \(name)")
          || $0.contains("서비스 \(name) |")
      }
      #expect(told.count >= 3, "\(name)")  // the table of results, the point, the table of facts
      #expect(opinion.said.contains { $0.contains("\(name), ") || $0.contains("\(name)의 상한") })
    }
    for index in 0..<60 { #expect(opinion.said.contains { $0.contains("사실 f\(index): \(index)") }) }
    for text in opinion.said {
      #expect(text.firstRange(of: #/외 \d+(건|곳|가지)/#) == nil, "\(text)")
      #expect(!text.contains("--") && !text.contains("`"), "\(text)")
    }
  }

  @Test func `a row as long as a book is parted at its commas`() {
    let names = (1...2_000).map { "s\($0)" }
    let pieces = LongRow.pieces(of: names.joined(separator: ", "))
    #expect(pieces.count == 2)
    #expect(pieces.joined(separator: " ") == names.joined(separator: ", "))
    #expect(LongRow.pieces(of: "a, b") == ["a, b"])
    #expect(LongRow.pieces(of: "") == [""])
  }

  @Test func `facts are asked for by what they belong to, not by their paths`() {
    var finding = Sample.finding(Sample.heading("KR-1"), .unknown)
    finding.missing = [
      Sample.missing("users"),
      MissingFact(kind: .missing, path: "scheme.offsets", name: Sample.name("공제", "offsets")),
    ]
    var measure = Sample.finding(Sample.heading("M-1", .illustrative, isMeasure: true), .info)
    (measure.actual, measure.missing) = (.unknown, [Sample.missing("fee")])
    let opinion = Sample.opinion([finding, measure])
    #expect(!opinion.said.contains { $0.contains("scheme.offsets") || $0.contains("scheme.services") })
    #expect(opinion.said.contains { $0.contains("공제(보상안 전체)") })
    #expect(opinion.section("별지 1").contains { $0.contains("자료 fee: 미기재 (서비스 talk, 6행)") })
  }

  @Test(arguments: Language.allCases) func `no option of the program is named`(_ language: Language) {
    for report in [SampleReport.full, PlanSample.report(), PlanSample.report(on: "2022-11-08")] {
      for text in Sample.opinion([report], language).said {
        #expect(!text.contains("--") && !text.contains("`"), "\(text)")
      }
    }
  }

  @Test func `articles that were not reviewed are named with the reason`() {
    let article = UncoveredArticle(
      instrument: LocalizedText("전기통신사업법"), article: LocalizedText("제92조"), title: LocalizedText("시정명령"),
      why: LocalizedText("기관의 처분"))
    let opinion = Sample.opinion([Sample.report([], notCovered: [article])])
    #expect(opinion.section("별지 1 검토하지 않은 조문").last == "전기통신사업법 | 제92조 | 시정명령 | 기관의 처분")
    #expect(opinion.section("유의 사항").contains { $0.contains("점검 규칙이 없는 것 1건은 검토하지 않음(별지 1)") })
  }

  // ── what outcomes rest on ──────────────────────────────────────────────────

  @Test func `a point that is not met tells its facts with their lines`() {
    var finding = Sample.finding(Sample.heading("KR-1", part: "b"), .fail, line: 323)
    finding.message = Sample.name("구간에 기한이 없습니다.", "A tier has no date.")
    finding.evidence = [Sample.fact("due", .none, line: 338)]
    let section = Sample.opinion([finding]).section("보완을 요청할 사항")
    #expect(section.contains("1) 부분 b — 서비스 talk: 구간에 기한이 없음."))
    #expect(section.contains("- 사실: 사실 due: (없음) (338행)"))
  }

  @Test func `what was met is told with article, lines and what was assumed`() {
    var finding = Sample.finding(Sample.heading("KR-1", part: "a"), .pass)
    finding.evidence = [Sample.fact("fee", .bool(true), line: 7), Sample.fact("end", .bool(true), line: 8)]
    finding.assumed = [AssumedFact(path: "scheme.cap", name: Sample.name("상한", "cap"), value: .number("0"))]
    let opinion = Sample.opinion([finding])
    let row = opinion.section("별지 1 충족으로 본 항목").last
    #expect(row?.hasPrefix("KR-1.a 규칙 KR-1 — 부분 a | 영 제37조의11제1항 [시행령] | 서비스 talk (7·8행) | ") == true)
    #expect(row?.contains("상한") == true)
    #expect(opinion.section("검토 개요").contains { $0.contains("‘전제’로 적음(충족으로 본 항목 가운데 1건, 별지 1)") })
    #expect(!opinion.said.contains { $0.contains("추정하지 않음") })
  }

  @Test func `nothing is said of assumptions where nothing was assumed`() {
    let opinion = Sample.opinion([Sample.finding(Sample.heading("KR-1"), .pass)])
    #expect(!opinion.said.contains { $0.contains("‘전제’") })
  }

  @Test func `numbers that are not firm mark what was met too`() {
    var met = Sample.finding(Sample.heading("KR-1", .criterion), .pass)
    met.parameters = [
      ParameterUse(name: "n", title: Sample.name("배수", "multiple"), value: .number("3"), verified: false)
    ]
    var failed = Sample.finding(Sample.heading("KR-2", .goodPractice), .fail)
    failed.parameters = [
      ParameterUse(name: "d", title: Sample.name("기간", "days"), value: .number("30"), isDefault: true)
    ]
    let opinion = Sample.opinion([met, failed])
    #expect(opinion.section("규칙별").contains { $0.hasPrefix("KR-1 규칙 KR-1 | 분쟁해결기준 | 충족 [미확인 수치] |") })
    #expect(opinion.section("유의 사항").contains { $0.contains("미충족 1건과 충족 1건은 확정적이지 않음") })
    #expect(opinion.section("검토 결론").contains("나. 법령이 아닌 기준의 미충족: 1건(참고 기준 1). 이 가운데 1건은 확정적이지 않음"))
  }

  @Test func `the title block names the days whose law is applied`() {
    var law = Sample.finding(Sample.heading("KR-1"), .pass)
    law.dates = [DateUse(expression: "date_of(incident.started)", value: ReportValue(.date, "2022-10-15"))]
    var practice = Sample.finding(Sample.heading("KR-2", .goodPractice), .pass)
    practice.dates = [
      DateUse(
        expression: "scheme.date", title: Sample.name("보상안 작성일", "date of the scheme"),
        value: ReportValue(.date, "2022-12-29"))
    ]
    let opinion = Sample.opinion([law, practice])
    #expect(
      opinion.said.contains(
        "적용 법령: 법령·약관: 2022. 10. 15.(장애 발생 시각) 당시 / 그 밖의 기준: 2022. 12. 29.(보상안 작성일) 당시"))
    var vague = law
    vague.dates[0].value = .range(atLeast: nil, atMost: ReportValue(.date, "2022-10-15"))
    #expect(Sample.opinion([vague]).said.contains { $0.contains("(장애 발생 시각, 날이 확정되지 않음) 당시") })
  }

  // ── one result, one place ──────────────────────────────────────────────────

  @Test func `parts of a rule are told apart and lead to their points`() {
    let (gap, due) = (Sample.heading("SME-1", part: "gap"), Sample.heading("SME-1", part: "due"))
    let findings = [
      Sample.finding(gap, .pass), Sample.finding(due, .fail), Sample.finding(Sample.heading("AAA-1"), .fail),
    ]
    let opinion = Sample.opinion(findings)
    let rows = opinion.section("규칙별")
    #expect(rows.contains("SME-1 규칙 SME-1 | 법령 | 충족 | 부분 gap: 서비스 talk | 별지 1"))
    #expect(rows.contains("SME-1 규칙 SME-1 | 법령 | 위반 소지 | 부분 due: 서비스 talk | 4. 가."))
    let points = opinion.section("4. 보완을 요청할 사항")
    #expect(points.contains("가. SME-1.due 규칙 SME-1 — 부분 due — 위반 소지"))
    #expect(points.contains("나. AAA-1 규칙 AAA-1 — 위반 소지"))
    #expect(
      opinion.section("의견 조회와 반영").contains { $0.hasPrefix("4. 가. | SME-1.due 규칙 SME-1 — 부분 due — 위반 소지 |") })
  }

  @Test func `headings count outcomes instead of repeating them`() {
    let parts = ["a", "b", "c"].map { Sample.heading("KR-1", part: $0, .goodPractice) }
    var open = Sample.finding(parts[0], .unknown, of: "mail")
    open.missing = [Sample.missing("cap")]
    let opinion = Sample.opinion(parts.map { Sample.finding($0, .fail) } + [open])
    #expect(opinion.said.contains("가. KR-1 규칙 KR-1 — 참고 기준 미충족 3, 자료 보완 필요 1"))
  }

  @Test func `facts that law needs stand apart from those that only other criteria would use`() {
    func waiting(_ heading: RuleHeading, _ facts: [String]) -> Finding {
      var finding = Sample.finding(heading, .unknown)
      finding.missing = facts.map { Sample.missing($0) }
      return finding
    }
    let findings = [
      waiting(Sample.heading("KR-1"), ["users"]),
      waiting(Sample.heading("KR-2", .goodPractice), ["users", "cap"]),
    ]
    let section = Sample.opinion(findings).section("제출을 요청할 자료")
    let end = section.firstIndex { $0.hasPrefix("제출 기한: ") } ?? 0
    #expect(section[..<end].contains("자료 users | 1 | 1 | 서비스 talk (6행)"))
    #expect(!section[..<end].contains { $0.contains("자료 cap") })
    #expect(section[end...].contains("자료 cap | 1 | 0 | 서비스 talk (6행)"))
    #expect(!section[end...].contains { $0.contains("자료 users") })
  }

  @Test func `a section of requests alone is not called recommendations`() {
    var open = Sample.finding(Sample.heading("KR-1", .criterion), .unknown)
    open.missing = [Sample.missing("hours")]
    #expect(Sample.opinion([open]).headings.contains { $0.hasSuffix("권고 기준에 관하여 보완을 요청할 사항") })
    let failed = Sample.finding(Sample.heading("KR-1", .criterion), .fail)
    #expect(Sample.opinion([failed]).headings.contains { $0.hasSuffix("권고 사항") })
  }

  // ── whose word it is ───────────────────────────────────────────────────────

  @Test(arguments: [
    (LegalStatus.decree, "- 조치: 사유를 적도록 요청함", "- Requested: State the reason."),
    (.terms, "- 조치: 사유를 적도록 요청함", "- Requested: State the reason."),
    (.criterion, "- 보완 의견: 사유를 적는 것이 바람직함", "- Advised: State the reason."),
    (
      .proposed, "- 참고 의견(따를 의무 없음): 사유를 적는 방안을 검토할 수 있음",
      "- For consideration (need not be followed): State the reason."
    ),
    (
      .goodPractice, "- 참고 의견(따를 의무 없음): 사유를 적는 방안을 검토할 수 있음",
      "- For consideration (need not be followed): State the reason."
    ),
  ]) func `only what binds is asked for`(_ status: LegalStatus, _ ko: String, _ en: String) {
    var finding = Sample.finding(Sample.heading("KR-1", status), .fail)
    finding.remedy = Sample.name("사유를 적으십시오.", "State the reason.")
    #expect(Sample.opinion([finding]).said.contains(ko))
    #expect(Sample.opinion([finding], .en).said.contains(en))
    #expect(!Sample.opinion([finding]).said.contains { $0.contains("십시오") })
  }

  // ── several schemes ────────────────────────────────────────────────────────

  @Test func `several opinions have a cover, numbers of their own and one end`() {
    let reports = [PlanSample.report(), Sample.report([Sample.finding(Sample.heading("KR-1"), .pass)])]
    let opinion = Sample.opinion(reports)
    #expect(opinion.rows(ofTable: "보상안별 종합 결과").map { $0[0] } == [["1. 11월 보상안"], ["2. 11월 보상안"]])
    #expect(
      opinion.headings.filter { $0.hasPrefix("검토의견서") } == ["검토의견서 1/2: 11월 보상안", "검토의견서 2/2: 11월 보상안"])
    #expect(Set(opinion.headings).count == opinion.headings.count)
    #expect(opinion.headings.contains("2-1. 검토 개요"))
    #expect(opinion.said.count { $0.hasSuffix("끝.") } == 1)
    #expect(Sample.opinion([reports[0]]).headings.first == "1. 검토 개요")
    #expect(Sample.opinion([reports[0]]).said.count { $0.hasSuffix("끝.") } == 1)
  }

  @Test(arguments: [ReportTemplate.findings, .reviewOpinion])
  func `a document of several schemes begins with their results`(
    _ template: ReportTemplate
  ) {
    let reports = [PlanSample.report(), PlanSample.report()]
    let document = DocumentRecorder.record(reports, RenderOptions(language: .en, template: template))
    #expect(document.problems == [])
    #expect(
      document.rows(ofTable: "Overall result of each scheme").map { $0[1] } == [
        ["potential violations"], ["potential violations"],
      ])
  }

  // ── the verdict ────────────────────────────────────────────────────────────

  @Test(arguments: [
    (
      [Outcome.unknown, .unknown, .notApplicable],
      "이 보상안에 적용되는 법령 점검 항목 2건 가운데 결과가 정해진 것이 없음: 자료 보완 필요 2건",
      "None of the 2 findings of law that apply could be decided: more information needed (2)."
    ),
    (
      [.unknown, .pass], "이 보상안에 적용되는 법령 점검 항목 2건 가운데 충족 1건, 자료 보완 필요 1건. 위반 소지로 본 것은 없음",
      "Of 2 findings of law that apply: met (1); more information needed (1). None is a potential violation."
    ),
    ([.notApplicable], "법령 규칙 가운데 이 보상안에 적용되는 것이 없음", "No rule of law applies to this scheme."),
    ([.pass], "법령 규칙에서 위반 소지, 자료 보완 필요, 판단 필요 없음", "No finding under law failed or was left undecided."),
  ]) func `a verdict says what was decided`(_ outcomes: [Outcome], _ ko: String, _ en: String) {
    let report = Sample.report(
      outcomes.enumerated().map { Sample.finding(Sample.heading("KR-\($0)"), $1) })
    #expect(ReportText(report, .ko).verdictReason == ko)
    #expect(ReportText(report, .en).verdictReason == en)
  }
}
