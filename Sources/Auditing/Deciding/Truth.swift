import Expressions

/// What came of a question: three-valued, or an error that leaves it without an answer.
enum Truth: Sendable {
  case yes, no, unknown
  indirect case error(EvaluationError)

  /// Reads a truth value; readings that disagree, and anything but a truth value, leave the question open.
  init(_ value: Value) {
    switch value {
    case .bool(let answer): self = answer ? .yes : .no
    case .error(let error): self = .error(error)
    case .either(let readings): self = Truth(agreeing: readings.map { Truth($0) })
    default: self = .unknown
    }
  }

  /// The answer that all readings give, or `unknown`.
  init(agreeing readings: [Truth]) {
    var isYes = false
    var isNo = false
    for reading in readings {
      switch reading {
      case .yes: isYes = true
      case .no: isNo = true
      case .unknown, .error:
        self = .unknown
        return
      }
    }
    self = isYes == isNo ? .unknown : isYes ? .yes : .no
  }

  /// Whether the answer is a plain yes.
  var isYes: Bool {
    if case .yes = self { true } else { false }
  }

  /// Whether the answer is a plain no.
  var isNo: Bool {
    if case .no = self { true } else { false }
  }
}

/// An answer and what it rests on.
struct Answer: Sendable {
  /// The answer.
  var truth: Truth
  /// What it rests on.
  var grounds: ExpandedGrounds

  /// An answer with its grounds; none where the answer always holds.
  init(_ truth: Truth, _ grounds: ExpandedGrounds = ExpandedGrounds()) {
    self.truth = truth
    self.grounds = grounds
  }

  /// What holds without looking at anything.
  static let yes = Answer(.yes)

  /// Three-valued `&&`: a false side decides and is named alone, the first one first; unknown goes before error.
  func and(_ other: @autoclosure () -> Answer) -> Answer {
    if truth.isNo { return self }
    let other = other()
    if other.truth.isNo { return other }
    let both = grounds.merging(other.grounds)
    switch (truth, other.truth) {
    case (.unknown, _), (_, .unknown): return Answer(.unknown, both)
    case (.error(let error), _), (_, .error(let error)): return Answer(.error(error), both)
    case (.yes, .yes), (.no, _), (_, .no): return Answer(.yes, both)
    }
  }
}

extension Evaluation {
  /// Asks a condition in the present subject.
  func ask(_ condition: CheckedExpression) -> Answer {
    let result = evaluate(condition)
    let grounds = expand(result.grounds)
    if case .either = result.value {
      return Answer(Truth(result.value), grounds.withPartialFactsMissing(in: facts))
    }
    return Answer(Truth(result.value), grounds)
  }
}
