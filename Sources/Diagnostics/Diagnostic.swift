/// A problem in an input file that its author can fix. Never a finding about a scheme.
public struct Diagnostic: Sendable, Hashable {
  /// How grave a problem is; only an error keeps a file from being used.
  public enum Severity: String, Sendable, Hashable, Comparable {
    /// Informs; makes one think; keeps the file from being used.
    case note, warning, error

    /// Orders by gravity: `.note < .error`.
    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// A second place that explains the first, such as the earlier of two equal keys.
  public struct Note: Sendable, Hashable {
    /// What the second place explains.
    public var text: LocalizedText
    /// The second place, if there is one.
    /// Where the problem is, if it is at a place.
    public var location: SourceLocation?

    /// Creates a note.
    public init(_ text: LocalizedText, at location: SourceLocation?) {
      self.text = text
      self.location = location
    }
  }

  /// How grave the problem is.
  public var severity: Severity
  /// A stable name such as `yaml.duplicate-key`, for tests and for people who search.
  public var code: String
  /// What is wrong and what was expected.
  public var message: LocalizedText
  /// What the author can do about it.
  public var help: LocalizedText?
  /// Where the problem is, if it is at a place.
  public var location: SourceLocation?
  /// The source line of `location`, for display with a caret; a very long line is cut.
  public var excerpt: String?
  /// The column of the excerpt's first character, 1 unless the line was cut.
  public var excerptColumn: Int
  /// Other places that explain this one.
  public var notes: [Note]

  /// Creates a diagnostic at a place in a file; very long texts are cut.
  package init(
    _ severity: Severity = .error, code: String, at span: SourceSpan?, ko: String, en: String,
    help: LocalizedText? = nil, notes: [Note] = []
  ) {
    self.severity = severity
    self.code = code
    message = LocalizedText(ko: Self.bounded(ko), en: Self.bounded(en))
    self.help = help.map { LocalizedText(ko: Self.bounded($0.ko), en: Self.bounded($0.en)) }
    location = span?.location
    let line = span.map { $0.file.excerpt(at: $0.start) }
    excerpt = line?.text
    excerptColumn = line?.firstColumn ?? 1
    self.notes = notes
  }

  /// A text that quotes an author's words at length is cut.
  private static func bounded(_ text: String) -> String {
    text.utf8.count <= 2000 ? text : String(text.unicodeScalars.prefix(600)) + "…"
  }
}
