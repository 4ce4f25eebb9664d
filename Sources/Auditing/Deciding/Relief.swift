import Expressions
import Policies

/// What the exceptions that are taken as granted give together.
enum Relief: Sendable {
  /// No exception applies.
  case none
  /// Steps are computed another way; that exceptions agree on a step rests on the grounds.
  case replaced([CellID: CellID], needsReview: Bool, ExpandedGrounds)
  /// The rule does not ask.
  case excused(needsReview: Bool)
  /// They contradict each other, for the values that rest on the grounds.
  case conflict(EvaluationError, ExpandedGrounds)
  /// Whether they contradict each other is unknown.
  case undecided(ExpandedGrounds)

  /// Puts together the exceptions with these places in the rule.
  init(_ granted: [Int], of rule: Rule, in evaluation: Evaluation) {
    if granted.isEmpty {
      self = .none
      return
    }
    var excuses: [Int] = []
    var replacing: [Int] = []
    for index in granted {
      switch rule.exceptions[index].relief {
      case .notRequired: excuses.append(index)
      case .replace: replacing.append(index)
      }
    }
    if let excuse = excuses.first, let replacement = replacing.first {
      self = .conflict(
        Self.differentEffects(rule.exceptions[excuse], rule.exceptions[replacement]), ExpandedGrounds())
    } else if !excuses.isEmpty {
      self = .excused(needsReview: excuses.allSatisfy { rule.exceptions[$0].needsReview })
    } else {
      self = Self.combined(replacing.map { rule.exceptions[$0] }, in: evaluation)
    }
  }

  /// Joins the replaced steps; two values for one step are a conflict.
  private static func combined(
    _ exceptions: [RuleException], in evaluation: Evaluation
  ) -> Relief {
    var replaced: [CellID: CellID] = [:]
    var contested: [(CellID, RuleException, CellID)] = []
    for exception in exceptions {
      guard case .replace(let steps) = exception.relief else { continue }
      for (step, new) in steps.sorted(by: { $0.key.index < $1.key.index }) {
        if replaced[step] == nil { replaced[step] = new } else { contested.append((step, exception, new)) }
      }
    }
    var doubt: ExpandedGrounds?
    var agreement = ExpandedGrounds()
    for (step, exception, new) in contested {
      guard let first = replaced[step] else { continue }
      let same = evaluation.replacing(replaced) { evaluation.askWhether(first, equals: new) }
      switch same.truth {
      case .yes: agreement.merge(same.grounds)
      case .no:
        let name = evaluation.program.cells[step.index].name
        return .conflict(differentValues(name, exception), same.grounds)
      case .error(let error): return .conflict(error, same.grounds)
      case .unknown: doubt = (doubt ?? ExpandedGrounds()).merging(same.grounds)
      }
    }
    if let doubt { return .undecided(doubt) }
    return .replaced(replaced, needsReview: exceptions.contains(where: \.needsReview), agreement)
  }

  private static func differentEffects(_ a: RuleException, _ b: RuleException) -> EvaluationError {
    EvaluationError(
      .invalidArgument,
      ko: "예외 `\(a.id)`(적용 제외)과(와) `\(b.id)`(단계 대체)이(가) 함께 인정되어 결과를 정할 수 없습니다",
      en:
        "exceptions `\(a.id)` (not required) and `\(b.id)` (replaces steps) are both granted and contradict each other"
    )
  }

  private static func differentValues(_ step: String, _ exception: RuleException) -> EvaluationError {
    EvaluationError(
      .invalidArgument,
      ko: "함께 인정된 예외들이 단계 `\(step)`에 서로 다른 값을 줍니다(`\(exception.id)`)",
      en: "exceptions that are granted together give step `\(step)` different values (`\(exception.id)`)")
  }
}

extension Evaluation {
  /// Asks whether two steps have the same value.
  fileprivate func askWhether(_ a: CellID, equals b: CellID) -> Answer {
    let expression = program.cells[a.index].expression
    return ask(
      CheckedExpression(
        source: expression.source, term: .equals(.cell(a), .cell(b), negated: false, at: 0..<0), type: .bool,
        localCount: max(expression.localCount, program.cells[b.index].expression.localCount), usedLocals: []))
  }
}
