public import Diagnostics
public import Findings

/// A format that reports can be written in.
public enum ReportFormat: String, Sendable, Hashable, CaseIterable {
  /// For people, at a terminal.
  case text
  /// For programs: `guideline_report/1`.
  case json

  /// Renders reports as UTF-8 bytes; the same reports and options give the same bytes.
  public func render(_ reports: [AuditReport], _ options: RenderOptions) -> [UInt8] {
    switch self {
    case .text: TextReport.render(reports, options)
    case .json: AuditReport.json(of: reports)
    }
  }

  /// The same bytes in pieces that follow one another, to be written one after the other.
  package func pieces(_ reports: [AuditReport], _ options: RenderOptions) -> [[UInt8]] {
    switch self {
    case .text: [TextReport.render(reports, options)]
    case .json: AuditReport.jsonPieces(of: reports)
    }
  }
}

/// How a report for people is laid out. Formats for programs ignore it.
public struct RenderOptions: Sendable, Hashable {
  /// The language.
  public var language: Language
  /// Passing rules are listed and nothing is cut short.
  public var listsAll: Bool
  /// Colours help the eye; they never carry meaning alone.
  public var color: Bool
  /// Columns of the terminal, at least 40; a wide character takes two.
  public var width: Int

  /// The layout of a report for people.
  public init(language: Language, listsAll: Bool = false, color: Bool = false, width: Int = 80) {
    self.language = language
    self.listsAll = listsAll
    self.color = color
    self.width = max(40, width)
  }
}
