import Diagnostics
import Expressions
import Policies

/// What came of one rule, or of one part of it, for one subject, before it is put into words.
struct Decision: Sendable {
  /// Why a rule's outcome is what it is, where the outcome alone does not say.
  enum Reason: Sendable {
    /// The rule's own requirement, gate or list decided.
    case plain
    /// No subject: `if_none` decided.
    case noSubject
    /// Exceptions were granted.
    case relieved([Int])
    /// An exception under review changes the outcome.
    case underReview([Int])
    /// Exceptions are open and matter.
    case open([Int])
  }

  /// What came of it.
  var outcome: Outcome
  /// What decided besides the requirement.
  var reason = Reason.plain
  /// Everything that decided.
  var grounds = ExpandedGrounds()
  /// Why there is no outcome, for an `error`.
  var error: EvaluationError?
  /// Steps that are computed another way.
  var replaced: [CellID: CellID] = [:]
  /// The waiver that holds or could not be decided.
  var waiver: Waiver?

  /// A decision; all but the outcome may be left out.
  init(
    _ outcome: Outcome, _ grounds: ExpandedGrounds = ExpandedGrounds(), reason: Reason = .plain,
    error: EvaluationError? = nil, replaced: [CellID: CellID] = [:]
  ) {
    self.outcome = outcome
    self.grounds = grounds
    self.reason = reason
    self.error = error
    self.replaced = replaced
  }

  /// An error with its grounds.
  static func failed(_ error: EvaluationError, _ grounds: ExpandedGrounds) -> Decision {
    Decision(.error, grounds, error: error)
  }

  /// The same decision resting on more.
  func resting(on more: ExpandedGrounds) -> Decision {
    var decision = self
    decision.grounds = more.merging(grounds)
    return decision
  }
}
