public import Diagnostics

/// What the user chose for an audit.
public struct AuditOptions: Sendable, Hashable, Codable {
  /// Id of the profile.
  public var profile: String?
  /// Waiver files, by stem or path.
  public var waivers: [String]
  /// The file with an authority's facts, by path.
  public var facts: String?
  /// From what on a `fail` makes the exit status 1.
  public var failOn: FailThreshold
  /// Anything undecided makes the exit status 3.
  public var strict: Bool
  /// The language of the run.
  public var language: Language

  /// The choices of a run.
  public init(
    profile: String? = nil, waivers: [String] = [], facts: String? = nil, failOn: FailThreshold = .law,
    strict: Bool = false,
    language: Language = .ko
  ) {
    self.profile = profile
    self.waivers = waivers
    self.facts = facts
    self.failOn = failOn
    self.strict = strict
    self.language = language
  }
}
