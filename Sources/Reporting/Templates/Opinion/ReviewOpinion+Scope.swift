import Diagnostics
import Findings

// What was reviewed, by which law and how, and what came of it as a whole.

extension ReviewOpinion {
  /// The title block, and what a reader must see first.
  mutating func writeTitle() {
    let blank = Run(say(ko: "(검토 기관 기재)", en: "(to be completed by the reviewing body)"), tone: .faint)
    var rows = [
      row(ko: "건명", en: "Subject", [Run(subjectLine, strong: true)]),
      row(
        ko: "검토 대상", en: "Reviewed",
        [
          Run(words.schemeTitle),
          Run(
            say(
              ko: " (\(report.scheme.path). 아래의 행 번호는 이 파일의 행임)",
              en: " (\(report.scheme.path); lines named below are its lines)"), tone: .faint),
        ]),
    ]
    rows += OpinionHeadlines(words).parties
    rows.append(row(ko: "검토 기준", en: "Criteria", [Run(criteria)]))
    rows.append(
      LabelledRow(say(ko: "적용 법령", en: "Law applied"), paragraphs: appliedLaw.map { [Run($0)] }))
    rows.append(row(ko: "검토 기관·담당", en: "Reviewed by", [blank]))
    rows.append(row(ko: "검토일", en: "Date of review", [blank]))
    put(.rows(rows))
    writer.putBanners(words)
  }

  private func row(ko: String, en: String, _ text: [Run]) -> LabelledRow {
    LabelledRow(say(ko: ko, en: en), text)
  }

  private var subjectLine: String {
    say(ko: "「\(words.schemeTitle)」 검토의견", en: "Review opinion on “\(words.schemeTitle)”")
  }

  /// How many policies and rules there are, and how many of them this scheme falls under.
  private var criteria: String {
    let applied = report.rules.filter { $0.outcome.isApplied }
    let policies = Set(applied.map(\.policy)).count
    return say(
      ko:
        "기준 \(report.policies.count)건(규칙 \(report.rules.count)건). 그중 이 보상안에 적용된 것은 기준 \(policies)건, 규칙 \(applied.count)건",
      en:
        "\(report.policies.count) policies (\(report.rules.count) rules), of which \(policies) (\(applied.count) rules) apply to this scheme"
    )
  }

  /// The law of which days was applied, for what binds and for the rest.
  private var appliedLaw: [String] {
    if let date = report.law.date {
      let day = words.day(date)
      return [
        say(
          ko: "\(day) 현재의 법령과 기준(각 기준이 정한 적용일 대신 정한 날임)",
          en: "As of \(day), a day chosen in place of those that each policy asks for")
      ]
    }
    return [
      appliedDays(say(ko: "법령·약관", en: "Law and terms")) { $0.isBinding },
      appliedDays(say(ko: "그 밖의 기준", en: "Other criteria")) { !$0.isBinding },
    ].compactMap { $0 }
  }

  private func appliedDays(_ name: String, _ isMeant: (Finding) -> Bool) -> String? {
    var days: [(day: String, count: Int)] = []
    for finding in report.findings where finding.outcome.isApplied && isMeant(finding) {
      guard let day = words.lawDay(of: finding) else { continue }
      if let place = days.firstIndex(where: { $0.day == day }) {
        days[place].count += 1
      } else {
        days.append((day, 1))
      }
    }
    guard let first = days.first else { return nil }
    if days.count == 1 { return say(ko: "\(name): \(first.day) 당시", en: "\(name): as of \(first.day)") }
    let told = days.map { day, count in
      say(ko: "\(day) 당시 \(words.findings(count))", en: "as of \(day) (\(words.findings(count)))")
    }
    return "\(name): " + told.joined(separator: ", ")
  }

  // ── scope ──────────────────────────────────────────────────────────────────

  /// The scheme and the incident, and how the scheme was checked.
  mutating func writeScope() {
    let facts = OpinionHeadlines(words).rows
    if !facts.isEmpty {
      point([Run(say(ko: "보상안과 사고", en: "The scheme and the incident"), strong: true)], level: 1)
      put(.rows(facts))
    }
    let assumed = outline.met.count { !report.findings[$0].assumed.isEmpty }
    let annex = outline.label(.met).map { ", \($0)" } ?? ""
    let count = words.findings(assumed)
    let among =
      assumed == 0
      ? "" : say(ko: "(충족으로 본 항목 가운데 \(count)\(annex))", en: " (\(count) among those met\(annex))")
    var method = say(
      ko: "보상안에 적힌 사실을 위 기준의 규칙과 항목별로 대조하여 점검함. 적히지 않은 사실은 모르는 것으로 봄",
      en:
        "The facts stated in the scheme were checked item by item against these rules. What is not stated counts as unknown"
    )
    if report.findings.contains(where: { !$0.assumed.isEmpty }) {
      method += say(
        ko:
          ". 다만 적히지 않았을 때의 뜻을 기준이 정한 사실은 그 뜻으로 보고 ‘전제’로 적음\(among)",
        en:
          ", except where a policy says what silence means: such facts were taken so and are named as assumed\(among)"
      )
    }
    point(ko: "검토 방법", en: "Method", method)
  }

  // ── conclusion ─────────────────────────────────────────────────────────────

  /// The verdict, what failed beyond the law, and counts by effect.
  mutating func writeConclusion() {
    let verdict = report.summary.verdict
    point(
      [
        Run(say(ko: "종합: ", en: "Overall: "), strong: true),
        Run(words.say(verdict.word), strong: true, tone: Run.Tone(verdict)),
        Run(" — \(words.verdictReason)\(undecidedRules)"),
      ], level: 1)
    if let others = failuresBeyondLaw {
      point(ko: "법령이 아닌 기준의 미충족", en: "Not met beyond the law", others)
    }
    for effect in Effect.allCases {
      let told = words.counts(of: [effect])
      if !told.isEmpty {
        point([Run("\(words.capitalised(words.say(effect.label))): ", strong: true), Run(told)], level: 1)
      }
    }
    putNote(
      ko: "수는 점검 항목(규칙과 대상의 쌍)의 수임. \(words.disclaimer)",
      en:
        "The numbers count findings: one rule applied to one subject. \(words.capitalised(words.disclaimer))."
    )
  }

  /// Over how many rules the undecided findings of law are spread.
  private var undecidedRules: String {
    let findings = report.findings.filter { $0.effect == .law && $0.outcome == .unknown }
    let rules = Set(findings.map(\.rule)).count
    guard rules < findings.count else { return "" }
    return say(
      ko: ". 자료 보완이 필요한 규칙은 \(rules)개임",
      en: " More information is needed for \(rules) \(rules == 1 ? "rule" : "rules").")
  }

  private var failuresBeyondLaw: String? {
    let failed = report.findings.filter { $0.outcome == .fail && $0.effect != .law }
    guard !failed.isEmpty else { return nil }
    let kinds = Effect.allCases.compactMap { effect -> String? in
      let count = failed.count { $0.effect == effect }
      return count > 0 ? "\(words.say(effect.label)) \(count)" : nil
    }.joined(separator: ", ")
    let doubtful = failed.count { !$0.firm }
    let doubt =
      doubtful == 0
      ? ""
      : say(
        ko: ". 이 가운데 \(doubtful)건은 확정적이지 않음",
        en: "; \(doubtful) of them \(doubtful == 1 ? "is" : "are") not firm")
    return say(ko: "\(failed.count)건(\(kinds))\(doubt)", en: "\(failed.count) (\(kinds))\(doubt)")
  }
}

extension Outcome {
  /// Whether a rule of this worst outcome asked anything of the scheme.
  fileprivate var isApplied: Bool {
    switch self {
    case .error, .fail, .unknown, .manual, .waived, .pass, .info: true
    case .notApplicable, .notInForce, .notSelected: false
    }
  }
}
