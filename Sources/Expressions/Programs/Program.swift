package import Diagnostics

/// Everything an expression of one policy can name besides facts, with its histories: the part of a checked
/// policy that the evaluator runs.
package struct Program: Sendable {
  /// The facts, record types and choices that its expressions may name.
  package var environment: TypeEnvironment
  /// `p.NAME`, by the index that terms hold.
  package var parameters: [Parameter]
  /// `table.NAME(…)`, by the index that terms hold.
  package var tables: [DecisionTable]
  /// Steps, definitions and `as_of` expressions, by `CellID`.
  package var cells: [Cell]
  /// How its periods are counted; nil: it names no calendar.
  package var calendar: Calendar?

  /// A program; cells refer to each other by their places.
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
  /// Its name; an `as_of` or `actual` is named for what it belongs to.
  package var name: String
  /// What people call it.
  package var title: LocalizedText?
  /// What it is.
  package var expression: CheckedExpression
  /// Whether its value depends on the rule's subject (directly or through other cells). One that does not is
  /// evaluated once per rule.
  package var dependsOnSubject: Bool

  /// A cell; one that depends on the subject is evaluated anew for each.
  package init(name: String, title: LocalizedText?, expression: CheckedExpression, dependsOnSubject: Bool) {
    self.name = name
    self.title = title
    self.expression = expression
    self.dependsOnSubject = dependsOnSubject
  }
}

/// A dated, cited number (or text, date, list) of a policy: `p.NAME`.
package struct Parameter: Sendable {
  /// Which values ask for more, so that a profile may tighten the parameter.
  package enum Stricter: String, Sendable {
    /// Lower numbers, higher numbers, or lists with more members.
    case lower, higher, more
  }

  /// What stands after `p.`.
  package var name: String
  /// What people call it.
  package var title: LocalizedText
  /// The type of all its versions, its unit included.
  package var type: ValueType
  /// The direction in which a profile may move it; nil: none.
  package var stricter: Stricter?
  /// Its values, with the days from which they hold.
  package var history: Dated<Value>
  /// The date that picks the version; nil: the rule's, else the policy's.
  package var asOf: CellID?
  /// Its place in the policy file.
  package var span: SourceSpan?

  /// A parameter whose versions all are of one type.
  package init(name: String, title: LocalizedText, type: ValueType, history: Dated<Value>) {
    self.name = name
    self.title = title
    self.type = type
    self.history = history
  }
}

/// A decision table: `table.NAME(inputs…)`. At most one row matches.
package struct DecisionTable: Sendable {
  /// An input or output.
  package struct Column: Sendable {
    /// Its heading in the file.
    package var name: String
    /// Type of an output, or of an input once a call gave it one.
    package var type: ValueType?
    /// What people call it.
    package var title: LocalizedText?

    /// A column; without a type until the calls have settled it.
    package init(name: String, type: ValueType?, title: LocalizedText? = nil) {
      self.name = name
      self.type = type
      self.title = title
    }
  }

  /// What one row asks of the inputs and what it gives.
  package struct Row: Sendable {
    /// One for each input, in their order.
    package var conditions: [Condition]
    /// One for each output, in their order.
    package var outputs: [Value]
    /// Its place in the policy file.
    package var span: SourceSpan?

    /// A row with a condition for each input and a value for each output, in the columns' order.
    package init(conditions: [Condition], outputs: [Value], span: SourceSpan? = nil) {
      self.conditions = conditions
      self.outputs = outputs
      self.span = span
    }
  }

  /// What an input must be for a row to match.
  package enum Condition: Sendable {
    /// Anything, even what is not known: `-`.
    case any
    /// One of these values.
    case oneOf([Value])
    /// Between two bounds; nil is open.
    case between(low: Limit?, high: Limit?)
  }

  /// An end of a range.
  package struct Limit: Sendable {
    /// The value at the end.
    package var value: Value
    /// Whether the end itself belongs to the range.
    package var isIncluded: Bool

    /// An end of a range.
    package init(_ value: Value, isIncluded: Bool) {
      self.value = value
      self.isIncluded = isIncluded
    }
  }

  /// What stands after `table.`.
  package var name: String
  /// What people call it.
  package var title: LocalizedText
  /// What a call gives, in the order of its arguments.
  package var inputs: [Column]
  /// What a row gives, in the order of the fields of `rowType`.
  package var outputs: [Column]
  /// Type of `table.NAME(…)`: a record with one field per output.
  package var rowType: Int
  /// Its rows, with the days from which they hold.
  package var history: Dated<[Row]>
  /// The date that picks the version; nil: the rule's, else the policy's.
  package var asOf: CellID?
  /// Its place in the policy file.
  package var span: SourceSpan?

  /// A table; `rowType` is the record type of its rows.
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
