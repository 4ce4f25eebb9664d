import Expressions
import Policies

/// Where an exception of a rule stands for one subject.
struct Claim: Sendable {
  /// What came of its condition and proof.
  enum Standing: Sendable {
    case refused
    case granted
    /// Its condition is unknown, or it holds and its proof is not stated.
    case open
    case failed(EvaluationError)
  }

  /// Its place among the rule's exceptions.
  var index: Int
  /// Refused, granted or open.
  var standing: Standing
  /// What its standing rests on.
  var grounds: ExpandedGrounds

  /// Looks at an exception in the present subject.
  init(_ index: Int, of rule: Rule, on date: KnownDate, in evaluation: Evaluation) {
    self.index = index
    let condition = date.lies(in: rule.exceptions[index].inForce)
      .and(evaluation.ask(rule.exceptions[index].when))
    grounds = condition.grounds
    switch condition.truth {
    case .no: standing = .refused
    case .error(let error): standing = .failed(error)
    case .yes, .unknown:
      let isClaimed = condition.truth.isYes
      guard let proof = rule.exceptions[index].proof else {
        standing = isClaimed ? .granted : .open
        return
      }
      let shown = evaluation.askForProof(proof)
      if isClaimed, shown.truth.isYes {
        standing = .granted
        grounds.merge(shown.grounds)
      } else {
        standing = .open
        if !shown.truth.isYes { grounds.merge(shown.grounds) }
      }
    }
  }

  /// Whether the claim is settled as granted.
  var isGranted: Bool {
    if case .granted = standing { true } else { false }
  }

  /// Whether granting it and refusing it must both be tried.
  var isUnsettled: Bool {
    switch standing {
    case .open, .failed: true
    case .refused, .granted: false
    }
  }
}

extension Evaluation {
  /// Asks whether a proof is stated; one that is not, or is declared to be none, counts as missing proof.
  fileprivate func askForProof(_ proof: CheckedExpression) -> Answer {
    var answer = ask(proof)
    let isNo = answer.truth.isNo
    answer.grounds = answer.grounds.missingProof()
    if isNo, answer.grounds.missing.isEmpty, let fact = answer.grounds.reads.last {
      answer.grounds.append(.missing(fact, .proof))
    }
    return answer
  }
}
