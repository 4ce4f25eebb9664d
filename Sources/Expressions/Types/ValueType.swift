/// What a value of the policy language is: the static type that the checker gives every expression.
package indirect enum ValueType: Sendable, Hashable {
  case bool
  /// An exact number; `unit` is a code such as `KRW` or `days`, or nil for a bare number.
  case number(unit: String?)
  case string
  /// A member of a closed or open choice, by the choice's index in the environment.
  case choice(Int)
  case date
  case timestamp
  case duration
  case list(ValueType)
  /// A record, by its type's index in the environment.
  case record(Int)
  /// The key of an element of a root list: reads and compares as its key, and `.` follows it.
  case reference(Reference)
  /// A mapping that only groups facts (`scheme.claims`): no value; `has` and `stated` ask whether it is there.
  case group
  /// Two neighbours of a list, as `pairs` gives them: `.before` and `.after`. Its value is a list of the two.
  case pair(ValueType)
  /// A stretch of numbers that `gaps` or `overlaps` found, in a unit.
  case interval(unit: String?)
  /// Any value, checked when it is used. Conformance rows only.
  case dyn
  /// `null`. Conformance rows only.
  case null
  /// Types of the keys and of the values. Conformance rows only.
  case map(ValueType, ValueType)

  /// Where a reference leads.
  package struct Reference: Sendable, Hashable {
    /// Slot of the list among the root record's fields.
    package var list: Int
    /// Type of that list's elements.
    package var record: Int
    /// Whether `all` may stand in place of a key.
    package var allowsAll: Bool

    /// A reference to the elements of a root list, by the list's slot and their record type.
    package init(list: Int, record: Int, allowsAll: Bool) {
      self.list = list
      self.record = record
      self.allowsAll = allowsAll
    }
  }
}
