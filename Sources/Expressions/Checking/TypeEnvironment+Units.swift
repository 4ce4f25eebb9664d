/// The codes of units that a policy can be expected to use.
extension TypeEnvironment {
  /// The codes that built-in functions count in, whatever a vocabulary says.
  package static let unitsOfFunctions = ["days", "h", ValueType.percent]

  /// Whether a code is among `knownUnits`, which takes longer to list than to ask.
  package func knows(unit: String) -> Bool {
    units[unit] != nil || Self.unitsOfFunctions.contains(unit)
      || records.contains { $0.fields.contains { $0.type.unit == unit } }
  }

  /// Every code that the vocabulary labels, that a fact is in or that functions count in, in order.
  package var knownUnits: [String] {
    var units = Set(units.keys).union(Self.unitsOfFunctions)
    for record in records {
      for field in record.fields {
        if let unit = field.type.unit { units.insert(unit) }
      }
    }
    return units.sorted()
  }

  /// The environment with the facts of some units in others, by their codes.
  package func rewording(units: [String: String]) -> TypeEnvironment {
    var environment = self
    for record in records.indices {
      for slot in records[record].fields.indices {
        let type = records[record].fields[slot].type
        guard let unit = type.unit, let other = units[unit] else { continue }
        environment.records[record].fields[slot].type = type.rewording(unit: other)
      }
    }
    return environment
  }
}

extension ValueType {
  /// The unit of a number, of a list of numbers or of a range.
  fileprivate var unit: String? {
    switch self {
    case .number(let unit), .interval(let unit), .list(.number(let unit)), .list(.interval(let unit)): unit
    case .bool, .string, .choice, .date, .timestamp, .duration, .list, .record, .reference, .group, .pair,
      .dyn, .null, .map:
      nil
    }
  }

  /// The same type in another unit, for types that have one.
  fileprivate func rewording(unit: String) -> ValueType {
    switch self {
    case .number: .number(unit: unit)
    case .interval: .interval(unit: unit)
    case .list(let element): .list(element.rewording(unit: unit))
    case .bool, .string, .choice, .date, .timestamp, .duration, .record, .reference, .group, .pair, .dyn,
      .null,
      .map:
      self
    }
  }
}
