import Diagnostics
import Expressions
import Policies
import Testing
import YAMLTree

@Suite struct PolicyTestFileTests {
  private func test(_ text: String) -> Loaded<PolicyTest> {
    read("format: guideline_test/1\npolicy: kr.test\nbase: ../scheme.yaml\n" + text) {
      PolicyTest.load($0, diagnostics: &$1)
    }
  }

  @Test func `cases set facts and expect findings`() throws {
    let loaded = test(
      """
      cases:
        - name: 기본
          only: true
          set: {"scheme.awards.A3.value": 10, "scheme.awards.A1": ABSENT}
          waivers: kr-2022
          profile: pre-submission
          as_of: 2024-01-01
          expect:
            R-1[A1]: pass
            R-1.part['a]b'/#2]: {outcome: fail, actual: 10, expected: none, exception: X1, waiver: W-1, missing: [scheme.x], assumed: scheme.y}
            R-2: not_in_force
      """)
    #expect(loaded.codes == [])
    let file = try #require(loaded.model)
    #expect(file.policy == "kr.test")
    #expect(file.base?.text == "../scheme.yaml")
    let one = try #require(file.cases.first)
    #expect(one.only)
    #expect(one.set.map(\.path) == ["scheme.awards.A3.value", "scheme.awards.A1"])
    #expect(one.set.map(\.value.text) == ["10", "ABSENT"])
    #expect(one.waivers.map(\.text) == ["kr-2022"])
    #expect(one.profile?.text == "pre-submission")
    #expect(one.asOf == .day(day("2024-01-01")))
    #expect(one.expect.map(\.rule) == ["R-1", "R-1.part", "R-2"])
    #expect(one.expect.map(\.subject) == ["A1", "'a]b'/#2", nil])
    #expect(one.expect.map(\.outcome) == [.pass, .fail, .notInForce])
    let second = one.expect[1]
    #expect(second.actual?.text == "10" && second.expected?.text == "none")
    #expect(second.exception == "X1" && second.waiver == "W-1")
    #expect(second.missing == ["scheme.x"] && second.assumed == ["scheme.y"])
  }

  @Test(arguments: [
    ("cases: [{name: a, expect: {R-1: passed}}]", "test.unknown-word", "passed"),
    ("cases: [{name: a, expect: {R-1: {outcom: pass}}}]", "test.unknown-key", "outcom"),
    ("cases: [{name: a, expct: {}, expect: {R-1: pass}}]", "test.unknown-key", "expct"),
    ("cases: [{name: a, expect: {\"R-1[A\": pass}}]", "test.finding", "\"R-1[A\""),
    ("cases: [{name: a, as_of: today, expect: {R-1: pass}}]", "test.as-of", "today"),
    ("cases: [{name: a, expect: {}}]", "test.no-expectation", "{}"),
    ("cases: [{expect: {R-1: pass}}]", "test.missing-key", "expect"),
  ])
  func `a case that cannot be read is an error at its place`(text: String, code: String, place: String) {
    let loaded = test(text)
    #expect(loaded.codes == [code])
    #expect(loaded.marked(code) == [place])
    #expect(loaded.model == nil)
  }

  @Test func `every case has a base`() {
    let text =
      "format: guideline_test/1\npolicy: kr.test\ncases: [{name: a, expect: {R-1: pass}}, {name: b, base: x.yaml, expect: {R-1: pass}}]"
    #expect(read(text) { PolicyTest.load($0, diagnostics: &$1) }.codes == ["test.missing-key"])
  }
}
