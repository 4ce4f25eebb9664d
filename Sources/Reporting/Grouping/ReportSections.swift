import Diagnostics
import Findings

/// Places of a report's findings by the sections that show them, sorted out in one pass.
struct ReportSections {
  /// Findings that a reader has to look at, by effect.
  private var blocks: [(effect: Effect, findings: [Int])] = []
  /// Rules that were met.
  private(set) var passes: [Int] = []
  /// Those of them that rest on what was not stated.
  private(set) var assumedPasses: [Int] = []
  /// Those of them that rest on the company's word for what excuses it.
  private(set) var unprovenPasses: [Int] = []
  /// Rules that do not apply.
  private(set) var notApplicable: [Int] = []
  /// Findings with a recorded decision that no block shows.
  private(set) var decided: [Int] = []
  /// Rules that were not asked: not in force, or not selected.
  private(set) var notAudited: [Int] = []

  /// Sorts findings out; passes are kept only if they are to be listed.
  init(_ findings: [Finding], listsPasses: Bool) {
    for index in findings.indices {
      let isInBlock: Bool
      switch findings[index].outcome {
      case .error, .fail, .unknown, .manual, .waived, .info:
        add(index, findings[index].effect)
        isInBlock = true
      case .pass:
        if listsPasses { passes.append(index) }
        if !findings[index].assumed.isEmpty { assumedPasses.append(index) }
        if findings[index].proof == .company { unprovenPasses.append(index) }
        isInBlock = false
      case .notApplicable:
        notApplicable.append(index)
        isInBlock = false
      case .notInForce, .notSelected:
        notAudited.append(index)
        isInBlock = false
      }
      if !isInBlock, findings[index].decision != nil { decided.append(index) }
    }
  }

  /// Findings of one effect that a reader has to look at; nil where there are none.
  func blocks(of effect: Effect) -> [Int]? {
    blocks.first { $0.effect == effect }?.findings
  }

  private mutating func add(_ index: Int, _ effect: Effect) {
    if let place = blocks.firstIndex(where: { $0.effect == effect }) {
      blocks[place].findings.append(index)
    } else {
      blocks.append((effect, [index]))
    }
  }
}
