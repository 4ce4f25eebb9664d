public import Diagnostics

/// An article of an instrument that no rule covers.
public struct UncoveredArticle: Sendable, Hashable, Codable {
  /// A number that the article has borne.
  public struct Number: Sendable, Hashable, Codable {
    /// The article, as people cite it.
    public var article: LocalizedText
    /// First day; nil: always.
    public var from: String?
    /// Last day; nil: still.
    public var to: String?
    /// False: not checked against the source.
    public var verified: Bool

    /// A number with its days as `YYYY-MM-DD`.
    public init(article: LocalizedText, from: String? = nil, to: String? = nil, verified: Bool = true) {
      self.article = article
      self.from = from
      self.to = to
      self.verified = verified
    }
  }

  /// The instrument's name.
  public var instrument: LocalizedText
  /// The article, as people cite it, by its number in force on `on`; the nearest one where none is.
  public var article: LocalizedText
  /// The day whose number is shown; nil: the last number.
  public var on: String?
  /// Its numbers in their order; empty where it has always borne the one that is shown.
  public var numbers: [Number]
  /// What the article is about.
  public var title: LocalizedText?
  /// Why no rule covers it.
  public var why: LocalizedText?

  /// An article and why it is left out.
  public init(
    instrument: LocalizedText, article: LocalizedText, on: String? = nil, numbers: [Number] = [],
    title: LocalizedText? = nil, why: LocalizedText? = nil
  ) {
    self.instrument = instrument
    self.article = article
    self.on = on
    self.numbers = numbers
    self.title = title
    self.why = why
  }

  private enum CodingKeys: String, CodingKey {
    case instrument, article, on, numbers, title, why
  }

  /// Reads the keys that `AuditReport.json` writes; earlier reports have no `on` and no `numbers`.
  public init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      instrument: try keys.decode(LocalizedText.self, forKey: .instrument),
      article: try keys.decode(LocalizedText.self, forKey: .article),
      on: try keys.decodeIfPresent(String.self, forKey: .on),
      numbers: try keys.decodeIfPresent([Number].self, forKey: .numbers) ?? [],
      title: try keys.decodeIfPresent(LocalizedText.self, forKey: .title),
      why: try keys.decodeIfPresent(LocalizedText.self, forKey: .why))
  }
}
