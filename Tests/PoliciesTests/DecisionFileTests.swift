import Diagnostics
import Expressions
import Policies
import Testing

@Suite struct DecisionFileTests {
  private static let digest = "0123456789abcdef0123456789abcdef"

  private func entry(_ changes: [String: String?] = [:]) -> String {
    let base: [(String, String)] = [
      ("rule", "R-1"), ("subject", "A1"), ("scheme", "acme"), ("from", "fail"), ("to", "pass"),
      ("reply", ""), ("by", "kr.msit"), ("on", "2023-03-31"), ("reason", "소명을 받아들임"), ("document", "1234"),
      ("digest", Self.digest),
    ]
    return base.compactMap { key, value in
      changes[key].map { $0.map { "\(key): \($0)" } } ?? (value.isEmpty ? nil : "\(key): \(value)")
    }.joined(separator: ", ")
  }

  private func decisions(_ entry: String) -> Loaded<DecisionFile> {
    read("format: guideline_decisions/1\ndecisions:\n  - {\(entry)}") {
      DecisionFile.load($0, diagnostics: &$1)
    }
  }

  private func check(_ entry: String, _ rule: String = "require: award.urgent") throws -> Loaded<DecisionFile>
  {
    let policy = try #require(
      PoliciesTests.rule("for_each: {as: award, in: scheme.awards}\n" + rule).model)
    return read("format: guideline_decisions/1\ndecisions:\n  - {\(entry)}") { tree, log in
      let file = DecisionFile.load(tree, diagnostics: &log)
      file?.check(against: [policy], diagnostics: &log)
      return file
    }
  }

  @Test func `a judgement says from what to what, by whom, when and why`() throws {
    let loaded = decisions(entry())
    #expect(loaded.codes == [])
    let decision = try #require(loaded.model?.decisions.first)
    #expect(decision.finding == "R-1[A1]")
    #expect(decision.from == .fail)
    #expect(decision.word == .judged(.pass))
    #expect(decision.by == "kr.msit")
    #expect(decision.on.iso == "2023-03-31")
    #expect(decision.reason?.ko == "소명을 받아들임")
    #expect(decision.digest == Self.digest)
    #expect(decisions(entry(["subject": "\"[*]\""])).model?.decisions.first?.finding == "R-1[*]")
    #expect(decisions(entry(["subject": nil as String?])).model?.decisions.first?.finding == "R-1")
  }

  @Test(arguments: RecordedDecision.Reply.allCases)
  func `a company's reply needs no outcome, and a reason only where it holds another view`(
    reply: RecordedDecision.Reply
  ) throws {
    let loaded = decisions(
      entry(["to": nil as String?, "from": nil as String?, "reason": nil as String?, "reply": reply.rawValue])
    )
    #expect(loaded.codes == (reply == .dispute ? ["decision.missing-key"] : []))
    if reply != .dispute { #expect(loaded.model?.decisions.first?.word == .replied(reply)) }
  }

  @Test(
    arguments: [
      ("rule", nil, "decision.missing-key", "subject"), ("by", nil, "decision.missing-key", "rule"),
      ("on", "31.3.2023", "decision.date", "31.3.2023"), ("from", nil, "decision.missing-key", "rule"),
      ("from", "null", "decision.not-a-text", "null"), ("reason", nil, "decision.missing-key", "rule"),
      ("to", "passed", "decision.unknown-word", "passed"),
      ("to", "manual", "decision.unknown-word", "manual"),
      ("to", nil, "decision.no-word", "R-1"), ("reply", "accept", "decision.two-words", "accept"),
      ("digest", nil, "decision.no-digest", "R-1"), ("digest", "123", "decision.digest", "123"),
    ] as [(String, String?, String, String)])
  func `what is missing or wrong is an error at its place`(
    key: String, value: String?, code: String, marked: String
  ) {
    let loaded = decisions(entry([key: value]))
    #expect(loaded.codes == [code])
    #expect(loaded.marked(code) == [marked])
    #expect(loaded.model == nil)
  }

  @Test func `words that are nearly right are suggested`() {
    #expect(decisions(entry(["to": "passs"])).help("decision.unknown-word") == "did you mean `pass`?")
    let reply = decisions(entry(["to": nil as String?, "reply": "wil_fix"]))
    #expect(reply.help("decision.unknown-word") == "did you mean `will_fix`?")
    #expect(decisions(entry() + ", resaon: x").help("decision.unknown-key") == "did you mean `reason`?")
  }

  @Test func `the rule, its part and its subjects must be there`() throws {
    #expect(try check(entry()).codes == [])
    let unknown = try check(entry(["rule": "R-11"]))
    #expect(unknown.marked("decision.unknown-rule") == ["R-11"])
    #expect(unknown.help("decision.unknown-rule") == "did you mean `R-1`?")
    let parts = "parts: [{id: urgent, title: a, require: award.urgent}]"
    #expect(try check(entry(["rule": "R-1.urgent"]), parts).codes == [])
    let part = try check(entry(["rule": "R-1.urgnet"]), parts)
    #expect(part.help("decision.unknown-part") == "did you mean `R-1.urgent`?")
  }

  @Test func `a rule about the whole scheme has no subject to decide on`() throws {
    let policy = try #require(PoliciesTests.rule("require: scheme.awards.size() > 0").model)
    let loaded = read("format: guideline_decisions/1\ndecisions:\n  - {\(entry())}") { tree, log in
      let file = DecisionFile.load(tree, diagnostics: &log)
      file?.check(against: [policy], diagnostics: &log)
      return file
    }
    #expect(loaded.marked("decision.no-subjects") == ["A1"])
  }
}
