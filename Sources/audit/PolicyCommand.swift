import ArgumentParser
import Auditing
import Diagnostics

/// `audit policy …`.
struct PolicyCommand: ParsableCommand {
  /// Name and help.
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: say(ko: "기준을 보여 주고, 검사하고, 시험합니다.", en: "Shows, checks and tests policies."),
    subcommands: [
      PolicyListCommand.self, PolicyShowCommand.self, PolicyTimelineCommand.self, PolicyCheckCommand.self,
      PolicyTestCommand.self,
      PolicyMutateCommand.self, PolicyDocsCommand.self, PolicyNewCommand.self, PolicyCompileCommand.self,
    ])
}

/// `audit policy check`.
struct PolicyCheckCommand: ParsableCommand {
  /// Name and help.
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: say(ko: "기준 파일의 잘못을 모두 알려 줍니다.", en: "Reports every problem of the policy files."),
    usage: "audit policy check [<path> ...] [<options>]",
    discussion: discussion(
      ko: """
        예:
          audit policy check --policies 내기준

        종료 상태: 0 잘못 없음 · 2 잘못 있음(--strict이면 경고도)
        """,
      en: """
        Example:
          audit policy check --policies my-policies

        Exit status: 0 no problem · 2 a problem (with --strict a warning too)
        """))

  /// Read beside what `--policies` names.
  @Argument(
    help: help(ko: "기준 파일이나 폴더. --policies와 같습니다.", en: "Policy files or directories, as --policies."))
  var paths: [String] = []

  /// Where policies are and which language is spoken.
  @OptionGroup var options: PolicyOptions

  /// Whether a warning ends with status 2 too.
  @Flag(name: .long, help: help(ko: "경고도 잘못으로 셉니다.", en: "Warnings count as errors."))
  var strict = false

  /// Reports every problem and the counts; ends with 0 or 2.
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
      en: (set == nil
        ? "" : "\(counted(size.0, "policy", "policies")), \(counted(size.1, "rule", "rules")): ")
        + "\(counted(errors, "error", "errors")), \(counted(warnings, "warning", "warnings"))")
    Console.write(text[language] + "\n", to: .output)
    throw ExitCode(errors > 0 || strict && warnings > 0 ? 2 : 0)
  }

  private func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }
}

/// `audit policy test`.
struct PolicyTestCommand: ParsableCommand {
  /// Name and help.
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: say(ko: "기준 시험을 돌립니다.", en: "Runs the tests of policies."),
    usage: "audit policy test [<file> ...] [<options>]",
    discussion: discussion(
      ko: """
        예:
          audit policy test --policies 내기준 tests/무료.yaml
          audit policy test --coverage

        종료 상태: 0 모두 맞음 · 1 다른 것 있음(--coverage이면 시험하지 않은 것도) · 2 읽을 수 없거나 시험이 없음
        """,
      en: """
        Examples:
          audit policy test --policies my-policies tests/free.yaml
          audit policy test --coverage

        Exit status: 0 all hold · 1 some do not (with --coverage: or something is not exercised) · 2 could not load, or no test found
        """))

  /// Which tests to run; empty: all that lie with the policies.
  @Argument(
    help: help(ko: "시험 파일. 적지 않으면 기준과 함께 있는 것을 모두 돌립니다.", en: "Test files; else all found with the policies.")
  )
  var files: [String] = []

  /// Where policies are and which language is spoken.
  @OptionGroup var options: PolicyOptions

  /// Whether to show what the tests leave out.
  @Flag(
    name: .long,
    help: help(
      ko: "어느 시험도 다루지 않은 규칙의 결과, 예외, 조건, 표의 행, 매개변수와 시점을 보여 줍니다.",
      en: "Show outcomes, exceptions, conditions, table rows, parameters and dates that no test exercises."))
  var coverage = false

  /// Writes a line for each expectation that does not hold and each thing left out, then the counts; ends with 0, 1 or
  /// 2.
  func run() throws {
    let language = options.spoken
    let set = try options.load()
    guard coverage else {
      let result = PolicyTestRunner.run(set, files: files, today: AsOf.today)
      write(result, language)
      throw ExitCode(Int32(result.exitStatus))
    }
    let (result, coverage) = CoverageRun.run(set, files: files, today: AsOf.today)
    write(result, language)
    if result.exitStatus == 2 { throw ExitCode(2) }
    for part in coverage.parts {
      for gap in part.gaps { Console.write(gap.line(language) + "\n", to: .output) }
    }
    for line in coverage.summary(language) { Console.write(line + "\n", to: .output) }
    throw ExitCode(result.exitStatus == 0 && coverage.isComplete ? 0 : 1)
  }

  private func write(_ result: PolicyTestResult, _ language: Language) {
    Console.report(result.diagnostics, language: language)
    for failure in result.failures { Console.write(failure.line(language) + "\n", to: .output) }
    Console.write("\(result.passed) passed, \(result.failed) failed\n", to: .output)
  }
}
