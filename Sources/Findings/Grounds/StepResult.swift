public import Diagnostics

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
  /// The last day of a period before the calendar moved it to a working day, holidays by their names; nil where
  /// nothing was moved.
  public var unmoved: ReportValue?

  /// A step and its value.
  public init(
    name: String, title: LocalizedText? = nil, expression: String, value: ReportValue,
    unmoved: ReportValue? = nil
  ) {
    self.name = name
    self.title = title
    self.expression = expression
    self.value = value
    self.unmoved = unmoved
  }
}
