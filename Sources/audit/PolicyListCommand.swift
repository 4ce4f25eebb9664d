import ArgumentParser
import Auditing
import Diagnostics

/// `audit policy list [WORD…]`.
struct PolicyListCommand: ParsableCommand {
  /// Name and help.
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say(ko: "기준과 그 규칙·지표의 목록을 보여 줍니다.", en: "Lists policies with their rules and measures."),
    usage: "audit policy list [<word> ...] [<options>]",
    discussion: discussion(
      ko: """
        예:
          audit policy list
          audit policy list 고지
          audit policy list kr.telecom_business_act.interruption_notice
          audit policy list KR-NTC --as-of 2022-10-15

        종료 상태: 0 보여 줌 · 2 맞는 것이 없거나 읽을 수 없음
        """,
      en: """
        Examples:
          audit policy list
          audit policy list notice
          audit policy list kr.telecom_business_act.interruption_notice
          audit policy list KR-NTC --as-of 2022-10-15

        Exit status: 0 shown · 2 nothing matches, or the policies cannot be read
        """))

  /// All of them must match; empty: everything is listed.
  @Argument(
    help: help(
      ko: "기준의 식별자, 또는 식별자·제목·근거에 들어 있는 글. 여럿이면 모두 맞는 것.",
      en: "The id of a policy, or text that an id, title or citation holds; with several all must match."))
  var words: [String] = []

  /// Where policies are and which language is spoken.
  @OptionGroup var options: PolicyOptions

  /// The day whose citations are shown.
  @OptionGroup var date: ShownDate

  /// Writes the list; no match ends with status 2.
  func run() throws {
    let language = options.spoken
    let day = try date.day(language)
    let set = try options.load()
    guard let list = set.ruleList(matching: words, on: day, language), !list.isEmpty else {
      let shown = words.map { "`\(Printable.escaped($0))`" }.joined(separator: " ")
      let near = words.first.flatMap { Suggestion.nearest(to: $0, among: set.policyIDs + set.ruleIDs) }
      let hint = near.map(Suggestion.hint)
      Console.write(
        LocalizedText(
          ko: "audit: \(shown.isEmpty ? "보여 줄 규칙" : "\(shown)에 맞는 규칙")이 없습니다.\(hint?.ko ?? "")\n",
          en: "audit: \(shown.isEmpty ? "there is no rule" : "no rule matches \(shown)")\(hint?.en ?? "")\n")[
            language], to: .errors)
      throw ExitCode(2)
    }
    Console.write(list.text(width: Console.width), to: .output)
  }
}
