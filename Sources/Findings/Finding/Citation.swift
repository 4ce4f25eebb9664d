public import Diagnostics

/// A place in a legal text or another source.
public struct Citation: Sendable, Hashable, Codable {
  /// The place, as people cite it.
  public var cite: LocalizedText
  /// What kind of text it is, if that differs from the rule's or is known.
  public var status: LegalStatus?
  /// False: the wording was not checked against the source.
  public var verified: Bool
  /// Where it can be read.
  public var url: String?

  /// A citation.
  public init(cite: LocalizedText, status: LegalStatus? = nil, verified: Bool = true, url: String? = nil) {
    self.cite = cite
    self.status = status
    self.verified = verified
    self.url = url
  }
}
