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
    if !sharesDoubt, let doubt = doubt(of: finding) { writeDoubt(doubt, indent: labelIndent) }
    writeFacts(finding)
    writeRelief(finding)
    writeRemedy(finding)
  }

  /// A note: the value, then the steps that it was computed by.
  mutating func writeNote(_ entry: RuleBlock.Entry, without shared: [ParameterUse]) {
    let finding = report.findings[entry.findings[0]]
    var text = "- " + subjects(of: entry.findings, most: 8)
    let supply = gaps(of: entry, whereFact: true)
    let isRest = finding.subject?.hasSuffix("[*]") == true && finding.actual == nil
    if isRest {
      text += ": \(supply)"
    } else if let actual = finding.actualText.map(say) ?? finding.actual.map(formatter.text) {
      text += ": \(actual)"
    }
    let steps = WorkedCalculation(finding, formatter).lines.filter { $0.isKnown && $0.isTelling }.map {
      line in
      line.formula.map { "\(line.title) = \($0) = \(line.result)" } ?? "\(line.title) \(line.result)"
    }.joined(separator: "; ")
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
    if let doubt = doubt(of: finding) { writeDoubt(doubt, indent: labelIndent) }
    writeFacts(finding)
    writeRelief(finding)
    writeRemedy(finding)
  }

  // ── places ─────────────────────────────────────────────────────────────────

  private mutating func writeLocation(of entry: RuleBlock.Entry) {
    guard let location = report.findings[entry.findings[0]].location else { return }
    var text = "\(location.file):\(location.line):\(location.column)"
    var others: [Int] = []
    for index in entry.findings.dropFirst() {
      guard let other = report.findings[index].location, other != location else { continue }
      others.append(other.line)
    }
    if !others.isEmpty {
      text +=
        say(ko: ", 그 밖에 ", en: ", also ") + lineList(others, most: options.listsAll ? others.count : 6)
    }
    label(ko: "위치", en: "at", text)
    guard let excerpt = SourceExcerpt(location, width: options.width - textColumn - 2) else { return }
    page.put("| \(excerpt.line)", indent: textColumn)
    page.put("| \(excerpt.carets)", indent: textColumn)
  }

  // ── both sides ─────────────────────────────────────────────────────────────

  /// What is stated and what is asked, as far as the message does not say it.
  private mutating func writeComparison(_ finding: Finding) {
    let actual = finding.actualText.map(say) ?? known(finding.actual)
    let expected = finding.expectedText.map(say) ?? known(finding.expected)
    let message = options.listsAll ? "" : finding.message.map(say) ?? ""
    // A word as short as a digit stands in many messages without being what is meant.
    func isTold(_ side: String) -> Bool { side.utf8.count > 3 && Bytes.holds(message, side) }
    if let actual, !isTold(actual) { label(ko: "기재", en: "stated", actual) }
    if let expected, !isTold(expected) { label(ko: "기준", en: "required", expected) }
  }

  /// A value in words; nil for one that is not known, which the missing facts tell better.
  func known(_ value: ReportValue?) -> String? {
    value.flatMap { $0.type == .unknown ? nil : formatter.text($0) }
  }

  // ── arithmetic ─────────────────────────────────────────────────────────────

  private mutating func writeCalculation(_ finding: Finding) {
    var isFirst = true
    let stated = known(finding.actual)
    for line in WorkedCalculation(finding, formatter).lines
    where options.listsAll || line.isKnown && line.isTelling && (line.formula != nil || line.result != stated)
    {
      let label = isFirst ? say(ko: "계산", en: "worked") : ""
      isFirst = false
      let whole = [line.title, line.formula, line.result].compactMap { $0 }.joined(separator: " = ")
      guard let formula = line.formula, CellWidth.of(whole) > options.width - textColumn else {
        page.labelled(label, whole, indent: labelIndent, column: textColumn)
        continue
      }
      page.labelled(label, line.title, indent: labelIndent, column: textColumn)
      page.paragraph("= \(formula)", indent: textColumn + 2, hanging: textColumn + 4)
      page.paragraph("= \(line.result)", indent: textColumn + 2, hanging: textColumn + 4)
    }
  }

  private mutating func writeRemedy(_ finding: Finding) {
    if let remedy = finding.remedy { label(ko: "조치", en: "to do", say(remedy), style: .strong) }
    if let cost = finding.cost {
      label(ko: "비용", en: "cost", "\(say(cost.title)) \(formatter.text(cost.value))")
    }
  }
}
