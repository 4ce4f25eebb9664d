import Diagnostics
import Expressions
import Policies

/// The waivers that may reach a rule, and the day on which they must hold.
struct WaiverRelief: Sendable {
  /// Waivers for this rule from bodies that may grant them.
  var waivers: [Waiver]
  /// The day the scheme was filed; nil where the vocabulary has no such fact.
  var filed: KnownDate?
  /// The scheme's own id, as far as it is stated.
  var schemeID: Evaluated?

  /// Nothing is waived.
  static let none = WaiverRelief(waivers: [], filed: nil, schemeID: nil)

  /// The decision with waivers taken into account; they reach a `fail` and nothing else.
  ///
  /// - Parameter count: the lists of the rule that have an element here, from the outer to the inner.
  func applied(to decision: Decision, in evaluation: Evaluation, naming count: Int) -> Decision {
    guard decision.outcome == .fail, !waivers.isEmpty else { return decision }
    var decision = decision
    var undecided: (waiver: Waiver, grounds: ExpandedGrounds)?
    var refused: [ExpandedGrounds] = []
    for waiver in waivers {
      let answer = holds(waiver, in: evaluation, naming: count)
      switch answer.truth {
      case .yes:
        decision.outcome = .waived
        decision.waiver = waiver
        decision.grounds.merge(answer.grounds)
        return decision
      case .no: refused.append(answer.grounds)
      case .unknown, .error: undecided = undecided ?? (waiver, answer.grounds)
      }
    }
    decision.grounds.merge(ExpandedGrounds(union: refused))
    if let undecided {
      decision.outcome = .unknown
      decision.waiver = undecided.waiver
      decision.grounds.merge(undecided.grounds)
    }
    return decision
  }

  private func holds(_ waiver: Waiver, in evaluation: Evaluation, naming count: Int) -> Answer {
    let period = Period(from: waiver.grantedOn, to: waiver.expires)
    let inTime = filed.map { $0.lies(in: period) } ?? Answer(.unknown)
    return inTime.and(isFor(waiver, in: evaluation)).and(
      reaches(waiver, in: evaluation, naming: count))
  }

  /// Whether the waiver is for this scheme.
  private func isFor(_ waiver: Waiver, in evaluation: Evaluation) -> Answer {
    guard let scheme = waiver.scheme else { return .yes }
    guard let schemeID else { return Answer(.unknown) }
    let grounds = evaluation.expand(schemeID.grounds)
    guard case .string(let id) = schemeID.value else { return Answer(.unknown, grounds) }
    return Answer(id == scheme ? .yes : .no, grounds)
  }

  /// Whether the waiver reaches the present subject.
  private func reaches(_ waiver: Waiver, in evaluation: Evaluation, naming count: Int) -> Answer {
    guard let condition = waiver.condition else { return .yes }
    // Where there is no subject, a condition on one can hold of none.
    if condition.usedLocals.contains(where: { $0 >= count }) { return Answer(.no) }
    return evaluation.ask(condition)
  }
}
