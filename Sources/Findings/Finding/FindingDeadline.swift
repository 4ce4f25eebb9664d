public import Diagnostics

/// Until when the requirement of a finding can be met: a last day, or words of the law that count no days.
public struct FindingDeadline: Sendable, Hashable, Codable {
  /// What people call it, such as the deadline of a notice.
  public var title: LocalizedText
  /// The last day or moment, a date or timestamp; unknown where a fact that it is counted from is not stated. Nil:
  /// `text` sets it.
  public var last: ReportValue?
  /// Words without a number, such as `without delay`.
  public var text: LocalizedText?
  /// The day or moment from which `text` runs.
  public var from: ReportValue?

  /// A last day and what it is the last day of.
  public init(title: LocalizedText, last: ReportValue) {
    self.title = title
    self.last = last
  }

  /// Words of the law that count no days.
  public init(title: LocalizedText, text: LocalizedText, from: ReportValue?) {
    self.title = title
    self.text = text
    self.from = from
  }
}
