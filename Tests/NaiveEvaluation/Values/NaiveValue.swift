package import Expressions

/// A value as the naive evaluator holds it: plain, unknown, an error, or one of several readings.
package indirect enum NaiveValue: Sendable {
  /// True or false.
  case bool(Bool)
  /// An exact number, whatever its unit.
  case number(Rational)
  /// A text or a member of a choice.
  case text(String)
  /// The key of an element of a list of the whole scheme, named by the list's path.
  case reference(String, list: String)
  /// A date.
  case day(Day)
  /// A moment.
  case moment(Instant)
  /// A length of time.
  case span(TimeSpan)
  /// Several values, with what is doubtful about them.
  case list(NaiveList)
  /// An element of the scheme.
  case element(NaiveRecord)
  /// A row of a table: its outputs by name.
  case row([NaiveOutput])
  /// Two neighbours of a list.
  case neighbours(NaiveValue, NaiveValue)
  /// A stretch of numbers.
  case stretch(NumberInterval)
  /// Any value between two ends, which belong to it; nil is open.
  case between(NaiveValue?, NaiveValue?)
  /// One of these, and nobody knows which.
  case oneOf([NaiveValue])
  /// Nobody has said.
  case unknown
  /// What cannot be computed.
  case failed(NaiveFailure)
  /// `null`, in conformance rows.
  case null
  /// A map, in conformance rows.
  case map([NaiveEntry])
}

/// Why something cannot be computed.
package enum NaiveFailure: String, Error, Sendable {
  /// Values of types that the operation does not take.
  case mistyped
  /// A name or function that nothing declares.
  case undeclared
  /// Division by zero, or a number that is too large.
  case arithmetic
  /// An argument that the function refuses.
  case argument
  /// A place that a list does not have, or a key that a map does not have.
  case place
  /// A list without elements where one is needed.
  case empty
}

/// A list with what is doubtful about it.
package struct NaiveList: Sendable {
  /// What it holds or may hold, in order.
  package var members: [NaiveMember]
  /// Whether there may be more.
  package var mayHoldMore: Bool
  /// Whether what else it may hold need not stand at the end.
  package var isScattered: Bool

  package init(_ members: [NaiveMember], mayHoldMore: Bool = false, isScattered: Bool = false) {
    self.members = members
    self.mayHoldMore = mayHoldMore
    self.isScattered = isScattered
  }

  /// A list of these values and nothing else.
  package init(values: [NaiveValue]) {
    self.init(values.map { NaiveMember(value: $0) })
  }

  /// Whether it holds just its members.
  package var isSure: Bool { !mayHoldMore && members.allSatisfy(\.isSure) }
}

/// A value that is in a list or may be.
package struct NaiveMember: Sendable {
  /// The value, which itself may be unknown.
  package var value: NaiveValue
  /// Whether it is in the list.
  package var isSure = true
  /// Why it could not be tested, which also leaves open whether it is in the list.
  package var failure: NaiveFailure?

  package init(value: NaiveValue, isSure: Bool = true) {
    self.value = value
    self.isSure = isSure
  }
}

/// One output of a table's row.
package struct NaiveOutput: Sendable {
  /// The column's name.
  package var name: String
  /// What the row says there.
  package var value: NaiveValue
}

/// A key of a map and what it leads to.
package struct NaiveEntry: Sendable {
  /// The key.
  package var key: NaiveValue
  /// What it leads to.
  package var value: NaiveValue
}
