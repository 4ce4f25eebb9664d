public import Diagnostics

/// How a report is laid out.
///
/// Formats for programs take the language alone, and `json` not even that: it holds both.
public struct RenderOptions: Sendable, Hashable {
  /// The language.
  public var language: Language
  /// Which document is made of the reports.
  public var template: ReportTemplate
  /// Passing rules are listed and nothing is cut short.
  public var listsAll: Bool
  /// Colours help the eye; they never carry meaning alone.
  public var color: Bool
  /// Columns of the terminal, at least 40; a wide character takes two.
  public var width: Int { didSet { width = max(40, width) } }

  /// The layout of a report for people.
  public init(
    language: Language, template: ReportTemplate = .findings, listsAll: Bool = false, color: Bool = false,
    width: Int = 80
  ) {
    self.language = language
    self.template = template
    self.listsAll = listsAll
    self.color = color
    self.width = max(40, width)
  }
}
