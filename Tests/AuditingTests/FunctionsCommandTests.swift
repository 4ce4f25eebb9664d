import Auditing
import Diagnostics
import Testing

/// `audit functions` as it is called.
@Suite(.enabled(if: CommandRun.program != nil, "the program was not built beside the tests"))
struct FunctionsCommandTests {
  @Test func `without a name all are listed by topic, in either language`() throws {
    let english = try CommandRun(["functions", "--language", "en"])
    #expect(english.status == 0 && english.errors.isEmpty)
    #expect(english.output == FunctionReference.list(.en))
    #expect(english.output.contains("\nWhole lists\n  size(list)"))
    let korean = try CommandRun(["functions"], locale: "ko_KR.UTF-8")
    #expect(korean.output == FunctionReference.list(.ko))
  }

  @Test(arguments: ["percentile", "has", "&&", "!=", "table", "strings.quote"])
  func `a name shows its entry`(name: String) throws {
    let run = try CommandRun(["functions", name])
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(run.output == FunctionReference.entry(name, .en))
    #expect(run.output.contains("Examples:"))
  }

  @Test(
    arguments: [
      ("percentil", "C", "there is no function `percentil`; did you mean `percentile`?"),
      ("percentil", "ko_KR.UTF-8", "함수 `percentil`이(가) 없습니다. `percentile`을(를) 찾으셨습니까?"),
      ("xyzzy", "C", "there is no function `xyzzy`; `audit functions` lists all"),
    ])
  func `an unknown name ends with status 2 and a suggestion`(name: String, locale: String, text: String)
    throws
  {
    let run = try CommandRun(["functions", name], locale: locale)
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors == "audit: \(text)\n")
  }

  @Test func `the page for the documentation comes from the same texts`() throws {
    let run = try CommandRun(["functions", "--markdown", "--language", "ko"])
    #expect(run.status == 0 && run.output == FunctionReference.page(.ko))
    #expect(try CommandRun(["functions", "sum", "--markdown"]).status == 2)
  }
}
