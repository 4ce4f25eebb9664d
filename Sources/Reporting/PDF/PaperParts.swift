/// A document as the pages that a browser prints one after the other: printing twice as many sheets at once takes it
/// about four times as long.
struct PaperParts: BlockWriter {
  /// A part that is longer, in bytes of markup, ends as soon as it can: about four hundred sheets.
  static let longest = 1 << 20

  private var ended: [HTMLDocument] = []
  private var last: HTMLDocument
  private let longest: Int
  /// Whether something stands between the last heading and what follows; what a heading introduces stays with it.
  private var mayEnd = false

  /// Begins a document; its parts end when they are as long as that, in bytes of markup.
  init(_ info: DocumentInfo, _ options: RenderOptions, longest: Int = longest) {
    last = HTMLDocument(info, options)
    last.isForPaper = true
    self.longest = longest
  }

  /// Writes the next block.
  mutating func put(_ block: Block) {
    if last.length >= longest, mayEnd, last.mayEnd(before: block) {
      let next = last.endPart()
      ended.append(last)
      last = next
    }
    last.put(block)
    switch block {
    case .title, .heading: mayEnd = false
    default: mayEnd = true
    }
  }

  /// The parts; links lead from each to the others.
  consuming func finish() -> [HTMLDocument] {
    var parts = ended + [last]
    guard parts.count > 1 else { return parts }
    let linked = parts.reduce(into: Set()) { $0.formUnion($1.part.linked) }.intersection(last.anchors.taken)
    for index in parts.indices {
      let own = parts[index].anchors.ofPart
      parts[index].part.places = linked.intersection(own).sorted()
      parts[index].part.elsewhere = parts[index].part.linked.intersection(linked).subtracting(own).sorted()
    }
    return parts
  }
}
