import ArgumentParser
import Auditing
import Diagnostics

/// `audit policy docs --output DIR`.
struct PolicyDocsCommand: ParsableCommand {
  /// Name and help.
  static let configuration = CommandConfiguration(
    commandName: "docs",
    abstract: say(
      ko: "규칙마다 설명 쪽을 한국어와 영어로 만듭니다.", en: "Makes a page per rule, in Korean and English."),
    usage: "audit policy docs --output <folder> [--check] [<options>]",
    discussion: discussion(
      ko: """
        쪽마다 요구 사항, 근거와 연혁, 취지, 충족하는 경우와 아닌 경우, 예외와 입증자료, 고치는 법, 정해진 수를 적습니다. \
        폴더 안의 ko/와 en/에 쓰고, 없어진 규칙의 쪽은 지우며, 그 밖의 파일은 건드리지 않습니다.

        예:
          audit policy docs --output docs/rules
          audit policy docs --policies 내기준 --output 쪽 --check

        종료 상태: 0 만듦(--check이면 모두 최신) · 1 최신이 아닌 쪽이 있음(--check) · 2 읽거나 쓸 수 없음
        """,
      en: """
        A page says what is asked, basis and history, why, when it is met and when not, exceptions and their proof, \
        how to comply, and the numbers. Pages are written to ko/ and en/ in the folder; pages of rules that are gone \
        are removed, and nothing else there is touched.

        Examples:
          audit policy docs --output docs/rules
          audit policy docs --policies my-policies --output pages --check

        Exit status: 0 made (with --check: all are fresh) · 1 some are not fresh (--check) · 2 could not read or write
        """))

  /// Where the pages lie.
  @Option(
    name: .long,
    help: help(
      ko: "쪽을 쓸 폴더. 없으면 만듭니다.", en: "Folder of the pages; made if there is none.", valueName: "folder"))
  var output: String

  /// Whether to compare and write nothing.
  @Flag(
    name: .long,
    help: help(ko: "쓰지 않고 최신이 아닌 쪽을 알려 줍니다.", en: "Write nothing; say which pages are not fresh."))
  var check = false

  /// Where policies are and which language is spoken.
  @OptionGroup var options: PolicyOptions

  /// Writes or compares the pages.
  func run() throws {
    let language = options.spoken
    let set = try options.load()
    var log = DiagnosticLog()
    let pages = set.rulePages(diagnostics: &log)
    Console.report(log.sorted.filter { $0.severity == .error }, language: language)
    guard !log.hasErrors else { throw ExitCode(2) }
    let folder = PageFolder(path: output)
    let (stale, abandoned) = (folder.stale(pages), folder.abandoned(besides: pages))
    guard !check else { return try report(stale.map(\.path), abandoned, of: pages.count, in: folder) }
    do throws(PageFolder.Failure) {
      try folder.write(stale)
      try folder.remove(abandoned)
    } catch {
      error.report(language)
      throw ExitCode(2)
    }
    Console.write(
      LocalizedText(
        ko: "쪽 \(pages.count)개: \(stale.count)개를 쓰고 \(abandoned.count)개를 지움\n",
        en: "\(pages.count) pages: \(stale.count) written, \(abandoned.count) removed\n")[language],
      to: .output)
  }

  /// Names what is not fresh; ends with status 1 where anything is not.
  private func report(
    _ stale: [String], _ abandoned: [String], of count: Int, in folder: PageFolder
  ) throws {
    let language = options.spoken
    func line(_ name: String, _ why: LocalizedText) {
      Console.write("\(Printable.escaped(folder.place(name))): \(why[language])\n", to: .output)
    }
    for name in stale { line(name, LocalizedText(ko: "최신이 아니거나 없음", en: "not fresh, or missing")) }
    for name in abandoned { line(name, LocalizedText(ko: "없어진 규칙의 쪽", en: "page of a rule that is gone")) }
    let isFresh = stale.isEmpty && abandoned.isEmpty
    Console.write(
      LocalizedText(
        ko: isFresh
          ? "쪽 \(count)개가 모두 최신임\n"
          : "쪽 \(count)개 가운데 \(stale.count)개가 최신이 아니고, 지울 것이 \(abandoned.count)개임\n",
        en: isFresh
          ? "all \(count) pages are fresh\n"
          : "\(stale.count) of \(count) pages are not fresh, \(abandoned.count) to remove\n")[language],
      to: .output)
    if !isFresh { throw ExitCode(1) }
  }
}

extension PageFolder.Failure {
  /// Says on the error stream which file could not be written, and why.
  func report(_ language: Language) {
    let shown = Printable.escaped(path)
    Console.write(
      LocalizedText(
        ko: "audit: `\(shown)`: 쓸 수 없습니다(\(reason.ko))\n",
        en: "audit: `\(shown)`: cannot be written (\(reason.en))\n")[
          language], to: .errors)
  }
}
