import ArgumentParser
import Auditing
import Diagnostics

/// `audit functions [NAME]`.
struct FunctionsCommand: ParsableCommand {
  /// Name and help.
  static let configuration = CommandConfiguration(
    commandName: "functions",
    abstract: say(
      ko: "기준의 식에 쓰는 함수와 형식을 설명합니다.", en: "Explains the functions and forms of expressions."),
    usage: "audit functions [<name>] [--language <language>]",
    discussion: discussion(
      ko: """
        이름을 적지 않으면 모두를 주제별로 보여 줍니다.

        예:
          audit functions
          audit functions percentile
          audit functions '&&'

        종료 상태: 0 보여 줌 · 2 그런 함수가 없음
        """,
      en: """
        Without a name all of them, by topic.

        Examples:
          audit functions
          audit functions percentile
          audit functions '&&'

        Exit status: 0 shown · 2 there is no such function
        """))

  /// What is explained; nil: everything is listed.
  @Argument(help: help(ko: "함수나 형식의 이름.", en: "Name of a function or form."))
  var name: String?

  /// Nil: that of the locale.
  @Option(
    name: .long,
    help: help(ko: "언어. 적지 않으면 로캘을 따릅니다.", en: "Language; else by the locale."))
  var language: Language?

  /// Writes the page of the documentation; `Scripts/generate` asks for it.
  @Flag(name: .long, help: .hidden)
  var markdown = false

  /// Writes the list, the page or one entry; an unknown name ends with status 2.
  func run() throws {
    let language = language ?? .ofLocale
    guard let name else {
      let text =
        markdown ? FunctionReference.page(language) : FunctionReference.list(language, width: Console.width)
      return Console.write(text, to: .output)
    }
    guard !markdown, let entry = FunctionReference.entry(name, language, width: Console.width) else {
      return try reject(name, language)
    }
    Console.write(entry, to: .output)
  }

  private func reject(_ name: String, _ language: Language) throws {
    let shown = Printable.escaped(name)
    let hint =
      FunctionReference.nearest(to: name).map(Suggestion.hint)
      ?? LocalizedText(ko: " `audit functions`로 모두를 봅니다.", en: "; `audit functions` lists all")
    let text = LocalizedText(
      ko: markdown ? "`--markdown`은 이름 없이 씁니다" : "함수 `\(shown)`이(가) 없습니다.\(hint.ko)",
      en: markdown ? "`--markdown` is used without a name" : "there is no function `\(shown)`\(hint.en)")
    try Console.refuse(text, language)
  }
}
