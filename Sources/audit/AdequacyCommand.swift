import ArgumentParser
import Auditing
import Diagnostics
import Findings
import Reporting

/// `audit adequacy SCHEME…`.
struct AdequacyCommand: ParsableCommand {
  /// Name and help.
  static let configuration = CommandConfiguration(
    commandName: "adequacy",
    abstract: say(
      ko: "보상의 충분함을 보여 주는 지표를 대상별로 적습니다.",
      en: "Prints the measures that show how adequate the awards are, thing by thing."),
    usage: "audit adequacy <scheme> ... [<options>]",
    discussion: discussion(
      ko: """
        기준 파일의 지표(measures)를 서비스, 보상, 구간마다 적습니다. 계산할 수 없는 것은 빠진 사실을 적습니다.

        예:
          audit adequacy scheme.yaml
          audit adequacy scheme.yaml --facts commission.yaml --language en

        종료 상태: 0 적음 · 2 점검할 수 없음
        """,
      en: """
        Prints the measures of the policies for each service, award and tier. What cannot be computed names the missing facts.

        Examples:
          audit adequacy scheme.yaml
          audit adequacy scheme.yaml --facts commission.yaml --language en

        Exit status: 0 printed · 2 could not audit
        """))

  /// Files of schemes.
  @Argument(help: help(ko: "보상안 파일. `-`는 표준 입력입니다.", en: "Scheme files; `-` is standard input."))
  var schemes: [String]

  /// Where policies are and which language is spoken.
  @OptionGroup var options: PolicyOptions

  /// The date that picks versions of numbers and tables.
  @OptionGroup var law: LawDateOption

  /// Profile, waivers, decisions and an authority's facts.
  @OptionGroup var choices: AuditChoices

  /// Whether confidential facts are withheld.
  @OptionGroup var redaction: RedactionOption

  /// Writes the measures; schemes that cannot be audited end the process with status 2.
  func run() throws {
    let language = options.spoken
    var log = DiagnosticLog()
    let policies = try options.load()
    var reports: [AuditReport] = []
    for path in schemes {
      guard let file = SourceFile.scheme(at: path, diagnostics: &log) else { continue }
      let report = policies.audit(
        scheme: file, options: choices.options(language, today: law.day.today), law: law.law,
        today: law.day.meant, diagnostics: &log)
      if let report { reports.append(redaction.redact ? report.redacted() : report) }
    }
    Console.report(log.sorted, language: language)
    guard !log.hasErrors, reports.count == schemes.count else { throw ExitCode(2) }
    let layout = RenderOptions(language: language, color: Console.hasColor(.output), width: Console.width)
    Console.write(AdequacyReport.render(reports, layout), to: .output)
  }
}
