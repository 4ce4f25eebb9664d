import Expressions

extension Value {
  /// How much is known of the value and of what it holds.
  var standing: Trial.Standing {
    switch self {
    case .bool, .number, .string, .date, .timestamp, .duration, .interval, .null, .record(.fact): .known
    case .unknown, .range, .either: .open
    case .error: .failed
    case .list(let list):
      list.elements.reduce(list.isCertain ? .known : .open) { max($0, $1.value.standing) }
    case .record(.computed(_, let fields)): fields.reduce(.known) { max($0, $1.standing) }
    case .map(let entries): entries.reduce(.known) { max($0, $1.value.standing) }
    }
  }

  /// The first error in the value.
  var firstError: EvaluationError? {
    switch self {
    case .error(let error): error
    case .list(let list): list.elements.lazy.compactMap(\.value.firstError).first
    case .record(.computed(_, let fields)): fields.lazy.compactMap(\.firstError).first
    case .map(let entries): entries.lazy.compactMap(\.value.firstError).first
    case .bool, .number, .string, .date, .timestamp, .duration, .interval, .null, .record(.fact), .unknown,
      .range, .either:
      nil
    }
  }

  /// What made the members of a list members, or left that open.
  var ownGrounds: [Ground] {
    guard case .list(let list) = self else { return [] }
    var grounds = list.elements.flatMap { $0.grounds + $0.value.ownGrounds }
    if let incomplete = list.incomplete { grounds.append(.missing(incomplete, .incomplete)) }
    return grounds
  }
}
