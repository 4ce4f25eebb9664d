package import Diagnostics

/// Everything an expression of one policy can name besides facts, with its histories: the part of a checked
/// policy that the evaluator runs.
package struct Program: Sendable {
  package var environment: TypeEnvironment
  package var parameters: [Parameter]
  package var tables: [DecisionTable]
  /// Steps, definitions and `as_of` expressions, by `CellID`.
  package var cells: [Cell]
  package var calendar: Calendar?

  package init(
    environment: TypeEnvironment, parameters: [Parameter] = [], tables: [DecisionTable] = [],
    cells: [Cell] = [], calendar: Calendar? = nil
  ) {
    self.environment = environment
    self.parameters = parameters
    self.tables = tables
    self.cells = cells
    self.calendar = calendar
  }
}

/// A named, lazily evaluated expression: a definition, a step of `let`, an `as_of`, an `actual`.
package struct Cell: Sendable {
  package var name: String
  package var title: LocalizedText?
  package var expression: CheckedExpression
  /// Whether its value depends on the rule's subject (directly or through other cells). One that does not is
  /// evaluated once per rule.
  package var dependsOnSubject: Bool

  package init(name: String, title: LocalizedText?, expression: CheckedExpression, dependsOnSubject: Bool) {
    self.name = name
    self.title = title
    self.expression = expression
    self.dependsOnSubject = dependsOnSubject
  }
}

/// A dated, cited number (or text, date, list) of a policy: `p.NAME`.
package struct Parameter: Sendable {
  package enum Stricter: String, Sendable {
    case lower, higher, more
  }

  package var name: String
  package var title: LocalizedText
  package var type: ValueType
  package var stricter: Stricter?
  package var history: Dated<Value>
  /// The date that picks the version; nil: the rule's, else the policy's.
  package var asOf: CellID?
  package var span: SourceSpan?

  package init(name: String, title: LocalizedText, type: ValueType, history: Dated<Value>) {
    self.name = name
    self.title = title
    self.type = type
    self.history = history
  }
}

/// A decision table: `table.NAME(inputs…)`. At most one row matches.
package struct DecisionTable: Sendable {
  package struct Column: Sendable {
    package var name: String
    /// Type of an output, or of an input once a call gave it one.
    package var type: ValueType?
    package var title: LocalizedText?

    package init(name: String, type: ValueType?, title: LocalizedText? = nil) {
      self.name = name
      self.type = type
      self.title = title
    }
  }

  package struct Row: Sendable {
    package var conditions: [Condition]
    package var outputs: [Value]
    package var span: SourceSpan?

    package init(conditions: [Condition], outputs: [Value], span: SourceSpan? = nil) {
      self.conditions = conditions
      self.outputs = outputs
      self.span = span
    }
  }

  /// What an input must be for a row to match.
  package enum Condition: Sendable {
    case any
    /// One of these values.
    case oneOf([Value])
    /// Between two bounds; nil is open.
    case between(low: Limit?, high: Limit?)
  }

  /// An end of a range.
  package struct Limit: Sendable {
    package var value: Value
    package var isIncluded: Bool

    package init(_ value: Value, isIncluded: Bool) {
      self.value = value
      self.isIncluded = isIncluded
    }
  }

  package var name: String
  package var title: LocalizedText
  package var inputs: [Column]
  package var outputs: [Column]
  /// Type of `table.NAME(…)`: a record with one field per output.
  package var rowType: Int
  package var history: Dated<[Row]>
  package var asOf: CellID?
  package var span: SourceSpan?

  package init(
    name: String, title: LocalizedText, inputs: [Column], outputs: [Column], rowType: Int,
    history: Dated<[Row]>
  ) {
    self.name = name
    self.title = title
    self.inputs = inputs
    self.outputs = outputs
    self.rowType = rowType
    self.history = history
  }
}
