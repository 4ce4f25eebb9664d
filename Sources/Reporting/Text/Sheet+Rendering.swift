import Diagnostics
package import Findings

extension Sheet {
  /// The sheet laid out for a terminal, as UTF-8; no input reaches it raw.
  package func render(_ options: RenderOptions) -> [UInt8] {
    var layout = SheetLayout(options)
    layout.write(pieces)
    return layout.page.bytes
  }
}

/// Lays out the pieces of a sheet one after the other.
private struct SheetLayout {
  /// The lines written so far.
  private(set) var page: Page
  private let language: Language
  /// Where the texts of the present rows begin.
  private var column = 0

  init(_ options: RenderOptions) {
    page = Page(width: options.width, color: options.color)
    language = options.language
  }

  mutating func write(_ pieces: [Sheet.Piece]) {
    var isAmongRows = false
    for (index, piece) in pieces.enumerated() {
      if case .row = piece {
        if !isAmongRows { column = textColumn(of: pieces[index...]) }
        isAmongRows = true
      } else {
        isAmongRows = false
      }
      write(piece)
    }
  }

  private mutating func write(_ piece: Sheet.Piece) {
    switch piece {
    case .title(let text): page.paragraph(text[language], hanging: 2, style: .strong)
    case .heading(let text):
      page.blank()
      page.paragraph(text[language], style: .strong)
    case .paragraph(let text, let indent): page.paragraph(text[language], indent: indent, hanging: indent + 2)
    case .row(let label, let text, let indent): row(label[language], text[language], indent)
    case .place(let location, let indent): place(location, indent)
    case .code(let text, let indent):
      for line in text[language].split(separator: "\n", omittingEmptySubsequences: false) {
        page.put(Printable.escaped(String(line)), indent: indent)
      }
    case .gap: page.blank()
    }
  }

  /// The column that suits the rows up to the next piece of another kind: not so far right that texts are squeezed.
  private func textColumn(of pieces: ArraySlice<Sheet.Piece>) -> Int {
    var column = 0
    for piece in pieces {
      guard case .row(let label, _, let indent) = piece else { break }
      column = max(column, indent + CellWidth.of(Printable.escaped(label[language])) + 2)
    }
    return min(column, page.width * 2 / 5)
  }

  private mutating func row(_ label: String, _ text: String, _ indent: Int) {
    let label = Printable.escaped(label)
    guard !text.isEmpty, indent + CellWidth.of(label) + 1 > column else {
      if text.isEmpty {
        page.put(label, indent: indent)
      } else {
        page.labelled(label, text, indent: indent, column: column)
      }
      return
    }
    page.paragraph(label, indent: indent, hanging: indent + 2, style: .faint)
    page.paragraph(text, indent: column)
  }

  private mutating func place(_ location: ReportLocation, _ indent: Int) {
    page.paragraph(
      "\(location.file):\(location.line):\(location.column)", indent: indent, hanging: indent + 2)
    let number = String(location.line)
    let margin = indent + number.utf8.count + 3
    guard let excerpt = SourceExcerpt(location.said(in: language), width: page.width - margin) else { return }
    page.put("\(number) | \(excerpt.line)", indent: indent, style: .faint)
    page.put(
      String(repeating: " ", count: number.utf8.count) + " | " + excerpt.carets, indent: indent, style: .faint
    )
  }
}
