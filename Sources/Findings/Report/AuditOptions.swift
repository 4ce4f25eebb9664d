public import Diagnostics

/// What the user chose for an audit.
public struct AuditOptions: Sendable, Hashable, Codable {
  /// Id of the profile.
  public var profile: String?
  /// Waiver files, by stem or path.
  public var waivers: [String]
  /// Files of recorded decisions, by stem or path.
  public var decisions: [String]
  /// The file with an authority's facts, by path.
  public var facts: String?
  /// From what on a `fail` makes the exit status 1.
  public var failOn: FailThreshold
  /// Anything undecided makes the exit status 3.
  public var strict: Bool
  /// The language of the run.
  public var language: Language
  /// The day of the audit (`2022-11-18`), from which days left are counted; it picks no law. Nil: none was named.
  public var today: String?

  /// The choices of a run.
  public init(
    profile: String? = nil, waivers: [String] = [], decisions: [String] = [], facts: String? = nil,
    failOn: FailThreshold = .law, strict: Bool = false, language: Language = .ko,
    today: String? = nil
  ) {
    self.profile = profile
    self.waivers = waivers
    self.decisions = decisions
    self.facts = facts
    self.failOn = failOn
    self.strict = strict
    self.language = language
    self.today = today
  }

  private enum CodingKeys: String, CodingKey {
    case profile, waivers, decisions, facts, failOn, strict, language, today
  }

  /// Reads the keys that `AuditReport.json` writes.
  public init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      profile: try keys.decodeIfPresent(String.self, forKey: .profile),
      waivers: try keys.decode([String].self, forKey: .waivers),
      decisions: try keys.decodeIfPresent([String].self, forKey: .decisions) ?? [],
      facts: try keys.decodeIfPresent(String.self, forKey: .facts),
      failOn: try keys.decode(FailThreshold.self, forKey: .failOn),
      strict: try keys.decode(Bool.self, forKey: .strict),
      language: try keys.decode(Language.self, forKey: .language),
      today: try keys.decodeIfPresent(String.self, forKey: .today))
  }

  /// Writes the same keys as `AuditReport.json`.
  public func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: CodingKeys.self)
    try keys.encodeIfPresent(profile, forKey: .profile)
    try keys.encode(waivers, forKey: .waivers)
    if !decisions.isEmpty { try keys.encode(decisions, forKey: .decisions) }
    try keys.encodeIfPresent(facts, forKey: .facts)
    try keys.encode(failOn, forKey: .failOn)
    try keys.encode(strict, forKey: .strict)
    try keys.encode(language, forKey: .language)
    try keys.encodeIfPresent(today, forKey: .today)
  }
}
