import Foundation
import Testing

/// What the program says of its own command line.
@Suite(.enabled(if: CommandRun.program != nil, "the program was not built beside the tests"))
struct UsageTests {
  @Test(arguments: [
    (["run"], "오류: `<schemes> ...`을(를) 적어야 합니다"),
    (["a.yaml", "--outptu", "json"], "오류: `--outptu`(이)라는 옵션이 없습니다. `--output`을(를) 뜻합니까?"),
    (["a.yaml", "--zzzzzzzzzzzz"], "오류: `--zzzzzzzzzzzz`(이)라는 옵션이 없습니다"),
    (["a.yaml", "--profile"], "오류: `--profile <profile>`의 값을 적어야 합니다"),
    (["explain", "A", "B"], "오류: `B`은(는) 여기에 적을 수 없습니다"),
    (["explain", "A", "B", "C"], "오류: 여기에 적을 수 없는 것: `B`, `C`"),
    (["a.yaml", "--strict=yes"], "오류: 옵션 `--strict`에는 값을 적지 않습니다(`yes`이(가) 적힘)"),
    (
      ["a.yaml", "--language", "fr"],
      "오류: `--language <language>`에 `fr`은(는) 쓸 수 없습니다. 다음 가운데 하나를 적으십시오: ko, en"
    ),
    (
      ["a.yaml", "--fail-on", "laws"],
      "오류: `--fail-on <effect>`에 `laws`은(는) 쓸 수 없습니다. `laws`: law, standard:major, never처럼 적으십시오."
    ),
    (
      ["a.yaml", "--template", "fix-lst"],
      "오류: `--template fix-lst`: 그런 문서가 없습니다. `fix-list`을(를) 뜻합니까?"
    ),
  ])
  func `a wrong command line is told in Korean where Korean is spoken`(_ arguments: [String], _ words: String)
    throws
  {
    let run = try CommandRun(arguments, locale: "ko_KR.UTF-8")
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.components(separatedBy: "\n")[0] == words, "\(run.errors)")
    #expect(!run.errors.contains("Error:") && !run.errors.contains("Usage:"), "\(run.errors)")
    let english = try CommandRun(arguments)
    #expect(english.errors.hasPrefix("Error: "), "\(english.errors)")
  }

  @Test(arguments: [["help"], ["help", "run"]]) func `help says what each exit status means`(
    _ arguments: [String]
  ) throws {
    let english = try CommandRun(arguments).output.replacingOccurrences(of: "\n", with: " ")
    #expect(
      english.contains("0 no failure at or above --fail-on") && english.contains("3 too little is known"))
    let korean = try CommandRun(arguments, locale: "ko_KR.UTF-8").output
    #expect(korean.contains("--fail-on") && korean.contains("기준 오류"))
  }

  @Test func `a schema of a vocabulary that is not there is answered with those that are`() throws {
    let arguments = ["schema", "scheme", "--policies", "examples/small-policy-set", "--vocabulary"]
    let run = try CommandRun(arguments + ["my_scheme"])
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.contains("there is no vocabulary `my_scheme`"), "\(run.errors)")
    #expect(run.errors.contains("compensation_scheme"), "\(run.errors)")
    #expect(try CommandRun(arguments + ["compensation_scheme"]).status == 0)
  }

  @Test func `every command that audits takes profile, waivers, decisions and an authority's facts`() throws {
    for command in ["run", "adequacy", "decisions", "diff-law"] {
      let help = try CommandRun(["help", command]).output
      for option in ["--profile <", "--waivers <", "--decisions <", "--facts <", "--redact "] {
        #expect(help.contains(option), "\(command) \(option)")
      }
    }
  }
}
