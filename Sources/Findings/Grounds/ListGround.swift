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
  /// Whether a redacted report withholds its length.
  public let isConfidential: Bool

  /// A list with its length.
  public init(
    path: String, name: LocalizedText, count: Int, location: SourceLocation? = nil,
    isConfidential: Bool = false
  ) {
    self.path = path
    self.name = name
    self.count = count
    self.location = location
    self.isConfidential = isConfidential
  }

  private enum CodingKeys: String, CodingKey {
    case path, name, count, location
    case isConfidential = "confidential"
  }

  /// Reads a list of a saved report; those written before lists could be confidential have none that is.
  public init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    path = try keys.decode(String.self, forKey: .path)
    name = try keys.decode(LocalizedText.self, forKey: .name)
    count = try keys.decode(Int.self, forKey: .count)
    location = try keys.decodeIfPresent(SourceLocation.self, forKey: .location)
    isConfidential = try keys.decodeIfPresent(Bool.self, forKey: .isConfidential) ?? false
  }
}
