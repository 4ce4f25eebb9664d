import Diagnostics
import Findings

extension TextReport {
  /// What could not be used, one line for each fact; the same fact of several elements is one line.
  mutating func writeMissing(_ finding: Finding) {
    let (gaps, rest) = words.gaps(of: finding)
    for gap in gaps {
      if gap.isFact {
        label(ko: "보완", en: "supply", gap.text)
      } else {
        label(ko: "공백", en: "gap", gap.text)
      }
    }
    if rest > 0 { label(ko: "", en: "", words.moreKinds(rest)) }
  }

  /// Stated facts that decided, with their lines, and what was assumed.
  mutating func writeFacts(_ finding: Finding) {
    let facts = words.facts(of: finding, most: 4)
    if !facts.isEmpty { label(ko: "사실", en: "facts", facts) }
    if [.fail, .waived].contains(finding.outcome) {
      for failures in finding.further { label(ko: "그 밖", en: "also", words.further(failures)) }
    }
    for text in words.assumptions(of: [finding]) { label(ko: "전제", en: "assumed", text) }
  }

  /// Parameters, each with its version.
  mutating func write(_ parameters: [ParameterUse], of heading: RuleHeading, indent: Int) {
    for parameter in parameters {
      let number = words.number(parameter, of: heading)
      let name = words.label(of: parameter)
      label(ko: name.ko, en: name.en.lowercased(), number.text, indent: indent)
      for later in number.later { page.labelled("", later, indent: indent, column: textColumn) }
    }
  }

  /// Table rows, each with its version.
  mutating func writeTables(_ finding: Finding) {
    for table in finding.tables {
      let row = words.row(table, of: finding.heading)
      label(ko: "계산표", en: "table", row.text)
      for later in row.later { page.labelled("", later, indent: labelIndent, column: textColumn) }
    }
  }

  /// Says that a failure is not firm.
  mutating func writeDoubt(_ doubt: String, indent: Int) {
    label(ko: "유의", en: "not firm", doubt, indent: indent)
  }

  /// The exception, the waiver and the decision that bear on a finding; `known` is an exception told already.
  mutating func writeRelief(_ finding: Finding, except known: ExceptionUse? = nil) {
    if let exception = finding.exception, exception != known {
      let isShort = finding.outcome == .unknown && !options.listsAll
      label(ko: "예외", en: "exception", words.exception(exception, withCitation: !isShort))
    }
    if let proof = words.proof(of: finding) { label(ko: "입증", en: "proof", proof) }
    if let waiver = finding.waiver { label(ko: "유예", en: "waiver", words.waiver(waiver)) }
    for decision in finding.decisions { label(ko: "의견", en: "decision", words.decision(decision)) }
  }

  /// Decisions on findings that are not told one by one: what was met, does not apply or was not asked.
  mutating func writeDecided() {
    guard !sections.decided.isEmpty else { return }
    let count = words.findings(sections.decided.count)
    heading(say(ko: "기록된 의견 — 점검 항목 \(count)", en: "Decisions on record — \(count)"))
    for index in sections.decided {
      let finding = report.findings[index]
      page.paragraph("- \(words.decided(finding))", hanging: 2)
      for decision in finding.decisions { page.paragraph(words.decision(decision), indent: 4) }
    }
  }
}
