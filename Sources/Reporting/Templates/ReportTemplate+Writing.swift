import Diagnostics
import Findings

extension ReportTemplate {
  /// What the document says of itself.
  func info(_ reports: [AuditReport], _ options: RenderOptions) -> DocumentInfo {
    let title =
      switch self {
      case .findings: LocalizedText(ko: "보상안 점검 결과", en: "Audit of a compensation scheme")
      case .reviewOpinion: LocalizedText(ko: "검토의견서", en: "Review opinion")
      case .fixList: LocalizedText(ko: "보완 목록", en: "Fix list")
      case .own(let template): LocalizedText(template.name)
      }
    let schemes = reports.map { $0.scheme.title?[options.language] ?? $0.scheme.id ?? $0.scheme.path }
    return DocumentInfo(
      title: title[options.language], about: schemes.joined(separator: ", "), language: options.language)
  }

  /// Puts the document into a writer, block by block.
  func write<Writer: DocumentWriter>(
    _ reports: [AuditReport], _ options: RenderOptions, to writer: inout Writer
  ) {
    let title = info(reports, options).title
    switch self {
    case .findings:
      writer.put(.title(title))
      FindingsDocument.write(reports, options, to: &writer)
    case .reviewOpinion:
      for (index, report) in reports.enumerated() {
        if index > 0 { writer.put(.pageBreak) }
        writer.put(.title(title))
        writer = ReviewOpinion(report, options, writer).written()
      }
    case .fixList:
      writer.put(.title(title))
      FixListDocument.write(reports, options, to: &writer)
    case .own: break  // Filled in as text: `OwnTemplate` writes no blocks.
    }
  }
}
