import Diagnostics
import Findings
import Testing

@Suite struct `Verdicts and counts` {
  static func finding(
    _ rule: String, _ outcome: Outcome, _ status: LegalStatus = .decree, severity: RuleSeverity = .major,
    review: Bool = false, assumed: Bool = false, missing: [MissingFact] = [], parameters: [ParameterUse] = []
  ) -> Finding {
    Finding(
      heading: RuleHeading(
        policy: "p", rule: rule, title: LocalizedText(rule), status: status, severity: severity),
      outcome: outcome, missing: missing,
      assumed: assumed ? [AssumedFact(path: "a", name: LocalizedText("a"))] : [], parameters: parameters,
      exception: review
        ? ExceptionUse(
          id: "X", title: LocalizedText("x"), state: .granted, effect: .notRequired, review: true) : nil)
  }

  static func summary(_ findings: [Finding], failOn: FailThreshold = .law, strict: Bool = false) -> Summary {
    Summary(
      findings: findings, rules: RuleResult.table(of: findings),
      options: AuditOptions(failOn: failOn, strict: strict))
  }

  @Test(arguments: [
    (Outcome.fail, LegalStatus.decree, Summary.Verdict.potentialViolations, 1),
    (.fail, .criterion, .noneFound, 0), (.unknown, .statute, .incomplete, 3),
    (.unknown, .guideline, .noneFound, 0),
    (.manual, .statute, .incomplete, 0), (.error, .statute, .incomplete, 2),
    (.error, .guideline, .noneFound, 2),
    (.pass, .statute, .noneFound, 0),
  ])
  func `verdict and exit status follow from the worst finding of law`(
    _ outcome: Outcome, _ status: LegalStatus, _ verdict: Summary.Verdict, _ exit: Int
  ) {
    let summary = Self.summary([Self.finding("R", outcome, status), Self.finding("S", .pass)])
    #expect(summary.verdict == verdict)
    #expect(summary.exit == exit)
  }

  @Test func `an exception under review leaves law undecided`() {
    #expect(Self.summary([Self.finding("R", .manual, review: true)]).exit == 3)
    #expect(Self.summary([Self.finding("R", .manual, .guideline, review: true)]).exit == 0)
  }

  @Test func `strict counts whatever is undecided or assumed`() {
    for finding in [
      Self.finding("R", .unknown, .guideline), Self.finding("R", .manual),
      Self.finding("R", .pass, assumed: true),
    ] { #expect(Self.summary([finding], strict: true).exit == 3) }
    #expect(Self.summary([Self.finding("R", .pass)], strict: true).exit == 0)
  }

  @Test func `an error comes before a fail and a fail before an unknown`() {
    let findings = [Self.finding("A", .unknown), Self.finding("B", .fail), Self.finding("C", .error)]
    #expect(Self.summary(findings).exit == 2)
    #expect(Self.summary(Array(findings.prefix(2))).exit == 1)
  }

  @Test(arguments: [
    ("law", LegalStatus.decree, RuleSeverity.note, true), ("law", .terms, .critical, false),
    ("standard:major", .criterion, .major, true), ("standard:major", .criterion, .minor, false),
    ("standard:major", .statute, .critical, true), ("standard:major", .guideline, .critical, false),
    ("never", .statute, .critical, false), ("reference", .illustrative, .note, true),
  ]) func `a threshold takes an effect and everything stronger`(
    _ text: String, _ status: LegalStatus, _ severity: RuleSeverity, _ counts: Bool
  ) throws {
    let threshold = try #require(FailThreshold(text))
    #expect(threshold.text == text)
    #expect(threshold.counts(status.effect, severity) == counts)
  }

  @Test(arguments: ["", "laws", "law:", "law:high", "never:major", "law:major:x"])
  func `other thresholds are refused`(_ text: String) { #expect(FailThreshold(text) == nil) }

  @Test func `a rule is counted by its worst finding`() {
    let findings = [Self.finding("R", .pass), Self.finding("R", .fail), Self.finding("S", .info)]
    let summary = Self.summary(findings)
    #expect(summary.rules == ["fail": 1, "info": 1])
    #expect(summary.findings == ["pass": 1, "fail": 1, "info": 1])
    #expect(summary.counts(.law)?.rules(.fail) == 1)
  }

  @Test func `needs are sorted by the findings that wait for them`() {
    func missing(_ path: String, _ kind: MissingFact.Kind = .missing) -> MissingFact {
      MissingFact(kind: kind, path: path, name: LocalizedText(path))
    }
    let needs = Need.sorted(from: [
      Self.finding("A", .unknown, missing: [missing("x"), missing("y")]),
      Self.finding("B", .unknown, missing: [missing("y")]),
      Self.finding("C", .unknown, missing: [missing("z"), missing("p.n", .version)]),
      Self.finding("D", .pass, missing: [missing("w")]),
    ])
    #expect(needs.map(\.path) == ["y", "x", "z"])
    #expect(needs.map(\.findings) == [2, 1, 1])
    #expect(needs.map(\.alone) == [1, 0, 0])
  }

  @Test(arguments: LegalStatus.allCases) func `no word for a fail states a violation`(_ status: LegalStatus) {
    let word = Self.finding("R", .fail, status).word
    #expect(word.ko != "위반" && !word.en.hasPrefix("violation"))
    #expect(word.ko.contains("위반") == (status.effect == .law))
  }

  @Test func `an unconfirmed text names no author`() {
    let heading = RuleHeading(
      policy: "p", rule: "R", title: LocalizedText("R"), status: .reportedUnconfirmed, severity: .minor,
      authority: ReportAuthority(id: "kr.msit", name: LocalizedText("Ministry")))
    #expect(heading.authority == nil)
    #expect(Finding(heading: heading, outcome: .fail).word.en == "draft not met, not confirmed by the body")
  }

  @Test func `a fail that rests on the tool's own number is not firm`() {
    func parameter(isDefault: Bool, verified: Bool) -> ParameterUse {
      ParameterUse(
        name: "n", title: LocalizedText("n"), value: .number("1"), isDefault: isDefault, verified: verified)
    }
    #expect(Self.finding("R", .fail, parameters: [parameter(isDefault: false, verified: true)]).firm)
    #expect(!Self.finding("R", .fail, parameters: [parameter(isDefault: true, verified: true)]).firm)
    #expect(!Self.finding("R", .fail, parameters: [parameter(isDefault: false, verified: false)]).firm)
  }

  @Test func `a fingerprint is the digest of policy, rule, part and subject`() {
    let heading = RuleHeading(
      policy: "kr.p", rule: "R-1", part: nil, title: LocalizedText("t"), status: .decree, severity: .major)
    // printf 'kr.p\0R-1\0\0약관' | sha256sum
    #expect(
      Finding(heading: heading, subject: "약관", outcome: .pass).fingerprint
        == "d6e8a32fbb5ba49d50a649249416ca05")
    #expect(Digest.sha256(of: Array("abc".utf8)).hasPrefix("ba7816bf8f01cfea414140de5dae2223b00361a3"))
  }

  @Test(
    arguments: [
      (nil, "R"), ("A3", "R[A3]"), ("[*]", "R[*]"), ("webtoon/#1", "R[webtoon/#1]"),
    ] as [(String?, String)]) func `a finding is named by rule and subject`(_ subject: String?, _ id: String)
  {
    var finding = Self.finding("R", .pass)
    finding.subject = subject
    #expect(finding.id == id)
  }

  @Test(arguments: [("2019-01-01", "시행 전"), ("2023-01-01", "폐지")])
  func `a rule not in force is early or late`(_ date: String, _ word: String) {
    let heading = RuleHeading(
      policy: "p", rule: "R", title: LocalizedText("R"), status: .decree, severity: .minor,
      inForce: ReportPeriod(from: "2019-06-25", to: "2022-12-10"))
    let finding = Finding(
      heading: heading, outcome: .notInForce,
      dates: [DateUse(expression: "d", value: ReportValue(.date, date))])
    #expect(finding.word.ko == word)
  }
}
