package import Diagnostics

/// A value while an expression is evaluated. Choices and references are their text.
///
/// Partial knowledge travels as a value: `range` (only bounds are known), `either` (sources disagree) and
/// `unknown` (nobody has said). What was missing stands in the evaluation's log of grounds, not in the value.
package enum Value: Sendable {
  case bool(Bool)
  case number(Rational)
  case string(String)
  case date(Day)
  case timestamp(Instant)
  case duration(TimeSpan)
  case list(ListValue)
  case record(RecordValue)
  /// A stretch of numbers, as `gaps` and `overlaps` give it. Kept apart, as an error is: the few large cases would make
  /// every value as large.
  indirect case interval(NumberInterval)
  /// Only bounds are known.
  indirect case range(PartialRange)
  /// Sources disagree: one of these.
  case either([Value])
  /// Nobody has said.
  case unknown
  /// It cannot be computed.
  indirect case error(EvaluationError)
  /// Conformance rows only.
  case null
  /// Conformance rows only.
  case map([MapEntry])
}

/// One pair of a map. Conformance rows only.
package struct MapEntry: Sendable {
  /// What it is found by.
  package var key: Value
  /// What is found.
  package var value: Value

  /// An entry of a map.
  package init(key: Value, value: Value) {
    self.key = key
    self.value = value
  }
}

/// A number, date or timestamp of which only bounds are known; both ends belong to it, nil is open.
package struct PartialRange: Sendable {
  /// The least it can be.
  package var low: Value?
  /// The most it can be.
  package var high: Value?

  /// Bounds that belong to the range; nil: open.
  package init(low: Value?, high: Value?) {
    self.low = low
    self.high = high
  }
}

/// Numbers between two ends; a nil end is open without limit.
package struct NumberInterval: Sendable, Hashable {
  /// The lower end.
  package var low: Rational?
  /// Whether the lower end belongs to it.
  package var includesLow: Bool
  /// The upper end.
  package var high: Rational?
  /// Whether the upper end belongs to it.
  package var includesHigh: Bool

  /// A stretch of numbers; nil: open at that end.
  package init(low: Rational?, includesLow: Bool, high: Rational?, includesHigh: Bool) {
    self.low = low
    self.includesLow = includesLow
    self.high = high
    self.includesHigh = includesHigh
  }
}

/// A record: an element of the scheme, or one that a function or a table made.
package enum RecordValue: Sendable {
  /// A record of the facts, by its index there.
  case fact(Int)
  /// A record of the given type with one value per field.
  case computed(type: Int, fields: [Value])
}

/// A list with the doubt about its members. Immutable.
package final class ListValue: Sendable {
  /// A member, or what may be one.
  package struct Element: Sendable {
    /// What it is.
    package var value: Value
    /// False: whether it belongs to the list is unknown.
    package var isCertain: Bool
    /// What made it a member, or left that open, beyond the list itself.
    package var grounds: [Ground]

    /// An element; a doubtful one brings along what leaves its membership open.
    package init(_ value: Value, isCertain: Bool = true, grounds: [Ground] = []) {
      self.value = value
      self.isCertain = isCertain
      self.grounds = grounds
    }
  }

  /// Its members and possible members, in order.
  package let elements: [Element]
  /// The scheme says that the list may hold more (`incomplete`): the facts list it came from.
  package let incomplete: FactID?
  /// The facts list this is, unchanged; nil for a computed one.
  package let fact: FactID?
  /// The facts list that its elements come from, if they come from one.
  package let origin: FactID?

  /// A list; `fact` is the one it was stated as, `origin` the one it was filtered from, `incomplete` one that
  /// may hold more.
  package init(_ elements: [Element], incomplete: FactID? = nil, fact: FactID? = nil, origin: FactID? = nil) {
    self.elements = elements
    self.incomplete = incomplete
    self.fact = fact
    self.origin = origin ?? fact
  }

  /// A list of which everything is known.
  package convenience init(values: [Value]) {
    self.init(values.map { Element($0) })
  }

  /// Whether it is known what belongs to it and what does not.
  package var isCertain: Bool { incomplete == nil && elements.allSatisfy(\.isCertain) }
}

/// Why a rule cannot be decided for a scheme although every fact is there.
package struct EvaluationError: Error, Sendable {
  /// What went wrong.
  package enum Kind: String, Sendable {
    case divisionByZero, emptyList, index, overflow, invalidArgument, noSuchKey, noSuchOverload, undeclared
    /// A stated limit of the evaluator: never absorbed by `&&` or `||`.
    case limit
  }

  /// What went wrong.
  package var kind: Kind
  /// The same in words.
  package var message: LocalizedText
  /// The piece of the expression that failed, by its place in the expression's text (UTF-8 offsets).
  package var range: Range<Int>?

  /// An error in both languages; `range` is the place in the expression (UTF-8 offsets).
  package init(_ kind: Kind, ko: String, en: String, range: Range<Int>? = nil) {
    self.kind = kind
    message = LocalizedText(ko: ko, en: en)
    self.range = range
  }
}
