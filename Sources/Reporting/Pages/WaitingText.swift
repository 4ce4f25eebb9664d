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
