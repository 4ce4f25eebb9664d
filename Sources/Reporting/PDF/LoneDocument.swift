/// A document that will not lie beside other files: addresses that lead from file to file stand as text.
struct LoneDocument<Inner: DocumentWriter>: DocumentWriter {
  private var inner: Inner

  /// Begins a document.
  init(_ info: DocumentInfo, _ options: RenderOptions) {
    inner = Inner(info, options)
  }

  /// Writes the next block.
  mutating func put(_ block: Block) {
    switch block {
    case .heading(let runs, let level, let anchor):
      inner.put(.heading(runs.alone, level: level, anchor: anchor))
    case .paragraph(let runs, let style): inner.put(.paragraph(runs.alone, style))
    case .item(let runs, let label, let level):
      inner.put(.item(runs.alone, label: label, level: level))
    case .rows(let rows):
      inner.put(.rows(rows.map { LabelledRow($0.label, paragraphs: $0.text.map(\.alone)) }))
    case .tableRow(let cells):
      inner.put(
        .tableRow(
          cells.map { cell in
            var cell = cell
            cell.text = cell.text.map(\.alone)
            return cell
          }))
    case .title, .tableStart, .tableEnd, .source, .chart, .groupStart, .groupEnd, .pageBreak: inner.put(block)
    }
  }

  /// Ends the document.
  consuming func finish() throws(RenderFailure) -> [[UInt8]] {
    try inner.finish()
  }
}

extension [Run] {
  /// The texts without the addresses that lead from file to file.
  fileprivate var alone: [Run] {
    map { run in
      guard case .address(let address) = run.link, LinkAddress(address)?.isAbsolute != true else {
        return run
      }
      var run = run
      run.link = nil
      return run
    }
  }
}
