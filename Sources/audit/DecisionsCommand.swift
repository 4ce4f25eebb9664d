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
        나중에 그 사실이 바뀌면 의견은 효력을 잃습니다. 채운 파일은 `audit 보상안.yaml --decisions 파일`로 씁니다. \
        --decisions를 적으면 이미 기록된 의견을 항목 위에 보입니다. --redact를 적으면 비공개 사실에 기초한 항목은 빠집니다\
        (digest로 값을 알아낼 수 있으므로).

        예:
          audit decisions scheme.yaml > opinions.yaml
          audit decisions scheme.yaml 'KR-CRT-006[mail]' KR-CLM-003
          audit scheme.yaml --decisions opinions.yaml

        종료 상태: 0 적음 · 2 점검할 수 없거나 그런 결과가 없음
        """,
      en: """
        Prints an empty decision for each finding that fails, is unknown or asks for a judgement. Each carries a digest of the \
        facts as they are now; when these change the decision has no effect. Use the file with `audit scheme.yaml --decisions FILE`. \
        With --decisions the decisions on record stand above their findings. With --redact findings that rest on \
        confidential facts are left out: their values could be found out from the digests.

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

  /// Profile, waivers, decisions and an authority's facts.
  @OptionGroup var choices: AuditChoices

  /// Whether confidential facts are withheld.
  @OptionGroup var redaction: RedactionOption

  /// Writes the form; a scheme that cannot be audited and an unknown name end the process with status 2.
  func run() throws {
    let language = options.spoken
    var log = DiagnosticLog()
    let policies = try options.load()
    var report: AuditReport?
    if let file = SourceFile.scheme(at: scheme, diagnostics: &log) {
      report = policies.audit(
        SchemeFile(parsing: file),
        options: choices.options(language, today: law.day.today), law: law.law, today: law.day.meant,
        digestsFacts: true, diagnostics: &log)
    }
    Console.report(log.sorted, language: language)
    guard let report, !log.hasErrors else { throw ExitCode(2) }
    let unknown = DecisionForm.unknown(findings, in: report)
    for name in unknown { Self.reportUnknown(name, in: report, language) }
    guard unknown.isEmpty else { throw ExitCode(2) }
    let form = DecisionForm(report, naming: findings, language: language, isRedacted: redaction.redact)
    noteConfidential(report, form, language)
    guard form.count > 0 else {
      Console.write(
        LocalizedText(
          ko: "audit: 의견을 적을 점검 결과가 없습니다.\n", en: "audit: there is no finding to decide on\n")[language],
        to: .errors)
      return
    }
    Console.write(form.text, to: .output)
  }

  /// Says that the form shows confidential facts, or what was left out because it would.
  private func noteConfidential(_ report: AuditReport, _ form: DecisionForm, _ language: Language) {
    if let leftOut = form.leftOutNote {
      Console.write("audit: \(leftOut[language])\n", to: .errors)
    } else if !redaction.redact, report.confidential != nil {
      Console.write(
        LocalizedText(
          ko: "audit: 주의: 비공개로 표시된 사실의 값이 그대로 들어갑니다. 밖에 보일 파일은 `--redact`로 만드십시오\n",
          en:
            "audit: note: the form shows values of facts marked confidential; use `--redact` for one that others may see\n"
        )[language], to: .errors)
    }
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
