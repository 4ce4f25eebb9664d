import Diagnostics
import Findings

extension TextReport {
  /// A failure, an error or a question to a person: what is said, what it rests on, what to do.
  mutating func writeDecided(_ entry: RuleBlock.Entry, without shared: [ParameterUse], sharesDoubt: Bool) {
    let finding = report.findings[entry.findings[0]]
    writeSubjects(of: entry)
    if let message = finding.message { page.paragraph(say(message), indent: 4) }
    if let question = finding.question { label(ko: "질문", en: "question", say(question)) }
    writeExample(of: entry)
    let isQuestion = finding.outcome == .manual
    if isQuestion { writeCalculation(finding) }
    if !finding.missing.isEmpty { writeMissing(finding) }
    if finding.outcome != .error { writeLocation(of: entry) }
    writeComparison(finding)
    if !isQuestion { writeCalculation(finding) }
    write(finding.parameters.filter { !shared.contains($0) }, of: finding.heading, indent: labelIndent)
    writeTables(finding)
    if !sharesDoubt, let doubt = words.doubt(of: finding) { writeDoubt(doubt, indent: labelIndent) }
    writeFacts(finding)
    writeRelief(finding)
    writeRemedy(finding)
  }

  /// A note: the value, then the steps that it was computed by.
  mutating func writeNote(_ entry: RuleBlock.Entry, without shared: [ParameterUse]) {
    let finding = report.findings[entry.findings[0]]
    var text = "- " + words.subjects(of: entry.findings, most: 8)
    let supply = words.gaps(of: entry, whereFact: true)
    let isRest = finding.subject?.hasSuffix("[*]") == true && finding.actual == nil
    if isRest {
      text += ": \(supply)"
    } else if let actual = finding.actualText.map(say) ?? finding.actual.map(words.formatter.text) {
      text += ": \(actual)"
    }
    let steps = words.workedRow(of: finding)
    let whole = "\(text) — \(steps)"
    let isShort = !steps.isEmpty && supply.isEmpty && CellWidth.of(whole) + 2 <= options.width
    page.paragraph(isShort ? whole : text, indent: 2, hanging: 4, style: isShort ? .plain : .strong)
    if let message = finding.message { page.paragraph(say(message), indent: 4) }
    writeExample(of: entry)
    if !supply.isEmpty, !isRest { label(ko: "보완", en: "supply", supply) }
    if !steps.isEmpty, !isShort { label(ko: "계산", en: "worked", steps) }
    write(finding.parameters.filter { !shared.contains($0) }, of: finding.heading, indent: labelIndent)
    writeRelief(finding)
  }

  /// Everything that is known of a finding.
  mutating func writeInFull(_ entry: RuleBlock.Entry, without shared: [ParameterUse]) {
    let finding = report.findings[entry.findings[0]]
    writeSubjects(of: entry)
    if let message = finding.message { page.paragraph(say(message), indent: 4) }
    if let question = finding.question { label(ko: "질문", en: "question", say(question)) }
    writeExample(of: entry)
    writeMissing(finding)
    writeLocation(of: entry)
    writeComparison(finding)
    writeCalculation(finding)
    write(finding.parameters.filter { !shared.contains($0) }, of: finding.heading, indent: labelIndent)
    writeTables(finding)
    if let doubt = words.doubt(of: finding) { writeDoubt(doubt, indent: labelIndent) }
    writeFacts(finding)
    writeRelief(finding)
    writeRemedy(finding)
  }

  private mutating func writeLocation(of entry: RuleBlock.Entry) {
    guard let location = report.findings[entry.findings[0]].location, let text = words.place(of: entry) else {
      return
    }
    label(ko: "위치", en: "at", text)
    guard
      let excerpt = SourceExcerpt(
        location.said(in: options.language), width: options.width - textColumn - 2)
    else { return }
    page.put("| \(excerpt.line)", indent: textColumn)
    page.put("| \(excerpt.carets)", indent: textColumn)
  }

  /// What is stated and what is asked, as far as the message does not say it.
  private mutating func writeComparison(_ finding: Finding) {
    let (stated, required) = words.comparison(of: finding)
    if let stated { label(ko: "기재", en: "stated", stated) }
    if let required { label(ko: "기준", en: "required", required) }
  }

  private mutating func writeCalculation(_ finding: Finding) {
    var isFirst = true
    for line in words.workedLines(of: finding) {
      let label = isFirst ? say(ko: "계산", en: "worked") : ""
      isFirst = false
      let whole = line.text
      guard let formula = line.formula, CellWidth.of(whole) > options.width - textColumn else {
        page.labelled(label, whole, indent: labelIndent, column: textColumn)
        continue
      }
      page.labelled(label, line.title, indent: labelIndent, column: textColumn)
      page.paragraph("= \(formula)", indent: textColumn + 2, hanging: textColumn + 4)
      page.paragraph(line.conclusion, indent: textColumn + 2, hanging: textColumn + 4)
    }
  }

  private mutating func writeRemedy(_ finding: Finding) {
    if let remedy = finding.remedy { label(ko: "조치", en: "to do", say(remedy), style: .strong) }
    if let cost = words.cost(of: finding) { label(ko: "비용", en: "cost", cost) }
  }
}
