import Diagnostics
import Findings

/// Findings of one rule that one annotation tells, in the order in which annotations are written.
struct GitHubAnnotation {
  /// The findings that say the same, in parts that wait for the same facts where they are undecided; never none.
  let entries: [RuleBlock.Entry]

  /// A finding that tells the place, the level and the rule.
  var first: Int { entries[0].findings[0] }

  /// Annotations for the findings of a report that ask for something: what failed first, then what the law leaves
  /// open, then the rest; in each the strongest effect and the gravest severity first.
  static func annotations(of report: AuditReport, _ formatter: ValueFormatter) -> [GitHubAnnotation] {
    let shown = report.findings.indices.filter { asks(report.findings[$0].outcome) }
    let blocks = RuleGrouping.blocks(shown, of: report.findings, formatter, mergesUnknown: true)
    let annotations = blocks.flatMap { block in
      block.sections.flatMap { section -> [GitHubAnnotation] in
        // A failure has a line of its own, where it is shown; what waits for facts is told once for each rule.
        section.outcome == .unknown
          ? [GitHubAnnotation(entries: section.entries)]
          : section.entries.flatMap { byLine($0, report) }
      }
    }
    return annotations.enumerated().map { (rank(of: report.findings[$0.element.first]) + [$0.offset], $0) }
      .sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1.element)
  }

  /// Whether an outcome asks somebody for something.
  private static func asks(_ outcome: Outcome) -> Bool {
    switch outcome {
    case .fail, .error, .unknown, .manual, .waived: true
    case .pass, .notApplicable, .notInForce, .notSelected, .info: false
    }
  }

  /// An annotation for each line of the scheme.
  private static func byLine(_ entry: RuleBlock.Entry, _ report: AuditReport) -> [GitHubAnnotation] {
    var lines: [(line: Int?, findings: [Int])] = []
    for index in entry.findings {
      let line = report.findings[index].location?.line
      if let place = lines.firstIndex(where: { $0.line == line }) {
        lines[place].findings.append(index)
      } else {
        lines.append((line, [index]))
      }
    }
    return lines.map { GitHubAnnotation(entries: [RuleBlock.Entry(findings: $0.findings)]) }
  }

  private static func rank(of finding: Finding) -> [Int] {
    let kind: Int
    switch finding.outcome {
    case .fail, .error: kind = 0
    case .unknown, .manual: kind = finding.effect == .law ? 1 : 2
    case .waived: kind = 3
    case .pass, .notApplicable, .notInForce, .notSelected, .info: kind = 4
    }
    return [
      kind, Effect.allCases.firstIndex(of: finding.effect) ?? 0,
      RuleSeverity.allCases.firstIndex(of: finding.severity) ?? 0,
    ]
  }
}
