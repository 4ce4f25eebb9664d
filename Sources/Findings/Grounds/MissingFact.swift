public import Diagnostics

/// What was needed and could not be used. Immutable and shared by all findings that wait for it.
public final class MissingFact: Sendable, Codable {
  /// Why it could not be used.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Nobody has said.
    case missing
    /// Declared that there is none, where a value was needed.
    case none
    /// Only bounds are known and they do not decide.
    case bounds
    /// Sources disagree and their readings do not agree on the result.
    case disputed
    /// A list that may hold more.
    case incomplete
    /// An exception is claimed and its proof is not stated.
    case proof
    /// A parameter or table has no version for the date.
    case version
    /// A table has no row for the inputs.
    case row
    /// A date lies outside what the calendar covers.
    case calendar

    /// Whether the company can supply it; otherwise the policy's side is what is lacking.
    public var isFact: Bool {
      switch self {
      case .missing, .none, .bounds, .disputed, .incomplete, .proof: true
      case .version, .row, .calendar: false
      }
    }
  }

  /// Why it could not be used.
  public let kind: Kind
  /// The fact's path; `p.NAME`, `table.NAME` or a date for what the policy's side lacks.
  public let path: String
  /// What people call it.
  public let name: LocalizedText
  /// What is known: the bounds, the readings, the inputs without a row.
  public let value: ReportValue?
  /// Where it could be stated: the element it belongs to, or the fact itself.
  public let location: ReportLocation?

  /// A gap with the reason.
  public init(
    kind: Kind, path: String, name: LocalizedText, value: ReportValue? = nil, location: ReportLocation? = nil
  ) {
    self.kind = kind
    self.path = path
    self.name = name
    self.value = value
    self.location = location
  }
}
