public import Diagnostics

/// What kind of document a scheme is.
public struct ReportProvenance: Sendable, Hashable, Codable {
  /// Who stands behind the document.
  public enum Kind: String, Sendable, Hashable, Codable {
    /// Handed in, or not yet.
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
