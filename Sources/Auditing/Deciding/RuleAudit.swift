import Diagnostics
import Expressions
import Policies

/// Decides one rule for a scheme, gate first, then subject by subject, and hands every decision to a writer
/// while the evaluation still stands at that subject.
final class RuleAudit {
  /// The rule and its policy.
  let matter: RuleOfPolicy
  /// Evaluates the policy's expressions over the scheme.
  let evaluation: Evaluation
  /// The waivers that may reach the rule.
  let waivers: WaiverRelief
  /// Measures inform; what they lack is no finding of its own.
  let isMeasure: Bool

  /// Decides a rule with an evaluation of its policy's expressions.
  init(_ matter: RuleOfPolicy, evaluation: Evaluation, waivers: WaiverRelief, isMeasure: Bool) {
    self.matter = matter
    self.evaluation = evaluation
    self.waivers = waivers
    self.isMeasure = isMeasure
  }

  /// The policy that the rule is of.
  var policy: Policy { matter.policy }
  /// The rule.
  var rule: Rule { matter.rule }

  /// Where a decision belongs.
  struct Place {
    /// Nil for the rule as a whole.
    var subject: Subject?
    /// Nil where the rule's parts play no role.
    var requirement: Requirement?
    /// Whether the requirement itself was looked at, so that its two sides have values to show.
    var isJudged = false
    /// Why the rule applies and reaches the subject, which says nothing of how it came out.
    var around = ExpandedGrounds()
  }

  /// What is to be decided once the gate is passed: the subjects, and what holds for all of them.
  struct Opening: Sendable {
    /// In their order.
    var subjects: [Subject]
    /// The rule's date.
    var date: KnownDate
    /// Whether the rule applies, as far as that does not depend on the subject.
    var gate: Answer
  }

  /// Starts the rule in the evaluation, as `open` does.
  func start() {
    evaluation.startRule(asOf: rule.asOf ?? policy.asOf)
  }

  /// Starts the rule, decides what can be decided without looking at a subject, and finds the subjects.
  func open(_ report: (Decision, Place, KnownDate) -> Void) -> Opening? {
    start()
    let date = KnownDate(evaluation.date(nil), in: evaluation)
    let whole = Place(subject: nil, requirement: nil)
    let inForce = date.lies(in: policy.inForce).and(date.lies(in: rule.inForce))
    if inForce.truth.isNo {
      report(Decision(.notInForce, inForce.grounds), whole, date)
      return nil
    }
    var gate = inForce
    if !rule.appliesPerSubject {
      gate = Self.gate(inForce, applies())
      if let decision = Self.decision(ofGate: gate), !isMeasure || decision.outcome != .unknown {
        report(decision, whole, date)
        return nil
      }
    }
    let enumeration = SubjectEnumeration(rule.subjects, in: evaluation)
    if enumeration.isEmpty {
      // Without a subject nobody can say whether the rule applies, only whether it is in force. That this is said of
      // the rule as a whole rests on there being none.
      let undecided = isMeasure ? nil : Self.decision(ofGate: gate)?.resting(on: enumeration.grounds)
      let decision = undecided ?? noSubject(rule.ifNone, enumeration.grounds.merging(gate.grounds))
      report(waived(decision, naming: 0), whole, date)
      return nil
    }
    return Opening(subjects: enumeration.subjects, date: date, gate: gate)
  }

  /// Decides some of the subjects of a rule that has been started; `report` is called in the order of the subjects
  /// and parts.
  func decide(
    _ places: Range<Int>, of opening: Opening, _ report: (Decision, Place, KnownDate) -> Void
  ) {
    for place in places {
      audit(opening.subjects[place], gate: opening.gate, date: opening.date, report)
    }
  }

  private func applies() -> Answer {
    rule.appliesWhen.map { evaluation.ask($0) } ?? .yes
  }

  /// In force and applicable. A rule that is not in force is named so first, so what does not apply rests on
  /// both.
  private static func gate(_ inForce: Answer, _ applies: Answer) -> Answer {
    var gate = inForce.and(applies)
    if gate.truth.isNo { gate.grounds = inForce.grounds.merging(applies.grounds) }
    return gate
  }

  /// The outcome that a gate gives; nil where it is open.
  private static func decision(ofGate gate: Answer) -> Decision? {
    switch gate.truth {
    case .yes: nil
    case .no: Decision(.notApplicable, gate.grounds)
    case .unknown: Decision(.unknown, gate.grounds)
    case .error(let error): .failed(error, gate.grounds)
    }
  }

  private func noSubject(_ outcome: Outcome, _ grounds: ExpandedGrounds) -> Decision {
    Decision(isMeasure ? .notApplicable : outcome, grounds, reason: .noSubject)
  }

  /// The decision on an element whose own list is empty. Whether the rule applies is asked as far as that can be said
  /// of the element itself.
  private func childless(_ subject: Subject, _ outcome: Outcome, gate: Answer) -> Decision {
    let own = self.gate(gate, asFarAsKnownOf: subject)
    if let undecided = Self.decision(ofGate: own) { return informed(undecided.resting(on: subject.grounds)) }
    let decision = noSubject(outcome, own.grounds.merging(subject.grounds))
    return waived(decision, naming: subject.locals.count)
  }

  /// The decision where the elements are open, or whether one belongs to them: a rule that cannot apply to what is
  /// known of the subject does not, if that settles it; where the gate is unknown, so is the outcome.
  private func gated(_ decision: Decision, _ subject: Subject, gate: Answer) -> Decision {
    let own = self.gate(gate, asFarAsKnownOf: subject)
    let unknown = Decision(.unknown, own.grounds).resting(on: decision.grounds)
    switch (own.truth, gate.truth) {
    case (.yes, _), (.error, _): return decision.resting(on: own.grounds)
    case (.no, _) where subject.yieldsToGate:
      return Decision(.notApplicable, own.grounds).resting(on: subject.grounds)
    case (.no, .yes): return decision.resting(on: own.grounds)
    case (.no, _), (.unknown, _): return unknown
    }
  }

  /// The gate with `applies_when`, where that asks for nothing that the subject lacks.
  private func gate(_ gate: Answer, asFarAsKnownOf subject: Subject) -> Answer {
    guard rule.appliesPerSubject, let applies = rule.appliesWhen,
      applies.usedLocals.allSatisfy({ $0 < subject.locals.count })
    else { return gate }
    return Self.gate(gate, evaluation.ask(applies))
  }

  private func audit(
    _ subject: Subject, gate: Answer, date: KnownDate, _ report: (Decision, Place, KnownDate) -> Void
  ) {
    evaluation.startSubject(subject.locals, grounds: subject.localGrounds)
    let around = gate.grounds.merging(subject.grounds)
    let place = Place(subject: subject, requirement: nil)
    switch subject.standing {
    case .unlisted, .rest:
      report(informed(gated(Decision(.unknown, around), subject, gate: gate)), place, date)
      return
    case .childless(let outcome):
      report(childless(subject, outcome, gate: gate), place, date)
      return
    case .failed(let error):
      report(informed(gated(.failed(error, around), subject, gate: gate)), place, date)
      return
    case .untestable(let error):
      let decision = informed(gated(.failed(error, around), subject, gate: gate))
      if subject.locals.count < rule.subjects.count {
        report(decision, place, date)
      } else {
        reportForEachPart(decision, subject, date, report)
      }
      return
    case .doubtful:
      reportForEachPart(informed(Decision(.unknown, around)), subject, date, report)
      return
    case .member: break
    }
    if rule.appliesPerSubject {
      let own = Self.gate(gate, applies())
      if let decision = Self.decision(ofGate: own) {
        reportForEachPart(informed(decision.resting(on: subject.grounds)), subject, date, report)
        return
      }
      decide(subject, resting: own.grounds.merging(subject.grounds), date, report)
    } else {
      decide(subject, resting: around, date, report)
    }
  }

  /// One decision that holds for every part of the rule, so that each part's findings stay complete.
  private func reportForEachPart(
    _ decision: Decision, _ subject: Subject, _ date: KnownDate,
    _ report: (Decision, Place, KnownDate) -> Void
  ) {
    guard rule.requirements.contains(where: { $0.id != nil }) else {
      report(decision, Place(subject: subject, requirement: nil), date)
      return
    }
    for requirement in rule.requirements {
      report(decision, Place(subject: subject, requirement: requirement), date)
    }
  }

  private func decide(
    _ subject: Subject, resting around: ExpandedGrounds, _ date: KnownDate,
    _ report: (Decision, Place, KnownDate) -> Void
  ) {
    switch rule.check {
    case .info:
      let place = Place(subject: subject, requirement: rule.requirements.first, isJudged: true)
      report(Decision(.info, around), place, date)
    case .manual:
      let place = Place(subject: subject, requirement: rule.requirements.first, isJudged: true)
      report(decision(nil, date).resting(on: around), place, date)
    case .requirements:
      for requirement in rule.requirements {
        let decided = decision(requirement.condition, date).resting(on: around)
        let place = Place(subject: subject, requirement: requirement, isJudged: true, around: around)
        report(waived(decided, naming: rule.subjects.count), place, date)
      }
    }
  }

  private func decision(_ condition: CheckedExpression?, _ date: KnownDate) -> Decision {
    RequirementDecider(
      matter: matter, condition: condition, date: date, evaluation: evaluation
    ).decide()
  }

  /// - Parameter count: the lists of the rule that have an element here, from the outer to the inner.
  private func waived(_ decision: Decision, naming count: Int) -> Decision {
    waivers.applied(to: decision, in: evaluation, naming: count)
  }

  /// What a measure lacks is information too.
  private func informed(_ decision: Decision) -> Decision {
    guard isMeasure, decision.outcome == .unknown else { return decision }
    var decision = decision
    decision.outcome = .info
    return decision
  }
}
