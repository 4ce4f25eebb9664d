import ArgumentParser
import Auditing
import Diagnostics
import Findings
import Reporting

/// `audit decisions SCHEME [FINDING…]`.
struct DecisionsCommand: ParsableCommand {
  /// Name and help.
  static let configuration = CommandConfiguration(
    commandName: "decisions",
    abstract: say(
      ko: "점검 결과에 대한 의견을 적을 파일을 만듭니다.", en: "Prints a file in which people decide on findings."),
    usage: "audit decisions <scheme> [<finding> ...] [<options>]",
    discussion: discussion(
      ko: """
        미달, 자료 보완 필요, 판단 필요인 결과마다 빈 의견을 하나씩 적습니다. 각 의견에는 지금의 사실을 가리키는 digest가 붙고, \
        나중에 그 사실이 바뀌면 의견은 효력을 잃습니다. 채운 파일은 `audit 보상안.yaml --decisions 파일`로 씁니다.

        예:
          audit decisions scheme.yaml > opinions.yaml
          audit decisions scheme.yaml 'KR-CRT-006[mail]' KR-CLM-003
          audit scheme.yaml --decisions opinions.yaml

        종료 상태: 0 적음 · 2 점검할 수 없거나 그런 결과가 없음
        """,
      en: """
        Prints an empty decision for each finding that fails, is unknown or asks for a judgement. Each carries a digest of the \
        facts as they are now; when these change the decision has no effect. Use the file with `audit scheme.yaml --decisions FILE`.

        Examples:
          audit decisions scheme.yaml > opinions.yaml
          audit decisions scheme.yaml 'KR-CRT-006[mail]' KR-CLM-003
          audit scheme.yaml --decisions opinions.yaml

        Exit status: 0 printed · 2 could not audit, or there is no such finding
        """))

  /// A path, or `-`.
  @Argument(help: help(ko: "보상안 파일. `-`는 표준 입력입니다.", en: "Scheme file; `-` is standard input."))
  var scheme: String

  /// Empty: every finding that waits for a person.
  @Argument(
    help: help(
      ko: "점검 결과의 이름(`규칙[대상]`)이나 규칙의 식별자.", en: "Names of findings (`RULE[subject]`) or ids of rules.",
      valueName: "finding"))
  var findings: [String] = []

  /// Where policies are and which language is spoken.
  @OptionGroup var options: PolicyOptions

  /// The date that picks the law.
  @OptionGroup var law: LawDateOption

  /// Name or path; nil: every rule, nothing tightened.
  @Option(name: .long, help: help(ko: "적용할 프로파일(이름 또는 경로).", en: "Profile to apply, by name or path."))
  var profile: String?

  /// Names or paths; none: no failure is waived.
  @Option(
    name: .long,
    help: help(ko: "적용할 유예 파일(이름 또는 경로, 여러 번 적을 수 있음).", en: "Waiver file, by name or path; may be repeated.")
  )
  var waivers: [String] = []

  /// Path of the authority's facts; nil: the scheme's own alone.
  @Option(
    name: .long,
    help: help(
      ko: "기관이 확인한 사실의 파일. 보상안과 다르면 이 값이 우선합니다.",
      en: "File of facts that an authority found; they count in place of the scheme's."))
  var facts: String?

  /// Writes the form; a scheme that cannot be audited and an unknown name end the process with status 2.
  func run() throws {
    let language = options.spoken
    var log = DiagnosticLog()
    let policies = try options.load()
    var report: AuditReport?
    if let file = try SourceFile.scheme(at: scheme, diagnostics: &log) {
      report = policies.audit(
        SchemeFile(parsing: file),
        options: AuditOptions(profile: profile, waivers: waivers, facts: facts, language: language),
        law: law.law, today: law.day.meant, digestsFacts: true, diagnostics: &log)
    }
    Console.report(log.sorted, language: language)
    guard let report, !log.hasErrors else { throw ExitCode(2) }
    let unknown = DecisionForm.unknown(findings, in: report)
    for name in unknown { Self.reportUnknown(name, in: report, language) }
    guard unknown.isEmpty else { throw ExitCode(2) }
    let form = DecisionForm(report, naming: findings, language: language)
    guard form.count > 0 else {
      Console.write(
        LocalizedText(
          ko: "audit: 의견을 적을 점검 결과가 없습니다.\n", en: "audit: there is no finding to decide on\n")[language],
        to: .errors)
      return
    }
    Console.write(form.text, to: .output)
  }

  private static func reportUnknown(_ name: String, in report: AuditReport, _ language: Language) {
    let names = report.findings.map(\.id) + report.findings.map(\.rule)
    let hint = Suggestion.nearest(to: name, among: Array(Set(names)).sorted()).map(Suggestion.hint)
    let shown = Printable.escaped(name)
    Console.write(
      LocalizedText(
        ko: "audit: 점검 결과 `\(shown)`이(가) 없습니다.\(hint?.ko ?? "")\n",
        en: "audit: there is no finding `\(shown)`\(hint?.en ?? "")\n")[language], to: .errors)
  }
}
