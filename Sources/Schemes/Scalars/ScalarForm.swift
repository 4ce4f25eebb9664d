package import Expressions

/// What a scalar of a scheme file is read as.
package enum ScalarForm: Sendable {
  case bool
  /// In a unit that stands in no scheme.
  case number(unit: String?)
  case string
  /// By the choice's index in the environment.
  case choice(Int)
  case date
  case timestamp
  /// The key of an element of another list.
  case reference(ValueType.Reference)

  /// The form of a value of a type; nil for lists, groups and what no file can state.
  package init?(_ type: ValueType) {
    switch type {
    case .bool: self = .bool
    case .number(let unit): self = .number(unit: unit)
    case .string: self = .string
    case .choice(let index): self = .choice(index)
    case .date: self = .date
    case .timestamp: self = .timestamp
    case .reference(let reference): self = .reference(reference)
    case .duration, .list, .record, .group, .pair, .interval, .dyn, .null, .map: return nil
    }
  }

  /// Whether only bounds of such a value may be stated.
  var takesBounds: Bool {
    switch self {
    case .number, .date, .timestamp: true
    case .bool, .string, .choice, .reference: false
    }
  }

  /// Whether several disputed readings of such a value may be stated.
  var takesReadings: Bool {
    switch self {
    case .number, .date, .timestamp, .bool, .string, .choice: true
    case .reference: false
    }
  }
}
