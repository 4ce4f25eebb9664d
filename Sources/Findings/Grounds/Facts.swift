public import Diagnostics

/// A stated fact that decided. Immutable and shared by all findings that rest on it.
public final class Evidence: Sendable, Codable {
  /// The fact's path, such as `scheme.awards[A3].value`.
  public let path: String
  /// What people call it.
  public let name: LocalizedText
  /// What the scheme states.
  public let value: ReportValue
  /// The file that states it.
  public let file: String
  /// Line, from 1.
  public let line: Int
  /// Column in Unicode scalars, from 1.
  public let column: Int
  /// What the statement rests on, for a scheme that names its sources.
  public let source: LocalizedText?

  /// A stated fact with its place.
  public init(
    path: String, name: LocalizedText, value: ReportValue, file: String, line: Int, column: Int,
    source: LocalizedText? = nil
  ) {
    self.path = path
    self.name = name
    self.value = value
    self.file = file
    self.line = line
    self.column = column
    self.source = source
  }
}

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

/// An unstated fact that was given a meaning. Immutable and shared by all findings that rest on it.
public final class AssumedFact: Sendable, Codable {
  /// The fact's path.
  public let path: String
  /// What people call it.
  public let name: LocalizedText
  /// What was taken in its place.
  public let value: ReportValue?
  /// Why silence may mean that.
  public let why: LocalizedText?

  /// An unstated fact and what was taken in its place.
  public init(path: String, name: LocalizedText, value: ReportValue? = nil, why: LocalizedText? = nil) {
    self.path = path
    self.name = name
    self.value = value
    self.why = why
  }
}

/// A list whose completeness mattered. Immutable and shared by all findings that rest on it.
public final class ListGround: Sendable, Codable {
  /// The list's path.
  public let path: String
  /// What people call it.
  public let name: LocalizedText
  /// How many elements it states.
  public let count: Int
  /// Where it stands; nil where it is a declared `none`.
  public let location: SourceLocation?

  /// A list with its length.
  public init(path: String, name: LocalizedText, count: Int, location: SourceLocation? = nil) {
    self.path = path
    self.name = name
    self.count = count
    self.location = location
  }
}

/// What a name of `for_each` stands for.
public struct SubjectBinding: Sendable, Hashable, Codable {
  /// The name that expressions use, such as `award`.
  public var name: String
  /// The element's path, such as `scheme.awards[A3]`; nil for a plain value.
  public var path: String?

  /// A name and the element it stands for.
  public init(name: String, path: String?) {
    self.name = name
    self.path = path
  }
}
