package import Diagnostics

/// Text for people that is not laid out yet: headings, paragraphs, labelled lines, source lines.
package struct Sheet: Sendable, Hashable {
  /// One piece of a sheet; indents count cells.
  package enum Piece: Sendable, Hashable {
    /// What the sheet is about.
    case title(LocalizedText)
    /// Begins a section.
    case heading(LocalizedText)
    /// A text of its own, wrapped.
    case paragraph(LocalizedText, indent: Int)
    /// A label with a text beside it; the texts of neighbouring rows stand in one column.
    case row(LocalizedText, LocalizedText, indent: Int)
    /// A place in a file and the line there, with a caret.
    case place(ReportLocation, indent: Int)
    /// Lines to copy as they are, parted by line feeds.
    case code(LocalizedText, indent: Int)
    /// An empty line.
    case gap
  }

  /// In the order in which they are read.
  package var pieces: [Piece]

  /// A sheet of some pieces.
  package init(_ pieces: [Piece] = []) {
    self.pieces = pieces
  }

  /// Adds a section, unless it has nothing to say.
  package mutating func section(_ ko: String, _ en: String, _ body: [Piece]) {
    guard !body.isEmpty else { return }
    pieces.append(.heading(LocalizedText(ko: ko, en: en)))
    pieces += body
  }
}

extension Sheet.Piece {
  /// A paragraph in both languages.
  package static func paragraph(ko: String, en: String, indent: Int = 2) -> Self {
    .paragraph(LocalizedText(ko: ko, en: en), indent: indent)
  }

  /// A labelled text in both languages.
  package static func row(ko: String, en: String, _ text: LocalizedText, indent: Int = 2) -> Self {
    .row(LocalizedText(ko: ko, en: en), text, indent: indent)
  }
}
