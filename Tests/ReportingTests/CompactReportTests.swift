import Diagnostics
import Findings
import Foundation
import Testing

@testable import Reporting

@Suite struct `The default report is short` {
  /// A gap of a subject at a line.
  static func gap(
    _ ko: String, line: Int, kind: MissingFact.Kind = .missing, value: ReportValue? = nil
  ) -> MissingFact {
    MissingFact(
      kind: kind, path: "scheme.\(ko)\(line)", name: LocalizedText(ko: ko, en: ko), value: value,
      location: SampleReport.place(line, 3..<6, "  key: null"))
  }

  static func undecided(
    _ subject: String, part: String? = nil, line: Int, missing: [MissingFact], expected: ReportValue? = nil,
    exception: ExceptionUse? = nil
  ) -> Finding {
    Finding(
      heading: RuleHeading(
        policy: "p", rule: "R", part: part, title: LocalizedText("규칙"),
        partTitle: part.map { LocalizedText("\($0)항") },
        status: .decree, severity: .major, citations: [Citation(cite: LocalizedText("영 제1조"))]),
      subject: subject, outcome: .unknown, expected: expected, missing: missing,
      parameters: [ParameterUse(name: "n", title: LocalizedText("하한"), value: .number("3"))],
      exception: exception, location: SampleReport.place(line, 3..<6, "  key: null"))
  }

  @Test func `subjects that wait for the same facts are told together, with the lines of each`() {
    let text = `Text report details`.text(
      of: [
        Self.undecided("a", line: 10, missing: [Self.gap("매출액", line: 3), Self.gap("이용자", line: 11)]),
        Self.undecided("b", line: 20, missing: [Self.gap("매출액", line: 3), Self.gap("이용자", line: 21)]),
      ], .ko)
    #expect(text.contains("  - a 10행, b 20행\n    보완  매출액 3행; 이용자 11행, 그 밖에 21행\n"))
    for absent in ["    위치", "    수치", "    사실", "    계산", "^"] {
      #expect(!text.contains(absent), "\(absent)")
    }
  }

  @Test(arguments: [
    (MissingFact.Kind.bounds, "기한 5행(범위만 기재: 2022. 1. 1.~2022. 2. 1.)"),
    (.disputed, "기한 5행(출처 간 다툼: 2022. 1. 1.~2022. 2. 1.)"),
    (.incomplete, "기한 5행(일부만 기재된 목록: 2022. 1. 1.~2022. 2. 1.)"),
    (.proof, "기한 5행(입증자료 미기재: 2022. 1. 1.~2022. 2. 1.)"),
  ]) func `the kind of a gap is told in words`(_ kind: MissingFact.Kind, _ words: String) {
    let value = ReportValue.range(
      atLeast: ReportValue(.date, "2022-01-01"), atMost: ReportValue(.date, "2022-02-01"))
    let text = `Text report details`.text(
      of: [Self.undecided("a", line: 4, missing: [Self.gap("기한", line: 5, kind: kind, value: value)])], .ko)
    #expect(text.contains(words))
  }

  @Test func `parts that wait for the same facts are one entry under one heading`() {
    let text = `Text report details`.text(
      of: ["date", "content"].map {
        Self.undecided(
          "a", part: $0, line: 4, missing: [Self.gap("고지", line: 5)],
          expected: $0 == "date" ? ReportValue(.date, "2022-11-15") : nil)
      }, .ko)
    #expect(text.components(separatedBy: "영 제1조").count == 2)
    #expect(text.contains("- date항, content항: a 4행\n"))
    #expect(text.contains("기준  date항: 2022. 11. 15.\n"))
  }

  @Test func `an exception that is open for most stands once`() {
    func exception(_ id: String) -> ExceptionUse {
      ExceptionUse(id: id, title: LocalizedText("소규모"), state: .open, effect: .notRequired)
    }
    let text = `Text report details`.text(
      of: [("a", "X3", "갑"), ("b", "X3", "을"), ("c", "X1", "병")].map { subject, id, name in
        Self.undecided(subject, line: 4, missing: [Self.gap(name, line: 5)], exception: exception(id))
      }, .ko)
    #expect(text.components(separatedBy: "X3 소규모 — 해당 여부 미정(별도 표시 제외)").count == 2)
    #expect(text.components(separatedBy: "X1 소규모 — 해당 여부 미정\n").count == 2)
  }

  @Test func `what to supply is cut after fifteen kinds and counts each finding once`() {
    let findings = (1...20).map { number in
      Self.undecided(
        "s\(number)", line: number, missing: [Self.gap("공통", line: 1), Self.gap("사실\(number)", line: number)])
    }
    let text = `Text report details`.text(of: findings, .ko)
    #expect(text.contains("- 공통: 20건 — scheme.공통1 (1행)"))
    #expect(text.contains("- 그 밖에 6종류"))
    #expect(!`Text report details`.text(of: findings, .ko, listsAll: true).contains("그 밖에 6종류"))
  }

  @Test func `a message that shows both sides is not repeated`() {
    func text(_ message: String) -> String {
      `Text report details`.text(
        of: [
          Finding(
            heading: SampleReport.heading("R", ko: "규칙", en: "rule"), outcome: .fail,
            message: LocalizedText(message),
            actual: .number("500", unit: "KRW"), expected: .number("860", unit: "KRW"))
        ], .ko)
    }
    #expect(!text("500원은 860원에 미달합니다.").contains("기재  500원"))
    #expect(text("보상액이 860원에 미달합니다.").contains("기재  500원"))
    #expect(text("미달합니다.").contains("기준  860원"))
  }

  @Test func `a number leaves out what the citation above says`() {
    func text(_ cite: String, from: String, isDefault: Bool = false) -> String {
      `Text report details`.text(
        of: [
          Finding(
            heading: SampleReport.heading(
              "R", ko: "규칙", en: "rule", cite: "전기통신사업법 시행령 제37조제1항",
              inForce: ReportPeriod(from: "2019-06-25")), outcome: .fail,
            parameters: [
              ParameterUse(
                name: "n", title: LocalizedText("하한"), value: .number("3"), from: from, on: "2022-01-01",
                cite: LocalizedText(cite), isDefault: isDefault)
            ])
        ], .ko)
    }
    #expect(text("전기통신사업법 시행령 제37조제2항", from: "2019-06-25").contains("하한: 3 (제37조제2항)\n"))
    #expect(text("전기통신사업법 시행령 제37조제1항", from: "2019-06-25").contains("하한: 3\n"))
    #expect(text("부칙", from: "2020-01-01").contains("하한: 3 (부칙; 2020. 1. 1.부터)\n"))
    #expect(text("제안", from: "2019-06-25", isDefault: true).contains("하한: 3 (제안; 도구 기본값)\n"))
  }

  @Test func `a question comes before the steps that it asks about`() throws {
    let text = `Text report details`.text(
      of: [
        Finding(
          heading: SampleReport.heading("R", ko: "규칙", en: "rule"), outcome: .manual,
          question: LocalizedText("지체 없이인가?"),
          steps: [
            StepResult(
              name: "gap", title: LocalizedText("간격"), expression: "gap", value: .number("40", unit: "h"))
          ]
        )
      ], .ko)
    let question = try #require(text.range(of: "질문  지체 없이인가?"))
    let step = try #require(text.range(of: "계산  간격 = 40시간"))
    #expect(question.lowerBound < step.lowerBound)
  }

  @Test func `articles without a rule are grouped by instrument`() {
    let articles = [("가법", "제1조"), ("나법", "제2조"), ("가법", "제3조")].map {
      UncoveredArticle(
        instrument: LocalizedText($0.0), article: LocalizedText($0.1), why: LocalizedText("까닭"))
    }
    let report = AuditReport(
      tool: .init(version: "0"), inputs: [], scheme: .init(id: "s", title: nil, path: "s"), policies: [],
      options: .init(), law: .written, notCovered: articles, findings: [])
    let text = String(
      decoding: TextReport.render([report], RenderOptions(language: .ko)).joined(), as: UTF8.self)
    #expect(text.contains("- 가법: 제1조; 제3조\n- 나법: 제2조\n"))
    let all = String(
      decoding: TextReport.render([report], RenderOptions(language: .ko, listsAll: true)).joined(),
      as: UTF8.self)
    #expect(all.contains("- 가법 제3조 — 까닭"))
  }

  @Test
  func `an article whose number changed is shown by the day's number, with its history where all is told`() {
    typealias Number = UncoveredArticle.Number
    let articles = [
      UncoveredArticle(
        instrument: LocalizedText("가법"), article: LocalizedText("제1조의2"), on: "2022-10-15",
        numbers: [
          Number(article: LocalizedText("제1조의2"), to: "2022-12-10"),
          Number(article: LocalizedText("제1조의3"), from: "2022-12-11", verified: false),
        ]),
      UncoveredArticle(
        instrument: LocalizedText("가법"), article: LocalizedText("제9조"), on: "2022-10-15",
        numbers: [Number(article: LocalizedText("제9조"), from: "2026-10-01")]),
      UncoveredArticle(instrument: LocalizedText("가법"), article: LocalizedText("제5조"), on: "2022-10-15"),
    ]
    let report = AuditReport(
      tool: .init(version: "0"), inputs: [], scheme: .init(id: "s", title: nil, path: "s"), policies: [],
      options: .init(), law: .written, notCovered: articles, findings: [])
    func text(_ language: Language, listsAll: Bool) -> String {
      String(
        decoding: TextReport.render([report], RenderOptions(language: language, listsAll: listsAll)).joined(),
        as: UTF8.self)
    }
    #expect(text(.ko, listsAll: false).contains("- 가법: 제1조의2; 제9조 (2026. 10. 1.부터); 제5조\n"))
    #expect(
      text(.ko, listsAll: true).contains(
        """
        (조문 번호는 2022. 10. 15. 현재)
        - 가법 제1조의2
            2022. 12. 10.까지: 제1조의2
            2022. 12. 11.부터: 제1조의3 (원문 대조 전)
        - 가법 제9조
            2026. 10. 1.부터: 제9조
        - 가법 제5조

        """))
    #expect(text(.en, listsAll: true).contains("    from 11 December 2022: 제1조의3 (not checked"))
  }

  @Test func `many policies stand in a line for each kind of text`() throws {
    func text(_ count: Int, listsAll: Bool = false) -> String {
      let policies = (0..<count).map { index in
        AuditReport.Policy(
          id: "p\(index)", version: "1.0.0", title: LocalizedText(ko: "기준 \(index)", en: "policy \(index)"),
          legal: .init(
            status: index % 2 == 0 ? .goodPractice : .statute, effect: index % 2 == 0 ? .reference : .law,
            note: LocalizedText(ko: "유의 \(index)", en: "note \(index)")), review: nil)
      }
      let report = AuditReport(
        tool: .init(version: "0"), inputs: [], scheme: .init(id: "s", title: nil, path: "s.yaml"),
        policies: policies, options: .init(), law: .written, findings: [])
      return String(
        decoding: TextReport.render([report], RenderOptions(language: .ko, listsAll: listsAll, width: 200))
          .joined(),
        as: UTF8.self
      )
    }
    #expect(text(8).contains("유의 7"))
    let many = text(9)
    #expect(!many.contains("유의 0"))
    let lines = many.split(separator: "\n").map(String.init)
    let law = try #require(lines.firstIndex { $0.contains("법률: 기준 1 1.0.0") })
    let practice = try #require(lines.firstIndex { $0.contains("모범 사례: 기준 0 1.0.0") })
    #expect(law < practice)
    for index in 0..<9 { #expect(many.contains("기준 \(index) 1.0.0")) }
    #expect(many.contains("--all"))
    #expect(text(9, listsAll: true).contains("유의 8"))
  }
}
