import ArgumentParser
import Auditing
import Diagnostics
import Findings
import Reporting

/// What is made of reports and where it goes: the options that an audit and a saved report share.
struct ReportOutput: ParsableArguments {
  /// Whether text reports cut nothing short.
  @Flag(
    name: .long,
    help: help(ko: "충족한 규칙도 모두 적고 아무것도 줄이지 않습니다.", en: "List passing rules too, and cut nothing short."))
  var all = false

  /// Empty: text on standard output.
  @Option(
    name: .long,
    help: help(
      ko: "출력 형식. `=경로`를 붙이면 파일로 씁니다(여러 번 적을 수 있음): \(OutputRequest<ReportFormat>.names).",
      en: "Output format, with `=PATH` into a file; may be repeated: \(OutputRequest<ReportFormat>.names).",
      valueName: "format[=path]"))
  var output: [String] = []

  /// Which document is made of the reports; nil: all findings.
  @Option(
    name: .long,
    help: help(
      ko: "만들 문서: findings(점검 결과 전체), review-opinion(검토의견서), fix-list(보완 목록), "
        + "또는 직접 쓴 Mustache 템플릿의 경로. 기본은 findings.",
      en:
        "Document to make: findings (the whole result), review-opinion (for officials), "
        + "fix-list (for company staff), or the path of a Mustache template of your own; findings unless given.",
      valueName: "name|path"))
  var template: String?

  /// Whether confidential facts are withheld.
  @OptionGroup var redaction: RedactionOption

  /// Refuses unknown formats, two of them on standard output or in one file, and a document that a format cannot hold.
  mutating func validate() throws {
    let requests = try requests()
    if requests.filter({ $0.path == nil }).count > 1 {
      throw ValidationError(
        say(ko: "표준 출력에는 한 형식만 쓸 수 있습니다.", en: "Only one format can go to standard output."))
    }
    if let (first, second) = OutputFiles(paths: requests.compactMap(\.path)).double {
      let name = Printable.escaped(first)
      let other = first == second ? "" : " (`\(Printable.escaped(second))`)"
      throw ValidationError(
        say(
          ko: "같은 파일 `\(name)`\(other)에 두 형식을 쓸 수 없습니다.",
          en: "Two formats cannot go into the same file, `\(name)`\(other)."))
    }
    do throws(RenderFailure) {
      let chosen = try chosenTemplate()
      for request in requests { try request.format.check(chosen) }
    } catch {
      throw ValidationError(say(ko: error.words.ko, en: error.words.en))
    }
  }

  /// What to write, and where; text on standard output where nothing was asked for.
  private func requests() throws -> [OutputRequest<ReportFormat>] {
    output.isEmpty
      ? [OutputRequest(format: .text, path: nil)] : try output.map(OutputRequest<ReportFormat>.init)
  }

  /// The document by its name, or the template in a file.
  private func chosenTemplate() throws(RenderFailure) -> ReportTemplate {
    guard let template else { return .findings }
    if let bundled = ReportTemplate.bundled.first(where: { $0.name == template }) { return bundled }
    let names = ReportTemplate.bundled.map(\.name)
    guard template.contains("/") || template.hasSuffix(".mustache") else {
      let near = Suggestion.nearest(to: template, among: names)
      throw RenderFailure(
        LocalizedText(
          ko: "`--template \(Printable.shortened(template))`: 그런 문서가 없습니다",
          en: "`--template \(Printable.shortened(template))`: there is no such document"),
        help: LocalizedText(
          ko: near.map { "`\($0)`을(를) 뜻합니까?" }
            ?? "\(names.joined(separator: ", ")) 가운데 하나나 `.mustache` 파일의 경로를 적으십시오",
          en: near.map { "did you mean `\($0)`?" }
            ?? "expected \(names.joined(separator: ", ")) or the path of a `.mustache` file"))
    }
    var log = DiagnosticLog()
    guard let file = FileReading.read(template, diagnostics: &log),
      let source = String(validating: file.bytes, as: UTF8.self)
    else {
      let message = log.sorted.first?.message
      throw RenderFailure(
        LocalizedText(
          ko: "템플릿 `\(Printable.escaped(template))`을(를) 읽을 수 없습니다: \(message?.ko ?? "UTF-8이 아닙니다")",
          en: "cannot read the template `\(Printable.escaped(template))`: \(message?.en ?? "it is not UTF-8")"
        ))
    }
    return .own(try OwnTemplate(name: template, source: source))
  }

  /// Ends the process with status 2 where a report could not be written, before time is spent on making it.
  func check(_ language: Language) throws {
    let requests = try requests()
    try OutputFiles(
      paths: requests.compactMap(\.path), usesStandardOutput: requests.contains { $0.path == nil }
    ).check(language)
  }

  /// Writes reports in every format that was asked for; where one cannot be made, or would take the place of a file that
  /// was read, the process ends with status 2.
  ///
  /// - Parameter inputs: paths of the files that were read, but for the template.
  func write(_ reports: [AuditReport], over inputs: [String], _ language: Language) throws {
    let reports = redaction.redact ? reports.map { $0.redacted() } : reports
    let requests = try requests()
    let files = OutputFiles(paths: requests.compactMap(\.path))
    try files.check(against: inputs + [template].compactMap { $0 }, language)
    let chosen: ReportTemplate
    do throws(RenderFailure) {
      chosen = try chosenTemplate()
    } catch {
      try Console.refuse(error.words, language)
    }
    // All formats are made before any file is replaced: where one cannot be made, nothing is half-written.
    let written = try requests.map { request in
      let layout = RenderOptions(
        language: language, template: chosen, listsAll: all,
        color: request.path == nil && Console.hasColor(.output),
        width: request.path == nil ? Console.width : 80)
      do throws(RenderFailure) {
        return try request.format.pieces(reports, layout)
      } catch {
        try Console.refuse(error.words, language)
      }
    }
    // Files first: what is on the screen then says that they are there.
    try files.write(zip(requests, written).filter { $0.0.path != nil }.map(\.1), language)
    for (request, pieces) in zip(requests, written) where request.path == nil {
      for piece in pieces { Console.write(piece, to: .output) }
    }
  }
}
