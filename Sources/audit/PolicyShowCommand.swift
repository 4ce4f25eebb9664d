import ArgumentParser
import Auditing
import Diagnostics

/// `audit policy show RULE…`.
struct PolicyShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say(
      ko: "규칙을 조문과 맞대어 볼 수 있는 글로 풀어 보여 줍니다.",
      en: "Reads rules aloud in plain sentences, to compare them with the article."),
    discussion: say(
      ko: """
        적용 범위, 계산, 요건, 예외, 정해진 값과 표를 빠짐없이 글로 적습니다.
        예:
          audit policy show KR-NTC-001
          audit policy show KR-NTC-001 KR-NTC-004 --as-of 2022-10-15
          audit policy show kr.telecom_business_act.interruption_notice
        종료 상태: 0 보여 줌 · 2 그런 규칙이나 기준이 없거나 읽을 수 없음
        """,
      en: """
        Scope, computations, requirement, exceptions, numbers and tables, with nothing left out.
        Examples:
          audit policy show KR-NTC-001
          audit policy show KR-NTC-001 KR-NTC-004 --as-of 2022-10-15
          audit policy show kr.telecom_business_act.interruption_notice
        Exit status: 0 shown · 2 no such rule or policy, or the policies cannot be read
        """))

  @Argument(
    help: help(
      ko: "규칙의 식별자. 기준의 식별자를 적으면 그 기준의 규칙을 모두 보여 줍니다.",
      en: "Ids of rules; the id of a policy stands for all its rules."))
  var rules: [String]

  @OptionGroup var options: PolicyOptions

  @OptionGroup var date: ShownDate

  func run() throws {
    let language = options.spoken
    let day = try date.day(language)
    let set = try options.load()
    var texts: [String] = []
    var isWhole = true
    for id in rules {
      guard let readings = set.readings(of: id, on: day, language) else {
        reportUnknown(id, in: set, language)
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

  private func reportUnknown(_ id: String, in set: PolicySet, _ language: Language) {
    let near = Suggestion.nearest(to: id, among: set.ruleIDs + set.policyIDs)
    let shown = Printable.escaped(id)
    let hint = near.map(Suggestion.hint)
    let list = LocalizedText(
      ko: " `audit policy list`가 목록을 보여 줍니다.", en: "; `audit policy list` shows them all")
    Console.write(
      LocalizedText(
        ko: "audit: 규칙이나 기준 `\(shown)`이(가) 없습니다.\(hint?.ko ?? list.ko)\n",
        en: "audit: there is no rule or policy `\(shown)`\(hint?.en ?? list.en)\n")[language], to: .errors)
  }
}

/// `--as-of` of the commands that show policies: the day whose versions are shown.
struct ShownDate: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      say(
        ko: "어느 날의 판을 보여 줄지: today(기본) 또는 YYYY-MM-DD.",
        en: "The day whose versions are shown: today (the default) or YYYY-MM-DD."),
      valueName: "date"))
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
