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

  /// A step and its value.
  public init(name: String, title: LocalizedText? = nil, expression: String, value: ReportValue) {
    self.name = name
    self.title = title
    self.expression = expression
    self.value = value
  }
}
