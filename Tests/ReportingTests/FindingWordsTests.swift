import Diagnostics
import Findings
import Testing

@testable import Reporting

@Suite struct `Words of a finding` {
  private static func words(_ findings: [Finding], _ language: Language = .en) -> FindingWords {
    FindingWords(PlanSample.report(findings), RenderOptions(language: language))
  }

  private static func finding(
    _ subject: String?, _ paths: [String?], evidence: [Evidence] = [], missing: [MissingFact] = [],
    name: LocalizedText? = nil
  ) -> Finding {
    Finding(
      heading: SampleReport.heading("R", ko: "규칙", en: "rule"), subject: subject, subjectName: name,
      outcome: .unknown, evidence: evidence, missing: missing,
      bindings: paths.enumerated().map { SubjectBinding(name: "x\($0.offset)", path: $0.element) })
  }

  private static func choice(_ path: String, _ ko: String, _ en: String) -> Evidence {
    SampleReport.fact(
      path, ko: "구분", en: "kind", ReportValue(.choice, "c", label: LocalizedText(ko: ko, en: en)), line: 3)
  }

  // ── subjects ───────────────────────────────────────────────────────────────

  @Test func `an element without a name is called by its kind and its day`() {
    let kind = Self.choice("scheme.intakes[extra].kind", "추가 접수", "additional intake")
    let own = Self.choice("scheme.releases[2022-12-29].totals[own].of", "자사 소관", "the company's own")
    let extra = Self.finding("extra", ["scheme.intakes[extra]"], evidence: [kind])
    // Another finding on the same element need not rest on that fact.
    let total = Self.finding(
      "2022-12-29/own", ["scheme.releases[2022-12-29]", "scheme.releases[2022-12-29].totals[own]"])
    let plain = Self.finding("x", ["scheme.intakes[x]"])
    let findings = [extra, total, plain, Self.finding("y", ["scheme.intakes[y]"], evidence: [own])]
    let (ko, en) = (Self.words(findings, .ko), Self.words(findings))
    #expect(ko.subject(of: extra) == "추가 접수 [extra]")
    #expect(ko.subject(of: total) == "2022. 12. 29. / 자사 소관 [2022-12-29/own]")
    #expect(en.subject(of: total) == "29 December 2022 / the company's own [2022-12-29/own]")
    #expect(en.subject(of: plain) == "x")
  }

  @Test func `the rest of a list names the list`() {
    let list = MissingFact(
      kind: .incomplete, path: "scheme.services", name: LocalizedText(ko: "서비스 목록", en: "services"))
    let rest = Self.finding("[*]", [], missing: [list])
    #expect(Self.words([rest], .ko).subject(of: rest) == "‘서비스 목록’에 적히지 않은 나머지")
    #expect(Self.words([rest]).subject(of: rest) == "the unstated rest of the list ‘services’")
  }

  @Test func `a plain value needs no id beside its name`() {
    let name = LocalizedText(ko: "분쟁조정위원회", en: "dispute committee")
    let value = Self.finding("committee", [nil], name: name)
    #expect(Self.words([value]).subject(of: value) == "dispute committee")
    let element = Self.finding("a", ["scheme.paths[a]"], name: name)
    #expect(Self.words([element]).subject(of: element) == "dispute committee [a]")
  }

  // ── what is asked ──────────────────────────────────────────────────────────

  private static func undecided(
    _ expected: ReportValue, assumed: String = "scheme.a", missing: String = "scheme.a",
    parameters: [ParameterUse] = [], _ outcome: Outcome = .unknown
  ) -> Finding {
    Finding(
      heading: SampleReport.heading("R", ko: "규칙", en: "rule"), outcome: outcome, expected: expected,
      missing: [MissingFact(kind: .missing, path: missing, name: LocalizedText("a"))],
      assumed: [AssumedFact(path: assumed, name: LocalizedText("a"))], parameters: parameters)
  }

  @Test func `nothing is required that was computed as if what is missing were not there`() {
    let zero = ReportValue.number("0", unit: "KRW")
    let sum = Self.undecided(zero)
    #expect(Self.words([sum]).required(of: sum) == nil)
    // A number of the policy stands whatever is missing, and so does one of a decided finding.
    let parameter = ParameterUse(name: "p", title: LocalizedText("p"), value: zero)
    let fixed = Self.undecided(zero, parameters: [parameter])
    #expect(Self.words([fixed]).required(of: fixed) == "KRW 0")
    let other = Self.undecided(zero, assumed: "scheme.b")
    #expect(Self.words([other]).required(of: other) == "KRW 0")
    // A sum of what is stated alone waits for another fact.
    var summed = other
    summed.steps = [
      StepResult(name: "known", title: nil, expression: "sum(xs.filter(x, has(x.b)))", value: zero)
    ]
    #expect(Self.words([summed]).required(of: summed) == nil)
    let failed = Self.undecided(zero, .fail)
    #expect(Self.words([failed]).required(of: failed) == "KRW 0")
    let day = Self.undecided(ReportValue(.date, "2022-11-18"))
    #expect(Self.words([day]).required(of: day) == "18 November 2022")
  }

  @Test func `no length below nothing is required`() {
    func range(_ low: String) -> Finding {
      Self.undecided(
        .range(atLeast: .number(low, unit: "h"), atMost: .number("9", unit: "h")), assumed: "scheme.b")
    }
    #expect(Self.words([]).required(of: range("-3")) == nil)
    #expect(Self.words([]).required(of: range("3")) == "3–9 h")
  }

  @Test func `every format leaves such a requirement out`() throws {
    let finding = Self.undecided(.number("777123", unit: "KRW"))
    for format in ReportFormat.allCases where format != .json && format != .pdf {
      let text = String(
        decoding: try format.render([PlanSample.report([finding])], RenderOptions(language: .en)),
        as: UTF8.self)
      #expect(!text.contains("777123") && !text.contains("777,123"), "\(format)")
    }
  }

  @Test func `a yes or no is told with the name of its fact`() {
    let fact = Evidence(
      path: "scheme.a", name: LocalizedText(ko: "신청 필요", en: "application required"), value: .bool(true),
      file: "schemes/plan.yaml", line: 9, column: 5)
    let finding = Finding(
      heading: SampleReport.heading("R", ko: "규칙", en: "rule"), outcome: .fail, actual: .bool(true),
      evidence: [fact], location: PlanSample.place(9))
    #expect(Self.words([finding], .ko).stated(of: finding) == "신청 필요: 예")
    #expect(Self.words([finding]).stated(of: finding) == "application required: yes")
  }

  // ── numbers ────────────────────────────────────────────────────────────────

  @Test func `a value that its title calls points is in points`() {
    let title = LocalizedText(ko: "허용 오차(퍼센트포인트)", en: "tolerance (percentage points)")
    let use = ParameterUse(name: "t", title: title, value: .number("0.05", unit: "percent"))
    let finding = Self.finding("a", ["scheme.x[a]"])
    let share = ParameterUse(name: "s", title: LocalizedText("share"), value: .number("5", unit: "percent"))
    #expect(
      Self.words([finding]).number(use, of: finding.heading).text
        == "tolerance (percentage points): 0.05 percentage points")
    #expect(Self.words([finding], .ko).number(use, of: finding.heading).text == "허용 오차(퍼센트포인트): 0.05%p")
    #expect(Self.words([finding]).number(share, of: finding.heading).text == "share: 5%")
  }

  @Test func `only a number is called one`() {
    func label(_ value: ReportValue) -> String {
      Self.words([]).label(of: ParameterUse(name: "p", title: LocalizedText("p"), value: value)).en
    }
    #expect(label(.number("3")) == "Number")
    #expect(label(.list([.string("a")])) == "Parameter")
    #expect(label(.bool(true)) == "Parameter")
  }

  @Test func `dates are told by the names of the facts they were taken from`() {
    let fact = SampleReport.fact(
      "incident.started", ko: "장애 발생 시각", en: "start of the outage",
      ReportValue(.timestamp, "2022-10-15T15:30:00+09:00"),
      line: 3)
    let finding = Finding(
      heading: SampleReport.heading("R", ko: "규칙", en: "rule"), outcome: .pass, evidence: [fact],
      dates: [
        DateUse(
          expression: "date_of(incident.started)", value: ReportValue(.date, "2022-10-15"), overridden: false)
      ])
    #expect(
      FindingText(PlanSample.report([finding]), .en).dates(finding) == [
        "start of the outage: 15 October 2022"
      ])
  }

  @Test(arguments: [(1, "needs"), (2, "need")]) func `one finding needs, two need`(
    _ count: Int, _ verb: String
  ) throws {
    func waiting(_ paths: String...) -> Finding {
      Self.finding(
        nil, [], missing: paths.map { MissingFact(kind: .missing, path: $0, name: LocalizedText($0)) })
    }
    let findings = Array(repeating: waiting("a"), count: count) + [waiting("a", "b")]
    let words = Self.words(findings)
    let group = try #require(NeedGroup.groups(of: words.report).first)
    #expect(
      words.waiting(for: group) == "\(count + 1) findings, \(count) of them \(verb) nothing else")
  }
}
