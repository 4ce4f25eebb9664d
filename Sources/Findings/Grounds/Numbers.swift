public import Diagnostics

/// A parameter used, with the version picked.
public struct ParameterUse: Sendable, Hashable, Codable {
  /// Its name in expressions, without `p.`.
  public var name: String
  /// What people call it.
  public var title: LocalizedText
  /// The value used.
  public var value: ReportValue
  /// First day of the version; nil: always.
  public var from: String?
  /// The date that picked it; nil where there is only one version.
  public var on: String?
  /// Where it is written.
  public var cite: LocalizedText?
  /// The tool's own number: no body decided it.
  public var isDefault: Bool
  /// False: not checked against the source.
  public var verified: Bool
  /// A profile made it stricter: the profile's reason.
  public var tightened: LocalizedText?

  /// A parameter's version.
  public init(
    name: String, title: LocalizedText, value: ReportValue, from: String? = nil, on: String? = nil,
    cite: LocalizedText? = nil, isDefault: Bool = false, verified: Bool = true,
    tightened: LocalizedText? = nil
  ) {
    self.name = name
    self.title = title
    self.value = value
    self.from = from
    self.on = on
    self.cite = cite
    self.isDefault = isDefault
    self.verified = verified
    self.tightened = tightened
  }

  private enum CodingKeys: String, CodingKey {
    case name, title, value, from, on, cite
    case isDefault = "default"
    case verified, tightened
  }
}

/// A table's row used, with the version picked.
public struct TableUse: Sendable, Hashable, Codable {
  /// One row: what it asks of the inputs and what it gives.
  public struct Row: Sendable, Hashable, Codable {
    /// Its place in the table, from 1.
    public var number: Int
    /// Its conditions as text, such as `[2..24)`.
    public var inputs: [NamedValue]
    /// What it gives.
    public var outputs: [NamedValue]

    /// A row.
    public init(number: Int, inputs: [NamedValue], outputs: [NamedValue]) {
      self.number = number
      self.inputs = inputs
      self.outputs = outputs
    }
  }

  /// Its name in expressions, without `table.`.
  public var name: String
  /// What people call it.
  public var title: LocalizedText
  /// The row used.
  public var row: Row
  /// First day of the version; nil: always.
  public var from: String?
  /// The date that picked it; nil where there is only one version.
  public var on: String?
  /// Where it is written.
  public var cite: LocalizedText?
  /// The tool's own numbers: no body decided them.
  public var isDefault: Bool
  /// False: not checked against the source.
  public var verified: Bool

  /// A row of a table's version.
  public init(
    name: String, title: LocalizedText, row: Row, from: String? = nil, on: String? = nil,
    cite: LocalizedText? = nil, isDefault: Bool = false, verified: Bool = true
  ) {
    self.name = name
    self.title = title
    self.row = row
    self.from = from
    self.on = on
    self.cite = cite
    self.isDefault = isDefault
    self.verified = verified
  }

  private enum CodingKeys: String, CodingKey {
    case name, title, row, from, on, cite
    case isDefault = "default"
    case verified
  }
}

/// A date that picked versions.
public struct DateUse: Sendable, Hashable, Codable {
  /// The date expression of the policy, such as `submission.date`.
  public var expression: String
  /// What people call it.
  public var title: LocalizedText?
  /// The day, or why there is none.
  public var value: ReportValue
  /// The user put another date in its place.
  public var overridden: Bool

  /// A date and where it came from.
  public init(
    expression: String, title: LocalizedText? = nil, value: ReportValue, overridden: Bool = false
  ) {
    self.expression = expression
    self.title = title
    self.value = value
    self.overridden = overridden
  }
}

/// A named step or definition and what it came to.
public struct StepResult: Sendable, Hashable, Codable {
  /// The name that expressions use.
  public var name: String
  /// What people call it.
  public var title: LocalizedText?
  /// The expression as the policy writes it.
  public var expression: String
  /// What it came to.
  public var value: ReportValue

  /// A step and its value.
  public init(name: String, title: LocalizedText? = nil, expression: String, value: ReportValue) {
    self.name = name
    self.title = title
    self.expression = expression
    self.value = value
  }
}
