public import Diagnostics

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
