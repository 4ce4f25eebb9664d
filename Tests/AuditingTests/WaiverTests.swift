import Diagnostics
import Findings
import Testing

@testable import Auditing

/// Waivers: they reach a fail, from a body that may, while they hold on the day of filing.
@Suite struct WaiverTests {
  private static let policy = """
    rules:
      - id: R
        title: {ko: 값, en: price}
        cite: 제1조
        severity: major
        for_each: {as: item, in: shop.items}
        require: item.price < 100
        waivable: {by: [city], basis: 제2조}
        message: {ko: "{item.id} 비쌈", en: "{item.id} is dear"}
      - {id: S, title: {ko: 간판, en: sign}, cite: 제3조, severity: major, require: shop.sign}
    """

  private static let waivers = """
    format: guideline_waivers/1
    waivers:
      - id: W
        rule: R
        when: item.kind == 'toy'
        granted_by: city
        granted_on: 2023-02-01
        expires: 2023-06-30
        basis: 제2조
        reason: {ko: 사정, en: reasons}
        document: D-1
    """

  private static func outcomes(_ scheme: String, waivers: String = waivers, law: LawDate = .written) throws
    -> [String: Finding]
  {
    let set = try InlineSet(policy: policy, files: ["waivers/w.yaml": waivers])
    return try set.findings(scheme, options: AuditOptions(waivers: ["w"]), law: law)
  }

  private static func scheme(filed: String = "2023-03-01", kind: String = "kind: toy, ") -> String {
    "shop: {filed: \(filed), sign: false, items: [{id: a, \(kind)price: 500}, {id: b, \(kind)price: 5}]}"
  }

  @Test(arguments: [
    ("2023-01-31", Outcome.fail), ("2023-02-01", .waived), ("2023-06-30", .waived), ("2023-07-01", .fail),
    ("{at_least: 2023-03-01, at_most: 2023-04-01}", .waived), ("{at_least: 2023-07-02}", .fail),
    ("{either: [2023-03-01, 2023-04-01]}", .waived), ("{either: [2023-03-01, 2023-09-01]}", .unknown),
  ])
  func `a waiver holds on the day of filing`(filed: String, outcome: Outcome) throws {
    let found = try Self.outcomes(Self.scheme(filed: filed))
    #expect(found["R[a]"]?.outcome == outcome)
    #expect(found["R[b]"]?.outcome == .pass)
    #expect(found["S"]?.outcome == .fail)
  }

  @Test func `what is waived says by whom and keeps its message`() throws {
    let finding = try #require(try Self.outcomes(Self.scheme())["R[a]"])
    #expect(finding.waiver?.id == "W")
    #expect(finding.waiver?.state == .applied)
    #expect(finding.waiver?.grantedBy.name.en == "city")
    #expect(finding.waiver?.expires == "2023-06-30")
    #expect(finding.message?.en == "a is dear")
  }

  @Test func `a waiver for other subjects does not reach`() throws {
    #expect(try Self.outcomes(Self.scheme(kind: "kind: food, "))["R[a]"]?.outcome == .fail)
  }

  @Test func `whether a waiver reaches may be unknown`() throws {
    let finding = try #require(try Self.outcomes(Self.scheme(kind: ""))["R[a]"])
    #expect(finding.outcome == .unknown)
    #expect(finding.waiver?.state == .undecided)
    #expect(finding.missing.map(\.path) == ["shop.items[a].kind"])
  }

  @Test func `a fail rests on the waiver that does not hold`() throws {
    let finding = try #require(try Self.outcomes(Self.scheme(kind: "kind: food, "))["R[a]"])
    #expect(finding.evidence.map(\.path).contains("shop.items[a].kind"))
  }

  @Test func `the date of the law does not move the day of filing`() throws {
    let found = try Self.outcomes(Self.scheme(filed: "2023-07-01"), law: .on("2023-03-01"))
    #expect(found["R[a]"]?.outcome == .fail)
    let unknown = try #require(try Self.outcomes(Self.scheme(filed: "null"), law: .on("2023-03-01"))["R[a]"])
    #expect(unknown.outcome == .unknown)
    #expect(unknown.missing.map(\.path) == ["shop.filed"])
  }

  @Test(arguments: [("mine", Outcome.waived), ("other", .fail)])
  func `a waiver may be for one scheme`(id: String, outcome: Outcome) throws {
    let waivers = Self.waivers + "\n    scheme: mine\n"
    let scheme = Self.scheme().replacing("filed:", with: "id: \(id), filed:")
    #expect(try Self.outcomes(scheme, waivers: waivers)["R[a]"]?.outcome == outcome)
    #expect(try Self.outcomes(Self.scheme(), waivers: waivers)["R[a]"]?.outcome == .unknown)
  }

  @Test(arguments: [
    ("granted_by: city", "granted_by: county"), ("rule: R", "rule: S"), ("rule: R", "rule: T"),
    ("when: item.kind == 'toy'", "when: item.kid == 'toy'"),
  ])
  func `a waiver that does not fit its rule is a problem of its file`(old: String, new: String) throws {
    let set = try InlineSet(policy: Self.policy, files: ["w.yaml": Self.waivers.replacing(old, with: new)])
    let policies = try set.loaded()
    var log = DiagnosticLog()
    let file = SourceFile(path: "s.yaml", bytes: Array("format: shop/1\n\(Self.scheme())\n".utf8))
    let report = policies.audit(
      scheme: file, options: AuditOptions(waivers: ["w"]), law: .written, today: nil, diagnostics: &log)
    #expect(report == nil)
    #expect(log.sorted.contains { $0.severity == .error && $0.location?.file == set.path("w.yaml") })
  }

  @Test func `a waiver file that is not there is named with what there is`() throws {
    let set = try InlineSet(policy: Self.policy, files: ["spring.yaml": Self.waivers])
    let policies = try set.loaded()
    #expect(throws: InputError.self) {
      try policies.audit(
        scheme: SourceFile(path: "s.yaml", bytes: Array("format: shop/1\n\(Self.scheme())\n".utf8)),
        options: AuditOptions(waivers: ["sprinq"]))
    }
  }
}
