import ArgumentParser
import Auditing
import Diagnostics

/// `audit policy mutate [RULE|POLICY…]`.
struct PolicyMutateCommand: ParsableCommand {
  /// Name and help.
  static let configuration = CommandConfiguration(
    commandName: "mutate",
    abstract: say(
      ko: "기준을 한 곳씩 바꾸어 시험이 알아채는지 봅니다.",
      en: "Changes policies one thing at a time and shows what no test notices."),
    usage: "audit policy mutate [<name> ...] [<options>]",
    discussion: discussion(
      ko: """
        수, 비교, 논리 연산, 날짜, 표의 칸, 선택지, 예외와 입증자료를 하나씩 바꾸어 그때마다 시험을 돌립니다. 파일은 고치지 않습니다.

        예:
          audit policy mutate KR-NTC-001
          audit policy mutate --policies 내기준 --least 100

        종료 상태: 0 --least 이상을 알아챔 · 1 그보다 적거나, 바꾸기 전에 시험이 맞지 않음 · 2 읽을 수 없거나 시험이 없음
        """,
      en: """
        A number, comparison, connective, date, table cell, choice, exception or proof is changed at a time and the tests are run on each change. No file is written.

        Examples:
          audit policy mutate KR-NTC-001
          audit policy mutate --policies my-policies --least 100

        Exit status: 0 at least --least are noticed · 1 fewer are, or tests fail before any change · 2 could not load, or no test found
        """))

  /// What is changed; empty: all policies.
  @Argument(
    help: help(
      ko: "규칙, 지표나 기준의 식별자. 적지 않으면 모든 기준을 바꿉니다.",
      en: "Ids of rules, measures or policies to change; else all policies."))
  var names: [String] = []

  /// Where policies are and which language is spoken.
  @OptionGroup var options: PolicyOptions

  /// The share that must be noticed.
  @Option(
    name: .long,
    help: help(
      ko: "알아채야 하는 변경의 비율(0~100).", en: "Percent of the changes that must be noticed, 0 to 100.",
      valueName: "percent"))
  var least = 95

  /// Whether noticed and refused changes are listed too.
  @Flag(
    name: .long,
    help: help(
      ko: "알아챈 변경과 검사에서 걸러진 변경도 모두 보여 줍니다.", en: "List every change, noticed and refused ones too."))
  var all = false

  /// Refuses a percentage that is none.
  func validate() throws {
    guard (0...100).contains(least) else {
      throw ValidationError(
        say(ko: "--least: 0에서 100 사이의 수를 적으십시오", en: "--least: expected a number from 0 to 100"))
    }
  }

  /// Writes a line for each change that no test notices, then the counts; ends with 0, 1 or 2.
  func run() throws {
    let language = options.spoken
    let set = try options.load()
    for name in names where !(set.ruleIDs + set.measureIDs + set.policyIDs).contains(name) {
      UnknownRule.report(name, in: set, language)
      throw ExitCode(2)
    }
    let result = MutationRun.run(set, names: names, today: AsOf.today)
    Console.report(result.diagnostics, language: language)
    if result.couldNotRun { throw ExitCode(2) }
    guard result.failures.isEmpty else {
      for failure in result.failures { Console.write(failure.line(language) + "\n", to: .output) }
      Console.write(
        say(
          ko: "audit: 시험이 모두 맞아야 변경을 시험해 볼 수 있습니다\n",
          en: "audit: all tests must hold before changes can be tried\n"), to: .errors)
      throw ExitCode(1)
    }
    for change in result.changes where all || change.isMissed {
      Console.write((all ? change.lineWithVerdict(language) : change.line(language)) + "\n", to: .output)
    }
    Console.write(result.summary(language) + "\n", to: .output)
    throw ExitCode(result.reaches(percent: least) ? 0 : 1)
  }
}
