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
  /// Whether a number that it is counted by is the tool's own: no body set this day.
  public var isDefault: Bool
  /// False: a number that it is counted by was not checked against its source.
  public var verified: Bool

  /// A last day and what it is the last day of.
  public init(title: LocalizedText, last: ReportValue, isDefault: Bool = false, verified: Bool = true) {
    self.title = title
    self.last = last
    self.isDefault = isDefault
    self.verified = verified
  }

  /// Words of the law that count no days.
  public init(title: LocalizedText, text: LocalizedText, from: ReportValue?) {
    self.title = title
    self.text = text
    self.from = from
    (isDefault, verified) = (false, true)
  }

  private enum CodingKeys: String, CodingKey {
    case title, last, text, from, verified
    case isDefault = "default"
  }

  /// Reads a deadline of a saved report; those of older programs say nothing of the numbers behind it.
  public init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    title = try keys.decode(LocalizedText.self, forKey: .title)
    last = try keys.decodeIfPresent(ReportValue.self, forKey: .last)
    text = try keys.decodeIfPresent(LocalizedText.self, forKey: .text)
    from = try keys.decodeIfPresent(ReportValue.self, forKey: .from)
    isDefault = try keys.decodeIfPresent(Bool.self, forKey: .isDefault) ?? false
    verified = try keys.decodeIfPresent(Bool.self, forKey: .verified) ?? true
  }

  /// Writes the same keys as `AuditReport.json`.
  public func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: CodingKeys.self)
    try keys.encode(title, forKey: .title)
    try keys.encodeIfPresent(last, forKey: .last)
    try keys.encodeIfPresent(text, forKey: .text)
    try keys.encodeIfPresent(from, forKey: .from)
    if isDefault { try keys.encode(true, forKey: .isDefault) }
    if !verified { try keys.encode(false, forKey: .verified) }
  }
}
