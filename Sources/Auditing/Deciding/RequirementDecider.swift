import Diagnostics
import Expressions
import Policies

/// Decides one requirement of a rule for the present subject: verdict, exceptions, questions for a person.
struct RequirementDecider {
  /// The rule that the requirement is of, and its policy.
  let matter: RuleOfPolicy
  /// Nil for a rule that only a person decides.
  let condition: CheckedExpression?
  /// The rule's date.
  let date: KnownDate
  /// Stands at the subject.
  let evaluation: Evaluation

  /// The rule that the requirement is of.
  private var rule: Rule { matter.rule }

  /// More open exceptions than this are not tried in all their combinations.
  static let mostOpenExceptions = 6

  /// What comes of it, with everything it rests on.
  func decide() -> Decision {
    let verdict = self.verdict()
    if needsNoClaims(verdict) { return branch(granting: [], verdict: verdict) }
    let claims = rule.exceptions.indices.map { Claim($0, of: rule, on: date, in: evaluation) }
    let granted = claims.filter(\.isGranted).map(\.index)
    let unsettled = claims.filter(\.isUnsettled)
    let settled = ExpandedGrounds(union: claims.filter { !$0.isUnsettled }.map(\.grounds))
    let decision =
      unsettled.isEmpty
      ? branch(granting: granted, verdict: verdict)
      : decide(granted: granted, unsettled: unsettled, verdict: verdict)
    return decision.resting(on: settled)
  }

  /// The answer of the requirement itself; what only a person decides counts as met until then.
  private func verdict() -> Answer {
    condition.map { evaluation.ask($0) } ?? .yes
  }

  /// Whether the outcome is the same whatever comes of the exceptions.
  private func needsNoClaims(_ verdict: Answer) -> Bool {
    if rule.exceptions.isEmpty { return true }
    let onlyExcuses = rule.exceptions.indices.allSatisfy { index in
      switch rule.exceptions[index].relief {
      case .notRequired: true
      case .replace: false
      }
    }
    return onlyExcuses && verdict.truth.isYes && !isManual().truth.isYes
  }

  /// Whether a person must judge.
  private func isManual() -> Answer {
    switch rule.check {
    case .manual: .yes
    case .requirements, .info: rule.manualWhen.map { evaluation.ask($0) } ?? Answer(.no)
    }
  }

  // ── open exceptions: as granted and as refused ─────────────────────────────

  private func decide(granted: [Int], unsettled: [Claim], verdict: Answer) -> Decision {
    let waiting = ExpandedGrounds(union: unsettled.map(\.grounds))
    guard unsettled.count <= Self.mostOpenExceptions else {
      return Decision(
        .unknown, verdict.grounds.merging(waiting), reason: .open(unsettled.map(\.index)))
    }
    let refused = branch(granting: granted, verdict: verdict)
    var tried = [refused]
    var grounds = [refused.grounds]
    // Exceptions that excuse come to the same whichever they are: with review or without.
    var excused: [(needsReview: Bool, decision: Decision)] = []
    for choice in 1..<(1 << unsettled.count) {
      let chosen = unsettled.indices.filter { choice & (1 << $0) != 0 }.map { unsettled[$0].index }
      let together = (granted + chosen).sorted()
      let relief = Relief(together, of: rule, in: evaluation)
      if case .excused(let needsReview) = relief,
        let known = excused.first(where: { $0.needsReview == needsReview })
      {
        tried.append(known.decision)
        continue
      }
      let decision = branch(relief, granting: together, verdict: verdict)
      if case .excused(let needsReview) = relief { excused.append((needsReview, decision)) }
      tried.append(decision)
      grounds.append(decision.grounds)
    }
    let all = ExpandedGrounds(union: grounds)
    guard tried.contains(where: { $0.outcome != refused.outcome }) else {
      var decision = refused
      decision.grounds = all
      return decision
    }
    return undecided(tried, unsettled: unsettled, grounds: all.merging(waiting))
  }

  /// The outcome depends on exceptions that are not settled: an error only where nothing is missing besides.
  private func undecided(_ tried: [Decision], unsettled: [Claim], grounds: ExpandedGrounds) -> Decision {
    // The exceptions that change the outcome alone are named; where only several together do, all are.
    let deciding = unsettled.indices.filter { tried[1 << $0].outcome != tried[0].outcome }
    let named = (deciding.isEmpty ? Array(unsettled.indices) : deciding).map { unsettled[$0] }
    let error = unsettled.compactMap { claim in
      if case .failed(let error) = claim.standing { error } else { nil }
    }.first
    let open = unsettled.contains { claim in
      if case .open = claim.standing { true } else { false }
    }
    // Unknown goes before error: once what is missing is stated, the exception may play no role.
    if let error, !open, !grounds.nameGaps { return .failed(error, grounds) }
    return Decision(.unknown, grounds, reason: .open(named.map(\.index)))
  }

  // ── one reading of the exceptions ──────────────────────────────────────────

  private func branch(granting granted: [Int], verdict: Answer) -> Decision {
    if granted.isEmpty { return judged(verdict) }
    return branch(Relief(granted, of: rule, in: evaluation), granting: granted, verdict: verdict)
  }

  private func branch(_ relief: Relief, granting granted: [Int], verdict: Answer) -> Decision {
    switch relief {
    case .none:
      return judged(verdict)
    case .conflict(let error, let grounds):
      return .failed(error, verdict.grounds.merging(grounds))
    case .undecided(let grounds):
      return Decision(.unknown, grounds, reason: .relieved(granted))
    case .excused(let needsReview):
      return excused(verdict, by: granted, needsReview: needsReview)
    case .replaced(let steps, let needsReview, let agreement):
      return evaluation.replacing(steps) {
        let again = self.verdict()
        var decision = needsReview ? reviewed(again, instead: verdict, by: granted) : judged(again)
        if case .plain = decision.reason { decision.reason = .relieved(granted) }
        decision.replaced = steps
        return decision.resting(on: agreement)
      }
    }
  }

  /// What the requirement's answer comes to where no exception excuses.
  private func judged(_ verdict: Answer) -> Decision {
    switch verdict.truth {
    case .no: return Decision(.fail, verdict.grounds)
    case .error(let error): return .failed(error, verdict.grounds)
    case .yes, .unknown: break
    }
    let isMet = verdict.truth.isYes
    let manual = isManual()
    let both = verdict.grounds.merging(manual.grounds)
    switch manual.truth {
    case .yes: return Decision(.manual, both)
    case .no: return Decision(isMet ? .pass : .unknown, both)
    case .unknown: return Decision(.unknown, both)
    case .error(let error): return isMet ? .failed(error, both) : Decision(.unknown, both)
    }
  }

  /// The outcome with replaced steps, which a person must confirm if it differs from the verdict.
  private func reviewed(_ again: Answer, instead verdict: Answer, by granted: [Int]) -> Decision {
    let decision = judged(again)
    let both = verdict.grounds.merging(decision.grounds)
    switch (verdict.truth, again.truth) {
    case (_, .unknown), (_, .error): return decision
    case (.yes, .yes), (.no, .no):
      var decision = decision
      decision.grounds = both
      return decision
    case (.yes, .no), (.no, .yes), (.error, _):
      return Decision(.manual, both, reason: .underReview(granted))
    case (.unknown, _):
      // Whether the exception changes anything is open until the verdict is known.
      let manual = isManual()
      return Decision(manual.truth.isYes ? .manual : .unknown, both.merging(manual.grounds))
    }
  }

  /// The outcome where the rule does not ask: a requirement that is met stays met unless a person would be asked.
  private func excused(_ verdict: Answer, by granted: [Int], needsReview: Bool) -> Decision {
    let manual = isManual()
    var grounds = verdict.grounds
    switch (verdict.truth, manual.truth) {
    case (.yes, .no):
      return Decision(.pass, grounds.merging(manual.grounds))
    case (.yes, .unknown):
      return Decision(.unknown, grounds.merging(manual.grounds))
    case (.yes, .error(let error)):
      return .failed(error, grounds.merging(manual.grounds))
    case (.unknown, .no), (.unknown, .unknown), (.unknown, .error):
      // Under review a verdict of `pass` would stand, a `fail` would be a person's to excuse.
      grounds.merge(manual.grounds)
      if needsReview { return Decision(.unknown, grounds) }
    case (.yes, .yes), (.unknown, .yes):
      grounds.merge(manual.grounds)
    case (.no, _), (.error, _):
      break
    }
    return needsReview
      ? Decision(.manual, grounds, reason: .underReview(granted))
      : Decision(.notApplicable, grounds, reason: .relieved(granted))
  }
}
