import Diagnostics
import Findings

extension Run.Tone {
  /// The tone that goes with an outcome.
  init(_ outcome: Outcome) {
    switch outcome {
    case .error, .fail: self = .bad
    case .unknown, .manual, .waived: self = .open
    case .pass: self = .good
    case .info, .notApplicable, .notInForce, .notSelected: self = .plain
    }
  }

  /// The tone that goes with an overall verdict.
  init(_ verdict: Summary.Verdict) {
    switch verdict {
    case .potentialViolations: self = .bad
    case .incomplete: self = .open
    case .noneFound: self = .good
    }
  }
}
