import Diagnostics
import Findings

extension FindingWords {
  /// A value in words; nil for one that is not known, which the missing facts tell better.
  func known(_ value: ReportValue?) -> String? {
    value.flatMap { $0.type == .unknown ? nil : formatter.text($0) }
  }

  /// What the scheme says, in the rule's own words where it has any; nil where that is not known. A yes or no is told
  /// with the name of the fact that says it, where the finding shows that fact.
  func stated(of finding: Finding) -> String? {
    if let text = finding.actualText { return say(text) }
    guard let value = finding.actual, value.type == .bool, let place = finding.location,
      let fact = finding.evidence.first(where: {
        $0.line == place.line && $0.column == place.column && $0.value == value
      })
    else { return known(finding.actual) }
    return "\(say(fact.name)): \(formatter.text(value))"
  }

  /// What the rule asks, in its own words where it has any; nil where that is not known, or only computed as if what
  /// the finding waits for were not there.
  func required(of finding: Finding) -> String? {
    if let text = finding.expectedText { return say(text) }
    return Self.isSupposed(finding) ? nil : known(finding.expected)
  }

  /// Whether what an undecided finding asks is a number that stands on unstated facts taken as none, or bounds of a
  /// length that reach below nothing.
  private static func isSupposed(_ finding: Finding) -> Bool {
    guard finding.outcome == .unknown, let expected = finding.expected else { return false }
    switch expected.type {
    case .number, .duration: break
    case .range:
      guard let low = expected.atLeast, low.type == .number || low.type == .duration else { return false }
      if low.text.utf8.first == UInt8(ascii: "-") { return true }
    case .bool, .string, .choice, .date, .timestamp, .list, .record, .ref, .either, .unknown, .none, .error:
      return false
    }
    let isFixed =
      finding.parameters.contains { $0.value == expected }
      || finding.tables.contains { $0.row.outputs.contains { $0.value == expected } }
    guard !isFixed, !finding.assumed.isEmpty else { return false }
    let missing = Set(finding.missing.map(\.path))
    return finding.assumed.contains { fact in
      missing.contains(fact.path)
        || finding.steps.contains { $0.value == expected && reads($0.expression, fact.path) }
    }
  }

  /// Whether an expression names the fact that a path ends at.
  private static func reads(_ expression: String, _ path: String) -> Bool {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
    return Bytes.holds(expression, String(path[dot...]))
  }

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
    let lines = WorkedCalculation(finding, formatter).lines
    guard !listsAll, !lines.isEmpty else { return lines }
    let stated = known(finding.actual)
    return lines.filter { $0.isKnown && $0.isTelling && ($0.formula != nil || $0.result != stated) }
  }

  /// The steps of a note or a measure in a row.
  func workedRow(of finding: Finding) -> String {
    WorkedCalculation(finding, formatter).lines.filter { $0.isKnown && $0.isTelling }.map { line in
      line.formula == nil ? "\(line.title): \(line.result)" : line.text
    }.joined(separator: "; ")
  }

  /// What it costs to mend a failure; nil where no cost is computed.
  func cost(of finding: Finding) -> String? {
    finding.cost.map { "\(say($0.title)): \(formatter.text($0.value))" }
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
