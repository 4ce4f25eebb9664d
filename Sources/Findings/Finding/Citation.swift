public import Diagnostics

/// A place in a legal text or another source.
public struct Citation: Sendable, Hashable, Codable {
  /// The place, as people cite it; every possible place with its days where the date leaves open which it is.
  public var cite: LocalizedText
  /// What kind of text it is, if that differs from the rule's or is known.
  public var status: LegalStatus?
  /// False: the wording was not checked against the source.
  public var verified: Bool
  /// Where it can be read.
  public var url: String?
  /// The places that what is known of the date leaves; empty where it settles one.
  public var oneOf: [PossibleVersion]

  /// A citation.
  public init(
    cite: LocalizedText, status: LegalStatus? = nil, verified: Bool = true, url: String? = nil,
    oneOf: [PossibleVersion] = []
  ) {
    self.cite = cite
    self.status = status
    self.verified = verified
    self.url = url
    self.oneOf = oneOf
  }

  private enum CodingKeys: String, CodingKey {
    case cite, status, verified, url, oneOf
  }

  /// Reads a citation of a saved report; those of older programs name one place.
  public init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    cite = try keys.decode(LocalizedText.self, forKey: .cite)
    status = try keys.decodeIfPresent(LegalStatus.self, forKey: .status)
    verified = try keys.decode(Bool.self, forKey: .verified)
    url = try keys.decodeIfPresent(String.self, forKey: .url)
    oneOf = try keys.decodeIfPresent([PossibleVersion].self, forKey: .oneOf) ?? []
  }

  /// Writes the same keys as `AuditReport.json`.
  public func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: CodingKeys.self)
    try keys.encode(cite, forKey: .cite)
    try keys.encodeIfPresent(status, forKey: .status)
    try keys.encode(verified, forKey: .verified)
    try keys.encodeIfPresent(url, forKey: .url)
    if !oneOf.isEmpty { try keys.encode(oneOf, forKey: .oneOf) }
  }
}
