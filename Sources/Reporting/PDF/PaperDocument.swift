/// A document as the page that a browser prints.
struct PaperDocument: DocumentWriter {
  private var page: HTMLDocument

  /// Begins a page.
  init(_ info: DocumentInfo, _ options: RenderOptions) {
    page = HTMLDocument(info, options)
    page.isForPaper = true
  }

  /// Writes the next block.
  mutating func put(_ block: Block) {
    page.put(block)
  }

  /// Puts the page together.
  consuming func finish() throws(RenderFailure) -> [[UInt8]] {
    try page.finish()
  }
}
