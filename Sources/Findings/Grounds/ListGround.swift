public import Diagnostics

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
