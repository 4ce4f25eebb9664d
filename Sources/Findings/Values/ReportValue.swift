public import Diagnostics

/// A value as a report carries it: machine text, exact where it was rounded, and what people call it.
///
/// `text` is canonical and the same in both languages: `7550`, `true`, `2022-12-29`, `2022-10-15T15:30:00+09:00`,
/// a choice's member, a reference's key, a record's path. `ValueFormatter` turns it into words.
public struct ReportValue: Sendable, Hashable {
  /// What a value is.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case bool, number, string, choice, date, timestamp, duration, list, record, ref
    /// Only bounds are known: `atLeast`, `atMost`.
    case range
    /// Sources disagree: the readings are `items`.
    case either
    /// Nobody has said.
    case unknown
    /// Declared that there is none.
    case none
    /// It could not be computed; `text` says why.
    case error
  }

  /// What the value is.
  public var type: Kind
  /// Canonical text, the same in both languages.
  public var text: String
  /// A number as a fraction such as `87195/105116` where `text` had to be rounded.
  public var exact: String?
  /// Code of the number's unit; `AuditReport.units` has its labels.
  public var unit: String?
  /// What people call a choice's member, a reference or a record; what a table's row asks of an input, in words.
  public var label: LocalizedText?
  /// Members of a list, readings of `either`.
  public var items: [ReportValue]
  /// Fields of a computed record, such as a table's row.
  public var fields: [NamedValue]
  /// Whether a redacted report withholds it: a confidential fact's value, or one that was computed from such.
  public var isConfidential = false
  /// Empty, or the low and the high end of a range.
  private var ends: [ReportValue?] = []

  /// A value of any type but `range`.
  public init(
    _ type: Kind, _ text: String, exact: String? = nil, unit: String? = nil, label: LocalizedText? = nil,
    items: [ReportValue] = [], fields: [NamedValue] = []
  ) {
    self.type = type
    self.text = text
    self.exact = exact
    self.unit = unit
    self.label = label
    self.items = items
    self.fields = fields
  }

  /// The low end of a range, which belongs to it.
  public var atLeast: ReportValue? { ends.first ?? nil }
  /// The high end of a range, which belongs to it.
  public var atMost: ReportValue? { ends.last ?? nil }
}

extension ReportValue {
  /// A value that nobody has stated.
  public static let unknown = ReportValue(.unknown, "")
  /// A declared absence.
  public static let none = ReportValue(.none, "")

  /// A truth value.
  public static func bool(_ value: Bool) -> ReportValue {
    ReportValue(.bool, value ? "true" : "false")
  }

  /// A number in plain decimal digits; `exact` is its fraction where the digits were rounded.
  public static func number(_ text: String, exact: String? = nil, unit: String? = nil) -> ReportValue {
    ReportValue(.number, text, exact: exact, unit: unit)
  }

  /// A text of the scheme or the policy.
  public static func string(_ text: String) -> ReportValue { ReportValue(.string, text) }

  /// A list of values.
  public static func list(_ items: [ReportValue]) -> ReportValue {
    ReportValue(.list, items.map(\.text).joined(separator: ", "), items: items)
  }

  /// Readings of which it is not known which one holds.
  public static func either(_ readings: [ReportValue]) -> ReportValue {
    ReportValue(.either, readings.map(\.text).joined(separator: " | "), items: readings)
  }

  /// A value of which only bounds are known; nil is open.
  public static func range(atLeast: ReportValue?, atMost: ReportValue?) -> ReportValue {
    var value = ReportValue(.range, "\(atLeast?.text ?? "")..\(atMost?.text ?? "")")
    value.ends = [atLeast, atMost]
    return value
  }

  /// A value that could not be computed, with the reason.
  public static func error(_ reason: LocalizedText) -> ReportValue {
    ReportValue(.error, reason.en, label: reason)
  }
}

extension ReportValue: Codable {
  private enum CodingKeys: String, CodingKey {
    case type, text, exact, unit, label, items, fields, atLeast, atMost, confidential
  }

  /// Reads the keys that `AuditReport.json` writes; all but `type` and `text` may be absent.
  public init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try keys.decode(Kind.self, forKey: .type), try keys.decode(String.self, forKey: .text),
      exact: try keys.decodeIfPresent(String.self, forKey: .exact),
      unit: try keys.decodeIfPresent(String.self, forKey: .unit),
      label: try keys.decodeIfPresent(LocalizedText.self, forKey: .label),
      items: try keys.decodeIfPresent([ReportValue].self, forKey: .items) ?? [],
      fields: try keys.decodeIfPresent([NamedValue].self, forKey: .fields) ?? [])
    isConfidential = try keys.decodeIfPresent(Bool.self, forKey: .confidential) ?? false
    if type == .range {
      ends = [
        try keys.decodeIfPresent(ReportValue.self, forKey: .atLeast),
        try keys.decodeIfPresent(ReportValue.self, forKey: .atMost),
      ]
    }
  }

  /// Writes the same keys as `AuditReport.json`.
  public func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: CodingKeys.self)
    try keys.encode(type, forKey: .type)
    try keys.encode(text, forKey: .text)
    try keys.encodeIfPresent(exact, forKey: .exact)
    try keys.encodeIfPresent(unit, forKey: .unit)
    try keys.encodeIfPresent(label, forKey: .label)
    if !items.isEmpty { try keys.encode(items, forKey: .items) }
    if !fields.isEmpty { try keys.encode(fields, forKey: .fields) }
    try keys.encodeIfPresent(atLeast, forKey: .atLeast)
    try keys.encodeIfPresent(atMost, forKey: .atMost)
    if isConfidential { try keys.encode(true, forKey: .confidential) }
  }
}
