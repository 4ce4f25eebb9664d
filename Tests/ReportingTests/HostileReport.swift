import Diagnostics
import Findings

/// A report in which every text, name and path tries to be more than a text. Every format is run through it.
enum HostileReport {
  /// What inputs may hold that some program would act on, each in a finding of its own.
  static let texts = [
    "<b>굵게</b> & \"따옴표\" '작은'", "</script><script>alert(1)</script>", "<!-- --> <?xml?> <![CDATA[",
    "끝]]>이 아님", "첫 줄\r\n둘째 줄\t칸", "::error file=a,line=1::속임", "%0A::error::속임 %25", "\n::warning::줄",
    "=HYPERLINK(\"http://evil.invalid\",\"눌러\")", "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "＝1+1", "'=1",
    "a|b|c", "`코드` ```", "*별* _밑줄_ ~~취소~~ # 제목", "[눌러](javascript:alert(1))",
    "![](http://evil.invalid/x.png)",
    "\u{1B}[31m빨강\u{1B}[0m\u{7}", "\u{9B}2J\u{85}", "\u{202E}fdp.exe\u{202C}", "\u{2066}가\u{2069}",
    "폭\u{200B}없는\u{200D}글\u{FEFF}", "\u{3164}\u{115F}채움", "널\u{0}문자", "\u{2028}줄\u{2029}",
    "\u{FFFE}\u{FFFF}\u{10FFFF}",
    "_x000D_ _x003D_", "{{이름}} {{{이름}}} {0}", "${환경} $(명령) %PATH%", "\\u{202E} \\n \\", "../../etc/passwd",
    "a\\b:c",
    "👨‍👩‍👧 ☎️ 가족", "é vs e\u{301}", "한글", " 앞뒤 공백 ", "\"", "'", ",", ";", "--- \n...\n", "",
  ]

  /// Each text in every place of a finding, with every outcome in turn.
  static let report: AuditReport = {
    let findings = texts.enumerated().map { index, text in
      finding(text, outcome: Outcome.allCases[index % Outcome.allCases.count], index)
    }
    let first = texts.joined(separator: " ")
    return AuditReport(
      tool: .init(name: "guideline-audit", version: "0.1.0"),
      inputs: texts.map { .init(path: "in/\($0)", sha256: String(repeating: "ab", count: 32), format: $0) },
      scheme: .init(
        id: first, title: LocalizedText(first), path: "in/\(texts[0])",
        headlines: texts.map { text in
          .init(path: text, name: LocalizedText(text), value: .string(text), file: "in/\(text)", line: 1)
        }),
      policies: texts.map { text in
        .init(
          id: "kr.\(text)", version: text, title: LocalizedText(text),
          legal: .init(status: .decree, effect: .law, note: LocalizedText(text)),
          review: .init(status: "approved", by: text, on: "2026-01-15", document: text))
      },
      options: .init(profile: first, waivers: texts, facts: first), law: .on("2024-01-02"),
      provenance: .init(kind: .reconstructed, by: first, on: "2026-11-22", note: LocalizedText(first)),
      facts: .init(
        path: first, by: first, on: "2026-01-01",
        differences: texts.map { text in
          .init(
            path: text, name: LocalizedText(text), company: .string(text), companyLocation: place(text),
            authority: .string(text), location: place(text))
        }, confirmed: 1),
      notCovered: texts.map { text in
        .init(
          instrument: LocalizedText(text), article: LocalizedText(text), on: "2024-01-02",
          numbers: [.init(article: LocalizedText(text), from: "2020-01-01", verified: false)],
          title: LocalizedText(text), why: LocalizedText(text))
      }, units: Dictionary(texts.map { ($0, LocalizedText($0)) }, uniquingKeysWith: { first, _ in first }),
      findings: findings)
  }()

  private static func place(_ text: String) -> ReportLocation {
    ReportLocation(
      SourceLocation(file: "in/\(text)", line: 3, column: 2, endLine: 3, endColumn: 5), excerpt: text)
  }

  private static func finding(_ text: String, outcome: Outcome, _ index: Int) -> Finding {
    let both = LocalizedText(text)
    let value = ReportValue(.number, "12.5", unit: text)
    return Finding(
      heading: RuleHeading(
        policy: "kr.\(text)", rule: "R-\(index) \(text)", part: index.isMultiple(of: 3) ? text : nil,
        title: both,
        partTitle: index.isMultiple(of: 3) ? both : nil, text: both, status: .decree,
        severity: RuleSeverity.allCases[index % 4], authority: .init(id: text, name: both),
        citations: [Citation(cite: both, status: .notice, verified: false, url: "https://e.invalid/\(text)")],
        sanction: both, inForce: .init(from: "2019-06-25", to: "2030-12-31"),
        isMeasure: index.isMultiple(of: 5), helpUri: "https://e.invalid/\(text)"),
      subject: text, subjectName: both, outcome: outcome, message: both, remedy: both, question: both,
      actual: index.isMultiple(of: 2) ? .string(text) : value, expected: value,
      expectedText: index.isMultiple(of: 4) ? both : nil,
      evidence: [
        Evidence(
          path: text, name: both, value: .string(text), file: "in/\(text)", line: 7, column: 1, source: both)
      ],
      missing: [
        MissingFact(kind: .missing, path: text, name: both, value: .string(text), location: place(text))
      ],
      assumed: [AssumedFact(path: text, name: both, value: .string(text), why: both)],
      lists: [ListGround(path: text, name: both, count: 2)],
      further: [FurtherFailures(path: text, name: both, count: 2)],
      parameters: [
        ParameterUse(
          name: text, title: both, value: value, from: "2019-06-25", on: "2022-10-15", cite: both,
          isDefault: true, verified: false, tightened: both,
          later: [
            LaterVersion(from: "2025-01-01", values: [NamedValue(name: text, value: value)], cite: both)
          ])
      ],
      tables: [
        TableUse(
          name: text, title: both,
          row: .init(
            number: 1, inputs: [NamedValue(name: text, title: both, value: .string(text))],
            outputs: [NamedValue(name: text, title: both, value: value)]), cite: both)
      ],
      dates: [
        DateUse(expression: text, title: both, value: ReportValue(.date, "2024-01-02"), overridden: true)
      ],
      steps: [StepResult(name: text, title: both, expression: text, value: value)],
      bindings: [SubjectBinding(name: text, path: text)],
      exception: ExceptionUse(
        id: text, title: both, cite: both, state: .open, effect: .notRequired, proof: text),
      waiver: outcome == .waived || outcome == .unknown
        ? WaiverUse(
          id: text, state: outcome == .waived ? .applied : .undecided, grantedBy: .init(id: text, name: both),
          grantedOn: "2022-11-20", expires: "2023-03-31", basis: both, reason: both, document: text) : nil,
      decision: DecisionUse(reply: text, by: text, on: "2026-02-01", reason: both, document: text),
      cost: FindingCost(title: both, value: value),
      deadline: index.isMultiple(of: 2)
        ? FindingDeadline(title: both, last: ReportValue(.date, "2022-11-18"))
        : FindingDeadline(title: both, text: both, from: ReportValue(.date, "2022-10-19")),
      location: index.isMultiple(of: 7) ? nil : place(text))
  }
}
