import ArgumentParser
import Auditing
import Diagnostics
import Findings

/// The program: `audit SCHEME` and the commands around it.
struct Audit: ParsableCommand {
  /// Name, help and commands.
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: say(
      ko: "보상안이 시행 중인 기준에 맞는지 점검합니다.",
      en: "Checks whether a compensation scheme meets the guidelines in force."),
    usage: "audit <scheme> ... [<options>]\naudit <subcommand>",
    discussion: discussion(
      ko: """
        예:
          audit scheme.yaml                          보상안을 점검합니다
          audit scheme.yaml --output json=report.json
          audit render report.json --output html=report.html
          audit scheme.yaml --as-of today            오늘의 기준으로 점검합니다
          audit diff-law scheme.yaml --from 2022-10-15 --to today
          audit explain KR-NTC-001                   규칙 하나를 설명합니다
          audit policy show KR-NTC-001               규칙 하나를 글로 풀어 보여 줍니다
          audit eval 'scheme.awards.size()' s.yaml   식 하나를 계산합니다
          audit vocabulary scheme.awards             적을 수 있는 사실을 설명합니다
          audit policy test                          기준 파일의 시험을 돌립니다

        \(ExitWords.list.ko)
        """,
      en: """
        Examples:
          audit scheme.yaml                          check a scheme
          audit scheme.yaml --output json=report.json
          audit render report.json --output html=report.html
          audit scheme.yaml --as-of today            check it by today's law
          audit diff-law scheme.yaml --from 2022-10-15 --to today
          audit explain KR-NTC-001                   explain one rule
          audit policy show KR-NTC-001               read one rule aloud in full
          audit eval 'scheme.awards.size()' s.yaml   evaluate an expression
          audit vocabulary scheme.awards             show the facts a scheme may state
          audit policy test                          run the tests of the policy files

        \(ExitWords.list.en)
        """),
    version: "audit \(ToolVersion.current) (\(AuditReport.Format.version1.rawValue))",
    subcommands: [
      RunCommand.self, RenderCommand.self, AdequacyCommand.self, DecisionsCommand.self, DiffLawCommand.self,
      PolicyCommand.self, ExplainCommand.self, EvalCommand.self, VocabularyCommand.self, SchemaCommand.self,
      FunctionsCommand.self,
    ],
    defaultSubcommand: RunCommand.self)

  /// The command for arguments that begin with a scheme's path, the usual ones; nil for all others and where
  /// they are wrong. It spares the parser the other commands, which take half of its time.
  static func plainRun(_ arguments: ArraySlice<String>) -> (command: RunCommand, ahead: ReadAhead?)? {
    // No command's name has a dot or a slash.
    guard let first = arguments.first, !first.hasPrefix("-"),
      first.utf8.contains(UInt8(ascii: ".")) || first.utf8.contains(UInt8(ascii: "/"))
    else { return nil }
    let ahead = ReadAhead(arguments: arguments)
    return (try? RunCommand.parse(Array(arguments))).map { ($0, ahead) }
  }
}

/// Where the process starts: a synchronous entry, since a static executable pays dearly for an asynchronous one.
@main
enum Entry {
  /// Runs the command that the arguments name and ends with its status; wrong usage is 2.
  static func main() {
    Memory.takeInLargeSteps()
    do {
      if let (command, ahead) = Audit.plainRun(CommandLine.arguments.dropFirst()) {
        try command.run(ahead: ahead)
      } else {
        var command = try Audit.parseAsRoot()
        try command.run()
      }
    } catch let status as ExitCode {
      Process.exit(status.rawValue)
    } catch {
      let text = Audit.fullMessage(for: error)
      if Audit.exitCode(for: error).isSuccess {
        Console.write(text + "\n", to: .output)
        Process.exit(0)
      }
      Console.write((Language.ofHelp == .ko ? ParserWords.korean(text) : text) + "\n", to: .errors)
      Process.exit(2)
    }
  }
}
