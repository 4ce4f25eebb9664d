extension TypeEnvironment {
  /// Reads the names of a vocabulary: first all of them, then the expressions, which may name any.
  package init(from pack: inout PackReader) throws(PackFailure) {
    self.init(
      id: try pack.string(), records: try pack.list(RecordType.init(from:)),
      choices: try pack.list(ChoiceType.init(from:)),
      units: Dictionary(
        try pack.list { pack throws(PackFailure) in (try pack.string(), try pack.text()) },
        uniquingKeysWith: { first, _ in first }))
    pack.environment = self
    for _ in 0..<(try pack.count()) {
      let field = try FieldID(from: &pack)
      let when = try pack.optional(CheckedExpression.read(from:))
      let derived = try pack.optional(CheckedExpression.read(from:))
      records[field.record].fields[field.slot].when = when
      records[field.record].fields[field.slot].derived = derived
    }
  }

  /// Writes the names of a vocabulary that has no errors.
  package func write(to pack: inout PackWriter) throws(PackFailure) {
    guard brokenFacts.isEmpty, lostWords.isEmpty, !isCut else { throw .unwritable }
    pack.string(id)
    try pack.list(records) { pack, record throws(PackFailure) in try record.write(to: &pack) }
    try pack.list(choices) { pack, choice throws(PackFailure) in try choice.write(to: &pack) }
    try pack.list(units.sorted { $0.key < $1.key }) { pack, unit in
      pack.string(unit.key)
      pack.text(unit.value)
    }
    let computed = records.indices.flatMap { record in
      records[record].fields.indices.map { FieldID(record: record, slot: $0) }
    }.filter { field($0).when != nil || field($0).derived != nil }
    try pack.list(computed) { pack, id throws(PackFailure) in
      id.write(to: &pack)
      for expression in [field(id).when, field(id).derived] {
        try pack.optional(expression) { pack, expression throws(PackFailure) in
          try expression.write(to: &pack)
        }
      }
    }
  }
}

extension RecordType {
  /// Reads a record type without its expressions.
  init(from pack: inout PackReader) throws(PackFailure) {
    self.init(name: try pack.string(), label: try pack.text(), fields: try pack.list(Field.init(from:)))
  }

  /// Writes the record type without its expressions.
  func write(to pack: inout PackWriter) throws(PackFailure) {
    pack.string(name)
    pack.text(label)
    try pack.list(fields) { pack, field throws(PackFailure) in try field.write(to: &pack) }
  }
}

extension Field {
  fileprivate init(from pack: inout PackReader) throws(PackFailure) {
    self.init(name: try pack.string(), type: try ValueType(from: &pack), label: try pack.text())
    absent = try pack.optional(Value.init(from:))
    absentWhy = try pack.optionalText()
    isKey = try pack.bool()
    isFiled = try pack.bool()
    isConfidential = try pack.bool()
    isHeadline = try pack.bool()
    needsProof = try pack.optionalString()
    span = try pack.optionalSpan()
  }

  fileprivate func write(to pack: inout PackWriter) throws(PackFailure) {
    pack.string(name)
    type.write(to: &pack)
    pack.text(label)
    try pack.optional(absent) { pack, value throws(PackFailure) in try value.write(to: &pack) }
    pack.optionalText(absentWhy)
    pack.bool(isKey)
    pack.bool(isFiled)
    pack.bool(isConfidential)
    pack.bool(isHeadline)
    pack.optionalString(needsProof)
    try pack.optionalSpan(span)
  }
}

extension ChoiceType {
  /// Reads a set of members.
  init(from pack: inout PackReader) throws(PackFailure) {
    self.init(
      name: try pack.string(),
      members: try pack.list { pack throws(PackFailure) in
        Member(name: try pack.string(), label: try pack.text())
      },
      isOpen: try pack.bool())
  }

  /// Writes the set of members.
  func write(to pack: inout PackWriter) throws(PackFailure) {
    pack.string(name)
    try pack.list(members) { pack, member in
      pack.string(member.name)
      pack.text(member.label)
    }
    pack.bool(isOpen)
  }
}
