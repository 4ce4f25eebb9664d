import Diagnostics
import Expressions
import Policies
import Testing

@Suite struct WaiverTests {
  private func waivers(_ entries: String) -> Loaded<WaiverFile> {
    read("format: guideline_waivers/1\nwaivers:\n  - {\(entries)}") { WaiverFile.load($0, diagnostics: &$1) }
  }

  private func whole(_ changes: [String: String?] = [:]) -> String {
    let base: [(String, String)] = [
      ("id", "W-1"), ("rule", "R-1"), ("when", "award.group == 'free'"), ("granted_by", "kr.msit"),
      ("granted_on", "2022-11-20"), ("expires", "2023-03-31"), ("basis", "제6조"), ("reason", "화재"),
      ("document", "1234"),
    ]
    return base.compactMap { key, value in
      changes[key].map { $0.map { "\(key): \($0)" } } ?? "\(key): \(value)"
    }.joined(separator: ", ")
  }

  private func check(_ entries: String, _ rule: String = "waivable: {by: [kr.msit], basis: act 제6조}") throws
    -> Loaded<WaiverFile>
  {
    let policy = try #require(
      PoliciesTests.rule(
        "for_each: {as: award, in: scheme.awards}\nlet: {x: award.value}\nrequire: award.urgent\n" + rule
      ).model)
    return read("format: guideline_waivers/1\nwaivers:\n  - {\(entries)}") { tree, log in
      WaiverFile.load(tree, diagnostics: &log)?.check(against: [policy], diagnostics: &log)
    }
  }

  @Test func `a waiver's condition is checked among the rule's subjects and steps`() throws {
    let loaded = try check(whole())
    #expect(loaded.codes == [])
    let waiver = try #require(loaded.model?.waivers.first)
    #expect(waiver.condition?.usedLocals == [0])
    #expect(waiver.expires.iso == "2023-03-31")
    #expect(waiver.document == "1234")
    #expect(try check(whole(["when": "x > 3"])).codes == [])
    #expect(try check(whole(["when": nil as String?])).model?.waivers.first?.condition == nil)
  }

  @Test func `a condition that does not fit the rule is an error at its place`() throws {
    #expect(try check(whole(["when": "award.grup == 'free'"])).marked("expression.unknown-fact") == ["grup"])
    #expect(try check(whole(["when": "channel == 'phone'"])).marked("expression.unknown-name") == ["channel"])
    #expect(try check(whole(["when": "award.value"])).marked("expression.type") == ["award.value"])
  }

  @Test func `only a rule that may be waived can be, and only by a body that may`() throws {
    #expect(try check(whole(), "remedy: x").marked("waiver.not-waivable") == ["R-1"])
    let other = try check(whole(["granted_by": "kr.mist"]))
    #expect(other.marked("waiver.not-entitled") == ["kr.mist"])
    #expect(other.help("waiver.not-entitled") == "did you mean `kr.msit`?")
    let unknown = try check(whole(["rule": "R-11"]))
    #expect(unknown.marked("waiver.unknown-rule") == ["R-11"])
    #expect(unknown.help("waiver.unknown-rule") == "did you mean `R-1`?")
  }

  @Test(arguments: ["id", "rule", "granted_by", "granted_on", "expires", "basis", "reason"])
  func `a waiver says all that makes it valid`(key: String) {
    let loaded = waivers(whole([key: nil as String?]))
    #expect(loaded.codes == ["waiver.missing-key"])
    #expect(loaded.log.entries.first?.message.en == "missing `\(key)` in a waiver")
    #expect(loaded.model == nil)
  }

  @Test func `a waiver does not end before it begins`() {
    #expect(waivers(whole(["expires": "2022-11-19"])).marked("waiver.period") == ["2022-11-19"])
    #expect(waivers(whole(["expires": "someday"])).marked("waiver.date") == ["someday"])
    #expect(waivers(whole(["expires": "2022-11-20"])).codes == [])
  }

  @Test func `waivers have different ids`() {
    let text = "format: guideline_waivers/1\nwaivers:\n  - {\(whole())}\n  - {\(whole())}"
    let loaded = read(text) { WaiverFile.load($0, diagnostics: &$1) }
    #expect(loaded.marked("waiver.duplicate-id") == ["W-1"])
  }
}
