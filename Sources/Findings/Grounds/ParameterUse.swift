public import Diagnostics

/// A parameter used, with the version picked.
public struct ParameterUse: Sendable, Hashable, Codable {
  /// Its name in expressions, without `p.`.
  public var name: String
  /// What people call it.
  public var title: LocalizedText
  /// The value used.
  public var value: ReportValue
  /// First day of the version; nil: always.
  public var from: String?
  /// The date that picked it; nil where there is only one version.
  public var on: String?
  /// Where it is written.
  public var cite: LocalizedText?
  /// The tool's own number: no body decided it.
  public var isDefault: Bool
  /// False: not checked against the source.
  public var verified: Bool
  /// A profile made it stricter: the profile's reason.
  public var tightened: LocalizedText?
  /// What it becomes later, in the order of the days; empty where it never changes again.
  public var later: [LaterVersion]

  /// A parameter's version.
  public init(
    name: String, title: LocalizedText, value: ReportValue, from: String? = nil, on: String? = nil,
    cite: LocalizedText? = nil, isDefault: Bool = false, verified: Bool = true,
    tightened: LocalizedText? = nil, later: [LaterVersion] = []
  ) {
    self.name = name
    self.title = title
    self.value = value
    self.from = from
    self.on = on
    self.cite = cite
    self.isDefault = isDefault
    self.verified = verified
    self.tightened = tightened
    self.later = later
  }

  /// Reads a parameter's version of a saved report; those written before versions that follow were told have none.
  public init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      name: try keys.decode(String.self, forKey: .name),
      title: try keys.decode(LocalizedText.self, forKey: .title),
      value: try keys.decode(ReportValue.self, forKey: .value),
      from: try keys.decodeIfPresent(String.self, forKey: .from),
      on: try keys.decodeIfPresent(String.self, forKey: .on),
      cite: try keys.decodeIfPresent(LocalizedText.self, forKey: .cite),
      isDefault: try keys.decode(Bool.self, forKey: .isDefault),
      verified: try keys.decode(Bool.self, forKey: .verified),
      tightened: try keys.decodeIfPresent(LocalizedText.self, forKey: .tightened),
      later: try keys.decodeIfPresent([LaterVersion].self, forKey: .later) ?? [])
  }

  private enum CodingKeys: String, CodingKey {
    case name, title, value, from, on, cite
    case isDefault = "default"
    case verified, tightened, later
  }
}
