import Diagnostics
import Findings

/// The findings of a report by the sections that show them, sorted out in one pass.
struct ReportSections {
  /// Findings that a reader has to look at, by effect.
  private(set) var blocks: [Effect: [Finding]] = [:]
  /// Rules that were met.
  private(set) var passes: [Finding] = []
  /// Those of them that rest on what was not stated.
  private(set) var assumedPasses: [Finding] = []
  /// Rules that do not apply.
  private(set) var notApplicable: [Finding] = []
  /// Rules that were not asked: not in force, or not selected.
  private(set) var notAudited: [Finding] = []

  /// Sorts findings out; passes are kept only if they are to be listed.
  init(_ findings: [Finding], listsPasses: Bool) {
    for index in findings.indices {
      switch findings[index].outcome {
      case .error, .fail, .unknown, .manual, .waived, .info:
        blocks[findings[index].effect, default: []].append(findings[index])
      case .pass:
        if listsPasses { passes.append(findings[index]) }
        if !findings[index].assumed.isEmpty { assumedPasses.append(findings[index]) }
      case .notApplicable: notApplicable.append(findings[index])
      case .notInForce, .notSelected: notAudited.append(findings[index])
      }
    }
  }
}
