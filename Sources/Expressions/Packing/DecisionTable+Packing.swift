extension DecisionTable {
  /// Reads a table.
  init(from pack: inout PackReader) throws(PackFailure) {
    self.init(
      name: try pack.string(), title: try pack.text(), inputs: try pack.list(Column.init(from:)),
      outputs: try pack.list(Column.init(from:)), rowType: try pack.int(),
      history: try Dated(from: &pack) { pack throws(PackFailure) in try pack.list(Row.init(from:)) })
    asOf = try pack.optional(CellID.init(from:))
    span = try pack.optionalSpan()
  }

  /// Writes the table.
  func write(to pack: inout PackWriter) throws(PackFailure) {
    pack.string(name)
    pack.text(title)
    try pack.list(inputs) { pack, column throws(PackFailure) in try column.write(to: &pack) }
    try pack.list(outputs) { pack, column throws(PackFailure) in try column.write(to: &pack) }
    pack.int(rowType)
    try history.write(to: &pack) { pack, rows throws(PackFailure) in
      try pack.list(rows) { pack, row throws(PackFailure) in try row.write(to: &pack) }
    }
    try pack.optional(asOf) { pack, cell in cell.write(to: &pack) }
    try pack.optionalSpan(span)
  }
}

extension DecisionTable.Column {
  fileprivate init(from pack: inout PackReader) throws(PackFailure) {
    self.init(
      name: try pack.string(), type: try pack.optional(ValueType.init(from:)), title: try pack.optionalText())
  }

  fileprivate func write(to pack: inout PackWriter) throws(PackFailure) {
    pack.string(name)
    try pack.optional(type) { pack, type in type.write(to: &pack) }
    pack.optionalText(title)
  }
}

extension DecisionTable.Row {
  fileprivate init(from pack: inout PackReader) throws(PackFailure) {
    self.init(
      conditions: try pack.list(DecisionTable.Condition.init(from:)),
      outputs: try pack.list(Value.init(from:)),
      span: try pack.optionalSpan())
  }

  fileprivate func write(to pack: inout PackWriter) throws(PackFailure) {
    try pack.list(conditions) { pack, condition throws(PackFailure) in try condition.write(to: &pack) }
    try pack.list(outputs) { pack, value throws(PackFailure) in try value.write(to: &pack) }
    try pack.optionalSpan(span)
  }
}

extension DecisionTable.Condition {
  private enum Tag: UInt8 {
    case any, oneOf, between
  }

  fileprivate init(from pack: inout PackReader) throws(PackFailure) {
    guard let tag = Tag(rawValue: try pack.byte()) else { throw .damaged }
    switch tag {
    case .any: self = .any
    case .oneOf: self = .oneOf(try pack.list(Value.init(from:)))
    case .between:
      self = .between(
        low: try pack.optional(DecisionTable.Limit.init(from:)),
        high: try pack.optional(DecisionTable.Limit.init(from:)))
    }
  }

  fileprivate func write(to pack: inout PackWriter) throws(PackFailure) {
    switch self {
    case .any: pack.tag(Tag.any)
    case .oneOf(let values):
      pack.tag(Tag.oneOf)
      try pack.list(values) { pack, value throws(PackFailure) in try value.write(to: &pack) }
    case .between(let low, let high):
      pack.tag(Tag.between)
      for limit in [low, high] {
        try pack.optional(limit) { pack, limit throws(PackFailure) in try limit.write(to: &pack) }
      }
    }
  }
}

extension DecisionTable.Limit {
  fileprivate init(from pack: inout PackReader) throws(PackFailure) {
    self.init(try Value(from: &pack), isIncluded: try pack.bool())
  }

  fileprivate func write(to pack: inout PackWriter) throws(PackFailure) {
    try value.write(to: &pack)
    pack.bool(isIncluded)
  }
}
