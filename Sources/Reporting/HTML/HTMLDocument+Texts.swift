import Diagnostics

extension HTMLDocument {
  /// The title; another one begins the next of several documents.
  mutating func putTitle(_ text: String) {
    closeSections(from: 1)
    level = 1
    writer.markup("<h1")
    if contentsPlace != nil {
      contents.append(.init(level: 1, name: "_s\(contents.count + 1)", text: text))
      writer.markup(" id=\"_s")
      writer.number(contents.count)
      writer.markup("\"")
    }
    writer.markup(">")
    writer.text(text)
    writer.markup("</h1>\n")
  }

  /// A heading; outside a group it begins a section that ends where the next of its rank begins.
  mutating func putHeading(_ runs: [Run], level wanted: Int, anchor: String?) {
    if contentsPlace == nil, group == nil {
      writer.markup("</header>\n")
      beginText()
    }
    // No rank is left out: those who hear a page move from rank to rank.
    let rank = min(max(1, min(wanted, 3)), group != nil ? max(2, level) : sections.count + 1)
    var name = anchor.flatMap { anchors.claim($0) }
    if group == nil {
      closeSections(from: rank)
      sections.append(rank)
      if rank < 3 {
        name = name ?? "_s\(contents.count + 1)"
        contents.append(.init(level: rank, name: name ?? "", text: runs.text))
      }
      writer.markup("<section>\n")
    }
    level = rank + 1
    writer.markup("<h")
    writer.number(level)
    if let name {
      writer.markup(" id=\"")
      writer.known(name)
      writer.markup("\"")
    }
    writer.markup(">")
    putRuns(runs)
    writer.markup("</h")
    writer.number(level)
    writer.markup(">\n")
    if rank == 1, filterPlace == nil, group == nil { sectionPlace = writer.cut() }
  }

  /// Begins what follows the head of the document and its table of contents.
  mutating func beginText() {
    contentsPlace = writer.cut()
    writer.markup(isForPaper ? "<div>\n" : "<div id=\"_text\" tabindex=\"-1\">\n")
  }

  /// Ends the sections of a rank and of those below it.
  mutating func closeSections(from rank: Int) {
    while let last = sections.last, last >= rank {
      writer.markup("</section>\n")
      sections.removeLast()
    }
  }

  /// A paragraph of its kind.
  mutating func putParagraph(_ runs: [Run], _ style: ParagraphStyle) {
    switch style {
    case .body: writer.markup("<p>")
    case .inset: writer.markup("<p class=\"inset\">")
    case .banner: writer.markup("<p class=\"banner\">")
    case .note: writer.markup("<p class=\"note\">")
    case .centered: writer.markup("<p class=\"centered\">")
    case .trailing: writer.markup("<p class=\"trailing\">")
    }
    putRuns(runs)
    writer.markup("</p>\n")
  }

  /// A point of a list, which stays open for what belongs to it.
  mutating func putItem(_ runs: [Run], label: String, level: Int) {
    closeLists(above: level)
    if lists.last == level {
      writer.markup("</li>\n")
    } else {
      writer.markup("<ul class=\"items\" role=\"list\">\n")
      lists.append(level)
    }
    writer.markup("<li><div class=\"item\"><span class=\"label\">")
    writer.text(label)
    writer.markup("</span> <div>")
    putRuns(runs)
    writer.markup("</div></div>\n")
  }

  /// Ends the lists whose level lies above another.
  mutating func closeLists(above level: Int) {
    while let last = lists.last, last > level {
      writer.markup("</li></ul>\n")
      lists.removeLast()
    }
  }

  /// Labels with what stands beside them.
  mutating func putRows(_ rows: [LabelledRow]) {
    writer.markup("<dl>\n")
    for row in rows {
      writer.markup("<div><dt>")
      writer.text(row.label)
      writer.markup("</dt><dd>")
      putParagraphs(row.text)
      writer.markup("</dd></div>\n")
    }
    writer.markup("</dl>\n")
  }

  /// A line of a scheme, below its place.
  mutating func putSource(_ line: SourceLine) {
    writer.markup("<figure class=\"source\"><figcaption>")
    writer.text(line.file)
    writer.markup(":")
    writer.number(line.number)
    writer.markup("</figcaption><pre><code>")
    writer.text(Printable.escaped(line.before))
    if !line.marked.isEmpty {
      writer.markup("<mark>")
      writer.text(Printable.escaped(line.marked))
      writer.markup("</mark>")
    }
    writer.text(Printable.escaped(line.after))
    writer.markup("</code></pre></figure>\n")
  }

  /// One paragraph as it is; several one below the other.
  mutating func putParagraphs(_ paragraphs: [[Run]]) {
    if paragraphs.count == 1 {
      putRuns(paragraphs[0])
      return
    }
    for paragraph in paragraphs {
      writer.markup("<p>")
      putRuns(paragraph)
      writer.markup("</p>")
    }
  }

  /// Texts one after the other.
  mutating func putRuns(_ runs: [Run]) {
    for run in runs { putRun(run) }
  }

  private mutating func putRun(_ run: Run) {
    let isLink = run.link.map { putLinkStart($0, around: run.text) } ?? false
    if run.isStrong { writer.markup("<strong>") }
    if run.isCode { writer.markup("<code>") }
    let toned = putToneStart(run.tone)
    putText(run.text)
    if toned { writer.markup("</span>") }
    if run.isCode { writer.markup("</code>") }
    if run.isStrong { writer.markup("</strong>") }
    if isLink { writer.markup("</a>") }
  }

  /// A text as it is; a very long one on paper as blocks that follow one another, such as the names of thousands of
  /// subjects in one cell: a browser lays out all lines of a block anew for each sheet that they go over.
  private mutating func putText(_ text: String) {
    guard isForPaper, text.utf8.count > Self.longestBlock else {
      writer.text(text)
      return
    }
    var start = text.startIndex
    while start < text.endIndex {
      let least =
        text.utf8.index(start, offsetBy: Self.longestBlock, limitedBy: text.endIndex) ?? text.endIndex
      let space = text.utf8[least...].firstIndex(of: UInt8(ascii: " "))
      let end = space.map { text.utf8.index(after: $0) } ?? text.endIndex
      writer.markup("<span class=\"piece\">")
      writer.text(String(text[start..<end]))
      writer.markup("</span>")
      start = end
    }
  }

  /// Bytes of text after which a block may end.
  private static let longestBlock = 4096

  private mutating func putToneStart(_ tone: Run.Tone) -> Bool {
    switch tone {
    case .plain: return false
    case .bad: writer.markup("<span class=\"bad\">")
    case .open: writer.markup("<span class=\"open\">")
    case .good: writer.markup("<span class=\"good\">")
    case .faint: writer.markup("<span class=\"faint\">")
    }
    return true
  }

  /// False where an address is none that a document may lead to: its text stands without a link.
  private mutating func putLinkStart(_ link: Run.Link, around text: String) -> Bool {
    switch link {
    case .anchor(let anchor):
      let name = AnchorNames.name(of: anchor)
      if isForPaper { part.linked.insert(name) }
      writer.markup("<a href=\"#")
      writer.known(name)
      writer.markup("\">")
      return true
    case .address(let written):
      guard let address = LinkAddress(written), address.isAbsolute || !isForPaper else { return false }
      // On paper the address stands behind a text that does not say it.
      if address.isAbsolute, !Bytes.holds(text, address.text), !Bytes.holds(text, written) {
        writer.markup("<a class=\"away\" href=\"")
      } else {
        writer.markup("<a href=\"")
      }
      writer.text(address.text)
      writer.markup("\" rel=\"noopener noreferrer\">")
      return true
    }
  }
}
