/// A document as the page that a browser prints.
struct PaperDocument: DocumentWriter {
  private var page: HTMLDocument

  init(_ info: DocumentInfo, _ options: RenderOptions) {
    page = HTMLDocument(info, options)
    page.isForPaper = true
  }

  mutating func put(_ block: Block) {
    page.put(block)
  }

  consuming func finish() throws(RenderFailure) -> [[UInt8]] {
    try page.finish()
  }
}
