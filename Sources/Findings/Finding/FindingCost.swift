public import Diagnostics

/// What it costs to mend a failure.
public struct FindingCost: Sendable, Hashable, Codable {
  /// What is counted.
  public var title: LocalizedText
  /// The amount.
  public var value: ReportValue

  /// An amount and what it counts.
  public init(title: LocalizedText, value: ReportValue) {
    self.title = title
    self.value = value
  }
}
