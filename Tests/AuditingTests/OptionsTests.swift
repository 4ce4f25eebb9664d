import Diagnostics
import Findings
import Testing

@testable import Auditing

/// Profiles, thresholds and exit statuses.
@Suite struct OptionsTests {
  private static let policy = """
    parameters:
      limit:
        title: {ko: 한도, en: limit}
        unit: KRW
        stricter: lower
        history: [{from: 2022-01-01, value: 100, cite: 제1조}]
    rules:
      - {id: LAW-1, title: {ko: 값, en: price}, cite: 제1조, severity: minor, require: shop.price <= p.limit}
      - {id: LAW-2, title: {ko: 간판, en: sign}, cite: 제2조, severity: major, require: shop.sign}
      - {id: REC-1, title: {ko: 영업, en: open}, cite: 제3조, severity: major, legal: {status: guideline}, require: shop.open}
    """

  private static let profile = """
    format: guideline_profile/1
    id: house
    title: {ko: 내부, en: house}
    policies: [test.shop]
    select: ["*", "!REC-*"]
    tighten: {limit: {value: 50, reason: {ko: 내부 기준, en: house rule}}}
    """

  @Test func `a profile selects and tightens`() throws {
    let set = try InlineSet(policy: Self.policy, files: ["profiles/home.yaml": Self.profile])
    for name in ["home", "house", set.path("profiles/home.yaml")] {
      let report = try set.report(
        "shop: {filed: 2023-01-01, price: 70, sign: true, open: false}", options: AuditOptions(profile: name))
      let found = Dictionary(uniqueKeysWithValues: report.findings.map { ($0.id, $0) })
      #expect(found.mapValues(\.outcome) == ["LAW-1": .fail, "LAW-2": .pass, "REC-1": .notSelected])
      #expect(found["LAW-1"]?.parameters.first?.tightened?.en == "house rule")
      #expect(found["LAW-1"]?.expected?.text == "50")
      #expect(report.options.profile == "house")
      #expect(report.inputs.contains { $0.format == "guideline_profile/1" })
    }
  }

  @Test(arguments: [
    ("value: 50", "value: 150"), ("tighten: {limit:", "tighten: {limt:"),
    ("policies: [test.shop]", "policies: [test.shp]"),
    ("\"!REC-*\"", "\"!RECK-*\""),
  ])
  func `a profile that loosens or names what is not there is refused`(old: String, new: String) throws {
    let set = try InlineSet(policy: Self.policy, files: ["home.yaml": Self.profile.replacing(old, with: new)])
    let policies = try set.loaded()
    let file = SourceFile(path: "s.yaml", bytes: Array("format: shop/1\nshop: {price: 70}\n".utf8))
    let error = #expect(throws: InputError.self) {
      try policies.audit(scheme: file, options: AuditOptions(profile: "home"))
    }
    #expect(error?.diagnostics.first { $0.severity == .error }?.location?.file == set.path("home.yaml"))
  }

  @Test func `a profile may say which law counts, and the user may say otherwise`() throws {
    let profile = Self.profile + "\nas_of: 2021-01-01\n"
    let set = try InlineSet(policy: Self.policy, files: ["home.yaml": profile])
    let options = AuditOptions(profile: "home")
    let scheme = "shop: {filed: 2023-01-01, price: 70, sign: true}"
    #expect(try set.report(scheme, options: options).law.date == "2021-01-01")
    #expect(try set.report(scheme, options: options, law: .on("2023-02-02")).law.date == "2023-02-02")
  }

  @Test func `today's law needs a day`() throws {
    let set = try InlineSet(policy: Self.policy, files: ["home.yaml": Self.profile + "\nas_of: today\n"])
    let options = AuditOptions(profile: "home")
    let scheme = "shop: {filed: 2023-01-01, price: 70, sign: true}"
    #expect(try set.report(scheme, options: options, today: "2023-03-03").law.date == "2023-03-03")
    let policies = try set.loaded()
    let file = SourceFile(path: "s.yaml", bytes: Array("format: shop/1\n\(scheme)\n".utf8))
    #expect(throws: InputError.self) { try policies.audit(scheme: file, options: options) }
  }

  @Test(arguments: [
    ("price: 70, sign: true, open: true", "law", false, 0),
    ("price: 170, sign: true, open: true", "law", false, 1),
    ("price: 170, sign: true, open: true", "law:major", false, 0),
    ("price: 170, sign: true, open: true", "never", false, 0),
    ("price: 70, sign: true, open: false", "law", false, 0),
    ("price: 70, sign: true, open: false", "recommendation", false, 1),
    ("price: 70, open: true", "law", false, 3),
    // A failure goes before what is not known.
    ("price: 170, open: true", "law", false, 1), ("price: 170, open: true", "never", false, 3),
    ("price: 70, sign: true", "law", false, 0), ("price: 70, sign: true", "law", true, 3),
  ])
  func `the exit status`(facts: String, failOn: String, strict: Bool, status: Int) throws {
    let options = AuditOptions(failOn: try #require(FailThreshold(failOn)), strict: strict)
    let report = try InlineSet(policy: Self.policy).report(
      "shop: {filed: 2023-01-01, \(facts)}", options: options)
    #expect(report.summary.exit == status)
  }

  @Test func `a pass by assumption counts only when strict`() throws {
    let policy =
      "rules:\n  - {id: R, title: {ko: 크기, en: size}, cite: 제1조, severity: minor, require: \"!(shop.small)\"}"
    let set = try InlineSet(policy: policy)
    let report = try set.report("shop: {filed: 2023-01-01}")
    #expect(report.findings.first?.outcome == .pass)
    #expect(report.findings.first?.assumed.map(\.path) == ["shop.small"])
    #expect(report.findings.first?.assumed.first?.value?.text == "false")
    #expect(report.summary.exit == 0)
    #expect(
      try set.report("shop: {filed: 2023-01-01}", options: AuditOptions(strict: true)).summary.exit == 3)
  }

  @Test func `every rule of every policy of the vocabulary is counted`() throws {
    let report = try InlineSet(policy: Self.policy).report("shop: {filed: 2023-01-01, price: 500}")
    #expect(report.summary.rules.values.reduce(0, +) == 3)
    #expect(report.summary.findings == ["fail": 1, "unknown": 2])
    #expect(report.summary.verdict == .potentialViolations)
    #expect(report.needs.map(\.path) == ["shop.sign", "shop.open"])
  }
}
