import ArgumentParser
import Auditing
import Diagnostics

/// `audit policy …`.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: say(ko: "기준을 보여 주고, 검사하고, 시험합니다.", en: "Shows, checks and tests policies."),
    subcommands: [
      PolicyListCommand.self, PolicyShowCommand.self, PolicyCheckCommand.self, PolicyTestCommand.self,
    ])
}

/// `audit policy check`.
struct PolicyCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: say(ko: "기준 파일의 잘못을 모두 알려 줍니다.", en: "Reports every problem of the policy files."),
    discussion: say(
      ko: "예: audit policy check --policies 내기준\n종료 상태: 0 잘못 없음 · 2 잘못 있음(--strict이면 경고도)",
      en:
        "Example: audit policy check --policies my-policies\nExit status: 0 no problem · 2 a problem (with --strict a warning too)"
    ))

  @Argument(
    help: help(ko: "기준 파일이나 폴더. --policies와 같습니다.", en: "Policy files or directories, as --policies."))
  var paths: [String] = []

  @OptionGroup var options: PolicyOptions

  @Flag(name: .long, help: help(ko: "경고도 잘못으로 셉니다.", en: "Warnings count as errors."))
  var strict = false

  func run() throws {
    let language = options.spoken
    var locations = options
    locations.policies += paths
    let (set, found) = PolicySet.load(try locations.locations(), isReviewing: true)
    let diagnostics = found + (set?.checkingCompanions() ?? [])
    Console.report(diagnostics, language: language)
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count { $0.severity == .warning }
    let size = set.map { ($0.policyCount, $0.ruleIDs.count) } ?? (0, 0)
    let text = LocalizedText(
      ko: set == nil
        ? "오류 \(errors)건, 경고 \(warnings)건" : "기준 \(size.0)건, 규칙 \(size.1)개: 오류 \(errors)건, 경고 \(warnings)건",
      en: (set == nil ? "" : "\(size.0) policies, \(size.1) rules: ")
        + "\(errors) errors, \(warnings) warnings")
    Console.write(text[language] + "\n", to: .output)
    throw ExitCode(errors > 0 || strict && warnings > 0 ? 2 : 0)
  }
}

/// `audit policy test`.
struct PolicyTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: say(ko: "기준 시험을 돌립니다.", en: "Runs the tests of policies."),
    discussion: say(
      ko: "예: audit policy test --policies 내기준 tests/무료.yaml\n종료 상태: 0 모두 맞음 · 1 다른 것 있음 · 2 읽을 수 없거나 시험이 없음",
      en: "Example: audit policy test --policies my-policies tests/free.yaml\n"
        + "Exit status: 0 all hold · 1 some do not · 2 could not load, or no test found"))

  @Argument(
    help: help(ko: "시험 파일. 적지 않으면 기준과 함께 있는 것을 모두 돌립니다.", en: "Test files; else all found with the policies.")
  )
  var files: [String] = []

  @OptionGroup var options: PolicyOptions

  func run() throws {
    let language = options.spoken
    let set = try options.load()
    let result = PolicyTestRunner.run(set, files: files, today: AsOf.today)
    Console.report(result.diagnostics, language: language)
    for failure in result.failures { Console.write(failure.line(language) + "\n", to: .output) }
    Console.write("\(result.passed) passed, \(result.failed) failed\n", to: .output)
    throw ExitCode(Int32(result.exitStatus))
  }
}
