import Diagnostics

extension CheckedExpression {
  /// Reads an expression. Its source is its text: where that stands in the file is asked only by those who check
  /// files.
  package static func read(from pack: inout PackReader) throws(PackFailure) -> CheckedExpression {
    CheckedExpression(
      source: ExpressionSource(text: try pack.string()), term: try Term(from: &pack),
      type: try ValueType(from: &pack), localCount: try pack.int(),
      usedLocals: Set(try pack.list { pack throws(PackFailure) in try pack.int() }),
      tableCalls: try pack.list { pack throws(PackFailure) in
        TableCall(
          table: try pack.int(), arguments: try pack.list(ValueType.init(from:)),
          ranges: try pack.list { pack throws(PackFailure) in try pack.range() })
      })
  }

  /// Writes the expression.
  package func write(to pack: inout PackWriter) throws(PackFailure) {
    pack.string(source.text)
    try term.write(to: &pack)
    type.write(to: &pack)
    pack.int(localCount)
    try pack.list(usedLocals.sorted()) { pack, local in pack.int(local) }
    try pack.list(tableCalls) { pack, call throws(PackFailure) in
      pack.int(call.table)
      try pack.list(call.arguments) { pack, type in type.write(to: &pack) }
      try pack.list(call.ranges) { pack, range in pack.range(range) }
    }
  }
}

extension Dated {
  /// Reads a value with its history.
  package init(
    from pack: inout PackReader, _ read: (inout PackReader) throws(PackFailure) -> Element
  ) throws(PackFailure) {
    self.init(
      versions: try pack.list { pack throws(PackFailure) in
        Version(
          from: try pack.optional(Day.init(from:)), to: try pack.optional(Day.init(from:)),
          value: try read(&pack),
          provenance: try Provenance(from: &pack))
      })
  }

  /// Writes the value with its history.
  package func write(
    to pack: inout PackWriter, _ write: (inout PackWriter, Element) throws(PackFailure) -> Void
  ) throws(PackFailure) {
    try pack.list(versions) { pack, version throws(PackFailure) in
      try pack.optional(version.from) { pack, day in day.write(to: &pack) }
      try pack.optional(version.to) { pack, day in day.write(to: &pack) }
      try write(&pack, version.value)
      try version.provenance.write(to: &pack)
    }
  }
}

extension Dated<LocalizedText> {
  /// Reads a text with its history.
  package init(from pack: inout PackReader) throws(PackFailure) {
    try self.init(from: &pack) { pack throws(PackFailure) in try pack.text() }
  }

  /// Writes the text with its history.
  package func write(to pack: inout PackWriter) throws(PackFailure) {
    try write(to: &pack) { pack, text in pack.text(text) }
  }
}

extension Provenance {
  /// Reads where a version comes from.
  fileprivate init(from pack: inout PackReader) throws(PackFailure) {
    self.init()
    cite = try pack.optionalText()
    status = try pack.optionalString()
    isVerified = try pack.bool()
    isDefault = try pack.bool()
    note = try pack.optionalText()
    tightened = try pack.optionalText()
    span = try pack.optionalSpan()
  }

  /// Writes where the version comes from.
  fileprivate func write(to pack: inout PackWriter) throws(PackFailure) {
    pack.optionalText(cite)
    pack.optionalString(status)
    pack.bool(isVerified)
    pack.bool(isDefault)
    pack.optionalText(note)
    pack.optionalText(tightened)
    try pack.optionalSpan(span)
  }
}

extension Program {
  /// Reads a program; `pack.environment` is the vocabulary's, and becomes the program's with the types that the policy
  /// declares itself.
  package init(
    from pack: inout PackReader, calendars: [String: Calendar]
  ) throws(PackFailure) {
    for _ in 0..<(try pack.count()) { pack.environment.choices.append(try ChoiceType(from: &pack)) }
    for _ in 0..<(try pack.count()) { _ = pack.environment.add(try RecordType(from: &pack)) }
    var calendar: Calendar?
    if let id = try pack.optionalString() {
      guard let known = calendars[id] else { throw .damaged }
      calendar = known
    }
    self.init(
      environment: pack.environment, parameters: try pack.list(Parameter.init(from:)),
      tables: try pack.list(DecisionTable.init(from:)), cells: try pack.list(Cell.init(from:)),
      calendar: calendar)
  }

  /// Writes the program without what it has from its vocabulary.
  package func write(to pack: inout PackWriter, vocabulary: TypeEnvironment) throws(PackFailure) {
    guard environment.choices.count >= vocabulary.choices.count,
      environment.records.count >= vocabulary.records.count
    else { throw .unwritable }
    try pack.list(environment.choices[vocabulary.choices.count...]) { pack, choice throws(PackFailure) in
      try choice.write(to: &pack)
    }
    try pack.list(environment.records[vocabulary.records.count...]) { pack, record throws(PackFailure) in
      try record.write(to: &pack)
    }
    pack.optionalString(calendar?.id)
    try pack.list(parameters) { pack, parameter throws(PackFailure) in try parameter.write(to: &pack) }
    try pack.list(tables) { pack, table throws(PackFailure) in try table.write(to: &pack) }
    try pack.list(cells) { pack, cell throws(PackFailure) in try cell.write(to: &pack) }
  }
}

extension Cell {
  fileprivate init(from pack: inout PackReader) throws(PackFailure) {
    self.init(
      name: try pack.string(), title: try pack.optionalText(),
      expression: try CheckedExpression.read(from: &pack),
      dependsOnSubject: try pack.bool())
  }

  fileprivate func write(to pack: inout PackWriter) throws(PackFailure) {
    pack.string(name)
    pack.optionalText(title)
    try expression.write(to: &pack)
    pack.bool(dependsOnSubject)
  }
}

extension Parameter {
  fileprivate init(from pack: inout PackReader) throws(PackFailure) {
    self.init(
      name: try pack.string(), title: try pack.text(), type: try ValueType(from: &pack),
      history: try Dated(from: &pack, Value.init(from:)))
    stricter = try pack.optional { pack throws(PackFailure) in try pack.member() }
    asOf = try pack.optional(CellID.init(from:))
    span = try pack.optionalSpan()
  }

  fileprivate func write(to pack: inout PackWriter) throws(PackFailure) {
    pack.string(name)
    pack.text(title)
    type.write(to: &pack)
    try history.write(to: &pack) { pack, value throws(PackFailure) in try value.write(to: &pack) }
    try pack.optional(stricter) { pack, stricter in pack.member(stricter) }
    try pack.optional(asOf) { pack, cell in cell.write(to: &pack) }
    try pack.optionalSpan(span)
  }
}
