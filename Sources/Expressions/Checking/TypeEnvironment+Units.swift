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
}
