import Diagnostics
import Findings

/// Places of a report's findings by the sections that show them, sorted out in one pass.
struct ReportSections {
  /// Findings that a reader has to look at, by effect.
  private(set) var blocks: [Effect: [Int]] = [:]
  /// Rules that were met.
  private(set) var passes: [Int] = []
  /// Those of them that rest on what was not stated.
  private(set) var assumedPasses: [Int] = []
  /// Rules that do not apply.
  private(set) var notApplicable: [Int] = []
  /// Rules that were not asked: not in force, or not selected.
  private(set) var notAudited: [Int] = []

  /// Sorts findings out; passes are kept only if they are to be listed.
  init(_ findings: [Finding], listsPasses: Bool) {
    for index in findings.indices {
      switch findings[index].outcome {
      case .error, .fail, .unknown, .manual, .waived, .info:
        blocks[findings[index].effect, default: []].append(index)
      case .pass:
        if listsPasses { passes.append(index) }
        if !findings[index].assumed.isEmpty { assumedPasses.append(index) }
      case .notApplicable: notApplicable.append(index)
      case .notInForce, .notSelected: notAudited.append(index)
      }
    }
  }
}
