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
