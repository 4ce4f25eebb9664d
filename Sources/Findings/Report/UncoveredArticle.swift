public import Diagnostics

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
