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

  /// Profile, waivers, decisions and an authority's facts.
  @OptionGroup var choices: AuditChoices

  /// Whether nothing is cut short.
  @Flag(
    name: .long,
    help: help(
      ko: "조문·문언·기관 이름만 달라진 항목도 적고 아무것도 줄이지 않습니다.",
      en: "List findings that only cite another text too, and cut nothing short."))
  var all = false

  /// Whether confidential facts are withheld.
  @OptionGroup var redaction: RedactionOption

  /// Text or JSON, to standard output or a file.
  @Option(
    name: .long,
    help: help(
      ko: "출력 형식: text 또는 json, `=경로`를 붙이면 파일로. 하나만 적을 수 있음.",
      en: "Output format, text or json, with `=PATH` into a file.", valueName: "format[=path]"))
  var output = Format.text.rawValue

  /// Refuses what is no day, days in the wrong order and an unknown format.
  mutating func validate() throws {
    _ = try OutputRequest<Format>(output)
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
    let request = try OutputRequest<Format>(output)
    let files = OutputFiles(paths: [request.path].compactMap { $0 })
    try files.check(language)
    let set = try options.load()
    var log = DiagnosticLog()
    var comparison: LawComparison?
    if let file = SourceFile.scheme(at: scheme, diagnostics: &log),
      let earlier = from.date(today: day.meant), let later = to.date(today: day.meant)
    {
      comparison = set.compareLaw(
        on: SchemeFile(parsing: file),
        options: choices.options(language, today: day.today), from: earlier, to: later, today: day.meant,
        diagnostics: &log)
    }
    Console.report(log.sorted, language: language)
    guard let comparison, !log.hasErrors else { throw ExitCode(2) }
    try files.check(against: set.files + comparison.to.inputs.map(\.path), language)
    let shown = redaction.redact ? comparison.redacted() : comparison
    let bytes: [UInt8]
    switch request.format {
    case .json: bytes = shown.json
    case .text:
      let layout = RenderOptions(
        language: language, listsAll: all, color: request.path == nil && Console.hasColor(.output),
        width: request.path == nil ? Console.width : 80)
      bytes = LawComparisonSheet(shown, listsAll: all).sheet.render(layout)
    }
    try files.write([[bytes]], language)
    if request.path == nil { Console.write(bytes, to: .output) }
    if comparison.from.summary.exit == 2 || comparison.to.summary.exit == 2 { throw ExitCode(2) }
  }

  /// A format that comparisons are written in.
  enum Format: String, CaseIterable {
    /// For people, at a terminal.
    case text
    /// For programs: `guideline_law_comparison/1`.
    case json
  }
}
