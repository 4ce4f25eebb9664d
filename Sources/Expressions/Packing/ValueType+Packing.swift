extension ValueType {
  private enum Tag: UInt8 {
    case bool, bareNumber, number, string, choice, date, timestamp, duration, list, record, reference, group,
      pair,
      bareInterval, interval, dyn, null, map
  }

  /// Reads a type.
  package init(from pack: inout PackReader) throws(PackFailure) {
    try pack.enter()
    defer { pack.leave() }
    guard let tag = Tag(rawValue: try pack.byte()) else { throw .damaged }
    switch tag {
    case .bool: self = .bool
    case .bareNumber: self = .number(unit: nil)
    case .number: self = .number(unit: try pack.string())
    case .string: self = .string
    case .choice: self = .choice(try pack.int())
    case .date: self = .date
    case .timestamp: self = .timestamp
    case .duration: self = .duration
    case .list: self = .list(try ValueType(from: &pack))
    case .record: self = .record(try pack.int())
    case .reference: self = .reference(try Reference(from: &pack))
    case .group: self = .group
    case .pair: self = .pair(try ValueType(from: &pack))
    case .bareInterval: self = .interval(unit: nil)
    case .interval: self = .interval(unit: try pack.string())
    case .dyn: self = .dyn
    case .null: self = .null
    case .map: self = .map(try ValueType(from: &pack), try ValueType(from: &pack))
    }
  }

  /// Writes the type.
  package func write(to pack: inout PackWriter) {
    switch self {
    case .bool: pack.tag(Tag.bool)
    case .number(nil): pack.tag(Tag.bareNumber)
    case .number(let unit?):
      pack.tag(Tag.number)
      pack.string(unit)
    case .string: pack.tag(Tag.string)
    case .choice(let choice):
      pack.tag(Tag.choice)
      pack.int(choice)
    case .date: pack.tag(Tag.date)
    case .timestamp: pack.tag(Tag.timestamp)
    case .duration: pack.tag(Tag.duration)
    case .list(let element):
      pack.tag(Tag.list)
      element.write(to: &pack)
    case .record(let record):
      pack.tag(Tag.record)
      pack.int(record)
    case .reference(let reference):
      pack.tag(Tag.reference)
      reference.write(to: &pack)
    case .group: pack.tag(Tag.group)
    case .pair(let element):
      pack.tag(Tag.pair)
      element.write(to: &pack)
    case .interval(nil): pack.tag(Tag.bareInterval)
    case .interval(let unit?):
      pack.tag(Tag.interval)
      pack.string(unit)
    case .dyn: pack.tag(Tag.dyn)
    case .null: pack.tag(Tag.null)
    case .map(let key, let value):
      pack.tag(Tag.map)
      key.write(to: &pack)
      value.write(to: &pack)
    }
  }
}

extension ValueType.Reference {
  /// Reads where a reference leads.
  init(from pack: inout PackReader) throws(PackFailure) {
    self.init(list: try pack.int(), record: try pack.int(), allowsAll: try pack.bool())
  }

  /// Writes where the reference leads.
  func write(to pack: inout PackWriter) {
    pack.int(list)
    pack.int(record)
    pack.bool(allowsAll)
  }
}

extension FieldID {
  /// Reads a fact's place.
  init(from pack: inout PackReader) throws(PackFailure) {
    self.init(record: try pack.int(), slot: try pack.int())
    guard pack.environment.records.indices.contains(record),
      pack.environment.records[record].fields.indices.contains(slot)
    else { throw .damaged }
  }

  /// Writes the fact's place.
  func write(to pack: inout PackWriter) {
    pack.int(record)
    pack.int(slot)
  }
}

extension CellID {
  /// Reads the place of a step.
  package init(from pack: inout PackReader) throws(PackFailure) {
    self.init(try pack.int())
  }

  /// Writes the place of the step.
  package func write(to pack: inout PackWriter) {
    pack.int(index)
  }
}
