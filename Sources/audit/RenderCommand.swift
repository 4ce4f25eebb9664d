import ArgumentParser
import Auditing
import Diagnostics
import Findings
import Reporting

/// `audit render REPORT…`.
struct RenderCommand: ParsableCommand {
  /// Name and help.
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: say(
      ko: "저장한 JSON 보고서를 다른 형식이나 언어로 씁니다.",
      en: "Writes a saved JSON report in another format or language."),
    usage: "audit render <report> ... [<options>]",
    discussion: discussion(
      ko: """
        `audit run … --output json=경로`로 저장한 보고서를 읽어, 점검할 때 그 형식으로 썼을 것과 같은 바이트를 씁니다. 기준과 \
        보상안은 읽지 않으며 다시 점검하지 않습니다. 언어를 적지 않으면 점검할 때의 언어로 씁니다.

        예:
          audit render report.json --output html=report.html --output csv=report.csv
          audit render report.json --language en
          audit scheme.yaml --output json | audit render - --output html=report.html

        종료 상태: 0 씀 · 2 읽거나 쓸 수 없음
        """,
      en: """
        Reads a report that `audit run … --output json=PATH` saved and writes the bytes that the audit itself would \
        have written in that format. Neither policies nor schemes are read, and nothing is audited again. Without \
        --language it speaks the language of the audit.

        Examples:
          audit render report.json --output html=report.html --output csv=report.csv
          audit render report.json --language ko
          audit scheme.yaml --output json | audit render - --output html=report.html

        Exit status: 0 written · 2 cannot be read or written
        """))

  /// Paths, among them at most one `-`.
  @Argument(
    help: help(
      ko: "저장한 보고서(보고서 하나 또는 배열). `-`는 표준 입력입니다.",
      en: "Saved reports, each file one report or an array; `-` is standard input."))
  var reports: [String]

  /// Nil: that of the audit.
  @Option(
    name: .long,
    help: help(ko: "언어. 없으면 점검 때의 언어입니다.", en: "Language; else that of the audit."))
  var language: Language?

  /// What is made of the reports and where it goes.
  @OptionGroup var made: ReportOutput

  /// Refuses `-` twice.
  mutating func validate() throws {
    if reports.filter({ $0 == "-" }).count > 1 {
      throw ValidationError(say(ko: "`-`는 한 번만 적을 수 있습니다.", en: "`-` can be given only once."))
    }
  }

  /// Reads the reports and writes them again.
  func run() throws {
    var log = DiagnosticLog()
    var saved: [AuditReport] = []
    try made.check(language ?? .ofLocale)
    for path in reports {
      guard let file = Self.file(path, diagnostics: &log) else { continue }
      do throws(SavedReportProblem) {
        let read = try AuditReport.saved(in: file)
        noteNewer(read, from: path, in: &log)
        saved += read
      } catch {
        log.append(error.diagnostic)
      }
    }
    Console.report(log.sorted, language: language ?? .ofLocale)
    // A report that cannot be read stops everything: nothing is written that leaves it out.
    guard !log.hasErrors else { throw ExitCode(2) }
    if let language {
      for index in saved.indices { saved[index].options.language = language }
    }
    try made.write(saved, over: reports, language ?? saved.first?.options.language ?? .ofLocale)
    // Everything is said: taking apart what is held would take time for nothing.
    withExtendedLifetime(saved) { Process.exit(0) }
  }

  private static func file(_ path: String, diagnostics: inout DiagnosticLog) -> SourceFile? {
    let limit = AuditReport.longestJSON
    return path == "-"
      ? FileReading.standardInput(limit: limit, diagnostics: &diagnostics)
      : FileReading.read(path, limit: limit, diagnostics: &diagnostics)
  }

  /// Says where a report comes from a newer program: what only that one knows is left out of everything made of it.
  private func noteNewer(_ saved: [AuditReport], from path: String, in log: inout DiagnosticLog) {
    // One word on a file of several reports is enough.
    for report in saved.filter({ ToolVersion.isNewer($0.tool.version) }).prefix(1) {
      let version = Printable.escaped(report.tool.version)
      let shown = Printable.escaped(path)
      log.append(
        Diagnostic(
          .warning, code: "report.newer", at: nil,
          ko: "`\(shown)`: 더 새로운 판(\(version))이 쓴 보고서임. 이 프로그램(\(ToolVersion.current))이 모르는 내용은 빠짐",
          en:
            "`\(shown)`: a newer version (\(version)) wrote this report; what this program (\(ToolVersion.current)) does not "
            + "know is left out",
          help: LocalizedText(ko: "audit를 그 판 이상으로 올리십시오", en: "use that version of audit or a newer one")))
    }
  }
}
