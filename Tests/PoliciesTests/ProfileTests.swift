import Diagnostics
import Expressions
import Policies
import Testing

@Suite struct ProfileTests {
  private func profile(_ text: String) -> Loaded<Profile> {
    read("format: guideline_profile/1\nid: check\n" + text) { Profile.load($0, diagnostics: &$1) }
  }

  private let parameters = """
    parameters:
      days: {unit: days, stricter: lower, history: [{from: 2022-01-01, value: 45}, {from: 2024-01-01, value: 30}]}
      floor: {unit: KRW, stricter: higher, value: 100}
      channels: {stricter: more, value: [online, phone]}
      free: {value: 1}
    """

  private func tightened(_ entry: String) throws -> (policy: Policy, log: DiagnosticLog) {
    let policy = try #require(rule("require: true", parameters: parameters).model)
    let profile = try #require(profile("tighten: {\(entry)}").model)
    var log = DiagnosticLog()
    return (policy.applying(profile, diagnostics: &log), log)
  }

  private func numbers(_ policy: Policy, _ name: String) -> [String] {
    policy.program.parameters.first { $0.name == name }?.history.versions.map { version in
      if case .number(let number) = version.value { return number.decimalText.text }
      return "?"
    } ?? []
  }

  @Test(arguments: [
    ("20", ["20", "20"], []), ("30", ["30", "30"], []), ("40", ["40", "30"], ["profile.looser-version"]),
  ])
  func `a version that is stricter already keeps its value, with a warning`(
    value: String, expected: [String], codes: [String]
  ) throws {
    let (policy, log) = try tightened("days: {value: \(value), reason: 내부 기준}")
    #expect(log.entries.map(\.code) == codes)
    #expect(log.entries.allSatisfy { $0.message.en.contains("(30 from 2024-01-01)") })
    #expect(numbers(policy, "days") == expected)
    let first = policy.program.parameters[0].history.versions[0].provenance
    #expect(first.tightened?.ko == "내부 기준")
  }

  @Test func `a looser value is an error`() throws {
    let (_, lower) = try tightened("days: {value: 60, reason: x}")
    #expect(lower.entries.map(\.code) == ["profile.loosened"])
    let (_, higher) = try tightened("floor: {value: 99, reason: x}")
    #expect(higher.entries.map(\.code) == ["profile.loosened"])
    let (_, fewer) = try tightened("channels: {value: [online], reason: x}")
    #expect(fewer.entries.map(\.code) == ["profile.loosened"])
  }

  @Test func `a value that changes nothing is a warning`() throws {
    let (policy, log) = try tightened("floor: {value: 100, reason: x}")
    #expect(log.entries.map(\.code) == ["profile.not-tightened"])
    #expect(policy.program.parameters[1].history.versions[0].provenance.tightened == nil)
  }

  @Test func `a longer list keeps the members of the policy`() throws {
    let (policy, log) = try tightened("channels: {value: [phone, online, app], reason: x}")
    #expect(log.entries.map(\.code) == [])
    guard case .list(let list) = policy.program.parameters[2].history.versions[0].value else {
      Issue.record("the parameter is no list")
      return
    }
    #expect(list.elements.count == 3)
  }

  @Test func `a parameter that does not say what is stricter cannot be tightened`() throws {
    let (_, log) = try tightened("free: {value: 2, reason: x}")
    #expect(log.entries.map(\.code) == ["profile.no-direction"])
    let (_, typed) = try tightened("days: {value: soon, reason: x}")
    #expect(typed.entries.map(\.code) == ["profile.value"])
  }

  @Test(arguments: [
    ("[\"*\", \"!R-2\"]", ["R-1", "K-1"]), ("[\"!R-2\"]", ["R-1", "K-1"]), ("[R-1]", ["R-1"]),
    ("[\"R-*\"]", ["R-1", "R-2"]),
    ("[\"R-*\", \"!R-1\", R-1]", ["R-1", "R-2"]), ("[\"kr.test/*\"]", ["R-1", "R-2", "K-1"]),
    ("[\"kr.other/*\"]", []),
    ("[\"*-1\"]", ["R-1", "K-1"]), ("[\"*\"]", ["R-1", "R-2", "K-1"]), ("[]", []),
  ])
  func `the last selector that matches decides`(select: String, expected: [String]) throws {
    let profile = try #require(profile("select: \(select)").model)
    #expect(["R-1", "R-2", "K-1"].filter { profile.selects(rule: $0, of: "kr.test") } == expected)
  }

  @Test func `without select everything of the profile's policies is selected`() throws {
    #expect(try #require(profile("").model).selects(rule: "R-1", of: "kr.test"))
    let one = try #require(profile("policies: [kr.test]").model)
    #expect(one.selects(rule: "R-1", of: "kr.test"))
    #expect(!one.selects(rule: "R-1", of: "kr.other"))
  }

  @Test func `names that nothing bears are reported with suggestions`() throws {
    let policy = try #require(rule("require: true", parameters: parameters).model)
    var other = policy
    other.id = "kr.other"
    let loaded = profile(
      "policies: [kr.test, kr.tset]\nselect: [\"*\", \"!R-11\"]\ntighten: {dys: {value: 1, reason: x}}")
    var log = DiagnosticLog()
    try #require(loaded.model).check(against: [policy], diagnostics: &log)
    #expect(
      log.entries.map(\.code) == [
        "profile.unknown-policy", "profile.unknown-rule", "profile.unknown-parameter",
      ])
    #expect(log.entries.allSatisfy { $0.help?.en.hasPrefix("did you mean") == true })
    log = DiagnosticLog()
    try #require(profile("tighten: {days: {value: 1, reason: x}}").model).check(
      against: [policy, other], diagnostics: &log)
    #expect(log.entries.map(\.code) == ["profile.ambiguous-parameter"])
    log = DiagnosticLog()
    let exact = try #require(profile("tighten: {kr.other/days: {value: 1, reason: x}}").model)
    exact.check(against: [policy, other], diagnostics: &log)
    #expect(log.isEmpty)
    #expect(numbers(policy.applying(exact, diagnostics: &log), "days") == ["45", "30"])
    #expect(numbers(other.applying(exact, diagnostics: &log), "days") == ["1", "1"])
  }

  @Test(arguments: [("written", AsOfMode.written), ("today", .today)])
  func `a profile may pick the date of the law`(word: String, mode: AsOfMode) throws {
    #expect(try #require(profile("as_of: \(word)").model).asOf == mode)
    let january = day("2026-01-01")
    #expect(try #require(profile("as_of: 2026-01-01").model).asOf == .day(january))
    #expect(profile("as_of: tomorrow").codes == ["profile.as-of"])
  }

  @Test func `a profile says why it tightens`() {
    #expect(profile("tighten: {days: {value: 1}}").codes == ["profile.missing-key"])
    #expect(profile("tighten: {days: 1}").codes == ["profile.not-a-mapping"])
    #expect(profile("select: [a/b/c, \"!\"]").codes == ["profile.selector", "profile.selector"])
  }
}
