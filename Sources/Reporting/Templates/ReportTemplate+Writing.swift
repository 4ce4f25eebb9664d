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
  func write<Writer: BlockWriter>(
    _ reports: [AuditReport], _ options: RenderOptions, to writer: inout Writer
  ) {
    if case .own = self { return }  // Filled in as text: `OwnTemplate` writes no blocks.
    let title = info(reports, options).title
    writer.put(.title(title))
    if reports.count > 1, hasCover { writer.putCover(reports, options) }
    for (index, report) in reports.enumerated() {
      let place = SchemePlace(number: index + 1, count: reports.count)
      if let anchor = place.anchor {
        if index > 0 || hasCover { writer.put(.pageBreak) }
        let name = "\(title) \(place.number)/\(place.count): \(FindingWords(report, options).schemeTitle)"
        writer.put(.heading([Run(name)], level: 1, anchor: anchor))
      }
      switch self {
      case .findings: writer = FindingsDocument(report, options, place, writer).written()
      case .reviewOpinion: writer = ReviewOpinion(report, options, place, writer).written()
      case .fixList: writer = FixListDocument(report, options, place, writer).written()
      case .own: break
      }
    }
  }
}

extension ReportTemplate {
  /// Whether several schemes are set side by side first. The tables of a fix list are also read apart, as sheets.
  private var hasCover: Bool {
    switch self {
    case .findings, .reviewOpinion: true
    case .fixList, .own: false
    }
  }
}

extension BlockWriter {
  /// What became of several schemes, side by side.
  fileprivate mutating func putCover(_ reports: [AuditReport], _ options: RenderOptions) {
    func column(ko: String, en: String, _ weight: Int) -> TableHead.Column {
      TableHead.Column(LocalizedText(ko: ko, en: en)[options.language], weight: weight)
    }
    let caption = LocalizedText(ko: "보상안별 종합 결과", en: "Overall result of each scheme")
    put(
      .tableStart(
        TableHead(
          caption[options.language],
          [
            column(ko: "보상안", en: "Scheme", 5), column(ko: "종합", en: "Overall", 3),
            column(ko: "법령 점검 항목", en: "Findings of law", 5),
            column(ko: "그 밖의 점검 항목", en: "Other findings", 5),
          ])))
    for (index, report) in reports.enumerated() {
      let words = FindingWords(report, options)
      let verdict = report.summary.verdict
      let anchor = SchemePlace(number: index + 1, count: reports.count).anchor
      put(
        .tableRow([
          TableCell(
            [Run("\(index + 1). \(words.schemeTitle)", link: anchor.map { .anchor($0) })], header: true),
          TableCell(words.say(verdict.word), tone: Run.Tone(verdict)),
          TableCell(words.counts(of: [.law])),
          TableCell(words.counts(of: Effect.allCases.filter { $0 != .law })),
        ]))
    }
    put(.tableEnd)
  }
}
