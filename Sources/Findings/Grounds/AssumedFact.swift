public import Diagnostics

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
