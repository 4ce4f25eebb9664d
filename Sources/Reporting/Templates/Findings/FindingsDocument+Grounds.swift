import Diagnostics
import Findings

extension FindingsDocument {
  /// What could not be used, a row for what the company can supply and for what the policy's side lacks.
  func gapRows(_ finding: Finding) -> [LabelledRow] {
    guard !finding.missing.isEmpty else { return [] }
    let (gaps, rest) = words.gaps(of: finding)
    var supply = gaps.filter(\.isFact).map { [Run($0.text)] }
    if rest > 0 { supply.append([Run(words.moreKinds(rest))]) }
    let lacking = gaps.filter { !$0.isFact }.map { [Run($0.text)] }
    var rows: [LabelledRow] = []
    if !supply.isEmpty { rows.append(LabelledRow(say(ko: "보완", en: "Supply"), paragraphs: supply)) }
    if !lacking.isEmpty { rows.append(LabelledRow(say(ko: "공백", en: "Gap"), paragraphs: lacking)) }
    return rows
  }

  /// The worked calculation, a line for each step.
  func calculationRows(_ finding: Finding) -> [LabelledRow] {
    let lines = words.workedLines(of: finding).map { line in
      [Run(line.text)]
    }
    return lines.isEmpty ? [] : [LabelledRow(say(ko: "계산", en: "Worked"), paragraphs: lines)]
  }

  /// A parameter with its version and what it becomes later.
  func numberRow(_ parameter: ParameterUse, of heading: RuleHeading) -> LabelledRow {
    let number = words.number(parameter, of: heading)
    return LabelledRow(
      say(words.label(of: parameter)), paragraphs: ([number.text] + number.later).map { [Run($0)] })
  }

  /// A table's row with its version and what it becomes later.
  func tableRow(_ row: FindingWords.NumberLine) -> LabelledRow {
    LabelledRow(say(ko: "계산표", en: "Table"), paragraphs: ([row.text] + row.later).map { [Run($0)] })
  }

  /// Stated facts that decided, with their lines, and what was assumed.
  func factRows(_ finding: Finding) -> [LabelledRow] {
    var rows: [LabelledRow] = []
    let facts = words.facts(of: finding, most: 4)
    if !facts.isEmpty { rows.append(row(ko: "사실", en: "Facts", facts)) }
    if [.fail, .waived].contains(finding.outcome) {
      rows += finding.further.map { row(ko: "그 밖", en: "Also", words.further($0)) }
    }
    return rows + words.assumptions(of: [finding]).map { row(ko: "전제", en: "Assumed", $0) }
  }

  /// The exception, the waiver and the decision that bear on a finding; `known` is an exception told already.
  func reliefRows(_ finding: Finding, except known: ExceptionUse? = nil) -> [LabelledRow] {
    var rows: [LabelledRow] = []
    if let exception = finding.exception, exception != known {
      rows.append(row(ko: "예외", en: "Exception", words.exception(exception)))
    }
    if let proof = words.proof(of: finding) { rows.append(row(ko: "입증", en: "Proof", proof)) }
    if let waiver = finding.waiver { rows.append(row(ko: "유예", en: "Waiver", words.waiver(waiver))) }
    return rows + finding.decisions.map { row(ko: "의견", en: "Decision", words.decision($0)) }
  }

  /// Until when, what to do and what it costs.
  func closingRows(_ finding: Finding) -> [LabelledRow] {
    var rows: [LabelledRow] = []
    if let deadline = finding.deadline { rows.append(deadlineRow(deadline)) }
    if let remedy = finding.remedy {
      rows.append(LabelledRow(say(ko: "조치", en: "To do"), [Run(say(remedy), strong: true)]))
    }
    if let cost = words.cost(of: finding) { rows.append(row(ko: "비용", en: "Cost", cost)) }
    return rows
  }

  /// A deadline with its last day.
  func deadlineRow(_ deadline: FindingDeadline) -> LabelledRow {
    row(ko: "기한", en: "Deadline", "\(say(deadline.title)): \(words.last(of: deadline))")
  }
}
