import ArgumentParser
import Auditing
import Diagnostics

/// `audit policy compile`.
struct PolicyCompileCommand: ParsableCommand {
  /// Name and help.
  static let configuration = CommandConfiguration(
    commandName: "compile",
    abstract: say(
      ko: "검사를 마친 기준을 저장해 다음 점검을 빠르게 합니다.",
      en: "Keeps checked policies, so that audits begin sooner."),
    usage: "audit policy compile [<options>]",
    discussion: discussion(
      ko: """
        기준 파일을 읽고 검사한 결과를 프로그램 곁의 파일에 담아 둡니다. 그 뒤 `audit 보상안`은 기준 파일이 하나도
        바뀌지 않았고 같은 프로그램일 때만 이것을 쓰고, 그 밖에는 늘 하던 대로 파일을 읽습니다. 보고서는 한 바이트도
        달라지지 않습니다. 설치할 때 함께 설치된 기준에 대해 저절로 만들어집니다.

        예:
          audit policy compile
          audit policy compile --policies 내기준

        종료 상태: 0 저장함 · 2 기준에 잘못이나 경고가 있거나 쓸 수 없음
        """,
      en: """
        Keeps what reading and checking the policy files came to in a file beside the program. From then on
        `audit SCHEME` uses it if no policy file has changed and the program is the same one; else it reads the files as
        ever. Reports are the same, byte for byte. Installing does this for the policies that are installed.

        Examples:
          audit policy compile
          audit policy compile --policies my-policies

        Exit status: 0 kept · 2 the policies have errors or warnings, or the file cannot be written
        """))

  /// Where policies are and which language is spoken.
  @OptionGroup var options: PolicyOptions

  /// Nil: where audits look for it.
  @Option(
    name: .long,
    help: help(
      ko: "저장할 파일. 적지 않으면 점검할 때 찾는 자리에 씁니다.",
      en: "File to write; else the one in which audits look.", valueName: "path"))
  var output: String?

  /// Writes the pack and says so.
  func run() throws {
    let language = options.spoken
    let set = try options.load(withWarnings: true)
    guard !set.diagnostics.contains(where: { $0.severity > .note }) else {
      try refuse(
        ko: "경고가 있는 기준은 저장하지 않습니다. 위의 경고를 먼저 고치십시오",
        en: "policies with warnings are not kept; put right what is named above first", language)
    }
    guard let program = BuildIdentity.current(), let bytes = set.packed(for: program) else {
      try refuse(
        ko: "이 프로그램은 기준을 저장할 수 없습니다. 점검은 기준 파일을 읽어서 합니다",
        en: "this build of the program cannot keep policies; audits read the files", language)
    }
    guard let path = output ?? PolicyLocation.pack() else {
      try refuse(ko: "저장할 자리를 찾을 수 없습니다", en: "there is no place to keep them", language)
    }
    let shown = Printable.escaped(path)
    try OutputFiles(paths: [path]).check(against: set.files, language)
    do throws(File.Failure) {
      try File.replace(path, with: [bytes])
    } catch {
      try refuse(
        ko: "`\(shown)`에 쓸 수 없습니다: \(error.reason.ko)", en: "cannot write `\(shown)`: \(error.reason.en)",
        language)
    }
    Console.write(
      LocalizedText(
        ko: "기준 \(set.policyCount)건을 `\(shown)`에 저장했습니다",
        en: "kept \(set.policyCount) \(set.policyCount == 1 ? "policy" : "policies") in `\(shown)`")[language]
        + "\n",
      to: .output)
  }

  private func refuse(ko: String, en: String, _ language: Language) throws -> Never {
    Console.write("audit: \(LocalizedText(ko: ko, en: en)[language])\n", to: .errors)
    throw ExitCode(2)
  }
}
