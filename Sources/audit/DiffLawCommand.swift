import ArgumentParser
import Auditing
import Diagnostics
import Findings
import Reporting

/// `audit diff-law SCHEME --from DATE --to DATE`.
struct DiffLawCommand: ParsableCommand {
  /// Name and help.
  static let configuration = CommandConfiguration(
    commandName: "diff-law",
    abstract: say(
      ko: "두 날의 법으로 점검하여 달라지는 항목을 적습니다.",
      en: "Audits one scheme under the law of two days and lists what differs, and why."),
    usage: "audit diff-law <scheme> --from <date> --to <date> [<options>]",
    discussion: discussion(
      ko: """
        두 번 모두 각 기준이 정한 적용일 대신 그날을 기준일로 합니다(--as-of와 같음). 결과가 달라진 항목에는 어느 판의 수치, \
        표, 예외, 시행일이 달라졌는지를 적고, 나중 법이 더 가벼운 항목에는 행정기본법 제14조 제3항 단서를 적습니다. 같은 항목은 \
        수만 셉니다.

        예:
          audit diff-law scheme.yaml --from 2022-10-15 --to today
          audit diff-law scheme.yaml --from 2022-10-15 --to 2026-10-02 --output json

        종료 상태: 0 비교함 · 2 비교할 수 없거나 기준 오류인 항목이 있음
        """,
      en: """
        Both audits go by the day in place of the dates that each policy asks for, as --as-of does. Where the outcome \
        differs it says which version of a number, table or exception, or which day in force, is another. Where the \
        later law is milder it points to art. 14(3), proviso, of the General Act on Public Administration. Findings \
        that are the same are only counted.

        Examples:
          audit diff-law scheme.yaml --from 2022-10-15 --to today
          audit diff-law scheme.yaml --from 2022-10-15 --to 2026-10-02 --output json

        Exit status: 0 compared · 2 could not compare, or a rule is in error
        """))

  /// The scheme's file.
  @Argument(help: help(ko: "보상안 파일. `-`는 표준 입력입니다.", en: "The scheme's file; `-` is standard input."))
  var scheme: String

  /// The day of the earlier law.
  @Option(
    name: .long,
    help: help(
      ko: "앞선 날: today 또는 YYYY-MM-DD. 보통 사고가 난 날입니다.",
      en: "The earlier day: today or YYYY-MM-DD; usually that of the incident.", valueName: "date"))
  var from: AsOf

  /// The day of the later law.
  @Option(
    name: .long,
    help: help(ko: "나중 날: today 또는 YYYY-MM-DD.", en: "The later day: today or YYYY-MM-DD.", valueName: "date")
  )
  var to: AsOf

  /// The day of the audit.
  @OptionGroup var day: TodayOption

  /// Where policies are and which language is spoken.
  @OptionGroup var options: PolicyOptions

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

  /// Whether nothing is cut short.
  @Flag(
    name: .long,
    help: help(
      ko: "조문·문언·기관 이름만 달라진 항목도 적고 아무것도 줄이지 않습니다.",
      en: "List findings that only cite another text too, and cut nothing short."))
  var all = false

  /// Text or JSON, to standard output or a file.
  @Option(
    name: .long,
    help: help(
      ko: "출력 형식: text 또는 json, `=경로`를 붙이면 파일로. 하나만 적을 수 있음.",
      en: "Output format, text or json, with `=PATH` into a file.", valueName: "format[=path]"))
  var output = OutputRequest<Format>(format: .text, path: nil)

  /// Refuses what is no day, and days in the wrong order.
  mutating func validate() throws {
    let days = try [("--from", from), ("--to", to)].map { option, asOf in
      guard let text = asOf.date(today: day.meant), PolicySet.isDate(text) else {
        let shown = if case .date(let text) = asOf { Printable.escaped(text) } else { "written" }
        throw ValidationError(
          say(
            ko: "`\(option) \(shown)`: today 또는 YYYY-MM-DD를 적으십시오.",
            en: "`\(option) \(shown)`: expected today or YYYY-MM-DD."))
      }
      return text
    }
    guard days[0] < days[1] else {
      throw ValidationError(
        say(
          ko: "`--from`(\(days[0]))은 `--to`(\(days[1]))보다 앞선 날이어야 합니다.",
          en: "`--from` (\(days[0])) must be a day before `--to` (\(days[1]))."))
    }
  }

  /// Writes the comparison; a scheme that cannot be audited ends the process with status 2.
  func run() throws {
    let language = options.spoken
    let set = try options.load()
    var log = DiagnosticLog()
    var comparison: LawComparison?
    if let file = try SourceFile.scheme(at: scheme, diagnostics: &log),
      let earlier = from.date(today: day.meant), let later = to.date(today: day.meant)
    {
      comparison = set.compareLaw(
        on: SchemeFile(parsing: file),
        options: AuditOptions(
          profile: profile, waivers: waivers, facts: facts, language: language, today: day.today),
        from: earlier, to: later, today: day.meant, diagnostics: &log)
    }
    Console.report(log.sorted, language: language)
    guard let comparison, !log.hasErrors else { throw ExitCode(2) }
    try write(comparison, language)
    if comparison.from.summary.exit == 2 || comparison.to.summary.exit == 2 { throw ExitCode(2) }
  }

  private func write(_ comparison: LawComparison, _ language: Language) throws {
    let bytes: [UInt8]
    switch output.format {
    case .json: bytes = comparison.json
    case .text:
      let layout = RenderOptions(
        language: language, listsAll: all, color: output.path == nil && Console.hasColor(.output),
        width: output.path == nil ? Console.width : 80)
      bytes = LawComparisonSheet(comparison, listsAll: all).sheet.render(layout)
    }
    try output.write([bytes], language)
  }

  /// A format that comparisons are written in.
  enum Format: String, CaseIterable {
    /// For people, at a terminal.
    case text
    /// For programs: `guideline_law_comparison/1`.
    case json
  }
}
