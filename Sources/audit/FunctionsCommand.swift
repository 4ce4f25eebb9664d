import ArgumentParser
import Auditing
import Diagnostics

/// `audit functions [NAME]`.
struct FunctionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "functions",
    abstract: say(
      ko: "기준의 식에 쓰는 함수와 형식을 설명합니다.", en: "Explains the functions and forms of expressions."),
    discussion: say(
      ko: """
        이름을 적지 않으면 모두를 주제별로 한 줄씩 보여 줍니다.
        예: audit functions · audit functions percentile · audit functions '&&'
        종료 상태: 0 · 2 그런 함수가 없음
        """,
      en: """
        Without a name all of them, by topic, one line each.
        Examples: audit functions · audit functions percentile · audit functions '&&'
        Exit status: 0 · 2 there is no such function
        """))

  @Argument(help: help(ko: "함수나 형식의 이름.", en: "Name of a function or form."))
  var name: String?

  @Option(
    name: .long,
    help: help(ko: "언어: ko 또는 en. 적지 않으면 로캘을 따릅니다.", en: "Language: ko or en; else by the locale."))
  var language: Language?

  @Flag(name: .long, help: .hidden)
  var markdown = false

  func run() throws {
    let language = language ?? .ofLocale
    guard let name else {
      let text = markdown ? FunctionReference.page(language) : FunctionReference.list(language)
      return Console.write(text, to: .output)
    }
    guard !markdown, let entry = FunctionReference.entry(name, language) else {
      return try reject(name, language)
    }
    Console.write(entry, to: .output)
  }

  private func reject(_ name: String, _ language: Language) throws {
    let shown = Printable.escaped(name)
    let near = FunctionReference.nearest(to: name)
    let text = LocalizedText(
      ko: markdown
        ? "`--markdown`은 이름 없이 씁니다"
        : "함수 `\(shown)`이(가) 없습니다." + (near.map { " `\($0)`을(를) 찾으셨습니까?" } ?? " `audit functions`로 모두를 봅니다."),
      en: markdown
        ? "`--markdown` is used without a name"
        : "there is no function `\(shown)`"
          + (near.map { "; did you mean `\($0)`?" } ?? "; `audit functions` lists all"))
    Console.write("audit: \(text[language])\n", to: .errors)
    throw ExitCode(2)
  }
}
