package import Diagnostics

/// What documents are put into, block by block.
package protocol BlockWriter {
  /// Writes the next block.
  mutating func put(_ block: Block)
}

/// A format that documents are written in.
package protocol DocumentWriter: BlockWriter {
  /// Begins a document.
  init(_ info: DocumentInfo, _ options: RenderOptions)
  /// Ends the document; its bytes, in pieces that follow one another.
  consuming func finish() throws(RenderFailure) -> [[UInt8]]
}

/// What a document says of itself, for catalogues and readers of titles.
package struct DocumentInfo: Sendable, Hashable {
  /// Its title.
  package var title: String
  /// What it is about, in a sentence.
  package var about: String
  /// Its language.
  package var language: Language

  /// What a document says of itself.
  package init(title: String, about: String, language: Language) {
    self.title = title
    self.about = about
    self.language = language
  }
}

extension DocumentWriter {
  /// Writes a figure as the table that holds the same numbers.
  package mutating func putTable(of chart: Chart) {
    var columns = [TableHead.Column(chart.labels, weight: 3)]
    columns += chart.series.map { TableHead.Column($0.name, numeric: true) }
    put(.tableStart(TableHead(chart.title, columns)))
    for bar in chart.bars {
      put(.tableRow([TableCell(bar.label, header: true)] + bar.parts.map { TableCell($0.text) }))
    }
    put(.tableEnd)
  }
}
