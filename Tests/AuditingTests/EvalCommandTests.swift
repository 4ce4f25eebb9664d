import Foundation
import Testing

/// `audit eval` and `audit vocabulary` as they are called.
@Suite(.enabled(if: CommandRun.program != nil, "the program was not built beside the tests"))
struct EvalCommandTests {
  private static let set = ["--policies", "examples/small-policy-set"]
  private static let acme = "examples/small-policy-set/schemes/acme.yaml"

  private func eval(_ expression: String, _ more: [String] = [], scheme: String = acme, input: String? = nil)
    throws
    -> CommandRun
  {
    try CommandRun(["eval", expression, scheme] + Self.set + more, input: input)
  }

  @Test(
    arguments: [
      ("scheme.services.size()", 0), ("scheme.title", 2), ("scheme.company.name", 0),
      ("scheme.awards[0].third_party_evidence", 3), ("1 / (scheme.awards.size() - 4)", 2), ("1 +", 2),
    ] as [(String, Int32)])
  func `the exit status says whether the value is known`(expression: String, status: Int32) throws {
    let run = try eval(expression)
    #expect(run.status == status, "\(run)")
    #expect(run.errors.isEmpty == (status != 2))
  }

  @Test func `the value goes to the output and problems to the error stream`() throws {
    let run = try eval("scheme.services.map(s, s.id)")
    #expect(run.output.contains("value  4 elements") && run.output.contains("  - talk\n  - pay\n"))
    let wrong = try eval("scheme.servces", ["--language", "ko"])
    #expect(wrong.output.isEmpty)
    #expect(wrong.errors.contains("식:1:8: 오류") && wrong.errors.contains("`services`"))
  }

  @Test func `a scheme can come from standard input`() throws {
    let run = try eval(
      "scheme.company.name", scheme: "-",
      input: "format: compensation_scheme/1\nscheme: {company: {name: 가나}}\n")
    #expect(run.status == 0)
    #expect(run.output.contains("value  ‘가나’\n"))
    #expect(run.output.contains("-:2:26"))
    let absent = try eval("1", scheme: "no-such-file.yaml")
    #expect(absent.status == 2 && absent.errors.contains("no-such-file.yaml"))
  }

  @Test func `a policy, a rule and a date can be chosen`() throws {
    let policy = ["--policy", "kr.example.outage_compensation"]
    #expect(try eval("p.first_payment_days", policy).output.contains("value  45 days"))
    #expect(
      try eval("p.first_payment_days", policy + ["--as-of", "2024-02-01"]).output.contains("value  30 days"))
    #expect(try eval("p.first_payment_days", policy + ["--as-of", "soon"]).status == 2)
    let each = try eval("award.value", ["--rule", "FREE-1"])
    #expect(each.output.contains("subject A1") && each.output.contains("subject A3"))
    #expect(!each.output.contains("subject A2"))
  }

  @Test func `a page of the vocabulary is shown, or a suggestion with status 2`() throws {
    let all = try CommandRun(["vocabulary"] + Self.set)
    #expect(all.status == 0 && all.output.contains("outage_hours"))
    let fact = try CommandRun(
      ["vocabulary", "scheme.services[talk].outage_hours", "--language", "ko"] + Self.set)
    #expect(fact.status == 0)
    #expect(fact.output.contains("장애 시간") && fact.output.contains("MIN-1"))
    let wrong = try CommandRun(["vocabulary", "scheme.services.outage_huors"] + Self.set)
    #expect(wrong.status == 2 && wrong.output.isEmpty)
    #expect(wrong.errors.contains("did you mean `scheme.services[].outage_hours`"))
  }

  @Test(arguments: ["eval", "vocabulary"])
  func `help exists in both languages`(command: String) throws {
    let en = try CommandRun([command, "--help"])
    #expect(en.status == 0 && en.output.contains("Exit status") && !en.output.contains("종료"))
    let ko = try CommandRun([command, "--help"], locale: "ko_KR.UTF-8")
    #expect(ko.status == 0 && ko.output.contains("종료 상태"))
    #expect(try CommandRun(["--help"]).output.contains("  \(command) "))
  }
}
