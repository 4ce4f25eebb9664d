import ArgumentParser
import Auditing
import Diagnostics
import Findings
import Reporting

/// `audit vocabulary [PATH]`.
struct VocabularyCommand: ParsableCommand {
  /// Name and help.
  static let configuration = CommandConfiguration(
    commandName: "vocabulary",
    abstract: say(
      ko: "보상안에 적을 수 있는 사실을 설명합니다.",
      en: "Documents the facts that a scheme may state."),
    usage: "audit vocabulary [<path>] [<options>]",
    discussion: discussion(
      ko: """
        경로가 없으면 용어집 전체를 나무꼴로 보여 줍니다. 경로나 이름을 주면 그 사실의 뜻, 그것을 쓰는 규칙, \
        적는 법을 보여 줍니다.

        예:
          audit vocabulary
          audit vocabulary scheme.awards
          audit vocabulary 'scheme.services[kakaotalk].users'
          audit vocabulary award.kind
          audit vocabulary '접수 마감일'

        종료 상태: 0 보여 줌 · 2 그런 사실이 없거나 기준을 읽을 수 없음
        """,
      en: """
        Without a path the whole vocabulary is shown as a tree. With a path or a name: what the fact means, \
        which rules read it, and how to state it.

        Examples:
          audit vocabulary
          audit vocabulary scheme.awards
          audit vocabulary 'scheme.services[kakaotalk].users'
          audit vocabulary award.kind
          audit vocabulary 'submission date'

        Exit status: 0 shown · 2 there is no such fact, or the policies cannot be read
        """))

  /// A path, the beginning of one, or a name; nil: the whole vocabulary.
  @Argument(
    help: help(
      ko: "사실, 묶음, 요소의 경로나 그 앞부분, 또는 한국어·영어 이름.",
      en: "Path of a fact, a group or an element, or its beginning; or a Korean or English name."))
  var path: String?

  /// Id of the vocabulary; nil: the only one, or else all are searched.
  @Option(
    name: .long,
    help: help(ko: "용어집이 여럿일 때 볼 용어집.", en: "Which vocabulary, if several are loaded.", valueName: "id"))
  var vocabulary: String?

  /// Where policies are and which language is spoken.
  @OptionGroup var options: PolicyOptions

  /// Writes the page; an unknown fact ends with status 2.
  func run() throws {
    let language = options.spoken
    let policies = try options.load()
    var log = DiagnosticLog()
    let sheet = policies.vocabularySheet(path, of: vocabulary, diagnostics: &log)
    Console.report(log.sorted, language: language)
    guard let sheet else { throw ExitCode(2) }
    let layout = RenderOptions(
      language: language, color: Console.hasColor(.output), width: Console.width)
    Console.write(sheet.render(layout), to: .output)
  }
}
