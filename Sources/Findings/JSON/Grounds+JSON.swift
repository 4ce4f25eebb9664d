import Diagnostics

extension JSONWriter {
  /// Writes a member whose value is an object or `null`.
  mutating func write<Value>(
    _ name: StaticString, _ value: Value?, _ members: (inout JSONWriter, Value) -> Void
  ) {
    key(name)
    guard let value else {
      null()
      return
    }
    object { members(&$0, value) }
  }

  /// Writes a member whose value is a value of the report or `null`.
  mutating func write(_ name: StaticString, _ value: ReportValue?) {
    key(name)
    if let value { write(value) } else { null() }
  }

  /// Writes a member whose value is a place with its line or `null`.
  mutating func write(_ name: StaticString, _ location: ReportLocation?) {
    write(name, location) {
      $0.member("file", $1.file)
      $0.member("line", $1.line)
      $0.member("column", $1.column)
      $0.member("endLine", $1.endLine)
      $0.member("endColumn", $1.endColumn)
      $0.member("excerpt", $1.excerpt)
      if $1.excerptColumn > 1 { $0.member("excerptColumn", $1.excerptColumn) }
      if $1.isConfidential { $0.member("confidential", true) }
    }
  }

  /// Writes a value as `{type, text, exact?, unit?, label?, items?, fields?, atLeast?, atMost?}`.
  mutating func write(_ value: ReportValue) {
    object {
      $0.member("type", value.type.rawValue)
      $0.member("text", value.text)
      $0.member("exact", ifAny: value.exact)
      $0.member("unit", ifAny: value.unit)
      $0.member("label", ifAny: value.label)
      if !value.items.isEmpty { $0.member("items", value.items) { $0.write($1) } }
      if !value.fields.isEmpty { $0.member("fields", value.fields) { $0.write($1) } }
      if let end = value.atLeast { $0.write("atLeast", end) }
      if let end = value.atMost { $0.write("atMost", end) }
      if value.isConfidential { $0.member("confidential", true) }
    }
  }

  /// Writes a named value as an object.
  mutating func write(_ value: NamedValue) {
    object {
      $0.member("name", value.name)
      $0.member("title", ifAny: value.title)
      $0.write("value", value.value)
    }
  }
}

extension Evidence {
  /// Writes the fact as an object.
  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("path", path)
      $0.member("name", name)
      $0.write("value", value)
      $0.member("file", file)
      $0.member("line", line)
      $0.member("column", column)
      $0.member("source", ifAny: source)
    }
  }
}

extension MissingFact {
  /// Writes the gap as an object.
  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("kind", kind.rawValue)
      $0.member("path", path)
      $0.member("name", name)
      if let value { $0.write("value", value) }
      $0.write("location", location)
    }
  }
}

extension AssumedFact {
  /// Writes the assumption as an object.
  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("path", path)
      $0.member("name", name)
      if let value { $0.write("value", value) }
      $0.member("why", ifAny: why)
    }
  }
}

extension ListGround {
  /// Writes the list as an object.
  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("path", path)
      $0.member("name", name)
      $0.member("count", count)
      $0.write("location", location) {
        $0.member("file", $1.file)
        $0.member("line", $1.line)
        $0.member("column", $1.column)
        $0.member("endLine", $1.endLine)
        $0.member("endColumn", $1.endColumn)
      }
      if isConfidential { $0.member("confidential", true) }
    }
  }
}

extension ParameterUse {
  /// Writes the parameter's version as an object.
  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("name", name)
      $0.member("title", title)
      $0.write("value", value)
      $0.member("from", orNull: from)
      $0.member("on", orNull: on)
      $0.member("cite", orNull: cite)
      $0.member("default", isDefault)
      $0.member("verified", verified)
      $0.member("tightened", orNull: tightened)
      if !later.isEmpty { $0.member("later", later) { $1.write(to: &$0) } }
    }
  }
}

extension TableUse {
  /// Writes the row as an object.
  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("name", name)
      $0.member("title", title)
      $0.member("row") {
        $0.member("number", row.number)
        $0.member("inputs", row.inputs) { $0.write($1) }
        $0.member("outputs", row.outputs) { $0.write($1) }
      }
      $0.member("from", orNull: from)
      $0.member("on", orNull: on)
      $0.member("cite", orNull: cite)
      $0.member("default", isDefault)
      $0.member("verified", verified)
      if !later.isEmpty { $0.member("later", later) { $1.write(to: &$0) } }
    }
  }
}

extension DateUse {
  /// Writes the date as an object.
  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("expression", expression)
      $0.member("title", ifAny: title)
      $0.write("value", value)
      $0.member("overridden", overridden)
    }
  }
}

extension StepResult {
  /// Writes the step as an object.
  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("name", name)
      $0.member("title", orNull: title)
      $0.member("expression", expression)
      $0.write("value", value)
      if let unmoved { $0.write("unmoved", unmoved) }
    }
  }
}
