public import Diagnostics

/// Who issued a text, under the name it bore on the date that counts.
public struct ReportAuthority: Sendable, Hashable, Codable {
  /// A register's id, such as `kr.msit`; several with ` | ` between them where the date leaves open which body it was.
  public var id: String
  /// Its name; every name with its days where the date leaves open which it bore.
  public var name: LocalizedText
  /// The bodies and names that what is known of the date leaves; empty where it settles one.
  public var oneOf: [PossibleVersion]

  /// A body by id and name.
  public init(id: String, name: LocalizedText, oneOf: [PossibleVersion] = []) {
    self.id = id
    self.name = name
    self.oneOf = oneOf
  }

  private enum CodingKeys: String, CodingKey {
    case id, name, oneOf
  }

  /// Reads a body of a saved report; those of older programs name one.
  public init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    id = try keys.decode(String.self, forKey: .id)
    name = try keys.decode(LocalizedText.self, forKey: .name)
    oneOf = try keys.decodeIfPresent([PossibleVersion].self, forKey: .oneOf) ?? []
  }

  /// Writes the same keys as `AuditReport.json`.
  public func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: CodingKeys.self)
    try keys.encode(id, forKey: .id)
    try keys.encode(name, forKey: .name)
    if !oneOf.isEmpty { try keys.encode(oneOf, forKey: .oneOf) }
  }
}
