import Expressions
import Policies

/// A date that decides something, such as a rule's `as_of`, as far as it is known, with what it rests on.
struct KnownDate: Sendable {
  /// A date, a range of dates, readings, or unknown.
  var value: Value
  /// What it rests on.
  var grounds: ExpandedGrounds
  /// The same grounds where the date is too vague to decide: its bounds and readings count as missing.
  private let vague: ExpandedGrounds

  /// A date that the evaluation has just computed.
  init(_ date: Evaluated, in evaluation: Evaluation) {
    value = date.value
    grounds = evaluation.expand(date.grounds)
    vague = grounds.withPartialFactsMissing(in: evaluation.facts)
  }

  /// Whether a period holds on it.
  func lies(in period: Period) -> Answer {
    if period.from == nil, period.to == nil { return .yes }
    let truth = period.holds(on: value)
    if case .unknown = truth { return Answer(truth, vague) }
    return Answer(truth, grounds)
  }

  /// The day, where it is known.
  var day: Day? {
    if case .date(let day) = value { day } else { nil }
  }
}

extension ExpandedGrounds {
  /// The same grounds, with every bounded or disputed fact among the reads named as missing too.
  func withPartialFactsMissing(in facts: Facts) -> ExpandedGrounds {
    var grounds = self
    let missing = self.missing
    for fact in reads {
      var kind: MissingKind?
      switch facts[fact] {
      case .range: kind = .bounds
      case .either: kind = .disputed
      case .missing, .none, .bool, .number, .string, .date, .timestamp, .list, .group: break
      }
      guard let kind, !missing.contains(where: { $0.fact == fact }) else { continue }
      grounds.append(.missing(fact, kind))
    }
    return grounds
  }
}
