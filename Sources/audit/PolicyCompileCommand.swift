import ArgumentParser
import Auditing
import Diagnostics
import Glibc

/// `audit policy compile`.
struct PolicyCompileCommand: ParsableCommand {
  /// Name and help.
  static let configuration = CommandConfiguration(
    commandName: "compile",
    abstract: say(
      ko: "읽어 들인 기준을 저장해 다음 점검을 빠르게 합니다.",
      en: "Keeps policies as they were loaded, so that audits begin sooner."),
    usage: "audit policy compile [<options>]",
    discussion: discussion(
      ko: """
        기준 파일을 읽어 들인 결과를 프로그램 곁의 파일 하나(`policies.pack`)에 저장합니다. 그 뒤 `audit 보상안`은 기준 파일이 하나도 바뀌지 않았고 프로그램도 그대로일 때만 이것을 쓰고, 그 밖에는 늘 하던 대로 기준 파일을 읽습니다. 보고서는 한 바이트도 달라지지 않습니다. 언제든 지워도 되고, 지우고 다시 점검해도 보고서는 같습니다.

        이 파일은 하나뿐이라 다른 기준을 저장하면 바뀝니다. 점검할 때에도 같은 `--policies`를 적습니다. 설치할 때에는 함께 설치되는 기준으로 이 파일을 저절로 만듭니다. `audit policy check`처럼 기준을 살펴보지는 않습니다.

        예:
          audit policy compile
          audit policy compile --policies 내기준
          audit policy compile --check

        종료 상태: 0 저장함(--check: 점검에 쓰임) · 1 --check: 쓰이지 않음 · 2 기준에 잘못이나 읽을 때 나오는 경고가 있거나, 저장할 수 없거나 저장해도 쓰이지 않음
        """,
      en: """
        Keeps what reading the policy files came to in one file beside the program (`policies.pack`). From then on `audit SCHEME` uses it if no policy file has changed and the program is the same; else it reads the policy files as ever. Reports are the same, byte for byte. The file may be deleted at any time: an audit without it gives the same report.

        There is one such file: compiling other policies replaces it. Name the same `--policies` in the audit. Installing makes it for the policies that are installed. It does not review policies as `audit policy check` does.

        Examples:
          audit policy compile
          audit policy compile --policies my-policies
          audit policy compile --check

        Exit status: 0 kept (--check: in use) · 1 --check: not in use · 2 the policies have errors or a warning that reading them gives, or the file cannot be written or used
        """))

  /// Where policies are and which language is spoken.
  @OptionGroup var options: PolicyOptions

  /// Whether to say only if audits use what is kept.
  @Flag(
    name: .long,
    help: help(
      ko: "저장하지 않고, 이 기준의 점검에 저장해 둔 것이 쓰이는지, 아니면 왜 쓰이지 않는지 알려 줍니다.",
      en: "Keep nothing, and say whether audits by these policies use what is kept, or why not."))
  var check = false

  /// Writes the pack, or looks at it, and says so.
  func run() throws {
    let language = options.spoken
    let (set, diagnostics) = PolicySet.load(try options.locations())
    let problems = diagnostics.filter { $0.severity > .note }
    Console.report(problems, language: language)
    guard let set, problems.isEmpty else {
      let nothing =
        check
        ? LocalizedText(ko: "저장해 둔 것은 점검에 쓰이지 않습니다", en: "audits do not use what is kept")
        : LocalizedText(ko: "저장하지 않았습니다", en: "nothing was kept")
      try refuse(
        ko: "\(nothing.ko). 위의 문제를 먼저 고치십시오", en: "\(nothing.en); put right what is named above first",
        language)
    }
    guard let path = PolicyLocation.pack() else {
      try refuse(ko: "저장할 자리를 찾을 수 없습니다", en: "there is no place to keep policies", language)
    }
    if check { try look(at: path, set, language) }
    guard let bytes = set.packed() else {
      try refuse(
        ko: "이 프로그램은 이 기준을 저장할 수 없습니다. 점검은 기준 파일을 읽어서 합니다",
        en: "this build of the program cannot keep these policies; audits read the files", language)
    }
    let shown = Printable.escaped(path)
    do throws(File.Failure) {
      guard Self.canBeReplaced(path) else { throw File.Failure(code: EEXIST) }
      // All users of the program read it, and nobody else may write it.
      try File.replace(path, with: [bytes], rights: 0o644)
    } catch {
      try refuse(
        ko: "`\(shown)`에 쓸 수 없습니다: \(error.reason.ko). 저장하지 않았습니다",
        en: "cannot write `\(shown)`: \(error.reason.en); nothing was kept", language)
    }
    if let reason = Self.refusal(of: path, for: set).map({ Self.words(for: $0) }) {
      try refuse(
        ko: "`\(shown)`에 저장했지만 점검에는 쓰이지 않습니다: \(reason.ko)",
        en: "kept in `\(shown)`, but audits do not use it: \(reason.en)", language)
    }
    inform(
      ko: "기준 \(set.policyCount)건을 `\(shown)`에 저장했습니다",
      en: "kept \(set.policyCount) \(set.policyCount == 1 ? "policy" : "policies") in `\(shown)`", language)
  }

  /// Says whether audits use what is kept; ends with 0 or 1.
  private func look(at path: String, _ set: PolicySet, _ language: Language) throws -> Never {
    let shown = Printable.escaped(path)
    guard let reason = Self.refusal(of: path, for: set).map({ Self.words(for: $0) }) else {
      inform(ko: "점검에 `\(shown)`을(를) 씁니다", en: "audits use `\(shown)`", language)
      throw ExitCode(0)
    }
    inform(
      ko: "점검에 `\(shown)`을(를) 쓰지 않고 기준 파일을 읽습니다: \(reason.ko)",
      en: "audits read the policy files and do not use `\(shown)`: \(reason.en)", language)
    throw ExitCode(1)
  }

  /// Why audits do not use what is kept; nil where they do.
  private static func refusal(of path: String, for set: PolicySet) -> PolicyPack.Refusal? {
    do throws(PolicyPack.Refusal) {
      return set.refusal(of: try PolicyPack(at: path))
    } catch {
      return error
    }
  }

  private static func words(for refusal: PolicyPack.Refusal) -> LocalizedText {
    switch refusal {
    case .absent: LocalizedText(ko: "읽을 수 있는 파일이 없습니다", en: "there is no file that can be read")
    case .untrusted:
      LocalizedText(
        ko: "프로그램을 바꿀 수 없는 사람이 그 파일을 바꿀 수 있습니다",
        en: "somebody who cannot replace the program can write that file")
    case .ofAnotherBuild: LocalizedText(ko: "다른 빌드의 프로그램이 만들었습니다", en: "another build of the program made it")
    case .damaged: LocalizedText(ko: "파일이 상했습니다", en: "it is damaged")
    case .ofOtherFiles:
      LocalizedText(
        ko: "다른 기준으로 만들었거나, 그 뒤 기준 파일이 바뀌었습니다",
        en: "it was made of other policies, or a policy file has changed since")
    case .withoutBuild:
      LocalizedText(ko: "이 프로그램은 기준을 저장할 수 없습니다", en: "this build of the program cannot keep policies")
    }
  }

  /// Whether there is nothing at a path but perhaps a plain file: writing into a pipe would wait for a reader.
  private static func canBeReplaced(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
  }

  private func inform(ko: String, en: String, _ language: Language) {
    Console.write(LocalizedText(ko: ko, en: en)[language] + "\n", to: .output)
  }

  private func refuse(ko: String, en: String, _ language: Language) throws -> Never {
    try Console.refuse(LocalizedText(ko: ko, en: en), language)
  }
}
