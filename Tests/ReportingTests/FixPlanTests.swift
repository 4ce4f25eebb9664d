import Diagnostics
import Findings
import Testing

@testable import Reporting

@Suite struct `Plans of what to do` {
  private static func name(_ text: String) -> LocalizedText {
    LocalizedText(ko: "\(text)이름", en: "\(text) name")
  }

  private static func ref(_ key: String) -> ReportValue { ReportValue(.ref, key, label: name(key)) }

  private static func reference(_ path: String, _ value: ReportValue) -> AuditReport.Headline {
    AuditReport.Headline(path: path, name: LocalizedText("ref"), value: value, file: "s.yaml", line: 1)
  }

  /// Services of two operators, awards of one, of two and of all services.
  private static let references = [
    reference("scheme.services[talk].operator", ref("acme")),
    reference("scheme.services[mail].operator", ref("acme")),
    reference("scheme.services[melon].operator", ref("ent")),
    reference("scheme.awards[A1].services", .list([ref("melon")])),
    reference("scheme.awards[A2].services", .list([ref("melon"), ref("talk")])),
    reference(
      "scheme.awards[A3].services",
      .list([ReportValue(.ref, "all", label: LocalizedText(ko: "전체", en: "all"))])),
    reference("scheme.awards[A4].services", .list([ref("talk"), ref("mail")])),
  ]

  private static func missing(
    _ path: String, _ kind: MissingFact.Kind = .missing, _ value: ReportValue? = nil
  ) -> MissingFact {
    let field = path.split(separator: ".").last.map(String.init) ?? path
    return MissingFact(kind: kind, path: path, name: LocalizedText(field), value: value)
  }

  private static func unknown(_ rule: String, _ status: LegalStatus = .decree, _ missing: MissingFact...)
    -> Finding
  {
    Finding(
      heading: SampleReport.heading(rule, ko: "규칙", en: "rule", status: status), outcome: .unknown,
      missing: missing)
  }

  private static func plan(_ findings: [Finding], _ references: [AuditReport.Headline] = references)
    -> FixPlan
  {
    var report = PlanSample.report(findings)
    report.scheme.references = references
    return FixPlan(FindingWords(report, RenderOptions(language: .en, template: .fixList)))
  }

  @Test(arguments: [
    ("scheme.budget.total", "The scheme as a whole", ""), ("incident.started", "The scheme as a whole", ""),
    ("scheme.operators[ent].revenue", "ent name", ""),
    ("scheme.services[talk].users", "acme name", "talk name"),
    ("scheme.services[melon].outages[a].to", "ent name", "melon name"),
    ("scheme.awards[A1].amount", "ent name", "melon name"),
    ("scheme.awards[A2].amount", "acme name, ent name", "talk name, melon name"),
    ("scheme.awards[A3].items['x]y'].cap", "All operators", "all services"),
    ("scheme.awards[A4].amount", "acme name", "talk name, mail name"),
    ("scheme.awards[A9].amount", "The scheme as a whole", ""),
    ("scheme.releases[2022-12-02].date", "The scheme as a whole", ""),
    ("scheme.services[new].users", "Operator not stated", "new"),
  ]) func `an element belongs to the operator of its services`(
    _ path: String, _ operators: String, _ services: String
  ) {
    let owner = Self.plan([]).elements.owner(of: path)
    #expect(owner.operators(.en) == operators)
    #expect(owner.services(.en) == services)
  }

  @Test func `whose an element is stays withheld where the scheme withholds it`() {
    let references = [
      Self.reference("scheme.services[talk].operator", Self.ref("acme")),
      Self.reference("scheme.awards[A1].services", .withheld),
    ]
    let owner = Self.plan([], references).elements.owner(of: "scheme.awards[A1].amount")
    #expect(owner.services(.en) == "[withheld]")
    #expect(owner.operators(.en) == "[withheld]")
  }

  @Test func `what to supply stands by operator and service, what decides most alone first`() {
    let plan = Self.plan([
      Self.unknown("R-1", .decree, Self.missing("scheme.services[melon].users"), Self.missing("scheme.date")),
      Self.unknown("R-2", .illustrative, Self.missing("scheme.services[talk].users")),
      Self.unknown(
        "R-3", .decree, Self.missing("scheme.services[talk].fees"),
        Self.missing("scheme.services[talk].users")),
      Self.unknown("R-4", .decree, Self.missing("scheme.services[talk].fees"), Self.missing("scheme.date")),
    ])
    #expect(
      plan.supplies.map { "\($0.owner.operators(.en)): \($0.first.path)" } == [
        "The scheme as a whole: scheme.date", "acme name: scheme.services[talk].users",
        "acme name: scheme.services[talk].fees", "ent name: scheme.services[melon].users",
      ])
    #expect(plan.supplies.map(\.alone) == [0, 1, 0, 0])
    #expect(plan.words.rules(of: plan.supplies[1].findings) == ["law: R-3", "reference: R-2"])
  }

  @Test func `every place is listed, with what is known of it`() {
    let bounds = ReportValue.range(atLeast: .number("2"), atMost: .number("9"))
    let facts = (1...6).map {
      Self.missing("scheme.services[talk].outages[o\($0)].hours", .bounds, $0 == 2 ? bounds : nil)
    }
    let finding = Finding(
      heading: SampleReport.heading("R", ko: "규칙", en: "rule"), outcome: .unknown, missing: facts)
    let plan = Self.plan([finding])
    #expect(plan.supplies.count == 1)
    let places = plan.words.places(of: plan.supplies[0])
    #expect(places.count == 6)
    #expect(places[1] == "scheme.services[talk].outages[o2].hours: 2–9")
    #expect(plan.words.name(of: plan.supplies[0]) == "hours (only bounded)")
  }

  @Test func `facts of one name and different kinds stay apart`() {
    let plan = Self.plan([
      Self.unknown("R-1", .decree, Self.missing("scheme.services[talk].cap")),
      Self.unknown("R-2", .decree, Self.missing("scheme.services[talk].items[x].cap")),
    ])
    #expect(plan.supplies.count == 2)
  }

  @Test func `sets count what a part of them decides, and leave out what adds little`() {
    var findings: [Finding] = []
    for service in ["talk", "mail", "melon"] {
      findings.append(
        Self.unknown(
          "R-1", .decree, Self.missing("scheme.services[\(service)].users"),
          Self.missing("scheme.operators[acme].revenue")))
    }
    findings.append(Self.unknown("R-2", .illustrative, Self.missing("scheme.services[talk].users")))
    findings.append(
      Self.unknown(
        "R-3", .decree, Self.missing("scheme.services[talk].users"),
        Self.missing("scheme.operators[acme].revenue"),
        Self.missing("scheme.services[talk].fees")))
    findings.append(
      Finding(
        heading: SampleReport.heading("R-4", ko: "규칙", en: "rule"), outcome: .unknown,
        missing: [Self.missing("scheme.date"), Self.missing("p.x", .version)]))
    let plan = Self.plan(findings)
    #expect(plan.sets.map(\.findings) == [[0, 1, 2, 3, 4], [0, 1, 2, 3], [3]])
    #expect(plan.sets.map(\.law) == [4, 3, 0])
    #expect(plan.words.names(in: plan.sets[1]) == "users in 3 places + revenue")
    #expect(SupplySet.telling(plan.sets).map(\.findings) == [[0, 1, 2, 3], [3]])
  }

  @Test func `headings name the operator, then the service`() {
    var report = PlanSample.report([
      Self.unknown("R-1", .decree, Self.missing("scheme.services[talk].users")),
      Self.unknown("R-2", .decree, Self.missing("scheme.services[melon].users")),
      Self.unknown("R-3", .decree, Self.missing("scheme.operators[acme].revenue")),
    ])
    report.scheme.references = Self.references
    let recorder = DocumentRecorder.record([report], RenderOptions(language: .en, template: .fixList))
    let headings = recorder.blocks.compactMap { block -> String? in
      if case .heading(let runs, let level, _) = block { "\(level) \(runs.text)" } else { nil }
    }
    #expect(
      headings == [
        "1 1. In short", "1 2. What to supply", "2 a. acme name (2)", "3 1) talk name", "2 b. ent name (1)",
        "3 1) melon name",
      ])
    #expect(recorder.problems.isEmpty)
    #expect(
      recorder.rows(ofTable: "What there is to do by operator").map { $0.map { $0[0] } } == [
        ["acme name", "0", "2", "2"], ["ent name", "0", "1", "1"],
      ])
  }
}
