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
  /// Measures of one thing.
  private struct Measured {
    /// Places of the findings, in the order of the policies.
    var findings: [Int]
    /// Nil for the scheme as a whole.
    var path: String?
  }

  /// The measures of the report by what they are of.
  fileprivate mutating func writeAdequacy() {
    writeBanners()
    let name = [report.scheme.title.map(say), report.scheme.id, "(\(report.scheme.path))"].compactMap { $0 }
    page.headline(
      say(ko: "보상의 충분성 지표:", en: "Adequacy of the awards:"), style: .strong, name.joined(separator: " "),
      hanging: 2)
    let measured = measuredThings
    if measured.isEmpty {
      page.paragraph(
        say(
          ko: "이 보상안에 적용되는 기준에는 지표(`measures`)가 없음",
          en: "no policy for this scheme has measures (`measures:`)"
        ), indent: 2)
    }
    for thing in measured {
      page.blank()
      let first = report.findings[thing.findings[0]]
      page.paragraph(subject(of: first), hanging: 2, style: .strong)
      for index in thing.findings { writeMeasure(report.findings[index]) }
    }
    writeInapplicableMeasures()
    page.blank()
    page.paragraph("(\(say(Summary.disclaimer)))", hanging: 1, style: .faint)
  }

  private var measuredThings: [Measured] {
    var things: [Measured] = []
    var places: [String: Int] = [:]
    for index in report.findings.indices {
      let finding = report.findings[index]
      guard finding.heading.isMeasure, isMeasured(finding) else { continue }
      let path = finding.bindings.last.map { $0.path ?? $0.name } ?? finding.subject
      if let place = places[path ?? ""] {
        things[place].findings.append(index)
      } else {
        places[path ?? ""] = things.count
        things.append(Measured(findings: [index], path: path))
      }
    }
    return things.filter { $0.path == nil } + things.filter { $0.path != nil }
  }

  private func isMeasured(_ finding: Finding) -> Bool {
    switch finding.outcome {
    case .notApplicable, .notInForce, .notSelected: false
    case .error, .fail, .unknown, .manual, .waived, .pass, .info: true
    }
  }

  private mutating func writeMeasure(_ finding: Finding) {
    let value =
      finding.actualText.map(say) ?? known(finding.actual)
      ?? say(ko: "(계산할 수 없음)", en: "(cannot be computed)")
    page.paragraph("- \(say(finding.title)): \(value)", indent: 2, hanging: 4)
    if let message = finding.message { page.paragraph(say(message), indent: 4) }
    let steps = WorkedCalculation(finding, formatter).lines.filter { $0.isKnown && $0.isTelling }.map {
      line in
      line.formula.map { "\(line.title) = \($0) = \(line.result)" } ?? "\(line.title) \(line.result)"
    }
    if !steps.isEmpty { label(ko: "계산", en: "worked", steps.joined(separator: "; ")) }
    if !finding.missing.isEmpty { writeMissing(finding) }
    write(finding.parameters, of: finding.heading, indent: labelIndent)
    let cites = finding.citations.map { say($0.cite) }.joined(separator: "; ")
    label(ko: "근거", en: "basis", cites.isEmpty ? finding.rule : "\(finding.rule), \(cites)")
  }

  /// Measures that measure nothing here, with their names, so that none is missed.
  private mutating func writeInapplicableMeasures() {
    let rest = report.findings.filter { $0.heading.isMeasure && !isMeasured($0) }
    guard !rest.isEmpty else { return }
    page.blank()
    page.paragraph(say(ko: "잴 대상이 없는 지표", en: "Measures with nothing to measure"), style: .strong)
    for finding in rest {
      page.paragraph("- \(finding.rule) \(say(finding.title)) — \(say(finding.word))", indent: 2, hanging: 4)
    }
  }
}
