public import Diagnostics

/// What the user chose for an audit.
public struct AuditOptions: Sendable, Hashable, Codable {
  /// Id of the profile.
  public var profile: String?
  /// Waiver files, by stem or path.
  public var waivers: [String]
  /// From what on a `fail` makes the exit status 1.
  public var failOn: FailThreshold
  /// Anything undecided makes the exit status 3.
  public var strict: Bool
  /// The language of the run.
  public var language: Language

  /// The choices of a run.
  public init(
    profile: String? = nil, waivers: [String] = [], failOn: FailThreshold = .law, strict: Bool = false,
    language: Language = .ko
  ) {
    self.profile = profile
    self.waivers = waivers
    self.failOn = failOn
    self.strict = strict
    self.language = language
  }
}

/// Which dates picked the versions of the law.
public struct LawDate: Sendable, Hashable, Codable {
  /// Where the dates came from.
  public enum Mode: String, Sendable, Hashable, Codable {
    /// From the policies: each rule, parameter and table by its own `as_of`.
    case written
    /// One date of the user's in place of all of them.
    case date
  }

  /// Where the dates came from.
  public var mode: Mode
  /// The user's date.
  public var date: String?

  /// The dates that the policies ask for.
  public static let written = LawDate(mode: .written, date: nil)

  /// One date (`2022-12-29`) in place of all.
  public static func on(_ date: String) -> LawDate { LawDate(mode: .date, date: date) }

  private init(mode: Mode, date: String?) {
    self.mode = mode
    self.date = date
  }
}

/// What kind of document a scheme is.
public struct ReportProvenance: Sendable, Hashable, Codable {
  /// Who stands behind the document.
  public enum Kind: String, Sendable, Hashable, Codable {
    case filed, draft
    /// Built from public reports; not a document of that company.
    case reconstructed
  }

  /// Who stands behind it.
  public var kind: Kind
  /// Who wrote it down.
  public var by: String?
  /// The day.
  public var on: String?
  /// What a reader should know.
  public var note: LocalizedText?

  /// A kind of document, with who wrote it and when.
  public init(kind: Kind, by: String? = nil, on: String? = nil, note: LocalizedText? = nil) {
    self.kind = kind
    self.by = by
    self.on = on
    self.note = note
  }
}

/// An article of an instrument that no rule covers.
public struct UncoveredArticle: Sendable, Hashable, Codable {
  /// The instrument's name.
  public var instrument: LocalizedText
  /// The article, as people cite it.
  public var article: LocalizedText
  /// What the article is about.
  public var title: LocalizedText?
  /// Why no rule covers it.
  public var why: LocalizedText?

  /// An article and why it is left out.
  public init(
    instrument: LocalizedText, article: LocalizedText, title: LocalizedText? = nil, why: LocalizedText? = nil
  ) {
    self.instrument = instrument
    self.article = article
    self.title = title
    self.why = why
  }
}
