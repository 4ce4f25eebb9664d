import ArgumentParser
import Auditing
import Diagnostics
import Findings
import Reporting

/// `audit policy timeline [RULE]`.
struct PolicyTimelineCommand: ParsableCommand {
  /// Name and help.
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: say(
      ko: "규칙이 언제 어떻게 바뀌었는지 날짜순으로 보여 줍니다.",
      en: "Shows when and how a rule has changed, day by day."),
    usage: "audit policy timeline [<rule>] [<options>]",
    discussion: discussion(
      ko: """
        시행일, 근거 조문, 문언, 수치, 표, 예외, 기관의 이름, 조문 번호, 종전과 후속 규칙을 한 줄기로 적습니다. 규칙을 \
        적지 않으면 바뀐 적이 있는 규칙을 모두 한 줄씩 적습니다.

        예:
          audit policy timeline KR-NTC-001
          audit policy timeline kr.telecom_business_act.interruption_notice
          audit policy timeline

        종료 상태: 0 보여 줌 · 2 그런 규칙이 없거나 기준을 읽을 수 없음
        """,
      en: """
        Days in force, citation, wording, numbers, tables, exceptions, the names of the body, article numbers, and the \
        rules before and after it, on one line of time. Without a rule: every rule that ever changed, a line each.

        Examples:
          audit policy timeline KR-NTC-001
          audit policy timeline kr.telecom_business_act.interruption_notice
          audit policy timeline

        Exit status: 0 shown · 2 no such rule, or the policies cannot be read
        """))

  /// Whose history is shown; nil: all that have one.
  @Argument(
    help: help(
      ko: "규칙이나 지표의 식별자. 기준의 식별자를 적으면 그 가운데 바뀐 규칙을 적습니다.",
      en: "Id of a rule or measure; the id of a policy lists those of its rules that changed."))
  var rule: String?

  /// Where policies are and which language is spoken.
  @OptionGroup var options: PolicyOptions

  /// Writes the history; an unknown id ends the process with status 2.
  func run() throws {
    let language = options.spoken
    let set = try options.load()
    let sheet: Sheet
    if let rule {
      guard let history = set.timeline(of: rule) else {
        UnknownRule.report(rule, in: set, language)
        throw ExitCode(2)
      }
      sheet = history
    } else {
      sheet = set.timelines()
    }
    let layout = RenderOptions(language: language, color: Console.hasColor(.output), width: Console.width)
    Console.write(sheet.render(layout), to: .output)
  }
}
