import Diagnostics
import Findings

/// How much attention a finding asks for, in formats that know three levels.
enum FindingLevel: Sendable, Hashable, CaseIterable {
  /// A failure under law.
  case error
  /// A failure under terms, standards, recommendations or interpretations.
  case warning
  /// A failure under drafts and references, and whatever is only noted.
  case note

  /// The level of a failure of a rule.
  init(failureOf heading: RuleHeading) {
    guard heading.severity != .note else {
      self = .note
      return
    }
    self =
      switch heading.effect {
      case .law: .error
      case .contract, .standard, .recommendation, .interpretation: .warning
      case .draft, .reference: .note
      }
  }
}
