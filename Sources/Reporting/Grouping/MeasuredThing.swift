import Diagnostics
import Findings

/// Measures of one thing: of the scheme as a whole, or of a service, an award.
struct MeasuredThing {
  /// Places of the findings, in the order of the policies.
  var findings: [Int]
  /// Nil for the scheme as a whole.
  var path: String?

  /// The measures of a report by what they are of, the scheme as a whole first.
  static func things(of report: AuditReport) -> [MeasuredThing] {
    var things: [MeasuredThing] = []
    var places: [String: Int] = [:]
    for index in report.findings.indices {
      guard report.findings[index].heading.isMeasure, report.findings[index].measures else { continue }
      let finding = report.findings[index]
      let path = finding.bindings.last.map { $0.path ?? $0.name } ?? finding.subject
      if let place = places[path ?? ""] {
        things[place].findings.append(index)
      } else {
        places[path ?? ""] = things.count
        things.append(MeasuredThing(findings: [index], path: path))
      }
    }
    return things.filter { $0.path == nil } + things.filter { $0.path != nil }
  }

  /// Measures that measure nothing here, as places in the report's findings.
  static func inapplicable(of report: AuditReport) -> [Int] {
    report.findings.indices.filter { report.findings[$0].heading.isMeasure && !report.findings[$0].measures }
  }
}

extension Finding {
  /// Whether a measure has anything to measure.
  fileprivate var measures: Bool {
    switch outcome {
    case .notApplicable, .notInForce, .notSelected: false
    case .error, .fail, .unknown, .manual, .waived, .pass, .info: true
    }
  }
}
