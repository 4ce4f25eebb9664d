import Diagnostics
import Findings

/// The parts of an opinion that findings fall into, by what an official does about them.
enum OpinionPart: CaseIterable {
  /// Failures and gaps under law and terms, and errors: the company is asked to mend, to explain or to supply.
  case request
  /// Failures and gaps under standards, recommendations, interpretations and precedents.
  case recommendation
  /// What drafts and reference criteria say, which bind nobody.
  case reference

  /// The part of a finding; nil for one that nothing is to be done about, or that a person must decide first.
  init?(_ finding: Finding) {
    switch finding.outcome {
    case .error: self = .request
    case .fail, .unknown:
      switch finding.effect {
      case .law, .contract: self = .request
      case .standard, .recommendation, .interpretation: self = .recommendation
      case .draft, .reference: self = .reference
      }
    case .manual, .waived, .pass, .info, .notApplicable, .notInForce, .notSelected: return nil
    }
  }
}
