import ArgumentParser
import Auditing
import Diagnostics
import Glibc

/// `audit policy new ID --output DIR`.
struct PolicyNewCommand: ParsableCommand {
  /// Name and help.
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: say(
      ko: "규칙 하나와 시험이 있는 새 기준의 틀을 만듭니다.", en: "Makes the frame of a new policy: one rule with tests."),
    usage: "audit policy new <id> --output <folder> [<options>]",
    discussion: discussion(
      ko: """
        <folder>/<id>/에 policy.yaml(기준), tests.yaml(시험), base.yaml(시험용 보상안)과 설명 쪽을 만들고 바로 검사하고 시험합니다. \
        이미 있는 것은 덮어쓰지 않습니다. 쓰는 법은 docs/ko/writing-policies.md에 있습니다.

        예:
          audit policy new kr.my_guideline --output 내기준 --title-ko '회신 기한'
          audit policy new my.rules --policies 내기준 --output 내기준
          audit policy new my.rules --output 내기준 --fact service.users

        종료 상태: 0 만듦 · 2 만들 수 없음
        """,
      en: """
        Writes policy.yaml, tests.yaml, base.yaml (the scheme that the tests vary) and the rule's pages to <folder>/<id>/, \
        checks them and runs the tests. Nothing is overwritten. docs/writing-policies.md says how to go on.

        Examples:
          audit policy new kr.my_guideline --output my-policies --title-en 'Replies'
          audit policy new my.rules --policies my-policies --output my-policies
          audit policy new my.rules --output my-policies --fact service.users

        Exit status: 0 made · 2 cannot be made
        """))

  /// The policy's id.
  @Argument(
    help: help(
      ko: "기준의 식별자. 한번 정하면 바꾸지 않습니다.", en: "The policy's id, which never changes once it is chosen."))
  var id: String

  /// The folder in which the policy's own folder is made.
  @Option(
    name: .long,
    help: help(ko: "기준의 폴더를 만들 곳.", en: "Where the policy's folder is made.", valueName: "folder"))
  var output: String

  /// Korean title; nil: a text to be replaced.
  @Option(name: .long, help: help(ko: "한국어 제목.", en: "The title in Korean.", valueName: "text"))
  var titleKo: String?

  /// English title; nil: a text to be replaced.
  @Option(name: .long, help: help(ko: "영어 제목.", en: "The title in English.", valueName: "text"))
  var titleEn: String?

  /// Id of the vocabulary; nil: the bundled one, or the only one.
  @Option(
    name: .long,
    help: help(
      ko: "용어집. 적지 않으면 compensation_scheme이나 하나뿐인 것.",
      en: "The vocabulary; else compensation_scheme, or the only one.", valueName: "id"))
  var vocabulary: String?

  /// The fact that the rule asks about; nil: one that suits.
  @Option(
    name: .long,
    help: help(
      ko: "첫 규칙이 물을 사실(audit vocabulary가 보여 주는 이름).",
      en: "The fact that the first rule asks about, as audit vocabulary names it.", valueName: "fact"))
  var fact: String?

  /// Where policies are and which language is spoken.
  @OptionGroup var options: PolicyOptions

  /// Refuses titles that a line of a file cannot hold.
  func validate() throws {
    for title in [titleKo, titleEn].compactMap({ $0 })
    where title.isEmpty || title != Printable.escaped(title) {
      throw ValidationError(
        say(
          ko: "제목에 빈 글이나 줄 바꿈, 제어 문자를 쓸 수 없습니다",
          en: "a title must not be empty or hold line breaks or control characters"))
    }
  }

  /// Makes the folder, then checks and tests what is in it.
  func run() throws {
    let language = options.spoken
    let set = try options.load()
    var log = DiagnosticLog()
    let title = LocalizedText(
      ko: titleKo ?? "(적을 것) 기준의 제목", en: titleEn ?? "(fill in) title of the policy")
    let made = set.scaffold(id, title: title, vocabulary: vocabulary, fact: fact, diagnostics: &log)
    Console.report(log.sorted, language: language)
    guard let made else { throw ExitCode(2) }
    let folder = PageFolder(path: PageFolder(path: output).place(made.id))
    do throws(PageFolder.Failure) {
      try PageFolder.create(output)
      try write(made, to: folder)
    } catch {
      error.report(language)
      throw ExitCode(2)
    }
    try tell(made, in: folder)
  }

  /// Writes the files into a folder that must not exist yet.
  private func write(_ made: PolicyScaffold, to folder: PageFolder) throws(PageFolder.Failure) {
    // An existing folder is refused by the system itself, so that nothing can come between.
    guard mkdir(folder.path, 0o777) == 0 else {
      throw PageFolder.Failure(
        path: folder.path,
        reason: errno == EEXIST
          ? LocalizedText(ko: "이미 있으며 덮어쓰지 않습니다", en: "it is there already and is not overwritten")
          : File.Failure(code: errno).reason)
    }
    for file in made.files {
      do throws(File.Failure) {
        try File.replace(folder.place(file.name), with: [Array(file.text.utf8)])
      } catch {
        throw PageFolder.Failure(path: folder.place(file.name), reason: error.reason)
      }
    }
  }

  /// Checks and tests the new policy, writes its pages, and says what to do next.
  private func tell(_ made: PolicyScaffold, in folder: PageFolder) throws {
    let language = options.spoken
    let locations = try options.locations()
    let (set, problems) = PolicySet.load(locations + [folder.path], isReviewing: true)
    let own = problems.filter { $0.severity != .note && $0.location?.file.hasPrefix(folder.path) == true }
    Console.report(set == nil ? problems.filter { $0.severity == .error } : own, language: language)
    guard let set else { throw ExitCode(2) }
    let result = PolicyTestRunner.run(set, files: [folder.place("tests.yaml")], today: AsOf.today)
    Console.report(result.diagnostics, language: language)
    for failure in result.failures { Console.write(failure.line(language) + "\n", to: .output) }
    var log = DiagnosticLog()
    let pages = PageFolder(path: folder.place("pages"))
    do throws(PageFolder.Failure) {
      try PageFolder.create(pages.path)
      try pages.write(set.rulePages(of: [made.id], diagnostics: &log))
    } catch {
      error.report(language)
      throw ExitCode(2)
    }
    Console.write(summary(made, folder, locations, result)[language], to: .output)
    if result.exitStatus != 0 { throw ExitCode(2) }
  }

  private func summary(
    _ made: PolicyScaffold, _ folder: PageFolder, _ locations: [String], _ result: PolicyTestResult
  ) -> LocalizedText {
    let place = Printable.escaped(folder.path)
    let isInside = locations.contains { folder.path.hasPrefix($0.hasSuffix("/") ? $0 : $0 + "/") }
    let paths = (locations + (isInside ? [] : [folder.path])).map { "--policies " + Self.word($0) }
      .joined(separator: " ")
    return LocalizedText(
      ko: """
        만듦: \(place)/policy.yaml, tests.yaml, base.yaml, pages/
        규칙 \(made.rule)은(는) 사실 \(made.fact)에 대하여 묻습니다. 시험: \(result.passed)건 맞음, \(result.failed)건 다름

        다음에 할 일:
          1. policy.yaml에서 ‘(적을 것)’을 조문에 맞게 고치고, tests.yaml에 경계의 양쪽을 적습니다
          2. audit policy check \(paths)
          3. audit policy test \(paths) \(Self.word(folder.place("tests.yaml")))
          4. audit policy show \(made.rule) \(paths)
          5. audit policy docs \(paths) --output 쪽을_둘_폴더

        """,
      en: """
        made \(place)/policy.yaml, tests.yaml, base.yaml, pages/
        rule \(made.rule) asks about the fact \(made.fact); tests: \(result.passed) passed, \(result.failed) failed

        next:
          1. replace what says "(fill in)" in policy.yaml by what the text says; put both sides of every boundary into tests.yaml
          2. audit policy check \(paths)
          3. audit policy test \(paths) \(Self.word(folder.place("tests.yaml")))
          4. audit policy show \(made.rule) \(paths)
          5. audit policy docs \(paths) --output FOLDER

        """)
  }

  /// A path as a shell takes it for one word.
  private static func word(_ path: String) -> String {
    let isPlain = path.allSatisfy { $0.isLetter || $0.isNumber || "/._-+=:@%".contains($0) }
    return Printable.escaped(isPlain ? path : "'" + path.replacing("'", with: "'\\''") + "'")
  }
}
