import Diagnostics
public import Findings

/// A format that reports can be written in.
public enum ReportFormat: String, Sendable, Hashable, CaseIterable {
  /// For people, at a terminal.
  case text
  /// For programs: `guideline_report/1`.
  case json
  /// For people, in a browser: one file that needs no other.
  case html
  /// For people, in wikis and comments.
  case markdown
  /// For Korean offices: OWPML, KS X 6101.
  case hwpx
  /// For word processors: Office Open XML.
  case docx
  /// For spreadsheets: Office Open XML.
  case xlsx
  /// For spreadsheets and programs: a line for each finding.
  case csv
  /// For archives and print.
  ///
  /// It is printed by a browser or, without one, by LibreOffice, looked for in `PATH`: rendering starts that program, waits
  /// for it (at most two minutes and a second for every 8,000 bytes) and throws where there is none or it fails. Of the
  /// environment it also gets `HOME`'s and the system's folders of fonts. Another version of the program makes other bytes.
  case pdf
  /// For code scanning: SARIF 2.1.0.
  case sarif
  /// For test runners.
  case junit
  /// For GitHub Actions: a workflow command for each finding.
  case github
  /// For GitLab: a code quality report.
  case gitlab
  /// For risk management: OSCAL assessment results.
  case oscal

  /// Renders reports; the same reports and options give the same bytes (for `pdf`, with the same program).
  ///
  /// A JSON report names the language it was made for (`AuditReport.options.language`); every other format is written in
  /// that of the options.
  ///
  /// - Throws: `RenderFailure` where the format cannot hold the template, a template of one's own names what does not
  ///   exist or takes too long, or no PDF can be made.
  public func render(_ reports: [AuditReport], _ options: RenderOptions) throws(RenderFailure) -> [UInt8] {
    let pieces = try pieces(reports, options)
    guard pieces.count != 1 else { return pieces[0] }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(pieces.reduce(0) { $0 + $1.count })
    for piece in pieces { bytes += piece }
    return bytes
  }

  /// The same bytes in pieces that follow one another, to be written one after the other.
  package func pieces(
    _ reports: [AuditReport], _ options: RenderOptions
  ) throws(RenderFailure) -> [[UInt8]] {
    try check(options.template)
    if case .own(let template) = options.template {
      return try template.render(reports, options, as: self)
    }
    switch self {
    case .text:
      guard options.template == .findings else { return try document(TextDocument.self, reports, options) }
      return TextReport.render(reports, options)
    case .json: return AuditReport.jsonPieces(of: reports)
    case .html: return try document(HTMLDocument.self, reports, options)
    case .markdown: return try document(MarkdownDocument.self, reports, options)
    case .hwpx: return try document(HWPXDocument.self, reports, options)
    case .docx: return try document(DOCXDocument.self, reports, options)
    case .xlsx:
      guard options.template == .findings else {
        return try FixListWorkbook.render(reports, options)
      }
      return try Workbook.render(reports, options)
    case .csv:
      guard options.template == .findings else {
        return CommaSeparatedReport.renderFixList(reports, options)
      }
      return CommaSeparatedReport.render(reports, options)
    case .pdf: return try PDFReport.render(reports, options)
    case .sarif: return SARIFReport.render(reports, options)
    case .junit: return JUnitReport.render(reports, options)
    case .github: return GitHubReport.render(reports, options)
    case .gitlab: return GitLabReport.render(reports, options)
    case .oscal: return OSCALReport.render(reports, options)
    }
  }

  /// Gives the same bytes to `consume` in pieces that follow one another, to be written into a file or an answer.
  ///
  /// All of them are made before the first is given: a report that cannot be rendered leaves nothing half-written.
  ///
  /// - Throws: `RenderFailure` as `render` does, before anything is given; what `consume` throws ends the writing and is
  ///   thrown on.
  public func write(
    _ reports: [AuditReport], _ options: RenderOptions, to consume: (_ piece: [UInt8]) throws -> Void
  ) throws {
    for piece in try pieces(reports, options) where !piece.isEmpty { try consume(piece) }
  }

  /// The documents of the product's own that the format can hold.
  public var templates: [ReportTemplate] {
    switch self {
    case .text, .html, .markdown, .hwpx, .docx, .pdf: [.findings, .reviewOpinion, .fixList]
    case .xlsx, .csv: [.findings, .fixList]
    case .json, .sarif, .junit, .github, .gitlab, .oscal: [.findings]
    }
  }

  /// Whether the format can hold a document; a template of the user's own writes text.
  private func holds(_ template: ReportTemplate) -> Bool {
    switch template {
    case .findings, .reviewOpinion, .fixList: templates.contains(template)
    case .own: self == .text || self == .markdown || self == .html
    }
  }

  /// Refuses a document that the format cannot hold.
  package func check(_ template: ReportTemplate) throws(RenderFailure) {
    guard !holds(template) else { return }
    let fitting = Self.allCases.filter { $0.holds(template) }.map(\.rawValue)
    let list = fitting.joined(separator: ", ")
    throw RenderFailure(
      LocalizedText(
        ko: "`\(rawValue)` 형식으로는 `\(template.name)` 문서를 쓸 수 없습니다.",
        en: "the format `\(rawValue)` cannot hold the document `\(template.name)`"),
      help: LocalizedText(
        ko: "이 문서는 다음 형식으로 쓸 수 있습니다: \(list).", en: "formats that can: \(list)"))
  }

  /// The document that a template makes of reports, written by the writer of a format.
  func document<Writer: DocumentWriter>(
    _: Writer.Type, _ reports: [AuditReport], _ options: RenderOptions
  ) throws(RenderFailure) -> [[UInt8]] {
    var writer = Writer(options.template.info(reports, options), options)
    options.template.write(reports, options, to: &writer)
    return try writer.finish()
  }
}
