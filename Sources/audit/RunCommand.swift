import ArgumentParser
import Auditing
import Diagnostics
import Findings

/// `audit [run] SCHEME…`.
struct RunCommand: ParsableCommand {
  /// Name and help.
  static let configuration = CommandConfiguration(
    commandName: "run", _superCommandName: "audit",
    abstract: say(ko: "보상안을 점검하고 보고서를 씁니다.", en: "Audits schemes and writes the reports."),
    usage: "audit [run] <scheme> ... [<options>]",
    discussion: discussion(
      ko: """
        예:
          audit scheme.yaml --language ko
          audit run a.yaml b.yaml --output json=reports.json --output text
          cat scheme.yaml | audit -
          audit scheme.yaml --fail-on standard:major --strict

        \(ExitWords.list.ko)
        """,
      en: """
        Examples:
          audit scheme.yaml --language en
          audit run a.yaml b.yaml --output json=reports.json --output text
          cat scheme.yaml | audit -
          audit scheme.yaml --fail-on standard:major --strict

        \(ExitWords.list.en)
        """))

  /// Paths, among them at most one `-`.
  @Argument(help: help(ko: "보상안 파일. `-`는 표준 입력입니다.", en: "Scheme files; `-` is standard input."))
  var schemes: [String]

  /// Where policies are and which language is spoken.
  @OptionGroup var options: PolicyOptions

  /// Profile, waivers, decisions and an authority's facts.
  @OptionGroup var choices: AuditChoices

  /// The date that picks the law.
  @OptionGroup var law: LawDateOption

  /// From which failures on the status is 1.
  @Option(
    name: .long,
    help: help(
      ko:
        "이 효력 이상의 미달이면 상태 1: law(기본), contract, standard, recommendation, interpretation, draft, reference, "
        + "뒤에 :critical|major|minor|note, 또는 never.",
      en:
        "Status 1 for a failure of at least this effect: law (default), contract, standard, recommendation, "
        + "interpretation, draft, reference, perhaps with :critical|major|minor|note; or never.",
      valueName: "effect"), transform: FailThreshold.init(commandLine:))
  var failOn: FailThreshold = .law

  /// Whether every rule counts for status 3, not only those of effect `law`.
  @Flag(
    name: .long,
    help: help(
      ko: "정하지 못했거나 전제를 두고 충족한 규칙이 하나라도 있으면 상태 3.",
      en: "Status 3 if any rule is undecided or passes by assumption."))
  var strict = false

  /// What is made of the reports and where it goes.
  @OptionGroup var made: ReportOutput

  /// Refuses `-` twice.
  mutating func validate() throws {
    if schemes.filter({ $0 == "-" }).count > 1 {
      throw ValidationError(say(ko: "`-`는 한 번만 적을 수 있습니다.", en: "`-` can be given only once."))
    }
  }

  /// Audits the schemes and writes the reports, with nothing read ahead.
  func run() throws { try run(ahead: nil) }

  /// Audits the schemes and writes the reports.
  ///
  /// - Parameter ahead: what may have been read before the arguments were known.
  func run(ahead: ReadAhead?) throws {
    let language = options.spoken
    try made.check(language)
    let (policies, read) = try options.load(schemes: schemes, ahead: ahead) { file($0, language) }
    let asked = choices.options(language, failOn: failOn, strict: strict, today: law.day.today)
    var reports: [AuditReport] = []
    var log = DiagnosticLog()
    for scheme in read {
      if let report = policies.audit(
        scheme, options: asked, law: law.law, today: law.day.meant, diagnostics: &log)
      {
        reports.append(report)
      }
    }
    Console.report(log.sorted, language: language)
    // A scheme that cannot be audited stops everything: no report is written that leaves it out.
    guard !log.hasErrors, reports.count == schemes.count else { throw ExitCode(2) }
    let inputs = policies.files + reports.flatMap { $0.inputs.map(\.path) }
    try made.write(reports, over: inputs, language)
    // Everything is said: taking apart what is held would take time for nothing.
    withExtendedLifetime((policies, reports)) { Process.exit(Int32(Self.status(of: reports))) }
  }

  private func file(_ path: String, _ language: Language) -> SourceFile? {
    var log = DiagnosticLog()
    let file = SourceFile.scheme(at: path, diagnostics: &log)
    Console.report(log.sorted, language: language)
    return file
  }

  /// The gravest status of all reports: 2, then 1, then 3, then 0.
  private static func status(of reports: [AuditReport]) -> Int {
    let statuses = Set(reports.map(\.summary.exit))
    return [2, 1, 3].first { statuses.contains($0) } ?? 0
  }
}

extension FailThreshold {
  /// Reads the value of `--fail-on`.
  init(commandLine text: String) throws {
    guard let threshold = FailThreshold(text) else {
      throw ValidationError(
        say(
          ko: "`\(Printable.escaped(text))`: law, standard:major, never처럼 적으십시오.",
          en: "`\(Printable.escaped(text))`: expected an effect such as law or standard:major, or never."))
    }
    self = threshold
  }
}
