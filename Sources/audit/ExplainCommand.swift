import ArgumentParser
import Auditing
import Diagnostics

/// `audit explain RULE`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: say(
      ko: "기준 하나를 설명합니다: 요구, 근거와 연혁, 예외, 고치는 법.",
      en: "Explains one rule: what it asks, its basis and history, exceptions, how to comply."),
    discussion: say(
      ko: "예: audit explain KR-NTC-001 --language ko", en: "Example: audit explain KR-NTC-001 --language en"))

  @Argument(help: help(ko: "규칙의 식별자.", en: "Id of the rule."))
  var rule: String

  @OptionGroup var options: PolicyOptions

  func run() throws {
    let language = options.spoken
    let set = try options.load()
    guard let explanation = set.explanation(of: rule) else {
      let near = Suggestion.nearest(to: rule, among: set.ruleIDs)
      let shown = Printable.escaped(rule)
      let hint = near.map(Suggestion.hint)
      Console.write(
        LocalizedText(
          ko: "audit: 규칙 `\(shown)`이(가) 없습니다.\(hint?.ko ?? "")\n",
          en: "audit: there is no rule `\(shown)`\(hint?.en ?? "")\n")[
            language], to: .errors)
      throw ExitCode(2)
    }
    Console.write(explanation.text(language), to: .output)
  }
}
