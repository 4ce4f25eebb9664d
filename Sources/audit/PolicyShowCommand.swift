import ArgumentParser
import Auditing
import Diagnostics

/// `audit policy show RULE…`.
struct PolicyShowCommand: ParsableCommand {
  /// Name and help.
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say(
      ko: "규칙을 조문과 맞대어 볼 수 있는 글로 풀어 보여 줍니다.",
      en: "Reads rules aloud in plain sentences, to compare them with the article."),
    usage: "audit policy show <rule> ... [<options>]",
    discussion: discussion(
      ko: """
        적용 범위, 계산, 요건, 예외, 정해진 값과 표를 빠짐없이 글로 적습니다. 지표도 보여 줍니다.

        예:
          audit policy show KR-NTC-001
          audit policy show KR-NTC-001 KR-NTC-004 --as-of 2022-10-15
          audit policy show kr.telecom_business_act.interruption_notice

        종료 상태: 0 보여 줌 · 2 그런 규칙이나 기준이 없거나 읽을 수 없음
        """,
      en: """
        Scope, computations, requirement, exceptions, numbers and tables, with nothing left out. Measures can be \
        shown too.

        Examples:
          audit policy show KR-NTC-001
          audit policy show KR-NTC-001 KR-NTC-004 --as-of 2022-10-15
          audit policy show kr.telecom_business_act.interruption_notice

        Exit status: 0 shown · 2 no such rule or policy, or the policies cannot be read
        """))

  /// Ids of rules, measures and policies, in the order in which they are shown.
  @Argument(
    help: help(
      ko: "규칙이나 지표의 식별자. 기준의 식별자를 적으면 그 규칙과 지표를 모두 보여 줍니다.",
      en: "Ids of rules or measures; the id of a policy stands for all of both."))
  var rules: [String]

  /// Where policies are and which language is spoken.
  @OptionGroup var options: PolicyOptions

  /// The day whose versions are shown first.
  @OptionGroup var date: ShownDate

  /// Writes all readings, or none and status 2 where one of the names means nothing.
  func run() throws {
    let language = options.spoken
    let day = try date.day(language)
    let set = try options.load()
    var texts: [String] = []
    var isWhole = true
    for id in rules {
      guard let readings = set.readings(of: id, on: day, language) else {
        UnknownRule.report(id, in: set, language)
        isWhole = false
        continue
      }
      if readings.isEmpty { texts.append(Self.nothing(id)[language]) }
      texts += readings.map { $0.text(width: Console.width) }
    }
    // Nothing is shown beside a name that means nothing: a reader would take the rest for the whole.
    guard isWhole else { throw ExitCode(2) }
    let rule = String(repeating: "─", count: Console.width)
    Console.write(texts.joined(separator: "\n\(rule)\n\n"), to: .output)
  }

  private static func nothing(_ id: String) -> LocalizedText {
    LocalizedText(ko: "기준 \(id)에는 규칙이 없습니다.\n", en: "Policy \(id) has no rules.\n")
  }
}

/// `--as-of` of the commands that show policies: the day whose versions are shown.
struct ShownDate: ParsableArguments {
  /// `today` or a date as it was written.
  @Option(
    name: .long,
    help: help(
      ko: "어느 날의 판을 보여 줄지: today(기본) 또는 YYYY-MM-DD.",
      en: "The day whose versions are shown: today (the default) or YYYY-MM-DD.", valueName: "date"))
  var asOf = "today"

  /// The day as `YYYY-MM-DD`; what is no date ends the process with status 2.
  func day(_ language: Language) throws -> String {
    let day = asOf == "today" ? AsOf.today : asOf
    guard PolicySet.isDate(day) else {
      let shown = Printable.escaped(asOf)
      Console.write(
        LocalizedText(
          ko: "audit: `--as-of \(shown)`: today 또는 YYYY-MM-DD를 적으십시오.\n",
          en: "audit: `--as-of \(shown)`: expected today or YYYY-MM-DD\n")[language], to: .errors)
      throw ExitCode(2)
    }
    return day
  }
}
