extension Finding {
  /// Marks every value that was computed for the finding.
  package mutating func hideEverything() {
    actual?.isConfidential = true
    expected?.isConfidential = true
    cost?.value.isConfidential = true
    deadline?.last?.isConfidential = true
    deadline?.from?.isConfidential = true
    for place in steps.indices {
      steps[place].value.isConfidential = true
      steps[place].unmoved?.isConfidential = true
    }
  }

  /// Marks what computed values picked: rows of tables, days of the calendar.
  package mutating func hideWhatWasPicked() {
    for place in tables.indices { tables[place].hide() }
    missing = missing.map { fact in
      switch fact.kind {
      case .version, .row, .calendar:
        guard var value = fact.value else { return fact }
        value.isConfidential = true
        return MissingFact(
          kind: fact.kind, path: fact.path, name: fact.name, value: value, location: fact.location)
      case .missing, .none, .bounds, .disputed, .incomplete, .proof: return fact
      }
    }
    assumed = assumed.map { fact in
      // A holiday that is not certain is known by its day.
      guard fact.path.utf8.first.map({ (0x30...0x39).contains($0) }) ?? false, var value = fact.value else {
        return fact
      }
      value.isConfidential = true
      return AssumedFact(path: fact.path, name: fact.name, value: value, why: fact.why)
    }
  }
}

extension TableUse {
  fileprivate mutating func hide() {
    for place in row.inputs.indices { row.inputs[place].value.isConfidential = true }
    for place in row.outputs.indices { row.outputs[place].value.isConfidential = true }
    for version in later.indices {
      for place in later[version].values.indices { later[version].values[place].value.isConfidential = true }
    }
  }
}
