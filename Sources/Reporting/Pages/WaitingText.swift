/// A text that waits for the block that follows it: what introduces a table stays on its page.
struct WaitingText {
  /// The text.
  let block: Block
  /// Whether it stands right below a heading.
  let followsHeading: Bool

  /// A text that may introduce what follows; nil for any other block.
  init?(_ block: Block, followsHeading: Bool) {
    switch block {
    case .item, .paragraph(_, .body), .paragraph(_, .inset): break
    // Elsewhere a note belongs to what it follows.
    case .paragraph(_, .note) where followsHeading: break
    case .paragraph, .title, .heading, .rows, .tableStart, .tableRow, .tableEnd, .source, .chart, .groupStart,
      .groupEnd, .pageBreak:
      return nil
    }
    self.block = block
    self.followsHeading = followsHeading
  }

  /// Whether it stays on the page on which another block begins.
  func staysWith(_ next: Block) -> Bool {
    switch next {
    case .tableStart, .rows, .source, .chart: true
    case .paragraph(_, .inset): if case .item = block { true } else { false }
    case .heading, .groupStart, .paragraph, .item: followsHeading
    case .title, .tableRow, .tableEnd, .groupEnd, .pageBreak: false
    }
  }
}

extension Block {
  /// Whether it is a heading.
  var isHeading: Bool { if case .heading = self { true } else { false } }
}

/// A writer of pages that keeps a text together with what it introduces.
protocol IntroducingWriter: DocumentWriter {
  /// A text that stays on the page of what follows, if it introduces it.
  var waiting: WaitingText? { get set }
  /// The block before was a heading.
  var followsHeading: Bool { get set }
  /// Writes a block, which may have to stay on the page of the next.
  mutating func write(_ block: Block, keepsWithNext: Bool)
}

extension IntroducingWriter {
  /// Writes the next block; a text waits for what it introduces.
  mutating func put(_ block: Block) {
    writeWaiting(before: block)
    waiting = WaitingText(block, followsHeading: followsHeading)
    followsHeading = block.isHeading
    if waiting == nil { write(block, keepsWithNext: false) }
  }

  /// Writes the text that waits, now that it is known what comes; nil: nothing does.
  mutating func writeWaiting(before block: Block?) {
    guard let text = waiting else { return }
    waiting = nil
    write(text.block, keepsWithNext: block.map(text.staysWith) ?? false)
  }
}
