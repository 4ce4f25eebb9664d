import ArgumentParser
import Auditing
import Diagnostics

/// `audit explain RULE`.
struct ExplainCommand: ParsableCommand {
  /// Name and help.
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: say(
      ko: "규칙 하나를 설명합니다: 요구, 연혁, 예외, 고치는 법.",
      en: "Explains one rule: what it asks, its basis and history, exceptions, how to comply."),
    usage: "audit explain <rule> [<options>]",
    discussion: discussion(
      ko: """
        조문과 맞대어 볼 전문은 audit policy show가 보여 줍니다.

        예:
          audit explain KR-NTC-001
          audit explain KR-NTC-001 --as-of 2022-10-15

        종료 상태: 0 보여 줌 · 2 그런 규칙이 없거나 기준을 읽을 수 없음
        """,
      en: """
        audit policy show reads a rule in full, to compare it with the article.

        Examples:
          audit explain KR-NTC-001
          audit explain KR-NTC-001 --as-of 2022-10-15

        Exit status: 0 shown · 2 there is no such rule, or the policies cannot be read
        """))

  /// What is explained.
  @Argument(help: help(ko: "규칙이나 지표의 식별자.", en: "Id of the rule or measure."))
  var rule: String

  /// Where policies are and which language is spoken.
  @OptionGroup var options: PolicyOptions

  /// The day whose values stand beside numbers.
  @OptionGroup var date: ShownDate

  /// Writes the explanation; an unknown id ends the process with status 2.
  func run() throws {
    let language = options.spoken
    let day = try date.day(language)
    let set = try options.load()
    guard let explanation = set.explanation(of: rule, on: day, language) else {
      UnknownRule.report(rule, in: set, language)
      throw ExitCode(2)
    }
    Console.write(explanation.text(width: Console.width), to: .output)
  }
}
