public import Diagnostics

/// A place in a scheme file with the line that stands there.
public struct ReportLocation: Sendable, Hashable, Codable {
  /// The file's path as the user gave it.
  public var file: String
  /// First line, from 1.
  public var line: Int
  /// First column in Unicode scalars, from 1.
  public var column: Int
  /// Last line.
  public var endLine: Int
  /// First column after the place.
  public var endColumn: Int
  /// Text of the first line, to show with a caret.
  public var excerpt: String

  /// The line's column at which `excerpt` begins: 1, or more where a long line is cut.
  public var excerptColumn: Int
  /// Whether a redacted report withholds the text: the line states a confidential fact.
  public var isConfidential = false

  /// A place with its line, or with the piece of it that begins at a column.
  public init(_ location: SourceLocation, excerpt: String, excerptColumn: Int = 1) {
    file = location.file
    line = location.line
    column = location.column
    endLine = location.endLine
    endColumn = location.endColumn
    self.excerpt = excerpt
    self.excerptColumn = excerptColumn
  }

  /// The place of a span, with its first line; of a line longer than 400 bytes only the part around the span,
  /// so that a scheme in one line does not come back once per finding.
  package init(_ span: SourceSpan) {
    let location = span.location
    let bytes = span.file.bytes
    let lineStart = span.file.lineStarts[location.line - 1]
    var start = max(lineStart, min(span.start, bytes.count) - 160)
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, end - start < 400 { end += 1 }
    if end - lineStart <= 400 { start = lineStart }
    while start > lineStart, start < end, bytes[start] & 0xC0 == 0x80 { start += 1 }
    while end > start, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    let before = start < span.start ? bytes[start..<min(span.start, end)].count { $0 & 0xC0 != 0x80 } : 0
    let excerptColumn = start == lineStart ? 1 : max(1, location.column - before)
    self.init(
      location, excerpt: String(decoding: bytes[start..<end], as: UTF8.self), excerptColumn: excerptColumn)
  }

  /// The place with the word of one language where its line was withheld.
  package func said(in language: Language) -> ReportLocation {
    guard isConfidential, excerpt == Redactor.line else { return self }
    var place = self
    place.excerpt = Redactor.word[language]
    return place
  }

  private enum CodingKeys: String, CodingKey {
    case file, line, column, endLine, endColumn, excerpt, excerptColumn
    case isConfidential = "confidential"
  }

  /// Reads the keys that `AuditReport.json` writes.
  public init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    let location = try SourceLocation(from: decoder)
    self.init(
      location, excerpt: try keys.decode(String.self, forKey: .excerpt),
      excerptColumn: try keys.decodeIfPresent(Int.self, forKey: .excerptColumn) ?? 1)
    isConfidential = try keys.decodeIfPresent(Bool.self, forKey: .isConfidential) ?? false
  }
}
