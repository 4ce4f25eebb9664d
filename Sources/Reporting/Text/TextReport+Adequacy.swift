import Diagnostics
package import Findings

/// How adequate the awards of schemes are: the measures of their reports, without the findings.
package enum AdequacyReport {
  /// The measures of each report by what they are of: the scheme as a whole, then service by service, award by award.
  ///
  /// - Returns: UTF-8 for a terminal; nothing of a scheme reaches it raw.
  package static func render(_ reports: [AuditReport], _ options: RenderOptions) -> [UInt8] {
    var bytes: [UInt8] = []
    for report in reports {
      if !bytes.isEmpty { bytes.append(UInt8(ascii: "\n")) }
      var text = TextReport(report, options)
      text.writeAdequacy()
      bytes.append(contentsOf: text.page.bytes)
    }
    return bytes
  }
}

extension TextReport {
  /// The measures of the report by what they are of.
  fileprivate mutating func writeAdequacy() {
    writeBanners()
    let name = [words.schemeName, "(\(report.scheme.path))"].filter { !$0.isEmpty }
    page.headline(
      say(ko: "보상의 충분성 지표:", en: "Adequacy of the awards:"), style: .strong, name.joined(separator: " "),
      hanging: 2)
    let things = MeasuredThing.things(of: report)
    if things.isEmpty {
      page.paragraph(
        say(
          ko: "이 보상안에 적용되는 기준에는 지표(`measures`)가 없음",
          en: "no policy for this scheme has measures (`measures:`)"
        ), indent: 2)
    }
    for thing in things {
      page.blank()
      let first = report.findings[thing.findings[0]]
      page.paragraph(words.subject(of: first), hanging: 2, style: .strong)
      for index in thing.findings { writeMeasure(report.findings[index]) }
    }
    writeInapplicableMeasures()
    page.blank()
    page.paragraph("(\(words.disclaimer))", hanging: 1, style: .faint)
  }

  private mutating func writeMeasure(_ finding: Finding) {
    page.paragraph("- \(say(finding.title)): \(words.measured(finding))", indent: 2, hanging: 4)
    if let message = finding.message { page.paragraph(say(message), indent: 4) }
    let steps = words.workedRow(of: finding)
    if !steps.isEmpty { label(ko: "계산", en: "worked", steps) }
    if !finding.missing.isEmpty { writeMissing(finding) }
    write(finding.parameters, of: finding.heading, indent: labelIndent)
    label(ko: "근거", en: "basis", words.basis(of: finding))
  }

  /// Measures that measure nothing here, with their names, so that none is missed.
  private mutating func writeInapplicableMeasures() {
    let rest = MeasuredThing.inapplicable(of: report)
    guard !rest.isEmpty else { return }
    page.blank()
    page.paragraph(say(ko: "잴 대상이 없는 지표", en: "Measures with nothing to measure"), style: .strong)
    for index in rest {
      let finding = report.findings[index]
      page.paragraph("- \(words.ruleName(of: finding)) — \(say(finding.word))", indent: 2, hanging: 4)
    }
  }
}
