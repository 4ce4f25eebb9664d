/// What a part of a long document has to know of the others: each is printed as a document of its own.
struct HTMLPart {
  /// How the sheets of paper of a part are numbered.
  struct Sheets: Sendable, Hashable {
    /// The number of its first sheet, from 1.
    var first: Int
    /// How many sheets all parts have together.
    var count: Int

    /// Whether it is the first part of the document.
    var isFirst: Bool { first == 1 }
  }

  /// Its sheets, once those of all parts are counted.
  var sheets: Sheets?
  /// The names of places that links in it lead to.
  var linked: Set<String> = []
  /// Those of them that lie in other parts.
  var elsewhere: [String] = []
  /// The names of places in it that links lead to from any part.
  var places: [String] = []
}

extension HTMLDocument {
  /// How long the part is so far, in bytes of markup.
  var length: Int { writer.length }

  /// Whether a part may end before a block: where nothing is parted but points of a list or rows of a table.
  func mayEnd(before block: Block) -> Bool {
    switch block {
    case .heading: group == nil && table == nil
    case .groupStart: true
    case .item(_, _, let level): lists.first == level
    case .tableRow: table != nil
    case .title, .paragraph, .rows, .tableStart, .tableEnd, .source, .chart, .groupEnd, .pageBreak: false
    }
  }

  /// Ends the part; the document goes on in the one that it gives, within the same sections, entry and table.
  mutating func endPart() -> HTMLDocument {
    var next = self
    next.continuePart()
    closeLists(above: 0)
    if table != nil { closeTable() }
    if group != nil { putGroupEnd() }
    return next
  }

  private mutating func continuePart() {
    writer = HTMLWriter()
    part = HTMLPart()
    anchors.beginPart()
    beginText()
    for _ in sections { writer.markup("<section>\n") }
    if let group {
      putEntryStart(group)
      writer.markup(">\n")
    }
    lists = []
    if let table { writeHead(of: table) }
  }

  /// Puts the places that links lead to into a part where they do not lie, and links to the part's own places, all
  /// unseen: a browser makes links of those alone that lead somewhere, and names those places alone that links lead to.
  mutating func putPlaces() {
    for name in part.places {
      writer.markup("<a hidden href=\"#")
      writer.known(name)
      writer.markup("\"></a>\n")
    }
    for name in part.elsewhere {
      writer.markup("<span hidden id=\"")
      writer.known(name)
      writer.markup("\"></span>\n")
    }
  }
}
