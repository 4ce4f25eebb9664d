import Diagnostics
import Findings

extension FindingWords {
  /// A value in words; nil for one that is not known, which the missing facts tell better.
  func known(_ value: ReportValue?) -> String? {
    value.flatMap { $0.type == .unknown ? nil : formatter.text($0) }
  }

  /// What the scheme says, in the rule's own words where it has any; nil where that is not known.
  func stated(of finding: Finding) -> String? { finding.actualText.map(say) ?? known(finding.actual) }

  /// What the rule asks, in its own words where it has any; nil where that is not known.
  func required(of finding: Finding) -> String? { finding.expectedText.map(say) ?? known(finding.expected) }

  /// What is stated and what is asked, as far as the message does not say it.
  func comparison(of finding: Finding) -> (stated: String?, required: String?) {
    let message = listsAll ? "" : finding.message.map(say) ?? ""
    // A word as short as a digit stands in many messages without being what is meant.
    func untold(_ side: String?) -> String? {
      side.flatMap { $0.utf8.count > 3 && Bytes.holds(message, $0) ? nil : $0 }
    }
    return (untold(stated(of: finding)), untold(required(of: finding)))
  }

  /// The steps of a finding that say more than what is stated.
  func workedLines(of finding: Finding) -> [WorkedCalculation.Line] {
    let stated = known(finding.actual)
    return WorkedCalculation(finding, formatter).lines.filter { line in
      listsAll || line.isKnown && line.isTelling && (line.formula != nil || line.result != stated)
    }
  }

  /// The steps of a note or a measure in a row.
  func workedRow(of finding: Finding) -> String {
    WorkedCalculation(finding, formatter).lines.filter { $0.isKnown && $0.isTelling }.map { line in
      line.formula == nil ? "\(line.title) \(line.result)" : line.text
    }.joined(separator: "; ")
  }

  /// What it costs to mend a failure; nil where no cost is computed.
  func cost(of finding: Finding) -> String? {
    finding.cost.map { "\(say($0.title)) \(formatter.text($0.value))" }
  }

  /// `file:line:column` of an entry's first finding, with the lines of the others; nil where it has no place.
  func place(of entry: RuleBlock.Entry) -> String? {
    guard let location = report.findings[entry.findings[0]].location else { return nil }
    var text = "\(location.file):\(location.line):\(location.column)"
    var others: [Int] = []
    for index in entry.findings.dropFirst() {
      guard let other = report.findings[index].location, other != location else { continue }
      others.append(other.line)
    }
    if !others.isEmpty {
      text += say(ko: ", 그 밖에 ", en: ", also ") + lineList(others, most: 6)
    }
    return text
  }
}
